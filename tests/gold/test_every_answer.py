"""What holds of every answer to the requests of the gold sets, whatever it says."""

from __future__ import annotations

import asyncio
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefs.desk import LibraryDesk
from bot.model import Brief, NoAnswer, Request
from bot.store.library import Library
from tests.gold.conftest import GoldSet
from tests.gold.scoring import file_name

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_CONVERTED = re.compile(r"\(≈[^)]*\)")


def briefs(gold: GoldSet) -> list[tuple[str, Brief]]:
    return [(one["text"], answer) for one, answer in gold.asked if isinstance(answer, Brief)]


def test_every_quote_is_a_slice_of_its_article(gold: GoldSet) -> None:
    stray = []
    for request, brief in briefs(gold):
        for citation in brief.citations:
            article = gold.readings[file_name(citation)].article
            assert article is not None
            if not any(citation.quote in paragraph for paragraph in article.paragraphs):
                stray.append((request, citation.file, citation.quote))
    assert stray == []


def test_every_figure_of_a_claim_is_quoted_or_converted(gold: GoldSet) -> None:
    stray = []
    for request, brief in briefs(gold):
        for claim in brief.claims:
            quoted = set(_FIGURE.findall(" ".join(one.quote for one in claim.citations)))
            if set(_FIGURE.findall(_CONVERTED.sub("", claim.text))) - quoted:
                stray.append((request, claim.text))
    assert stray == []


def test_no_claim_is_told_twice_in_one_answer(gold: GoldSet) -> None:
    twice = []
    for request, brief in briefs(gold):
        texts = [claim.text for claim in brief.claims]
        if len(set(texts)) < len(texts):
            twice.append((request, texts))
    assert twice == []


def test_every_brief_has_claims_and_its_newest_date(gold: GoldSet) -> None:
    wrong = []
    for request, brief in briefs(gold):
        dates = [one.published.isoformat() for one in brief.citations if one.published]
        newest = max(dates, default=None)
        if not brief.claims or (brief.as_of and brief.as_of.isoformat()) != newest:
            wrong.append((request, brief.as_of, newest))
    assert wrong == []


def test_a_link_is_given_where_the_article_has_an_address(gold: GoldSet) -> None:
    wrong = [
        (citation.url, citation.link)
        for _, brief in briefs(gold)
        for citation in brief.citations
        if (citation.link or "").partition("#")[0] != (citation.url or "").partition("#")[0]
    ]
    assert wrong == []


def test_silence_names_the_request_and_says_why(gold: GoldSet) -> None:
    silent = [answer for _, answer in gold.asked if isinstance(answer, NoAnswer)]
    assert silent
    assert [answer for answer in silent if not answer.why or not answer.title] == []


def test_the_key_of_an_answer_gives_the_same_claims_again(gold: GoldSet) -> None:
    """A button under a card carries the key only."""

    async def ask() -> list[str]:
        changed = []
        async with Library(gold.library) as library:
            desk = LibraryDesk(library)
            for request, brief in briefs(gold):
                again = await desk.answer(brief.key)
                if not isinstance(again, Brief) or again.claims != brief.claims:
                    changed.append(request)
        return changed

    assert asyncio.run(ask()) == []


def test_no_words_make_an_answer_raise(gold: GoldSet) -> None:
    options = {
        "borders": ("country", "with"),
        "missions": ("name", "country", "status"),
        "source": ("article",),
        "ask": ("question",),
    }
    vocabulary = st.sampled_from(
        'the border of how many AND OR NOT NEAR ( ) * " : - ^ who when troops 1,000 ’ Russia '
        "Operation exercise \u0000 ½ ß İ 🇪🇪 ' -- ; % \\ {} [ ] . ? U.S. x-y a:b o\"brien".split(" ")
    )
    words = st.one_of(st.lists(vocabulary, max_size=12).map(" ".join), st.text(max_size=60))
    requests = st.sampled_from(sorted(options)).flatmap(
        lambda command: st.fixed_dictionaries(
            {}, optional=dict.fromkeys(options[command], words)
        ).map(lambda given: Request(command, tuple(given.items())))
    )

    with asyncio.Runner() as runner:
        library = runner.run(Library(gold.library).__aenter__())
        desk = LibraryDesk(library)

        @settings(max_examples=60, deadline=None)
        @given(requests)
        def answered(request: Request) -> None:
            assert runner.run(desk.answer(request)).request == request

        try:
            answered()
        finally:
            runner.run(library.__aexit__(None, None, None))
