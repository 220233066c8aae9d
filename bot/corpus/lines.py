"""The shape and place of a line: is it text, and if not, why not."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from bot.corpus.draft import Line
from bot.corpus.languages import is_other_language
from bot.corpus.phrases import phrasebook
from bot.corpus.rules import table
from bot.corpus.wording import (
    ends_sentence,
    folded,
    is_name,
    is_unspaced,
    parts,
    tokens,
    word_count,
)

_PLAY_TIME = re.compile(r"\(?\b\d{1,2}:\d{2}(?::\d{2})?\)?\s*$|^\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}$")
_ARROW = re.compile(r"^(?:[»›→▶►◄←↑⇒☞✉☎★☆]|>>?)|(?:[»›→▶►⇒↑]|>>?)$")
_QUOTED = re.compile(r"[\"“„«‘'][^\"“”„«»]{12,}[\"”“»’']")
_COUNTER = re.compile(r"^[\d.,]+\s?[kKmM]?\s+[^\W\d_]+(?:\s+[^\W\d_]+)?$")
_UNSPACED_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+")
# [caption id=12] of WordPress, :::ad of Markdown's containers, {{< figure >}} of Hugo, {% ad %} of
# Jekyll
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|video|audio|playlist|ad|ads|adrotate|advert|newsletter|button|"
    r"contact-form|social|share|related|banner)\b[^\]]{0,200}\]"
    r"|:::\s?(?:ad|ads|advert|promo|newsletter|related|share|figure|embed|video)\b"
    r"|\{\{[<%].{0,200}[%>]\}\}$|\{%.{0,200}%\}$|:::$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[a-zß-ÿ]{3,}[.!?][\"”’»)]*\s+[\"“‘«(]?[A-ZÀ-Þ]")
_UNSTOPPED = re.compile("[\u0e00-\u0eff]")  # Thai and Lao, which end sentences without a mark
_CAPTION_MARK = re.compile(r"[▲△▼]\s*\S")
_LABEL = re.compile(r"[^\W\d_][\w’'-]{0,24}(?: [\w’'-]{1,24}){0,2}:\s+\S")
_DISCOUNT = re.compile(
    r"\b\d{1,2}\s?(?:%|per ?cent)\s(?:off|rabatt?|discount|di sconto|korting|zniżki|slevy?|zľava|"
    r"de (?:descuento|desconto|réduction|remise)|скидк[аи]|знижк[аи]|indirim|kedvezmény|alennus|"
    r"reducere|έκπτωση|popusta?|soodustus)(?!\w)"
    r"|(?:^|\s)[-–−]\d{1,2}\s?%(?:\s|$)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\((?:PDF|DOCX?|XLSX?|CSV|ZIP|EPUB|MP3)(?:[,;]?\s[^()]{1,20})?\)$", re.IGNORECASE
)


def without_lone_rows(lines: list[Line]) -> list[Line]:
    """The lines, with a row that has no row beside it as text: a menu bar, not a table."""
    return [
        Line(line.text, line.block, "text")
        if line.kind == "row"
        and not any(other.kind == "row" for other in (*lines[at - 1 : at], *lines[at + 1 : at + 2]))
        else line
        for at, line in enumerate(lines)
    ]


def is_body(line: Line) -> bool:
    """Whether a line is surely written as text: a sentence, a long line, a full item or a row."""
    count = word_count(line.text)
    if line.kind == "item":
        return count >= 5 or (count >= 3 and ends_sentence(line.text))
    if line.kind == "row":
        return True
    if line.kind == "heading":
        return count >= 8 and ends_sentence(line.text)
    if count >= 14 and _goes_unstopped(line.text):
        return True
    return count >= 25 or (ends_sentence(line.text) and count >= 6)


def _goes_unstopped(text: str) -> bool:
    if text.isascii() or not _UNSTOPPED.search(text):
        return False
    return re.search(r"[\s\d]", text) is not None


class Page:
    """The lines of one article and where its text begins and ends.

    `known` are the positions that words have already told about; they are no text.
    """

    def __init__(
        self, lines: list[Line], known: set[int], facts: list[bool], language: str
    ) -> None:
        self.lines = lines
        self.language = language
        self.title_at = 0
        self.boilerplate: set[int] = set()
        self.openers: list[int] = []
        """For each line the one above it, for an item the one above its list."""
        for at, line in enumerate(lines):
            is_next = at and line.kind == lines[at - 1].kind == "item"
            self.openers.append(self.openers[-1] if is_next else max(at - 1, 0))
        self.headers: set[int] = set()
        """Where a phrase such as "Most read" stands, which may have a list behind it."""
        self.listed: set[int] = set()
        self.facts = facts
        body = [
            at for at, line in enumerate(lines) if at not in known and (facts[at] or is_body(line))
        ]
        self.first = body[0] if body else 0
        self.last = body[-1] if body else len(lines) - 1
        self.body = frozenset(body)
        self.stems = Counter(stem for at in body for stem in stems(lines[at].text))
        inside = [at for at in range(self.first, self.last + 1) if at not in known]
        loose = [at for at in inside if not is_body(lines[at])]
        self.is_loose = len(loose) >= 4 and len(loose) >= 0.4 * len(inside)
        self.marked = sum(_CAPTION_MARK.match(line.text) is not None for line in lines)
        self.questions = sum(lines[at].text.endswith("?") for at in inside)
        self.labels = sum(_LABEL.match(lines[at].text) is not None for at in inside)
        foreign = [at for at in body if is_other_language(lines[at].text, language)]
        size = sum(len(lines[at].text) for at in body) or 1
        self.texts = {at: folded(lines[at].text) for at in body if len(lines[at].text) < 5000}
        self.is_mixed = sum(len(lines[at].text) for at in foreign) > 0.35 * size

    def is_inside(self, position: int) -> bool:
        """Whether a position is between the first and the last line of text."""
        return self.first <= position <= self.last

    def is_beside_boilerplate(self, position: int) -> bool:
        """Whether a neighbour in the same block was dropped."""
        block = self.lines[position].block
        return any(
            at in self.boilerplate and self.lines[at].block == block
            for at in (position - 1, position + 1)
            if 0 <= at < len(self.lines)
        )

    def topic_words(self, position: int) -> int:
        """How many content words of a line other lines of the text have too."""
        own = 1 if position in self.body else 0
        return sum(self.stems[stem] > own for stem in stems(self.lines[position].text))


def stems(text: str) -> set[str]:
    """The beginnings of the longer words of a line, for comparing what lines are about."""
    if is_unspaced(text):  # pairs of characters, where words are not told apart
        runs = _UNSPACED_RUN.findall(text)
        return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
    return {word[:6] for word in tokens(text) if len(word) >= 4 and word not in _small_words()}


def verdict_by_shape(page: Page, position: int) -> str | None:
    """The rule that drops a line for its shape, place or language; None where it stays."""
    line = page.lines[position]
    text, count = line.text, word_count(line.text)
    if not re.search(r"\w", text):
        return "no words"
    if _SHORTCODE.match(text):
        return "shortcode"
    if all(word.startswith(("#", "@")) for word in text.split()):
        return "hashtags"
    if not page.is_mixed and count <= 80 and is_other_language(text, page.language):
        return "another language than the article's"
    if _CAPTION_MARK.match(text) and count <= 40 and page.marked < 3:
        return "caption mark"
    if line.kind != "row" and 5 <= count <= 40 and _repeats_text(page, position):
        return "repeats words of the text"
    if _is_listed_under_header(page, position):
        page.listed.add(position)
        return "in a list of other articles"
    if line.kind == "item" and (_is_introduced(page, position) or _goes_on_with(page, position)):
        return None
    if line.kind == "item" and count <= 5 and not page.is_inside(position):
        return None if page.topic_words(position) or ends_sentence(text) else "list of links"
    if page.facts[position] or line.kind in ("item", "row") or count > 16:
        return None
    if _DISCOUNT.search(text) and not text.endswith("."):
        return "offers a discount"
    if ends_sentence(text):
        return _verdict_on_sentence(page, position)
    if _DOCUMENT.search(text) and count <= 8:
        return "link"
    if count >= 12 and _GOES_ON.search(text):
        return None  # a paragraph whose end is lost
    if line.kind == "heading" and position < page.title_at:
        return "above the title"
    if line.kind == "heading":
        return None if page.is_inside(position) or position < page.last else "heading without text"
    if not page.is_inside(position):
        return _verdict_outside(page, position)
    return _verdict_inside(page, position)


def _repeats_text(page: Page, position: int) -> bool:
    """Whether a line's words stand, as they are, inside a longer line: a quotation set apart."""
    own = folded(page.lines[position].text).strip(" \"“”„«»'.…-–—•*>")
    return word_count(own) >= 5 and any(
        own in text and at != position and len(text) > len(own) + 20
        for at, text in page.texts.items()
    )


