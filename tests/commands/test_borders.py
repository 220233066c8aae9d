"""/borders in Discord."""

from __future__ import annotations

from pathlib import Path

from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected


async def test_borders_shows_claims_notes_and_sources(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("borders", country="Arlen")
    print(reply.text)
    print(reply.markdown)
    assert 0
