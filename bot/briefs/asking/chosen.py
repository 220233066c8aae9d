"""Which of the sentences that may answer are told: the best, and those nearly as good. Pure.

What else is told depends on the best one: more of its own story, another value for the same
thing, or what limits a "yes".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.answers import ONE_VALUE
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.rival_figures import figures, may_rival, rivals
from bot.briefs.asking.weighing import Scored
from bot.language.negation import REFUSALS, negation
from bot.model import newest_first
from bot.store import View

MOST = 3  # claims of an answer


def order(view: View, question: Question, one: Scored) -> tuple[object, ...]:
    """By what the sentences that may answer are ordered, the best first."""
    card = view.cards[one.passage.passage.article_id]
    fits = bool(question.years and card.published and card.published.year in question.years)
    # scores are compared in steps, so that among equals the newer report leads
    return (
        -round(one.score * (2 if question.asked in ONE_VALUE else 4)),
        not fits,
        newest_first(card.published),
        card.file,
        one.passage.passage.number,
    )


def the_list_first(good: Sequence[Scored]) -> list[Scored]:
    """The sentences, with one that lists the countries asked for before a better one that names a
    single."""
    lists = [one for one in good if one.signs["list"] and good[0].score - one.score <= _LISTS]
    if good[0].signs["list"] or not lists:
        return list(good)
    return [lists[0], *(one for one in good if one is not lists[0])]


_LISTS: Final = 1.2  # of the score, by which a list may stand behind


def choose(
    view: View, question: Question, good: Sequence[Scored], scored: Sequence[Scored]
) -> list[Scored]:
    """The best sentence, and those that are nearly as good; more of them of its own article."""
    best = good[0]
    chosen = [best]
    value = figures(view, question, best)
    goes_on = question.asked is Asked.WHAT and _HAPPENED.search(question.text)
    near = _STORY if goes_on else _NEAR
    for one in _followers(view, question, good, scored):
        if len(chosen) >= MOST:
            break
        behind = best.score - one.score
        if one.passage.passage.article_id == best.passage.passage.article_id:
            if question.asked in ONE_VALUE and _names_less(one, best):
                continue
            completes = one.signs["list"] > best.signs["list"] or (
                question.asked is Asked.WHY and one.signs["unfit"] == 0 < best.signs["unfit"]
            )
            if behind <= (3.0 if completes else near):
                chosen.append(one)
        elif behind <= (1.0 if question.asked in _SINGLE else 1.4) or (
            value
            and question.asked in ONE_VALUE
            and one.passage.passage.article_id not in {c.passage.passage.article_id for c in chosen}
            and (theirs := figures(view, question, one))
            and (behind <= 2.5 or (behind <= _far(question, one) and rivals(value, theirs)))
        ):
            chosen.append(one)
    if question.asked is Asked.WHETHER and not any(
        _NEGATED.search(one.passage.passage.text) for one in chosen
    ):
        here = best.passage.passage.article_id
        against = [
            one
            for one in scored
            if one.signs["against"]
            and one not in chosen
            and one.passage.passage.article_id == here
            and (
                one.score >= max(-1.0, best.score - 3)
                or (
                    abs(one.passage.passage.number - best.passage.passage.number) <= 3
                    and one.score >= -2
                )
            )
        ]
        # a denial before a limit; the one that says most of the question itself is of the same
        against.sort(
            key=lambda one: (
                not _NEGATED.search(one.passage.passage.text),
                one.signs["unsaid"],
                -one.score,
                one.passage.passage.number,
            )
        )
        chosen = [*chosen[: MOST - 1], *against[:1]]
    return chosen


def _names_less(one: Scored, best: Scored) -> bool:
    """Whether a figure is told of nobody, beside the best, which names all that are asked about:
    "some 100,000 fled" of how many serve in the force."""
    return best.signs["name_here"] + best.signs["name_focus"] == 1 and one.signs["name_topic"] == 1


_NEGATED = negation(REFUSALS)
_NEAR: Final = 1.6  # of the score, by which another claim may stand behind: wider tells more
_STORY: Final = 2.0  # … where it goes on in the sentences behind


def _followers(
    view: View, question: Question, good: Sequence[Scored], scored: Sequence[Scored]
) -> list[Scored]:
    """The other good sentences, and, of other articles, figures that may be of the same thing."""
    best = good[0]
    if question.asked is Asked.WHAT and _HAPPENED.search(question.text):
        return sorted(good[1:], key=lambda one: not _is_right_behind(one, best))
    mine = figures(view, question, best)
    if question.asked not in ONE_VALUE or not mine:
        return list(good[1:])
    here = best.passage.passage.article_id
    like = [
        one
        for one in scored
        if _RIVAL <= one.score < 0
        and one.passage.passage.article_id != here
        and (theirs := figures(view, question, one))
        and (any(may_rival(a, b) for a in mine for b in theirs))
    ]
    like.sort(key=lambda one: -one.score)
    return [*good[1:], *like]


_RIVAL = -1.8  # from this score on, a value of another article may be of the same thing
_RIVAL_BEHIND = 3.2
_NAMED_BEHIND = 7.0
_DONE_BEHIND = 4.6


def _far(question: Question, one: Scored) -> float:
    """How far behind the best a value of another article may be that contradicts it: further
    where it is told of all the names asked for, by name."""
    names = len(question.places) + len(question.names) + len(question.missions)
    here = one.signs["name_here"]
    named = names > 1 and here > 0.99 and question.asked is Asked.LENGTH
    if question.deeds and one.signs["deed_here"] == 1 and here + one.signs["name_beside"] >= 0.5:
        return _DONE_BEHIND  # the same deed of one of them
    return _NAMED_BEHIND if named else _RIVAL_BEHIND


_HAPPENED: Final = re.compile(
    r"\bwhat (?:has |had |have )?(?:happened|became|become)\b", re.IGNORECASE
)


def _is_right_behind(one: Scored, best: Scored) -> bool:
    own, lead = one.passage.passage, best.passage.passage
    return own.article_id == lead.article_id and own.number == lead.number + 1


_SINGLE = (*ONE_VALUE, Asked.WHO, Asked.WHERE)
