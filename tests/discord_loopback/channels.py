"""The channels of the loopback's server: messages posted there, who may, and what can be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.discord_loopback.limits import message_faults
from tests.discord_loopback.routes import route
from tests.discord_loopback.world import CHANNEL, GUILD, LOCKED, UNREAD, Json, Refused, bot

if TYPE_CHECKING:
    from tests.discord_loopback.server import Loopback

_SUPPRESS_EMBEDS = 1 << 2


@dataclass
class Channels:
    """What was posted, by channel, oldest first. Nonces are known until `forget_nonces`."""

    posted: dict[str, list[Json]] = field(default_factory=dict)
    nonces: dict[tuple[str, str], Json] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    direct: dict[str, str] = field(default_factory=dict)
    deaf: bool = False

    def forget_nonces(self) -> None:
        """Some minutes have passed."""
        self.nonces.clear()


@route("POST", "/channels/{channel}/messages")
def post(discord: Loopback, body: Json, channel: str) -> Json:
    """A message of the bot's own accord."""
    channels = discord.channels
    if channel in channels.gone:
        raise Refused(404, 10003, "Unknown Channel")
    if channel == LOCKED:
        raise Refused(403, 50013, "Missing Permissions")
    if channels.deaf and channel in channels.direct.values():
        raise Refused(403, 50007, "Cannot send messages to this user")
    known = channels.nonces.get((channel, str(body["nonce"])))
    if body.get("enforce_nonce") and known is not None:
        return known
    faults = message_faults(body)
    if len(str(body["nonce"])) > 25:
        faults.append("a nonce too long")
    if channel not in channels.direct.values() and not body.get("flags", 0) & _SUPPRESS_EMBEDS:
        faults.append("previews are not suppressed")
    if faults:
        raise Refused(400, 50035, f"Invalid Form Body: {faults}")
    message = message_in(discord, channel, bot(), body)
    channels.posted.setdefault(channel, []).append(message)
    channels.nonces[channel, str(body["nonce"])] = message
    return message


@route("GET", "/channels/{channel}/messages")
def read(discord: Loopback, body: None, channel: str) -> list[Json]:
    """What stands there, newest first."""
    if channel in discord.channels.gone:
        raise Refused(404, 10003, "Unknown Channel")
    # as Discord does it: without the permission an empty list and no error
    return [] if channel == UNREAD else discord.channels.posted.get(channel, [])[::-1][:100]


@route("GET", "/channels/{channel}")
def channel(discord: Loopback, body: None, channel: str) -> Json:
    """A channel that the bot does not know from its server."""
    raise Refused(403, 50001, "Missing Access")


@route("GET", "/users/@me")
def me(discord: Loopback, body: None) -> Json:
    """The bot itself; before the route of the others, which would fit too."""
    return bot()


@route("GET", "/users/{user}")
def user(discord: Loopback, body: None, user: str) -> Json:
    return {**bot(), "id": user, "username": "somebody", "bot": False}


@route("POST", "/users/@me/channels")
def direct(discord: Loopback, body: Json) -> Json:
    """The conversation with one person."""
    who = str(body["recipient_id"])
    id = discord.channels.direct.setdefault(who, discord.next_id())
    return {"id": id, "type": 1, "recipients": [user(discord, None, who)]}


def message_in(discord: Loopback, channel: str, author: Json, body: Json) -> Json:
    """A message as Discord shows it."""
    empty: dict[str, Any] = {
        key: [] for key in ("mentions", "mention_roles", "attachments", "embeds")
    }
    return {
        "id": discord.next_id(),
        "channel_id": channel,
        "guild_id": GUILD,
        "author": author,
        "content": body.get("content") or "",
        "components": body.get("components", []),
        "flags": body.get("flags", 0),
        "type": 0,
        "timestamp": "2031-05-04T09:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "mention_everyone": False,
        **empty,
    }


def chatter(discord: Loopback, times: int, channel: str = CHANNEL) -> None:
    """Somebody else writes there."""
    somebody = user(discord, None, "77")
    for number in range(times):
        message = message_in(discord, channel, somebody, {"content": f"hello {number}"})
        discord.channels.posted.setdefault(channel, []).append(message)
