"""The cards of /help and /about. Pure: text and values only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.briefs.requests import parse
from bot.chat.budget import MESSAGE_TEXT, cut
from bot.chat.cards import Page
from bot.chat.custom_ids import as_typed
from bot.chat.markdown import plain
from bot.model import About, CommandSpec, shown_date

_PUBLISHERS: Final = 20

_HINT: Final = (
    "-# Names may be typed roughly: choose from the list that opens, or send what you have. "
    "`private:True` shows the answer only to you."
)
_FOOTNOTES: Final = (
    "### How footnotes work\n"
    "- Every line of an answer ends in numbers like ¹ ². Each opens the article that the line "
    "rests on, at the sentence where the publisher's page allows it.\n"
    "- The sources stand under the answer with publisher and date. What is not known is called "
    "unknown.\n"
    "- ⚠ marks what to be careful with: sources that differ, a single source, old reports.\n"
    "- When the articles don't say, Footnote says so. It looks nowhere else and guesses nothing."
)


def help_page(
    commands: Sequence[CommandSpec], ids: Mapping[str, int], more: Mapping[str, str]
) -> Page:
    """What can be asked, and `more`: the other commands, whole names and what they do.

    `ids` are Discord's ids of the commands: they make the names clickable. Where a corpus has many
    topics, what one message cannot hold is left out: examples first, then what commands do.
    """
    for page in (_detailed(commands, ids, more, True), _detailed(commands, ids, more, False)):
        if page.length <= MESSAGE_TEXT:
            return page
    names = ", ".join(f"/{name}" for name in (*(one.name for one in commands), *more))
    return Page(("## What you can ask", names), _HINT)


def _detailed(
    commands: Sequence[CommandSpec], ids: Mapping[str, int], more: Mapping[str, str], examples: bool
) -> Page:
    blocks = []
    for command in commands:
        options = " ".join(
            option.name if option.required else f"[{option.name}]" for option in command.options
        )
        signature = f" `{options}`" if options else ""
        block = f"{_clickable(command.name, ids)}{signature}\n{plain(command.description)}"
        if examples:
            block += "".join(
                f"\n-# e.g. `{_in_discord(line, commands)}`" for line in command.examples
            )
        blocks.append(block)
    parts = ["## What you can ask", "\n\n".join(blocks)]
    if more:
        lines = (f"{_clickable(name, ids)} · {plain(does)}" for name, does in more.items())
        parts.append("\n".join(("### Also", *lines)))
    return Page(tuple(parts), _HINT)


def _clickable(name: str, ids: Mapping[str, int]) -> str:
    """A command or, as "digest set", a subcommand."""
    first = name.split()[0]
    return f"</{name}:{ids[first]}>" if first in ids else f"**/{name}**"


def about_page(about: About) -> Page:
    """What is loaded, and how footnotes work."""
    return Page(
        (
            f"## Footnote {plain(about.version)}\n"
            f"Answers from {_count(about.articles, 'article')}, every line with a footnote.",
            "\n".join(
                (
                    f"**Period** · {_period(about)}",
                    f"**Publishers** · {_publishers(about.publishers)}",
                    f"**Facts drawn** · {about.facts:,}",
                    f"-# Corpus {cut(about.corpus, 64)}",
                )
            ),
        ),
        _FOOTNOTES,
    )


def _in_discord(example: str, commands: Sequence[CommandSpec]) -> str:
    """The line with the names of all options: Discord knows no option without its name."""
    request = parse(example, commands)
    return as_typed(request.command, request.options)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _period(about: About) -> str:
    if about.oldest is None or about.newest is None:
        return "no article has a date" if about.articles else "nothing is loaded"
    # a period is no date of an article: where its ends were read is not told here
    oldest, newest = (
        shown_date(replace(date, origin="text")) for date in (about.oldest, about.newest)
    )
    period = oldest if oldest == newest else f"{oldest} – {newest}"
    return f"{period}, {about.undated:,} without a date" if about.undated else period


def _publishers(publishers: Sequence[str]) -> str:
    if not publishers:
        return "none is named"
    shown = [cut(name, 60) or "…" for name in publishers[:_PUBLISHERS]]
    more = len(publishers) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")
