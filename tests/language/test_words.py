"""Words are cut, folded and stemmed alike wherever they are written alike."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.words import Word, alike, fold, idioms_in, stem, stop_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("… — !", []),
        ("U.S. troops", [Word("U.S.", 0, 4, "us"), Word("troops", 5, 11, "troop")]),
        ("MiG-31 jets", [Word("MiG-31", 0, 6, "mig-31"), Word("jets", 7, 11, "jet")]),
        ("semi-exclave", [Word("semi", 0, 4, "semi"), Word("exclave", 5, 12, "exclav")]),
        ("Peru’s", [Word("Peru’s", 0, 6, "peru")]),
        ("N'Djamena", [Word("N'Djamena", 0, 9, "n'djamena")]),
        ("1,240 km", [Word("1,240", 0, 5, "1,240"), Word("km", 6, 8, "km")]),
        ("dash—dash", [Word("dash", 0, 4, "dash"), Word("dash", 5, 9, "dash")]),
        ("snake_case", [Word("snake", 0, 5, "snake"), Word("case", 6, 10, "case")]),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: list[Word]) -> None:
    assert words(text) == expected


@given(st.text())
def test_every_word_is_a_slice_of_its_text_and_stands_behind_the_one_before(text: str) -> None:
    end = 0
    for word in words(text):
        assert word.start >= end
        assert text[word.start : word.end] == word.text
        end = word.end


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("Łódź", "lodz"),
        ("ISTANBUL", "istanbul"),
        ("İstanbul", "istanbul"),
        ("straße", "strasse"),
        ("Ørsted", "orsted"),
        ("O’Brien", "o'brien"),
        ("U.K.", "uk"),
        ("  two \n words ", "two words"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("borders", "border"),
        ("bordering", "Bordered"),
        ("soldiers", "soldier's"),
        ("Russia’s", "Russia"),
        ("countries", "country"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("soldiers", "troops", True),
        ("launched", "began", True),
        ("frigate", "ships", True),
        ("borders", "border", True),
        ("soldiers", "ships", False),
        ("soldiers", "bananas", False),
        ("bananas", "pears", False),
    ],
)
def test_synonyms_are_alike_and_other_words_are_not(one: str, other: str, expected: bool) -> None:
    assert alike(stem(one), stem(other)) is expected
    assert alike(stem(other), stem(one)) is expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The new force took over from the old one.", "replace"),
        ("The mandate ran out in May.", "expire"),
        ("Both armies are pulling out.", "withdraw"),
        ("Nine lost their lives.", "kill"),
        ("When did the Danes pass their duties on to the Finns?", "hand"),
        ("France pulled its last ships out of it.", "withdraw"),
    ],
)
def test_an_idiom_stands_for_its_word(text: str, word: str) -> None:
    assert stem(word) in {found for _, _, found in idioms_in(text)}


def test_a_plain_text_holds_no_idiom() -> None:
    assert idioms_in("The frontier follows a river.") == []
    assert idioms_in("They pass the old fort that stands on to the east.") == []


def test_stop_words_carry_nothing_and_words_of_the_subject_do() -> None:
    assert {"the", "of", "and", "is"} <= stop_words()
    assert stop_words().isdisjoint({"border", "mission", "troops", "russia", "ended"})


def test_threads_that_stem_at_once_get_the_stems_that_one_gets() -> None:
    words = [
        f"{start}{end}"
        for start in ("nation", "relat", "organ", "general")
        for end in ("ization", "ational", "izer", "alism", "iveness", "fulness", "ously", "ings")
    ]
    alone = [stem.__wrapped__(word) for word in words]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            together = list(
                threads.map(lambda _: [stem.__wrapped__(word) for word in words], range(40))
            )
    finally:
        sys.setswitchinterval(interval)
    assert together == [alone] * 40
