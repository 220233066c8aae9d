"""The language of an article, and whether a line is in another one. No line is judged alone here.

An article's language is py3langid's word where the file does not say; it is small, quick and needs
no model file of its own. Single lines are too short for it: they are judged by small words.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from bot.corpus.rules import table
from bot.corpus.wording import tokens

_DETECTED_CHARACTERS = 900
_LETTERS = {
    "latin": re.compile(r"[A-Za-zÀ-ɏ]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "greek": re.compile(r"[Ͱ-Ͽ]"),
    "arabic": re.compile(r"[؀-ۿ]"),
    "hebrew": re.compile(r"[֐-׿]"),
    "east asian": re.compile(r"[぀-ヿ㐀-鿿가-힯]"),
    "other": re.compile(r"[Ա-֏ऀ-჻ሀ-፿ក-៿]"),
}
_TWO_LETTERS = re.compile(r"[A-Za-z][^A-Za-z]*[A-Za-z]")
_SAME = {"nb": "no", "nn": "no", "sr": "hr", "bs": "hr", "gl": "pt", "ms": "id"}


def detected_language(text: str) -> str:
    """The likeliest language of a text, as two letters; "en" where there is next to no text."""
    sample = text[:_DETECTED_CHARACTERS]
    if len(sample) < 400 and sum(character.isalpha() for character in sample) < 20:
        return "en"
    by_words = _by_small_words(sample)
    if by_words is not None:
        return by_words
    import py3langid

    language, _ = py3langid.classify(sample)
    return str(language)


def is_other_language(text: str, language: str) -> bool:
    """Whether a line is surely in another language than this one."""
    own, other = script(text), _script_of(language)
    if own is not None and other is not None and own != other:
        return True
    language = _SAME.get(language, language)
    words = [word for word in tokens(text) if len(word) > 1]
    if len(words) < 3 or language not in table("function_words"):
        return False
    known = _languages_of_words()
    others = [known[word] for word in words if word in known and language not in known[word]]
    if len(others) < 2 or len(others) * 5 < len(words):
        return False
    foreign = Counter(name for names in others for name in names)
    return any(
        hits >= 2
        and hits * 5 >= len(words)
        and not any(
            language in known[word] and name not in known[word] for word in words if word in known
        )
        for name, hits in foreign.items()
    )


def script(text: str) -> str | None:
    """The writing that most letters of a line are in; None where no writing has most."""
    if text.isascii():
        return "latin" if _TWO_LETTERS.search(text) else None
    counts = {name: len(letters.findall(text)) for name, letters in _LETTERS.items()}
    total = sum(counts.values())
    if total < 2:
        return None
    name = max(counts, key=lambda key: counts[key])
    return name if counts[name] > 0.7 * total else None


def _by_small_words(sample: str) -> str | None:
    """The language whose small words are plainly the most; spares py3langid for most articles."""
    words = tokens(sample)
    if len(words) < 40:
        return None
    known = _languages_of_words()
    counts = Counter(name for word in words if word in known for name in known[word])
    if not counts:
        return None
    (language, best), (_, second) = [*counts.most_common(2), ("", 0)][:2]
    return language if best >= len(words) * 0.25 and best > 2 * second else None


def _script_of(language: str) -> str | None:
    return {
        "ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic", "be": "cyrillic", "mk": "cyrillic",
        "el": "greek", "ar": "arabic", "fa": "arabic", "ur": "arabic", "he": "hebrew",
        "ja": "east asian", "zh": "east asian", "ko": "east asian", "sr": None, "hi": "other",
        "bn": "other", "ka": "other", "hy": "other", "th": "other", "ps": "arabic", "ckb": "arabic",
        "ne": "other", "mr": "other", "ta": "other", "te": "other", "kn": "other", "ml": "other",
        "gu": "other", "pa": "other", "si": "other", "km": "other", "lo": "other", "my": "other",
        "am": "other", "ti": "other", "kk": "cyrillic", "ky": "cyrillic", "mn": "cyrillic",
        "tg": "cyrillic", "yi": "hebrew", "ug": "arabic", "sd": "arabic", "or": "other",
    }.get(language, "latin")  # fmt: skip


@cache
def _languages_of_words() -> dict[str, frozenset[str]]:
    """Each small word with the languages that have it."""
    known: dict[str, set[str]] = {}
    for language, words in table("function_words").items():
        for word in words.split():
            known.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in known.items()}
