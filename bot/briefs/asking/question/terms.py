"""The words of a question that a sentence must speak of, and which of them say what is done."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from bot.briefs.asking.question import Asked
from bot.briefs.asking.question.names import MONTH, is_kind_of_mission
from bot.briefs.asking.times import spans_of_times
from bot.language.lexicon import names_a_deed
from bot.language.words import Word, as_name, stem, stop_words


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a question before its terms: what it asks for and what is named. From
    `before` on it only tells before whom; `taken` are the spans of places and missions."""

    asked: Asked
    cue: str | None
    noun: tuple[str, ...]
    before: int
    taken: list[tuple[int, int]]


def names_and_terms(text: str, tokens: list[Word], held: Held) -> tuple[list[str], list[str]]:
    """Folded names, and stems of the other words that an answer must speak of, in order."""
    rules = _rules()
    stopped = stop_words()
    of_time = spans_of_times(text)
    names, terms = [], []
    for position, token in enumerate(tokens):
        inside = any(start <= token.start < end for start, end in (*held.taken, *of_time))
        if inside or token.text.lower() in stopped or _in_filler(text, token, held.asked):
            continue
        if token.text[0].isdigit():
            if _numbers_a_thing(tokens, position) or _FIGURE.fullmatch(token.text):
                names.append(token.text)
            continue
        if MONTH.fullmatch(token.text) or is_kind_of_mission(token, held.taken):
            continue
        if token.start >= held.before and token.capitalised:
            continue
        if held.asked is Asked.WHERE and _WHICH.search(text[: token.start]):
            continue  # "from which harbour": any place that is named may be one
        if _LED_BY.fullmatch(token.text) and _JOINED.search(text[: token.start]):
            continue  # "Kenyan-led" tells which force is meant, not what it did
        is_name = token.capitalised and position > 0 and not _follows_stop(text, token)
        if (
            is_name
            or re.search(r"\d", token.text)
            or (len(token.text) > 2 and token.text.isupper())
        ):
            names.append(as_name(token.text))
        elif (
            token.stem in rules.said_by_kind.get(held.asked, ())
            or token.stem in rules.said_by_cue.get(held.cue or "", ())
            or (held.cue == "former" and token.stem in rules.formerly)
        ):
            continue
        elif token.stem not in rules.frame and token.stem not in held.noun:
            terms.append(token.stem)
    return names, terms


@dataclass(frozen=True, slots=True)
class _Rules:
    """The stems of `words.toml`."""

    frame: frozenset[str]
    formerly: frozenset[str]
    said_by_kind: Mapping[str, frozenset[str]]
    said_by_cue: Mapping[str, frozenset[str]]


@functools.cache
def _rules() -> _Rules:
    text = resources.files("bot.briefs.asking.question").joinpath("words.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return _Rules(
        frame=_stems(data["frame"]),
        formerly=_stems(data["formerly"]),
        said_by_kind={kind: _stems(words) for kind, words in data["said_by_kind"].items()},
        said_by_cue={cue: _stems(words) for cue, words in data["said_by_cue"].items()},
    )


def _stems(listed: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed.split())


