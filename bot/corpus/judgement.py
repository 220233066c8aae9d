"""What cleaning knows of a draft so far: its lines, the verdict on each, and what they told. Values
alone; the rules that fill them in are in `cleaning` and what it calls.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.corpus.datelines import DateLine
from bot.corpus.draft import DateReading, Line, Metadata
from bot.corpus.phrases import Phrase, Phrasebook
from bot.corpus.publishers import Traces
from bot.model import DroppedLine


@dataclass(slots=True)
class Judgement:
    """The state of cleaning one draft. All positions are those of `lines`.

    `verdicts` holds the rule by which a line is dropped, `phrases` and `date_lines` what was found
    in some; `facts` tells for each line whether it stands among facts of the article, `belongs`
    whether it surely is text. `dates` come with whether they are of its first publication.
    """

    metadata: Metadata
    page_title: str | None
    asides: list[str]
    made: DateReading | None
    lines: list[Line]
    dropped: list[DroppedLine]
    book: Phrasebook
    language: str
    traces: Traces
    dates: list[tuple[bool, DateReading]] = field(default_factory=list)
    facts: list[bool] = field(default_factory=list)
    belongs: list[bool] = field(default_factory=list)
    verdicts: dict[int, str] = field(default_factory=dict)
    date_lines: dict[int, DateLine] = field(default_factory=dict)
    phrases: dict[int, Phrase] = field(default_factory=dict)
    author: str | None = None
    title: str | None = None
    title_at: int | None = None
