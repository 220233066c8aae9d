"""How a publication names itself around an article, and what it says of itself there."""

from __future__ import annotations

import re
from functools import cache

from bot.corpus.press_names import cleaned_name, looks_like_publisher
from bot.corpus.rules import table
from bot.corpus.wording import ends_sentence, folded, is_name, parts, tokens, word_count

_LEADING = re.compile(
    r"((?:The )?[A-ZÀ-ÞА-Я][\w’'-]*"
    r"(?: (?:& |of |and |und |de |du |des |the )?[A-ZÀ-ÞА-Я][\w’'-]*){1,3})(?= [a-zß-ÿа-я])"
)
_ARTICLES = frozenset("the a an your our die der das le la el il lo o a de het den det".split())
_LONGEST_CLAIM = 90


def claimant(line: str) -> str | None:
    """Whose piece a line calls the article: `A Reef Report exclusive`, `Special to Reef Report`."""
    text = line.strip(" *_–—-|•·:.!")
    if len(text) > _LONGEST_CLAIM or word_count(text) > 9 or ends_sentence(line.rstrip(":!")):
        return None
    start = folded(text)
    for opening in _claim_openings():
        if start.startswith(opening):
            name = cleaned_name(text[len(opening) :])
            return name if is_name(name) else None
    claim = next((claim for claim in _claims() if start.endswith(claim)), None)
    if claim is None:
        return None
    name = " ".join(text.split()[: -len(claim.split())])
    name = re.sub(r"^(?:an?|the|ein|une?|una?)\s+(?=[A-ZÀ-Þ])", "", name, flags=re.I)
    return name if is_name(name) and looks_like_publisher(name) else None


@cache
def _claim_openings() -> tuple[str, ...]:
    return tuple(f"{folded(text)} " for text in table("labels")["claim_openings"])


@cache
def _claims() -> tuple[str, ...]:
    """The longer before the shorter, each with the space before it."""
    claims = (f" {folded(text)}" for text in table("labels")["claims"])
    return tuple(sorted(claims, key=lambda claim: (-len(claim), claim)))


def is_slogan(piece: str) -> bool:
    """Whether a piece beside a name says what it is: `the magazine for riders`."""
    words = tokens(piece)
    return (
        3 <= len(words) <= 12 and words[0] in _ARTICLES and not self_words().isdisjoint(words[1:4])
    )


def leading_name(line: str) -> str | None:
    """The name that a line begins with: before a bar or a full stop, or before its small words."""
    if match := _LEADING.match(line):
        return cleaned_name(match[1]) or None
    first = re.split(r"[.!?:,]\s", (parts(line) or ("",))[0])[0]
    is_lead = is_name(first) and word_count(first) <= 5 and not re.search(r"\d", first)
    return cleaned_name(first) if is_lead else None


def states_of_itself(line: str, name: str) -> bool:
    """Whether a sentence says what a publication is or does: `X does not take positions.`"""
    rest = tokens(line)[len(tokens(name)) :]
    if len(rest) > 16 or re.search(r"\d", line):
        return False
    return any(rest[: len(words)] == words for words in _self_statements())


def belongs_to_press(line: str, name: str) -> bool:
    """Whether a line says what body or code of the press a publication belongs to: `X is a member
    of the Press Council`."""
    rest = tokens(line)[len(tokens(name)) :]
    return any(
        rest[: len(words)] == words and not _press_bodies().isdisjoint(rest[len(words) :])
        for words in _memberships()
    )


@cache
def _memberships() -> tuple[tuple[str, ...], ...]:
    return tuple(tokens(text) for text in table("labels")["memberships"])


@cache
def _press_bodies() -> frozenset[str]:
    return frozenset(word for text in table("labels")["press_bodies"] for word in tokens(text))


def home_of(line: str) -> str | None:
    """The work of reference that a line says its text stands in: `From the Pocket Guide, the guide
    that anyone can edit`."""
    if word_count(line) > 18 or ends_sentence(line):
        return None
    match = _home().match(line)
    if match is None or not _slogan().search(line):
        return None
    name = cleaned_name(match["name"])
    return name if is_name(name) else None


def kept_in(line: str) -> str | None:
    """The name in a line below a text of a page's copy: `Printed from the Pocket Guide`."""
    if word_count(line) > 12 or ends_sentence(line):
        return None
    match = _kept_in().fullmatch(line.strip(" ()[]"))
    name = cleaned_name(match["name"]) if match else ""
    return name if is_name(name) and word_count(name) >= 2 else None


@cache
def _home() -> re.Pattern[str]:
    opening = "|".join(table("notices")["home"])
    return re.compile(
        rf"(?:{opening})\s*(?P<name>[^\s,:][^,:–—]{{2,50}}?)(?:,|\s[–—-])\s+(?=[^\W\d_])",
        re.IGNORECASE,
    )


@cache
def _kept_in() -> re.Pattern[str]:
    opening = "|".join(table("notices")["kept_in"])
    return re.compile(rf"(?:{opening})\s+(?:the\s+)?(?P<name>.{{3,60}})", re.IGNORECASE)


@cache
def _slogan() -> re.Pattern[str]:
    return re.compile("|".join(table("notices")["slogans"]), re.IGNORECASE)


@cache
def _self_statements() -> tuple[tuple[str, ...], ...]:
    return tuple(tokens(text) for text in table("labels")["self_statements"])


@cache
def self_words() -> frozenset[str]:
    """Words with which a publication speaks of itself: magazine, readers, edited."""
    return frozenset(word for text in table("labels")["self_words"] for word in tokens(text))
