"""Running Footnote from Discord: loading anew, going back, how it is, and what is on record.

Each deed checks who asks: Discord's own settings for commands can be changed in every server.
"""

from __future__ import annotations

import asyncio
import datetime
import io
import math
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import discord

from bot.briefs.desk import Desk
from bot.chat.administrators import permitted
from bot.chat.cards import Page, sentence
from bot.chat.layout import Card
from bot.chat.operation_cards import (
    REJECTED_A_PAGE,
    Status,
    audit_pages,
    failed_page,
    progress_page,
    rejected_file,
    report_pages,
    rolled_back_page,
    status_page,
)
from bot.chat.replies import Interaction, reply, send, tell
from bot.errors import BusyError, FootnoteError, RequestError, StoreError
from bot.loads import Asked, Loads, Running
from bot.model import LoadReport
from bot.store.ledger import Ledger
from bot.tally import Tally

_EDIT_SECONDS: Final = 2.0
"""Between two edits of the progress: Discord allows about one a second and channel."""
_TOKEN_SECONDS: Final = 14 * 60
"""Discord takes edits for fifteen minutes."""
_REPORTS: Final = 8
_DEEDS: Final = 200
_UNKEPT: Final = "this report is no longer kept; /audit tells what was loaded"
_STOPPED: Final = "Footnote is being stopped, and the load with it; nothing was changed."


@dataclass(frozen=True, slots=True)
class Operations:
    """What running Footnote works on. `reports` are the pages of the last loads, by their keys."""

    loads: Loads
    ledger: Ledger
    desk: Desk
    tally: Tally
    library_path: Path
    started_at: datetime.datetime
    digests_due: Callable[[], Awaitable[int]] | None = None
    reports: OrderedDict[str, tuple[Page, ...]] = field(default_factory=OrderedDict)


# ── loading ─────────────────────────────────────────────────────────────────────────────────


async def reload(
    interaction: Interaction, operations: Operations, *, force: bool, dry_run: bool
) -> None:
    """Load the corpus anew, show how far it is, and what it did."""
    if not await permitted(interaction):
        return
    asked = Asked(interaction.user.id, interaction.guild_id, force, dry_run)
    try:
        running = operations.loads.start(asked)
    except BusyError as busy:
        await tell(interaction, f"{busy}.")
        return
    if not await _watched(interaction, running, dry_run):
        return
    try:
        report = running.task.result()
    except FootnoteError as error:
        await _filled(interaction, failed_page(str(error)))
    else:
        await _reported(interaction, operations, report)


async def _watched(interaction: Interaction, running: Running, dry_run: bool) -> bool:
    """Shows how far a load is; whether it came to its end while Discord takes edits."""
    shown = progress_page("", 0, 0, dry_run=dry_run)
    first = Card(shown)
    respond = interaction.response.send_message
    sent = await send(interaction, lambda: respond(view=first, ephemeral=True), "answering")
    interaction.client.tally.request("/reload", "answered" if sent else "lost", 0.0)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _TOKEN_SECONDS
    stopping = asyncio.ensure_future(interaction.client.stopping.wait())
    try:
        while not running.task.done():
            await asyncio.wait(
                {running.task, stopping},
                timeout=_EDIT_SECONDS,
                return_when=asyncio.FIRST_COMPLETED,
            )
            if stopping.done():
                break
            over = loop.time() > deadline
            page = progress_page(
                running.phase, running.done, running.total, dry_run=dry_run, last=over
            )
            if page != shown and not running.task.done():
                await _filled(interaction, page)
                shown = page
            if over:
                return False
    finally:
        stopping.cancel()
    if running.task.done() and not running.task.cancelled():
        return True
    await _filled(interaction, sentence(_STOPPED))
    return False


async def _filled(interaction: Interaction, page: Page) -> None:
    with interaction.client.in_flight():
        fill = interaction.edit_original_response
        await send(interaction, lambda: fill(view=Card(page)), "filling")


