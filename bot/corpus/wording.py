"""Small questions about the wording of a line: its words, its end, its shape. Knows no phrase."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Vowel signs of South and South-East Asian writing are no letters for `re`, but parts of words.
MARKS = (
    "\u0300-\u036f\u064b-\u0652\u0900-\u0963\u0971-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd"
    "\u1000-\u109f\u1780-\u17d3"
)
_WORD = re.compile(rf"[\w{MARKS}]+(?:['’.&\u200c\u200d-][\w{MARKS}]+)*")
_TOKEN = re.compile(rf"[\w{MARKS}]+(?:'[\w{MARKS}]+)*|[:&©]")
# the same for plain ASCII, in two thirds of the time
_ASCII_WORD = re.compile(r"\w+(?:['.&-]\w+)*", re.ASCII)
_ASCII_TOKEN = re.compile(r"\w+(?:'\w+)*|[:&]", re.ASCII)
_DIGIT = re.compile(r"[^\x00-\x7f\D]")
_TERMINAL = re.compile(r"[.!?…。！？।؟۔։።။។:;；：](?:[\s\"'”’»›)\]*_]|\[\d+\])*$")
_NOTED = re.compile(r"[^\W\d_]{4,}[.!?…][\"'”’»)]*\s?\d{1,3}$")
_QUOTES = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u200c": None, "\u200d": None,
})  # fmt: skip
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
SEPARATOR = re.compile(
    r"\s+(?:[–—―-]|--+)\s+|\s*[|•·¦‖»›→▸►●■]\s*|\s+(?:/{1,2}|\*+|~|::|\+|>{1,2})\s+|\s{3,}|\t+"
)
# what every separator has in it: few lines have one, and the separators are slow to look for
_MARK = re.compile(r"[–—―|•·¦‖»›→▸►●■\t]|\s[-/*~:+>\s]")
_JOINED_ARTICLE = re.compile(r"(?:al|as|ash|at|el|er|ul|d|l|dell|sull|all|s|t)[-'’][^\W\d_a-zß-ÿ]")
"""What stands in small letters before a name: "el-Mandeb", "l’Est"."""
_SMALL_WORDS = frozenset(
    (
        "a al am an and at auf aus bei by d da das de dei del della den der des det di do dos du "
        "e ed el en et for für i il im in la las le les lo los of og och on the to u und van vom "
        "von y z zum & aan aus degli dei della delle dello fra från mezi na nad od pod przy sobre "
        "sur till til uit ved w we ze znad в из на над о от под"
    ).split()
)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Text for comparing: NFKC, casefolded, plain apostrophes, no accents or joiners, one space."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).translate(_QUOTES))
    text = "".join(mark for mark in text if not unicodedata.combining(mark)).casefold()
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a line; a colon, an ampersand and © (or (c)) are words too."""
    plain = folded(text).replace("(c)", "©")
    return tuple((_ASCII_TOKEN if plain.isascii() else _TOKEN).findall(plain))


def western_digits(text: str) -> str:
    """The text with the digits of all writings as 0 to 9, character for character."""
    if text.isascii():
        return text
    return _DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


@lru_cache(maxsize=4096)
def word_count(text: str) -> int:
    """How many words a line has; writing without spaces counts half of its characters."""
    if text.isascii():
        return len(_ASCII_WORD.findall(text))
    unspaced = len(_UNSPACED.findall(text))
    if unspaced > 4:
        return max(unspaced // 2, 1)
    return len(_WORD.findall(text))


def is_unspaced(text: str) -> bool:
    """Whether the line is in a writing without spaces between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


@lru_cache(maxsize=4096)
def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, quotes and brackets behind the stop allowed; in a
    longer line also the number of a note (`… before dusk. 3`)."""
    text = text.rstrip()
    if text[-1:].isdigit():
        return word_count(text) >= 6 and _NOTED.search(text) is not None
    return _TERMINAL.search(text) is not None


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[str, ...]:
    """The pieces of a line between bars, bullets, spaced dashes and slashes."""
    pieces = SEPARATOR.split(text) if _MARK.search(text) else (text,)
    return tuple(piece.strip() for piece in pieces if piece and piece.strip())


def is_name(text: str, most_words: int = 6) -> bool:
    """Whether a piece is written like a name: capitalised words, no sentence, few of them."""
    words = text.split()
    if not words or len(words) > most_words or not is_phrase(text):
        return False
    big = [word for word in words if word.casefold() not in _SMALL_WORDS]
    return bool(big) and all(_is_big(word) for word in big)


def is_phrase(text: str) -> bool:
    """Whether a piece is short and free of the marks of sentences and addresses."""
    if len(text) > 60 or re.search(r"[!?;:\"“”<>@=,]", text):
        return False
    return not text.endswith(".") or re.search(r"\b\w\.$", text) is not None


def _is_big(word: str) -> bool:
    if _JOINED_ARTICLE.match(word):
        return True
    first = word.lstrip("([‘“'")[:1]
    return (
        first.isupper() or first.isdigit() or (first.isalpha() and first.lower() == first.upper())
    )


def similar_start(short: str, long: str) -> bool:
    """Whether `short` is a cut-off copy of the beginning of `long` (or the same), folded."""
    a, b = folded(short).rstrip(" .…"), folded(long).rstrip(" .…")
    return a == b or (len(a) >= 20 and b.startswith(a))
