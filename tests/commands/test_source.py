"""/source in Discord."""

from __future__ import annotations

from pathlib import Path

from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.rendering import buttons
from tests.discord_loopback.scenario import connected


async def test_source_opens_the_article_and_names_similar_ones(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("source", article="crossing")
    assert reply.text == (
        "A crossing\n"
        "Arlen and Torva opened a crossing. ¹\n"
        "Similar articles\n"
        "• Torva votes · Arlen Wire · 2024\n"
        "――――\n"
        "Source\n"
        "¹ Article 1 on Arlen · The Torva Post · 2 Mar 2023\n"
        "[Open the article]"
    )
    assert buttons(reply.message)[0]["url"] == "https://torva.example/1"


async def test_article_completes(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().type_into("source", "article", "arl")
    assert reply.choices == ["Arlen"]
