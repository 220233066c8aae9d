"""Discord's limits on a message of Components V2, said in our own words once more."""

from __future__ import annotations

from typing import Any

from tests.discord_loopback.rendering import BUTTON, TEXT, walk

_V2 = 1 << 15


def message_faults(message: dict[str, Any]) -> list[str]:
    """What Discord would refuse about a message; empty where nothing is wrong."""
    parts = list(walk(message["components"]))
    texts = [part["content"] for part in parts if part["type"] == TEXT]
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    pressable = [part for part in parts if part["type"] == BUTTON]
    pings = message.get("allowed_mentions", {}).get("parse", ["everyone"])
    checks = {
        "not Components V2": message.get("flags", 0) & _V2 or "flags" not in message,
        "content beside components": not message.get("content"),
        "no component": parts,
        "more than 40 components": len(parts) <= 40,
        "more than 4,000 characters": sum(map(len, texts)) <= 4000,
        "an empty text": all(text.strip() for text in texts),
        "a custom_id twice": len(ids) == len(set(ids)),
        "a custom_id too long": all(1 <= len(text) <= 100 for text in ids),
        "a button without words": all(0 < len(p.get("label", "")) <= 80 for p in pressable),
        "a button with two deeds": all(("url" in p) != ("custom_id" in p) for p in pressable),
        "an address too long": all(len(part.get("url", "")) <= 512 for part in pressable),
        "mentions may ping": not pings,
    }
    return [fault for fault, fine in checks.items() if not fine]
