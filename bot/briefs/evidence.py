"""From passages to claims: footnotes with their numbers, the words of a claim, and the notes.

A claim is told in the article's own words: whole sentences, a leading bullet cut, "…" where
sentences between two were left out, and the other unit of a distance added in brackets. Sentences
that say the same share one claim.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.briefs.links import link
from bot.briefs.names import says_the_same
from bot.language.quantities import amounts, conversion, in_lists
from bot.model import (
    Brief,
    Citation,
    Claim,
    NoAnswer,
    Note,
    NoteKind,
    Passage,
    Pointer,
    PublishedDate,
    Request,
    day,
    newest,
)
from bot.store import ArticleCard, Cards, View

_DATED_AFTER_DAYS = 365


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sentences of one article that make one claim, in reading order."""

    passages: tuple[Passage, ...]
    heading: str | None = None

    @property
    def article_id(self) -> str:
        return self.passages[0].article_id

    @property
    def text(self) -> str:
        return " ".join(passage.text for passage in self.passages)


@dataclass(slots=True)
class Footnotes:
    """Numbers citations as claims are made; the same quote gets the same number."""

    cards: Mapping[str, ArticleCard]
    citations: list[Citation] = field(default_factory=list)

    def cite(self, passages: Sequence[Passage]) -> tuple[Citation, ...]:
        """A citation for each run of adjoining sentences."""
        found = []
        for run in _runs(passages):
            quote = " ".join(passage.text for passage in run)
            found.append(self._citation(run[0].article_id, quote))
        return tuple(found)

    def _citation(self, article_id: str, quote: str) -> Citation:
        for known in self.citations:
            if known.article_id == article_id and known.quote == quote:
                return known
        card = self.cards[article_id]
        citation = Citation(
            number=len(self.citations) + 1,
            article_id=article_id,
            file=card.file,
            title=card.title,
            publisher=card.publisher,
            url=card.url,
            published=card.published,
            quote=quote,
            link=link(card.url, quote, card.paraphrased),
        )
        self.citations.append(citation)
        return citation


def _runs(passages: Sequence[Passage]) -> list[list[Passage]]:
    runs: list[list[Passage]] = []
    for passage in passages:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.article_id == passage.article_id
            and last.paragraph == passage.paragraph
            and passage.start - last.end == 1
        ):
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return runs


def told(evidence: Evidence) -> str:
    """The words of a claim."""
    row = _row(evidence.passages[-2:])
    passages = evidence.passages[:-2] if row else evidence.passages
    parts: list[str] = []
    for before, passage in zip((None, *passages), passages, strict=False):
        text = re.sub(r"^[-–—•*·▪►]+\s+", "", passage.text)
        gap = [] if before is None or passage.number == before.number + 1 else ["…"]
        parts += [*gap, _with_other_unit(text)]
    return " ".join([*parts, row] if row else parts)


def _row(passages: Sequence[Passage]) -> str | None:
    """`Neighbour: Pakistan · Length: 2,430 km` for a table's row below its heads."""
    if len(passages) != 2:
        return None
    heads, cells = (passage.text.split(" | ") for passage in passages)
    if len(heads) < 2 or len(heads) != len(cells):
        return None
    pairs = zip(heads, cells, strict=True)
    return " · ".join(f"{head}: {_with_other_unit(cell)}" for head, cell in pairs)


_RANGE = re.compile(
    r"(?<![\w.,])(?:[Bb]etween\s+(?:\w+\s+)?(\d[\d.,]*)\s+and|(\d[\d.,]*)(?:\s+(to|or)|\s*[-–]))\s*"
    r"(?:about\s+|some\s+)?$"
)


def _with_other_unit(text: str) -> str:
    told = in_lists(text, amounts(text))
    lengths = [amount for amount in told if amount.unit in ("km", "mi", "nmi")]
    if len({amount.unit for amount in lengths}) != 1:
        return text
    alone = {amount.start for amount in amounts(text) if amount.unit is not None}
    listed: list[str] = []  # what stands before "and 804 kilometres", converted
    converted: list[tuple[int, str]] = []
    for amount in lengths:
        other = conversion(amount.value, amount.unit or "")
        if other and amount.start not in alone:
            listed.append(other.split()[0])
            continue
        before, listed = listed, []
        least = _RANGE.search(text[: amount.start])
        if other and before:
            other = f"{', '.join(before)} and {other}"
        elif other and least:  # "130 to 260 kilometres" is converted at both ends
            (low,) = amounts(f"{least[1] or least[2]} {amount.unit}")
            begin = conversion(low.value, amount.unit or "")
            other = f"{begin.split()[0]} {least[3] or 'to'} {other}" if begin else None
        if other and amount.value >= 2 and not re.match(r"-\w|\s*[([]", text[amount.end :]):
            converted.append((amount.end, other))
    for end, other in reversed(_behind_brackets(text, converted)):
        text = f"{text[:end]} (≈ {other}){text[end:]}"
    return text


