"""A mission's card: numbers that differ or are of another day or part, and where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Brief
from tests.briefs.desks import answers_to, article, library_of

STATES = "The army, the navy, the police and the government keep to the treaty."


def notes(tmp_path: Path, one: str, other: str, days: tuple[str, str], line: str) -> list[str]:
    """The notes on a difference under the answer to a line, from two articles."""
    files = {
        "one.md": article("News from Tonga", "Coral Wire", days[0], f"{one} {STATES}"),
        "two.md": article("Soldiers in Tonga", "Pacific Herald", days[1], f"{other} {STATES}"),
    }
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert isinstance(answer, Brief)
    return [note.text for note in answer.notes if note.kind == "sources_differ"]


NEAR = ("2019-05-02", "2019-05-20")
FAR = ("2019-05-02", "2021-05-20")


@pytest.mark.parametrize(
    ("one", "other", "days", "noted"),
    [
        ("UNOTO has 400 soldiers.", "UNOTO has 700 soldiers.", NEAR, True),
        ("UNOTO has 400 soldiers.", "UNOTO has 700 soldiers.", FAR, False),
        ("UNOTO has about 400 soldiers.", "UNOTO has 410 soldiers.", NEAR, False),
        ("UNOTO has 400 soldiers.", "At its height UNOTO had 700 soldiers.", NEAR, False),
        ("At its height UNOTO had 900 men.", "At its height UNOTO had 700 men.", FAR, True),
        ("UNOTO has 400 soldiers.", "UNOTO may have up to 700 soldiers.", NEAR, False),
        ("UNOTO has 400 soldiers.", "Fiji sent 70 soldiers to UNOTO.", NEAR, False),
        ("UNOTO has 400 soldiers.", "UNOTO has 70 police officers.", NEAR, False),
        (
            "Some 3,000 soldiers took part in Operation UNOTO.",
            "About 4,500 soldiers were engaged in Operation UNOTO.",
            FAR,
            True,
        ),
        (
            "Some 3,000 soldiers took part in Operation UNOTO.",
            "About 4,500 soldiers will take part in Operation UNOTO.",
            NEAR,
            False,
        ),
        (
            "Some 3,000 soldiers took part in Operation UNOTO.",
            "About 900 Fijian soldiers took part in Operation UNOTO.",
            NEAR,
            False,
        ),
        (
            "UNOTO is made up of 258 people.",
            "Since its launch UNOTO has numbered 269 men and women.",
            FAR,
            True,
        ),
        (
            "Police from nine nations serve in UNOTO.",
            "Twelve nations contributed police to UNOTO.",
            NEAR,
            True,
        ),
        (
            "Police from nine nations serve in UNOTO.",
            "Three other nations contributed police to UNOTO.",
            NEAR,
            False,
        ),
    ],
)
def test_only_numbers_of_the_same_thing_and_time_differ(
    tmp_path: Path, one: str, other: str, days: tuple[str, str], noted: bool
) -> None:
    assert bool(notes(tmp_path, one, other, days, "/missions UNOTO")) is noted


def test_numbers_for_a_force_without_a_name_differ_too(tmp_path: Path) -> None:
    assert notes(
        tmp_path,
        "The soldiers whom New Zealand sent to Tonga will go home. He put their number at 130.",
        "The force that New Zealand sent to Tonga is over. About 200 soldiers had been deployed "
        "there since April.",
        NEAR,
        "/missions country:Tonga",
    ) == [
        "Sources differ on the strength of the mission there: about 200 "
        "(Pacific Herald, 20 May 2019) ⁄ 130 (Coral Wire, 2 May 2019)."
    ]


def test_a_card_names_the_region_that_its_title_speaks_of(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Blue helmets on the Golan Heights",
            "Levant Wire",
            "2014-09-16",
            f"White vehicles left the Golan Heights on Monday. {STATES}",
            "UNOGO has 1,200 soldiers. Neither Syria nor Israel may send soldiers to UNOGO.",
        )
    }
    answer = answers_to(library_of(tmp_path, files), ["/missions UNOGO"])["/missions UNOGO"]
    assert isinstance(answer, Brief)
    assert "Golan Heights" in answer.claims[0].text


def test_a_line_of_a_list_has_the_acronym_beside_the_name_written_out(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Farewell in Tonga",
            "Coral Wire",
            "2014-09-16",
            f"The Pacific Observer Mission in Tonga (POMT) closes today. {STATES}",
            "POMT had 300 soldiers.",
        ),
        "two.md": article(
            "Farewell in Fiji",
            "Coral Wire",
            "2014-09-17",
            "The Pacific Assistance Mission in Fiji closes today. PAMIF came in 1999.",
            f"{STATES} Others said that PAMIF did well.",
        ),
    }
    line = "/missions country:Fiji status:ended"
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert isinstance(answer, Brief)
    assert [claim.text for claim in answer.claims] == [
        "The Pacific Assistance Mission in Fiji closes today. PAMIF came in 1999."
    ]


def test_the_yes_and_no_of_an_interview_stand_on_no_card(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Six summers on the Oder",
            "Lagoon Forum",
            "1992-07-21",
            f"Do they guard the bridge? Hardly, that was others. {STATES}",
            "The guards at the depot belong to the Northern Group of Forces. They watch over 900 "
            "tonnes of shells. No, I counted none of it.",
        )
    }
    line = "/missions name:Northern Group of Forces"
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert isinstance(answer, Brief)
    told = " ".join(claim.text for claim in answer.claims)
    assert "900 tonnes" in told
    assert "counted none" not in told


def test_missions_without_a_name_are_found_by_who_they_are_and_where(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Monitors count lorries",
            "Pamir Post",
            "2011-05-02",
            f"The OSCE monitors at Karamik in Kyrgyzstan count lorries. {STATES}",
            "Their mandate has been prolonged until May. Austria gave six officers.",
        )
    }
    lines = [
        "/missions OSCE monitors in Kyrgyzstan",
        "/missions Karamik",
        "/missions country:Kyrgyzstan status:extended",
        "/missions country:Austria",
        "/missions lorries",
        "/missions Count Lorries",
        "/missions EU monitors in Kyrgyzstan",
        "/missions OSCE monitors in Tajikistan",
    ]
    answers = answers_to(library_of(tmp_path, files), lines)
    assert [isinstance(answers[line], Brief) for line in lines] == [True] * 4 + [False] * 4
    first = answers[lines[0]]
    assert isinstance(first, Brief)
    assert "prolonged" in " ".join(claim.text for claim in first.claims)


def first_line(tmp_path: Path, line: str, title: str, *paragraphs: str) -> str:
    """The first claim of the answer to a line, from one article."""
    files = {"one.md": article(title, "Coral Wire", "2014-09-16", *paragraphs)}
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert isinstance(answer, Brief)
    return answer.claims[0].text


def test_a_card_says_where_by_a_sentence_on_the_mission_not_by_one_on_the_place(
    tmp_path: Path,
) -> None:
    told = first_line(
        tmp_path,
        "/missions Harrier",
        "Task force sails for Tonga",
        f"A British task force left for Tonga on Monday. Fijian troops hold the islands. {STATES}",
        "The king of Tonga calls them his. An admiral commands the ships. The name given to the "
        "undertaking is Operation Harrier.",
    )
    assert told.startswith("A British task force left for Tonga")
    assert "king of Tonga" not in told


def test_a_card_says_where_by_a_question_where_nothing_else_does(tmp_path: Path) -> None:
    told = first_line(
        tmp_path,
        "/missions UNOTO",
        "The Green Line: questions and answers",
        f"**How long is the buffer zone in Tonga?** It is five miles long. {STATES}",
        "**Who looks after it?** UNOTO, a United Nations force of 800 soldiers.",
    )
    assert "Tonga" in told


def test_a_national_mission_needs_no_sentence_on_another_nation(tmp_path: Path) -> None:
    told = first_line(
        tmp_path,
        "/missions Deep Blue",
        "Patrol leaves Gulf of Guinea, Spaniards stay",
        "A Danish frigate sailed into the Gulf of Guinea this month to hunt pirates.",
        f"Spain keeps Operation Corriente going there, with one ship. {STATES}",
        "The Danes leave in March. Nigeria launched a programme of its own, Deep Blue, in June.",
    )
    assert told == "Nigeria launched a programme of its own, Deep Blue, in June."


def test_a_war_elsewhere_that_is_a_reason_to_stay_is_no_host(tmp_path: Path) -> None:
    paragraphs = (
        f"UNOTO, the United Nations force in Tonga, has 800 soldiers. {STATES}",
        "The king asked the force to remain, given the fighting in Fiji.",
    )
    files = {"one.md": article("A force stays", "Coral Wire", "2014-09-16", *paragraphs)}
    lines = ["/missions country:Fiji", "/missions country:Tonga"]
    answers = answers_to(library_of(tmp_path, files), lines)
    assert [isinstance(answers[line], Brief) for line in lines] == [False, True]


def test_a_card_begins_with_the_name_and_tells_no_sentence_twice(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Monitors to leave Bougainville",
            "Arafura News",
            "2003-04-28",
            f"The Peace Monitoring Group will go home in June. It has 75 members. {STATES}",
            "It followed the Truce Monitoring Group, which New Zealand led.",
            "One is Poseidon, an operation of the navy. That operation is no part of the Peace "
            "Monitoring Group.",
        ),
    }
    line = "/missions Peace Monitoring Group"
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert isinstance(answer, Brief)
    told = [claim.text for claim in answer.claims]
    assert told[0].startswith("The Peace Monitoring Group will go home")
    assert " ".join(told).count("will go home in June") == 1
    assert not any(text.startswith("That operation") for text in told)


def test_a_name_that_an_operation_began_under_is_one_of_its_names(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Intervention in the Gambia",
            "Lagos Examiner",
            "2017-01-27",
            f"The mission of ECOWAS in the Gambia, ECOMIG, is to stay for six months. {STATES}",
            "ECOMIG is led by Senegal. It began on 19 January as Operation Restore Democracy.",
        ),
    }
    lines = ["/missions ECOMIG", "/missions Restore Democracy"]
    answers = answers_to(library_of(tmp_path, files), lines)
    one, other = (answers[line] for line in lines)
    assert isinstance(one, Brief) and isinstance(other, Brief)
    assert one.claims == other.claims


def test_nations_of_today_and_of_all_the_years_do_not_differ(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "A year in the Congo",
            "Tropic Chronicle",
            "1961-07-14",
            f"ONUC now numbers 16,000 men from 21 countries. {STATES}",
        ),
        "two.md": article(
            "Leaving the Congo",
            "Meridian Post",
            "1964-06-30",
            f"ONUC has ended. In all 93,000 men of 34 countries served in it. {STATES}",
        ),
    }
    answer = answers_to(library_of(tmp_path, files), ["/missions ONUC"])["/missions ONUC"]
    assert isinstance(answer, Brief)
    assert [note.text for note in answer.notes if note.kind == "sources_differ"] == []


def test_a_card_says_where_by_the_sentence_behind_where_none_before_does(tmp_path: Path) -> None:
    told = first_line(
        tmp_path,
        "/missions UNOTO",
        "From vote to farewell: missions in Tonga",
        "The United Nations mission UNOTO closes today. Few in Tonga will weep.",
        f"1999: TOFOR landed under a Fijian colonel. {STATES}",
    )
    assert told.endswith("Few in Tonga will weep.")


def test_an_ended_mission_is_listed_by_the_report_that_names_the_country(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Last ship leaves",
            "Coral Wire",
            "1990-03-24",
            f"TOFOR is gone. Its last two thousand men left Tonga on Saturday. {STATES}",
        ),
        "two.md": article(
            "Twenty years on: what was lost",
            "Pacific Herald",
            "2007-10-01",
            f"TOFOR fought for two weeks instead of the few days that had been planned. {STATES}",
            "It left in March 1990 with the truce long dead.",
        ),
    }
    line = "/missions country:Tonga status:ended"
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert isinstance(answer, Brief)
    assert "left Tonga on Saturday" in answer.claims[0].text


def test_a_language_and_a_town_of_talks_are_no_part_of_a_mission(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "A desert watch",
            "Coral Wire",
            "2001-05-09",
            f"UNOTO, whose name comes from the French, has 230 observers in Tonga. {STATES}",
            "They were sent at the wish of a Samoan, who led the talks at Suva in Fiji. They came "
            "after Chad had landed its men. Niger, which has 900 men in Mali, sent none.",
        )
    }
    lines = [f"/missions country:{name}" for name in ("France", "Fiji", "Chad", "Mali", "Tonga")]
    answers = answers_to(library_of(tmp_path, files), lines)
    assert [isinstance(answers[line], Brief) for line in lines] == [False] * 4 + [True]
