"""The cards of /reload, /rollback, /status and /audit. Pure: text and values only."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.chat.budget import MESSAGE_TEXT, cut, divide, size
from bot.chat.cards import Button, Page
from bot.chat.markdown import plain
from bot.model import About, LoadReport
from bot.store.ledger import AuditEntry

REJECTED_A_PAGE: Final = 15
_DEEDS_A_PAGE: Final = 12
_ROOM: Final = MESSAGE_TEXT - 1_000
_LINE: Final = 220


# ── loads ───────────────────────────────────────────────────────────────────────────────────


def progress_page(phase: str, done: int, total: int, *, dry_run: bool, last: bool = False) -> Page:
    """How far a load is. `last` where this card can't be edited any more."""
    title = "## Trying a load" if dry_run else "## Loading the articles"
    step = f"{plain(phase).capitalize() or 'Starting'} …"
    if total:
        step = f"{plain(phase).capitalize()}: {done:,} of {total:,}"
    foot = "-# Answers come from the articles of before until this is done."
    if last:
        foot = "-# Discord lets this card be edited no longer; /status tells what is loaded."
    return Page((title, step), foot)


def report_pages(report: LoadReport, key: str) -> tuple[Page, ...]:
    """What a load did, a page or more; `key` is what their buttons remember it by."""
    head = "## Tried: nothing was changed" if report.dry_run else "## Loaded"
    counts = report.counts()
    facts = f"**Facts** · {cut(report.facts(), 600)}"
    if report.duplicates:
        facts += f"\n**Told by another file too** · {report.duplicates:,}"
    foot = f"-# Took {report.seconds:,.1f} s · corpus {cut(report.corpus, 64)}"
    rejected = [f"- {cut(file, 100)}: {cut(reason, 100)}" for file, reason in report.rejected]
    parts = divide(rejected, lambda some: sum(map(size, some)) < _ROOM, REJECTED_A_PAGE) or ((),)
    made = []
    for number, part in enumerate(parts, 1):
        texts = [
            head,
            f"{counts}\n{facts}",
            *(["**Rejected**\n" + "\n".join(part)] if part else []),
        ]
        made.append(
            Page(
                tuple(texts),
                f"{foot} · page {number} of {len(parts)}" if len(parts) > 1 else foot,
                _turns(f"fn:l:{key}", number, len(parts)),
            )
        )
    return tuple(made)


def rejected_file(report: LoadReport) -> str:
    """All rejected files with their reasons, one a line."""
    return "".join(f"{file}: {' '.join(reason.split())}\n" for file, reason in report.rejected)


def failed_page(reason: str, title: str = "Not loaded: nothing was changed") -> Page:
    """Why a load was refused, told to whoever runs Footnote."""
    return Page((f"## {title}", cut(reason, 1500) or "…"))


def rolled_back_page(about: About) -> Page:
    """What is answered from after a roll-back."""
    return Page(
        (
            "## Rolled back",
            f"Answers come from the {about.articles:,} articles of the generation before.",
        ),
        f"-# Corpus {cut(about.corpus, 64)} · /rollback again goes forward; "
        "the next load reads the folder as it is",
    )


# ── status ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Status:
    """How the bot is. What only administrators see is in `inside`, as pairs of name and value."""

    about: About
    started_at: datetime.datetime
    loaded_at: datetime.datetime | None
    latency_seconds: float | None
    digests_due: int | None = None
    inside: Mapping[str, str] = field(default_factory=dict)


def status_page(status: Status) -> Page:
    """/status, for anyone; with more for those who run the bot."""
    about = status.about
    loaded = "unknown" if status.loaded_at is None else _ago(status.loaded_at)
    latency = status.latency_seconds
    lines = {
        "Up since": _ago(status.started_at),
        "Articles": f"{about.articles:,}, loaded {loaded}",
        "Gateway": "not connected" if latency is None else f"{latency * 1000:,.0f} ms",
    }
    if status.digests_due is not None:
        lines["Digests due in the next 24 hours"] = f"{status.digests_due:,}"
    parts = [f"## Footnote {plain(about.version)}", _lines(lines)]
    if status.inside:
        parts.append(_lines(status.inside))
    return Page(tuple(parts), f"-# Corpus {cut(about.corpus, 64)}")


def _lines(pairs: Mapping[str, str]) -> str:
    return "\n".join(f"**{name}** · {value}" for name, value in pairs.items())


def _ago(when: datetime.datetime) -> str:
    return f"<t:{int(when.timestamp())}:R>"


# ── audit ───────────────────────────────────────────────────────────────────────────────────


def audit_pages(entries: Sequence[AuditEntry]) -> tuple[Page, ...]:
    """Who did what and when, newest first."""
    lines = [_deed(entry) for entry in entries]
    if not lines:
        return (Page(("## Audit", "Nothing is on record yet.")),)
    parts = divide(lines, lambda some: sum(map(size, some)) < _ROOM, _DEEDS_A_PAGE)
    return tuple(
        Page(
            ("## Audit", "\n".join(part)),
            f"-# Page {number} of {len(parts)}" if len(parts) > 1 else "",
            _turns("fn:u", number, len(parts)),
        )
        for number, part in enumerate(parts, 1)
    )


def _deed(entry: AuditEntry) -> str:
    who = f"<@{entry.who_id}>" if entry.who_id else "someone forgotten"
    if entry.who_id is None:
        who = "Footnote"
    details = " · ".join(f"{name} {value}" for name, value in entry.details.items())
    line = f"- <t:{int(entry.at.timestamp())}:f> {who}: {cut(entry.what, 60)}"
    return f"{line} ({cut(details, _LINE)})" if details else line


def _turns(prefix: str, number: int, total: int) -> tuple[Button, ...]:
    buttons = []
    if number > 1:
        buttons.append(Button("‹ Previous", custom_id=f"{prefix}:{number - 1}"))
    if number < total:
        buttons.append(Button("Next ›", custom_id=f"{prefix}:{number + 1}"))
    return tuple(buttons)
