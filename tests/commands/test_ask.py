"""/ask in Discord."""

from __future__ import annotations

from pathlib import Path

from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected


async def test_ask_shows_the_sentence_that_answers(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("ask", question="How many troops?")
    assert reply.text == (
        "How many troops?\n"
        "The force has 1,500 troops. ¹\n"
        "――――\n"
        "Source\n"
        "¹ Article 1 on Arlen · The Torva Post · 2 Mar 2023\n"
        "[Open the article]"
    )


async def test_ask_says_when_the_articles_do_not(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("ask", question="How many carriers?")
    assert reply.text == (
        "The articles don't say\nOne article is about Heron, but gives no number of carriers."
    )


async def test_a_persons_words_stay_plain_text(tmp_path: Path) -> None:
    words = "# [click](https://evil.example) ||x|| @everyone <@123456789012345678> discord.gg/abc"
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("ask", question=words)
    assert reply.text.splitlines()[0] == words
    assert {words for words, _ in reply.links} == {"¹", "Article 1 on Arlen"}


async def test_an_empty_question_is_refused_privately(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().call("ask", question=" \n ")
    assert reply.private
    assert reply.text == "/ask needs a question."
    assert desk.asked == []


async def test_a_huge_question_is_asked_as_far_as_allowed(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        await discord.person().call("ask", question="y" * 6000)
    assert desk.asked[0].option("question") == "y" * 300
