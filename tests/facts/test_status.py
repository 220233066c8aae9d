"""Status by mission: a sentence that ends one and begins another tells each its own."""

from __future__ import annotations

import re

import pytest

from bot.facts.stance import stance
from bot.facts.status import Named, cues_of, status_in, succession


def named(text: str, *names: str) -> list[Named]:
    """Where a text names missions, in order; the key is the name in lower case."""
    found = [
        Named(name.lower(), match.start(), match.end())
        for name in names
        for match in re.finditer(rf"\b{name}\b", text)
    ]
    return sorted(found, key=lambda mention: mention.start)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Paris ended Kestrel and replaced it with Heron.", {"kestrel": "ended", "heron": "began"}),
        ("Heron replaced Kestrel in 1997.", {"kestrel": "ended", "heron": "began"}),
        ("Heron took over from Kestrel.", {"kestrel": "ended", "heron": "began"}),
        ("Heron took over on Monday from Kestrel.", {"kestrel": "ended", "heron": "began"}),
        ("Kestrel ends, Heron begins", {"kestrel": "ended", "heron": "began"}),
        ("Kestrel closes and Heron stays.", {"kestrel": "ended", "heron": "active"}),
        ("October 2017: Kestrel ends.", {"kestrel": "ended"}),
        ("May 2019: Heron ends as well.", {"heron": "ended"}),
        ("Kestrel is open-ended.", {}),
        ("Austria's last soldiers in the force Kestrel left on Wednesday.", {}),
        ("The last soldiers in the force Kestrel left on Wednesday.", {"kestrel": "ended"}),
        ("The Danes went home from Kestrel in 1994.", {}),
        ("The last Danes went home from Kestrel in 1994.", {"kestrel": "ended"}),
        ("The men who made up the whole force Kestrel went home; Fijians took their place.", {}),
        ("Sri Lanka says that the last of its soldiers left Kestrel on Friday.", {}),
        ("The UN's last soldiers in the force Kestrel left on Wednesday.", {"kestrel": "ended"}),
        ("Kestrel gave way to Heron in March.", {"kestrel": "ended", "heron": "began"}),
        ("Kestrel was succeeded by a smaller mission, Heron.",
         {"kestrel": "ended", "heron": "began"}),
        ("Kestrel will hand over to Heron in May.", {"kestrel": "active", "heron": "planned"}),
        ("The council replaced Kestrel with Heron.", {"kestrel": "ended", "heron": "began"}),
        ("Kestrel ended in June, while Heron was extended by a year.",
         {"kestrel": "ended", "heron": "extended"}),
        ("Lisbon launched Kestrel and Heron on Monday.", {"kestrel": "began", "heron": "began"}),
        ("Kestrel and Heron were suspended.", {"kestrel": "suspended", "heron": "suspended"}),
        ("If Kestrel ended, Heron would be launched.", {}),
        ("Heron has not replaced Kestrel.", {}),
        ("Peru used its veto to stop the extension of Kestrel.", {}),
        ("The council voted against another extension of Kestrel.", {}),
        ("Peru failed to stop the extension of Kestrel.", {"kestrel": "extended"}),
        ("Kestrel had watched the truce on the river since 1961.", {}),
        ("Kestrel has watched the truce on the river since 1961.", {"kestrel": "active"}),
        ("Kestrel, which had begun late, watches the river.", {"kestrel": "active"}),
        ("Kestrel closes.", {"kestrel": "ended"}),
        ("Kestrel ends on Thursday.", {"kestrel": "ended"}),
        ("Kestrel has done its work.", {"kestrel": "ended"}),
        ("In May the council gave Kestrel another six months.", {"kestrel": "extended"}),
        ("Kestrel got two more ships in May.", {}),
        ("Kestrel, whose mandate expired in May, has since been renewed.", {"kestrel": "extended"}),
        ("Kestrel had been set up in haste.", {}),
        ("The military part of Kestrel has come to an end.", {"kestrel": "ending"}),
        ("Kestrel held its closing parade.", {"kestrel": "ended"}),
        ("Kestrel may remain in Tonga until May.", {"kestrel": "extended"}),
        ("The mandate of Kestrel was allowed to lapse.", {"kestrel": "ended"}),
        ("Kestrel's mandate runs for a year and may then be extended.", {}),
        ("Kestrel could be renewed in May.", {}),
        ("Kestrel will be renewed in May.", {"kestrel": "extended"}),
        ("Kestrel was approved in May and has been arriving since June.", {"kestrel": "began"}),
        ("Kestrel was approved in May and has been debated since.", {"kestrel": "planned"}),
        ("Kestrel went ashore in 1992, and it left in May 1996.", {"kestrel": "ended"}),
        ("Togo joined Kestrel and left it in May 1996.", {}),
        ("It took longer than had been planned for Kestrel.", {}),
        ("The Council voted for the end of Kestrel.", {"kestrel": "ended"}),
        ("The Council voted to end its mission Kestrel by December.", {"kestrel": "ending"}),
        ("The Council voted for Kestrel.", {"kestrel": "planned"}),
        ("Kestrel will close tomorrow.", {"kestrel": "ended"}),
        ("Fiji's mandate for the force Kestrel ends on 31 August next year.",
         {"kestrel": "ending"}),
        ("Some envoys want Kestrel to be closed.", {}),
        ("Tonga asked for Kestrel to be extended.", {}),
        ("In June the exercise Kestrel will bring 900 soldiers to Tonga.", {"kestrel": "planned"}),
        ("The force that left, born as Kestrel, had 900 men.", {"kestrel": "ended"}),
        ("At midnight the men of Kestrel changed their berets.", {"kestrel": "ended"}),
        ("Kestrel was replaced; Heron is its successor.", {"kestrel": "ended", "heron": "began"}),
        ("Kestrel stood down on Friday.", {"kestrel": "ended"}),
        ("Kestrel's flag came down on Sunday.", {"kestrel": "ended"}),
        ("Kestrel will close in May.", {"kestrel": "ending"}),
        ("Kestrel is to pull out next week.", {"kestrel": "ending"}),
        ("Kestrel will begin to leave next week.", {"kestrel": "ending"}),
        ("Kestrel will begin in May and will end in June.", {"kestrel": "planned"}),
        ("Fiji agreed to prolong Kestrel by nine months.", {"kestrel": "extended"}),
        ("Kestrel reached full readiness on Monday.", {"kestrel": "began"}),
        ("Kestrel gave way on Friday to Heron.", {"kestrel": "ended", "heron": "began"}),
        ("Kestrel went home, and the Heron that followed it is still there.",
         {"kestrel": "ended", "heron": "began"}),
        ("Kestrel's mandate ends on 2 October unless it is renewed.", {"kestrel": "ending"}),
        ("Kestrel was declared over on 9 November.", {"kestrel": "ended"}),
        ("Kestrel had watched the truce until June 2002.", {"kestrel": "ended"}),
        ("The Council had extended Kestrel until June 2002.", {"kestrel": "extended"}),
        ("Kestrel kept the armies apart from 1973 to 1979.", {"kestrel": "ended"}),
        ("Kestrel was there from 2004 to 2017, and its successor Heron until October 2019.",
         {"kestrel": "ended", "heron": "ended"}),
        ("Fiji ends Kestrel in the strait.", {"kestrel": "ended"}),
        ("Fiji ends exercise Kestrel next month.", {"kestrel": "ending"}),
        ("Fiji ends Kestrel duty.", {}),
        ("Fiji ends its part in Kestrel.", {}),
        ("What comes after Kestrel is an office called Heron, which is to open in May.",
         {"kestrel": "active", "heron": "planned"}),
    ],
)  # fmt: skip
def test_each_mission_of_a_sentence_has_its_own_status(sentence: str, told: dict[str, str]) -> None:
    mentions = named(sentence, "Kestrel", "Heron")
    assert cues_of(sentence, stance(sentence), mentions, None) == told


