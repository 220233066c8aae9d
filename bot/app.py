"""Puts the parts together: settings → library → desk → client. The one place that knows them all.

What only loading uses (readers of file formats, the rules that draw facts) is never imported into a
process that serves: a load runs in a child, `python -m bot index`. One module, since
what is put together in one place can be seen to fit.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import logging
import math
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.briefs.desk import Desk
from bot.errors import SettingsError, StoreError
from bot.model import Limits, LoadReport
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.chat.client import FootnoteClient
    from bot.chat.operations import Operations

_log = logging.getLogger(__name__)


# ── the library ─────────────────────────────────────────────────────────────────────────────


@contextlib.contextmanager
def library_file(settings: Settings, corpus: Path | None, library: Path | None) -> Iterator[Path]:
    """Where the library of this run is: the file that was named, or that of the settings.

    A corpus that was named on the command line gets a temporary one, so that a look into another
    folder never replaces what the bot answers from.
    """
    if library is not None:
        _make_folder(library.parent, "--library")
        yield library
    elif corpus is not None:
        with tempfile.TemporaryDirectory(prefix="footnote-") as folder:
            yield Path(folder) / "library.db"
    else:
        prepare_data_dir(settings)
        yield settings.library_path


def prepare_data_dir(settings: Settings) -> None:
    """Makes DATA_DIR if it is missing; raises SettingsError where that cannot be."""
    _make_folder(settings.data_dir, "DATA_DIR")


def _make_folder(folder: Path, name: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fault = f"{name} is “{folder}”, which cannot be made ({error.strerror})"
        raise SettingsError([f"{fault}; expected a folder that can be written"]) from error


def limits_of(settings: Settings) -> Limits:
    """How much of the corpus is read."""
    return Limits(settings.max_file_mb, settings.max_files, settings.max_articles_in_file)


def load_here(
    corpus_dir: Path,
    library_path: Path,
    *,
    force: bool = False,
    dry_run: bool = False,
    json_progress: bool = False,
    limits: Limits | None = None,
) -> LoadReport:
    """Loads the corpus in this process, with progress on standard error."""
    from bot.progress import progress_as_json, shown_progress
    from bot.store.load import load

    with progress_as_json() if json_progress else shown_progress() as progress:
        return load(corpus_dir, library_path, progress, force=force, dry_run=dry_run, limits=limits)


def load_if_changed(corpus_dir: Path, library_path: Path, limits: Limits | None = None) -> None:
    """As `load_here`, unless the library is there, whole, and no file has changed since."""
    from bot.store.load import is_fresh

    damaged = _is_damaged(library_path)
    if damaged or not is_fresh(corpus_dir, library_path, limits):
        load_here(corpus_dir, library_path, force=damaged, limits=limits)


def _is_damaged(library_path: Path) -> bool:
    """Whether there is a library that fails its integrity check; says so in the log."""
    from bot.store.load.standing import is_sound

    if not library_path.is_file() or is_sound(library_path):
        return False
    _log.warning("%s is damaged; it is made anew from the articles", library_path)
    return True


async def _bring_up_to_date(settings: Settings) -> None:
    """Loads what changed in the folder since the library was made, in a child process.

    Where that fails and there is a library, answers come from it: an unmounted folder or a full
    disk must not take away what is there.
    """
    from bot.loads import load_in_child, log_report, wait_for_turn
    from bot.progress import shown_progress
    from bot.store import generations
    from bot.store.load import is_fresh

    limits = limits_of(settings)
    damaged = _is_damaged(settings.library_path)
    if not damaged and is_fresh(settings.corpus_dir, settings.library_path, limits):
        return
    await wait_for_turn(settings.library_path)
    if generations.building(settings.library_path).exists():
        _log.warning("a load was cut short; what was loaded before it is as it was")
    if not damaged and is_fresh(settings.corpus_dir, settings.library_path, limits):
        return  # whoever was waited for has loaded it
    try:
        with shown_progress() as progress:
            report = await load_in_child(
                settings.corpus_dir, settings.library_path, progress, force=damaged
            )
    except StoreError as error:
        if not settings.library_path.is_file():
            raise
        _log.error("%s; going on with what was loaded before", error)
    else:
        log_report(report)


@contextlib.asynccontextmanager
async def open_desk(library_path: Path) -> AsyncIterator[Desk]:
    """A desk that answers from this library, for as long as the block lasts."""
    from bot.briefs.desk import LibraryDesk
    from bot.store.library import Library

    async with Library(library_path) as library:
        yield LibraryDesk(library)


# ── serving ─────────────────────────────────────────────────────────────────────────────────


SWITCH_SECONDS: Final = 0.0005
"""So long a thread that scores sentences keeps the event loop waiting; Python's own is ten times as
long."""


async def serve(settings: Settings) -> None:
    """Answers in Discord until SIGTERM or SIGINT. The settings must hold a token.

    Raises LoginError where Discord refuses it.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    assert task is not None
    for number in (signal.SIGTERM, signal.SIGINT):
        # until the client takes over, there is nothing in flight to be finished
        loop.add_signal_handler(number, task.cancel)
    try:
        await _serve(settings)
    except asyncio.CancelledError:
        _log.info("stopped before it was connected")


