"""Lines of nothing but a date, a name, a place and a time: `24 November 2015 — Harbour Wire`.

Also what precedes the first words of a text: `date 2023-03-06`, a unix stamp, `NAIROBI (Agency) —`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.corpus.bylines import author_of
from bot.corpus.dates import find_dates, stamp_date, weekday_numbers, whole_date
from bot.corpus.draft import DateReading
from bot.corpus.eras import lunar_months
from bot.corpus.phrases import Phrasebook
from bot.corpus.rules import table
from bot.corpus.wording import (
    ends_sentence,
    folded,
    is_name,
    is_unspaced,
    parts,
    tokens,
    western_digits,
    word_count,
)

_TIME = re.compile(
    r"\bT?\d{1,2}(?:[:.h]|\s?Uhr\s?|\sh\s)\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?|h|Z|Uhr)?(?![\d])"
    r"|\b\d{1,2}\s*(?:[ap]\.?m\.?\b|Uhr\b)|[+-]\d{2}:?\d{2}\b|\b\d{1,2}時(?:\d{1,2}分)?|\(\s*\)",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"\s{0,9}[\[(]?(?P<label>[A-Za-z][A-Za-z_ -]{1,20}?)?\s{0,9}[:=]?\s{0,9}"
    r"(?P<date>(?:18|19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|(?:19|20)\d{6}(?=\D)|\d{10}(?=\D)|\d{13}(?=\D))[\])]?\s*[:|–—-]*\s+(?=\S)"
)
_BRACKETS = re.compile(r"[\[(]([^\[\]()]{6,40})[\])]\s+(?=\S)")
# "Vol. LXI, No. 14,207", "page 9, column 2", "Price 3d.", "[scan]", "(English edition)"
_EDITION = re.compile(
    r"[\[(]\s*(?:scan|scanned|reprint|(?:[^\W\d_]+ )?(?:edition|édition|edición|edição|ausgabe)"
    r"(?: [^\W\d_]+)?)\s*[\])]?"
    r"|\b(?:vol(?:ume)?|no|nr|n[°º]|num|número|numéro|nummer|issue|edition|edición|ausgabe|año|"
    r"jahrgang|jg|page|pages|pp?|column|col|seite|página|price|preis|prix|precio)\b\.?\s*"
    r"(?:[IVXLCDM]+|[$£€]?[\d.,/-]+)\s?(?:[a-z]{1,2}|cents?|pence|pennies|centavos|centimes|kopeks)?\b"
    r"\.?,?"
    r"|\b\d{1,2}\s*(?:-\s*)?min(?:ute[ns]?|utos?|uti|\.)?\s+(?:read|de lectur[ae]|lesezeit|"
    r"di lettura|leestijd|de leitura|czytania|чтения)\b",
    re.IGNORECASE,
)
_BY_AGENCIES = re.compile(
    r"\s+(?:with|and|avec|mit|und|con|y|e|et)\s+(?:the\s+)?(?:agencies|agences|agenturen|agencias|"
    r"agências|wires|[A-Z]{2,5}(?:/[A-Z]{2,5})*)$"
)
_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|from|via)\s*:\s*|from\s+(?=the\s+[A-Z])", re.IGNORECASE
)
_ARTICLES = frozenset("The Der Die Das Le La Les L’ El Los Las Il Lo De Het O Os As".split())
_PREPOSITIONS = frozenset("in on at from bei im dans sur en em su i w v på op".split())
_PREFIX_LABELS = frozenset(
    "date dated published posted updated created time timestamp ts dt day datum fecha pubdate "
    "crawled".split()
)
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n–—:;!?]{1,60}?)\s*(?:\((?P<agency>[^()]{2,40})\)\s*)?(?:[–—―]|--?|:)\s+(?=\S)"
)


_DATED_LINE = re.compile(r"(?P<head>[^\n–—:;!?]{6,90}?)\s*(?:[–—―]|--?|:)\s+(?=\S)")


_SEASON = re.compile(
    r"^(?:spring|summer|autumn|fall|winter)(?: issue)?,?\s+(?=\d{4}$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that dates an article. `names` are its other pieces, in order, unjudged."""

    reading: DateReading
    names: tuple[str, ...]
    updated: bool
    joined: bool
    """Whether the name stands before the date with a comma only, as a place does."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """A date in front of the first words of a file; the text begins at `end`."""

    end: int
    reading: DateReading
    text: str


def date_prefix(text: str) -> Prefix | None:
    """The machine's date before a text: ` date 2023-03-06 The North …`, `1660884494 Russia …`."""
    match = _PREFIX.match(text)
    if match is None:
        return _date_in_brackets(text)
    label = (match["label"] or "").strip().casefold()
    if label and not set(re.split(r"[ _-]+", label)) <= _PREFIX_LABELS:
        return None
    digits = match["date"]
    if digits.isdigit() and len(digits) >= 10:
        reading = stamp_date(float(digits), "timestamp")
    else:
        reading = whole_date(digits, "text")
    if reading is None or reading.date.year < 1900:
        return None
    return Prefix(match.end(), reading, match[0].strip())


def _date_in_brackets(text: str) -> Prefix | None:
    """`[12 June 2013] Fiji sends soldiers`."""
    match = _BRACKETS.match(text)
    dates = find_dates(match[1], "text") if match else []
    if match is None or len(dates) != 1 or dates[0].end - dates[0].start < len(match[1].strip()):
        return None
    return Prefix(match.end(), dates[0].reading, match[0].strip())


