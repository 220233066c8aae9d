"""The words that say no. What else denies, for whoever asks, comes beside them. Pure."""

from __future__ import annotations

import re
from typing import Final

_NO: Final = r"not|no|never|neither|nor|none|nobody|nothing|without|cannot"
REFUSALS: Final = r"den(?:y|ies|ied)|refus\w+|reject\w+"


def negation(*more: str) -> re.Pattern[str]:
    """A pattern for any word that says no, or any of some more."""
    return re.compile(rf"\b(?:{'|'.join((_NO, *more))})\b|n['’]t\b", re.IGNORECASE)
