"""Who did what to whom: the same words the other way round are no answer.

Each question that is answered has one beside it, in the same words, that must stay unanswered.
"""

from __future__ import annotations

import pytest

from bot.language.lexicon import kinship
from bot.language.words import stem
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "valley.md": article(
        "Two ministers and a valley",
        "Panj Courier",
        "1998-03-04",
        "The Uzbek government accused Tajikistan on Monday of sheltering rebels in the upper "
        "valley. The Tajik side kept silent.",
        "On 2 March smugglers had attacked a Tajik post with mortars. Two guards were wounded.",
        "Kazakh engineers rescued the Tajik guards from the snow a day later.",
        "Veterans of the war in Afghanistan train the Tajik police in the art of ambush.",
    ),
    "port.md": article(
        "Change of guard at the port",
        "Gulf Evening Mail",
        "2009-10-11",
        "On Sunday Sweden handed command of the patrol off Bosaso to Greece. Its ships had been "
        "there since spring.",
        "In July pirates seized a Danish tug. The Dutch frigate Evertsen freed it after a week.",
        "Fishermen from Eyl were driven out of the harbour of Bosaso by the militia of a trader.",
    ),
    "strait.md": article(
        "A quarrel about a lighthouse",
        "Johor Ledger",
        "2003-06-02",
        "Singapore has controlled the lighthouse on Pedra Branca since 1851. Last week a Malaysian "
        "launch chased two fishing boats of Singapore from the rock.",
        "The naval commander said that villagers had stolen the lamp once. The thieves were never "
        "found.",
        "The Malaysian launch fired four shells into the air. Only those who mend the lamp may "
        "land on the rock. A cable is to be laid from Mersing to Pedra Branca.",
    ),
    "letter.md": article(
        "A letter from the commission",
        "Bosporus Notes",
        "1996-05-20",
        "Brussels warned Ankara in a letter. Turkey recalled its envoy on 12 May.",
        "Veritas demonstrated in front of the embassy with candles and drums.",
        "Ikaria was rebuilt by the Danes, and Cyprus by the Dutch. Greece turned down a team of "
        "divers from Malta. The lighthouse of Imia remains in Turkish "
        "hands.",
        "A retired admiral runs the talks, with the help of Norway. Bulgaria said that its police "
        "had arrested three smugglers.",
    ),
}

ANSWERED = {
    "Who accused Tajikistan of sheltering rebels?": "Uzbek",
    "Whom did Uzbekistan accuse of sheltering rebels?": "Tajikistan",
    "Who was accused by Uzbekistan of sheltering rebels?": "Tajikistan",
    "Who attacked the Tajik post?": "smugglers",
    "Who rescued the Tajik guards?": "Kazakh engineers",
    "Whom did the Kazakhs rescue from the snow?": "Tajik guards",
    "Who trains the Tajik police?": "Veterans",
    "Which country took over from Sweden off Bosaso?": "Greece",
    "Whom did the Greeks relieve off Bosaso?": "Sweden handed",
    "Who drove the fishermen out of Bosaso?": "militia",
    "Who was driven out of Bosaso?": "Fishermen",
    "Who stole the lamp of the lighthouse?": "villagers",
    "Whom did Brussels warn?": "Ankara",
    "Who rejected the Maltese divers?": "Greece",
    "To whom does the lighthouse of Imia belong?": "Turkish hands",
    "Who leads the talks?": "admiral",
    "Who rebuilt Cyprus?": "Dutch",
    "Whom did the Bulgarian police arrest?": "smugglers",
    "Which country warned Turkey?": "Brussels",
    "Who demonstrated in front of the embassy?": "Veritas",
    "Who may land on the rock?": "those who mend",
    "Where does the new cable start?": "from Mersing",
    "How many shells did the Malaysian launch fire?": "four shells",
    "When did Turkey recall its envoy?": "12 May",
}
SILENT = (
    "Who accused Uzbekistan of sheltering rebels?",
    "Whom did Tajikistan accuse of sheltering rebels?",
    "Who was accused by Tajikistan of sheltering rebels?",
    "Who rescued the Kazakh engineers?",
    "Whom did the Tajik guards rescue?",
    "Who took over from Greece off Bosaso?",
    "Whom did Sweden relieve off Bosaso?",
    "Who handed over the patrol to Sweden?",
    "Who seized a Dutch frigate?",
    "Who chased the Malaysian launch?",
    "How many shells did the Indonesians fire?",
    "When did Greece recall its envoy?",
    "Whom did Turkey warn?",
    "Who rejected the Bulgarian team?",
    "Who arrested the Bulgarian police?",
    "What does the naval commander promise?",
)


@pytest.mark.parametrize(("line", "said"), ANSWERED.items())
def test_a_deed_is_told_the_way_round_it_is_asked(
    line: str, said: str, answers: dict[str, Answer]
) -> None:
    answer = answers[line]

    assert isinstance(answer, Brief), line
    assert said in " ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize("line", SILENT)
def test_a_deed_told_the_other_way_round_is_no_answer(
    line: str, answers: dict[str, Answer]
) -> None:
    answer = answers[line]

    assert isinstance(answer, NoAnswer), [claim.text for claim in answer.claims]


@pytest.mark.parametrize(
    ("one", "other"), [("driven", "drove"), ("stolen", "stole"), ("wrote", "written")]
)
def test_forms_of_an_irregular_verb_say_each_other(one: str, other: str) -> None:
    assert kinship(stem(one), stem(other)) == kinship(stem(other), stem(one)) >= 0.9
