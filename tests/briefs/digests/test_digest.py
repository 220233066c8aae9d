"""A digest tells what is new, what changed and what must be put right, each from its article."""

from __future__ import annotations

import asyncio
import datetime
import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bot.briefs.digests.digest import CAP, Digest, digest
from bot.briefs.digests.drafts import News
from bot.briefs.digests.topics import topic_names, topics_named
from bot.errors import RequestError
from bot.model import NoAnswer
from bot.store.library import Generation, Library
from bot.store.outbox import Cited, Version
from tests.briefs.desks import article, library_of

TODAY = datetime.date(2031, 5, 4)
EXTENDED = "The United Nations extended Operation Condor in Peru by a year."
ENDED = "The United Nations ended Operation Condor in Peru on Monday."
SHORT = "The border between Peru and Bolivia is 1,047 kilometres long, the atlas of the army says."
LONG = (
    "The border between Peru and Bolivia is 1,212 kilometres long, surveyors reported on Tuesday."
)
GARDEN = (
    "The gardens of the old convent open again in June, and visitors may bring their own chairs."
)

FILES: Mapping[str, str] = {
    "extended.md": article(
        *("Condor goes on", "Lima Post", "2031-04-02"),
        f"{EXTENDED} The mission has 1,200 soldiers.",
    ),
    "ended.md": article(
        *("Condor ends", "Andes Wire", "2031-05-03"), f"{ENDED} The mission had 900 soldiers."
    ),
    "short.md": article("An atlas", "Lima Post", "2031-04-05", SHORT),
    "long.md": article("Surveyors return", "Andes Wire", "2031-05-02", LONG),
    "garden.md": article("Chairs welcome", "Garden Paper", "2031-05-01", GARDEN),
}


@pytest.fixture(scope="module")
def peru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_of(tmp_path_factory.mktemp("peru"), FILES)


def made(
    library: Path,
    new: Sequence[str],
    cited: Sequence[tuple[str, str, str]] = (),
    topics: str | None = None,
    **other: object,
) -> Digest | NoAnswer | None:
    """The digest where these files are new; `cited` are (file, content, sentence)."""

    async def run() -> Digest | NoAnswer | None:
        async with Library(library) as opened, opened.view() as view:
            news = News(
                frozenset(_id(view, file) for file in new),
                tuple(_cited(view, *one) for one in cited),
                topics_named(view, topics),
                **other,  # type: ignore[arg-type]
            )
            return await digest(view, news, await view.contents(), TODAY)

    return asyncio.run(run())


def _id(view: Generation, file: str) -> str:
    return next((card.id for card in view.cards.values() if card.file == file), file)


def _cited(view: Generation, file: str, content: str, sentence: str) -> Cited:
    version = Version(_id(view, file), content, f"On {file}", "Lima Post", None, None)
    return Cited(version, datetime.date(2031, 5, 3), sentence)


def lines(found: Digest | NoAnswer | None) -> list[tuple[str | None, str, list[str]]]:
    """Heading, words and the files cited of each claim and each note."""
    assert isinstance(found, Digest)
    shown: list[tuple[str | None, str, list[str]]] = []
    for item in found.items:
        for claim in item.claims:
            shown.append((claim.heading, claim.text, [one.file for one in claim.citations]))
        for note in item.notes:
            shown.append((None, note.text, [one.file for one in note.citations]))
    return shown


def test_new_articles_are_told_by_topic_and_place_each_with_its_footnote(peru: Path) -> None:
    found = made(peru, ["ended.md", "garden.md"], since=datetime.date(2031, 5, 3))
    assert lines(found) == [
        ("Missions · Peru", ENDED, ["ended.md"]),
        (
            None,
            "Condor: ended (Andes Wire, 3 May 2031); earlier extended (Lima Post, 2 Apr 2031).",
            ["ended.md", "extended.md"],
        ),
        (
            None,
            "Strength of Condor: 900 (Andes Wire, 3 May 2031); "
            "earlier 1,200 (Lima Post, 2 Apr 2031).",
            ["ended.md", "extended.md"],
        ),
        ("Other news", GARDEN, ["garden.md"]),
    ]
    assert isinstance(found, Digest)
    assert (found.brief.title, found.brief.subtitle) == (
        *("Daily digest · 4 May 2031", "2 new stories · since 3 May 2031"),
    )


