"""Boilerplate known by its words: the phrase files, looked up in a line. Knows no place in a page.

`rules/phrases/LANGUAGE.toml` holds a table a class ("advertisement", "caption" …) of lists; phrases
are compared without case, accents and punctuation, a colon excepted:
- whole:    the line, or a piece of it between bars and dashes, is the phrase
- start:    the line begins with it and is no sentence, or addresses the reader
- opening:  the line begins with it, sentence or not
- within:   it stands anywhere in a short line that is no sentence, or addresses the reader
- sentence: it stands anywhere in a line of one sentence
- end:      the line ends with it, without a full stop
- always:   it stands anywhere in a line
All languages are active for every article, since banners come in other languages than the text.
Two lists hold no boilerplate: "reader", the words with which a page speaks to its reader, and
"narrative", the verbs with which a sentence reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from bot.corpus.rules import phrase_tables
from bot.corpus.wording import ends_sentence, folded, is_unspaced, parts, tokens, word_count

Mode = Literal["whole", "start", "opening", "within", "sentence", "end", "always"]

# A line of more words is not judged by a phrase of this mode. A class may set `most_words` for its
# starts and openings: captions are long.
_MOST_WORDS: dict[Mode, int] = {
    "whole": 12, "start": 22, "opening": 30, "within": 14, "sentence": 34, "end": 90, "always": 90,
}  # fmt: skip
_MOST_CHARACTERS = 1500
_BRACKETS = ("[", "(", "【")
_BRACKETED = re.compile(r"[\[(【]\s*([^\])】]{2,30}?)\s*[\])】]\s*\S")
_LABELS = frozenset({"advertisement", "read_also", "share", "newsletter", "caption", "player"})
_FULL_STOP = re.compile(r"\.[\"'”’»)]*$")
_BREAK_INSIDE = re.compile(r"[.!?]['\"”’)]*\s+[\"“‘(]?[A-ZÀ-ÞА-ЯΑ-Ω]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a phrase file. `words` are folded tokens, `most_words` bounds the line."""

    words: tuple[str, ...]
    mode: Mode
    category: str
    language: str
    most_words: int

    @property
    def rule(self) -> str:
        """How a dropped line names the rule that dropped it."""
        return f"{self.category}, {self.language}: {' '.join(self.words)}"


