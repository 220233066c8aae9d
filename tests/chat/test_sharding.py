"""One connection to the gateway, or as many as Discord asks for."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.client import FootnoteClient
from bot.chat.connection import serve_as_asked
from bot.errors import LoginError
from commands import add_all
from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import Scene, scene
from tests.discord_loopback.world import TOKEN


@pytest.fixture(autouse=True)
def no_pause_between_two_identifications(monkeypatch: pytest.MonkeyPatch) -> None:
    """discord.py leaves five seconds between them."""

    async def at_once(self: object, shard_id: int, *, initial: bool = False) -> None:
        return

    monkeypatch.setattr("discord.Client.before_identify_hook", at_once)


@contextlib.asynccontextmanager
async def served(
    here: Scene, folder: Path, shards: int | None
) -> AsyncIterator[list[FootnoteClient]]:
    """Footnote with so many shards; the clients that were made for it."""
    desk, clients = FakeDesk(), list[FootnoteClient]()

    def make(kind: type[FootnoteClient], count: int | None) -> FootnoteClient:
        client = kind(desk, folder / "commands.json", settle_seconds=0.01, shard_count=count)
        add_all(client.tree, desk)
        clients.append(client)
        return client

    serving = asyncio.create_task(serve_as_asked(make, TOKEN, shards))
    connected = asyncio.create_task(here.discord.connected.wait())
    await asyncio.wait({serving, connected}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
    connected.cancel()
    try:
        yield clients
    finally:
        await _stop(serving)


async def _stop(serving: asyncio.Task[None]) -> None:
    if not serving.done():  # nobody else takes the signal
        os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(serving, 10)


@pytest.mark.parametrize("shards", [None, 1])
async def test_one_connection_is_a_plain_one(tmp_path: Path, shards: int | None) -> None:
    async with scene(FakeDesk(), tmp_path) as here, served(here, tmp_path, shards) as clients:
        reply = await here.person().call("borders", country="Arlen")
        assert [type(client) for client in clients] == [FootnoteClient]
        asked = [route for route, _ in here.discord.requests if route == "GET /gateway/bot"]
    assert reply.text.startswith("Borders: Arlen")
    assert len(asked) == (1 if shards is None else 0)


@pytest.mark.parametrize("shards", [None, 2])
async def test_several_connections_are_made_where_they_are_asked_for(
    tmp_path: Path, shards: int | None
) -> None:
    async with scene(FakeDesk(), tmp_path) as here:
        here.discord.shards = 2
        async with served(here, tmp_path, shards) as clients:
            reply = await here.person().call("borders", country="Arlen")
            assert clients[-1].is_connected()
        identified = [frame["shard"] for frame in here.discord.identified]
    assert reply.text.startswith("Borders: Arlen")
    assert identified == [[0, 2], [1, 2]]


async def test_a_discord_that_does_not_say_gets_one_connection(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as here:
        here.discord.fault("GET /gateway/bot", status=403, times=9)
        async with served(here, tmp_path, None) as clients:
            await here.person().call("help")
            assert [type(client) for client in clients] == [FootnoteClient]


async def test_a_gateway_that_demands_shards_gets_them(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as here:
        serving = asyncio.create_task(_refused(here, tmp_path))
        await asyncio.wait_for(here.discord.connected.wait(), 5)
        here.discord.shards = 2
        await here.discord.cut_gateway(4011)
        await asyncio.wait_for(here.discord.connected.wait(), 10)
        await _stop(serving)
        shards = [frame.get("shard") for frame in here.discord.identified]
    assert shards == [None, [0, 2], [1, 2]]


async def _refused(here: Scene, folder: Path) -> None:
    def make(kind: type[FootnoteClient], count: int | None) -> FootnoteClient:
        return kind(FakeDesk(), folder / "commands.json", settle_seconds=0.01, shard_count=count)

    await serve_as_asked(make, TOKEN, None)


async def test_a_wrong_token_is_told_before_shards_are_asked_for(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as here:

        def make(kind: type[FootnoteClient], count: int | None) -> FootnoteClient:
            return kind(FakeDesk(), tmp_path / "commands.json", settle_seconds=0.01)

        with pytest.raises(LoginError, match="refuses DISCORD_TOKEN"):
            await serve_as_asked(make, "wrong", None)
        assert not [route for route, _ in here.discord.requests if route == "GET /gateway/bot"]
