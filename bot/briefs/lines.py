"""Lines with a name of their own: which border the Durand Line is, as the articles say.

One article says whose border a line is, another how long it is: what they tell of it belongs
together, where the second does not speak of two other sides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.language.words import fold, words
from bot.model import Fact, FactKind, Stance
from bot.store import View

# what stands with a capital at the head of a sentence is no part of a name
_NAME = re.compile(
    r"\b(?!(?:The|This|That|Its|Their|Along|Across|Behind|Beyond|Both|On|At|If)\s)"
    r"((?:[A-Z][\w’'-]+\s+){1,3}Line|Line\s+of\s+(?:[A-Z]\w+\s+)?[A-Z]\w+|"
    r"\d\d(?:st|nd|rd|th)\s+parallel)\b"
)
_SENTENCES = 60  # asked of the index for each name
_NAMES = 3  # that are looked for
_GENERIC = frozenset("line of parallel".split())  # too common to look for


def line_names(text: str) -> list[str]:
    """The named lines that a text speaks of: "Durand Line", "Line of Control"."""
    return list(dict.fromkeys(" ".join(name.split()) for name in _NAME.findall(text)))


def tells_of_other_lines(asked: str, told: str) -> bool:
    """Whether lines are asked for by name, and only others are told of: the McMahon Line is not
    the Line of Actual Control."""
    wanted, named = ({fold(name) for name in line_names(text)} for text in (asked, told))
    return bool(wanted and named) and wanted.isdisjoint(named)


def asks_of_a_part(question: str) -> bool:
    """Whether the part of a line is asked for that stands in some way: the kilometres "still
    unmarked". The length of the whole line is no answer then."""
    return bool(_OF_A_PART.search(question))


_OF_A_PART = re.compile(
    r"\bun(?:marked|demarcated|fenced|guarded|defined|settled|patrolled|surveyed)\b|"
    r"\b(?:still|yet|never|not|no|nor|without)\b.{0,40}\b(?:markers?|marked|demarcated|fenced?|"
    r"fencing|surveyed|walls?|wire|pillars?|agreed|settled|defined)\b|\bin dispute\b",
    re.IGNORECASE,
)


async def facts_on_their_lines(
    view: View, facts: Sequence[Fact], pair: tuple[str, str], kinds: Sequence[FactKind]
) -> list[Fact]:
    """What is told of the lines that facts on the border of a pair name, in sentences that name
    neither side themselves; the facts are of that pair then."""
    told = [
        fact
        for fact in facts
        if fact.stance is not Stance.HYPOTHETICAL
        and any({*one} == {*pair} for one in fact.pairs)
        and len(fact.pairs) == 1
    ]
    names = list(dict.fromkeys(n for f in told for n in line_names(f.passages[f.at].text)))
    known = {(fact.passages[0].article_id, fact.passages[fact.at].number) for fact in facts}
    sides = view.gazetteer.parts(pair[0]) | view.gazetteer.parts(pair[1])
    found: list[Fact] = []
    for name in names[:_NAMES]:
        plain = fold(name)
        stems = [word.stem for word in words(name) if word.text.lower() not in _GENERIC]
        passages = [one.passage for one in await view.search(stems, _SENTENCES)]
        articles = sorted({one.article_id for one in passages if plain in fold(one.text)})
        for article in articles:
            spoken_of = {key for one in await view.passages(article) for key in one.places}
            if not spoken_of & sides:
                continue
            for fact in await view.facts_of_article(article):
                at = fact.passages[fact.at]
                if fact.kind not in kinds or fact.pairs or (article, at.number) in known:
                    continue
                if plain in fold(at.text):
                    found.append(replace(fact, pairs=(pair,), places=(*pair, *fact.places)))
    return list(dict.fromkeys(found))


async def pair_of_line(view: View, text: str) -> tuple[str, str] | None:
    """The two sides of the line that a question names, where the articles say whose it is."""
    for name in line_names(text) or [found.title() for found in _ANY_LINE.findall(text)]:
        plain = fold(name)
        stems = [word.stem for word in words(name) if word.text.lower() not in _GENERIC]
        passages = [one.passage for one in await view.search(stems, _SENTENCES)]
        articles = sorted({one.article_id for one in passages if plain in fold(one.text)})
        tally: Counter[tuple[str, str]] = Counter()
        for article in articles:
            for fact in await view.facts_of_article(article):
                if len(fact.pairs) == 1 and plain in fold(fact.passages[fact.at].text):
                    one, other = sorted(fact.pairs[0])
                    tally[one, other] += 1
        if tally:
            return min(tally, key=lambda pair: (-tally[pair], pair))
    return None


_ANY_LINE = re.compile(r"\b(?:the\s+)?(\w+ line)\b", re.IGNORECASE)