def _is_introduced(page: Page, position: int) -> bool:
    """Whether an item is of a list that a kept line with a colon opens: "You need:"."""
    before = page.openers[position]
    return (
        before not in page.boilerplate
        and page.lines[before].text.rstrip().endswith((":", "："))
        and page.first < before <= page.last + 1
    )


def _goes_on_with(page: Page, position: int) -> bool:
    """Whether an item below the text is the next of a list whose items before it were kept."""
    before = position - 1
    own, above = page.lines[position], page.lines[max(before, 0)]
    return (
        position > 1
        and above.kind == "item"
        and before not in page.boilerplate
        and page.is_inside(before)
        and own.text[:1].isdigit() == above.text[:1].isdigit()
        and (own.block == above.block or own.text[:1].isdigit())
    )


def _verdict_on_sentence(page: Page, position: int) -> str | None:
    """A short sentence is dropped only if it is about nothing in the text and cries out."""
    text = page.lines[position].text
    words = tokens(text)
    if _asks_the_reader(page, position, words):
        return "asks the reader"
    if len(words) > 10 or page.topic_words(position) or not text[0].isalpha():
        return None
    if not text.endswith("!") or phrasebook().narrative_words["en"] & set(words):
        return None
    return "calls the reader"


def _asks_the_reader(page: Page, position: int, words: tuple[str, ...]) -> bool:
    """Whether a line is one short question to the reader, where no interview is printed."""
    text = page.lines[position].text
    if not text.endswith("?") or len(words) > 8 or re.search(r"[.!?]\s", text) or ":" in words:
        return False
    speaks = phrasebook().addresses_reader(words, page.language)
    return speaks and page.questions < 3 and not page.topic_words(position)