def _behind_brackets(text: str, converted: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """What is converted and where it is added, for lengths in brackets behind these: "A (148 km)
    and B (73 km) (≈ 92 and 45 miles)" has no brackets within brackets."""
    found: list[tuple[int, list[str]]] = []
    for end, other in converted:
        is_open = text.count("(", 0, end) > text.count(")", 0, end)
        close = _TO_CLOSING.match(text, end) if is_open else None
        if close is None:
            found.append((end, [other]))
        elif found and (
            close.end() == found[-1][0] or _NEXT_BRACKET.fullmatch(text[found[-1][0] : end])
        ):
            found[-1] = close.end(), [*found[-1][1], other]
        else:
            found.append((close.end(), [other]))
    return [(end, _as_one(others)) for end, others in found]


def _as_one(others: Sequence[str]) -> str:
    """`92, 86 and 45 miles` for several lengths of one unit."""
    *before, last = others
    return f"{', '.join(one.rpartition(' ')[0] for one in before)} and {last}" if before else last


_TO_CLOSING = re.compile(r"[^()]*\)")
_NEXT_BRACKET = re.compile(r",?\s+[^().;:]{1,40}\([^()]*")  # "…), Germany (138 km"


def claims(evidence: Sequence[Evidence], footnotes: Footnotes) -> tuple[Claim, ...]:
    """A claim for each evidence in order; what says the same under one heading is one claim."""
    groups: list[list[Evidence]] = []
    for item in evidence:
        for group in groups:
            if group[0].heading == item.heading and says_it_too(group[0], item):
                group.append(item)
                break
        else:
            groups.append([item])
    made = []
    said: set[Passage] = set()
    above: Evidence | None = None
    for group in groups:
        if len(group) == 1 and said.issuperset(group[0].passages):
            continue  # told as the context of an earlier line
        lead = _without_what_was_said(group[0], above)
        rest = [citation for item in group[1:] for citation in footnotes.cite(item.passages)]
        cited = [*footnotes.cite(lead.passages), *rest]
        made.append(Claim(told(lead), tuple(dict.fromkeys(cited)), lead.heading))
        said.update(lead.passages)
        above = group[0]
    return tuple(made)


def _without_what_was_said(item: Evidence, above: Evidence | None) -> Evidence:
    """The evidence without context that the claim right above it in the same part of the answer has
    told already, or is itself told with.

    Under another heading, or behind another claim, "its boundary" would belong to what stands
    there.
    """
    if above is None or above.heading != item.heading:
        return item
    *context, last = item.passages
    kept = [
        passage for passage in context if passage not in above.passages or " | " in passage.text
    ]
    return Evidence((*kept, last), item.heading)


def says_it_too(one: Evidence, other: Evidence) -> bool:
    """Whether two articles say the same: nearly the same words and the very same figures."""
    if one.article_id == other.article_id:
        return one.text == other.text
    figures = [sorted(re.findall(r"\d[\d.,]*", item.text)) for item in (one, other)]
    return figures[0] == figures[1] and says_the_same(one.text, other.text)


def common_notes(
    cited: Sequence[Citation], footnotes: Footnotes, corpus_newest: PublishedDate | None
) -> list[Note]:
    """ "One source only" and "dated", where they hold.

    Age is measured against the newest article of the corpus, not against today: the same corpus
    gives the same answer in ten years.
    """
    notes = []
    cards = footnotes.cards
    sources = {cards[one.article_id].story or one.article_id for one in cited}
    if len(sources) == 1 and len(cards) > 1:
        notes.append(Note("single_source", "One source only."))
    dates = [citation.published for citation in cited]
    latest = newest(dates)
    if latest is not None and corpus_newest is not None and None not in dates:
        age = (corpus_newest.year - latest.year) * 365 + (
            (corpus_newest.month or 1) - (latest.month or 12)
        ) * 30
        if age > _DATED_AFTER_DAYS:
            notes.append(Note("dated", f"Dated: the newest of these is from {day(latest)}."))
    return notes


def make_brief(
    request: Request,
    key: Request,
    title: str,
    evidence: Sequence[Evidence],
    cards: Cards,
    corpus: str,
    notes: Sequence[tuple[NoteKind, str, Sequence[Evidence]]] = (),
    subtitle: str | None = None,
    see_also: Sequence[Pointer] = (),
    suggestions: Sequence[str] = (),
) -> Brief:
    """A brief of these claims; `notes` are (kind, text, the evidence they speak of)."""
    footnotes = Footnotes(cards)
    made = claims(evidence, footnotes)
    written = [
        Note(kind, text, tuple(c for item in items for c in footnotes.cite(item.passages)))
        for kind, text, items in notes
    ]
    differ = any(note.kind == "sources_differ" for note in written)
    written += [
        note
        for note in common_notes(footnotes.citations, footnotes, cards.newest)
        if not (differ and note.kind == "single_source")
    ]
    return Brief(
        request=request,
        key=key,
        title=title,
        subtitle=subtitle,
        claims=made,
        notes=tuple(written),
        citations=tuple(footnotes.citations),
        as_of=newest([citation.published for citation in footnotes.citations]),
        corpus=corpus,
        suggestions=tuple(suggestions),
        see_also=tuple(see_also),
    )


def nothing_told(
    view: View, request: Request, why: str, suggestions: Sequence[str] = ()
) -> NoAnswer:
    """The articles don't say, and why; with the nearest names."""
    return NoAnswer(request, "The articles don't say", why, view.corpus, tuple(suggestions))


def pointer(card: ArticleCard) -> Pointer:
    """An article to name beside an answer."""
    return Pointer(card.id, card.title, card.publisher, card.published, card.url)
