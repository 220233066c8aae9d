"""What is denied, negated, planned, doubted or supposed is not filed with the plain facts."""

from __future__ import annotations

import pytest

from bot.facts.stance import speaker, stance
from bot.model import Stance


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile closed the border.", Stance.ASSERTED),
        ("The ministry said that Chile closed the border.", Stance.ATTRIBUTED),
        ("According to the army, Chile closed the border.", Stance.ATTRIBUTED),
        ("Chile may close the border.", Stance.HEDGED),
        ("Chile reportedly closed the border.", Stance.HEDGED),
        ("An estimated 300 rebels crossed.", Stance.HEDGED),
        ("Chile will close the border.", Stance.PLANNED),
        ("Chile is to close the border.", Stance.PLANNED),
        ("The opening is scheduled for May.", Stance.PLANNED),
        ("Chile does not border Brazil.", Stance.NEGATED),
        ("Chile didn’t close the border.", Stance.NEGATED),
        ("Chile ruled out a fence.", Stance.NEGATED),
        ("No soldier crossed the line.", Stance.NEGATED),
        ("Chile is considering a fence.", Stance.PROPOSED),
        ("A fence was proposed.", Stance.PROPOSED),
        ("If Chile closed the border, trade would stop.", Stance.HYPOTHETICAL),
        ("Did Chile close the border?", Stance.HYPOTHETICAL),
        ("“Did Chile close the border?”", Stance.HYPOTHETICAL),
        ("Chile denied that it closed the border.", Stance.DENIED),
        ("The claim was rejected.", Stance.DENIED),
        ("Chile disputes the count.", Stance.DENIED),
        ("The two share a disputed border.", Stance.ASSERTED),
        ("Chile closed the border in May.", Stance.ASSERTED),
        ("They were caught and were handed back.", Stance.ASSERTED),
        ("The guards, once a battalion, were the first to leave.", Stance.ASSERTED),
        ("Chile is ready to help, should it be asked.", Stance.HYPOTHETICAL),
        ("Were Peru to join, the line grows.", Stance.HYPOTHETICAL),
        ("The guards stay only if Peru pays.", Stance.HYPOTHETICAL),
    ],
)
def test_a_sentence_stands_to_what_it_says(sentence: str, expected: Stance) -> None:
    assert stance(sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile denied that it will build a fence, the army said.", Stance.DENIED),
        ("Chile will not build a fence, the army said.", Stance.NEGATED),
        ("Chile will perhaps build a fence, the army said.", Stance.PLANNED),
        ("Chile may build a fence, the army said.", Stance.HEDGED),
        ("If it may, Chile denied, it will not.", Stance.DENIED),
    ],
)
def test_the_strongest_reservation_wins(sentence: str, expected: Stance) -> None:
    assert stance(sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("It is long, according to the foreign ministry, and high.", "the foreign ministry"),
        ("According to the foreign ministry, it is long.", "the foreign ministry"),
        ("It is long, the army said.", None),
        ("The fence was built by Chile.", None),
    ],
)
def test_the_source_that_a_sentence_names_is_told(sentence: str, who: str | None) -> None:
    assert speaker(sentence) == who
