"""A statement held against sentences of articles: which of them bear it out, or speak against it.

Pure but for what a view holds in memory.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from bot.briefs.checking.findings import Finding, newest_of, telling
from bot.briefs.checking.frames import Frame, frame
from bot.briefs.checking.named_alike import Told
from bot.briefs.checking.said_alike import light, opposite, same, spelled_out
from bot.briefs.checking.statements import clauses_told
from bot.briefs.checking.verdicts import Verdict, has_deed, is_quoted, may_bear_out, verdict
from bot.language.words import is_question, words
from bot.model import Passage
from bot.store import ReadPassage, View

_HEAD: Final = 4  # words of a sentence in which its subject stands
_NAMELESS: Final = 2  # words that a statement without a name has to say more than
_BACK: Final = 4  # sentences before one, for what "the mission" may be
_LACKING: Final = 2  # words of a statement that a sentence may leave to the one before it
# "Peru led it", "the border between the two", "the Council renews its mandate"
_LEFT_OPEN: Final = re.compile(
    r"(?<!of )\b(?:it|they|them|the two)\b|"
    r"\b(?:[Cc]ouncil|[Pp]arliament)\b.*\b(?:its|their) (?:mandate|mission|term|force)\b",
)


def sought(statement: str) -> list[str]:
    """The stems by which the sentences are found that may have something on a statement."""
    return list(dict.fromkeys(telling(spelled_out(statement))))


def held_against(
    view: View,
    statement: str,
    known: Finding,
    found: Sequence[ReadPassage],
    articles: Mapping[str, Sequence[ReadPassage]],
    quoted_only: bool,
    places: Collection[str] = (),
) -> Finding:
    """What the sentences found have on a statement, beside what is known of it from facts.

    `articles` are theirs, sentence by sentence; with `quoted_only` only the very words count.
    `places` are those that may be meant by a name that others have, too.
    """
    supporting: list[tuple[Passage, ...]] = []
    contradicting = list(known.contradicting)
    outdated = {some[-1] for some in known.outdated}
    denying: list[tuple[Passage, ...]] = []
    said = frame(view, statement, places)
    # "The troops left" is said of some troops or other everywhere
    quoted_only = quoted_only or not _names_something(said)
    read: list[Told] = []
    for passage in found:
        if any(is_quoted(statement, one) for one in _quotable(passage.passage.text)):
            supporting.append((passage.passage,))
            continue
        if quoted_only or not _shares_words(said, passage):
            continue
        told = _told(view, passage, articles[passage.passage.article_id])
        read.append(told)
        match verdict(view, said, told):
            case Verdict.SUPPORTS:
                supporting.append((passage.passage,))
            case Verdict.CONTRADICTS:
                contradicting.append((passage.passage,))
            case Verdict.DENIES:
                denying.append((passage.passage,))
    supporting = [some for some in supporting if some[-1] not in outdated]
    counts = contradicting and not supporting and (said.figures or said.days) and not said.is_open
    if counts and not outdated and any(may_bear_out(view, said, told) for told in read):
        contradicting = []  # it may be a figure of another day, or of another part
    contradicting = [one for one in contradicting if not _other_day(view, one, supporting)]
    if supporting or contradicting:
        denying = []
    return Finding(
        statement,
        newest_of(view, supporting),
        newest_of(view, contradicting),
        newest_of(view, denying),
        known.outdated if contradicting and not supporting else (),
    )


def _names_something(said: Frame) -> bool:
    """Whether it says something of what it names, and leaves nothing to what went before."""
    if not has_deed(said.text) or _LEFT_OPEN.search(said.text):
        return False
    if said.places or said.missions or said.names:
        return True
    return bool(said.figures or said.days) and len(said.said) > _NAMELESS


def _shares_words(said: Frame, passage: ReadPassage) -> bool:
    """Whether a sentence has nearly all words of a statement: cheap, and most have not."""
    have = {word.stem for word in words(spelled_out(passage.passage.text))}
    lacking = [
        word
        for word in said.said
        if word not in light() and not any(same(word, o) or opposite(word, o) for o in have)
    ]
    return len(lacking) <= _LACKING


def _quotable(text: str) -> Sequence[str]:
    return (text, *clauses_told(text)) if not is_question(text) else (text,)


def _other_day(view: View, one: Sequence[Passage], others: Sequence[Sequence[Passage]]) -> bool:
    """Whether a sentence is of another day than those that agree: what is counted changes."""
    days = {view.cards[passage.article_id].published for other in others for passage in other}
    return bool(days) and view.cards[one[0].article_id].published not in days


def _told(view: View, passage: ReadPassage, article: Sequence[ReadPassage]) -> Told:
    """A sentence with what it may refer to: what the last sentence before it that names anything
    names, else the title."""
    at = passage.passage.number
    title = view.cards[passage.passage.article_id].title
    before = list(reversed(article[max(0, at - _BACK) : at]))
    places = {*passage.places, *passage.focus_places}
    places |= {key for one in before[:2] for key in one.places}
    places |= {mention.key for mention in view.gazetteer.mentions(title)}
    missions = next((one.missions for one in before if one.missions), ())
    if not missions:
        missions = tuple(frame(view, title).missions)
    if len(set(missions)) > 1:
        missions = ()
    prior = frame(view, before[0].passage.text) if before else None
    after = article[at + 1].passage.text if at + 1 < len(article) else ""
    return Told(
        passage,
        frozenset(places),
        frozenset({*missions, *passage.missions, *passage.focus_missions}),
        prior.names if prior else frozenset(),
        prior.stems if prior else frozenset(),
        frozenset(word.stem for word in words(prior.text)[:_HEAD]) if prior else frozenset(),
        after,
    )