async def _serve(settings: Settings) -> None:
    from bot.store.lock import running

    prepare_data_dir(settings)
    with running(settings.data_dir, "footnote run", _now()):
        await _serve_alone(settings)


async def _serve_alone(settings: Settings) -> None:
    await _bring_up_to_date(settings)

    from bot.briefs.desk import LibraryDesk
    from bot.briefs.digests.newsroom import Newsroom
    from bot.chat.connection import serve_as_asked
    from bot.chat.courier import DiscordCourier
    from bot.chat.digests import Digests
    from bot.chat.operations import Operations
    from bot.chat.pace import Cooldown, Pace
    from bot.chat.schedule import Schedule
    from bot.loads import Loads
    from bot.store.ledger import Detail, open_ledger
    from bot.store.library import Library
    from bot.store.outbox import Outbox
    from bot.store.subscriptions import Subscriptions
    from bot.tally import Tally
    from commands import add_all, add_digests, add_operations, add_topics

    now = _now()
    async with (
        open_ledger(settings.ledger_path, now) as ledger,
        Library(settings.library_path) as library,
    ):
        desk, tally = LibraryDesk(library), Tally()
        about = await desk.about()
        _log.info(
            "Footnote %s answers from %d articles, corpus %s",
            *(about.version, about.articles, about.corpus),
        )
        started: dict[str, Detail] = {
            "version": about.version,
            "corpus": about.corpus,
            "articles": about.articles,
        }
        await ledger.record("started", None, None, now, started)
        loads = Loads(settings.corpus_dir, library, ledger, tally)
        newsroom, outbox = Newsroom(library), Outbox(ledger)
        subscriptions = Subscriptions(ledger)

        async def digests_due() -> int:
            return len(await subscriptions.due(_now() + datetime.timedelta(days=1)))

        operations = Operations(loads, ledger, desk, tally, library.path, now, digests_due)
        cooldown = Cooldown(Pace(settings.cooldown_person), Pace(settings.cooldown_server))
        clients: list[FootnoteClient] = []

        def made(kind: type[FootnoteClient], shards: int | None) -> FootnoteClient:
            client = kind(
                desk,
                settings.data_dir / "commands.json",
                settings.admin_user_ids,
                tally=tally,
                cooldown=cooldown,
                shard_count=shards,
            )
            add_all(client.tree, desk)
            add_operations(client, operations)
            schedule = Schedule(ledger, newsroom, DiscordCourier(client), _now, tally)
            client.companions.append(schedule)
            add_digests(client, Digests(subscriptions, outbox, newsroom, schedule, _now))
            add_topics(client, desk)
            clients.append(client)
            return client

        async def refit() -> None:
            if clients:
                await clients[-1].refit()

        loads.after = refit
        assert settings.discord_token is not None
        async with _beside(settings, operations, clients):
            try:
                await serve_as_asked(made, settings.discord_token.reveal(), settings.shards)
            finally:
                await loads.close()


@contextlib.asynccontextmanager
async def _beside(
    settings: Settings, operations: Operations, clients: Sequence[FootnoteClient]
) -> AsyncIterator[None]:
    """What runs beside the connection while the block lasts: each only where it is wanted."""
    from bot.watchdog import Watchdog

    def is_connected() -> bool:
        return bool(clients) and clients[-1].is_connected()

    async with contextlib.AsyncExitStack() as stack:
        if settings.http_address is not None:
            from bot.metrics import Metrics
            from bot.web import serving

            def latency() -> float:
                return clients[-1].latency if clients else math.nan

            async def connected() -> bool:
                return is_connected()

            checks = {
                "library": operations.loads.is_readable,
                "ledger": operations.ledger.is_readable,
                "gateway": connected,
            }
            metrics = Metrics(operations.tally, is_connected, latency)
            await stack.enter_async_context(
                serving(settings.http_address, checks, operations.desk.about, metrics)
            )
        if settings.watchdog_minutes:
            watchdog = Watchdog(settings.watchdog_minutes * 60, is_connected)
            stack.push_async_callback(_ended, asyncio.create_task(watchdog.beat()))
        from bot.upkeep import keep_up

        def servers() -> frozenset[int] | None:
            if not clients or not clients[-1].is_ready():
                return None
            return frozenset(guild.id for guild in clients[-1].guilds)

        upkeep = keep_up(operations.ledger, settings, servers, _now)
        stack.push_async_callback(_ended, asyncio.create_task(upkeep))
        if settings.watch:
            from bot.watch import watch

            watching = watch(settings.corpus_dir, operations.loads.refresh)
            stack.push_async_callback(_ended, asyncio.create_task(watching))
        yield


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait({task})
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.error("what ran beside the connection failed", exc_info=error)
