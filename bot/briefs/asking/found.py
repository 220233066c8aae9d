"""What is found for a question: the articles to read, and their sentences, weighed. Asks the view.

Where the words of a question are not in what was found, words akin to them are looked up as well.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Mapping, Sequence

from bot.briefs.asking.kin_words import are_covered, kin_words
from bot.briefs.asking.promising import promising
from bot.briefs.asking.question import Question
from bot.briefs.asking.rarity import Rarity
from bot.briefs.asking.weighing import Scored, score_all
from bot.store import ReadPassage, View

_SENTENCES = 150  # sentences asked of the index
_KIN_WORDS = 24  # words akin to those of a question that are looked up, the rarest
RANKED = 4000  # sentences that hold any of these
_KIN_SENTENCES = 60  # sentences asked of the index for them


async def weighed(
    view: View, question: Question
) -> tuple[Mapping[str, Sequence[ReadPassage]], Sequence[Scored]]:
    """The articles read for a question, best first, and their sentences that may answer it."""
    stems = question.search_stems
    by_words, of_missions = await asyncio.gather(
        view.search(stems, _SENTENCES), _about_missions(view, question)
    )
    found = [*by_words, *itertools.chain.from_iterable(of_missions.values())]
    named = {passage.passage.article_id for passage in found}
    kin: Sequence[str] = ()
    if not await asyncio.to_thread(are_covered, question, found):
        akin = kin_words(question, view.gazetteer)
        counts = await view.frequencies(akin)
        kin = the_rarest(counts)
        found += await view.search(kin, _KIN_SENTENCES)
    rarity = Rarity(await view.frequencies([*stems, *kin]), await view.sentence_count())
    articles = await asyncio.to_thread(promising, found, question, view, rarity, kin)
    others = await view.passages_of([one for one in articles if one not in of_missions])
    read = {one: (of_missions if one in of_missions else others)[one] for one in articles}
    scored = await asyncio.to_thread(score_all, question, read, view, rarity)
    # what was found by other words only must say everything that is asked
    return read, [
        one
        for one in scored
        if one.passage.passage.article_id in named or not one.signs["word_missing"]
    ]


def the_rarest(counts: Mapping[str, int]) -> Sequence[str]:
    """The words that are looked up together in a time that does not grow with the corpus: the
    index ranks every sentence that holds any of them."""
    rarest = sorted((word for word in counts if counts[word]), key=lambda w: (counts[w], w))
    up_to = itertools.accumulate(counts[word] for word in rarest)
    return [w for w, ranked in zip(rarest, up_to, strict=True) if ranked <= RANKED][:_KIN_WORDS]


async def _about_missions(view: View, question: Question) -> Mapping[str, Sequence[ReadPassage]]:
    """The articles that tell of a mission by another of its names."""
    facts = [fact for key in question.missions for fact in await view.facts_of_mission(key)]
    articles = list(dict.fromkeys(fact.passages[0].article_id for fact in facts))
    return await view.passages_of(articles[:_MISSION_ARTICLES]) if articles else {}


_MISSION_ARTICLES = 10
