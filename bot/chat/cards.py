"""Answers → pages of a card, as text and buttons that always fit one message.

Pure: knows nothing of Discord's library; `layout` turns a page into its components. A page is
rendered and measured as a whole, so what is measured is what is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from bot.briefs.requests import parse
from bot.chat.budget import BUTTON_LABEL, BUTTON_URL, MESSAGE_TEXT, cut, divide, size
from bot.chat.custom_ids import Press, custom_id, marker
from bot.chat.lines import STYLES, Line, Style, Typesetter
from bot.chat.markdown import address, one_line
from bot.errors import RequestError
from bot.model import Answer, Brief, Claim, NoAnswer, Note, Pointer, Request

LINES_A_PAGE: Final = 10
"""More than a reader takes in at once; the rest is a press away."""
_FOOT_ROOM: Final = 120
"""Kept free for the page's number and for `RELOADED`."""
RELOADED: Final = "-# The articles were loaded anew since this card was made."
_BUTTONS: Final = 5
_POINTERS: Final = 5


@dataclass(frozen=True, slots=True)
class Button:
    """A button: it opens `url`, or carries `custom_id`. Exactly one of them is set."""

    label: str
    url: str | None = None
    custom_id: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One message: texts from top to bottom, none of them empty, and at most ten buttons.

    `foot` stands below a rule: where what is said above comes from. It may be empty.
    """

    parts: tuple[str, ...]
    foot: str = ""
    buttons: tuple[Button, ...] = ()

    @property
    def length(self) -> int:
        """The characters that Discord counts."""
        return sum(size(part) for part in (*self.parts, self.foot))


def pages(answer: Answer) -> tuple[Page, ...]:
    """The pages of an answer's card, at least one."""
    return _brief_pages(answer) if isinstance(answer, Brief) else (_no_answer_page(answer),)


# ── briefs ──────────────────────────────────────────────────────────────────────────────────


def _brief_pages(brief: Brief) -> tuple[Page, ...]:
    lines: list[Line] = [*brief.claims, *brief.notes, *brief.see_also[:_POINTERS]]
    render = partial(_brief_page, brief, Typesetter())
    whole = render(lines, STYLES[0])
    if _fits(whole) and len(lines) <= 2 * LINES_A_PAGE:
        return (replace(whole, buttons=_links(brief)),)
    if _turn(brief, 9999) is None:
        return (replace(_squeezed(render, lines), buttons=_links(brief)),)
    # The notes come first: a reader who stays on the first page must not miss that sources differ.
    lines = [*brief.notes, *brief.claims, *brief.see_also[:_POINTERS]]
    parts = divide(lines, lambda some: _fits(render(some, STYLES[0])), LINES_A_PAGE)
    made = [_squeezed(render, part) for part in parts]
    return tuple(
        replace(
            page,
            foot=f"{page.foot}\n-# Page {number} of {len(made)}".strip(),
            buttons=_turns(brief, number, len(made)),
        )
        for number, page in enumerate(made, 1)
    )


def _brief_page(
    brief: Brief, made: Typesetter, lines: Sequence[Line], style: Style, left_out: int = 0
) -> Page:
    claims = [line for line in lines if isinstance(line, Claim)]
    notes = [line for line in lines if isinstance(line, Note)]
    pointers = [line for line in lines if isinstance(line, Pointer)]
    parts = [
        _head(brief.title, brief.subtitle),
        made.claims(claims, style, bulleted=len(brief.claims) > 1),
        made.notes(notes, style),
        made.pointers("Similar articles", pointers, style),
        _suggested(brief.suggestions) if brief.claims and brief.claims[-1] in claims else "",
        _remark(left_out),
    ]
    return Page(tuple(part for part in parts if part), made.sources(lines, style))


def _squeezed(render: Callable[..., Page], lines: Sequence[Line]) -> Page:
    """All lines on one page, in the roomiest style that fits; the last lines go if none does."""
    for style in STYLES:
        page = render(lines, style)
        if _fits(page):
            return page
    for kept in range(len(lines) - 1, 0, -1):
        page = render(lines[:kept], STYLES[-1], len(lines) - kept)
        if _fits(page):
            return page
    raise AssertionError("a single line in the tightest style does not fit a page")