def _is_listed_under_header(page: Page, position: int) -> bool:
    """Whether a short line follows a header such as "Most read" with only such lines between."""
    line = page.lines[position]
    if word_count(line.text) > 14 or re.search(r"[.;。؛।։።]$", line.text):
        return False
    if page.labels >= 2 and _LABEL.match(line.text):  # of an interview: "Q: How long is it?"
        return False
    before = position - 1
    if before < 0 or before not in page.boilerplate:
        return False
    is_near = page.lines[before].block == line.block or line.kind == "item"
    if before in page.headers:
        return is_near and word_count(page.lines[before].text) <= 5
    above = page.lines[before]
    return above.kind == line.kind and before in page.listed and is_near


def _verdict_outside(page: Page, position: int) -> str | None:
    text = page.lines[position].text
    is_standfirst = (
        word_count(text) >= 7 and page.topic_words(position) >= 2 and len(parts(text)) == 1
    )
    if is_standfirst and not is_name(text, 12) and not page.is_beside_boilerplate(position):
        return None
    return "above the text" if position < page.first else "below the text"


def _verdict_inside(page: Page, position: int) -> str | None:
    text = page.lines[position].text
    if page.is_beside_boilerplate(position):
        return "beside boilerplate"
    if _PLAY_TIME.search(text) and word_count(text) <= 12:
        return "length of a recording"
    if _ARROW.search(text.strip()):
        return "link"
    if {"your", "our", "you", "us"} & set(tokens(text)) and page.language == "en":
        return "calls the reader"
    pieces = parts(text)
    short = all(word_count(piece) <= 4 for piece in pieces)
    if short and (len(pieces) >= 3 or (len(pieces) == 2 and re.search(r"\s[|•·]\s", text))):
        return "row of links"
    if _COUNTER.match(text):
        return "counter"
    if page.is_loose or (_LABEL.match(text) and page.labels >= 2):
        return None
    if is_unspaced(text) or page.topic_words(position) or _QUOTED.fullmatch(text):
        return None
    return "shares no word with the text"


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for words in table("function_words").values() for word in words.split())
