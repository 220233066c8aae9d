"""Lines of nothing but a date, a name, a place and a time: `24 November 2015 — Harbour Wire`."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from functools import cache

from bot.corpus.bylines import author_of
from bot.corpus.dates import FoundDate, find_dates, whole_date
from bot.corpus.draft import DateReading
from bot.corpus.editions import (
    EDITION,
    ISSUE_YEAR,
    is_edition_term,
    lone_date,
    names_issue,
    season_behind,
)
from bot.corpus.eras import lunar_months
from bot.corpus.mastheads import claimant, is_slogan
from bot.corpus.months import weekday_numbers
from bot.corpus.notices import source_label, without_lead_in
from bot.corpus.phrases import Phrasebook
from bot.corpus.press_names import could_be_publisher
from bot.corpus.rules import table
from bot.corpus.wording import (
    ends_sentence,
    folded,
    is_name,
    is_phrase,
    is_unspaced,
    parts,
    tokens,
    western_digits,
    word_count,
)

_TIME = re.compile(
    r"\bT?\d{1,2}(?:[:.h]|\s?Uhr\s?|\sh\s)\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?|h|Z|Uhr)?(?![\d])"
    r"|\b\d{1,2}\s*(?:[ap]\.?m\.?\b|Uhr\b)|\b\d{4}\s?(?:GMT|UTC|Z|hrs)\b|[+-]\d{2}:?\d{2}\b|\b\d{1,2}時(?:\d{1,2}分)?|\(\s*\)",
    re.IGNORECASE,
)
_BY_AGENCIES = re.compile(
    r"\s+(?:with|and|avec|mit|und|con|y|e|et)\s+(?:the\s+)?(?:agencies|agences|agenturen|agencias|"
    r"agências|wires|[A-Z]{2,5}(?:/[A-Z]{2,5})*)$"
)
_ARTICLES = frozenset("The Der Die Das Le La Les L’ El Los Las Il Lo De Het O Os As".split())
_NAME_ENDS = ("Hour", "Minutes", "Page", "Pages", "Story", "Stories")
_COUNTED_NAME = re.compile(
    r"(?:7|20|24|48)\s(?:(?:Hour|Heure|Day|Jour|Minute)s|Horas|Stunden|Uur|Ore|Timer|Timmar|Días|Dias|"
    r"Tage|Minuten|Minutos|Minuti|Sata|Hodin|Godzin|Часа|Часов)(?!\w)"
)
_PREPOSITIONS = frozenset("in on at from bei im dans sur en em su i w v på op".split())
_YEARS_ON = re.compile(r"(?<!\d)(?:18|19|20)\d\d\s+(?:18|19|20)\d\d(?!\d)")  # of a menu
# of a monitoring service: "Bamako Radio in French to Africa 1900 GMT 14 Jan 61--E"
_MONITORED = re.compile(
    r"\bin [A-Z]\w+(?: to [A-Z]\w+(?:(?: and)? [A-Z]\w+){0,3})?\s+\d{4} GMT\b|--[A-Z]$"
)
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds since 1970, and nothing else
_CHANCE = frozenset("son den cap ban dang data tempo ora alle nam roku stand".split())
_A_YEAR = re.compile(r"(?:18|19|20)\d\d")
_A_MONTH = datetime.timedelta(days=31)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that dates an article. `names` are its other pieces, in order, unjudged."""

    reading: DateReading
    names: tuple[str, ...]
    updated: bool
    joined: bool
    """Whether the name stands before the date with a comma only, as a place does, and no page or
    number of an issue is told, which places have not."""
    source: str | None = None
    """Which of the names stands behind a label such as `Source:`."""
    kept: bool = False
    """Whether the date is that of a copy of the page (`Saved 12 May 2021`), not of the article."""


