"""The values that travel through Footnote: files → articles → facts → library → brief → card.

All are frozen and slotted; a value that would break a promise cannot be constructed. This module
knows no file format, no SQL and no Discord.
One module, so that all values that travel can be read in one place, in the order they travel.
"""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

DateOrigin = Literal["front matter", "text", "timestamp", "html", "json", "external"]
NoteKind = Literal["sources_differ", "superseded", "single_source", "dated", "hedged", "reference"]


# ── articles ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """When an article was published, as precisely as its file says, and where that was read.

    `month` and `day` are None where the file does not give them. Origin "external" means that a
    curator found the date elsewhere: it is shown as such, never as the article's own word.
    """

    year: int
    month: int | None = None
    day: int | None = None
    origin: DateOrigin = "text"

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    def isoformat(self) -> str:
        """`2025-09-14`, `2025-09` or `2025`: no more digits than are known."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    @classmethod
    def fromisoformat(cls, text: str, origin: DateOrigin = "text") -> PublishedDate:
        """The inverse of `isoformat`; raises ValueError on anything else."""
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (*(int(part) for part in text.split("-")), None, None)[:3]
        assert year is not None
        return cls(year, month, day, origin)

    @property
    def order(self) -> tuple[int, int, int]:
        """A key that sorts oldest first; an unknown month or day sorts before the known ones."""
        return (self.year, self.month or 0, self.day or 0)


@dataclass(frozen=True, slots=True)
class Article:
    """One clean article.

    `id` is 12 hexadecimal digits made from the file's path inside the corpus (and the record's
    number in a file of many), so a footnote survives every reload. `title` is the article's own,
    or its first words where it has none (`title_given` is False then). `paragraphs` is the body
    without title, byline, date line and boilerplate; all text is NFC, one space between words.
    `paraphrased` is true where the file retells the article behind `url` in other words: a link
    then opens the page, not a sentence on it.
    """

    id: str
    file: str
    title: str
    title_given: bool
    publisher: str | None
    url: str | None
    published: PublishedDate | None
    language: str
    paragraphs: tuple[str, ...]
    digest: str
    author: str | None = None
    original: str | None = None
    reader_note: str | None = None
    paraphrased: bool = False


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line of a file that is not part of the article, and the rule that left it out."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class FileReading:
    """What came of one file (or one record of a file): an article, or the reason there is none.

    `file` is the path inside the corpus with forward slashes; a record of a file that holds
    several has `#1`, `#2`, … behind it. `duplicate_of` is the file that tells the same article.
    Exactly one of `article` and `rejected` is set.
    """

    file: str
    article: Article | None
    dropped: tuple[DroppedLine, ...] = ()
    duplicate_of: str | None = None
    rejected: str | None = None

    def __post_init__(self) -> None:
        if (self.article is None) == (self.rejected is None):
            raise ValueError("a file is either an article or rejected")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article. `text` is the slice `paragraphs[paragraph][start:end]`.

    `number` and `paragraph` are 0-based positions in the article.
    """

    article_id: str
    number: int
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are versions of one: an original, its republications and its updates.

    `articles` are their ids, the original first; each of `superseded` is an earlier version with
    the latest of the same publisher.
    """

    articles: tuple[str, ...]
    superseded: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if len(self.articles) < 2:
            raise ValueError("a story of one article has no versions")


@dataclass(frozen=True, slots=True)
class Retelling:
    """A sentence of an article that stands in another version of its story too.

    `changed` is true where the other version is an earlier one and gives other figures in it.
    """

    article_id: str
    number: int
    version_id: str
    version_number: int
    changed: bool = False


# ── facts ───────────────────────────────────────────────────────────────────────────────────