def _fits(page: Page) -> bool:
    return page.length + _FOOT_ROOM <= MESSAGE_TEXT


def _head(title: str, subtitle: str | None) -> str:
    # a title without a visible character would be an empty heading, which Discord shows as "##"
    head = f"## {cut(title, 200) or 'Footnote'}"
    return f"{head}\n-# {cut(subtitle, 300)}" if subtitle and subtitle.strip() else head


def _suggested(suggestions: Sequence[str]) -> str:
    shown = [cut(suggestion, 60) for suggestion in suggestions[:_BUTTONS] if suggestion.strip()]
    return f"-# See also: {' · '.join(shown)}" if shown else ""


def _remark(left_out: int) -> str:
    if not left_out:
        return ""
    lines = "1 more line does" if left_out == 1 else f"{left_out} more lines do"
    return f"-# {lines} not fit here; a narrower question shows them."


def _links(brief: Brief) -> tuple[Button, ...]:
    """A button to the article where there is only one; else the footnotes themselves lead there."""
    if len({citation.article_id for citation in brief.citations}) != 1:
        return ()
    target = address(brief.citations[0].url)
    if target is None or size(target) > BUTTON_URL:
        return ()
    return (Button("Open the article", url=target),)


def _turn(brief: Brief, page: int) -> str | None:
    return custom_id(Press(brief.key, page, True, marker(brief.corpus)))


def _turns(brief: Brief, number: int, total: int) -> tuple[Button, ...]:
    buttons = []
    if number > 1:
        buttons.append(Button("‹ Previous", custom_id=_turn(brief, number - 1)))
    if number < total:
        buttons.append(Button("Next ›", custom_id=_turn(brief, number + 1)))
    return tuple(buttons)


# ── no answer ───────────────────────────────────────────────────────────────────────────────


def _no_answer_page(answer: NoAnswer) -> Page:
    buttons = _retries(answer)
    closest = [cut(text, 80) for text in answer.suggestions[: 2 * _BUTTONS] if text.strip()]
    named = f"Closest: {' · '.join(closest)}" if closest and not buttons else ""

    made = Typesetter()

    def render(lines: Sequence[Line], style: Style, left_out: int = 0) -> Page:
        pointers = [line for line in lines if isinstance(line, Pointer)]
        parts = [
            f"## {cut(answer.title, 200) or 'The articles don’t say'}",
            cut(answer.why, 700),
            "Did you mean:" if buttons else named,
            made.pointers("Nearest articles (not sources: nothing is claimed)", pointers, style),
        ]
        return Page(tuple(part for part in parts if part), buttons=buttons)

    return _squeezed(render, answer.see_also[:_POINTERS])


def _retries(answer: NoAnswer) -> tuple[Button, ...]:
    """Buttons that ask again with a suggested name; none where it is unclear what it replaces."""
    buttons: dict[str, Button] = {}
    for suggestion in answer.suggestions[:_BUTTONS]:
        request = _instead(answer.request, suggestion)
        if request is None:
            return ()
        state = custom_id(Press(request, 1, False, marker(answer.corpus)))
        label = cut(suggestion, BUTTON_LABEL, one_line)
        if state is None or not label:
            return ()
        buttons[state] = Button(label, custom_id=state)
    return tuple(buttons.values())


def _instead(request: Request, suggestion: str) -> Request | None:
    if suggestion.startswith("/"):
        try:
            return parse(suggestion)
        except RequestError:
            return None
    names = [name for name, _ in request.options if name not in ("status", "question")]
    if len(names) != 1:
        return None
    return replace(
        request,
        options=tuple(
            (name, suggestion if name == names[0] else value) for name, value in request.options
        ),
    )


def reloaded(page: Page) -> Page:
    """The page of an answer that was first shown from other articles; it says so."""
    return replace(page, foot=f"{page.foot}\n{RELOADED}".strip())


def sentence(text: str) -> Page:
    """A card that is one sentence of ours, or a `RequestError`'s."""
    return Page((cut(text, 1500) or "…",))
