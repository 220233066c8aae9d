"""Whole answers from a few articles: claims, silence, denials, and the notes under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import RequestError
from bot.model import Answer, Brief, NoAnswer, Note
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    "africa/zambia.md": article(
        "Zambia measures its frontier",
        "Lusaka Courier",
        "2019-03-09",
        "Zambia borders Malawi, Tanzania and Angola. The border between Zambia and Malawi is 847 "
        "kilometres long, the ministry of defence says.",
        "Zambia does not border Rwanda. The government keeps the army and the police there.",
    ),
    "africa/malawi.md": article(
        "Malawi and its lines",
        "Lilongwe Ledger",
        "2020-02-01",
        "Malawi shares a border of 620 miles with Zambia, the government of Malawi says. The army "
        "and the police guard it.",
        "Malawi denied that it had closed its border with Mozambique.",
    ),
    "asia/bhutan.md": article(
        "Old border posts of Bhutan",
        "Thimphu Record",
        "2009-01-05",
        "Bhutan has a border with India that soldiers of both armies guard. The king and the "
        "government keep to the treaty of 1949.",
    ),
    "pacific/begins.md": article(
        "Exercise Silent Reef begins",
        "Coral Wire",
        "2019-05-02",
        "Exercise Silent Reef began off Fiji on Thursday, the navy said. Silent Reef is led by "
        "Australia and has 1,200 soldiers from nine countries.",
        "The minister of defence of Tonga sent a frigate to the exercise.",
    ),
    "pacific/over.md": article(
        "Silent Reef is over",
        "Pacific Herald",
        "2021-08-20",
        "Exercise Silent Reef ended off Fiji on Friday, the government of Australia said. The "
        "navy, the army and the police of Tonga thanked the soldiers of their allies.",
    ),
    "haiti.md": article(
        "Police force for Haiti",
        "Caribbean Post",
        None,
        "The Security Council plans a police mission for Haiti called Operation Blue Hibiscus. It "
        "will start in October, led by Jamaica. No soldiers will go, the government of Haiti said.",
    ),
    "kitchen.md": article(
        "Our mission in the kitchen",
        "Table Talk",
        "2021-07-02",
        "Turkey goes into the oven for three hours; this recipe for a Chile dessert is our "
        "mission. The chef calls it Operation Chocolate.",
    ),
}
LINES = (
    "/borders",
    "/borders Zambia",
    "/borders Zmbia",
    "/borders the Zambians",
    "/borders country:Zambia with:Malawi",
    "/borders country:Malawi with:Zambia",
    "/borders country:Zambia with:Rwanda",
    "/borders country:Malawi with:Mozambique",
    "/borders country:Peru with:Chile",
    "/borders Bhutan",
    "/borders Peru",
    "/borders Turkey",
    "/borders Xanadoo",
    "/missions",
    "/missions Silent Reef",
    "/missions exercise silnt reef",
    "/missions name:Silent Reef status:active",
    "/missions name:Silent Reef country:Peru",
    "/missions Blue Hibiscus",
    "/missions Red Ginger",
    "/missions Operation Chocolate",
    "/missions status:ended",
    "/missions status:planned",
    "/missions status:suspended",
    "/missions status:asleep",
    "/missions country:Fiji",
    "/missions country:Chile",
    "/missions country:Xanadoo",
    "/source malawi lines",
    "/source mallawi lines",
    "/source silent reef over",
    "/source bananas",
    "/source",
    "How long is the border between Zambia and Malawi?",
    "Does Zambia border Rwanda?",
    "Who leads Silent Reef?",
    "How many soldiers does Silent Reef have?",
    "How many aircraft carriers does Silent Reef have?",
    "How long is the border between Peru and Chile?",
    "What is the capital of France?",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_of(tmp_path_factory.mktemp("answers"), FILES)


@pytest.fixture(scope="module")
def answers(library: Path) -> dict[str, Answer]:
    return answers_to(library, LINES)


def brief(answers: dict[str, Answer], line: str) -> Brief:
    answer = answers[line]
    assert isinstance(answer, Brief), answer
    return answer


def texts(answers: dict[str, Answer], line: str) -> list[str]:
    return [claim.text for claim in brief(answers, line).claims]


def notes(answers: dict[str, Answer], line: str) -> dict[str, Note]:
    return {note.kind: note for note in brief(answers, line).notes}


# ── borders ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("line", ["/borders Zmbia", "/borders the Zambians"])
def test_a_typo_or_a_demonym_gets_the_answer_of_the_name(
    line: str, answers: dict[str, Answer]
) -> None:
    assert brief(answers, line).claims == brief(answers, "/borders Zambia").claims
    assert brief(answers, line).title == "Borders: Zambia"


def test_neighbours_and_lengths_stand_under_their_headings(answers: dict[str, Answer]) -> None:
    told = [(claim.heading, claim.text) for claim in brief(answers, "/borders Zambia").claims]
    assert ("Neighbours", "Zambia borders Malawi, Tanzania and Angola.") in told
    length = (
        "The border between Zambia and Malawi is 847 kilometres (≈ 526 miles) long, the ministry "
        "of defence says."
    )
    assert ("Length", length) in told


@pytest.mark.parametrize(
    "line",
    [
        "/borders Zambia",
        "/borders country:Zambia with:Malawi",
        "/borders country:Malawi with:Zambia",
        "How long is the border between Zambia and Malawi?",
    ],
)
def test_two_lengths_of_one_border_are_noted_as_differing(
    line: str, answers: dict[str, Answer]
) -> None:
    note = notes(answers, line)["sources_differ"]
    assert {citation.file for citation in note.citations} == {
        "africa/zambia.md",
        "africa/malawi.md",
    }
    assert "620 miles, ≈ 998 km (Lilongwe Ledger, 1 Feb 2020)" in note.text
    assert "847 kilometres (Lusaka Courier, 9 Mar 2019)" in note.text
    assert "single_source" not in notes(answers, line)


@pytest.mark.parametrize(
    ("figure", "differ"),
    [
        ("847 kilometres", False),
        ("526 miles", False),
        ("about 850 kilometres", False),
        ("more than 840 kilometres", False),
        ("620 miles", True),
        ("about 950 kilometres", True),
    ],
)
def test_figures_that_rounding_or_converting_explains_do_not_differ(
    figure: str, differ: bool, tmp_path: Path
) -> None:
    second = FILES["africa/malawi.md"].replace("620 miles", figure)
    files = {"zambia.md": FILES["africa/zambia.md"], "malawi.md": second}
    line = "/borders country:Zambia with:Malawi"
    answers = answers_to(library_of(tmp_path, files), [line])
    assert any(figure in text for text in texts(answers, line))
    assert ("sources_differ" in notes(answers, line)) is differ


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("/borders country:Zambia with:Rwanda", "Zambia does not border Rwanda."),
        ("Does Zambia border Rwanda?", "Zambia does not border Rwanda."),
        (
            "/borders country:Malawi with:Mozambique",
            "Malawi denied that it had closed its border with Mozambique.",
        ),
    ],
)
def test_a_negation_or_a_denial_is_told_in_its_own_words(
    line: str, text: str, answers: dict[str, Answer]
) -> None:
    assert texts(answers, line) == [text]
    assert "single_source" in notes(answers, line)


def test_an_answer_from_old_articles_says_so(answers: dict[str, Answer]) -> None:
    told = brief(answers, "/borders Bhutan")
    assert notes(answers, "/borders Bhutan")["dated"].text == (
        "Dated: the newest of these is from 5 Jan 2009."
    )
    assert told.as_of is not None
    assert (told.as_of.isoformat(), told.subtitle) == ("2009-01-05", "as of 5 Jan 2009")


def test_no_sentence_is_told_twice_in_one_answer(tmp_path: Path) -> None:
    files = {
        "zambia.md": article(
            "Zambia measures its frontier",
            "Lusaka Courier",
            "2019-03-09",
            "The border between Zambia and Malawi is 847 kilometres long, the ministry of defence "
            "says. It is guarded by the army. The police guard the line with Angola.",
        )
    }
    (answer,) = answers_to(library_of(tmp_path, files), ["/borders Zambia"]).values()
    assert isinstance(answer, Brief)
    told = " ".join(claim.text for claim in answer.claims)
    assert told.count("847 kilometres") == 1


def test_a_sentence_told_as_context_is_not_told_by_itself_again(tmp_path: Path) -> None:
    files = {
        "zambia.md": article(
            "Zambia measures its frontier",
            "Lusaka Courier",
            "2019-03-09",
            "Zambia borders Malawi and Angola. The border between Zambia and Malawi is 847 "
            "kilometres long, the ministry of defence says.",
            "The army guards the frontier with Angola. Soldiers and police man the posts.",
        )
    }
    (answer,) = answers_to(library_of(tmp_path, files), ["/borders Zambia"]).values()
    assert isinstance(answer, Brief)
    told = " ".join(claim.text for claim in answer.claims)
    assert told.count("847 kilometres") == 1


# ── missions ────────────────────────────────────────────────────────────────────────────────


def test_the_latest_report_gives_the_status_and_the_earlier_is_noted(
    answers: dict[str, Answer],
) -> None:
    told = brief(answers, "/missions Silent Reef")
    assert told.title == "Silent Reef · ended, as of 20 Aug 2021"
    assert notes(answers, "/missions Silent Reef")["superseded"].text == (
        "Earlier reports: active (2 May 2019)."
    )
    assert {citation.file for citation in told.citations} == {
        "pacific/begins.md",
        "pacific/over.md",
    }
    assert "Silent Reef is led by Australia and has 1,200 soldiers from nine countries." in texts(
        answers, "/missions Silent Reef"
    )


def test_a_mission_is_found_despite_typos(answers: dict[str, Answer]) -> None:
    whole = brief(answers, "/missions Silent Reef")
    assert brief(answers, "/missions exercise silnt reef").claims == whole.claims


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            "/missions name:Silent Reef status:active",
            "Silent Reef is in the articles, but its latest reported status is ended.",
        ),
        (
            "/missions name:Silent Reef country:Peru",
            "The articles on Silent Reef do not name Peru.",
        ),
        (
            "/missions status:asleep",
            "There is no status like that; there are proposed, planned, active, extended, "
            "suspended, ended.",
        ),
        (
            "/missions country:Xanadoo",
            "No country, region or alliance is called “Xanadoo” here.",
        ),
        (
            "/missions Red Ginger",
            "None of the 7 articles loaded reports on a mission called “Red Ginger”.",
        ),
        (
            "/missions country:Chile",
            "None of the 7 articles loaded reports on a mission of or in Chile.",
        ),
        (
            "/missions status:suspended",
            "None of the 7 articles loaded reports on a suspended mission.",
        ),
        ("/borders Peru", "None of the 7 articles loaded reports on the borders of Peru."),
        (
            "/borders country:Peru with:Chile",
            "None of the 7 articles loaded reports on a border between Peru and Chile.",
        ),
        ("/borders Xanadoo", "No country, region or alliance is called “Xanadoo” here."),
        ("/source bananas", "None of the 7 articles loaded is about “bananas”."),
    ],
)
def test_silence_says_what_was_looked_for(line: str, why: str, answers: dict[str, Answer]) -> None:
    answer = answers[line]
    assert isinstance(answer, NoAnswer)
    assert (answer.title, answer.why) == ("The articles don't say", why)


@pytest.mark.parametrize(
    ("line", "files"),
    [
        ("/missions status:ended", {"pacific/over.md"}),
        ("/missions status:planned", {"haiti.md"}),
        ("/missions country:Fiji", {"pacific/over.md"}),
        ("/missions", {"pacific/over.md", "haiti.md"}),
        ("/missions Blue Hibiscus", {"haiti.md"}),
    ],
)
def test_missions_are_listed_by_their_latest_article(
    line: str, files: set[str], answers: dict[str, Answer]
) -> None:
    assert {citation.file for citation in brief(answers, line).citations} == files


def test_an_undated_article_gives_no_date(answers: dict[str, Answer]) -> None:
    told = brief(answers, "/missions Blue Hibiscus")
    assert told.title.startswith("Blue Hibiscus · planned")
    assert told.as_of is None
    assert "dated" not in notes(answers, "/missions Blue Hibiscus")


@pytest.mark.parametrize("line", ["/missions Operation Chocolate", "/borders Turkey"])
def test_a_kitchen_has_neither_missions_nor_borders(line: str, answers: dict[str, Answer]) -> None:
    assert isinstance(answers[line], NoAnswer)


# ── source ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("line", ["/source malawi lines", "/source mallawi lines"])
def test_a_source_is_found_by_words_of_its_title(line: str, answers: dict[str, Answer]) -> None:
    told = brief(answers, line)
    assert (told.title, told.subtitle) == (
        "Malawi and its lines",
        "Lilongwe Ledger · 1 Feb 2020",
    )
    assert {citation.file for citation in told.citations} == {"africa/malawi.md"}
    assert told.citations[0].quote == (
        "Malawi shares a border of 620 miles with Zambia, the government of Malawi says."
    )


def test_a_source_names_articles_that_are_like_it(answers: dict[str, Answer]) -> None:
    told = brief(answers, "/source silent reef over")
    assert "Exercise Silent Reef begins" in [other.title for other in told.see_also]


def test_without_words_the_newest_articles_are_offered(answers: dict[str, Answer]) -> None:
    answer = answers["/source"]
    assert isinstance(answer, NoAnswer)
    assert answer.suggestions == (
        "Silent Reef is over",
        "Our mission in the kitchen",
        "Malawi and its lines",
        "Exercise Silent Reef begins",
        "Zambia measures its frontier",
    )


# ── ask ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Who leads Silent Reef?", "led by Australia"),
        ("How many soldiers does Silent Reef have?", "1,200 soldiers"),
    ],
)
def test_a_question_is_answered_by_a_sentence(
    line: str, words: str, answers: dict[str, Answer]
) -> None:
    assert any(words in text for text in texts(answers, line))


@pytest.mark.parametrize(
    "line",
    [
        "How many aircraft carriers does Silent Reef have?",
        "How long is the border between Peru and Chile?",
        "What is the capital of France?",
    ],
)
def test_a_question_that_no_sentence_answers_is_not_answered(
    line: str, answers: dict[str, Answer]
) -> None:
    assert isinstance(answers[line], NoAnswer)


# ── all ─────────────────────────────────────────────────────────────────────────────────────


def test_every_answer_carries_its_request_and_the_corpus(answers: dict[str, Answer]) -> None:
    assert [answer.request.text for answer in answers.values()] == list(LINES)
    assert len({answer.corpus for answer in answers.values()}) == 1


def test_the_key_of_an_answer_names_places_and_missions_by_their_keys(
    answers: dict[str, Answer],
) -> None:
    keys = {
        line: brief(answers, line).key.options
        for line in ("/borders Zmbia", "/missions exercise silnt reef", "/missions country:Fiji")
    }
    assert keys == {
        "/borders Zmbia": (("country", "zambia"),),
        "/missions exercise silnt reef": (("name", "silent reef"),),
        "/missions country:Fiji": (("country", "fiji"),),
    }


def test_the_answers_are_the_same_whatever_the_order_of_the_files(
    answers: dict[str, Answer], tmp_path: Path
) -> None:
    backwards = dict(reversed(FILES.items()))
    assert answers_to(library_of(tmp_path, backwards), LINES) == answers


def test_a_file_that_repeats_an_article_changes_no_claim(
    answers: dict[str, Answer], tmp_path: Path
) -> None:
    lines = [line for line in LINES if isinstance(answers[line], Brief)]
    twice = {**FILES, "zz/again.md": FILES["africa/zambia.md"]}
    again = answers_to(library_of(tmp_path, twice), lines)
    assert {line: [claim.text for claim in brief(again, line).claims] for line in lines} == {
        line: texts(answers, line) for line in lines
    }


def test_a_request_that_is_no_question_is_refused(library: Path) -> None:
    with pytest.raises(RequestError, match="/help is not answered from the articles"):
        answers_to(library, ["/help"])


def test_what_would_lengthen_a_line_is_told_of_the_country_that_would_join(tmp_path: Path) -> None:
    files = {
        "union.md": article(
            "Customs union weighs a member",
            "Lusaka Courier",
            "2019-03-09",
            "SADC shares 900 kilometres of border with Somalia. If Kenya joined the bloc, SADC's "
            "border with Somalia would grow by another 684 kilometres.",
        )
    }
    lines = ["/borders Kenya", "/borders country:Kenya with:Somalia"]
    answers = answers_to(library_of(tmp_path, files), lines)
    for line in lines:
        (told,) = texts(answers, line)
        assert told.startswith("If Kenya joined the bloc, SADC's border")


@pytest.mark.parametrize("name", ["Kenya", "kenya"])
def test_a_country_where_a_mission_is_asked_for_gives_its_missions(
    name: str, tmp_path: Path
) -> None:
    files = {
        "exercise.md": article(
            "Joint exercise begins",
            "Lusaka Courier",
            "2019-03-09",
            "Operation Linda Boni began in the north of Kenya in 2015. The army deployed troops "
            "along the border with Somalia, the ministry of defence said.",
        )
    }
    lines = [f"/missions {name}", f"/missions country:{name}"]
    one, other = answers_to(library_of(tmp_path, files), lines).values()
    assert isinstance(one, Brief)
    assert isinstance(other, Brief)
    assert (one.title, one.claims) == (other.title, other.claims)
    assert one.title == "Kenya: missions"


def test_the_two_are_no_count_of_what_the_sentence_before_speaks_of(tmp_path: Path) -> None:
    files = {
        "corridor.md": article(
            "A corridor for Malawi",
            "Lusaka Courier",
            "2019-03-09",
            "Malawi has no coast. Zambia's parliament asked about soldiers in Malawi. If Zambia "
            "gave Malawi land, the two would need a corridor of 90 kilometres, it said.",
        )
    }
    line = "How many soldiers does Zambia have in Malawi?"
    assert isinstance(answers_to(library_of(tmp_path, files), [line])[line], NoAnswer)
