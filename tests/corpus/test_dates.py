"""Dates are read in many languages and orders, with no more precision than is there."""

from __future__ import annotations

import pytest

from bot.corpus.datelines import date_line
from bot.corpus.dates import find_dates, whole_date
from bot.corpus.openings import dateline_date
from bot.corpus.phrases import phrasebook
from bot.corpus.prefixes import date_prefix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.11.2022", "2022-11-10"),
        ("Nov 3, 1999", "1999-11-03"),
        ("3 de marzo de 2014", "2014-03-03"),
        ("2014/03/05", "2014-03-05"),
        ("Tuesday 24 November 2015 — Harbour Wire", "2015-11-24"),
        ("26 juin 2025", "2025-06-26"),
        ("5 Μαρτίου 2014", "2014-03-05"),
        ("5 марта 2014 г.", "2014-03-05"),
        ("2014年3月5日", "2014-03-05"),
        ("2014. március 5.", "2014-03-05"),
        ("5 III 1998", "1998-03-05"),
        ("1er mars 2014", "2014-03-01"),
        ("Mar. 5th, 2014", "2014-03-05"),
        ("May 2011", "2011-05"),
        ("2014 m. kovo 5 d.", "2014-03-05"),
        ("5. maaliskuuta 2014", "2014-03-05"),
        ("Friday 03/04/2022", "2022-03-04"),
        ("25/04/2011", "2011-04-25"),
        ("5 March '99", "1999-03-05"),
        ("20.02.98", "1998-02-20"),
        ("12 de octubre del 2010", "2010-10-12"),
        ("2021-03-05T10:11Z", "2021-03-05"),
    ],
)
def test_a_date_is_found(text: str, expected: str) -> None:
    assert [found.reading.date.isoformat() for found in find_dates(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["April 31, 2014", "9:00 a.m.", "resolution 2690", "1,340 km", "version 3.1.2"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Opublikowano: listopad 2022", "en", "2022-11"),
        ("Objavljeno: listopad 2022.", "en", "2022-10"),
        ("listopad 1999", "en", "1999-11"),
        ("listopad 1999", "hr", "1999-10"),
        ("12 listopada 2003 r.", "en", "2003-11-12"),
        ("12. listopada 2003.", "en", "2003-10-12"),
        ("srijeda, 12 listopada 2003", "de", "2003-10-12"),
        ("środa 12 listopada 2003", "de", "2003-11-12"),
        ("Vydáno 12. srp 2003", "en", "2003-08-12"),
        ("Ažurirano 12. srp 2003", "en", "2003-07-12"),
    ],
)
def test_a_month_that_two_languages_call_alike_is_told_by_the_words_beside_it(
    text: str, language: str, expected: str
) -> None:
    [found] = find_dates(text, language=language)
    assert found.reading.date.isoformat() == expected


def test_an_ambiguous_date_keeps_its_year_only() -> None:
    [found] = find_dates("03/04/2022")
    assert found.reading.swapped is not None
    assert found.reading.certain.isoformat() == "2022"
    [german] = find_dates("03/04/2022", language="de")
    assert german.reading.certain.isoformat() == "2022-04-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1660884494", "2022-08-19"),
        ("1660884494000", "2022-08-19"),
        ("2014", "2014"),
        ("03.VIII.1953", "1953-08-03"),
        ("2014-05", "2014-05"),
        ("20140305", "2014-03-05"),
        ("03/2014", "2014-03"),
        ("Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02"),
        ("soon", None),
    ],
)
def test_a_field_holds_a_date(text: str, expected: str | None) -> None:
    reading = whole_date(text, "json")
    assert (reading and reading.date.isoformat()) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("15 February 2024 | Strait & Sound", ("Strait & Sound",)),
        ("Published: Tuesday 24 November 2015, 14:05 GMT", ()),
        ("12 June 2023 | Plain Atlas | Listen", ("Plain Atlas",)),
        ("The Quarterdeck / Sept. 17, 2023 / 2 min", ("The Quarterdeck",)),
        ("Mis à jour le 26 juin 2025 à 10h30", ()),
        ("Vol. XL, No. 9,117 — Friday, May 4th, 1951 — Price 2d.", ()),
        (
            "From the Reef Telegraph, Saturday 2 May 1998, page 9, column 2 [scan]",
            ("Reef Telegraph",),
        ),
        ("15 June 2022 ~ Reef Post ~ 2 min read", ("Reef Post",)),
        ("Lampe am Abend, 12.08.2025", ("Lampe am Abend",)),
        ("31 July 2008 – Reef Observer with agencies", ("Reef Observer",)),
        ("12 août 2006 | La Corniche (édition anglaise) | Mis à jour 07h12", ("La Corniche",)),
        ("10 июня 2022 г., 14:05 | Амурский вестник", ("Амурский вестник",)),
    ],
)
def test_a_line_that_only_dates_an_article(text: str, names: tuple[str, ...]) -> None:
    line = date_line(text, "en", phrasebook())
    assert line is not None
    assert line.names == names


@pytest.mark.parametrize(
    "text",
    [
        "On 26 June 2025 the mission ended.",
        "The mandate of the mission was extended on 30 October 2023 until the end of the next year",
        "14 March 2008: The Council agrees to send 200 observers to the two regions for a year",
    ],
)
def test_a_sentence_with_a_date_does_not_date_an_article(text: str) -> None:
    assert date_line(text, "en", phrasebook()) is None


def test_a_machines_date_before_the_text_is_taken_off() -> None:
    prefix = date_prefix(" date 2023-03-06 The North Atlantic")
    assert prefix is not None
    assert (prefix.reading.date.isoformat(), prefix.reading.date.origin) == ("2023-03-06", "text")
    stamp = date_prefix("1660884494 Russia sends jets")
    assert stamp is not None
    assert (stamp.reading.date.isoformat(), stamp.reading.date.origin) == (
        "2022-08-19",
        "timestamp",
    )
    assert date_prefix("2023 was a long year for the mission") is None


def test_a_dateline_dates_the_article_and_an_event_does_not() -> None:
    dated = dateline_date("NAIROBI, March 5, 2014 (Agency) — The force left.", "en")
    assert dated is not None
    assert dated.date.isoformat() == "2014-03-05"
    assert dateline_date("- 21 March 2014: All states agree.", "en") is None
    assert dateline_date("In March 2014 – nobody knew why – it left.", "en") is None
