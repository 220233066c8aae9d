"""The connection to Discord: it starts, serves, and stops without dropping what is in flight."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol

import discord
from discord import app_commands

from bot.briefs.desk import Desk
from bot.chat.administrators import Administrators
from bot.chat.pace import Cooldown, Pace
from bot.chat.paging import pressed
from bot.chat.quiet import everyday_failures_on_one_line
from bot.chat.replies import FAILURES, fail, tell
from bot.chat.showing import Showing
from bot.chat.sync import Registration
from bot.model import Request
from bot.tally import Tally

_log = logging.getLogger(__name__)

STOP_SECONDS: Final = 7.0
"""How long a stop waits for answers in flight; Docker kills after ten seconds."""
SETTLE_SECONDS: Final = 0.2
"""What Discord has sent before the stop may still be on its way through the socket."""
_SERVERS_SECONDS: Final = 0.2
_CHANGED: Final = (
    "This command has changed since Discord last loaded it. Please try again in a minute."
)
_SHARDS_SECONDS: Final = 3.0


class CommandTree(app_commands.CommandTree["FootnoteClient"]):
    """The commands, each usable in servers, in direct messages and in group conversations."""

    def __init__(self, client: FootnoteClient) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """The last resort: what a command itself did not catch. Always answers."""
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            _log.warning(
                "Discord sent a command that does not exist here: %s", type(error).__name__
            )
            await tell(interaction, _CHANGED)
            return
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await fail(interaction, cause)


class Companion(Protocol):
    """What works beside a connected client by itself."""

    async def run(self) -> None:
        """Begins when the client is ready for the first time; lasts until `stop` or a cancel."""
        ...

    def stop(self) -> None:
        """Begin nothing more; what is on its way is finished."""
        ...


class FootnoteClient(discord.Client):
    """Discord's side of Footnote. The commands are added to `tree` before it starts.

    Asks for no privileged intent: a slash command brings all that it needs with it.
    """

    def __init__(
        self,
        desk: Desk,
        tree_hash_file: Path,
        admin_user_ids: frozenset[int] = frozenset(),
        settle_seconds: float = SETTLE_SECONDS,
        tally: Tally | None = None,
        cooldown: Cooldown | None = None,
        **options: Any,
    ) -> None:
        with everyday_failures_on_one_line():
            super().__init__(
                intents=discord.Intents(guilds=True),
                allowed_mentions=discord.AllowedMentions.none(),
                # nothing here reads messages or members: what is not cached takes no memory
                max_messages=None,
                member_cache_flags=discord.MemberCacheFlags.none(),
                chunk_guilds_at_startup=False,
                # commands work before all servers are announced: `on_ready` need not wait 2 s
                guild_ready_timeout=_SERVERS_SECONDS,
                **options,
            )
        self.showing = Showing(desk)
        self.tally = tally or Tally()
        self._cooldown = cooldown or Cooldown(Pace(None), Pace(None))
        self.administrators = Administrators(admin_user_ids, self.application_info)
        self.stopping = asyncio.Event()
        self.asks_for_shards = False
        self.buttons: dict[str, Callable[[discord.Interaction[Any]], Awaitable[None]]] = {}
        """What takes the presses of buttons whose custom_ids begin so, but those of answers."""
        self.companions: list[Companion] = []
        self.tree = CommandTree(self)
        self.topics: frozenset[str] = frozenset()
        """The names of the commands that the corpus has added to the tree."""
        self.fit: Callable[[], Awaitable[None]] | None = None
        """What brings these commands up to date with the corpus."""
        self.registration = Registration(tree_hash_file)
        self._settle_seconds = settle_seconds
        self._in_flight: set[asyncio.Task[Any]] = set()
        self._checking: asyncio.Task[None] | None = None
        self._accompanied: list[asyncio.Task[None]] = []

    async def setup_hook(self) -> None:
        """Before the gateway opens: the commands are registered when the first event comes."""
        await self._ask_for_shards()
        if self.fit is not None:
            await self.fit()
        await self.registration.update(self.tree)
        _log.info("invite Footnote to a server: %s", self.invite())

    async def refit(self) -> None:
        """After a load: offers the commands that the corpus has now, if they are others."""
        if self.fit is not None:
            await self.fit()
            await self.registration.update(self.tree)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Buttons; the slash commands go through `tree`."""
        if interaction.type is not discord.InteractionType.component:
            return
        custom_id = interaction.custom_id or ""
        for prefix, press in self.buttons.items():
            if custom_id.startswith(prefix):
                await press(interaction)
                return
        await pressed(interaction, self.showing)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected to the gateway until the client is closed."""
        while True:
            try:
                await super().connect(reconnect=reconnect)
            except AttributeError:
                # discord.py 2.7.1 waits after a failure and then asks the last connection where it
                # stopped, which fails when there was none yet: a gateway that is away at the start
                if self.ws is not None:
                    raise
            else:
                return

    async def _ask_for_shards(self) -> None:
        """Raises ShardsNeeded where Discord asks for more connections than this client has."""
        if not self.asks_for_shards:
            return
        try:
            async with asyncio.timeout(_SHARDS_SECONDS):
                shards, _, _ = await self.http.get_bot_gateway()
        except (*FAILURES, discord.GatewayNotFound) as error:
            # one that needs more is told so when it connects
            _log.info("Discord does not say how many shards it wants: %s", type(error).__name__)
            return
        if shards > 1:
            raise ShardsNeeded(shards)

    def is_connected(self) -> bool:
        """Whether every connection to the gateway stands."""
        return self.ws is not None and self.ws.open

    def invite(self) -> str:
        """The link by which someone adds Footnote to a server. It asks for no permission there:
        answering slash commands needs none."""
        assert self.application_id is not None
        return discord.utils.oauth_url(
            self.application_id,
            permissions=discord.Permissions.none(),
            scopes=("bot", "applications.commands"),
        )

    async def on_ready(self) -> None:
        """Called again after every reconnect that could not be resumed."""
        _log.info("connected to Discord as %s, in %d servers", self.user, len(self.guilds))
        if self._checking is not None:
            self.tally.reconnect()
        else:
            self._checking = asyncio.create_task(self.registration.verify(self.tree))
            self._accompanied = [asyncio.create_task(one.run()) for one in self.companions]

    def pace(self, interaction: discord.Interaction[Any], request: Request) -> None:
        """Raises RequestError where a person or a server has to wait before this is answered."""
        if not self.showing.is_at_hand(request):
            self._cooldown.check(interaction.user.id, interaction.guild_id)

    async def on_resumed(self) -> None:
        """Called after every reconnect that was resumed."""
        self.tally.reconnect()

    @contextlib.contextmanager
    def in_flight(self) -> Iterator[None]:
        """While it lasts, a stop waits for the current task."""
        task = asyncio.current_task()
        assert task is not None
        if task in self._in_flight:
            yield
            return
        self._in_flight.add(task)
        try:
            yield
        finally:
            self._in_flight.discard(task)

    def waiting(self) -> int:
        """How many answers are being made."""
        return len(self._in_flight)

    async def close(self) -> None:
        """Finish what is in flight, then disconnect. Calling it again waits for the first call."""
        self.stopping.set()
        if not self.is_closed():
            for companion in self.companions:
                companion.stop()
            await self._settle()
            for task in self._accompanied:
                task.cancel()
            if self._accompanied:
                await asyncio.wait(self._accompanied)
            if self._checking is not None:
                self._checking.cancel()
                await asyncio.wait({self._checking})
        await super().close()

    def _is_joined(self) -> bool:
        """Whether the gateway was ever joined."""
        return self.ws is not None

    async def _settle(self) -> None:
        deadline = asyncio.get_running_loop().time() + STOP_SECONDS
        await asyncio.sleep(self._settle_seconds)
        if self._is_joined() and not self.is_ready():
            # discord.py's wait for more servers outlives its client and then fails to say "ready"
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wait_until_ready(), 2 * _SERVERS_SECONDS)
        while self._in_flight:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                _log.warning("%d answers were still being made at the stop", len(self._in_flight))
                return
            await asyncio.wait(set(self._in_flight), timeout=left)


class ShardedClient(FootnoteClient, discord.AutoShardedClient):
    """The same over several connections to the gateway, each for a part of the servers."""

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected with all shards until the client is closed."""
        await discord.AutoShardedClient.connect(self, reconnect=reconnect)

    def is_connected(self) -> bool:
        """Whether every connection to the gateway stands."""
        shards = self.shards.values()
        return bool(shards) and not any(shard.is_closed() for shard in shards)

    def _is_joined(self) -> bool:
        """Whether the gateway was ever joined."""
        return bool(self.shards)


class ShardsNeeded(Exception):
    """Discord wants more connections; `shards` says how many, None that it did not say."""

    def __init__(self, shards: int | None) -> None:
        self.shards = shards
        super().__init__(f"{shards} shards")
