"""The whole bot: from an empty data folder to an answer in Discord, and a clean stop."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import serve
from bot.errors import StoreError
from bot.settings import Settings, Token
from bot.store.load import load
from tests.discord_loopback.person import Person
from tests.discord_loopback.scenario import addressed
from tests.discord_loopback.server import TOKEN, Loopback
from tests.program import ROOT
from tests.small_corpus import write_small_corpus


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a bot that was never started, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return Settings(
        discord_token=Token(TOKEN),
        corpus_dir=write_small_corpus(tmp_path / "seeds"),
        data_dir=tmp_path / "data",
        admin_user_ids=frozenset(),
        log_level="INFO",
        log_format="text",
    )


@contextlib.asynccontextmanager
async def loopback() -> AsyncIterator[Loopback]:
    discord = Loopback()
    await discord.start()
    try:
        with addressed(discord):
            yield discord
    finally:
        await discord.stop()


def test_it_loads_connects_answers_and_stops_on_a_signal(settings: Settings) -> None:
    async def story() -> str:
        async with loopback() as discord:
            serving = asyncio.create_task(serve(settings))
            await asyncio.wait_for(discord.connected.wait(), 30)
            reply = await Person(discord, "reader").call("borders", country="Estonia")
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.wait_for(serving, 10)
            return reply.text

    text = asyncio.run(story())
    assert "343" in text
    assert "The Baltic Ledger" in text
    assert sorted(path.name for path in settings.data_dir.iterdir()) == [
        "commands.json",
        "ledger.db",
        "library.db",
        "library.db.lock",
        "library.db.readings",
        "running.lock",
    ]


def test_a_signal_while_it_loads_stops_the_load_and_is_no_fault(settings: Settings) -> None:
    async def story() -> None:
        serving = asyncio.create_task(serve(settings))
        await asyncio.sleep(0)
        assert settings.data_dir.exists()
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.wait_for(serving, 10)

    asyncio.run(story())
    assert not settings.library_path.exists()


def test_a_corpus_without_an_article_ends_it_with_a_clear_line(settings: Settings) -> None:
    for file in settings.corpus_dir.rglob("*.*"):
        file.unlink()
    with pytest.raises(StoreError, match="none of the 0 files found in it is an article"):
        asyncio.run(serve(settings))


def test_a_folder_that_has_gone_bad_leaves_the_answers_of_before(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    load(settings.corpus_dir, _made(settings.library_path), lambda *_: None)
    for file in settings.corpus_dir.rglob("*.*"):
        file.unlink()

    async def story() -> str:
        async with loopback() as discord:
            serving = asyncio.create_task(serve(settings))
            await asyncio.wait_for(discord.connected.wait(), 30)
            reply = await Person(discord, "reader").call("borders", country="Estonia")
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.wait_for(serving, 10)
            return reply.text

    assert "343" in asyncio.run(story())
    assert "going on with what was loaded before" in caplog.text


def _made(library_path: Path) -> Path:
    library_path.parent.mkdir()
    return library_path
