"""Readings as JSON, for keeping them until all files are read, and until the next load.

msgspec checks each value against its type on the way back: what is kept lies in a file that anyone
may have changed, and must come back as a reading or not at all.
"""

from __future__ import annotations

import msgspec

from bot.corpus.reading import Reading

_DECODER = msgspec.json.Decoder(Reading)


def encoded(reading: Reading) -> bytes:
    """The reading on one line of JSON."""
    return msgspec.json.encode(reading)


def decoded(data: bytes) -> Reading:
    """The inverse; raises ValueError where the data is no reading."""
    return _DECODER.decode(data)
