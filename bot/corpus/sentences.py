"""Paragraphs → passages: sentences as exact slices of the clean text.

sentencex (Wikimedia's, MIT, 30 µs an article) finds the ends; what it cannot know of news text is
put right here: ends it sees inside a sentence are joined, datelines and bullets are left outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.openings import DATELINE
from bot.model import Article, Passage

# What ends with a full stop inside a sentence, before a capital or a digit.
_OPEN_END = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Gov|Sen|Rep|Rev|Hon|St|Mt"
    r"|Ft|Pres|Amb|Brig|Pvt|Cpl|Jr|Sr|vs|No|Nos|Art|Arts|Res|Op|Vol|pp|ca|approx|est|incl|Jan|Feb"
    r"|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|D\.C|i\.e|e\.g|a\.k\.a"
    r"))\.[\"'”’)]*\s*$"
)
# What ends with a full stop before a number: "kb. 3,5 km", "art. 5", "9 h. 30".
_BEFORE_NUMBER = re.compile(
    r"(?:\b(?:ca|cca|ok|kb|oko|ung|env|aprox|approx|c|h|nr|Nr|núm|str|s|S|p|art|Art|par|Abs|abs|r|п|ст|№)"
    r"|τ)\.\s*$"
)
# 「行こう。」と言った。 “走吧。”他说。: who said so belongs to what was said.
_ASIAN_SPEECH = re.compile(
    r"[」』]と|[”」』][^\s，。]{0,12}(?:说|說|表示|指出|称|稱|道|问|問)(?=[，。,])"
)
_TITLES = re.compile(r"(?:डॉ|श्री|प्रो|ডা|ড)\.\s*$")
_GREEK_QUESTION = re.compile(r";\s+(?=[«\"]?[Α-ΩΆΈΉΊΌΎΏ])")
_BEFORE_OPENING_MARK = re.compile(r"[.!?]\s+(?=[¿¡])")
_IN_BRACKETS = re.compile(r"\s*\([A-ZÀ-Þ][^()]{3,300}[.!?]\)\s+(?=[\"“]?[A-ZÀ-Þ])")
_NEAR = 80
_SPACE = re.compile(r"\s*")
_BULLET = re.compile(r"(?:[-*•‣◦▪–—·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_ENDS_OPEN = re.compile(r"[,;:–—-]\s*$")
_SENTENCE_STARTS = frozenset(
    "The A An In On At It He She They We I This That These Those But And However Its His Her Their "
    "There If When While After Before Since For From With As No Not Both Some Many Most All".split()
)


LONGEST = 2_000
"""Characters of a sentence. The longest of a newspaper have some 800."""


def passages(article: Article) -> tuple[Passage, ...]:
    """The sentences of an article in reading order, numbered through the article from 0."""
    found: list[Passage] = []
    for paragraph, text in enumerate(article.paragraphs):
        for whole in spans(text, article.language):
            for start, end in _pieces(text, *whole):
                found.append(
                    Passage(article.id, len(found), paragraph, start, end, text[start:end])
                )
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence; one that is longer than any that is written, in pieces of whole words.

    What is drawn from a sentence and told of it compares its parts with each other: a megabyte
    without a full stop must not take an hour.
    """
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = cut + len(text[cut : cut + 9]) - len(text[cut : cut + 9].lstrip())
    if end > start:
        yield start, end


def spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end, without the space around them."""
    first = _first_word(text)
    if " | " in text:  # a row of a table is one statement
        yield first, len(text)
        return
    start = first
    for end in _ends(text, first, language):
        piece_start = start + len(text[start:end]) - len(text[start:end].lstrip())
        piece_end = start + len(text[start:end].rstrip())
        if piece_end > piece_start:
            yield piece_start, piece_end
        start = end


def _first_word(text: str) -> int:
    """Where the first sentence begins: behind a bullet, or a dateline with its agency."""
    if match := _BULLET.match(text):
        return match.end() if match.end() < len(text) else 0
    match = DATELINE.match(text)
    if match and _is_dateline(match):
        return match.end() if match.end() < len(text) else 0
    return 0


def _is_dateline(match: re.Match[str]) -> bool:
    city = match["place"].split(",")[0].strip()
    return len(city) >= 3 and city.isupper() and len(city.split()) <= 4


def _ends(text: str, first: int, language: str) -> list[int]:
    import sentencex

    ends: list[int] = []
    position = first
    for segment in sentencex.segment(language, text[first:]):
        at = text.find(segment, position)
        position = (at if at >= 0 else position) + len(segment)
        ends += _short_no(text, position - len(segment), position)
        ends += _missed(segment, position - len(segment), language)
        ends.append(min(position, len(text)))
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return [end for end in ends if end == len(text) or not _is_inside(text, end, language)]


def _missed(segment: str, start: int, language: str) -> list[int]:
    """Ends that sentencex does not see: before ¿ and ¡, behind a Greek ;, behind a (whole one.)."""
    shapes = [_BEFORE_OPENING_MARK, *([_GREEK_QUESTION] if language == "el" else [])]
    found = [start + match.end() for shape in shapes for match in shape.finditer(segment)]
    if match := _IN_BRACKETS.match(segment):
        found.append(start + match.end())
    return sorted(found)


def _short_no(text: str, start: int, end: int) -> list[int]:
    """The end of a "No." that answers a question; sentencex takes it for "number"."""
    if "No." not in text[start:end]:
        return []
    match = re.match(r"\s*[\"“‘']?No\.[\"”’']?\s+(?=[\"“‘']?[^\W\d_])", text[start:end])
    return [start + match.end()] if match else []


def _is_inside(text: str, end: int, language: str) -> bool:
    """Whether a boundary stands inside a sentence after all."""
    # Only what is near: slices of a whole paragraph for each end of it would take its square.
    before = text[max(end - _NEAR, 0) : end].rstrip()
    start = _SPACE.match(text, end).end()  # type: ignore[union-attr]
    behind = text[start : start + _NEAR]
    if not behind:
        return False
    if _ENDS_OPEN.search(before) and not (language == "el" and before.endswith(";")):
        return True
    if behind[0].islower() and not behind[0].isdigit():
        return True
    if _TITLES.search(before[-8:]) or _ASIAN_SPEECH.match(before[-1:] + behind):
        return True
    if _BEFORE_NUMBER.search(before[-14:]) and behind[0].isdigit():
        return True
    if (match := _OPEN_END.search(before[-14:])) is None:
        return False
    word = re.match(r"[\"“‘'(]*([^\W\d_]+)", behind)
    if word and re.search(r"\bNos?\.$", before):
        return False
    if match[0].strip("\"'”’) ").endswith(("U.S.", "U.K.", "U.N.", "E.U.", "D.C.")):
        return not (word and word[1] in _SENTENCE_STARTS)
    return True
