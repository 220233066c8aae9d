"""What the slash commands share: wording, choices while typing, and the way to the desk.

The wording comes from the one table in `bot.briefs.requests`, so Discord and the console agree.
"""

from __future__ import annotations

import keyword
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any, Final

from discord import app_commands

from bot.briefs.desk import Desk
from bot.briefs.requests import spec
from bot.chat.budget import CHOICE_TEXT, CHOICES, cut
from bot.chat.cards import Page
from bot.chat.custom_ids import as_typed
from bot.chat.markdown import one_line
from bot.chat.replies import FAILURES, Interaction, reply
from bot.errors import RequestError
from bot.model import Choice, CommandSpec, OptionSpec, Request

_log = logging.getLogger(__name__)

Command = app_commands.Command[Any, ..., None]
Callback = Callable[..., Coroutine[Any, Any, None]]

Name = app_commands.Range[str, 1, 100] | None
"""An option that names something; what Discord completes is at most 100 characters anyway."""
Question = app_commands.Range[str, 1, 300]
Passage = app_commands.Range[str, 1, 2000]

PRIVATE: Final = "Only you see the answer"


def slash(name: str, desk: Desk) -> Callable[[Callback], Command]:
    """The command of this name, worded by the table, around a coroutine with its options."""
    return worded(spec(name), desk)


def worded(wording: CommandSpec, desk: Desk) -> Callable[[Callback], Command]:
    """The command with this wording, around a coroutine with its options.

    A parameter is called like its option; where that is a word of Python, with `_` behind it.
    """

    def made(callback: Callback) -> Command:
        named = {_parameter(option): option for option in wording.options}
        described: dict[str, Any] = {key: option.description for key, option in named.items()}
        if "private" in callback.__annotations__:
            described["private"] = PRIVATE
        choices = {
            key: [app_commands.Choice(name=choice, value=choice) for choice in option.choices]
            for key, option in named.items()
            if option.choices
        }
        completions = {
            key: _completion(desk, wording, option)
            for key, option in named.items()
            if option.completes
        }
        app_commands.rename(**{key: option.name for key, option in named.items()})(callback)
        app_commands.describe(**described)(callback)
        app_commands.choices(**choices)(callback)
        app_commands.autocomplete(**completions)(callback)
        return app_commands.Command(
            name=wording.name, description=wording.description, callback=callback
        )

    return made


async def answer(
    interaction: Interaction,
    options: Mapping[str, str | None],
    private: bool,
    wording: CommandSpec | None = None,
) -> None:
    """Show what the desk answers to the command that was called; the table words it, or this."""
    assert interaction.command is not None
    wording = wording or spec(interaction.command.name)

    async def work() -> Page:
        request = asked(wording, options)
        interaction.client.pace(interaction, request)
        _, made = await interaction.client.showing.shown(request)
        first: Page = made[0]
        return first

    await reply(interaction, work(), private=private)


def asked(wording: CommandSpec, options: Mapping[str, str | None]) -> Request:
    """The request that the filled options make. Raises RequestError for what Discord's client
    would not have let through: a missing question, a choice that does not exist."""
    given: list[tuple[str, str]] = []
    name = wording.name
    for option in wording.options:
        value = one_line(options.get(option.name) or "")[: option.max_length].rstrip()
        if option.required and not value:
            raise RequestError(f"/{name} needs a {option.name}")
        if value and option.choices and value not in option.choices:
            known = ", ".join(option.choices)
            raise RequestError(f"{option.name} is one of {known}")
        if value:
            given.append((option.name, value))
    return Request(name, tuple(given), as_typed(name, given))


def _parameter(option: OptionSpec) -> str:
    return f"{option.name}_" if keyword.iskeyword(option.name) else option.name


def _completion(
    desk: Desk, wording: CommandSpec, option: OptionSpec
) -> Callable[[Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    name = wording.name
    others = {other.name for other in wording.options} - {option.name}

    async def complete(interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        given = {
            key: one_line(value)
            for key, value in interaction.namespace
            if key in others and isinstance(value, str) and value.strip()
        }
        offers = desk.complete(name, option.name, one_line(text)[:CHOICE_TEXT], given)
        return await offered(interaction, offers, f"/{name} {option.name}")

    return complete


async def offered(
    interaction: Interaction, offers: Awaitable[tuple[Choice, ...]], option: str
) -> list[app_commands.Choice[str]]:
    """Sends the choices for an option, once they are there; what was sent."""
    with interaction.client.in_flight():
        try:
            choices = _offered(await offers)
        except Exception:
            # an empty list leaves the person free to type; an error would show as a failure
            _log.exception("choices for %s failed", option)
            return []
        try:
            await interaction.response.autocomplete(choices)
        except FAILURES as error:
            _log.warning("choices for %s not sent: %s", option, error)
        return choices


def _offered(offers: tuple[Choice, ...]) -> list[app_commands.Choice[str]]:
    shown = [
        # a value is sent back as it is: cutting it is for a desk that breaks its own promise
        app_commands.Choice(name=cut(offer.name, CHOICE_TEXT, one_line), value=offer.value[:100])
        for offer in offers
        if offer.name.strip() and offer.value.strip()
    ]
    return shown[:CHOICES]
