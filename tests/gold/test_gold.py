"""How well articles are read and requests answered, on sets that people read and answered.

A floor is two to three points below what was measured when it was set: it is there to show a
change that makes answers worse, not to be argued with. Raise it when answers get better. The
misses stand in the message of a failure. Rules were made while looking at the sets called `tune_…`;
nothing was ever tuned on `held_…`, whose shares say what to expect of articles nobody has seen.
"""

from __future__ import annotations

import pytest

from tests.gold.conftest import GoldSet
from tests.gold.scoring import Tally, comparable, tally_answers, tally_articles

# per cent of the checks that must pass
READING_FLOORS = {
    "tune_a": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_b": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_c": {"publisher": 87.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_d": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_e": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 96.5},
    "tune_f": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_g": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_h": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_i": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_j": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_k": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_l": {"publisher": 91.0, "title": 94.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_n": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_o": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_p": {"publisher": 97.0, "title": 97.0, "date": 88.0, "boilerplate dropped": 96.0},
    "tune_r": {"publisher": 93.0, "title": 93.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_s": {"publisher": 81.0, "title": 97.0, "date": 91.0, "boilerplate dropped": 95.0},
    "tune_t": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_u": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_v": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_w": {"publisher": 97.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_y": {"publisher": 95.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_ya": {"publisher": 88.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 96.0},
    "tune_z": {"publisher": 95.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_za": {"publisher": 91.0, "title": 95.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_zb": {"publisher": 94.0, "title": 95.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_zc": {"publisher": 94.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_ze": {"publisher": 94.0, "title": 97.0, "date": 95.0, "boilerplate dropped": 96.0},
    "tune_zf": {"publisher": 88.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_zi": {"publisher": 94.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_zj": {"publisher": 79.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "tune_zl": {"publisher": 97.0, "title": 97.0, "date": 94.0, "boilerplate dropped": 96.0},
    "tune_zm": {"publisher": 93.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 96.0},
    "tune_zn": {"publisher": 91.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 95.0},
    "tune_zo": {"publisher": 90.0, "title": 93.0, "date": 95.0, "boilerplate dropped": 95.0},
    "tune_zp": {"publisher": 92.0, "title": 97.0, "date": 95.0, "boilerplate dropped": 95.0},
    "held_m": {"publisher": 90.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 97.0},
    "held_x": {"publisher": 94.0, "title": 97.0, "date": 95.0, "boilerplate dropped": 97.0},
    "held_zd": {"publisher": 94.0, "title": 97.0, "date": 97.0, "boilerplate dropped": 95.0},
    "held_zg": {"publisher": 92.0, "title": 97.0, "date": 95.0, "boilerplate dropped": 97.0},
    "held_zh": {"publisher": 89.0, "title": 97.0, "date": 95.0, "boilerplate dropped": 96.0},
    "held_zk": {"publisher": 90.0, "title": 97.0, "date": 95.0, "boilerplate dropped": 92.5},
    # the titles of two of its twelve articles do not stand in their files
    "open_sample": {"publisher": 100.0, "title": 83.0, "date": 100.0, "boilerplate dropped": 100.0},
}
ANSWER_FLOORS = {
    "tune_a": {"answered": 95.0, "silent": 97.0},
    "tune_b": {"answered": 91.0, "silent": 95.0},
    "tune_c": {"answered": 95.0, "silent": 97.5},
    "tune_d": {"answered": 92.0, "silent": 97.5},
    "tune_e": {"answered": 92.0, "silent": 97.5},
    "tune_f": {"answered": 92.0, "silent": 97.5},
    "tune_g": {"answered": 92.0, "silent": 97.0},
    "tune_h": {"answered": 91.0, "silent": 97.5},
    "tune_i": {"answered": 95.0, "silent": 97.0},
    "tune_j": {"answered": 92.0, "silent": 97.0},
    "tune_k": {"answered": 91.0, "silent": 97.0},
    "tune_l": {"answered": 93.0, "silent": 97.0},
    "tune_n": {"answered": 97.0, "silent": 97.5},
    "tune_o": {"answered": 94.5, "silent": 97.5},
    "tune_p": {"answered": 93.5, "silent": 97.5},
    "tune_r": {"answered": 93.0, "silent": 97.0},
    "tune_s": {"answered": 93.5, "silent": 93.5},
    "tune_t": {"answered": 97.0, "silent": 97.0},
    "tune_u": {"answered": 95.0, "silent": 97.0},
    "tune_v": {"answered": 95.0, "silent": 97.0},
    "tune_w": {"answered": 93.0, "silent": 93.0},
    "tune_y": {"answered": 94.0, "silent": 97.0},
    "tune_ya": {"answered": 90.0, "silent": 97.5},
    "tune_z": {"answered": 88.0, "silent": 97.5},
    "tune_za": {"answered": 94.5, "silent": 95.0},
    "tune_zb": {"answered": 93.5, "silent": 97.0},
    "tune_zc": {"answered": 90.0, "silent": 97.5},
    "tune_ze": {"answered": 92.0, "silent": 95.0},
    "tune_zf": {"answered": 93.5, "silent": 95.5},
    "tune_zi": {"answered": 90.0, "silent": 95.0},
    "tune_zj": {"answered": 89.0, "silent": 94.0},
    "tune_zl": {"answered": 88.0, "silent": 88.0},
    "tune_zm": {"answered": 89.0, "silent": 96.0},
    "tune_zn": {"answered": 91.5, "silent": 97.0},
    "tune_zo": {"answered": 80.0, "silent": 91.0},
    "tune_zp": {"answered": 82.0, "silent": 84.0},
    "held_m": {"answered": 93.0, "silent": 91.0},
    "held_x": {"answered": 83.0, "silent": 86.0},
    "held_zd": {"answered": 80.0, "silent": 92.0},
    "held_zg": {"answered": 89.0, "silent": 89.5},
    "held_zh": {"answered": 81.5, "silent": 97.0},
    "held_zk": {"answered": 84.5, "silent": 95.0},
    "open_sample": {"answered": 100.0, "silent": 100.0},
}


def below(tallies: dict[str, Tally], floors: dict[str, float]) -> list[str]:
    """A text for each check that passes more seldom than its floor asks, with what was missed."""
    return [
        "\n  - ".join((f"{check}: {tallies[check].percent:.1f} %, not {floor}", *tally.misses))
        for check, floor in floors.items()
        if (tally := tallies[check]).percent < floor
    ]


def test_articles_are_read_as_people_read_them(gold: GoldSet) -> None:
    tallies = tally_articles(gold.articles, gold.readings)
    floors = {"read": 97.0, "text kept": 99.0, **READING_FLOORS[gold.name]}
    fallen = below(tallies, floors)
    assert not fallen, "\n".join(fallen)


def test_requests_are_answered_as_people_answered_them(gold: GoldSet) -> None:
    off_subject = frozenset(one["id"] for one in gold.articles if one["class"] == "distractor")
    tallies = tally_answers(gold.asked, off_subject)
    fallen = below(tallies, ANSWER_FLOORS[gold.name])
    assert not fallen, "\n".join(fallen)


def test_a_failure_names_what_was_missed() -> None:
    tallies = {"title": Tally(passed=1, misses=["a.txt: 'Wrong'"])}
    assert below(tallies, {"title": 50.0}) == []
    assert below(tallies, {"title": 51.0}) == ["title: 50.0 %, not 51.0\n  - a.txt: 'Wrong'"]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("“Blue\u00a0Line” – A&amp;B", '"Blue Line" - A&B'),
        ("*bold*  and\n`code`", "bold and code"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_shapes_of_quotes_dashes_and_space_do_not_count(written: str, compared: str) -> None:
    assert comparable(written) == compared