class Stance(enum.StrEnum):
    """How an article stands to what it reports."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    PLANNED = "planned"
    PROPOSED = "proposed"
    HEDGED = "hedged"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    NEGATED = "negated"


class FactKind(enum.StrEnum):
    """What a fact is about. The order is that in which a brief tells them."""

    BORDER = "border"
    EXCLAVE = "exclave"
    LENGTH = "length"
    CROSSING = "crossing"
    INCIDENT = "incident"
    DEPLOYMENT = "deployment"
    MISSION = "mission"


class MissionStatus(enum.StrEnum):
    """What a mission is at the date of the article that reports it."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    ACTIVE = "active"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a corpus is asked about by a command of its own: `/NAME [country] [query]`.

    `words` are words and phrases that make a sentence one of the topic; `nothing` is what is said
    where there is none, `{where}` in it being what was asked for.
    """

    name: str
    title: str
    description: str
    words: tuple[str, ...]
    nothing: str
    facts: tuple[FactKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an article gives it. `unit` is a singular English noun or `km`/`mi`/….

    `approximation` is the article's own word ("about", "more than", "up to"), lower-cased.
    """

    value: float
    unit: str
    text: str
    approximation: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that an article reports, tied to the sentences that report it.

    `places` are keys of the gazetteer, most important first; `pairs` those of them that the
    sentence itself sets side by side, as in "A borders B and C": (A, B), (A, C). `mission` is the
    key of a mission. `passages` are in reading order and never empty; the fact stands in the one
    numbered `at`, the others are the context that it needs.
    """

    kind: FactKind
    passages: tuple[Passage, ...]
    at: int
    places: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    mission: str | None = None
    role: str | None = None
    quantity: Quantity | None = None
    status: MissionStatus | None = None
    stance: Stance = Stance.ASSERTED
    attributed_to: str | None = None
    scope: str | None = None

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError("a fact without a passage")

    @property
    def sides(self) -> tuple[str, ...]:
        """The places on either side of the border that a border fact is about."""
        count = int(self.role) if self.role and self.role.isdigit() else 2
        return self.places[:count]

    def is_at_border_of(self, place: str) -> bool:
        """Whether a border fact is about a border of a place that it names."""
        if self.kind in (FactKind.EXCLAVE, FactKind.INCIDENT):
            return True
        if self.stance is Stance.HYPOTHETICAL:
            return True  # "If Finland joined, the alliance's border would extend": by Finland's
        if self.pairs:
            return any(place in pair for pair in self.pairs)
        return place in self.sides


# ── answers ─────────────────────────────────────────────────────────────────────────────────

_CONVERSION = re.compile(r"\(≈[^()]*\)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Citation:
    """A footnote: `number` is 1-based in its brief, `quote` a verbatim slice of the article.

    `link` opens the article, at the quote where the page is the article itself; None where the
    article has no address.
    """

    number: int
    article_id: str
    file: str
    title: str
    publisher: str | None
    url: str | None
    published: PublishedDate | None
    quote: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One line of an answer with the footnotes it rests on.

    It cannot be constructed without a citation, nor with a figure that no quote of its citations
    holds; only a conversion in brackets behind `≈` may add figures. `heading` names the part of
    the answer that it stands in ("Neighbours"), None where the answer has no parts.
    """

    text: str
    citations: tuple[Citation, ...]
    heading: str | None = None

    def __post_init__(self) -> None:
        if not self.citations or not all(citation.quote.strip() for citation in self.citations):
            raise ValueError("a claim without a citation")
        quoted = set(_NUMBER.findall(" ".join(citation.quote for citation in self.citations)))
        stray = set(_NUMBER.findall(_CONVERSION.sub("", self.text))) - quoted
        if stray:
            raise ValueError(f"figures that no quote holds: {sorted(stray)}")


@dataclass(frozen=True, slots=True)
class Note:
    """A warning under an answer, with the citations that it speaks of (possibly none)."""

    kind: NoteKind
    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """An article named without a claim: a similar one, or the nearest to an unanswered question."""

    article_id: str
    title: str
    publisher: str | None
    published: PublishedDate | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks: a command and its options, as typed and trimmed.

    `text` is the line as it was typed, or as it would have to be typed.
    """

    command: str
    options: tuple[tuple[str, str], ...] = ()
    text: str = ""

    def option(self, name: str) -> str | None:
        """The value of an option, or None where it was not given."""
        return dict(self.options).get(name)


@dataclass(frozen=True, slots=True)
class Brief:
    """An answer: claims in reading order, the notes on them, and the numbered sources.

    Citation numbers run 1…n without gaps, in the order of `citations`. `as_of` is the newest
    date among the cited articles. `corpus` is the hash of what was loaded. `key` is the request
    with every name resolved to its key: short, stable, and enough to give the same answer again.
    """

    request: Request
    key: Request
    title: str
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    citations: tuple[Citation, ...]
    as_of: PublishedDate | None
    corpus: str
    subtitle: str | None = None
    suggestions: tuple[str, ...] = ()
    see_also: tuple[Pointer, ...] = ()

    def __post_init__(self) -> None:
        if [citation.number for citation in self.citations] != list(
            range(1, len(self.citations) + 1)
        ):
            raise ValueError("citation numbers have gaps")
        if not self.citations:
            raise ValueError("a brief without a citation")
        used = [claim.citations for claim in self.claims] + [note.citations for note in self.notes]
        if any(citation not in self.citations for citations in used for citation in citations):
            raise ValueError("a citation that the brief does not list")


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The articles don't say. A value, not an exception.

    `title` says so in one line, `why` what was looked for and what the corpus holds instead;
    `suggestions` are names that a person may have meant, `see_also` the nearest articles.
    """

    request: Request
    title: str
    why: str
    corpus: str
    suggestions: tuple[str, ...] = ()
    see_also: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What is loaded: for `/about` and the start of the log. No claim about the world."""

    version: str
    articles: int
    publishers: tuple[str, ...]
    oldest: PublishedDate | None
    newest: PublishedDate | None
    undated: int
    corpus: str
    facts: int


Answer = Brief | NoAnswer


@dataclass(frozen=True, slots=True)
class Choice:
    """One offer of autocomplete: `name` is shown, `value` is sent. Both 1–100 characters."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class OptionSpec:
    """One option of a command, the same in Discord and in the console."""

    name: str
    description: str
    required: bool = False
    completes: bool = False
    choices: tuple[str, ...] = ()
    max_length: int = 100


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """One command, the same in Discord and in the console. `examples` are whole lines."""

    name: str
    description: str
    options: tuple[OptionSpec, ...] = ()
    examples: tuple[str, ...] = ()
    positional: str | None = field(default=None)
    """The option that words without an `option:` prefix belong to in the console."""


