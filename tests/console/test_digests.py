"""`footnote digest` shows in a terminal what would be posted."""

from __future__ import annotations

import asyncio
import datetime
from pathlib import Path

import pytest

from bot.store.ledger import open_ledger
from bot.store.subscriptions import Subscriptions, Wish
from tests.program import run
from tests.small_corpus import write_small_corpus

NOON = datetime.datetime(2031, 5, 4, 12, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working directory with the small corpus, and a digest set for channel 700."""
    made = tmp_path_factory.mktemp("digests")
    write_small_corpus(made / "seeds")
    (made / "data").mkdir()
    asyncio.run(_set(made / "data" / "ledger.db"))
    return made


async def _set(file: Path) -> None:
    async with open_ledger(file, NOON) as ledger:
        wish = Wish(700, 70, datetime.time(9), "UTC", topics=("missions",))
        await Subscriptions(ledger).put(wish, 7, NOON.date(), NOON, NOON)


def test_the_digest_of_a_day_holds_what_was_published_that_day(folder: Path) -> None:
    done = run("digest", "--as-of", "2021-05-04", cwd=folder)
    assert done.stdout.splitlines()[:2] == [
        *("Daily digest · 4 May 2021", "1 new story · since 3 May 2021"),
    ]
    assert "https://ledger.example/guards" in done.stdout
    assert "Heron" not in done.stdout


def test_a_longer_time_and_topics_may_be_named(folder: Path) -> None:
    options = ("--since", "2021-01-01", "--topics", "missions")
    done = run("digest", "--as-of", "2022-03-04", *options, cwd=folder)
    assert "The United Nations ended Operation Heron in Mali on Monday." in done.stdout
    assert "Estonia" not in done.stdout


def test_a_day_without_articles_says_so(folder: Path) -> None:
    done = run("digest", "--as-of", "2020-01-01", cwd=folder)
    assert done.stdout == "Nothing new between 2019-12-31 and 2020-01-01.\n"


def test_the_preview_of_a_channel_is_by_its_own_settings(folder: Path) -> None:
    done = run("digest", "--preview", "--channel", "700", cwd=folder)
    assert "The United Nations ended Operation Heron in Mali on Monday." in done.stdout
    assert "Estonia" not in done.stdout


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (
            ["--preview"],
            "footnote: --preview shows the digest of a channel; name it with --channel ID",
        ),
        (
            ["--preview", "--channel", "701"],
            "footnote: --channel 701 has no digest; /digest set makes one",
        ),
        (
            ["--as-of", "soon"],
            "footnote: --as-of is “soon”; expected a date such as 2025-09-14",
        ),
        (
            ["--as-of", "2021-05-04", "--topics", "Qqqq"],
            "footnote: “Qqqq” is no topic; name borders, missions, a place or a mission",
        ),
    ],
)
def test_wrong_use_is_one_line(folder: Path, options: list[str], line: str) -> None:
    done = run("digest", *options, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == line
