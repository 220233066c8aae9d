"""A digest becomes messages that fit, each article in exactly one, with its own footnotes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefs.digests.digest import Digest, Item, Telling
from bot.chat.budget import MESSAGE_TEXT
from bot.chat.custom_ids import kept_id, kept_page
from bot.chat.digest_cards import Cards, digest_cards, restored, stored
from bot.chat.layout import Card
from bot.model import Brief, Claim, NoAnswer, Note, Request
from tests.chat.fake_desk import citation
from tests.discord_loopback.limits import message_faults
from tests.discord_loopback.rendering import rendered

REQUEST = Request("digest")


def item(
    number: int, text: str, heading: str = "Missions · Arlen", note: str | None = None
) -> Item:
    """An item on one article, or with a note on two."""
    cited = citation(number, text)
    notes = (Note("superseded", note, (cited,)),) if note is not None else ()
    return Item(
        (Claim(text, (cited,), heading),), notes, (Telling(cited.article_id, "content", text),)
    )


def made(items: list[Item], rest: Digest | None = None, beyond: int = 0) -> Digest:
    claims = tuple(claim for one in items for claim in one.claims)
    notes = tuple(note for one in items for note in one.notes)
    cited = dict.fromkeys(c for line in (*claims, *notes) for c in line.citations)
    ordered = tuple(sorted(cited, key=lambda one: one.number))
    brief = Brief(
        *(REQUEST, REQUEST, "Daily digest · 4 May 2031", claims, notes, ordered),
        as_of=None,
        corpus="c0ffee",
        subtitle="3 new stories · since 3 May 2031",
    )
    return Digest(brief, tuple(items), rest, beyond)


@pytest.fixture
def fifty() -> list[Item]:
    return [item(number, "A boat sailed.") for number in range(1, 51)]


def shown(cards: Cards) -> list[str]:
    return [
        rendered({"components": Card(posted.page).to_components()}) for posted in cards.messages
    ]


def test_a_digest_is_shown_with_headings_footnotes_and_what_changed() -> None:
    items = [
        item(1, "Operation Heron began in Arlen."),
        item(2, "A second force landed.", note="Heron: active; earlier planned."),
        item(3, "Torva borders Arlen.", "Borders · Torva"),
    ]
    assert shown(digest_cards(made(items))) == [
        """\
Daily digest · 4 May 2031
3 new stories · since 3 May 2031
Missions · Arlen
• Operation Heron began in Arlen. ¹
• A second force landed. ²
• ⚠ Heron: active; earlier planned. ²
Borders · Torva
• Torva borders Arlen. ³
――――
Sources
¹ Article 1 on Arlen · The Torva Post · 2 Mar 2023
² Article 2 on Arlen · The Torva Post · 3 Mar 2023
³ Article 3 on Arlen · The Torva Post · 4 Mar 2023"""
    ]


def test_an_article_that_is_gone_stands_under_corrections() -> None:
    gone = replace(item(1, "It rained.", note="“On rain” is gone."), claims=())
    (text,) = shown(digest_cards(made([gone])))
    assert "Corrections\n• ⚠ “On rain” is gone. ¹\n" in text


def test_a_long_digest_is_posted_in_parts_and_each_says_which(fifty: list[Item]) -> None:
    parts = shown(digest_cards(made(fifty[:20])))
    assert [part.splitlines()[-1] for part in parts] == [
        *("Part 1 of 3", "Part 2 of 3", "Part 3 of 3"),
    ]
    # only the first tells what the whole digest holds
    assert [part.count("since 3 May 2031") for part in parts] == [1, 0, 0]


def test_more_is_behind_a_button_and_pages_lead_to_one_another(fifty: list[Item]) -> None:
    cards = digest_cards(made(fifty[:3], rest=made(fifty[:20]), beyond=7))
    (first,) = cards.messages
    assert [(one.label, one.custom_id) for one in first.page.buttons] == [
        ("and 27 more ›", kept_id(cards.behind[0].id))
    ]
    assert "7 more are not listed; /source finds each of them" in first.page.foot
    labels = [[one.label for one in restored(page).buttons] for page in cards.behind]
    assert labels == [["Next ›"], ["‹ Previous", "Next ›"], ["‹ Previous"]]
    assert [
        [kept_page(one.custom_id or "") for one in restored(page).buttons] for page in cards.behind
    ] == [
        [cards.behind[1].id],
        [cards.behind[0].id, cards.behind[2].id],
        [cards.behind[1].id],
    ]


def test_the_same_digest_is_kept_once_and_another_under_another_name(fifty: list[Item]) -> None:
    one, same, other = (
        digest_cards(made(fifty[:3], rest=made(some))) for some in (fifty[:6], fifty[:6], fifty[:7])
    )
    assert one == same
    assert one.behind[0].id != other.behind[0].id


def test_a_page_comes_back_as_it_was_kept() -> None:
    page = digest_cards(made([item(1, "“Ünïcode” \ud83d\udea9 *and* [marks]")])).messages[0].page
    assert restored(stored(page)) == page


def test_no_other_button_is_taken_for_a_kept_page() -> None:
    for text in ("fn:k:", "fn:k:zz", "fn:p:0000:1:about?", "fn:k:" + "0" * 16, ""):
        assert kept_page(text) is None


def test_a_day_without_news_and_without_an_article_is_a_card_too() -> None:
    answer = NoAnswer(REQUEST, "Daily digest · 4 May 2031: nothing new", "Nothing.", "c0ffee")
    assert shown(digest_cards(answer)) == ["Daily digest · 4 May 2031: nothing new\nNothing."]


TEXTS = st.text(min_size=1, max_size=3000).filter(lambda text: not re.search(r"\d", text))


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.tuples(TEXTS, TEXTS, st.none() | TEXTS), min_size=1, max_size=20),
)
def test_whatever_articles_hold_every_message_fits_and_no_item_is_lost(
    texts: list[tuple[str, str, str | None]],
) -> None:
    items = [
        item(number, text.strip() or "…", heading, note)
        for number, (text, heading, note) in enumerate(texts, 1)
    ]
    cards = digest_cards(made(items))
    told = [one.article_id for posted in cards.messages for one in posted.telling]
    assert told == [f"{number:012x}" for number in range(1, len(items) + 1)]
    for posted in cards.messages:
        assert posted.page.length <= MESSAGE_TEXT
        components = Card(posted.page).to_components()
        faults = message_faults({"components": components, "allowed_mentions": {"parse": []}})
        assert faults == []
