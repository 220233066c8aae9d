"""Which articles are versions of one story, which leads, which is superseded; and what is not."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pytest

from bot.corpus.duplicates import SameTexts, is_version, shingles, signature, text_key
from bot.corpus.stories import Comparison, Entry, comparison, in_time, retellings, stories
from bot.model import PublishedDate, Retelling, Story

BRIDGE = (
    "The bridge between Rusumo and Kirehe was closed to lorries on Tuesday after 14 people were "
    "hurt in a collapse of its eastern ramp, the transport ministry said.",
    "Engineers from both countries inspected the piers at dawn and found that the river had "
    "washed out the footing of the second pillar.",
    "Traders on the Tanzanian bank said that 300 lorries were waiting, some of them loaded with "
    "fruit that would not last the week.",
    "A ferry that has served the crossing since 1987 was put back into service in the afternoon, "
    "but it carries no vehicle heavier than 12 tonnes.",
    "The ministry expects the repair to take until the rains end, and asked drivers to use the "
    "road through Kabanga meanwhile.",
)
UPDATED = (
    "The bridge between Rusumo and Kirehe was closed to lorries on Tuesday after 19 people were "
    "hurt in a collapse of its eastern ramp, the transport ministry said.",
    *BRIDGE[1:4],
    "The ministry now expects the repair to take until June, and asked drivers to use the road "
    "through Kabanga meanwhile.",
    "Two of the injured were flown to Kigali on Wednesday.",
)
SHORTENED = (*BRIDGE[:2], *BRIDGE[3:])
OWN_STORY = (
    BRIDGE[0],
    "Our reporter met the owner of a tea stall who had seen the ramp sink for months and had "
    "written to the district three times.",
    "In the market of Rusumo the price of tomatoes doubled before noon, and the women who carry "
    "goods across on foot asked for twice their usual fee.",
    "Shipping agents in Dar es Salaam fear for the contracts with mines further inland, which "
    "have no other way to the sea that takes heavy loads.",
    "The opposition wants to know why a loan for the renewal of the bridge was never drawn.",
)


def daily(day: str, shots: int, flights: int, village: str) -> tuple[str, ...]:
    return (
        f"Daily report of the monitoring team, {day}.",
        f"In the past 24 hours the team counted {shots} shots and {flights} flights of drones on "
        f"the line of contact, most of them near {village}.",
        f"On {day} the crossing at {village} was open from {shots % 5 + 4} until {flights + 9} "
        f"o'clock and {shots * 3} people used it.",
        "The team's freedom of movement was restricted at two checkpoints; it has asked both "
        "sides to remove the mines that bar the road.",
        f"The next report will be published after {day}.",
    )


def entry(name: str, text: Sequence[str], **known: object) -> Entry:
    values: dict[str, object] = {"publisher": name, "url": None, "published": None}
    values |= {"original": None, **known}
    if isinstance(values["published"], str):
        values["published"] = PublishedDate.fromisoformat(values["published"])
    return Entry(name, signature=signature(text), **values)  # type: ignore[arg-type]


class Listed(list[Entry]):
    """A timeline of a few articles."""

    def band(self, number: int) -> Iterator[bytes]:
        return (entry.signature[4 * number : 4 * number + 4] for entry in self)


def told(entries: Iterable[Entry], are_versions: Comparison) -> tuple[Story, ...]:
    found = stories(Listed(sorted(entries, key=in_time)), are_versions)
    return tuple(sorted(found, key=lambda story: story.articles))


def found(texts: Mapping[str, Sequence[str]], **known: Mapping[str, object]) -> tuple[Story, ...]:
    entries = [entry(name, text, **known.get(name, {})) for name, text in texts.items()]
    return told(entries, comparison(texts.__getitem__))


@pytest.mark.parametrize("other", [UPDATED, SHORTENED, (*BRIDGE, "Subscribe to our paper.")])
def test_updates_and_cuts_of_an_article_are_versions_of_it(other: Sequence[str]) -> None:
    assert is_version(shingles(BRIDGE), shingles(other))
    assert is_version(shingles(other), shingles(BRIDGE))


def test_reports_that_share_only_the_first_paragraph_of_an_agency_are_no_versions() -> None:
    assert not is_version(shingles(BRIDGE), shingles(OWN_STORY))


def test_a_short_report_made_of_the_lead_of_a_long_one_is_no_version_of_it() -> None:
    assert not is_version(shingles(BRIDGE[:1]), shingles(BRIDGE))


def test_reports_that_share_only_a_paragraph_about_the_paper_are_no_versions() -> None:
    about = (
        "This newspaper has been printed in Bukoba since 1961, belongs to its readers, takes no "
        "money from governments, and answers every letter that is signed with a name and address."
    )
    assert not is_version(shingles((BRIDGE[0], about)), shingles((OWN_STORY[2], about)))


def test_two_daily_reports_of_one_template_are_no_versions_of_each_other() -> None:
    one = daily("3 May 2021", 112, 7, "Staromykhailivka")
    other = daily("4 May 2021", 64, 12, "Novoluhanske")
    assert not is_version(shingles(one), shingles(other))
    assert is_version(shingles(one), shingles(other), same_page=True)


def test_a_writing_without_spaces_is_compared_by_its_characters() -> None:
    text = ("国境の橋は火曜日に閉鎖された。修理は雨季が終わるまで続く見込みである。",)
    assert is_version(shingles(text), shingles((*text, "渡し船が再開した。")))
    assert not is_version(shingles(text), shingles(("首相は明日の会議で新しい予算案を説明する。",)))


def test_the_earliest_leads_and_a_date_that_is_not_known_is_not_the_earliest() -> None:
    texts = {"Undated": BRIDGE, "Late": SHORTENED, "Early": BRIDGE, "Year": BRIDGE}
    known = {
        "Late": {"published": "2019-04-04"},
        "Early": {"published": "2019-04-02"},
        "Year": {"published": "2019"},
    }
    assert found(texts, **known) == (Story(("Early", "Late", "Year", "Undated")),)


def test_whom_others_name_as_the_original_leads_whatever_the_dates_say() -> None:
    texts = {"Wire": BRIDGE, "Copyist": SHORTENED, "Portal": BRIDGE}
    known: dict[str, dict[str, object]] = {
        "Wire": {"published": "2019-04-03", "publisher": "Kagera Wire"},
        "Copyist": {"published": "2019-04-02", "original": "the Kagera Wire"},
        "Portal": {"published": "2019-04-02"},
    }
    assert found(texts, **known) == (Story(("Wire", "Portal", "Copyist")),)


def test_a_later_version_by_the_same_publisher_supersedes_the_earlier_ones() -> None:
    texts = {"first": BRIDGE, "second": UPDATED, "third": (*UPDATED, "It rained."), "copy": BRIDGE}
    known: dict[str, dict[str, object]] = {
        "first": {"publisher": "Kagera Wire", "published": "2019-04-02"},
        "second": {"publisher": "kagera wire", "published": "2019-04-03"},
        "third": {"publisher": "Kagera Wire", "published": "2019-04-05"},
        "copy": {"publisher": "Portal", "published": "2019-04-09"},
    }
    (story,) = found(texts, **known)
    assert story.articles == ("first", "second", "third", "copy")
    assert dict(story.superseded) == {"first": "third", "second": "third"}


@pytest.mark.parametrize("dates", [("2019-04-02", "2019-04-02"), ("2019-04", "2019-04-09")])
def test_versions_whose_order_is_not_known_do_not_supersede_each_other(
    dates: tuple[str, str],
) -> None:
    known = {
        name: {"publisher": "Kagera Wire", "published": date}
        for name, date in zip(("first", "second"), dates, strict=True)
    }
    (story,) = found({"first": BRIDGE, "second": UPDATED}, **known)
    assert story.superseded == ()


def test_stories_do_not_depend_on_the_order_of_articles() -> None:
    series = {f"day {n}": daily(f"{n} May 2021", n * 7, n, f"Village{n}") for n in range(1, 20)}
    texts = {"a": BRIDGE, "b": UPDATED, "c": SHORTENED, "d": OWN_STORY, **series}
    entries = [entry(name, text) for name, text in texts.items()]
    expected = (Story(("a", "b", "c")),)
    for seed in range(8):
        random.Random(seed).shuffle(entries)
        assert told(entries, comparison(texts.__getitem__)) == expected


def test_a_long_series_of_one_template_is_compared_a_few_times_an_article() -> None:
    read: list[str] = []
    series = {f"{n:04}": daily(f"{n % 28 + 1} May {1990 + n}", n, n, f"V{n}") for n in range(300)}

    def text(name: str) -> Sequence[str]:
        read.append(name)
        return series[name]

    assert told([entry(name, text) for name, text in series.items()], comparison(text)) == ()
    assert len(read) <= 300 * 12


def test_equal_text_is_one_article_unless_another_publisher_has_it() -> None:
    same = SameTexts()
    bridge, updated = text_key(BRIDGE), text_key(UPDATED)
    spaced = text_key([text.replace(" ", "  ").upper() for text in BRIDGE])
    assert same.first("a.txt", "Kagera Wire", bridge) is None
    assert same.first("b.txt", "KAGERA WIRE", spaced) == "a.txt"
    assert same.first("c.txt", None, bridge) == "a.txt"
    assert same.first("d.txt", "Portal", bridge) is None
    assert same.first("e.txt", "Portal", bridge) == "d.txt"
    assert same.first("f.txt", "Portal", updated) is None


def test_sentences_of_republications_are_told_from_the_latest_version_of_the_original() -> None:
    texts = {
        "first": ["Nine lorries wait.", "The ferry runs.", "Rain fell in Kirehe."],
        "update": ["Twelve came. 40 lorries wait at the bridge.", "The ferry runs."],
        "copy": ["The ferry runs!", "Rain fell in Kirehe.", "We met a driver."],
    }
    story = Story(("first", "copy", "update"), (("first", "update"),))
    assert retellings(story, texts.__getitem__) == (
        Retelling("update", 1, "first", 1),
        Retelling("update", 1, "copy", 0),
        Retelling("first", 2, "copy", 1),
    )


def test_a_sentence_that_an_update_gives_other_figures_in_is_set_beside_the_earlier_one() -> None:
    texts = {"first": list(BRIDGE), "update": list(UPDATED)}
    story = Story(("first", "update"), (("first", "update"),))
    changed = [one for one in retellings(story, texts.__getitem__) if one.changed]
    assert changed == [Retelling("update", 0, "first", 0, changed=True)]


def test_signatures_of_unlike_texts_share_no_band() -> None:
    texts = [BRIDGE, OWN_STORY[1:], daily("3 May 2021", 112, 7, "Staromykhailivka")]
    for one, other in itertools.combinations([signature(text) for text in texts], 2):
        assert not {one[at : at + 4] for at in range(0, len(one), 4)} & {
            other[at : at + 4] for at in range(0, len(other), 4)
        }