def test_a_new_figure_is_told_with_the_earlier_one(peru: Path) -> None:
    told = LONG.replace("kilometres", "kilometres (≈ 753 miles)", 1)
    assert lines(made(peru, ["long.md"])) == [
        ("Borders · Peru", told, ["long.md"]),
        (
            None,
            "Length of the border Bolivia – Peru: 1,212 kilometres (Andes Wire, 2 May 2031); "
            "earlier 1,047 kilometres (Lima Post, 5 Apr 2031).",
            ["long.md", "short.md"],
        ),
    ]


def test_an_older_article_that_arrives_late_changes_nothing(peru: Path) -> None:
    assert [line[2] for line in lines(made(peru, ["extended.md", "short.md"]))] == [
        ["short.md"],
        ["extended.md"],
    ]


def test_no_article_stands_in_two_items(tmp_path: Path) -> None:
    old = f"{EXTENDED} {SHORT}"
    files = {**FILES, "extended.md": article("Old", "Lima Post", "2031-04-02", old)}
    del files["short.md"]
    found = made(library_of(tmp_path, files), ["ended.md", "long.md", "garden.md"])
    assert isinstance(found, Digest)
    articles = [{one.article_id for one in item.telling} for item in found.items]
    assert sum(map(len, articles)) == len(set.union(*articles))
    assert sorted(len(item.notes) for item in found.items) == [0, 2]


# ── corrections ─────────────────────────────────────────────────────────────────────────────


def test_an_article_that_was_cited_and_changed_is_put_right(peru: Path) -> None:
    cited = [("long.md", "old", "The border is 1,100 kilometres long, surveyors reported.")]
    found = made(peru, ["long.md", "garden.md"], cited)
    told = LONG.replace("kilometres", "kilometres (≈ 753 miles)", 1)
    assert lines(found) == [
        ("Corrections", told, ["long.md"]),
        (
            None,
            "“On long.md” has changed since 3 May 2031, when it said: “The border is 1,100 "
            "kilometres long, surveyors reported.”",
            ["long.md"],
        ),
        ("Other news", GARDEN, ["garden.md"]),
    ]
    assert isinstance(found, Digest)
    assert found.brief.subtitle == "1 new story · 1 correction"


def test_a_change_that_left_the_sentence_alone_says_so(peru: Path) -> None:
    found = lines(made(peru, [], [("garden.md", "old", GARDEN)]))
    assert found == [
        ("Corrections", GARDEN, ["garden.md"]),
        (
            None,
            "“On garden.md” has changed since 3 May 2031; the sentence cited then still stands "
            "in it.",
            ["garden.md"],
        ),
    ]


def test_an_article_that_was_cited_and_is_gone_is_named_with_what_it_said(peru: Path) -> None:
    found = made(peru, [], [("gone.md", "old", "It rained for 12 days.")])
    assert isinstance(found, Digest)
    (item,) = found.items
    assert item.claims == ()
    assert [note.text for note in item.notes] == [
        "“On gone.md”, cited on 3 May 2031, is no longer among the articles. "
        "It said: “It rained for 12 days.”"
    ]
    assert [(one.title, one.quote) for one in item.notes[0].citations] == [
        ("On gone.md", "It rained for 12 days.")
    ]
    assert [(one.article_id, one.content) for one in item.telling] == [("gone.md", "")]


def test_an_article_that_only_moved_needs_no_correction(tmp_path: Path) -> None:
    before = library_of(tmp_path / "a", FILES)
    content = dict(asyncio.run(_contents(before)))["garden.md"]
    moved = {("garden/june.md" if k == "garden.md" else k): text for k, text in FILES.items()}
    after = library_of(tmp_path / "b", moved)
    assert made(after, [], [("garden.md", content, GARDEN)]) is None


async def _contents(library: Path) -> list[tuple[str, str]]:
    async with Library(library) as opened, opened.view() as view:
        contents = await view.contents()
        return [(card.file, contents[card.id]) for card in view.cards.values()]


# ── days without news, topics, caps ─────────────────────────────────────────────────────────


def test_nothing_new_is_nothing_to_say(peru: Path) -> None:
    assert made(peru, []) is None


def test_an_older_article_is_shown_on_a_day_without_news_never_the_same_two_days(
    peru: Path,
) -> None:
    shown: list[str] = []
    cited: list[tuple[str, str, str]] = []
    contents = dict(asyncio.run(_contents(peru)))
    for _ in range(12):
        found = made(peru, [], cited, say_empty=True, since=datetime.date(2031, 5, 3))
        ((heading, text, (file,)),) = lines(found)
        assert heading == "Worth reading again"
        assert isinstance(found, Digest)
        assert found.brief.subtitle == "Nothing new since 3 May 2031"
        # what was shown last is what was cited on the day of the last digest
        cited = [(file, contents[file], text)]
        shown.append(file)
    assert all(one != other for one, other in itertools.pairwise(shown))


