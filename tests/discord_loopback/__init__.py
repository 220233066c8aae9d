"""A Discord of our own on 127.0.0.1, small enough to read, that the real discord.py connects to.

    world.py        who and what there is
    server.py       the gateway and the REST routes that Footnote uses
    channels.py     messages that the bot posts by itself, and reading them back
    routes.py       which of its methods answers which request
    limits.py       what Discord refuses about a message
    person.py       people who call commands, type into options and press buttons
    rendering.py    a message as plain text, as a reader sees it
    description.py  every body against Discord's own OpenAPI description, where that is at hand
    scenario.py     a connected Footnote for the length of a test

Nothing of Footnote is imported here but by scenario.py.
"""

import warnings

with warnings.catch_warnings():
    # discord.py 2.7.1 imports audioop, which Python 3.13 drops; also under `pytest -W error`, which
    # overrides the exception that pyproject.toml makes for it
    warnings.simplefilter("ignore", DeprecationWarning)
    import discord  # noqa: F401
