"""A name that two places bear is the place that the words beside it, or the article, speak of."""

from __future__ import annotations

import pytest

from bot.language.places import load_gazetteer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Storms hit the province of Luxembourg, in Belgium.", "luxembourg-province belgium"),
        ("Belgium's Luxembourg province borders France.", "belgium luxembourg-province france"),
        ("Luxembourg borders Belgium, France and Germany.", "luxembourg belgium france germany"),
        ("Arlon is the capital of Luxembourg.", "luxembourg-province"),
        ("Gunmen struck at Kundu, between Niger and Kaduna states.", "niger-state"),
        ("In Niger State, police said, Niger lost a dam.", "niger-state niger-state"),
        ("The Niger state television showed Nigerien soldiers.", "niger niger"),
        ("Mali and Niger share the river Niger.", "mali niger"),
        ("The Uruguay River parts Argentina and Uruguay.", "argentina uruguay"),
        ("The US state of Georgia sued Florida.", "united-states georgia-us"),
        ("In Georgia, near Tbilisi, near Armenia.", "georgia georgia armenia"),
        ("Cabinda is a province of Angola.", "cabinda angola"),
        ("Kuwait is a state of Arabia, the state of Israel is not.", "kuwait israel"),
        (
            "Indian Punjab has a fence; Pakistan's Punjab none.",
            "punjab-india pakistan punjab-pakistan",
        ),
        ("India and Pakistan both claim Kashmir.", "india pakistan kashmir"),
        ("Kashmir was quiet.", "kashmir"),
        ("Guerrillas held the Guatemala department.", ""),
    ],
)
def test_a_shared_name_is_the_place_that_is_meant(text: str, expected: str) -> None:
    told = [mention.key for mention in load_gazetteer().mentions(text)]
    assert told == expected.split()


def test_what_the_article_speaks_of_decides_for_a_bare_name() -> None:
    mentions = load_gazetteer().mentions
    (part,) = mentions("Luxembourg lost power.", ["luxembourg-province", "belgium"])
    assert part.key == "luxembourg-province"
    (country,) = mentions("Luxembourg lost power.", ["luxembourg-province", "luxembourg"])
    assert country.key == "luxembourg"


def test_what_two_countries_share_the_name_of_is_no_third_side_between_them() -> None:
    *_, kashmir = load_gazetteer().mentions("India and Pakistan both claim Kashmir.")
    assert kashmir.form == "area"