def test_without_another_article_a_day_without_news_is_one_line(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"garden.md": FILES["garden.md"]})
    contents = dict(asyncio.run(_contents(library)))
    found = made(
        *(library, [], [("garden.md", contents["garden.md"], GARDEN)]),
        say_empty=True,
        since=datetime.date(2031, 5, 3),
    )
    assert isinstance(found, NoAnswer)
    assert found.title == "Daily digest · 4 May 2031: nothing new"


@pytest.mark.parametrize(
    ("topics", "files"),
    [
        (None, ["ended.md", "long.md", "garden.md"]),
        ("all", ["ended.md", "long.md", "garden.md"]),
        ("missions", ["ended.md"]),
        ("borders", ["long.md"]),
        ("Bolivia", ["long.md"]),
        ("bolivia, Condor", ["ended.md", "long.md"]),
        ("Norway", []),
    ],
)
def test_topics_narrow_what_is_told(peru: Path, topics: str | None, files: list[str]) -> None:
    found = made(peru, ["ended.md", "long.md", "garden.md"], topics=topics)
    told = [] if found is None else [line[2][0] for line in lines(found) if line[0]]
    assert sorted(told) == sorted(files)


def test_a_topic_that_is_none_is_told_with_the_nearest(peru: Path) -> None:
    with pytest.raises(RequestError, match=r"“Bolivarland” is no topic; the nearest are .*Bolivia"):
        made(peru, [], topics="Peru, Bolivarland")


def test_topics_are_shown_by_their_names(peru: Path) -> None:
    async def run() -> list[str]:
        async with Library(peru) as opened, opened.view() as view:
            keys = topics_named(view, "operation condor, missions, the United Kingdom")
            return [*keys, topic_names(view, keys), topic_names(view, ())]

    *keys, names, none = asyncio.run(run())
    assert keys[1:] == ["missions", "place:united-kingdom"]
    assert names == "Condor, missions, United Kingdom"
    assert none == "all"


def test_what_is_beyond_the_cap_is_counted_and_kept_for_paging(tmp_path: Path) -> None:
    names = "ash beech cedar elm fir larch maple oak pine plane poplar rowan spruce willow yew"
    trees = [f"{one} {other}" for one in names.split() for other in ("hill", "lake")]
    files = {
        f"{number:02}.md": article(
            f"On {tree}",
            "Garden Paper",
            "2031-05-01",
            f"The {tree} walk opens on a day in June, and {number + 100} people want to come.",
        )
        for number, tree in enumerate(trees)
    }
    found = made(library_of(tmp_path, files), list(files))
    assert isinstance(found, Digest)
    assert found.rest is not None
    assert (len(found.items), len(found.rest.items), found.more) == (CAP, 30 - CAP, 30 - CAP)


def test_what_two_publishers_tell_is_told_once_and_comes_first(tmp_path: Path) -> None:
    files = {
        "a.md": article("Chairs", "Arequipa Sun", "2031-05-01", GARDEN),
        "b.md": article("More chairs", "Garden Paper", "2031-05-02", GARDEN + " So it is said."),
        "c.md": article("A regatta", "Lake Post", "2031-05-03", "Twelve boats sailed on Titicaca."),
    }
    found = lines(made(library_of(tmp_path, files), list(files)))
    assert [(text, sorted(cited)) for _, text, cited in found] == [
        (GARDEN, ["a.md", "b.md"]),
        ("Twelve boats sailed on Titicaca.", ["c.md"]),
    ]


def test_a_story_that_was_told_is_not_told_again_when_another_republishes_it(
    tmp_path: Path,
) -> None:
    body = (
        f"{ENDED} {GARDEN}",
        "Nobody had expected the trucks so early, a farmer said, and the road was closed by noon.",
        "The commander of the northern brigade read the order aloud before they left the square.",
    )
    files = {
        "a.md": article("Condor begins", "Andes Wire", "2031-05-01", *body),
        "b.md": article("Condor has begun", "Lima Post", "2031-05-02", *body),
    }
    library = library_of(tmp_path, files)
    assert made(library, ["b.md"]) is None
    ((_, text, cited),) = lines(made(library, ["a.md", "b.md"]))
    assert (text, cited) == (ENDED, ["a.md", "b.md"])
