"""A claim stands on its quotes: no claim without one, no stray figure, no sentence told twice."""

from __future__ import annotations

import pytest

from bot.briefs.evidence import Evidence, Footnotes, claims, make_brief, told
from bot.model import Brief, Citation, Claim, Note, Passage, PublishedDate, Request
from bot.store import ArticleCard, Cards

OLD, NEW = PublishedDate(2015, 3, 1), PublishedDate(2020, 5, 4)


def card(article_id: str, published: PublishedDate | None = NEW) -> ArticleCard:
    return ArticleCard(
        id=article_id,
        file=f"{article_id}.txt",
        title=f"Title of {article_id}",
        title_given=True,
        publisher=f"Publisher of {article_id}",
        url=f"https://{article_id}.example/",
        published=published,
        original=None,
        reader_note=None,
        paraphrased=True,
        about_states=True,
    )


def passage(text: str, number: int = 0, article_id: str = "one", start: int = 0) -> Passage:
    return Passage(article_id, number, 0, start, start + len(text), text)


def citation(quote: str, number: int = 1, article_id: str = "one") -> Citation:
    url = f"https://{article_id}.example/"
    return Citation(
        number,
        article_id,
        f"{article_id}.txt",
        f"Title of {article_id}",
        f"Publisher of {article_id}",
        url,
        NEW,
        quote,
        url,
    )


CARDS = {name: card(name) for name in ("one", "two", "three")}


def test_a_claim_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="a claim without a citation"):
        Claim("Peru borders Chile.", ())


def test_a_claim_whose_quote_is_empty_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="a claim without a citation"):
        Claim("Peru borders Chile.", (citation(" "),))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Peru has 26 posts.", "Peru has posts."),
        ("Peru has 26 posts.", "Peru has 2 or 6 posts."),
        ("It is 1,213 km long.", "It is 1213 km long."),
        ("It is 754 miles (1,213 km) long.", "It is 754 miles long."),
    ],
)
def test_a_claim_with_a_figure_that_no_quote_holds_cannot_be_made(text: str, quote: str) -> None:
    with pytest.raises(ValueError, match="figures that no quote holds"):
        Claim(text, (citation(quote),))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Peru has 26 posts.", "There are 26 posts in Peru."),
        ("It is 754 miles (≈ 1,213 km) long.", "It is 754 miles long."),
        ("Peru borders Chile.", "Peru borders Chile."),
    ],
)
def test_a_claim_may_hold_the_figures_of_its_quotes_and_conversions(text: str, quote: str) -> None:
    assert Claim(text, (citation(quote),)).text == text


def test_a_brief_numbers_its_citations_from_one_without_gaps() -> None:
    request = Request("borders")
    one = citation("Peru borders Chile.", number=2)
    with pytest.raises(ValueError, match="gaps"):
        Brief(request, request, "Peru", (), (), (one,), NEW, "hash")
    with pytest.raises(ValueError, match="without a citation"):
        Brief(request, request, "Peru", (), (), (), NEW, "hash")
    with pytest.raises(ValueError, match="does not list"):
        other = Claim("Peru borders Chile.", (citation("Peru borders Chile.", 1, "two"),))
        listed = (citation("Peru borders Chile."),)
        Brief(request, request, "Peru", (other,), (), listed, NEW, "hash")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The line is 754 miles long.", "The line is 754 miles (≈ 1,213 km) long."),
        ("The line is 1,213 km long.", "The line is 1,213 km (≈ 754 miles) long."),
        (
            "It is 10 km here and 20 km there.",
            "It is 10 km (≈ 6.2 miles) here and 20 km (≈ 12 miles) there.",
        ),
        ("It is 754 miles (1,213 km) long.", "It is 754 miles (1,213 km) long."),
        ("A 20-km-long fence stands.", "A 20-km-long fence stands."),
        ("It has 20 posts.", "It has 20 posts."),
        ("– Peru borders Chile.", "Peru borders Chile."),
        ("• It is 20 km long.", "It is 20 km (≈ 12 miles) long."),
    ],
)
def test_a_claim_is_the_sentence_with_the_other_unit_and_without_its_bullet(
    text: str, expected: str
) -> None:
    assert told(Evidence((passage(text),))) == expected


def test_a_row_of_a_table_is_told_with_its_heads() -> None:
    rows = (passage("Neighbour | Length"), passage("Malawi | 847 km", 1))
    assert told(Evidence(rows)) == "Neighbour: Malawi · Length: 847 km (≈ 526 miles)"


def test_adjoining_sentences_are_one_quote_and_others_are_two() -> None:
    first, second = passage("Peru is large."), passage("Chile is long.", 1, start=15)
    far = passage("Both have coasts.", 5, start=300)
    footnotes = Footnotes(CARDS)
    assert footnotes.cite((first, second, far)) == (
        citation("Peru is large. Chile is long."),
        citation("Both have coasts.", 2),
    )


def test_the_same_quote_has_the_same_number() -> None:
    footnotes = Footnotes(CARDS)
    first = footnotes.cite((passage("Peru is large."),))
    assert footnotes.cite((passage("Peru is large."),)) == first
    assert footnotes.citations == [citation("Peru is large.")]


