"""Telling Discord which commands there are, and only when that changed.

Discord allows few registrations a day and needs none at a start, so the hash of what was last
registered is kept in a file, by application: another token means another application.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from pathlib import Path
from typing import Any, Final

import discord
from discord import app_commands

from bot.chat.replies import FAILURES

_log = logging.getLogger(__name__)
_UNREADABLE: Final = (OSError, ValueError, KeyError, TypeError, AttributeError)

Tree = app_commands.CommandTree[Any]


class Registration:
    """What is registered with Discord: the payload's hash and the ids of the commands."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.ids: dict[str, int] = {}

    async def update(self, tree: Tree) -> None:
        """Register the commands if they changed since they were last registered from here."""
        application = str(tree.client.application_id)
        wanted = payload_hash(tree)
        known = self._read().get(application)
        if known is not None and known["hash"] == wanted:
            self.ids = known["ids"]
            return
        await self._register(tree, application, wanted)

    async def verify(self, tree: Tree) -> None:
        """Register the commands if Discord has others, whatever the file says.

        They may have been removed by hand, or the file may come from a copy of the data folder.
        """
        try:
            registered = await tree.fetch_commands()
        except FAILURES as error:
            _log.warning("the registered commands could not be read: %s", error)
            return
        if {command.name for command in registered} != {c.name for c in tree.get_commands()}:
            _log.info("Discord has other commands than these: registering them")
            await self._register(tree, str(tree.client.application_id), payload_hash(tree))

    async def _register(self, tree: Tree, application: str, wanted: str) -> None:
        try:
            commands = await tree.sync()
        except (*FAILURES, discord.DiscordException) as error:
            # the commands that Discord has go on working; the next start tries again
            _log.error("the commands could not be registered: %s", " ".join(str(error).split()))
            return
        self.ids = {command.name: command.id for command in commands}
        _log.info("registered %d commands with Discord", len(commands))
        entry = {"hash": wanted, "ids": self.ids}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({**self._read(), application: entry}, indent=1)
            await asyncio.to_thread(self._file.write_text, text, encoding="utf-8")
        except OSError as error:
            _log.warning("%s cannot be written: %s", self._file, error.strerror)

    def _read(self) -> dict[str, dict[str, Any]]:
        """What is kept, by application; nothing where the file is missing or not ours."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return {
                application: {
                    "hash": str(entry["hash"]),
                    "ids": {str(name): int(number) for name, number in entry["ids"].items()},
                }
                for application, entry in kept.items()
            }
        except _UNREADABLE:
            return {}


def payload_hash(tree: Tree) -> str:
    """The hash of what registering would send."""
    payload = sorted(
        (command.to_dict(tree) for command in tree.get_commands()), key=lambda sent: sent["name"]
    )
    text = json.dumps(payload, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
