"""Bodies against Discord's own OpenAPI description, where a copy lies beside the checkout."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FILE = Path(__file__).parents[3] / "shared" / "discord" / "openapi.json"

_CALLBACKS = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
}
_BODIES = {
    "POST /channels/{channel}/messages": "paths/~1channels~1{channel_id}~1messages/post",
    "PUT /applications/{application}/commands": (
        "paths/~1applications~1{application_id}~1commands/put"
    ),
    "PATCH /webhooks/{application}/{token}/messages/@original": (
        "paths/~1webhooks~1{webhook_id}~1{webhook_token}~1messages~1@original/patch"
    ),
    "POST /webhooks/{application}/{token}": (
        "paths/~1webhooks~1{webhook_id}~1{webhook_token}/post"
    ),
}


def faults(route: str, body: Any) -> list[str]:
    """Where a body departs from Discord's description; empty where that is not at hand."""
    if not FILE.exists() or body is None:
        return []
    if route.endswith("/callback"):
        pointer = f"components/schemas/{_CALLBACKS[body['type']]}"
    elif route in _BODIES:
        pointer = f"{_BODIES[route]}/requestBody/content/application~1json/schema"
    else:
        return []
    return [
        f"{error.json_path}: {error.message[:200]}"
        for error in _validator(pointer).iter_errors(body)
    ]


@functools.cache
def _validator(pointer: str) -> Draft202012Validator:
    registry = Registry().with_resource("urn:discord", Resource(_description(), DRAFT202012))
    quoted = pointer.replace("{", "%7B").replace("}", "%7D")
    return Draft202012Validator({"$ref": f"urn:discord#/{quoted}"}, registry=registry)


@functools.cache
def _description() -> Any:
    description = json.loads(FILE.read_text(encoding="utf-8"))
    # Discord takes numbers for ids as well, which is how discord.py sends some of them
    description["components"]["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}
    return description
