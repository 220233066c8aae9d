"""Sentences end where they end, and every passage is a verbatim slice."""

from __future__ import annotations

import pytest

from bot.corpus.sentences import spans


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in spans(text, language)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. Army sent 4.5 tonnes to the U.N. mission on Feb. 24, 2022.",
        "Mr. J. K. Smith of St. Gallen met Gen. Lee and Lt. Col. Roe.",
        "It measures 1,340 km (832 mi.) and runs from No. 1 to No. 1344.",
        "The meeting begins at 9:00 a.m. in Brussels.",
        "It has allowed allies ... to affirm their solidarity.",
        "The U.S. Mission to NATO announced it.",
        "Resolution 2690 (2023), Art. 5, ends it; see p. 4.",
        "Country | Length in km. | Since",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It borders Russia. It does not border China.",
            ["It borders Russia.", "It does not border China."],
        ),
        ("He left the U.S. The army stayed.", ["He left the U.S.", "The army stayed."]),
        ("“We stay.” The minister left.", ["“We stay.”", "The minister left."]),
        (
            "Does it border Iran? No. It borders Iraq.",
            ["Does it border Iran?", "No.", "It borders Iraq."],
        ),
        ("- How big is it? About 13,000 soldiers.", ["How big is it?", "About 13,000 soldiers."]),
        ("NAIROBI (Agency) — The force left. It was small.", ["The force left.", "It was small."]),
        (
            "It was founded in 1949. In 2023 Finland joined.",
            ["It was founded in 1949.", "In 2023 Finland joined."],
        ),
        ("The line is 5 km. Nobody lives there.", ["The line is 5 km.", "Nobody lives there."]),
    ],
)
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_other_languages_have_their_own_ends() -> None:
    assert sentences("Die Grenze ist z. B. im Norden offen. Am 3. Mai schließt sie.", "de") == [
        "Die Grenze ist z. B. im Norden offen.",
        "Am 3. Mai schließt sie.",
    ]
    assert sentences("国境は長い。川に沿う。", "ja") == ["国境は長い。", "川に沿う。"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["M. Faure est arrivé à 9 h. 30.", "La frontière mesure 2,5 km."]),
        ("es", ["La frontera mide 3.145 km.", "¿Qué pasó?", "Nada."]),
        ("pl", ["Granica ma ok. 3,5 tys. km, tj. dużo.", "W 1990 r. została otwarta."]),
        ("hu", ["A határ kb. 3,5 km.", "1990. május 3-án megnyílt."]),
        ("ru", ["В 1991 г. было подписано соглашение.", "Длина — 4 209,3 км."]),
        ("el", ["Είναι κλειστό.", "Τι έγινε;", "Τίποτα."]),
        ("hi", ["दोनों सहमत हुए।", "डॉ. सिंह बोले।"]),
        ("ar", ["اتفق الطرفان.", "هل انتهى الأمر؟", "نعم."]),
        ("ja", ["「行こう。」と言った。", "終わった。"]),
        ("zh", ["双方同意。", "“我们走吧。”他说。"]),
        ("ur", ["سرحد طویل ہے۔", "دونوں متفق ہوئے۔"]),
        ("en", ["It began.", "(It was cold.)", "Nobody died."]),
    ],
)
def test_sentences_are_told_apart_in_many_languages(language: str, expected: list[str]) -> None:
    text = ("" if language in ("ja", "zh") else " ").join(expected)
    assert sentences(text, language) == expected