# ── loading ─────────────────────────────────────────────────────────────────────────────────

_MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a corpus is read: files so large and of so many articles, so many of them."""

    file_megabytes: int = 20
    files: int = 500_000
    articles_in_file: int = 20_000

    @property
    def file_bytes(self) -> int:
        return self.file_megabytes * 1_000_000

    def too_large(self, size: int) -> str:
        """Why a file of so many bytes is not read."""
        most = f"{self.file_megabytes} MB ({size / 1e6:.0f} MB)"
        return f"larger than {most}, the most that MAX_FILE_MB allows"

    def too_many(self) -> str:
        """Why a file of too many articles is not read."""
        most = f"{self.articles_in_file:,} articles"
        return f"holds more than {most}, the most that MAX_ARTICLES_IN_FILE allows"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did. `rejected` pairs each file with its reason, in order of file.

    The counts are of articles (records), not of files.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    rejected: tuple[tuple[str, str], ...]
    seconds: float
    corpus: str
    dry_run: bool = False
    """True where the library was left as it was: the report says what a load would do."""
    duplicates: int = 0
    """Articles that are left out because another file holds the same one."""
    new_facts: int = 0
    gone_facts: int = 0
    disagreements: tuple[str, ...] = ()
    """What sources differ on now and did not before, each in words."""

    def counts(self) -> str:
        """`3 added · 1 changed · 0 removed · 214 unchanged · 2 rejected`."""
        return (
            f"{self.added} added · {self.changed} changed · {self.removed} removed · "
            f"{self.unchanged} unchanged · {len(self.rejected)} rejected"
        )

    def facts(self) -> str:
        """`11 new, 1 gone; newly in disagreement: length of the Arlen–Torva border (…)`."""
        facts = f"{self.new_facts} new, {self.gone_facts} gone"
        if not self.disagreements:
            return facts
        told = "; ".join(self.disagreements[:_MOST_TOLD])
        more = len(self.disagreements) - _MOST_TOLD
        return f"{facts}; newly in disagreement: {told}" + (f"; and {more} more" * (more > 0))


ImportOutcome = Literal["written", "unchanged", "kept", "duplicate", "rejected", "failed"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an article on import: the file it was written to, or why it was not.

    `kept` is a file that was there already with other content.
    """

    file: str
    outcome: ImportOutcome
    target: str | None = None
    reason: str | None = None


def newest(dates: Sequence[PublishedDate | None]) -> PublishedDate | None:
    """The newest of some dates, or None where none is known."""
    known = [date for date in dates if date is not None]
    return max(known, key=lambda date: date.order, default=None)


def newest_first(date: PublishedDate | None) -> tuple[int, int, int]:
    """A key that sorts the newest first, and what has no date last."""
    year, month, number = date.order if date else (0, 0, 0)
    return (-year, -month, -number)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(published: PublishedDate | None) -> str:
    """`6 Mar 2023`, `Mar 2023`, `2023` or `date unknown`."""
    if published is None:
        return "date unknown"
    words = [str(published.year)]
    if published.month is not None:
        words.insert(0, _MONTHS[published.month - 1])
    if published.day is not None:
        words.insert(0, str(published.day))
    return " ".join(words)


def shown_date(published: PublishedDate | None) -> str:
    """As `day`; a date that only a curator found says so."""
    external = published is not None and published.origin == "external"
    return f"{day(published)} (date not in the article)" if external else day(published)
