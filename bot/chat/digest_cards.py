"""A digest → the messages that are posted, and the pages behind "and 12 more". Pure.

An item is never torn apart, so that every article stands in exactly one message, with its own
footnotes. Pages behind a button are named by their content, so that the button's state is short,
survives restarts, and is the same for every channel that got the same digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Final

from bot.briefs.digests.digest import Digest, Item, Telling
from bot.briefs.digests.drafts import CORRECTIONS
from bot.chat.budget import MESSAGE_TEXT, cut, divide
from bot.chat.cards import Button, Page, pages
from bot.chat.custom_ids import kept_id
from bot.chat.lines import STYLES, Line, Style, Typesetter
from bot.model import NoAnswer
from bot.store.outbox import StoredPage

ITEMS_A_MESSAGE: Final = 8
_FOOT_ROOM: Final = 160
"""Kept free for the part's number and for what is not shown."""


@dataclass(frozen=True, slots=True)
class Posted:
    """One message of a digest, and the articles that it speaks of."""

    page: Page
    telling: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """The messages in order, and the pages that a button on the last one leads to."""

    messages: tuple[Posted, ...]
    behind: tuple[StoredPage, ...] = ()


def digest_cards(made: Digest | NoAnswer) -> Cards:
    """The messages of a digest, at least one."""
    if isinstance(made, NoAnswer):
        return Cards((Posted(pages(made)[0]),))
    messages = _divided(made)
    behind = _book([page for page, _ in _divided(made.rest)]) if made.rest is not None else ()
    count = len(messages)
    posted = [
        Posted(
            _with_foot(page, f"Part {number} of {count}" if count > 1 else ""),
            tuple(telling for item in items for telling in item.telling),
        )
        for number, (page, items) in enumerate(messages, start=1)
    ]
    last = posted[-1].page
    if behind:
        label = f"and {made.more} more ›"
        last = replace(last, buttons=(Button(label, custom_id=kept_id(behind[0].id)),))
    if made.beyond:
        last = _with_foot(last, f"{made.beyond:,} more are not listed; /source finds each of them")
    posted[-1] = replace(posted[-1], page=last)
    return Cards(tuple(posted), behind)


def _divided(made: Digest) -> list[tuple[Page, tuple[Item, ...]]]:
    render = partial(_page, made, Typesetter())
    parts = divide(made.items, lambda some: _fits(render(some, STYLES[0])), ITEMS_A_MESSAGE)
    return [(_squeezed(partial(render, part)), part) for part in parts]


def _squeezed(render: partial[Page]) -> Page:
    """The page in the roomiest style that fits."""
    for style in STYLES:
        page = render(style)
        if _fits(page):
            return page
    raise AssertionError("a single item in the tightest style does not fit a message")


def _fits(page: Page) -> bool:
    return page.length + _FOOT_ROOM <= MESSAGE_TEXT


def _page(made: Digest, set_: Typesetter, items: Sequence[Item], style: Style) -> Page:
    head = f"## {cut(made.brief.title, 200)}"
    if made.brief.subtitle and items[0] is made.items[0]:
        head += f"\n-# {cut(made.brief.subtitle, 300)}"
    rows: list[str] = []
    heading = None
    lines: list[Line] = []
    for item in items:
        for claim in item.claims:
            if claim.heading is not None and claim.heading != heading:
                rows.append(f"**{cut(claim.heading, 100) or '…'}**")
            heading = claim.heading
            rows.append(f"- {set_.line(claim, style)}")
        if not item.claims and heading != CORRECTIONS:
            heading = CORRECTIONS
            rows.append(f"**{heading}**")
        rows += [f"- ⚠ {set_.line(note, style)}" for note in item.notes]
        lines += [*item.claims, *item.notes]
    return Page((head, "\n".join(rows)), set_.sources(lines, style))


def _with_foot(page: Page, remark: str) -> Page:
    return replace(page, foot=f"{page.foot}\n-# {remark}".strip()) if remark else page


# ── pages that are kept ─────────────────────────────────────────────────────────────────────


def _book(leaves: Sequence[Page]) -> tuple[StoredPage, ...]:
    """Pages that lead to one another, named by what they hold together and their numbers."""
    name = _hash("\n".join(_text(page) for page in leaves))
    ids = [f"{name}-{number}" for number in range(1, len(leaves) + 1)]
    kept = []
    for at, page in enumerate(leaves):
        buttons = []
        if at > 0:
            buttons.append(Button("‹ Previous", custom_id=kept_id(ids[at - 1])))
        if at + 1 < len(leaves):
            buttons.append(Button("Next ›", custom_id=kept_id(ids[at + 1])))
        page = _with_foot(page, f"Page {at + 1} of {len(leaves)}" if len(leaves) > 1 else "")
        kept.append(StoredPage(ids[at], _text(replace(page, buttons=tuple(buttons)))))
    return tuple(kept)


def stored(page: Page) -> StoredPage:
    """A page as the outbox keeps it, named by its content."""
    text = _text(page)
    return StoredPage(_hash(text), text)


def restored(kept: StoredPage) -> Page:
    """The inverse of `stored`."""
    values = json.loads(kept.content)
    buttons = tuple(Button(**button) for button in values["buttons"])
    return Page(tuple(values["parts"]), values["foot"], buttons)


def _text(page: Page) -> str:
    return json.dumps(asdict(page), ensure_ascii=False, sort_keys=True)


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()
