"""One thing claimed of a mission, by a statement or by a sentence of an article: the value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.briefs.checking.days import Day
from bot.briefs.checking.frames import Frame
from bot.model import PublishedDate, Quantity

TO_COME: Final = "to come"
"""The manner of what "begins" or "ends", but has not yet."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing claimed of a mission. `manner` parts claims of a kind that can both be true.

    `who` is who does it, or where; `rest` what the clause says beside it.
    """

    kind: str
    manner: str = ""
    who: Frame | None = None
    figure: Quantity | None = None
    days: tuple[Day, ...] = ()
    rest: str = ""
    denies: bool = False
    is_peak: bool = False
    is_past: bool = False
    """Whether it is said of what was: "its mandate was extended until May"."""
    told_on: PublishedDate | None = None
    """The day of the article, None for what a person says."""