ByStart = dict[str, dict[str, tuple[Phrase, ...]]]
"""Phrases by their first word and their second, in the order of their files; one of a single word
stands under each second, and under ""."""


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Phrases by how they are looked up, those in writing without spaces, words to the reader."""

    wholes: dict[tuple[str, ...], Phrase]
    leading: ByStart
    """What only the beginning of a line can be."""
    inner: ByStart
    """What may stand anywhere in a line."""
    unspaced: tuple[tuple[str, Phrase], ...]
    reader_words: dict[str, frozenset[str]]
    narrative_words: dict[str, frozenset[str]]

    def match(self, text: str) -> Phrase | None:
        """The first phrase that speaks against the line."""
        if len(text) > _MOST_CHARACTERS:
            return None
        count = word_count(text)
        if count > _MOST_WORDS["always"]:
            return None
        label = _BRACKETED.match(text) if text[:1] in _BRACKETS else None
        if label and (found := self.whole(label[1])) and found.category in _LABELS:
            return found
        if is_unspaced(text):
            return self._match_unspaced(text, count)
        words = tokens(text)
        if count <= _MOST_WORDS["whole"]:
            bare = tuple(word for word in words if not word.isdigit())  # show 12 more updates
            if found := self.wholes.get(_without_numbers(words)) or self.wholes.get(bare):
                return found
        is_sentence = ends_sentence(text) and not (count <= 5 and text.endswith(("…", "...")))
        for position in range(len(words)):
            candidates = _beginning_so(self.inner, words, position)
            if not position:
                candidates = (*_beginning_so(self.leading, words, 0), *candidates)
            for phrase in candidates:
                if words[position : position + len(phrase.words)] != phrase.words:
                    continue
                if self._tells_a_story(phrase, words, position, text):
                    continue
                loose = not is_sentence or (
                    count <= 25
                    and phrase.category != "caption"  # speaks to nobody
                    and self.addresses_reader(words, phrase.language)
                )
                if _speaks(phrase, words, position, count, loose, text):
                    return phrase
        return None

    def whole(self, text: str) -> Phrase | None:
        """The phrase that this piece is, if it is nothing else."""
        if is_unspaced(text):
            found = self._match_unspaced(text, word_count(text))
            return found if found and found.mode == "whole" else None
        return self.wholes.get(_without_numbers(tokens(text)))

    def addresses_reader(self, words: tuple[str, ...], language: str) -> bool:
        """Whether a page speaks to its reader here, in this language: you, our, here, now."""
        return not self.reader_words.get(language, frozenset()).isdisjoint(words)

    def _tells_a_story(
        self, phrase: Phrase, words: tuple[str, ...], position: int, text: str
    ) -> bool:
        """Whether a full sentence reports something, and only happens to hold the phrase."""
        if phrase.mode not in ("start", "opening", "within") or not _FULL_STOP.search(text):
            return False
        if phrase.mode == "opening" and phrase.category == "copyright":
            return False
        behind = words[position + len(phrase.words) :]
        if phrase.words[-1] == ":" or behind[:1] == (":",):
            return False
        if phrase.category == "byline" and len(words) > 5:
            return True
        others = (*words[:position], *behind)
        return not self.narrative_words.get(phrase.language, frozenset()).isdisjoint(others)

    def mostly(self, text: str) -> Phrase | None:
        """The first phrase of a line whose pieces are phrases, but for a third: `Share, print`."""
        pieces = self.pieces(text)
        known = [piece for piece in pieces if piece is not None]
        is_made_of = len(known) == len(pieces) or (
            len(known) >= 2 and len(known) * 3 >= len(pieces) * 2
        )
        return known[0] if len(pieces) >= 2 and known and is_made_of else None

    def pieces(self, text: str) -> list[Phrase | None]:
        """For each piece between bars, dashes and commas, the phrase that it is."""
        if len(text) > _MOST_CHARACTERS:
            return []
        pieces = [piece for part in parts(text) for piece in re.split(r",| & ", part)]
        return [self.whole(piece) for piece in pieces if piece.strip()]

    def _match_unspaced(self, text: str, count: int) -> Phrase | None:
        line = folded(text).strip(" :：。!！[]【】()（）|「」・>＞»")
        for needle, phrase in self.unspaced:
            if count > phrase.most_words:
                continue
            if (
                (phrase.mode == "whole" and line == needle)
                or (phrase.mode in ("start", "opening") and line.startswith(needle))
                or (phrase.mode == "end" and line.endswith(needle))
                or (phrase.mode in ("within", "sentence", "always") and needle in line)
            ):
                return phrase
        return None


@cache
def phrasebook() -> Phrasebook:
    """The phrases of all languages."""
    wholes: dict[tuple[str, ...], Phrase] = {}
    leading: dict[str, list[Phrase]] = {}
    inner: dict[str, list[Phrase]] = {}
    unspaced: list[tuple[str, Phrase]] = []
    speech: dict[str, dict[str, frozenset[str]]] = {"reader": {}, "narrative": {}}
    for language, classes in phrase_tables().items():
        for kind, by_language in speech.items():
            by_language[language] = frozenset(
                word for text in classes.get(kind, ()) for word in tokens(text)
            )
        for category, lists in classes.items():
            if category in speech:
                continue
            for phrase, text in _phrases(language, category, lists):
                if is_unspaced(text):
                    unspaced.append((folded(text), phrase))
                elif phrase.mode == "whole" and phrase.words:
                    wholes.setdefault(phrase.words, phrase)
                elif phrase.words:
                    by_word = leading if phrase.mode in ("start", "opening") else inner
                    by_word.setdefault(phrase.words[0], []).append(phrase)
    return Phrasebook(
        wholes,
        _by_start(leading),
        _by_start(inner),
        tuple(unspaced),
        speech["reader"],
        speech["narrative"],
    )


def _by_start(phrases: dict[str, list[Phrase]]) -> ByStart:
    return {
        word: {
            second: tuple(one for one in some if one.words[1:2] in ((), (second,)))
            for second in ("", *(one.words[1] for one in some if len(one.words) > 1))
        }
        for word, some in phrases.items()
    }


def _beginning_so(phrases: ByStart, words: tuple[str, ...], position: int) -> tuple[Phrase, ...]:
    """The phrases that begin with the words at a position: two of them, or one that is all."""
    some = phrases.get(words[position])
    if some is None:
        return ()
    second = words[position + 1] if position + 1 < len(words) else ""
    return some.get(second) or some[""]


def _phrases(language: str, category: str, lists: dict[str, Any]) -> Iterator[tuple[Phrase, str]]:
    for mode, texts in lists.items():
        if mode == "most_words":
            continue
        if mode not in _MOST_WORDS:
            raise ValueError(f"rules/phrases/{language}.toml: [{category}] has no list {mode!r}")
        most = _MOST_WORDS[mode]
        if mode in ("start", "opening") or (mode == "within" and category == "caption"):
            most = int(lists.get("most_words", most))
        for text in texts:
            yield Phrase(tokens(text), mode, category, language, most), text


def _without_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without counts and colons around them: `Comments (214)`, `12 comments`."""
    while words and (words[-1] in (":", "&", "no", "nr") or words[-1].isdigit()):
        words = words[:-1]
    while words and words[0].isdigit():
        words = words[1:]
    return words


def _speaks(
    phrase: Phrase, words: tuple[str, ...], position: int, count: int, loose: bool, text: str
) -> bool:
    if count > phrase.most_words:
        return False
    behind = words[position + len(phrase.words) :]
    match phrase.mode:
        case "opening":
            return position == 0
        case "start":
            is_label = phrase.words[-1] == ":" and re.search(r"\.[\"'”’)]*$", text) is None
            return position == 0 and (loose or is_label)
        case "within":
            return loose
        case "end":
            return not behind and not ends_sentence(text)
        case "sentence":
            return _BREAK_INSIDE.search(text) is None
        case _:
            return True
