"""People in the loopback's server, and what they get to see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Literal

from tests.discord_loopback.rendering import buttons, links, markdown, rendered
from tests.discord_loopback.server import Loopback
from tests.discord_loopback.world import (
    APPLICATION,
    CHANNEL,
    ELSEWHERE,
    EPHEMERAL,
    GUILD,
    LOADING,
    Interaction,
    Json,
)

SECONDS = 60.0
"""How long a person waits before the test gives up."""


class Reply:
    """What came back for one thing that a person did."""

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction

    async def until(self, seen: Callable[[], bool]) -> None:
        """Returns when there is what was looked for."""
        async with asyncio.timeout(SECONDS):
            while not seen():
                await self._interaction.changed.wait()
                self._interaction.changed.clear()

    @property
    def kind(self) -> int | None:
        """The type of the first response; 4 a message, 5 "thinking", 7 an edit, 8 choices."""
        return self._interaction.callback

    @property
    def messages(self) -> list[Json]:
        first = self._interaction.message
        return [*([first] if first is not None else []), *self._interaction.followups]

    @property
    def message(self) -> Json:
        """The last message that is there."""
        return self.messages[-1]

    @property
    def text(self) -> str:
        return rendered(self.message)

    @property
    def first_text(self) -> str:
        """What the first message says now."""
        return rendered(self.messages[0])

    async def changed(self) -> None:
        """Returns when something has been said or edited since this was last asked."""
        await asyncio.wait_for(self._interaction.changed.wait(), SECONDS)
        self._interaction.changed.clear()

    @property
    def markdown(self) -> str:
        return markdown(self.message)

    @property
    def links(self) -> list[tuple[str, str]]:
        return links(self.message)

    @property
    def private(self) -> bool:
        return bool(self.message["flags"] & EPHEMERAL)

    @property
    def labels(self) -> list[str]:
        return [button["label"] for button in buttons(self.message)]

    @property
    def choices(self) -> list[str]:
        """The values that were offered."""
        assert self._interaction.choices is not None
        return [choice["value"] for choice in self._interaction.choices]


Where = Literal["server", "direct", "group", "elsewhere"]
"""The server, a direct message, a group conversation, or a server that the bot is not in."""


class Person:
    """Somebody who uses the bot, and where."""

    def __init__(
        self,
        discord: Loopback,
        name: str,
        where: Where = "server",
        id: str | None = None,
        permissions: str = "0",
    ) -> None:
        self._discord, self._where, self._permissions = discord, where, permissions
        self.locale = "en-GB"
        self._user = {
            "id": id or discord.next_id(),
            "username": name,
            "discriminator": "0",
            "avatar": None,
            "bot": False,
        }

    async def call(self, command: str, /, **options: Any) -> Reply:
        """Call a slash command; `_` behind an option's name is dropped (`with_`)."""
        data = self._command(command, options)
        return await self._do(2, data)

    async def type_into(self, command: str, option: str, text: str, /, **others: Any) -> Reply:
        """Type into an option that completes."""
        data = self._command(command, {**others, option: text})
        given = data["options"]
        while "options" in given[-1]:
            given = given[-1]["options"]
        given[-1]["focused"] = True
        return await self._do(4, data)

    async def choose(self, menu: str, message: Json) -> Reply:
        """Choose an entry of a message's menu; `message` needs only what is told apart by."""
        command = next(c for c in self._discord.commands if c["name"] == menu)
        target = {
            "id": self._discord.next_id(),
            "channel_id": CHANNEL,
            "author": self._user,
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            "content": "",
            "embeds": [],
            "components": [],
            "attachments": [],
            "type": 0,
            "tts": False,
            "mention_everyone": False,
            "pinned": False,
            "flags": 0,
            "mentions": [],
            "mention_roles": [],
            **message,
        }
        resolved = {"messages": {target["id"]: target}}
        data = {"id": command["id"], "name": menu, "type": 3, "target_id": target["id"]}
        return await self._do(2, {**data, "resolved": resolved})

    async def press(self, reply: Reply, label: str) -> Reply:
        """Press the button that bears these words."""
        return await self.press_id(reply, _button(reply, label)["custom_id"])

    async def press_id(self, reply: Reply, custom_id: str) -> Reply:
        """Press a button that the message may no longer have."""
        return await self._do(3, {"custom_id": custom_id, "component_type": 2}, reply.message)

    def _command(self, name: str, options: dict[str, Any]) -> Json:
        """The data of a command; `name` may have a subcommand behind it, as in "digest set"."""
        name, _, below = name.partition(" ")
        command = next(c for c in self._discord.commands if c["name"] == name)
        given = [
            {
                "name": key.removesuffix("_"),
                "type": 7 if key == "channel" else 5 if isinstance(value, bool) else 3,
                "value": value,
            }
            for key, value in options.items()
        ]
        if below:
            given = [{"name": below, "type": 1, "options": given}]
        data: Json = {"id": command["id"], "name": name, "type": 1, "options": given}
        if "channel" in options:
            channel = {"id": options["channel"], "type": 0, "name": "x", "permissions": "0"}
            data["resolved"] = {"channels": {options["channel"]: channel}}
        return data

    async def _do(self, kind: int, data: Json, message: Json | None = None) -> Reply:
        discord = self._discord
        interaction = Interaction(discord.next_id(), discord.next_id(), kind, self._user)
        # as Discord does it: a copy, for the message may change while this is on its way
        interaction.pressed = message
        discord.interactions[interaction.token] = interaction
        event = {
            "id": interaction.id,
            "application_id": APPLICATION,
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "data": data,
            "locale": self.locale,
            "entitlements": [],
            "channel_id": CHANNEL,
            "app_permissions": "0",
            "attachment_size_limit": 0,
            **self._whereabouts(),
            **({"message": message} if message is not None else {}),
        }
        await discord.dispatch("INTERACTION_CREATE", event)
        await asyncio.wait_for(_answered(interaction), SECONDS)
        return Reply(interaction)

    def _whereabouts(self) -> Json:
        channel = {"id": CHANNEL, "name": "reading", "recipients": [self._user]}
        mine = {"1": self._user["id"]}
        if self._where == "direct":
            return {
                "user": self._user,
                "context": 1,
                "channel": channel | {"type": 1},
                "authorizing_integration_owners": {"0": "0"},
            }
        if self._where == "group":
            return {
                "user": self._user,
                "context": 2,
                "channel": channel | {"type": 3},
                "authorizing_integration_owners": mine,
            }
        server = GUILD if self._where == "server" else ELSEWHERE
        member = {
            "user": self._user,
            "roles": [],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "permissions": self._permissions,
            "deaf": False,
            "mute": False,
            "flags": 0,
        }
        return {
            "member": member,
            "context": 0,
            "channel": {"id": CHANNEL, "name": "reading", "type": 0, "position": 0},
            "guild_id": server,
            "guild": {"id": server, "locale": "en-GB", "features": []},
            "authorizing_integration_owners": {"0": GUILD} if server == GUILD else mine,
        }


async def _answered(interaction: Interaction) -> None:
    """Returns when there is more to see than "thinking"."""
    while interaction.callback is None or not _is_filled(interaction):
        await interaction.changed.wait()
        interaction.changed.clear()


def _is_filled(interaction: Interaction) -> bool:
    if interaction.callback == 6:
        # "the card will change": the edit is still to come, unless something was said instead
        return bool(interaction.followups) or interaction.edited
    if interaction.message is None:
        return interaction.callback == 8 or bool(interaction.followups)
    return not interaction.message["flags"] & LOADING


def _button(reply: Reply, label: str) -> Json:
    found = [button for button in buttons(reply.message) if button["label"] == label]
    assert found, f"no button {label!r} among {reply.labels}"
    return found[0]
