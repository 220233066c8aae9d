"""Words: cutting text into them, folding and stemming them, and which of them carry nothing.

Pure functions over text. Offsets are positions in the text that was given.
"""

from __future__ import annotations

import functools
import re
import threading
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

import Stemmer

from bot.language.phrases import by_first_letters

# Letters and digits, joined by an apostrophe ("N'Djamena", "doesn't"), an invisible (non-)joiner
# (Persian) or, where a digit follows, by a hyphen ("Su-24", "MiG-31"); single letters joined by
# full stops ("U.S.", "U.K.").
_WORD = re.compile(
    r"[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W_]*(?:['’\u200c\u200d][^\W_]+)*(?:-\d+)?)|\d+(?:[.,]\d+)*"
)

_SILENT = ".\u200c\u200d"


class Word(NamedTuple):
    """One word of a text: its characters as written, its place, and its stem (folded).

    A tuple, since a load makes hundreds of them for each article.
    """

    text: str
    start: int
    end: int
    stem: str

    @property
    def capitalised(self) -> bool:
        return self.text[0].isupper()


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    return list(_words_of_a_sentence(text) if len(text) < 1000 else _words(text))


def _words(text: str) -> tuple[Word, ...]:
    new, find = tuple.__new__, text.find  # half the time of Word(…)
    found = []
    end = 0
    for word in _WORD.findall(text):  # and where each is found, in less time than by matches
        start = find(word, end)
        end = start + len(word)
        found.append(new(Word, (word, start, end, stem(word))))
    return tuple(found)


# a sentence is cut five times while its facts are drawn, once for each thing looked for in it, and
# a question goes through some three hundred sentences four times
_words_of_a_sentence = functools.lru_cache(maxsize=384)(_words)


def stems(text: str) -> list[str]:
    """The stems of the words of a text in order: quicker than `words` where no places matter."""
    return list(_stems_of_a_sentence(text) if len(text) < 1000 else _stems(text))


def _stems(text: str) -> tuple[str, ...]:
    return tuple([stem(word) for word in _WORD.findall(text)])


# of some five hundred sentences found for a question it is asked three times what they say
_stems_of_a_sentence = functools.lru_cache(maxsize=1024)(_stems)


def spelled(text: str) -> list[str]:
    """The words of a text in order, folded, without a possessive ending: as names are compared."""
    return [as_name(word) for word in _WORD.findall(text)]


@functools.lru_cache(maxsize=16384)
def as_name(word: str) -> str:
    """A word folded, without a possessive ending."""
    return fold(word).removesuffix("'s")


def is_question(sentence: str) -> bool:
    """Whether a sentence ends as a question does, quotes and brackets behind the mark allowed."""
    return sentence.rstrip("\"'”’) ").endswith("?")


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text without case, accents, quotes' shapes, joiners and full stops: what two spellings
    share."""
    if text.isascii():
        return " ".join(text.casefold().replace(".", "").split())
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    plain = plain.replace("ı", "i").replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    kept = "".join(ch for ch in plain if not unicodedata.combining(ch) and ch not in _SILENT)
    return " ".join(kept.split())


@functools.lru_cache(maxsize=64)
def _stemmer(thread: int) -> Stemmer.Stemmer:
    """A stemmer for each thread: it works on itself, and questions are read in threads, where two
    words at once gave stems of neither."""
    return Stemmer.Stemmer("english", 0)  # `stem` remembers


@functools.lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The folded word without its ending, after Porter's second algorithm."""
    folded = fold(word)
    folded = folded.removesuffix("'s").removesuffix("'")
    return str(_stemmer(threading.get_ident()).stemWord(folded)) if folded.isascii() else folded


def lines(package: str, name: str) -> Iterator[str]:
    """The lines of a data file of ours without comments (`#`) and blank lines."""
    for line in resources.files(package).joinpath("data", name).read_text("utf-8").splitlines():
        kept = line.split("#", 1)[0].strip()
        if kept:
            yield kept


@functools.lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Folded words that carry nothing in a search."""
    return frozenset(
        fold(word) for line in lines("bot.language", "stop_words.txt") for word in line.split()
    )


@functools.lru_cache(maxsize=1)
def synonym_classes() -> dict[str, frozenset[str]]:
    """Stem → the names of the classes of words that it belongs to."""
    classes: dict[str, set[str]] = {}
    for line in lines("bot.language", "synonyms.txt"):
        name, _, members = line.partition(":")
        for member in members.split():
            # "took over" stands there as two words; "over" alone means nothing
            if member not in stop_words():
                classes.setdefault(stem(member), set()).add(name.strip())
    return {word: frozenset(names) for word, names in classes.items()}


@functools.lru_cache(maxsize=1)
def _idioms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE), stem(word))
        for word, phrases in _phrases()
    )


@functools.lru_cache(maxsize=1)
def _any_idiom() -> re.Pattern[str]:
    """For a text in small letters: whether there is an idiom in it. Few have one."""
    phrases = [phrase for _, phrases in _phrases() for phrase in phrases]
    return re.compile(rf"\b(?:{by_first_letters(sorted(phrases))})\b")


def _phrases() -> Iterator[tuple[str, list[str]]]:
    """Each word with the patterns of the phrases that stand for it."""
    for line in lines("bot.language", "idioms.txt"):
        word, _, phrases = line.partition(":")
        yield (
            word.strip(),
            [
                re.escape(phrase.strip())
                .replace(r"\~", r"\w*")
                .replace("~", r"\w*")
                .replace("…", r"(?:[\w'’-]+(?:,\d+)* ){0,2}[\w'’-]+")
                for phrase in phrases.split(",")
            ],
        )


def idioms_in(text: str) -> list[tuple[int, int, str]]:
    """Where phrases of the idioms stand in a text, and the stem that each stands for."""
    if not _any_idiom().search(text.lower()):
        return []
    return [
        (match.start(), match.end(), word)
        for pattern, word in _idioms()
        for match in pattern.finditer(text)
    ]


def alike(first: str, second: str) -> bool:
    """Whether two stems are the same word, or stand in one class of synonyms."""
    if first == second:
        return True
    classes = synonym_classes()
    return not classes.get(first, frozenset()).isdisjoint(classes.get(second, frozenset()))