async def _reported(interaction: Interaction, operations: Operations, report: LoadReport) -> None:
    key = secrets.token_hex(4)
    pages = report_pages(report, key)
    operations.reports[key] = pages
    while len(operations.reports) > _REPORTS:
        operations.reports.popitem(last=False)
    await _filled(interaction, pages[0])
    if len(report.rejected) > REJECTED_A_PAGE:
        text = rejected_file(report).encode()
        follow = interaction.followup.send
        await send(
            interaction,
            lambda: follow(
                file=discord.File(io.BytesIO(text), "rejected.txt"), ephemeral=True, wait=True
            ),
            "attaching",
        )


async def turn_report(interaction: Interaction, operations: Operations) -> None:
    """Another page of a report, for whoever may see it."""
    if not await permitted(interaction):
        return

    async def work() -> Page:
        _, _, key, page = (interaction.custom_id or "").split(":")
        pages = operations.reports.get(key)
        if pages is None:
            raise RequestError(_UNKEPT)
        return _page(pages, page)

    await reply(interaction, work(), private=True, editing=True)


async def roll_back(interaction: Interaction, operations: Operations) -> None:
    """Go back one generation, or forward again."""
    if not await permitted(interaction):
        return

    async def work() -> Page:
        asked = Asked(interaction.user.id, interaction.guild_id)
        try:
            await operations.loads.roll_back(asked)
        except StoreError as error:
            return failed_page(str(error), "Not rolled back: nothing was changed")
        return rolled_back_page(await operations.desk.about())

    await reply(interaction, work(), private=True)


# ── how it is ───────────────────────────────────────────────────────────────────────────────


async def status(interaction: Interaction, operations: Operations) -> None:
    """How the bot is; with more for those who run it."""

    async def work() -> Page:
        client = interaction.client
        latency: float = client.latency
        inside = {}
        if await client.administrators.include(interaction.user.id):
            inside = await asyncio.to_thread(_inside, operations, client.waiting())
        return status_page(
            Status(
                about=await operations.desk.about(),
                started_at=operations.started_at,
                loaded_at=_changed_at(operations.library_path),
                latency_seconds=latency if math.isfinite(latency) else None,
                digests_due=None if operations.digests_due is None else await _due(operations),
                inside=inside,
            )
        )

    await reply(interaction, work(), private=True)


async def _due(operations: Operations) -> int:
    assert operations.digests_due is not None
    return await operations.digests_due()


def _inside(operations: Operations, waiting: int) -> dict[str, str]:
    running = operations.loads.running
    return {
        "Library": _size(operations.library_path),
        "Ledger": _size(operations.ledger.path),
        "Memory": f"{memory_bytes() / 2**20:,.0f} MiB",
        "Errors in the last 24 hours": f"{operations.tally.errors_of_the_last_day():,}",
        "Answers being made": f"{waiting:,}",
        "Load": "none at work" if running is None else f"{running.phase} {running.done:,}",
    }


def memory_bytes() -> int:
    """The memory of this process that is resident; 0 where the system does not say (not Linux)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * 4096


def _size(file: Path) -> str:
    total = 0
    for part in (file, file.with_name(file.name + "-wal")):
        try:
            total += part.stat().st_size
        except OSError:
            continue
    return f"{total / 2**20:,.1f} MiB"


def _changed_at(file: Path) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC)
    except OSError:
        return None


# ── what is on record ───────────────────────────────────────────────────────────────────────


async def audit(interaction: Interaction, operations: Operations) -> None:
    """The last deeds, newest first."""
    if not await permitted(interaction):
        return

    async def work() -> Page:
        return audit_pages(await operations.ledger.audit(_DEEDS))[0]

    await reply(interaction, work(), private=True)


async def turn_audit(interaction: Interaction, operations: Operations) -> None:
    """Another page of the audit, as it is now."""
    if not await permitted(interaction):
        return

    async def work() -> Page:
        page = (interaction.custom_id or "").split(":")[-1]
        return _page(audit_pages(await operations.ledger.audit(_DEEDS)), page)

    await reply(interaction, work(), private=True, editing=True)


def _page(pages: tuple[Page, ...], number: str) -> Page:
    """The page of this number; raises RequestError for one that was made by hand."""
    if not (number.isascii() and number.isdigit() and len(number) < 5 and int(number)):
        raise RequestError("this button is from another version of Footnote; please ask again")
    return pages[min(int(number), len(pages)) - 1]