def date_line(text: str, language: str, book: Phrasebook) -> DateLine | None:
    """What a line says if it is no more than a date with names, times and page words around it."""
    if word_count(text) > 26 or len(text) > 200:
        return None
    text = _without_lunar_dates(text)
    dates = find_dates(text, "text", language)
    text = western_digits(text)
    if not dates:
        pieces = parts(text)
        years = [(piece, year) for piece in pieces if (year := _lone_date(piece, language))]
        others = tuple(piece for piece in pieces if piece not in dict(years))
        if len(years) != 1 or not all(is_name(piece) for piece in others):
            return None
        return DateLine(years[0][1], others, False, False)
    rest = text
    for date in reversed(dates):
        rest = f"{rest[: date.start]} | {rest[date.end :]}"
    rest = _TIME.sub(" ", rest)
    names: list[str] = []
    for piece in parts(rest):
        piece = _EDITION.sub(" ", _BY_AGENCIES.sub("", piece))
        name = _without_date_words(_SOURCE.sub("", piece.strip(" ~*/+"), count=1))
        if not name or book.whole(name):
            continue
        if not _may_stand_beside_date(name, text):
            return None
        names.append(name)
    if sum(word_count(name) for name in names) > 14 or len(names) > 4:
        return None
    updated = any(word in _updated_words() for word in _words_before(text, dates[0].start))
    chosen = dates[1] if updated and len(dates) > 1 else dates[0]
    joined = len(parts(text)) == 1 and not is_unspaced(text) and not re.match(r"[\[(]", text)
    return DateLine(chosen.reading, tuple(names), updated and len(dates) == 1, joined)


def _without_lunar_dates(text: str) -> str:
    """A line without dates of the lunar year (`27 Shawwal 1410`), which stand beside others."""
    return _lunar_date().sub(" ", text) if re.search(r"\b[1١۱][3٣۳4٤۴]\d\d\b", text) else text


def _may_stand_beside_date(name: str, text: str) -> bool:
    """Whether a piece leaves the line a date line; in "On 26 June the mission ended." it does not.

    Names and bylines may stand anywhere, other words only between bars or dashes.
    """
    if word_count(name) > 7:
        return False
    if is_name(name, 7) or author_of(name):
        return True
    is_piece = any(name in piece and len(piece) < len(text) - 4 for piece in parts(text))
    return is_piece and word_count(name) <= 5 and not ends_sentence(text)


def dateline_date(text: str, language: str) -> DateReading | None:
    """The date inside the dateline of a first paragraph: `NAIROBI, March 5, 2014 (Agency) —`."""
    match = _DATED_LINE.match(text)
    if match is None:
        return None
    dates = find_dates(match["head"], "text", language)
    if len(dates) != 1:
        return None
    rest = match["head"][: dates[0].start] + " " + match["head"][dates[0].end :]
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if not _is_date_word(word)]
    is_place = all(word[:1].isupper() for word in words) and len(words) <= 7
    is_place = is_place and any(len(word) > 3 for word in words)
    return dates[0].reading if is_place else None


def _lone_date(text: str, language: str) -> DateReading | None:
    """`2014`, `03/2014`: dates so short that they are one only where they are the whole line."""
    bare = _SEASON.sub("", text.strip(" .()[]*_–—-"))
    if re.fullmatch(r"(?:18|19|20)\d\d|\d{1,2}\s?[/.]\s?(?:18|19|20)\d\d", bare):
        return whole_date(bare, "text", language)
    return None


def _without_date_words(piece: str) -> str:
    """A piece without weekdays, labels and punctuation; empty where nothing else is in it."""
    if is_unspaced(piece):
        for word in sorted(_date_words(), key=len, reverse=True):
            if len(word) > 1 and is_unspaced(word):
                piece = piece.replace(word, " ")
        piece = re.sub(
            r"[（(]?[月火水木金土日一二三四五六天](?:曜日)?[）)]|星期.|[：:()（）]", " ", piece
        )
    words = re.findall(r"\S+", piece)
    kept = [word for word in words if not _is_date_word(word)]
    if not kept:
        return ""
    # Words of dates inside a name ("Voice of the West") stay: only the ends are trimmed, and a
    # name keeps its article ("The Quarterdeck").
    start = next(index for index, word in enumerate(words) if not _is_date_word(word))
    if start and words[start - 1] in _ARTICLES and words[start][:1].isupper():
        start -= 1
    end = max(index for index, word in enumerate(words) if not _is_date_word(word)) + 1
    while start < end - 1 and words[start] in _PREPOSITIONS:  # "published in Drava Review"
        start += 1
    return " ".join(words[start:end]).strip(" ,;:.()[]–—-")


def _is_date_word(word: str) -> bool:
    bare = folded(word).strip(".,;:()[]'\"*_–—-/+#")
    if not bare or bare in _date_words() or bare in _folded_weekdays():
        return True
    return bare.isdigit() and len(bare) <= 2


def _words_before(text: str, end: int) -> tuple[str, ...]:
    return tokens(text[:end])


@cache
def _lunar_date() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lunar_months()))
    return re.compile(
        rf"\d{{1,2}}[\s,-]+(?:{names})[\s,-]+[1١۱][3٣۳4٤۴]\d\d(?:\s?(?:هـ|ه|A\.?H\.?|H)\b)?", re.I
    )


@cache
def _date_words() -> frozenset[str]:
    return frozenset(folded(word) for word in table("labels")["date_words"])


@cache
def _updated_words() -> frozenset[str]:
    return frozenset(folded(word) for word in table("labels")["updated_words"])


@cache
def _folded_weekdays() -> frozenset[str]:
    return frozenset(word for name in weekday_numbers() for word in folded(name).split())
