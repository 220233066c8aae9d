"""Every body that the bot sends, against Discord's own description of its API."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.description import FILE, faults
from tests.discord_loopback.scenario import connected

pytestmark = pytest.mark.skipif(
    not FILE.exists(), reason="Discord's OpenAPI description does not lie beside the checkout"
)
CALLBACK = "POST /interactions/{id}/{token}/callback"


async def test_every_body_of_a_whole_visit_is_valid(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        person, other = discord.person(), discord.person("other")
        for command in ("borders", "source", "help", "about"):
            await person.call(command)
        await person.call("ask", question="How many carriers?", private=True)
        await person.type_into("borders", "country", "a")
        card = await person.call("missions")
        await other.press(card, "Next ›")
        await person.press(card, "Next ›")
        desk.broken = ValueError("broken")
        await person.call("borders")
        desk.broken, desk.seconds = None, 1.6
        await person.call("borders")
        desk.broken = ValueError("broken")
        await person.call("borders")
    sent = [(route, body) for route, body in discord.discord.requests if body is not None]
    assert {route.split("/")[1] for route, _ in sent} == {
        "applications",
        "interactions",
        "webhooks",
    }
    assert [(route, faults(route, body)) for route, body in sent if faults(route, body)] == []


@pytest.mark.parametrize(
    ("route", "body"),
    [
        ("PUT /applications/{application}/commands", [{"name": 5}]),
        (CALLBACK, {"type": 4, "data": {"components": [{"type": 10}]}}),
        (CALLBACK, {"type": 8, "data": {"choices": [{"name": "a" * 101, "value": "a"}]}}),
        ("PATCH /webhooks/{application}/{token}/messages/@original", {"flags": "many"}),
        ("POST /webhooks/{application}/{token}", {"components": [{"type": 99}]}),
    ],
)
def test_a_wrong_body_is_noticed(route: str, body: object) -> None:
    assert faults(route, body) != []