def without_lives(noun: tuple[str, ...], terms: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The noun and terms of a count, "how many lives did it cost" being one of people killed."""
    if noun != _LIVES:
        return noun, terms
    saved = not _SAVING.isdisjoint(terms)
    deed = stem("rescue" if saved else "killed")
    return _PEOPLE, [*(term for term in terms if term not in _TAKING | _SAVING), deed]


_LED_BY = re.compile(
    r"led|run|backed|commanded|headed|sponsored|mandated|authori[sz]ed|brokered|mediated|supported"
)
_WHICH = re.compile(r"\b(?:in|at|from|on|to) (?:which|what)\s+$", re.IGNORECASE)
_JOINED = re.compile(r"[A-Z][\w.’']*[-–]$")


def fixed_links(text: str, terms: list[str]) -> list[str]:
    """The terms of a question on a length: "the new Zambezi crossing" that has one is a bridge."""
    if not _CROSSING.search(text):
        return terms
    return [stem("bridge") if term == stem("crossing") else term for term in terms]


_CROSSING = re.compile(r"(?<!\bferry )(?<!\bboat )(?<!\bborder )\bcrossing\b", re.IGNORECASE)
_LIVES = (stem("lives"),)
_PEOPLE = (stem("people"),)
_TAKING = _stems("cost costs claim claimed take took lost lose")
_SAVING = _stems("save saved rescue rescued spare spared")


def asides_in(
    text: str, asked: Asked, tokens: list[Word], phrases: list[tuple[int, int, str]]
) -> tuple[str, ...]:
    """The stems behind "when" or "after" in a question that asks for no date, and behind what
    somebody may admit: "Cuba denies it" answers whether Cuba admits that it sent men."""
    if asked is Asked.WHETHER and (admits := ADMITS.search(text)):
        behind = [token.stem for token in tokens if token.start >= admits.end()]
        return (*behind, *(word for start, _, word in phrases if start >= admits.end()))
    match = re.search(
        r"(?<=\w)\s+(?:when|after|before|while|by the time)\s+(?:it|they|the|he|she)\b", text
    )
    if match is None or asked is Asked.DATE:
        return ()
    behind = [token.stem for token in tokens if token.start >= match.start()]
    return (*behind, *(word for start, _, word in phrases if start >= match.start()))


def matters_named(tokens: list[Word]) -> tuple[str, ...]:
    """The stems of words that only say what kind of a matter a name is: "the Preah Vihear
    dispute". An article on it may speak of the temple and of no dispute."""
    return tuple(
        own.stem
        for before, own in itertools.pairwise(tokens)
        if before.capitalised and own.stem in _MATTERS and not _OWNER.search(before.text)
    ) + tuple(
        own.stem
        for own, behind in itertools.pairwise(tokens)
        if own.stem in _OF_MANY and behind.stem in _SENT
    )


_OF_MANY = _stems("regional multinational international")
_SENT = _stems("mission force troops operation soldiers contingent")


_MATTERS = _stems(
    "dispute quarrel row crisis standoff question issue affair case matter problem "
    "neck corridor strip gap finger panhandle salient"
)


ADMITS = re.compile(
    r"\b(?:admits?|admitted|accepts?|accepted|acknowledges?|acknowledged|concedes?|conceded|"
    r"confess(?:es|ed)?|owns? up|owned up)\s+(?=that\b|to\b|having\b|any\b|it\b|its\b|being\b|"
    r"responsib|a hand\b|a part\b)",
    re.IGNORECASE,
)


def deeds_among(
    text: str,
    asked: Asked,
    tokens: list[Word],
    terms: list[str],
    phrases: list[tuple[int, int, str]],
) -> tuple[str, ...]:
    """The terms that say what is done, by their form, by the lexicon, or by where they stand."""
    forms = {token.stem: token.text.lower() for token in tokens}
    helped = bool(re.search(r"\b(?:do|does|did|will|would|can|could)\b", text, re.IGNORECASE))
    # "did Chile promise": a verb right behind its subject
    last = ""
    if len(tokens) > 1 and tokens[-2].capitalised and not _OWNER.search(tokens[-2].text):
        last = tokens[-1].stem
    of_phrases = {word for _, _, word in phrases}
    who = _BEHIND_WHO.search(text)
    behind_who = stem(who[1]) if who else None
    found = [
        term
        for number, term in enumerate(terms)
        if term in of_phrases
        or forms.get(term, "").endswith("ed")
        or (helped and term == last)
        or (asked is Asked.WHO and term == behind_who)
        or names_a_deed(term)
        or (term.startswith("re") and names_a_deed(term[2:]))
    ]
    verbs = [deed for deed in found if deed not in of_phrases and not _is_thing(deed, tokens)]
    if verbs and asked is Asked.WHETHER:  # "did anybody shoot in the Galwan clash"
        found = [deed for deed in found if deed in (*verbs, *of_phrases)]
    return tuple(dict.fromkeys(found))


def _is_thing(deed: str, tokens: list[Word]) -> bool:
    """Whether a word that may be a verb is a noun: behind an article or a name."""
    return any(
        own.stem == deed and (before.text.lower() in _ARTICLES or named)
        for number, (before, own) in enumerate(itertools.pairwise(tokens))
        if (named := before.capitalised and number > 0 and tokens[number - 1].text in _ARTICLES)
        or before.text.lower() in _ARTICLES
    )


_ARTICLES = ("the", "a", "an", "its", "their", "his", "her", "this", "that")
_OWNER = re.compile(r"['’]s?$")
_BEHIND_WHO = re.compile(
    r"\bwho(?:m|se)?\s+(?:(?:is|are|was|were|has|have|had|do|does|did|will|would|can|may|must|first|"
    r"also|still|not|been|to|\w+ly)\s+)*([\w'’-]+)",
    re.IGNORECASE,
)


def inside_idiom(term: str, tokens: list[Word], phrases: list[tuple[int, int, str]]) -> bool:
    """Whether a term stands only within phrases that have a meaning of their own."""
    spots = [token.start for token in tokens if token.stem == term]
    return bool(spots) and all(any(a <= spot < b for a, b, _ in phrases) for spot in spots)


def _numbers_a_thing(tokens: list[Word], position: int) -> bool:
    """Whether a number belongs to a name: Article 9, resolution 2703, Estlink 2."""
    before = tokens[position - 1] if position else None
    if before is None or MONTH.fullmatch(before.text):
        return False
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is not None and MONTH.fullmatch(after.text):
        return False
    return before.stem in _NUMBERED or (
        before.capitalised and position > 1 and len(tokens[position].text) < 4
    )


# a figure that the question gives, and no year
_FIGURE = re.compile(r"(?!(?:1[4-9]|20)\d\d$)\d[\d.,]{2,}")
_NUMBERED = _stems("article resolution chapter section protocol line route highway number")


_PARTS_OF_TIME = frozenset("late early mid end middle beginning start".split())
_MONTH_BEHIND = re.compile(
    rf"[\s-]+(?:of\s+)?(?:{MONTH.pattern}|\b(?:1[89]|20)\d\d\b)", re.IGNORECASE
)
_AT_SOME_TIME = frozenset("first last least once present moment start outset beginning".split())


def _in_filler(text: str, token: Word, asked: Asked) -> bool:
    before = text[: token.start]
    if token.text.lower() in _PARTS_OF_TIME and _MONTH_BEHIND.match(text, token.end):
        return True
    if token.text.lower() == "end":
        last = asked is Asked.WHETHER and not text[token.end :].strip(" ?.!")
        return bool(last and re.search(r"\b(?:at|in) the $", before))
    return bool(
        token.text.lower() in _AT_SOME_TIME and re.search(r"\bat (?:the |its |their )?$", before)
    )


def _follows_stop(text: str, token: Word) -> bool:
    """Whether a capital is only that of a new sentence."""
    return bool(re.search(r"[.!?]\s*$", text[: token.start]))
