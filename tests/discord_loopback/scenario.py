"""Footnote connected to a loopback Discord for the length of a test, and nothing left behind."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import discord.gateway
import discord.http
import pytest
import yarl

from bot.briefs.desk import Desk
from bot.chat.client import FootnoteClient
from bot.chat.connection import serve
from commands import add_all, add_topics
from tests.discord_loopback.person import Person, Where
from tests.discord_loopback.server import Loopback
from tests.discord_loopback.world import TOKEN


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs a test that is a coroutine in a loop of its own, and checks that it leaves no task."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    given = {name: pyfuncitem.funcargs[name] for name in names}
    asyncio.run(_alone(pyfuncitem, given))
    return True


async def _alone(item: pytest.Function, given: dict[str, object]) -> None:
    await item.obj(**given)
    await asyncio.sleep(0)
    left = asyncio.all_tasks() - {asyncio.current_task()}
    assert not left, f"still running: {left}"


@contextlib.contextmanager
def addressed(loopback: Loopback) -> Iterator[None]:
    """While it lasts, discord.py talks to the loopback instead of to Discord."""
    api, gateway = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    discord.http.Route.BASE = f"http://127.0.0.1:{loopback.port}/api"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(
        f"ws://127.0.0.1:{loopback.port}/gateway/"
    )
    try:
        yield
    finally:
        discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = api, gateway


Prepare = Callable[[FootnoteClient], None]


class Scene:
    """A loopback Discord, Footnote connected to it, and the people who use it."""

    def __init__(self, desk: Desk, folder: Path, prepare: Prepare | None = None) -> None:
        self.discord = Loopback()
        self.hash_file = folder / "commands.json"
        self._desk, self._prepare = desk, prepare

    def person(self, name: str = "reader", where: Where = "server", **how: str) -> Person:
        return Person(self.discord, name, where, **how)

    def client(self) -> FootnoteClient:
        """A client that is not started yet."""
        client = FootnoteClient(self._desk, self.hash_file, settle_seconds=0.01)
        add_all(client.tree, self._desk)
        add_topics(client, self._desk)
        if self._prepare is not None:
            self._prepare(client)
        return client

    @contextlib.asynccontextmanager
    async def footnote(self, token: str = TOKEN) -> AsyncIterator[asyncio.Task[None]]:
        """Footnote connected; the task ends when it has stopped."""
        self.discord.connected.clear()
        client = self.client()
        serving = asyncio.create_task(serve(client, token))
        connected = asyncio.create_task(self.discord.connected.wait())
        await asyncio.wait({serving, connected}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        connected.cancel()
        try:
            yield serving
        finally:
            await client.close()
            await asyncio.wait({serving}, timeout=10)
            await serving


@contextlib.asynccontextmanager
async def scene(desk: Desk, folder: Path, prepare: Prepare | None = None) -> AsyncIterator[Scene]:
    """A Discord without Footnote in it yet. At the end, no request may have been a wrong one."""
    made = Scene(desk, folder, prepare)
    await made.discord.start()
    try:
        with addressed(made.discord):
            yield made
    finally:
        await made.discord.stop()
    assert made.discord.refusals == []


@contextlib.asynccontextmanager
async def connected(
    desk: Desk, folder: Path, prepare: Prepare | None = None
) -> AsyncIterator[Scene]:
    """A Discord with Footnote in it; `prepare` adds to the client before it starts."""
    async with scene(desk, folder, prepare) as made, made.footnote():
        yield made
