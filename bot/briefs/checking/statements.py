"""A message taken apart into what it states: sentences, without the talk around them. Pure.

What people put around a statement ("btw", "iirc", a wave, a smile) takes no part in it; it stands
in `verdicts.toml`. A sentence that starts with "it" speaks of what the one before spoke of.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Final

from bot.briefs.checking.said_alike import spelled_out
from bot.language.clauses import HELPING, PAST, is_deed
from bot.language.words import is_question, stop_words, words

_END: Final = re.compile(
    r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z])|(?<=[a-z0-9]{3}[.!?])\s+(?=[a-z])"
    r"|(?<=[!?]{2})\s+"  # who shouts goes on without a capital
)
_ABBREVIATED: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|"
    r"Oct|Nov|Dec|approx|etc|govt|dept|est|incl|excl|max|min|avg|nos))\.$"
)
_TAG: Final = re.compile(
    r",?\s*(?:right|correct|no|yes|eh|isn['’]t it|aren['’]t they|doesn['’]t it|"
    r"don['’]t they|hasn['’]t it|didn['’]t (?:it|they)|wasn['’]t it)\s*\?+$",
    re.IGNORECASE,
)
_SMILES: Final = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U000e0000-\U000e007f]|"
    r"(?<!\w)[:;]-?[)(DPpO/|](?!\w)|<3"
)
_JOINT: Final = re.compile(
    r"\s*;\s+|\s+[–—]\s+|,?\s+(?:and|but|while|whereas)\s+|,\s+(?:yet|so)\s+|,\s+(?=that['’]s\b)"
)
_SUBORDINATE: Final = re.compile(
    r"^(?:if|unless|when|because|although|since|should|once)\b", re.IGNORECASE
)


def statements(text: str) -> list[str]:
    """The sentences of a text that state something: no questions, no exclamations of two words."""
    found: list[str] = []
    for line in text.splitlines():
        pieces: list[str] = []
        for piece in _END.split(_SMILES.sub(" ", line).strip(" \t-–•*>#")):
            if pieces and _ABBREVIATED.search(pieces[-1]):
                pieces[-1] += f" {piece}"
            else:
                pieces.append(piece)
        found += [" ".join(piece.split()) for piece in pieces]
    found = [_TAG.sub(".", one) for one in found]
    return [one for one in dict.fromkeys(found) if _tells(one) >= 2 and not is_question(one)]


def _tells(text: str) -> int:
    stopped = stop_words()
    return sum(
        word.text.lower() not in stopped or (word.capitalised and word.text.isupper())
        for word in words(spelled_out(text))
    )


def parts(statement: str) -> list[str]:
    """What a sentence says one after the other, each with its subject: "A left and B stayed"."""
    if _SUBORDINATE.match(statement):
        return [statement]
    found: list[str] = []
    start, joint = 0, ""
    for match in (*_JOINT.finditer(statement), None):
        part = statement[start : match.start() if match else len(statement)].strip(" ,")
        if found and (
            not _has_deed(part)
            or not _has_deed(found[-1])
            or re.search(r"\b(?:between|both) [\w’' -]{1,30}$", found[-1])
        ):
            found[-1] += joint + part
        elif found and _begins_with_deed(part):
            found.append(f"{_subject(found[-1])} {part}")
        else:
            found.append(part)
        if match:
            start, joint = match.end(), match[0]
    return [one for one in found if one]


def spliced(statement: str) -> list[str]:
    """The sentences that somebody in a hurry joins by a comma or a stroke."""
    found = [""]
    for piece in _SPLICE.split(statement):
        if found[-1] and _has_deed(found[-1]) and _has_deed(piece):
            found.append(piece)
        else:
            found[-1] += piece
    if _SUBORDINATE.match(statement):
        return [statement]
    return [one for piece in found if (one := piece.strip(" ,/"))]


_SPLICE: Final = re.compile(r"(?=\s/\s|,\s+(?:the|it|they)\s)")


def clauses_told(sentence: str) -> list[str]:
    """The clauses of a sentence of an article, what is said aside ("which …") apart."""
    asides = []
    main = sentence
    for match in reversed(list(_ASIDE.finditer(sentence))):
        before = sentence[: match.start()]
        start = max(before.rfind(","), before.rfind(";"), before.rfind(" and ")) + 1
        asides.append(before[start:].strip() + match[0].rstrip(","))
        main = f"{main[: match.start()]} {main[match.end() :].lstrip()}".rstrip()
    pieces = [main] if _ROW.match(main) else _STRONG.split(main)
    for place in range(len(pieces) - 1, 0, -1):  # "five countries: Peru, Chile …" is one clause
        if not _has_deed(pieces[place]) and f"{pieces[place - 1]}: {pieces[place]}" in main:
            pieces[place - 1 : place + 1] = [f"{pieces[place - 1]}: {pieces[place]}"]
    found = [part for piece in pieces for part in parts(piece) if part]
    return [*found, *reversed(asides)] if len(found) + len(asides) > 1 else [sentence]


_ROW: Final = re.compile(r"^(?:[\w'’-]+ ){0,2}[\w'’-]+:\s")
_STRONG: Final = re.compile(
    r"[;:]\s+|\s+[–—]\s+|,?\s+(?=(?:because|although|though|after|before|when|while|whereas|until|since)\s(?:\S+\s){1,7}(?:is|was|are|were|had|has|have|would|will|did)\b)"
)
_ASIDE: Final = re.compile(
    r",\s+(?:(?:which|who|whom|whose|where)\b|(?:[a-z]+ed|drawn|known|led|built|held|made|sent)\s+"
    r"(?:by|in|from|at|on|after|along|as)\b)[^,;]*(?:,|(?=[.!?]?$))"
)


def _has_deed(text: str) -> bool:
    """Whether a part has a verb that can only be one: "crossings" may be things."""
    found = words(text)
    for place, word in enumerate(found):
        small = word.text.lower()
        if small in HELPING or small in PAST or (small.endswith("ed") and place + 1 < len(found)):
            return True
        if small == "cost" and place and _COSTS.match(text, word.end):
            return True
        if not place and small.endswith("s") and is_deed(word) and len(found) > 2:
            return True
        named = place and (
            (found[place - 1].capitalised and found[place - 1].text.lower() not in _DETERMINERS)
            or found[place - 1].text.lower() in _PERSONS
        )
        if named and small.endswith("s") and is_deed(word):
            return True
    return False


_COSTS: Final = re.compile(r"\s+(?:\w+\s+){0,2}[$€£]?\d")
_PERSONS: Final = ("it", "he", "she", "who", "which", "that", "nobody", "everyone", "everybody")


def _begins_with_deed(part: str) -> bool:
    first = [word for word in words(part)[:3] if word.text.lower() not in _BEFORE_VERBS][:1]
    return bool(first) and is_deed(first[0]) and first[0].text.lower() not in _DETERMINERS


_DETERMINERS: Final = frozenset(
    "the a an this that these those his her its their our my your all both some many "
    "no each every most".split()
)


_BEFORE_VERBS: Final = frozenset("not never also then now still since later only".split())


def _subject(part: str) -> str:
    for word in words(part):
        if is_deed(word):
            return part[: word.start].rstrip()
    return part


def without_talk(statement: str) -> str:
    """A statement without what people put before and behind it."""
    text = statement.strip(" .!…*_~\"'“”‘’()")
    label = _LABEL.match(text)
    if label and not _has_deed(label[0]) and _has_deed(text[label.end() :]):
        text = text[label.end() :]  # "fun facts: …"
    before, behind = _talk("before"), _talk("behind")
    while True:
        cut = behind.sub("", before.sub("", text)).strip(" ,.!…:;-–—()")
        if cut == text or not cut:
            return text
        text = cut


_LABEL: Final = re.compile(r"^(?:[^\W\d]+ ){0,3}[^\W\d]+:\s+(?=\S+\s\S+\s)")


# no statement begins with these
_BARE: Final = (
    r"^(?:btw|fyi|lol|haha|hey|hi|guys|folks|tbh|imo|imho|afaik|iirc|omg|wow|fwiw|yep|nope|yeah|ok|"
    r"okay|hmm|quick (?:one|note|q))\s+(?=\S+\s\S+\s)"
)


@functools.cache
def _talk(where: str) -> re.Pattern[str]:
    data = resources.files("bot.briefs.checking").joinpath("verdicts.toml").read_text("utf-8")
    some = sorted(tomllib.loads(data)["talk"][where], key=lambda one: (-len(one), one))
    said = "|".join(re.escape(one).replace("'", "['’]") for one in some)
    if where == "before":
        # "No soldiers came" and "All crossings are shut" begin with no talk: a comma has to follow
        return re.compile(
            rf"^(?:{said})(?:\s*[,:!…-]+\s*|(?<=that)\s+|(?<=think|heard|guess)\s+)|{_BARE}",
            re.IGNORECASE,
        )
    said += r"|that['’]s (?:\w+ ?){1,3}"
    return re.compile(
        rf"(?:\s*[,(–—-]+\s*|\s+(?=lol|imo|tbh|btw|afaik|iirc|haha))(?:{said})\)?$", re.IGNORECASE
    )


_PRONOUN: Final = re.compile(
    r"^(?:(it|they|he|she)\b|(its|their|his|her)\b|(that|it)['’]s\b)\s*", re.IGNORECASE
)


def leans(statement: str) -> bool:
    """Whether a statement leaves to the one before of what it speaks."""
    return _PRONOUN.match(statement) is not None


def with_subject(statement: str, subject: str | None) -> str | None:
    """A statement with a name for its "it"; None where there is none."""
    match = _PRONOUN.match(statement)
    if match is None:
        return statement
    if subject is None:
        return None
    rest = statement[match.end() :]
    if match[2]:
        return f"{subject}'s {rest}"
    return f"{subject} is {rest}" if match[3] else f"{subject} {rest}"
