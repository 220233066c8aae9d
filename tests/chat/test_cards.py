"""Answers as cards: what they say, and that they always fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.cards import Button, Page, pages, reloaded
from bot.chat.custom_ids import press
from bot.chat.layout import Card
from bot.model import Answer, Claim, NoAnswer, Note, Pointer, PublishedDate, Request
from tests.chat.fake_desk import brief, citation
from tests.chat.values import answers
from tests.discord_loopback.limits import message_faults

ASKED = Request("borders", (("country", "Arlen"),), "/borders Arlen")


@settings(max_examples=150, deadline=None)
@given(answers)
def test_any_answer_fits_discord_whatever_the_article(answer: Answer) -> None:
    made = pages(answer)
    assert made
    for page in map(reloaded, made):
        components = Card(page).to_components()
        message = {"components": components, "flags": 1 << 15, "allowed_mentions": {"parse": []}}
        assert message_faults(message) == []
        for button in page.buttons:
            target = press(button.custom_id) if button.custom_id else None
            assert button.url or (target and target.page <= len(made))


@settings(max_examples=100, deadline=None)
@given(answers)
def test_any_answer_makes_the_same_card_twice(answer: Answer) -> None:
    assert pages(answer) == pages(answer)


def test_a_card_tells_claims_notes_and_sources() -> None:
    claims = [("Arlen borders Torva.", "Neighbours"), ("It is 754 miles long.", "Lengths")]
    made = brief(ASKED, claims, subtitle="as of 2023")
    made = replace(made, notes=(Note("dated", "Both are old.", made.citations[:1]),))
    (page,) = pages(made)
    first = "[¹](https://torva.example/1#:~:text=the%20border)"
    assert page == Page(
        (
            "## Borders: Arlen\n-# as of 2023",
            f"**Neighbours**\n- Arlen borders Torva. {first}\n"
            "**Lengths**\n- It is 754 miles long. "
            "[²](https://torva.example/2#:~:text=the%20border)",
            f"⚠ Both are old. {first}",
        ),
        "-# Sources\n"
        "-# ¹ [Article 1 on Arlen](https://torva.example/1) · The Torva Post · 2 Mar 2023\n"
        "-# ² [Article 2 on Arlen](https://torva.example/2) · The Torva Post · 3 Mar 2023",
    )


def test_an_article_that_is_cited_twice_is_listed_once() -> None:
    cited = (citation(1, "a"), citation(2, "b"), citation(3, "c", article_id="0" * 11 + "1"))
    claims = tuple(Claim(one.quote, (one,)) for one in cited)
    (page,) = pages(replace(brief(ASKED, [("a", None)]), citations=cited, claims=claims))
    assert page.foot == (
        "-# Sources\n"
        "-# ¹ ³ [Article 1 on Arlen](https://torva.example/1) · The Torva Post · 2 Mar 2023\n"
        "-# ² [Article 2 on Arlen](https://torva.example/2) · The Torva Post · 3 Mar 2023"
    )


def test_what_is_unknown_of_a_source_is_called_unknown() -> None:
    bare = citation(1, "a", url=None, link=None, publisher=None, published=None)
    made = replace(brief(ASKED, [("a", None)]), citations=(bare,), claims=(Claim("a", (bare,)),))
    (page,) = pages(made)
    assert page == Page(
        (
            "## Borders: Arlen",
            "a ¹",
        ),
        "-# Source\n-# ¹ Article 1 on Arlen · publisher unknown · date unknown",
    )


def test_a_date_that_a_curator_found_says_so() -> None:
    dated = citation(1, "a", published=PublishedDate(2022, 8, 19, "external"))
    made = replace(brief(ASKED, [("a", None)]), citations=(dated,), claims=(Claim("a", (dated,)),))
    assert pages(made)[0].foot.endswith("· 19 Aug 2022 (date not in the article)")


def test_the_only_article_has_a_button() -> None:
    (page,) = pages(brief(ASKED, [("a", None)]))
    assert page.buttons == (Button("Open the article", url="https://torva.example/1"),)


def test_a_long_answer_has_pages_that_are_evenly_filled_and_lead_to_each_other() -> None:
    made = pages(brief(ASKED, [(f"Line {word}.", "Lines") for word in "abcdefghijklmnopqrstu"]))
    assert [page.parts[1].count("\n- ") for page in made] == [7, 7, 7]
    assert [page.foot.splitlines()[-1] for page in made] == [
        "-# Page 1 of 3",
        "-# Page 2 of 3",
        "-# Page 3 of 3",
    ]
    assert [[button.label for button in page.buttons] for page in made] == [
        ["Next ›"],
        ["‹ Previous", "Next ›"],
        ["‹ Previous"],
    ]


@given(st.integers(1, 120))
def test_every_line_is_told_once_and_in_order(total: int) -> None:
    names = [
        f"Place {'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]}{n // 100 * 'x'}"
        for n in range(total)
    ]
    made = pages(brief(Request("borders"), [(name, None) for name in names]))
    told = [
        row.removeprefix("- ").split(" [")[0] for page in made for row in page.parts[1].split("\n")
    ]
    assert told == names


def test_warnings_stand_on_the_first_of_several_pages() -> None:
    made = brief(ASKED, [(f"Line {word}.", None) for word in "abcdefghijklmnopqrstu"])
    made = replace(made, notes=(Note("sources_differ", "They differ.", made.citations[-2:]),))
    first, *others = pages(made)
    assert "⚠ They differ." in first.parts[2]
    assert "-# ²¹ " in first.foot
    assert not any("⚠" in part for page in others for part in page.parts)


def test_a_question_too_long_for_a_button_fits_one_page() -> None:
    key = Request("ask", (("question", "why " * 40),))
    made = pages(replace(brief(ASKED, [("word " * 100, None)] * 12), key=key))
    assert len(made) == 1
    assert made[0].buttons == ()
    assert made[0].parts[1].count("…") == 12


def test_lines_that_do_not_fit_the_only_page_are_counted() -> None:
    key = Request("ask", (("question", "why " * 40),))
    (page,) = pages(replace(brief(ASKED, [("word " * 100, None)] * 99), key=key))
    told = page.parts[1].count("\n") + 1
    assert page.parts[2] == (
        f"-# {99 - told} more lines do not fit here; a narrower question shows them."
    )


@pytest.mark.parametrize("words", ["a" * 5000, "word " * 1000, "*" * 5000, "🙂" * 5000])
def test_one_huge_claim_with_many_sources_is_cut(words: str) -> None:
    cited = tuple(citation(n, "q", url=f"https://torva.example/{'a' * 900}") for n in range(1, 99))
    made = replace(brief(ASKED, [("a", None)]), citations=cited, claims=(Claim(words, cited),))
    (page,) = pages(made)
    assert page.length <= 4000
    assert " more\n" in f"{page.parts[1]}\n"


def test_no_answer_says_so_and_offers_the_nearest_names() -> None:
    pointer = Pointer("0" * 12, "Arlen votes", None, PublishedDate(2024), "https://a.example/v")
    answer = NoAnswer(
        ASKED, "The articles don't say", "Nothing on [Arlen].", "c", ("Torva", "Belmar"), (pointer,)
    )
    (page,) = pages(answer)
    assert page.parts == (
        "## The articles don't say",
        "Nothing on \\[Arlen\\].",
        "Did you mean:",
        "**Nearest articles (not sources: nothing is claimed)**\n"
        "- [Arlen votes](https://a.example/v) · publisher unknown · 2024",
    )
    assert [button.label for button in page.buttons] == ["Torva", "Belmar"]
    pressed = press(page.buttons[0].custom_id or "")
    assert pressed is not None
    assert pressed.request.options == (("country", "Torva"),)


def test_suggestions_are_words_where_it_is_unclear_what_they_replace() -> None:
    request = Request("borders", (("country", "Arln"), ("with", "Trva")))
    (page,) = pages(NoAnswer(request, "No", "Why", "c", ("Arlen", "Torva")))
    assert page == Page(("## No", "Why", "Closest: Arlen · Torva"))


def test_a_suggested_command_is_asked_as_it_stands() -> None:
    request = Request("ask", (("question", "how long?"),))
    (page,) = pages(NoAnswer(request, "No", "Why", "c", ("/borders country:Arlen",)))
    pressed = press(page.buttons[0].custom_id or "")
    assert pressed is not None
    assert pressed.request == Request("borders", (("country", "Arlen"),), "/borders country:Arlen")