def date_line(text: str, language: str, book: Phrasebook) -> DateLine | None:
    """What a line says if it is no more than a date with names, times and page words around it."""
    if word_count(text) > 26 or len(text) > 200:
        return None
    if _STAMP.fullmatch(text) and (stamp := whole_date(text, "text")):
        return DateLine(stamp, (), False, False)
    text = _without_lunar_dates(without_lead_in(_without_brackets(text)))
    if text.count("; ") >= 2:  # Prairie Compass; July 22, 1988; sec. B
        text = text.replace("; ", " | ")
    if text.islower() and len(parts(text)) > 1:  # saddle & stirrup — may 2008
        text = text.title()
    dates = _dates_of_line(text, language)
    text = western_digits(text)
    if not dates and not _A_YEAR.search(text):
        return None
    if not dates:
        return _lone_date_line(parts(ISSUE_YEAR.sub(r" | \g<year>", text)), language)
    rest = text
    for date in reversed(dates):
        rest = f"{rest[: date.start]} | {rest[date.end :]}"
    if _is_text_with_date(text, rest) or _YEARS_ON.search(text):
        return None
    rest = _TIME.sub(" ", _MONITORED.sub(" ", rest))
    names: list[str] = []
    source = None
    for piece in parts(rest):
        piece = EDITION.sub(" ", _BY_AGENCIES.sub("", piece)).strip(" ~*/+.")
        if is_slogan(piece):  # saddle & stirrup — the magazine for riders
            continue
        name = _without_date_words(source_label().sub("", piece, count=1))
        if source_label().match(piece):
            source = name
        if not name or book.whole(name):
            continue
        if not _may_stand_beside_date(name, text):
            return None
        names.append(name)
    if sum(word_count(name) for name in names) > 14 or len(names) > 4:
        return None
    before = _words_before(text, dates[0].start)
    updated = any(word in _updated_words() for word in before)
    kept_words = (*before[:1], *before[-2:], " ".join(before))
    kept = not _kept_words().isdisjoint(kept_words) or _is_span(dates)
    chosen = dates[1] if updated and len(dates) > 1 else dates[0]
    joined = (
        len(parts(text)) == 1
        and not is_unspaced(text)
        and not re.match(r"[\[(]", text)
        and not names_issue(text)
    )
    is_update = updated and len(dates) == 1
    return DateLine(chosen.reading, tuple(names), is_update, joined, source, kept)


def _without_brackets(text: str) -> str:
    """A line without brackets around the whole of it."""
    is_around = text[:1] + text[-1:] in ("()", "[]") and not re.search(r"[()\[\]]", text[1:-1])
    return text[1:-1] if is_around else text


def _dates_of_line(text: str, language: str) -> list[FoundDate]:
    """The dates of a line; what is ambiguous has its day first where the line is not English."""
    dates = find_dates(text, "text", language)
    if any(date.reading.swapped for date in dates) and not _words_abroad().isdisjoint(tokens(text)):
        return [replace(date, reading=DateReading(date.reading.date)) for date in dates]
    return dates


def _is_text_with_date(text: str, rest: str) -> bool:
    """Whether a line in writing without capitals is too long for names, which look like words."""
    words = word_count(rest)
    is_cased = any(letter.lower() != letter.upper() for letter in text if letter.isalpha())
    return not is_cased and not is_unspaced(text) and words >= (6 if ends_sentence(text) else 10)


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
    if not name.isascii() and could_be_publisher(name, ""):  # Тракийски глас, 5 януари 2004
        return True
    is_piece = any(name in piece and len(piece) < len(text) - 4 for piece in parts(text))
    return is_piece and word_count(name) <= 5 and not ends_sentence(text)


def _lone_date_line(pieces: tuple[str, ...], language: str) -> DateLine | None:
    """`Reef Report | 03/2014`, `Reef Report, summer 2013`: a short date and names."""
    years: list[DateReading] = []
    others: list[str] = []
    for piece in pieces:
        rest: list[str] = []
        if is_slogan(piece):
            continue
        if (split := season_behind(EDITION.sub("", piece).strip(" ,"))) and (
            year := lone_date(split[1], language)
        ):
            others.append(split[0])
            years.append(year)
            continue
        for bit in (piece,) if lone_date(piece, language) else piece.split(", "):
            if year := lone_date(bit, language):
                years.append(year)
            elif not is_edition_term(bit):
                rest.append(bit)
        others.append(", ".join(rest))
    others = [piece for other in others if (piece := EDITION.sub("", other).strip(" ,"))]
    is_bar = len(pieces) >= 3 and any(is_name(piece) for piece in others)  # … | Our series | 2019
    most = [
        piece for piece in others if not (is_bar and is_phrase(piece) and word_count(piece) < 4)
    ]
    if len(years) != 1 or not all(is_name(piece) or claimant(piece) for piece in most):
        return None
    is_place = len(pieces) == 1 and len(others) == 1 and " " not in others[0]  # Kranj, 2011
    return DateLine(years[0], tuple(others), False, is_place)


