"""The cards of /help and /about. Pure: text and values only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.briefs.requests import parse
from bot.chat.budget import cut
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


def help_page(commands: Sequence[CommandSpec], ids: Mapping[str, int]) -> Page:
    """What can be asked. `ids` are Discord's ids of the commands: they make the names clickable."""
    blocks = ["## What you can ask"]
    for command in commands:
        name = f"/{command.name}"
        shown = f"<{name}:{ids[command.name]}>" if command.name in ids else f"**{name}**"
        options = " ".join(
            option.name if option.required else f"[{option.name}]" for option in command.options
        )
        examples = "".join(
            f"\n-# e.g. `{_in_discord(line, commands)}`" for line in command.examples
        )
        signature = f" `{options}`" if options else ""
        blocks.append(f"{shown}{signature}\n{plain(command.description)}{examples}")
    return Page((blocks[0], "\n\n".join(blocks[1:])), _HINT)


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
