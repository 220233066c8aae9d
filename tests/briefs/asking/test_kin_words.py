"""Questions in no word of the article: kinds of things, ages, excuses, conditions, causes."""

from __future__ import annotations

import pytest

from bot.briefs.asking.found import RANKED, the_rarest
from bot.briefs.asking.shells import is_shell
from bot.language.lexicon import is_narrower, kin_of, kinship
from bot.language.words import stem
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "rust.md": article(
        "Balloon comes down on the wrong side of the Elbe",
        "Lowland Evening News",
        "1979-09-17",
        "Two families drifted over the fence from Thuringia to Bavaria in a balloon that they had "
        "sewn themselves. The younger pilot, a bricklayer, is 24.",
        "His neighbour, whose daughter is nine, steered the burner. They had bought the cloth "
        "in small pieces so as not to be noticed.",
        "The border troops fired no shot.",
    ),
    "pasture.md": article(
        "Mongolia strings wire against strays",
        "Steppe Notices",
        "2006-04-11",
        "Mongolia has put up 320 kilometres of wire on its border with China. It is meant to keep "
        "out cattle that carry foot rot.",
        "Some 9,000 head had to be slaughtered after an outbreak of the plague last winter. "
        "Yaks are let through at two gates.",
        "Hohhot says that the wire will not kill anything.",
    ),
    "cave.md": article(
        "The second passage",
        "Limestone Review",
        "1984-06-02",
        "Honduras has found a tunnel under its border with Guatemala. The second tunnel is 410 "
        "metres long and lies nine metres below the road. Guatemala maintains that it is an old "
        "mine.",
        "Tourists may go in, but photography is forbidden.",
        "Honduras will fill it unless Guatemala pays for a guard.",
    ),
    "toll.md": article(
        "Bridge over the Drina",
        "Valley Herald",
        "1996-05-20",
        "A new bridge joins Serbia and Bosnia. The price was 12 million marks, of which Brussels "
        "put up five million.",
        "Drivers are charged three marks. The old one, half as long, had stood since 1934.",
        "The Serbs were asked to the opening but sent no soldiers, only a band.",
    ),
    "sergeant.md": article(
        "A burial in Rennes",
        "Armor Gazette",
        "1983-10-30",
        "A French sergeant was killed in Chad when his lorry ran over a mine.",
    ),
    "riders.md": article(
        "A ride that ended at the wire",
        "Plateau Voice",
        "1991-05-02",
        "Forty motorcyclists set out from Ankara on Saturday to drive through the closed gate at "
        "Gyumri. They were stopped at Kars.",
        "They left their tents and a lorry beside the road.",
        "The second battalion took over from the first on Sunday. Turkey paid 900 dollars for "
        "their way home.",
        "The gate has not been opened yet: the two governments have no treaty, and will only sign "
        "one once Yerevan drops its claim.",
        "Georgia's patrols stopped the other half. The Blue Guard brought 17 lorries.",
        "Voters in Kars could keep the old mayor or choose a farmer.",
    ),
    "museum.md": article(
        "The tower at Sopron",
        "Pannonia Week",
        "2004-01-09",
        "The watchtower at Sopron was bought by the town. It serves as a café, and has 31 steps.",
        "If the roof is not mended by May, the county will close it.",
    ),
}

ANSWERED = {
    "How old was the pilot of the balloon?": "24",
    "Which livestock is Mongolia's fence supposed to stop?": "cattle",
    "How many animals were killed because of the disease in Mongolia?": "9,000",
    "What excuse did Guatemala give for the tunnel?": "old mine",
    "What is Honduras's condition for keeping the tunnel?": "unless Guatemala pays",
    "Are visitors allowed to take pictures in the tunnel?": "photography is forbidden",
    "How deep underground is the second tunnel?": "nine metres below",
    "How much did the EU contribute to the Drina bridge?": "five million",
    "What do motorists pay on the Drina bridge?": "three marks",
    "Which is longer, the old bridge over the Drina or the new one?": "half as long",
    "How did the Frenchman die?": "ran over a mine",
    "Where did the bikers start?": "Ankara",
    "What vehicles did the bikers abandon?": "a lorry",
    "What options did voters in Kars have?": "choose a farmer",
    "What is the watchtower at Sopron used for?": "café",
    "What happens to the tower if nobody mends the roof?": "the county will close it",
}
SILENT = [
    "How old is the neighbour of the pilot?",
    "How old is the bridge pilot on the Drina?",
    "How old is the sergeant?",
    "How long is the third tunnel of Honduras?",
    "How deep is the first tunnel of Honduras?",
    "What excuse did Honduras give for the balloon?",
    "What penalty do the families of the balloon face?",
    "What is Serbia's condition for using the bridge?",
    "How much did the EU contribute to the tunnel?",
    "What do visitors pay to climb the tower at Sopron?",
    "How did the Hungarian die?",
    "Which vehicles may pass the gates in Mongolia?",
    "What was the bridge over the Drina used for in the war?",
    "How many soldiers did Bosnia send to the opening?",
    "How much did Armenia pay for the bikers' way home?",
    "Who commands the second battalion?",
    "Who commands the Grey Wolves?",
    "How many lorries did Georgia have?",
    "How many soldiers do the Grey Wolves have?",
    "Where did the sailors start?",
    "What options did Armenia have?",
]


@pytest.mark.parametrize(("question", "told"), ANSWERED.items())
def test_a_question_in_other_words_is_answered(
    answers: dict[str, Answer], question: str, told: str
) -> None:
    brief = answers[question]
    assert isinstance(brief, Brief)
    assert told in brief.claims[0].text


@pytest.mark.parametrize("question", SILENT)
def test_what_is_not_told_in_any_words_stays_unanswered(
    answers: dict[str, Answer], question: str
) -> None:
    assert isinstance(answers[question], NoAnswer)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [("animal", "reindeer"), ("animals", "goat"), ("vehicle", "tractor"), ("weapon", "rifle")],
)
def test_a_kind_far_above_a_word_is_known(wide: str, narrow: str) -> None:
    assert is_narrower(stem(wide), stem(narrow))
    assert not is_narrower(stem(narrow), stem(wide))


def test_what_stands_beside_a_word_says_nothing_of_it() -> None:
    assert kinship(stem("animals"), stem("lorry")) == 0
    assert kinship(stem("vehicle"), stem("goat")) == 0


def test_kin_are_words_of_the_same_and_not_the_word_itself() -> None:
    assert stem("killed") in kin_of(stem("die"))
    assert stem("die") not in kin_of(stem("die"))
    assert kin_of("zzyzx") == frozenset()


def test_only_nouns_for_sorts_of_answers_are_left_unsaid() -> None:
    assert is_shell(stem("excuse")) and is_shell(stem("conditions"))
    assert not is_shell(stem("treaty"))


def test_words_akin_are_looked_up_only_as_far_as_the_index_can_rank_them() -> None:
    half = RANKED // 2
    counts = {"common": RANKED, "rare": 1, "unheard": 0, "known": half, "alike": half - 1}
    assert the_rarest(counts) == ["rare", "alike", "known"]