def _is_span(dates: list[FoundDate]) -> bool:
    """Whether two dates of a line are the ends of a long time: `11 Oct 2003 - 4 Feb 2019`."""
    days = [one.reading.date for one in dates]
    if len(days) != 2 or not all(one.month and one.day for one in days):
        return False
    first, last = (datetime.date(one.year, one.month or 1, one.day or 1) for one in days)
    return abs(last - first) > _A_MONTH


def _without_date_words(piece: str) -> str:
    """A piece without weekdays, labels and punctuation; empty where nothing else is in it."""
    if is_unspaced(piece):
        for word in sorted(_date_words(), key=len, reverse=True):
            if len(word) > 1 and is_unspaced(word):
                piece = piece.replace(word, " ")
        piece = re.sub(
            r"[月火水木金土日]曜日?|[（(][月火水木金土日一二三四五六天](?:曜日)?[）)]|[周週][一二三四五六日]"
            r"|星期.|[월화수목금토일]요일|[：:()（）]",
            " ",
            piece,
        )
    if count := _COUNTED_NAME.match(piece):  # "24 Horas Cádiz"
        return f"{count[0]} {_without_date_words(piece[count.end() :])}".strip()
    words = re.findall(r"\S+", piece)
    kept = [word for word in words if not is_date_word(word)]
    if not kept:
        return ""
    # Words of dates inside a name ("Voice of the West") stay: only the ends are trimmed, and a
    # name keeps its article ("The Quarterdeck").
    start = next(index for index, word in enumerate(words) if not is_date_word(word))
    before = words[start - 1] if start else ""
    is_article = before in _ARTICLES or (words[start].isupper() and before.title() in _ARTICLES)
    is_part = start and (is_article or folded(before) in ("st", "st."))
    if is_part and words[start][:1].isupper():  # "The Quarterdeck", "St Hedwig Newsletter"
        start -= 1
    end = max(index for index, word in enumerate(words) if not is_date_word(word)) + 1
    if end < len(words) and words[end] in _NAME_ENDS:  # "Levant Hour"
        end += 1
    elif end - start == 1 and words[end:] == ["Online"] and words[start][:1].isupper():
        end += 1  # "Caravan Online"; "Harbour Wire Online" is the wire's page
    while start < end - 1 and words[start] in _PREPOSITIONS:  # "published in Drava Review"
        start += 1
    return " ".join(words[start:end]).strip(" ,;:.()[]–—-")


def is_date_word(word: str) -> bool:
    """Whether a word may stand around the date of an article: a label, a weekday, a day."""
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
    lists = ("date_words", "date_words_abroad")
    return frozenset(folded(word) for name in lists for word in table("labels")[name])


@cache
def _words_abroad() -> frozenset[str]:
    """The longer of them that no English line holds by chance."""
    english = {folded(word) for word in table("labels")["date_words"]}
    words = {folded(word) for word in table("labels")["date_words_abroad"]}
    return frozenset(word for word in words - english - _CHANCE if len(word) >= 3)


@cache
def _updated_words() -> frozenset[str]:
    return frozenset(folded(word) for word in table("labels")["updated_words"])


@cache
def _kept_words() -> frozenset[str]:
    return frozenset(folded(word) for word in table("labels")["kept_words"])


@cache
def _folded_weekdays() -> frozenset[str]:
    return frozenset(word for name in weekday_numbers() for word in folded(name).split())