def test_what_two_articles_say_alike_is_one_claim_with_two_footnotes() -> None:
    said = "The line between Peru and Chile is 171 kilometres long."
    again = "The line between Chile and Peru is 171 kilometres long."
    other = "The line between Peru and Chile is 168 kilometres long."
    evidence = [
        Evidence((passage(said),)),
        Evidence((passage(other, 0, "three"),)),
        Evidence((passage(again, 0, "two"),)),
    ]
    made = claims(evidence, Footnotes(CARDS))
    assert [[one.article_id for one in claim.citations] for claim in made] == [
        ["one", "two"],
        ["three"],
    ]


def test_one_sentence_of_one_article_is_told_once() -> None:
    evidence = [Evidence((passage("Peru is large."),))] * 3
    assert claims(evidence, Footnotes(CARDS)) == (
        Claim("Peru is large.", (citation("Peru is large."),)),
    )


def test_context_that_a_claim_has_told_is_not_told_again() -> None:
    first, second = passage("Peru is large."), passage("It borders Chile.", 1, start=15)
    made = claims([Evidence((first,)), Evidence((first, second))], Footnotes(CARDS))
    assert [claim.text for claim in made] == ["Peru is large.", "It borders Chile."]


def brief(evidence: list[Evidence], cards: dict[str, ArticleCard]) -> Brief:
    request = Request("borders")
    return make_brief(request, request, "Title", evidence, Cards(cards), "hash")


def test_one_source_only_is_noted_where_there_are_others() -> None:
    evidence = [Evidence((passage("Peru is large."),))]
    assert brief(evidence, CARDS).notes == (Note("single_source", "One source only."),)
    assert brief(evidence, {"one": CARDS["one"]}).notes == ()


def test_two_sources_are_not_one() -> None:
    evidence = [
        Evidence((passage("Peru is large."),)),
        Evidence((passage("Chile is long.", 0, "two"),)),
    ]
    assert brief(evidence, CARDS).notes == ()


@pytest.mark.parametrize(
    ("published", "notes"),
    [
        (OLD, (Note("dated", "Dated: the newest of these is from 1 Mar 2015."),)),
        (NEW, ()),
        (PublishedDate(2020), ()),
        (None, ()),
    ],
)
def test_an_answer_far_older_than_the_corpus_is_noted(
    published: PublishedDate | None, notes: tuple[Note, ...]
) -> None:
    cards = {"one": card("one", published), "two": card("two", published), "three": card("three")}
    evidence = [
        Evidence((passage("Peru is large."),)),
        Evidence((passage("Chile is long.", 0, "two"),)),
    ]
    answer = brief(evidence, cards)
    assert (answer.notes, answer.as_of) == (notes, published)


def test_context_is_told_again_under_another_heading() -> None:
    before, boundary = (
        passage("Lesotho is an enclave."),
        passage("Its boundary is long.", 1, start=23),
    )
    made = claims(
        [Evidence((before,), "Neighbours"), Evidence((before, boundary), "Length")],
        Footnotes(CARDS),
    )
    assert [claim.text for claim in made] == [
        "Lesotho is an enclave.",
        "Lesotho is an enclave. Its boundary is long.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a fence of 130 to 260 kilometres",
            "a fence of 130 to 260 kilometres (≈ 81 to 162 miles)",
        ),
        ("in 1962, 260 kilometres", "in 1962, 260 kilometres (≈ 162 miles)"),
        (
            "between 130 and 260 kilometres of fence",
            "between 130 and 260 kilometres (≈ 81 to 162 miles) of fence",
        ),
        ("a fence of 130–260 km", "a fence of 130–260 km (≈ 81 to 162 miles)"),
    ],
)
def test_a_range_is_converted_at_both_ends(text: str, expected: str) -> None:
    assert told(Evidence((passage(text),))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zambia and Tanzania have 847 and 512 kilometres of it.",
            "Zambia and Tanzania have 847 and 512 kilometres (≈ 526 and 318 miles) of it.",
        ),
        (
            "It shares 475, 555 and about 1,845 km with them.",
            "It shares 475, 555 and about 1,845 km (≈ 295, 345 and 1,146 miles) with them.",
        ),
        ("On 4 and 5 May 40 km were lost.", "On 4 and 5 May 40 km (≈ 25 miles) were lost."),
        ("In 1962 and 1963, 40 km.", "In 1962 and 1963, 40 km (≈ 25 miles)."),
    ],
)
def test_numbers_of_a_list_are_converted_one_by_one(text: str, expected: str) -> None:
    assert told(Evidence((passage(text),))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It has borders with Togo (644 km), Niger (about 266 km) and Nigeria (773 km).",
            "It has borders with Togo (644 km), Niger (about 266 km) and Nigeria (773 km)"
            " (≈ 400, 165 and 480 miles).",
        ),
        (
            "The line (54 km by land, 212 km by river) is open.",
            "The line (54 km by land, 212 km by river) (≈ 34 and 132 miles) is open.",
        ),
        ("1) 54 km by land, 2) none", "1) 54 km (≈ 34 miles) by land, 2) none"),
        (
            "Togo (644 km) is near. It is older than Niger (266 km).",
            "Togo (644 km) (≈ 400 miles) is near. It is older than Niger (266 km) (≈ 165 miles).",
        ),
    ],
)
def test_a_conversion_stands_behind_the_brackets_of_its_length(text: str, expected: str) -> None:
    assert told(Evidence((passage(text),))) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "Who is it? It is long."), (2, "Who is it? … It is long.")],
)
def test_what_is_left_out_between_two_sentences_is_marked(number: int, expected: str) -> None:
    lead, answer = passage("Who is it?"), passage("It is long.", number, start=40)
    assert told(Evidence((lead, answer))) == expected
