"""Whose line a sentence tells of, where its sides stand before it, and what people only believe."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.language.agreement import is_whole_length
from bot.model import Fact, FactKind, Stance
from tests.written import drawn, written

STATES = "The armies and the governments of the region keep to the treaty."
Told = tuple[tuple[str, str], Stance]


def told(title: str, *paragraphs: str) -> Sequence[Fact]:
    (one,) = drawn(written(title, *paragraphs, STATES))
    return one.facts


def borders(found: Sequence[Fact]) -> list[Told]:
    return [
        (pair, fact.stance) for fact in found if fact.kind is FactKind.BORDER for pair in fact.pairs
    ]


def lengths(found: Sequence[Fact]) -> list[tuple[tuple[str, str], float]]:
    return [
        (pair, fact.quantity.value)
        for fact in found
        if fact.kind is FactKind.LENGTH and fact.quantity
        for pair in fact.pairs
    ]


def test_those_between_whom_the_subject_lies_are_not_what_an_article_is_about() -> None:
    found = told(
        "Kingdoms lost between India and China",
        "Nepal and Bhutan are often named in one breath. They do not touch: the two states share "
        "no frontier.",
        "Bhutan has two neighbours: China, along 477 kilometres, and India, along 659. At "
        "Phuentsholing the frontier with India is an arch, and no visa is asked for by anybody.",
        "With China the ridge of the Himalaya forms the line.",
    )
    assert borders(found) == [
        (("nepal", "bhutan"), Stance.NEGATED),
        (("bhutan", "china"), Stance.ASSERTED),
        (("bhutan", "india"), Stance.ASSERTED),
        (("bhutan", "india"), Stance.ASSERTED),
        (("bhutan", "china"), Stance.ASSERTED),
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("At Rasht the border with Laos is a bridge, and nobody looks at papers.", Stance.ASSERTED),
        ("The border with Laos has a bend; no fence was ever built.", Stance.ASSERTED),
        ("The border with Laos is a gate, and many traders do not wait.", Stance.ASSERTED),
        ("It is not an easy border.", Stance.ASSERTED),
        ("It is not a recognised border.", Stance.NEGATED),
        ("Thailand would like a border with China, but has none.", Stance.NEGATED),
        ("Thailand lies close to the frontier of China, but does not reach it.", Stance.NEGATED),
    ],
)
def test_what_is_denied_beside_a_line_does_not_deny_the_line(text: str, stance: Stance) -> None:
    found = [
        fact
        for fact in told("Along the Mekong", "Thailand borders Laos. " + text)
        if fact.kind is FactKind.BORDER
    ]
    assert [fact.stance for fact in found[1:]] == [stance]


def test_both_states_that_touch_a_third_are_the_two_spoken_of() -> None:
    found = told(
        "The Christmas war",
        "25 December 1985: Soldiers of Mali cross into Burkina Faso. The quarrel is about a strip.",
        "22 December 1986: The International Court of Justice divides the strip.",
        "Today: The frontier is 1,325 kilometres long. Both countries also border Niger and Ivory "
        "Coast.",
    )
    assert lengths(found) == [(("burkina-faso", "mali"), 1325)]
    pairs = {frozenset(pair) for pair, _ in borders(found)}
    assert frozenset(("burkina-faso", "niger")) in pairs
    assert frozenset(("niger", "ivory-coast")) not in pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eritrea borders Sudan and, over 125 kilometres in the Danakil desert, Djibouti.",
            (("eritrea", "djibouti"), 125),
        ),
        (
            "North Korea borders China and, for some 17 kilometres on the Tumen river, Russia.",
            (("north-korea", "russia"), 17),
        ),
        (
            "Libya borders Egypt and, for about 1,055 kilometres in the Tibesti, Chad.",
            (("libya", "chad"), 1055),
        ),
    ],
)
def test_a_length_before_a_neighbour_is_of_that_one(
    text: str, expected: tuple[tuple[str, str], float]
) -> None:
    assert lengths(told("A short line", text)) == [expected]


def test_a_title_on_a_line_without_places_is_on_those_the_article_begins_with() -> None:
    found = told(
        "The dividing line explained",
        "Tomorrow the leaders of North and South Korea meet at Panmunjom.",
        "The demarcation line was fixed by an armistice. It is 238 kilometres long.",
        "The armistice was signed by North Korea and China.",
    )
    assert lengths(found) == [(("north-korea", "south-korea"), 238)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Many people think that Austria borders Poland. It does not.",
            [(("austria", "poland"), Stance.NEGATED)],
        ),
        (
            "It is often said that Malawi touches Zimbabwe. This is wrong.",
            [(("malawi", "zimbabwe"), Stance.NEGATED)],
        ),
        (
            "Does Chad border Egypt? Not so: Libya lies between.",
            [(("chad", "egypt"), Stance.NEGATED)],
        ),
        (
            "Some readers believe that Austria borders Poland.",
            [(("austria", "poland"), Stance.HEDGED)],
        ),
        (
            "Many visitors think that the border between Chad and Niger is straight. It is not.",
            [(("chad", "niger"), Stance.ASSERTED)],
        ),
    ],
)
def test_what_people_believe_of_neighbours_is_not_so(text: str, expected: list[Told]) -> None:
    assert borders(told("About the map", text)) == expected


@pytest.mark.parametrize(
    "behind", ["It is not a border, the envoy said.", "It’s no international frontier."]
)
def test_the_length_of_a_line_that_is_no_border_is_not_set_beside_that_of_one(behind: str) -> None:
    line = "The force watches a ceasefire line of 80 kilometres between Israel and Syria. "
    (of_no_border,) = [f for f in told("A watch", line + behind) if f.kind is FactKind.LENGTH]
    assert not is_whole_length(of_no_border.stance, of_no_border.scope)
    (of_one,) = [f for f in told("A watch", line + "It is calm.") if f.kind is FactKind.LENGTH]
    assert is_whole_length(of_one.stance, of_one.scope)


def test_the_sum_behind_a_table_is_of_none_of_its_rows() -> None:
    found = told(
        "Austria's neighbours",
        "Austria borders eight countries.",
        "Neighbour | Length in km",
        "Germany | 801",
        "Hungary | 331",
        "The total comes to 2,524 kilometres.",
    )
    assert lengths(found) == [(("austria", "germany"), 801), (("austria", "hungary"), 331)]


@pytest.mark.parametrize(
    ("behind", "is_of_belarus"),
    [
        ("It is to keep out those who come from Russia.", False),
        ("It is to be three metres high.", True),
    ],
)
def test_another_side_of_a_country_is_the_line_of_whom_the_next_sentence_names(
    behind: str, is_of_belarus: bool
) -> None:
    found = told(
        "Poland builds on its Belarusian border",
        "Poland has finished a fence on its border with Belarus, the government said. The border "
        f"is 418 kilometres long. On the northern border a second fence stands. {behind}",
    )
    (fence,) = {fact.passages[fact.at] for fact in found if "second" in fact.passages[-1].text}
    pairs = [fact.pairs for fact in found if fact.passages[fact.at] == fence]
    assert ((("poland", "belarus"),) in pairs) is is_of_belarus


def test_a_line_at_one_spot_is_no_length_of_the_whole_border() -> None:
    found = told(
        "Ceuta and Melilla in figures",
        "Ceuta and Melilla are part of Spain, and by land they touch only Morocco.",
        "A rock hangs on to the Moroccan shore by a sandbank; the border there is 85 metres long, "
        "one of the shortest in the world.",
    )
    (length,) = [fact for fact in found if fact.kind is FactKind.LENGTH]
    assert not is_whole_length(length.stance, length.scope)
    assert not {"ceuta", "melilla"} & {key for pair in length.pairs for key in pair}


@pytest.mark.parametrize(
    "text",
    ["Australia has no land border with anybody.", "Iceland has no land borders at all."],
)
def test_who_has_no_land_border_is_told_so(text: str) -> None:
    (found,) = told("Islands", text)
    assert (found.kind, found.stance) == (FactKind.BORDER, Stance.NEGATED)


def test_a_country_between_its_neighbours_is_a_matter_of_states_despite_coaches_and_soil() -> None:
    (one,) = drawn(
        written(
            "Between two giants: the borders of Mongolia",
            "Mongolia has only two neighbours. To the north lies Russia, along 3,485 kilometres; "
            "on all other sides lies China, along 4,677 kilometres.",
            "The wheels of every coach are changed, and no foreigner may buy soil.",
        )
    )
    assert lengths(one.facts) == [(("mongolia", "russia"), 3485), (("mongolia", "china"), 4677)]
    (garden,) = drawn(
        written(
            "Between two sheds: the borders of Kent",
            "To the north lies the lawn, along 40 metres; on all other sides lies Turkey oak.",
            "Tulips from Turkey touch the fence, the soil is poor, and dahlias border the garden.",
        )
    )
    assert not garden.facts


def test_the_fence_on_a_strait_is_none_of_two_who_are_named_only_behind_it() -> None:
    found = told(
        "Across the strait",
        "Australia borders nobody. Papua New Guinea can be seen from its islands.",
        "Fisheries officers check the boats. There is no fence and no bridge.",
        "Papua New Guinea has a land border, with Indonesia. The border with Indonesia is 824 "
        "kilometres long.",
    )
    told_before = [fact for fact in found if fact.passages[fact.at].number < 4]
    assert not [fact for fact in told_before if "indonesia" in fact.sides]
    assert lengths(found) == [(("papua-new-guinea", "indonesia"), 824)]


@pytest.mark.parametrize(
    ("text", "part", "around"),
    [
        (
            "Musandam looks over the strait. It is cut off from the rest of Oman by the United "
            "Arab Emirates.",
            "musandam",
            "united-arab-emirates",
        ),
        (
            "Cabinda has oil. It is separated from the rest of Angola by a strip of the Democratic "
            "Republic of the Congo.",
            "cabinda",
            "democratic-republic-of-the-congo",
        ),
    ],
)
def test_what_is_cut_off_from_the_rest_is_told_by_its_own_name(
    text: str, part: str, around: str
) -> None:
    pairs = {pair for pair, _ in borders(told("A piece apart", text))}
    assert (part, around) in pairs


def test_they_who_do_not_touch_are_not_those_who_lie_between() -> None:
    found = told(
        "Kingdoms compared",
        "Lesotho and Eswatini are small kingdoms. They do not touch: the two countries are divided "
        "by South Africa.",
    )
    assert borders(found) == [(("lesotho", "eswatini"), Stance.NEGATED)]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "The borders of Laos",
            "Laos has a border of 2,130 kilometres with Vietnam. Then comes Thailand, at 1,754.",
            [("vietnam", 2130), ("thailand", 1754)],
        ),
        (
            "Austria and its neighbours",
            "The longest border of Austria is that with Germany, 801 kilometres. Italy follows "
            "with 404 and Hungary with 321.",
            [("germany", 801), ("italy", 404), ("hungary", 321)],
        ),
        (
            "Zambia's lines",
            "The border of Zambia with Angola is 1,110 kilometres long. Malawi follows with 600 "
            "soldiers and Tanzania with 300.",
            [("angola", 1110)],
        ),
        (
            "A treaty on the Zambezi",
            "The border of Zambia with Angola is 1,110 kilometres long. Malawi follows with 1990.",
            [("angola", 1110)],
        ),
    ],
)
def test_who_follows_in_a_row_of_lengths_needs_no_unit(
    title: str, text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(pair[1], km) for pair, km in lengths(told(title, text))] == expected


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "Thailand borders Laos and Cambodia. Few know of a fourth neighbour: Malaysia.",
            "malaysia",
        ),
        (
            "Most maps show Thailand between Laos and Burma. The last neighbour is Malaysia.",
            "malaysia",
        ),
        ("Thailand borders Laos and Cambodia. It calls Japan its third neighbour.", None),
        ("Thailand borders Laos and Burma. A third neighbour sent rice, paid for by France.", None),
    ],
)
def test_one_more_neighbour_is_of_the_country_whose_others_were_told(
    text: str, other: str | None
) -> None:
    pairs = [pair for pair, _ in borders(told("At the edge of the map", text))]
    assert pairs[2:] == ([("thailand", other)] if other else [])


def test_a_longer_line_is_of_the_country_whose_shorter_one_was_told() -> None:
    text = "Most maps show Laos between China and Vietnam. A third neighbour is Cambodia."
    more = "With Vietnam the line is far longer, 2,130 kilometres. China, Vietnam and China again."
    assert lengths(told("A short line", text, more)) == [(("laos", "vietnam"), 2130)]


def test_it_that_borders_none_of_three_is_what_was_spoken_of() -> None:
    three = "Georgia and Armenia share a line, and Armenia has one with Azerbaijan."
    found = borders(
        told(
            "South of the mountains",
            three,
            "Ukraine lies across the sea. It shares no land border with any of the three.",
        )
    )
    denied = {frozenset(pair) for pair, stance in found if stance is Stance.NEGATED}
    assert denied == {frozenset(("ukraine", key)) for key in ("georgia", "armenia", "azerbaijan")}


def test_borders_that_the_men_of_a_union_watch_are_of_the_country_they_serve_in() -> None:
    found = told(
        "EU mission in Moldova",
        "The European Union has sent 200 officers to Moldova.",
        "They watch the borders with Ukraine and Romania.",
    )
    assert [pair for pair, _ in borders(found)] == [("moldova", "ukraine"), ("moldova", "romania")]
    own = told(
        "EU and Bern",
        "The European Union has opened talks.",
        "Checks at the border with Switzerland stay. France asked for them.",
    )
    assert ("france", "switzerland") not in [pair for pair, _ in borders(own)]


def test_a_list_of_neighbours_is_told_with_the_country_that_was_named_far_above() -> None:
    found = told(
        "A general goes home",
        "France has ended its operation in the Central African Republic. It took three years. "
        "Nobody was hurt at the end. Schools are open. Rain fell. The country borders Chad, "
        "Sudan and Cameroon.",
    )
    (listed,) = [fact for fact in found if len(fact.pairs) == 3]
    assert "Central African Republic" in listed.passages[0].text