def test_it_can_be_the_one_that_takes_the_place() -> None:
    sentence = "The operation succeeded Kestrel on 1 August."
    assert cues_of(sentence, stance(sentence), named(sentence, "Kestrel"), "heron") == {
        "kestrel": "ended",
        "heron": "began",
    }


@pytest.mark.parametrize(
    "sentence", ["What replaced it was named Heron.", "Its successor is called Heron."]
)
def test_it_can_be_the_one_whose_place_is_taken(sentence: str) -> None:
    mentions = named(sentence, "Heron")
    assert cues_of(sentence, stance(sentence), mentions, "kestrel") == {
        "kestrel": "ended",
        "heron": "began",
    }


def test_no_succession_between_missions_that_only_stand_side_by_side() -> None:
    sentence = "Ships of Kestrel met those of Heron off the coast."
    assert succession(sentence, named(sentence, "Kestrel", "Heron")) is None


def test_what_somebody_refuses_to_have_extended_is_not() -> None:
    assert status_in("Luanda refused to have its mandate extended.") is None


def test_an_operation_of_their_own_is_not_the_one_spoken_of() -> None:
    its, own = "Peru ended its operation there.", "Peru ended its own operation there."
    assert cues_of(its, stance(its), (), "kestrel") == {"kestrel": "ended"}
    assert cues_of(own, stance(own), (), "kestrel") == {}
