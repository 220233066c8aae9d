"""Numbers without a noun, promises and open decisions in other words, and things of two nouns;
beside each a request that must stay unanswered."""

from __future__ import annotations

import pytest

from bot.briefs.asking.left_unsaid import leaves_out_noun, told_before
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "liberia.md": article(
        "Liberia opens its roads",
        "Monrovia Ledger",
        "2006-05-02",
        "Liberia and Guinea reopened nine border crossings on Monday. Along the road three transit "
        "camps were built for returning families.",
        "Sierra Leone keeps twelve guard posts on the Mano river.",
    ),
    "villages.md": article(
        "The swap of villages",
        "Balkan Courier",
        "2002-02-01",
        "Albania and Montenegro agreed to exchange villages on Friday. Albania handed over "
        "fourteen. Montenegro gave nine.",
    ),
    "letters.md": article(
        "Prisoners swapped at Baalbek",
        "Levant Letter",
        "1991-12-01",
        "Syria and Israel exchanged 57 prisoners on Sunday. Israel handed over fifty-one.",
    ),
    "darfur.md": article(
        "A ceiling for the mission in Darfur",
        "Nile Review",
        "2007-07-31",
        "The Council set up UNAMID, a joint force of the African Union and the United Nations in "
        "Darfur, on Tuesday. Thirteen members spoke after the vote.",
        "Its ceiling is 19,555 men and women in uniform. Sudan agreed to it after months of talks.",
    ),
    "sinai.md": article(
        "Peacekeepers leave the Sinai post",
        "Red Sea Journal",
        "2016-04-23",
        "The MFO is moving its soldiers from the northern camp at El Gorah to the south of the "
        "Sinai. No decision has been taken on the southern camp.",
    ),
    "georgia.md": article(
        "Georgia's instructors",
        "Kura Herald",
        "2002-05-17",
        "The United States will send 200 instructors to Georgia. Norway will supply 40 trucks.",
    ),
    "aceh.md": article(
        "Monitors leave Aceh",
        "Malacca Mail",
        "2006-12-16",
        "The nine-country observer mission in Aceh, called AMM, was closed on Friday.",
    ),
    "borneo.md": article(
        "The court at work",
        "Delta Review",
        "2003-01-05",
        "Indonesia and Malaysia both claimed two islands off Borneo, Ligitan and Sipadan. In "
        "December 2002 the Court gave the islands to Malaysia.",
    ),
    "lampedusa.md": article(
        "Boats to Lampedusa",
        "Sicily Star",
        "2011-03-29",
        "In March 2011 about 15,000 people reached Lampedusa from Tunisia.",
    ),
    "mayor.md": article(
        "The island overflows",
        "Tyrrhenian Times",
        "2012-03-30",
        "Lampedusa has no beds left. Some 19,000 people had come to the island from Tunisia in "
        "March 2011, the mayor said.",
    ),
    "quay.md": article(
        "A quay for the island",
        "Moroni Mail",
        "2001-05-05",
        "France will build a new quay at Mutsamudu. How many workers will be needed is not known.",
    ),
}
LAMPEDUSA = "How many people reached Lampedusa from Tunisia in March 2011?"
ANSWERED = {
    "How many border crossings did Liberia and Guinea reopen?": "nine",
    "How many transit camps were built in Liberia?": "three transit camps",
    "How many guard posts has Sierra Leone on the Mano river?": "twelve",
    "How many villages did Albania hand over?": "fourteen",
    "How many villages did Montenegro give to Albania?": "exchange villages",
    "How many prisoners did Israel give to Syria?": "fifty-one",
    "How many members may UNAMID have?": "19,555",
    "Will the MFO's southern camp be closed as well?": "No decision",
    "How many instructors did the United States promise Georgia?": "200",
    "Which country promised trucks to Georgia?": "Norway",
    "How many countries ran the observer mission in Aceh?": "nine-country",
    "Which islands did the court in 2002 give to Malaysia?": "Ligitan and Sipadan",
    "How many workers will be needed at Mutsamudu?": "is not known",
    LAMPEDUSA: "15,000",
}
SILENT = (
    "How many refugee camps were closed in Liberia?",
    "How many prisoners did Syria hand to Israel?",  # what Israel gave goes the other way
    "How many trucks did Greece offer to Georgia?",
    "How many instructors did Norway promise Georgia?",
    "Will the bridge at Vidin be closed as well?",
    "How many observers served in AMM?",  # nine countries are no nine observers
    "How many soldiers will be needed at Mutsamudu?",
    "Which towns did the court in 2002 give to Malaysia?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_what_an_article_says_in_fewer_words_is_told(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert any(ANSWERED[question] in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_what_no_article_says_is_not_told(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


def test_two_figures_of_one_month_differ_however_late_one_is_told(
    answers: dict[str, Answer],
) -> None:
    answer = answers[LAMPEDUSA]
    assert isinstance(answer, Brief)
    assert [note.kind for note in answer.notes if note.kind != "dated"] == ["sources_differ"]


def test_a_number_without_a_noun_is_read_from_the_sentence_that_has_it() -> None:
    texts = ["Two states lent engineers.", "Poland sent 120.", "Peru gave 3.", "It rained."]
    assert [leaves_out_noun(text) for text in texts] == [False, True, True, False]
    assert [told_before(texts, position) for position in range(4)] == [0, 0, 0, 2]
