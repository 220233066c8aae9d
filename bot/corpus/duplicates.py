"""The same article in two files: equal bytes, or text that differs in space and case only."""

from __future__ import annotations

import hashlib

from bot.corpus.wording import folded


def text_key(paragraphs: tuple[str, ...]) -> bytes:
    """A key that articles with the same text share."""
    text = " ".join(folded(paragraph) for paragraph in paragraphs)
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
