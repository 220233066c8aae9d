"""/about in Discord."""

from __future__ import annotations

from pathlib import Path

from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected


async def test_about_tells_what_is_loaded_and_how_footnotes_work(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("about")
    assert reply.text.startswith(
        "Footnote 0.1.0\n"
        "Answers from 16 articles, every line with a footnote.\n"
        "Period · Nov 2015 – 3 Oct 2025, 2 without a date\n"
        "Publishers · Arlen Wire, The Torva Post\n"
        "Facts drawn · 54\n"
        "Corpus c0ffee\n"
        "――――\n"
        "How footnotes work\n"
    )
