"""Border facts: who borders whom, how long which part is, and what happened there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.corpus import passages
from bot.language.agreement import is_whole_length
from bot.model import Fact, FactKind, Quantity, Stance
from tests.written import drawn, written

# what makes a text one about states, without a place or a line in it
STATES = "The army, the navy, the police and the government keep to the treaty."

Pairs = tuple[tuple[str, str], ...]


def facts(title: str, *paragraphs: str) -> Sequence[Fact]:
    """The border facts of an article of these paragraphs."""
    (one,) = drawn(written(title, *paragraphs, STATES))
    assert one.about_states
    return [fact for fact in one.facts if fact.kind is not FactKind.MISSION]


def pairs(title: str, *paragraphs: str) -> list[Pairs]:
    """The pairs of each neighbourhood told, in order."""
    return [fact.pairs for fact in facts(title, *paragraphs) if fact.kind is FactKind.BORDER]


def lengths(title: str, *paragraphs: str) -> list[tuple[Pairs, str, str | None]]:
    """Pairs, figure and scope of each length."""
    return [
        (fact.pairs, fact.quantity.text, fact.scope)
        for fact in facts(title, *paragraphs)
        if fact.kind is FactKind.LENGTH and fact.quantity is not None
    ]


def test_a_length_is_a_fact_with_the_sentence_that_names_the_other_side() -> None:
    article = written(
        "Paraguay counts its posts",
        "Paraguay borders Bolivia and Brazil. Its border with Bolivia is about 741 kilometres "
        "long, the ministry says.",
        STATES,
    )
    first, second, _ = passages(article)
    (one,) = drawn(article)
    both = ("paraguay", "bolivia")
    attributed = {
        "passages": (first, second),
        "at": 1,
        "places": both,
        "pairs": (both,),
        "role": "2",
        "stance": Stance.ATTRIBUTED,
    }
    assert one.facts == (
        Fact(
            FactKind.BORDER,
            (first,),
            0,
            ("paraguay", "bolivia", "brazil"),
            (both, ("paraguay", "brazil")),
            role="3",
        ),
        Fact(FactKind.BORDER, **attributed),
        Fact(
            FactKind.LENGTH,
            **attributed,
            quantity=Quantity(741, "km", "741 kilometres", "about"),
        ),
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Laos borders China.", (("laos", "china"),)),
        ("Laos borders China and Cambodia.", (("laos", "china"), ("laos", "cambodia"))),
        ("Laos has a border with China.", (("laos", "china"),)),
        ("Laos shares a frontier with China.", (("laos", "china"),)),
        ("The border between Laos and China is quiet.", (("laos", "china"),)),
        ("The border of Laos and China is quiet.", (("laos", "china"),)),
        ("The Laos–China border is quiet.", (("laos", "china"),)),
        ("Laos and China share a border.", (("laos", "china"),)),
        ("A river separates Laos from Thailand at the border.", (("laos", "thailand"),)),
        (
            "Laos is surrounded by China, Thailand and Cambodia.",
            (("laos", "china"), ("laos", "thailand"), ("laos", "cambodia")),
        ),
        ("Laos does not border Nepal.", (("laos", "nepal"),)),
    ],
)
def test_a_sentence_sets_places_side_by_side(sentence: str, expected: Pairs) -> None:
    assert pairs("A frontier of Asia", sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Does Laos border Nepal?",
        "The talks between Laos and China ended.",
        "The plan borders on the absurd, said Laos.",
        "Doctors without borders left Laos.",
        "Ships of Laos met ships of China in the South China Sea.",
    ],
)
def test_a_sentence_that_tells_of_no_line_sets_nothing_side_by_side(sentence: str) -> None:
    assert pairs("News of Asia", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Laos does not border Nepal.", Stance.NEGATED),
        ("Laos denied that it had closed its border with China.", Stance.DENIED),
        ("If Laos closed its border with China, trade would stop.", Stance.HYPOTHETICAL),
        ("Laos will open its border with China.", Stance.PLANNED),
        ("Laos may open its border with China.", Stance.HEDGED),
    ],
)
def test_a_fact_keeps_the_stance_of_its_sentence(sentence: str, stance: Stance) -> None:
    found = facts("A frontier of Asia", sentence)
    assert found
    assert {fact.stance for fact in found} == {stance}


def test_so_does_and_does_not_go_on_with_the_border_told_before() -> None:
    assert pairs(
        "Uganda", "Kenya borders Uganda. So does Rwanda. Burundi does not.", "The army watches."
    ) == [(("kenya", "uganda"),), (("rwanda", "uganda"),), (("burundi", "uganda"),)]


def test_a_short_answer_comes_with_the_sentence_that_it_answers() -> None:
    *_, last = facts("Uganda", "Kenya borders Uganda. So does Rwanda. Burundi does not.")
    assert "Kenya borders Uganda." in [passage.text for passage in last.passages]


@pytest.mark.parametrize(
    ("sentence", "text", "scope"),
    [
        ("The border between Laos and China is 475 km long.", "475 km", None),
        ("The land border between Laos and China is 475 km long.", "475 km", "land"),
        ("The maritime border between Peru and Chile is 200 miles long.", "200 miles", "maritime"),
        ("A fence of 20 km stands on the border between Laos and China.", "20 km", "fence"),
        ("About 90 km of the border between Laos and China is guarded.", "90 km", "part"),
        ("A section of 30 km of the line between Laos and China is mined.", "30 km", "part"),
    ],
)
def test_a_length_tells_of_which_part_it_is(sentence: str, text: str, scope: str | None) -> None:
    ((_, figure, told),) = lengths("A frontier", sentence)
    assert (figure, told) == (text, scope)


@pytest.mark.parametrize(
    "sentence",
    ["About 78 kilometres of it lie in the desert.", "A third of the border, 500 km, is watched."],
)
def test_the_length_of_a_part_is_not_taken_for_the_whole(sentence: str) -> None:
    told = lengths(
        "Peru and Ecuador", f"The border between Peru and Ecuador is 1,529 km long. {sentence}"
    )
    assert len(told) == 2
    assert told[1][2] is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The border between Laos and China runs within 40 km of the river.",
        "The fence on the border between Laos and China is 3 metres high.",
        "Rebels camp 12 km from the border between Laos and China.",
        "The border zone between Laos and China is 5 km wide.",
    ],
)
def test_heights_widths_and_distances_are_no_lengths_of_a_line(sentence: str) -> None:
    assert lengths("A frontier", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Laos's border with China is 475 km long and Laos's border with Cambodia is 555 km long.",
        "The border between Laos and China is 475 km long, that between Laos and Cambodia 555 km.",
        "Laos shares 475 km of border with China and 555 km with Cambodia.",
        "Its border with China is 475 km long, and that with Cambodia 555 km long.",
        "Its border with China is 475 km long and its border with Cambodia 555 km.",
        "Laos borders China for 475 km and Cambodia for 555 km.",
    ],
)
def test_of_several_lengths_each_belongs_to_the_border_named_beside_it(sentence: str) -> None:
    told = lengths("Laos measured", "Laos counts its posts.", sentence)
    assert [(sides, text) for sides, text, _ in told] == [
        ((("laos", "china"),), "475 km"),
        ((("laos", "cambodia"),), "555 km"),
    ]


def test_the_line_carries_on_into_the_next_sentences() -> None:
    told = lengths(
        "Peru and Ecuador",
        "The border between Peru and Ecuador was settled in 1998. It is 1,529 kilometres long.",
    )
    assert told == [((("peru", "ecuador"),), "1,529 kilometres", None)]


def test_the_rows_of_a_table_are_borders_of_the_country_that_it_is_about() -> None:
    article = written(
        "Neighbours of Zambia",
        "Zambia has eight neighbours. " + STATES,
        "Neighbour | Length of border",
        "Angola | 1,065 km",
        "Malawi | 847 km",
    )
    (one,) = drawn(article)
    told = [fact for fact in one.facts if fact.kind is FactKind.LENGTH]
    assert [
        (fact.pairs, fact.quantity, [passage.text for passage in fact.passages], fact.at)
        for fact in told
    ] == [
        (
            (("zambia", "angola"),),
            Quantity(1065, "km", "1,065 km"),
            ["Zambia has eight neighbours.", "Neighbour | Length of border", "Angola | 1,065 km"],
            2,
        ),
        (
            (("zambia", "malawi"),),
            Quantity(847, "km", "847 km"),
            ["Zambia has eight neighbours.", "Neighbour | Length of border", "Malawi | 847 km"],
            2,
        ),
    ]


def test_two_rows_of_a_table_are_no_neighbours() -> None:
    told = pairs(
        "Frontiers of Zambia",
        "Neighbour | Length of border",
        "Angola | 1,065 km",
        "Malawi | 847 km",
    )
    assert (("angola", "malawi"),) not in told


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Soldiers of Cambodia crossed the border with Thailand and fired.", FactKind.INCIDENT),
        ("A jet of Sudan violated the airspace of Chad.", FactKind.INCIDENT),
        ("Thailand closed its crossing to Cambodia.", FactKind.CROSSING),
        ("Thailand deployed troops along its border with Cambodia.", FactKind.DEPLOYMENT),
        ("Temburong is an exclave of Brunei behind Malaysia.", FactKind.EXCLAVE),
    ],
)
def test_what_happens_at_a_border_has_its_kind(sentence: str, kind: FactKind) -> None:
    assert kind in {fact.kind for fact in facts("A frontier", sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The first checkpoint of Zambia stands on a hill.",
        "Minerals pass the checkpoint of Zambia.",
        "Zambia has several neighbours beyond its frontier.",
    ],
)
def test_a_word_that_only_begins_like_one_of_violence_is_no_incident(sentence: str) -> None:
    assert FactKind.INCIDENT not in {fact.kind for fact in facts("A frontier", sentence)}


def test_facts_stand_in_the_order_of_their_sentences() -> None:
    found = facts(
        "Laos and its neighbours",
        "Laos borders China. It closed a crossing to Thailand. Its border with Cambodia is 555 km "
        "long.",
    )
    numbers = [fact.passages[fact.at].number for fact in found]
    assert numbers == sorted(numbers)
    assert all(fact.passages[fact.at] in fact.passages for fact in found)


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Two Lao soldiers strayed across the Mekong into Thailand.", ("laos", "thailand")),
        ("Indian and Chinese troops clashed in a valley at night.", ("india", "china")),
        ("Vietnam said Cambodian troops had exchanged fire with its own.", ("vietnam", "cambodia")),
        ("Kenyan troops clashed with rebels in the north.", None),
        ("Lao soldiers strayed into a fair in Japan.", None),
        ("Laos and Thailand clashed over the price of rice.", None),
        ("If Lao soldiers strayed into Thailand, they would be sent back.", None),
    ],
)
def test_an_incident_between_neighbours_needs_no_word_for_their_line(
    sentence: str, sides: tuple[str, str] | None
) -> None:
    found = [
        fact.pairs
        for fact in facts("News from the river", sentence, "Laos borders Thailand.", STATES)
        if fact.kind is FactKind.INCIDENT
    ]
    assert found == ([(sides,)] if sides else [])


def test_the_borders_of_three_states_are_not_those_of_the_two_spoken_of() -> None:
    told = facts(
        "Algeria and Mali",
        "Algeria borders Mali. The raid took place in the border area of the three states.",
    )
    assert [fact.pairs for fact in told if fact.passages[fact.at].number == 1] == [()]


def test_a_line_that_goes_without_saying_belongs_to_who_is_named() -> None:
    assert pairs(
        "Lines of Asia",
        "The border between Laos and China is 475 km long; Vietnam's with China, about 1,300.",
    ) == [(("laos", "china"), ("vietnam", "china"))]


def test_rows_below_a_head_that_gives_the_unit_are_lengths() -> None:
    article = written(
        "Neighbours of Laos",
        "Laos borders four states and the army watches.",
        "Neighbour | Length (km)",
        "China | 475",
        "Thailand | 1,845",
        STATES,
    )
    (one,) = drawn(article)
    assert [
        (fact.pairs, fact.quantity and (fact.quantity.value, fact.quantity.unit))
        for fact in one.facts
        if fact.kind is FactKind.LENGTH
    ] == [((("laos", "china"),), (475, "km")), ((("laos", "thailand"),), (1845, "km"))]


def test_an_answer_to_a_question_is_about_whom_it_asks() -> None:
    told = facts(
        "Letters",
        "The border of Laos and China is long. Do Peru and Chile still argue? A stretch of their "
        "frontier has never been marked.",
    )
    assert told[-1].pairs == (("peru", "chile"),)
    assert [passage.number for passage in told[-1].passages] == [1, 2]


def test_what_joins_two_sides_is_a_crossing() -> None:
    told = facts("Bridge", "The bridge between Laos and Thailand was opened to cars.")
    assert [(fact.kind, fact.pairs) for fact in told] == [
        (FactKind.BORDER, (("laos", "thailand"),)),
        (FactKind.CROSSING, (("laos", "thailand"),)),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Laos put up posts on the Chinese border.", [(("laos", "china"),)]),
        ("Laos sent soldiers to the Kenyan border.", []),
        ("On the Thai side the border is quiet.", [(("laos", "thailand"),)]),
    ],
)
def test_whose_line_it_is_tells_the_other_side(sentence: str, expected: list[Pairs]) -> None:
    assert [found for found in pairs("Laos counts posts", sentence) if found] == expected


def test_what_is_missing_of_a_line_is_not_its_length() -> None:
    assert lengths(
        "Laos and China",
        "The border of Laos and China is 475 km long, and 50 km are still missing.",
    ) == [((("laos", "china"),), "475 km", None), ((("laos", "china"),), "50 km", "missing")]


def test_a_list_of_a_countrys_neighbours_goes_on_without_its_name() -> None:
    told = facts(
        "Laos and its lines",
        "Laos borders five states along a line of 5,083 kilometres. The longest part is "
        "Vietnam's, with 2,161 kilometres. Thailand comes next with 1,845. Kenya has 3 exercises "
        "next year.",
    )
    assert [fact.pairs for fact in told if fact.kind is FactKind.BORDER][-2:] == [
        (("laos", "vietnam"),),
        (("laos", "thailand"),),
    ]


def test_the_territory_of_a_new_paragraph_is_that_of_the_title() -> None:
    assert pairs(
        "Western Sahara in brief",
        "The American president recognised the claim.",
        "Who are the neighbours? The territory touches Morocco and Mauritania.",
    ) == [(("western-sahara", "morocco"), ("western-sahara", "mauritania"))]


def test_an_organisation_is_no_side_of_a_border() -> None:
    told = facts(
        "Security Council ends mission on the Laotian-Vietnamese border",
        "The council voted. What happens along the line, about 1,000 kilometres, is open.",
    )
    assert [fact.pairs for fact in told if fact.kind is FactKind.LENGTH] == [(("laos", "vietnam"),)]


def test_a_number_of_neighbours_is_told_without_their_names() -> None:
    told = facts("Congo in numbers", "Zambia has eight neighbours.")
    assert [(fact.kind, fact.places, fact.pairs) for fact in told] == [
        (FactKind.BORDER, ("zambia",), ())
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Zambia turns a page",
            "Zambia voted on Sunday. The young republic borders Malawi, Tanzania and Mozambique.",
            (("zambia", "malawi"), ("zambia", "tanzania"), ("zambia", "mozambique")),
        ),
        (
            "A mission ends in Kosovo",
            "Soldiers left Kosovo. The country of two million, which Serbia has not recognised, "
            "lies between Albania, Montenegro and North Macedonia.",
            (("kosovo", "albania"), ("kosovo", "montenegro"), ("kosovo", "north-macedonia")),
        ),
        (
            "Two neighbours at sea",
            "Australia has no land border with anyone. Papua New Guinea has one, with Indonesia.",
            (("papua-new-guinea", "indonesia"),),
        ),
        (
            "East Timor votes",
            "East Timor voted. West Timor belongs to Indonesia, and the two share a land border.",
            (("west-timor", "east-timor"),),
        ),
        (
            "Peru counts",
            "Laos has five neighbours: Vietnam, with which it shares the longest line, Thailand, "
            "China, Cambodia and Myanmar.",
            tuple(("laos", key) for key in ("vietnam", "thailand", "china", "cambodia", "myanmar")),
        ),
    ],
)
def test_a_side_that_is_not_named_is_known_by_the_map_and_by_what_came_before(
    title: str, text: str, expected: Pairs
) -> None:
    assert pairs(title, text)[-1] == expected


def test_a_planned_wall_stands_along_a_border_that_is_there() -> None:
    text = "The wall will be 90 kilometres long, a tenth of the 847-kilometre border with Malawi."
    told = facts("Zambia builds", f"Zambia borders Malawi. {text}")
    stances = {one.quantity.text: one.stance for one in told if one.quantity}
    assert stances == {"90 kilometres": Stance.PLANNED, "847-kilometre": Stance.ASSERTED}


def test_how_high_a_wall_is_says_nothing_of_who_borders_whom() -> None:
    text = "A wall is going up on the border of Zambia with Malawi. It is to be 3 metres high."
    told = facts("Zambia and Malawi", text)
    assert [one for one in told if one.passages[one.at].text.startswith("It is to be")] == []


def test_a_country_does_not_border_what_it_says_it_does_not() -> None:
    told = pairs("Peru writes", "Peru is at peace. It shares no border with Paraguay.")
    assert ("bolivia", "paraguay") not in [pair for pairs_ in told for pair in pairs_]


@pytest.mark.parametrize(
    ("sentence", "figure", "scope"),
    [
        ("The fence runs for 90 of the 847 kilometres of the border.", "847 kilometres", None),
        ("The first section of the border, 54 kilometres, is done.", "54 kilometres", "section"),
        ("The one with Malawi is 847 kilometres long.", "847 kilometres", None),
        ("The new border across the island is 2 kilometres long.", "2 kilometres", "part"),
        ("The fence on the border is to begin with a stage of 30 km.", "30 km", "fence"),
        ("The first stage of 54 kilometres of fence comes next year.", "54 kilometres", "stage"),
        ("Of the border only the last 12 kilometres are marked.", "12 kilometres", "part"),
        (
            "The wall will cover less than half of the 847-kilometre border.",
            "847-kilometre",
            None,
        ),
        ("A road runs along their 847 km frontier.", "847 km", None),
        ("A fence is being built: some 120 kilometres are planned.", "120 kilometres", "barrier"),
        (
            "A fence is going up at the crossing with Malawi. It will be 300 kilometres long.",
            "300 kilometres",
            "barrier",
        ),
        (
            "The border with Malawi has a fence. It is 847 kilometres long.",
            "847 kilometres",
            None,
        ),
        ("For 90 kilometres the Luangwa is the border with Malawi.", "90 kilometres", "river line"),
        ("The Luangwa marks the border with Malawi for about 90 km.", "90 km", "river line"),
        ("The border with Malawi runs for 847 km.", "847 km", None),
        ("The border with Malawi runs along the Nyika for 847 km.", "847 km", None),
        (
            "The wall covers half of the 847 km that separate the two countries.",
            "847 km",
            None,
        ),
        ("On the border with Malawi stand 43 km of panels and wire.", "43 km", "barrier"),
        (
            "On the border with Malawi 9 km of mesh and 21 of wire stand, 30 km in all.",
            "30 km",
            "barrier",
        ),
        (
            "Mines lie along a third of the 90-kilometre strip at the border.",
            "90-kilometre",
            "part",
        ),
    ],
)
def test_what_part_a_length_is_of_stands_around_its_figure(
    sentence: str, figure: str, scope: str | None
) -> None:
    told = lengths("Zambia and Malawi", f"Zambia borders Malawi. {sentence}")
    assert [(text, of) for _, text, of in told if text == figure] == [(figure, scope)]


def test_a_front_along_a_border_is_no_length_of_it() -> None:
    told = lengths(
        "Zambia and Malawi", "The front ran for 30 km along Zambia's border with Malawi."
    )
    assert told == []


def test_a_figure_is_not_denied_where_only_its_clause_before_is() -> None:
    (told,) = (
        fact
        for fact in facts(
            "Zambia and Malawi",
            "Zambia borders Malawi. The length of the border is disputed: in Zambian statements "
            "it is 850 kilometres.",
        )
        if fact.kind is FactKind.LENGTH
    )
    assert told.stance is not Stance.DENIED


def test_the_two_are_those_that_lie_side_by_side() -> None:
    told = lengths(
        "Kenyan police land in Haiti",
        "Kenya sent police to Haiti. Haiti shares an island with the Dominican Republic. The "
        "border between the two is 376 kilometres long.",
    )
    assert [set(pair) for (pair,), *_ in told] == [{"haiti", "dominican-republic"}]


def test_a_named_line_is_one_of_states_where_its_article_says_so() -> None:
    told = lengths(
        "A pen on a map",
        "The Brevié Line divides two armies. It was drawn in 1939. The Brevié Line is 300 "
        "kilometres long.",
    )
    assert [text for _, text, _ in told] == ["300 kilometres"]
    assert lengths("A new railway", "The Amber Line is 300 kilometres long.") == []


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Two halves",
            "Nothing moves. The demilitarised zone between the two Koreas is four kilometres wide.",
            (("north-korea", "south-korea"),),
        ),
        (
            "Tajikistan looks around",
            "Tajikistan is at peace. To the north lies Kyrgyzstan, to the east China.",
            (("tajikistan", "kyrgyzstan"), ("tajikistan", "china")),
        ),
        (
            "Rwanda on guard",
            "Rwanda is at peace. Americans patrolled the border with Uganda.",
            (("rwanda", "uganda"),),
        ),
        (
            "Eritrea and its lines",
            "Eritrea is at peace. With Djibouti it has a dispute over a line in the sand.",
            (("eritrea", "djibouti"),),
        ),
    ],
)
def test_whose_line_it_is_may_stand_in_few_words(title: str, text: str, expected: Pairs) -> None:
    assert pairs(title, text)[-1] == expected


def test_a_unit_that_is_given_once_counts_for_every_figure() -> None:
    told = lengths(
        "Zambia counts", "Zambia shares 847 kilometres of border with Malawi and 353 with Tanzania."
    )
    assert [(pair, text) for (pair,), text, _ in told] == [
        (("zambia", "malawi"), "847 kilometres"),
        (("zambia", "tanzania"), "353"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The land border of the United Kingdom with the European Union runs through Ireland.",
            ("united-kingdom", "ireland"),
        ),
        (
            "Benin and Togo are at war, but Ghana has the longest border with Burkina Faso.",
            ("ghana", "burkina-faso"),
        ),
    ],
)
def test_a_clause_has_its_own_side_and_a_union_its_member(
    text: str, expected: tuple[str, str]
) -> None:
    (told,) = pairs("Notes of the week", text)
    assert expected in told


def test_what_happens_at_a_barrier_is_told_of_its_two_sides() -> None:
    told = facts(
        "A fence in the sand",
        "Zambia is finishing its barrier against Angola. Two guards were killed when men tried to "
        "get across. With Malawi, too, a fence is being built. Tanzania and Mozambique are "
        "Zambia's other neighbours.",
    )
    (incident,) = (fact for fact in told if fact.kind is FactKind.INCIDENT)
    assert incident.pairs == (("zambia", "angola"),)
    assert [fact.pairs for fact in told if fact.kind is FactKind.BORDER][-2:] == [
        (("zambia", "malawi"),),
        (("zambia", "tanzania"), ("zambia", "mozambique")),
    ]


def test_the_answer_to_how_long_it_is_tells_the_length_of_the_line_before() -> None:
    told = lengths(
        "Questions on a line",
        "The border of Zambia with Malawi is old.",
        "How long is it? 847 kilometres, says the army in Lusaka.",
    )
    assert told == [((("zambia", "malawi"),), "847 kilometres", None)]


def test_the_two_on_either_side_of_a_line_are_neighbours_though_others_speak_up() -> None:
    told = lengths(
        "A net is cut",
        "Norway claims a zone of fish. Russia does not recognise it; Spain and Iceland have "
        "protested as well. The land border between the two is 196 kilometres long.",
    )
    assert [set(pair) for (pair,), *_ in told] == [{"norway", "russia"}]


def test_a_sum_of_several_borders_is_the_length_of_none() -> None:
    told = lengths(
        "Zambia in figures",
        "Zambia borders Malawi. Malawi and Zambia have quarrelled over the border for years. "
        "Together they come to 5,663 kilometres.",
    )
    assert told == []


def test_what_names_neither_side_comes_with_the_sentence_that_names_both() -> None:
    found = facts(
        "A bridge in the north",
        "Benin and Niger have opened the bridge at Malanville again.",
        "Niger had closed it in July after the coup. Farmers on both banks lost a harvest.",
        "The line between the neighbours is 277 kilometres long.",
    )
    (told,) = [fact for fact in found if fact.kind is FactKind.LENGTH]
    assert [passage.text for passage in told.passages] == [
        "Benin and Niger have opened the bridge at Malanville again.",
        "The line between the neighbours is 277 kilometres long.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Some in Maseru want to join the republic around them. If they did, an international "
        "border would vanish overnight.",
        "A border is a scar of history.",
        "Every frontier tells a story.",
    ],
)
def test_a_border_that_is_none_in_particular_is_no_fact(text: str) -> None:
    before = "Cabinda lies apart from Angola. To the north it touches the Republic of the Congo."
    found = facts("Lesotho and other odd places", before, text)
    assert {fact.passages[fact.at].text for fact in found} <= {*before.split(". "), before[31:]}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The two states agreed on their maritime boundary in 2003.", Stance.ASSERTED),
        ("They share a sea boundary but no land border.", Stance.NEGATED),
    ],
)
def test_those_who_share_a_sea_need_not_be_neighbours_on_land(text: str, stance: Stance) -> None:
    found = facts(
        "Cyprus and its seas",
        "Turkey is the nearest neighbour of Cyprus. Cyprus lives from ships.",
        f"Egypt lies far to the south. {text}",
    )
    assert [(fact.sides, fact.stance) for fact in found if fact.passages[-1].text == text] == [
        (("cyprus", "egypt"), stance)
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Kin of the river",
            "The Gambia is a strip of river: Senegal surrounds it on three sides, along a border "
            "of 749 kilometres.",
            [("senegal", "gambia")],
        ),
        (
            "Roads out of Bolivia",
            "Bolivia lost its coast in the war with Chile. Besides Chile it borders Peru and "
            "Paraguay.",
            [("bolivia", "peru"), ("bolivia", "paraguay")],
        ),
        (
            "Islands of Malta",
            "Malta lies in the sea. With Italy, across the Malta Channel, there is no land border.",
            [("malta", "italy")],
        ),
        (
            "Who watches the Chaco?",
            "Paraguay and Bolivia made peace in 1938. Officers from Chile, Uruguay and the United "
            "States watched it. Is all settled between the two countries? It is. Their border has "
            "been marked since 2009.",
            [("paraguay", "bolivia")],
        ),
    ],
)
def test_whom_it_and_the_two_mean_stands_in_the_clause_or_the_opening(
    title: str, text: str, expected: Pairs
) -> None:
    assert pairs(title, text)[-1] == tuple(expected)


def test_what_a_wall_covers_half_of_is_the_whole_line() -> None:
    found = facts(
        "A wall in the hills",
        "The wall is to cover almost half of the Dominican-Haitian border, which is 392 "
        "kilometres long.",
    )
    (told,) = [fact for fact in found if fact.kind is FactKind.LENGTH]
    assert (told.scope, told.stance) == (None, Stance.ASSERTED)


def test_no_second_neighbour_denies_no_border_with_the_first() -> None:
    found = facts(
        "A kingdom in the mountains",
        "Lesotho borders South Africa. There is no second neighbour to turn to. The fence along "
        "the border is for sheep, not for people.",
    )
    assert [fact.stance for fact in found if fact.kind is FactKind.BORDER] == [Stance.ASSERTED]


def test_who_is_not_among_the_neighbours_is_none() -> None:
    told = "Ghana's neighbours are Togo, Burkina Faso and Ivory Coast. Mali is not among them."
    (*_, fact) = facts("Neighbours on the Volta", told)
    assert (fact.pairs, fact.stance) == ((("ghana", "mali"),), Stance.NEGATED)
    assert [passage.text for passage in fact.passages] == [told[:58], told[59:]]


def test_what_it_is_a_line_of_is_told_before() -> None:
    told = "Turkey's border with Armenia is 311 kilometres long. It is an outer line of NATO."
    (*_, fact) = facts("A closed gate", told)
    assert fact.passages[0].text == "Turkey's border with Armenia is 311 kilometres long."


def test_two_who_are_named_together_once_are_not_what_a_line_is_of() -> None:
    found = facts(
        "A territory changes hands",
        "Airmen from Canada and the United States flew supplies. The force is being withdrawn.",
        "Apart from a bend at the river the border keeps to the 141st meridian.",
    )
    assert not any({"canada", "united-states"} & {*pair} for fact in found for pair in fact.pairs)


@pytest.mark.parametrize(
    ("title", "paragraphs", "pair", "km"),
    [
        (
            "Gambia counts its votes",
            (
                "Gambia voted on Sunday, and Gambia waits for the count.",
                "Senegal is the sole neighbour. The frontier with it is 749 kilometres long.",
            ),
            ("gambia", "senegal"),
            749,
        ),
        (
            "A colony on the Maroni",
            ("The border of Suriname and French Guiana is 556 kilometres of river and forest.",),
            ("suriname", "french-guiana"),
            556,
        ),
        (
            "Overseas",
            ("Through its territory of Gibraltar, Britain shares 1.2 kilometres with Spain.",),
            ("gibraltar", "spain"),
            1.2,
        ),
        (
            "A coast in pieces",
            ("Croatia's border with Bosnia is 1,001 kilometres long if the islands are counted.",),
            ("croatia", "bosnia-and-herzegovina"),
            1001,
        ),
        (
            "Shots on a hill",
            (
                "Thailand said that Cambodian soldiers fired on a hill where the two countries "
                "meet. France sent an envoy.",
                "French teachers stay. France has a school there. The border is 817 kilometres "
                "long and was drawn by France in 1907.",
            ),
            ("thailand", "cambodia"),
            817,
        ),
    ],
)
def test_a_length_is_of_the_whole_line_in_whatever_words(
    title: str, paragraphs: tuple[str, ...], pair: tuple[str, str], km: float
) -> None:
    (told,) = [fact for fact in facts(title, *paragraphs) if fact.kind is FactKind.LENGTH]
    assert told.quantity is not None
    assert ({*told.pairs[0]}, told.quantity.value) == ({*pair}, km)
    assert is_whole_length(told.stance, told.scope)


@pytest.mark.parametrize(
    "told",
    [
        "Some 300 kilometres of river and marsh part Laos and Vietnam.",
        "If Scotland left, the border between England and Scotland would be 154 kilometres long.",
        "If the votes are counted in time, the border of Laos with Vietnam, 2,161 km, opens.",
    ],
)
def test_what_is_a_part_or_supposed_is_no_whole_length(told: str) -> None:
    found = [fact for fact in facts("A long line", told) if fact.kind is FactKind.LENGTH]
    assert not any(is_whole_length(fact.stance, fact.scope) for fact in found)


def test_they_who_share_no_border_are_the_two_just_named() -> None:
    found = facts(
        "Neighbours that do not touch",
        "On old maps Mongolia and Kazakhstan meet in the Altai. They do not share a border. "
        "Russia and China meet between them. Kenya and Somalia talked. They do not touch the "
        "matter in public.",
    )
    denied = [fact.pairs for fact in found if fact.stance is Stance.NEGATED]
    assert denied == [(("mongolia", "kazakhstan"),)]


@pytest.mark.parametrize(
    ("title", "told", "expected"),
    [
        (
            "Watchers in Macedonia",
            "The force in Macedonia is to be kept. Some 900 soldiers, 300 of them from Finland, "
            "patrol the borders with Albania and with Yugoslavia.",
            {("north-macedonia", "albania")},
        ),
        (
            "Guards for Kuwait",
            "The monitors in Kuwait come from far. Thirty officers, most of them from Ghana, guard "
            "the frontier with Iraq.",
            {("kuwait", "iraq")},
        ),
        (
            "On the lower river",
            "The Gambia has one neighbour. Senegal itself has five: the Gambia, Mauritania, Mali, "
            "Guinea and Guinea-Bissau.",
            {
                ("senegal", other)
                for other in ("gambia", "mauritania", "mali", "guinea", "guinea-bissau")
            },
        ),
        (
            "Letters from readers",
            "Which countries border Nepal? India and China.",
            {("nepal", "india"), ("nepal", "china")},
        ),
        ("Letters from readers", "Who crossed the border of Mali? Soldiers from Niger.", set()),
        (
            "A hut in the north",
            "Austria has many neighbours. Norway has three: a bus, a boat from Sweden and a hut in "
            "Finland.",
            set(),
        ),
    ],
)
def test_the_side_left_out_is_who_is_spoken_of(
    title: str, told: str, expected: set[tuple[str, str]]
) -> None:
    found = {pair for one in pairs(title, told) for pair in one}
    assert found == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Temburong is cut off from the rest of the sultanate by a valley in Malaysia.",
            [("temburong", "malaysia")],
        ),
        (
            "Azerbaijan has two pieces, and the smaller is cut off by Armenia. The smaller is "
            "Nakhchivan, on the Araxes.",
            [("azerbaijan", "armenia"), ("azerbaijan", "armenia")],
        ),
        ("Villages in Kenya were cut off from the rest of it by rebels from Somalia.", []),
        ("The larger is Nakhchivan, on the Araxes.", []),
    ],
)
def test_a_piece_kept_from_the_rest_is_told_with_who_keeps_it_apart(
    told: str, expected: list[tuple[str, str]]
) -> None:
    found = [fact for fact in facts("In pieces", told) if fact.kind is FactKind.EXCLAVE]
    assert [pair for fact in found for pair in fact.pairs] == expected


def test_what_a_quarrel_is_about_is_a_part_of_the_border() -> None:
    found = lengths(
        "Peace in the hills",
        "Laos and Thailand have settled their border dispute. It concerns 78 kilometres in the "
        "hills that had never been marked.",
    )
    assert [scope for *_, scope in found] == ["part"]
