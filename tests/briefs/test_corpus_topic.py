"""Topics: facts where there are any, else sentences; with citations, or silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.briefs.requests import COMMANDS, parse
from bot.errors import RequestError
from bot.model import Answer, Brief, NoAnswer
from bot.store.load import is_fresh
from tests.briefs.desks import answers_to, article, library_of, offers, table_of

FLOODS = """
title = "Floods"
description = "Rivers over their banks"
words = ["flood", "burst its banks"]
nothing = "No flood is reported{where}."
"""
CLASHES = """
title = "Clashes"
description = "Shots and raids"
facts = ["incident"]
words = ["gunfight"]
nothing = "No clash is reported{where}."
"""
FILES = {
    "topics/floods.toml": FLOODS,
    "topics/clashes.toml": CLASHES,
    "topics/ask.toml": FLOODS,
    "a.md": article(
        "Water in the valley", "Lusaka Courier", "2018-02-01",
        "The Kafue burst its banks in Zambia on Thursday and floods 40 villages. Was it a flood of "
        "the century? Schools in Malawi stay open.",
    ),
    "b.md": article(
        "After the rain", "Lilongwe Ledger", "2019-03-04",
        "Flooding cut the road to Malawi for two days. The ministry denied that the floods in "
        "Zambia had reached its dams.",
    ),
    "c.md": article(
        "A post is raided", "Thimphu Record", "2020-05-06",
        "Soldiers of India crossed the border into Bhutan on Monday and exchanged fire with its "
        "army, the government of Bhutan said.",
        "A gunfight was heard in Nepal, the police said.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_of(tmp_path_factory.mktemp("topics"), FILES)


def told(answer: Answer) -> list[tuple[str, str | None]]:
    assert isinstance(answer, Brief)
    return [(claim.text, claim.citations[0].publisher) for claim in answer.claims]


def ask(library: Path, line: str) -> Answer:
    return answers_to(library, [line])[line]


def test_the_newest_sentences_with_a_word_of_the_topic_are_told(library: Path) -> None:
    answer = ask(library, "/floods")
    assert told(answer) == [
        ("Flooding cut the road to Malawi for two days.", "Lilongwe Ledger"),
        (
            "The ministry denied that the floods in Zambia had reached its dams.",
            "Lilongwe Ledger",
        ),
        (
            "The Kafue burst its banks in Zambia on Thursday and floods 40 villages.",
            "Lusaka Courier",
        ),
    ]
    assert isinstance(answer, Brief)
    assert answer.title == "Floods in the articles"
    assert [note.text for note in answer.notes] == [
        "Denied: see the sources.",
        "Dated: the newest of these is from 4 Mar 2019.",
    ]


@pytest.mark.parametrize("line", ["/floods Malawi", "/floods country:malawi", "/floods the Malawi"])
def test_a_country_narrows_them(library: Path, line: str) -> None:
    answer = ask(library, line)
    assert told(answer) == [("Flooding cut the road to Malawi for two days.", "Lilongwe Ledger")]
    assert isinstance(answer, Brief)
    assert (answer.title, answer.key.options) == ("Floods: Malawi", (("country", "malawi"),))


@pytest.mark.parametrize(
    "line", ["/floods villages", "/floods query:village", "/floods Zambia villages"]
)
def test_words_narrow_them_too(library: Path, line: str) -> None:
    assert [publisher for _, publisher in told(ask(library, line))] == ["Lusaka Courier"]


def test_facts_are_told_where_there_are_any_and_sentences_elsewhere(library: Path) -> None:
    (line,) = told(ask(library, "/clashes Bhutan"))
    assert line[0].startswith("Soldiers of India crossed the border into Bhutan")
    assert told(ask(library, "/clashes Nepal")) == [
        ("A gunfight was heard in Nepal, the police said.", "Thimphu Record")
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/floods Bhutan", "No flood is reported for Bhutan."),
        ("/floods country:Malawi query:dams", "No flood is reported for Malawi with “dams”."),
        ("/floods query:hail", "No flood is reported with “hail”."),
        ("/floods country:Atlantis9", "No country, region or alliance is called “Atlantis9” here."),
    ],
)
def test_nothing_is_said_in_the_topics_own_words(library: Path, line: str, why: str) -> None:
    answer = ask(library, line)
    assert isinstance(answer, NoAnswer)
    assert (answer.title, answer.why) == ("The articles don't say", why)


def test_the_table_of_commands_holds_the_topics_behind_what_is_asked(library: Path) -> None:
    table = table_of(library)
    assert [command.name for command in table] == [
        *("borders", "missions", "source", "ask", "clashes", "floods"),
        *(command.name for command in COMMANDS[4:]),
    ]
    assert [option.name for option in table[4].options] == ["country", "query"]
    assert parse("/floods Malawi", table).options == (("country", "Malawi"),)
    with pytest.raises(RequestError, match="there is no command /floods"):
        parse("/floods Malawi")


def test_countries_complete_with_those_that_the_articles_speak_of_first(library: Path) -> None:
    assert [offer.name for offer in offers(library, "clashes", "country", "bhu")][:1] == ["Bhutan"]
    assert offers(library, "clashes", "query", "x") == ()


def test_a_topic_that_changes_makes_the_library_old_and_is_another_corpus(tmp_path: Path) -> None:
    library = library_of(tmp_path, FILES)
    before = ask(library, "/floods Bhutan")
    assert is_fresh(tmp_path / "corpus", library)
    (tmp_path / "corpus" / "topics" / "floods.toml").write_text(
        FLOODS.replace("No flood is", "Not a flood is"), encoding="utf-8"
    )
    assert not is_fresh(tmp_path / "corpus", library)
    library_of(tmp_path, {})
    after = ask(library, "/floods Bhutan")
    assert isinstance(after, NoAnswer)
    assert after.why == "Not a flood is reported for Bhutan."
    assert after.corpus != before.corpus
