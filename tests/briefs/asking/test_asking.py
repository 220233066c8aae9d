"""What `/ask` makes of former holders, latest reports, reasons beside, and days told from a day."""

from __future__ import annotations

import pytest

from bot.briefs.asking.times import Time, asked_times, is_too_early, told_times
from bot.model import Answer, Brief, NoAnswer, PublishedDate
from tests.briefs.desks import article

FILES = {
    "guinea.md": article(
        "Indonesian flag to fly over West New Guinea",
        "Arafura Messenger",
        "1963-04-29",
        "The United Nations will hand West New Guinea to Indonesia on Wednesday. For seven months "
        "a temporary authority, UNTEA, has run the territory.",
        "The Dutch, who had ruled since 1828, left last October. Fifteen hundred Pakistani "
        "soldiers kept order for UNTEA. The capital, Hollandia, gets the name Kotabaru.",
    ),
    "panj.md": article(
        "Russian guards hand over the Panj",
        "Pamir Telegraph",
        "2005-07-14",
        "Tajikistan took over the last stretch of its Afghan frontier on Wednesday. Until now "
        "Russian border guards had watched the river Panj.",
        "Foreign experts fear that more heroin will now cross the river. Last year the Russians "
        "seized five tonnes of it. The fence on the bank dates from the sixties.",
        "Some 150 Russian advisers remain for two years.",
    ),
    "strip.md": article(
        "Five days of war over a dry strip",
        "Niger Bend Review",
        "1986-01-03",
        "Mali and Burkina Faso have agreed to stop shooting over the Agacher strip.",
        "Census takers set off the war: Burkina Faso had sent them into villages that Mali regards "
        "as its own.",
        "Malian aircraft bombed Ouahigouya, where a market was hit and at least a dozen people "
        "died. Eleven years ago the two had fought there before.",
    ),
    "strait1.md": article(
        "Atalanta goes on",
        "Indian Ocean Wire",
        "2020-12-22",
        "The European Union has extended its naval operation Atalanta off Somalia. It will now "
        "last until 31 December 2022.",
        "It is commanded from Rota, in Spain; until 2019 the headquarters had been at Northwood, "
        "near London. They moved since Britain was to leave the Union.",
    ),
    "strait2.md": article(
        "EU navy stays off Somalia",
        "Brussels Daily Sheet",
        "2024-12-16",
        "Atalanta stays. The Council on Monday gave the naval operation a new mandate, which "
        "expires on 28 February 2027.",
        "It has handed 177 pirates to courts in the region since 2008.",
    ),
    "observers.md": article(
        "Libya leaves the Aouzou strip",
        "Sahel Register",
        "1994-06-01",
        "The last Libyan soldiers left the Aouzou strip on Monday. Fifteen military observers of "
        "the United Nations, six of them from Bangladesh, counted the trucks as they drove north.",
        "Libya had held the strip since 1973. The observers' mission, UNASOG, will be gone when "
        "the last mine is lifted; it stays until the council has its report.",
    ),
    "ditch.md": article(
        "The ditch between Iraq and Kuwait",
        "Gulf Evening Post",
        "1993-11-22",
        "Kuwait has dug a trench along its border with Iraq: three metres deep, five wide and 207 "
        "kilometres long. Kuwait, which lost its army in 1990, has "
        "sent ninety policemen to its frontier with Iraq.",
        "The Council gave UNIKOM, the observation mission, a battalion. Before that the members of "
        "the United Nations shared all of its cost. Now Kuwait pays two thirds of the bill.",
        "The commander of the navy retired in May. Four in five of the observers are officers. "
        "The mission was 300 strong in 1991; 250 were left at the beginning of this year.",
    ),
    "zone.md": article(
        "Ethiopia and Eritrea: the watchers pack",
        "Massawa Review",
        "2008-03-06",
        "The peacekeepers of UNMEE are leaving the strip between Ethiopia and Eritrea. The force "
        "came in 2000, after a war that killed some 70,000 people. It was 4,200 strong then; 1,700 "
        "were left at the beginning of this year, most of them Indians and Jordanians.",
        "Its last head was an Indian. Nobody lives on the hill of Adi Murug. France paid for the "
        "maps of Eritrea; Norway paid for the wells with two million dollars.",
    ),
    "coast.md": article(
        "Bolivia still wants its coast",
        "Altiplano Post",
        "2018-10-02",
        "Chile need not talk to Bolivia about a way to the sea, the judges in The Hague decided.",
        "Bolivia lost its coast, four hundred kilometres of it, in the War of the Pacific. It "
        "keeps a navy of about 5,000 on Lake Titicaca and its rivers.",
        "Last week six soldiers of Bolivia were arrested at the frontier with Peru. A third of "
        "the Bolivians have never seen the sea.",
    ),
    "sava.md": article(
        "NATO crosses the Sava",
        "Balkan Weekly",
        "1996-01-03",
        "Sixty thousand soldiers of thirty-two nations make up IFOR, which took over from UNPROFOR "
        "on 20 December. The British hold the west of Bosnia.",
        "IFOR, the NATO mission, is to be out of the country in December.",
    ),
    "camp.md": article(
        "Two years of Operation Highwood",
        "Accra Observer",
        "2009-03-02",
        "Operation Highwood, in which Ghana trains soldiers from Liberia, began two years ago. "
        "Since then some 3,400 recruits have been trained in Ghana.",
        "The camp lies near Tamale. In Ghana 120 people fell ill last year.",
    ),
}
ANSWERED = {
    "Who governed West New Guinea before UNTEA?": "Dutch",
    "When did the Dutch leave West New Guinea?": "last October",
    "What was Kotabaru called before?": "Hollandia",
    "Who guarded the Tajik frontier with Afghanistan before?": "Russian border guards",
    "How much heroin was seized on the Tajik border in 2004?": "five tonnes",
    "Why did Mali attack Burkina Faso?": "Census takers",
    "Where was the headquarters of Atalanta before Rota?": "Northwood",
    "Until when does the mandate of Atalanta run?": "28 February 2027",
    "How long will Atalanta last?": "28 February 2027",
    "Is Atalanta still running?": "stays",
    "Until when was Atalanta extended in 2020?": "31 December 2022",
    "For how long did Libya hold the Aouzou strip?": "1973",
    "How many policemen did Kuwait send to the frontier?": "ninety",
    "Who paid for UNIKOM before Kuwait?": "members of the United Nations",
    "What share of the observers in Kuwait are officers?": "Four in five",
    "How many soldiers did UNMEE have in 2000?": "4,200",
    "How many soldiers did UNMEE have in early 2008?": "1,700",
    "How many lives did the war between Ethiopia and Eritrea cost?": "70,000",
    "How many people live on the hill of Adi Murug?": "Nobody",
    "How much coast did Bolivia lose?": "four hundred kilometres",
    "How large is the Bolivian navy?": "5,000",
    "How many soldiers does IFOR have?": "Sixty thousand",
    "Who controls the west of Bosnia?": "British",
    "When will IFOR leave Bosnia?": "December",
    "How many Bangladeshis are among the observers of UNASOG?": "six of them",
    "How many Liberians have been trained under Highwood?": "3,400",
}
SILENT = (
    "Who governed West New Guinea after Indonesia?",
    "Who governed East New Guinea before UNTEA?",
    "How much heroin was seized on the Tajik border in 2001?",
    "How much opium was seized on the Tajik border in 2004?",
    "How many Malian soldiers died in Ouahigouya?",
    "Where was the headquarters of UNTEA before Hollandia?",
    "Who was in charge of UNTEA in 1966?",
    "How many Libyan soldiers were in the Aouzou strip?",
    "How many Swedes are among the observers of UNASOG?",
    "Why did Mali attack Niger?",
    "How large is the Chilean navy?",
    "How many soldiers does the army of Peru have?",
    "How many Bolivians saw the sea in 1981?",
    "How many soldiers did UNPROFOR have?",
    "How many policemen did Iraq send to the frontier?",
    "How many peacekeepers of UNMEE were killed?",
    "How many Indians serve in UNMEE?",
    "Who was the first head of UNMEE?",
    "Who commands UNIKOM?",
    "How much did Sweden pay for the wells of Eritrea?",
    "How many Liberians fell ill?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_a_question_finds_what_is_told_in_other_words(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert ANSWERED[question] in " ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_another_year_place_or_people_is_no_answer(
    answers: dict[str, Answer], question: str
) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


def test_what_a_later_report_has_overtaken_is_told_as_history(answers: dict[str, Answer]) -> None:
    answer = answers["Until when does the mandate of Atalanta run?"]
    assert isinstance(answer, Brief)
    assert "2022" not in " ".join(claim.text for claim in answer.claims)
    (note,) = [note for note in answer.notes if note.kind == "superseded"]
    assert note.text == "Earlier reports: 31 December 2022 (22 Dec 2020)."
    assert {citation.file for citation in note.citations} == {"strait1.md"}


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Three years ago the gate was shut.", {1997}),
        ("A decade ago the gate was shut.", {1989, 1990, 1991}),
        ("The gate dates from the sixties.", {*range(1960, 1970)}),
        ("In the 1920s there was no gate.", {*range(1920, 1930)}),
        ("Some years ago the gate was shut.", set()),
        ("Two months ago the gate was shut.", {2000}),
    ],
)
def test_spans_of_years_are_counted_from_the_day_of_the_article(
    sentence: str, years: set[int]
) -> None:
    assert {time.year for time in told_times(sentence, PublishedDate(2000, 10, 4))} == years


@pytest.mark.parametrize(
    ("question", "early"),
    [("in 2003", True), ("in 1999", False), ("in October 2000", False), ("in 2001", False)],
)
def test_no_report_tells_of_a_time_after_it_unless_it_names_it(question: str, early: bool) -> None:
    told = "The gate is to be shut in 2001."
    assert is_too_early(asked_times(question), told, PublishedDate(2000, 10, 4)) is early


def test_a_decade_in_a_question_is_each_of_its_years() -> None:
    assert asked_times("in the 1930s") == tuple(
        Time(year, frozenset()) for year in range(1930, 1940)
    )
