"""Fits the weights of plain questions to the gold: `python -m tests.gold.fit_weights [FOLDER …]`.

For development only; takes a minute. Each plain question gives its candidate sentences with their
signs, those of them that a person would take for the answer, and one candidate more: silence. The
weights make the right one likely (a softmax with ridge regression, each sign allowed one direction
only, so that no accident of the sets turns "says another year" into praise).

What it prints first is the honest figure: the share answered rightly in each set by weights fitted
to all the *other* sets. FOLDERs hold further sets of the same form, outside of the repository.
Sets called `held_…` are left alone. Two kinds of examples more keep wrong lines out: the questions
of the tests in `tests/briefs/asking`, and each answerable one with a country put in the place of
another, of which the set says nothing.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

import bot.briefs.asking
import tests.briefs.asking
from bot.briefs.asking.found import weighed
from bot.briefs.asking.question import Asked
from bot.briefs.asking.question.reading import read_question
from bot.briefs.asking.weighing import GROUPS, Scored
from bot.store import View
from bot.store.library import Library
from bot.store.load import load
from tests.briefs.desks import library_of
from tests.gold.conftest import HERE, SETS
from tests.gold.scoring import comparable

_WEIGHTS: Final = Path(bot.briefs.asking.__file__).with_name("weights.toml")
_SILENCE: Final = 1.5  # how much more a wrong line costs than a right one is worth
_SWAPPED: Final = 0.3  # … where a country was put in the place of another
_ELSEWHERE: Final = ("Bolivia", "Zambia", "Laos", "Iceland", "Oman", "Fiji", "Uruguay", "Bhutan")
_RIDGE: Final = 0.0005
_ENOUGH: Final = 0.7  # the score of silence: more of it loses answers and hardly a wrong line
_STEPS: Final = 600

# sign → (direction, greatest weight, what it says); the comments of the file come from here
_SIGNS: Final[Mapping[str, tuple[int, float, str]]] = {
    "both_here": (1, 9, "the words are said where the names are told of"),
    "both_near": (1, 9, "the words are said, the names are those of the sentence before"),
    "both_topic": (1, 9, "the words are said, the names are what the article is about"),
    "both_fit": (1, 9, "the words, the names and something of the kind asked for together"),
    "unfit": (-1, 9, "nothing of the kind asked for"),
    "close": (1, 9, "what may be the answer stands close to the words"),
    "cue": (1, 9, "says a name or a purpose, where that is asked for"),
    "no_cue": (-1, 9, "does not, where that is asked for"),
    "name_here": (1, 9, "share of the names in the sentence"),
    "name_focus": (1, 9, "… that the sentence refers to"),
    "name_beside": (1, 9, "… in the sentence before"),
    "name_topic": (1, 9, "… that the article is about"),
    "name_near": (-1, 9, "… a few sentences before only"),
    "name_far": (-1, 9, "… elsewhere in the article only"),
    "name_missing": (-1, 9, "… nowhere in the article"),
    "any_missing": (-1, 9, "at least one name is nowhere in the article"),
    "no_name": (1, 9, "the question has no names"),
    "word_here": (1, 9, "share of the words, by weight, in the sentence"),
    "word_leaned": (1, 9, "… in the sentence before, which this one goes on about"),
    "word_before": (1, 9, "… in the sentence before"),
    "word_title": (1, 9, "… in the title"),
    "word_far": (-1, 9, "… elsewhere in the article"),
    "word_missing": (-1, 9, "… nowhere in the article"),
    "no_word": (1, 9, "the question has no words beside its names"),
    "absent": (-1, 9, "weight of the words that are nowhere in the article"),
    "unsaid": (-1, 9, "weight of the words that the sentence does not say"),
    "top": (1, 9, "the word that tells most is said"),
    "deed_here": (1, 9, "says what is done"),
    "deed_missing": (-1, 9, "says nothing of what is done"),
    "noun_rest": (-1, 9, "'Kenyan police officers' are counted, and no police is said"),
    "other_time": (-1, 9, "tells of another time than is asked about"),
    "against": (1, 0.6, "says not, never or only, where yes or no is asked"),
    "unreal": (-1, 9, "planned or proposed, where it is asked what happened"),
    "list": (1, 9, "a list of countries, where several are asked for"),
    "telling": (1, 9, "counts a thing that not every report counts: watchtowers, not soldiers"),
    "excluded": (-1, 9, "tells who has no part in it, where it is asked who has"),
    "long": (-1, 0.4, "a long sentence"),
}
_NAMES: Final = tuple(dict.fromkeys(GROUPS.values()))
_COLUMNS: Final = (
    *(("every", sign) for sign in _SIGNS),
    *((group, "bias") for group in _NAMES),
    *((group, sign) for group in _NAMES for sign in _SIGNS),
)
_PLACE: Final = {column: number for number, column in enumerate(_COLUMNS)}

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question's candidates: their signs, which hold the answer, which of these are best.

    `articles` are the files of the candidates, by number. No candidate may be right: silence is.
    """

    set_name: str
    answerable: bool
    signs: Floats
    right: NDArray[np.bool_]
    best: NDArray[np.bool_]
    articles: NDArray[np.int64]
    worth: float


def examples(name: str, folder: Path) -> list[Example]:
    """The plain questions of a set but those that are answered from facts."""
    wanted = json.loads((folder / "gold.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        library = Path(scratch) / "library.db"
        load(folder / "articles", library, lambda *_: None)
        plain = [one for one in wanted["questions"] if one["command"] == "free"]
        return asyncio.run(_collect(name, library, plain))


def examples_of_tests(module: ModuleType) -> list[Example]:
    """The questions that a module of tests puts to the files it writes: near misses, mostly."""
    files = list(module.FILES)
    told = {line: one for line, one in module.ANSWERED.items() if isinstance(one, str)}
    known = [(line, True, [re.escape(one)]) for line, one in told.items()]
    unknown = [(line, False, []) for line in module.SILENT]
    plain = [
        {
            "text": line,
            "answerable": answerable,
            "must_cite_all": files,
            "must_cite_any_of": [],
            "must_contain": must,
            "must_not_contain": [],
        }
        for line, answerable, must in (*known, *unknown)
        if not line.startswith("/")
    ]
    with tempfile.TemporaryDirectory() as scratch:
        library = library_of(Path(scratch), module.FILES)
        return asyncio.run(_collect(module.__name__, library, plain))


async def _collect(name: str, library: Path, plain: Sequence[Mapping[str, Any]]) -> list[Example]:
    found = []
    async with Library(library) as opened, opened.view() as view:
        told = await _places_told(view)
        for one in plain:
            found += await _examples(name, one, view)
            found += await _of_another_country(name, one, view, told)
    return found


async def _places_told(view: View) -> frozenset[str]:
    """All the places that a set speaks of."""
    read = await view.passages_of(list(view.cards))
    return frozenset(
        place for passages in read.values() for one in passages for place in one.places
    )


async def _of_another_country(
    name: str, one: Mapping[str, Any], view: View, told: frozenset[str]
) -> list[Example]:
    """The question, asked of a country of which the set says nothing: it has no answer."""
    if not one["answerable"]:
        return []
    text = one["text"]
    named = [m for m in view.gazetteer.mentions(text) if m.form == "name"]
    named = [m for m in named if view.gazetteer[m.key].kind == "country"]
    other = next((place for place in _ELSEWHERE if place.lower() not in told), None)
    if other is None:
        return []
    return [
        replace(swapped, worth=_SWAPPED)
        for m in named[:1]
        for swapped in await _examples(
            name,
            {**one, "answerable": False, "text": text[: m.start] + other + text[m.end :]},
            view,
        )
    ]


async def _examples(name: str, one: Mapping[str, Any], view: View) -> list[Example]:
    question = read_question(one["text"], view.gazetteer, view.missions)
    if question.about_border and len(question.places) == 2 and question.asked is Asked.LENGTH:
        return []
    _, scored = await weighed(view, question)
    files = [view.cards[s.passage.passage.article_id].file.partition("#")[0] for s in scored]
    right = [
        one["answerable"] and _is_right(one, s, file) for s, file in zip(scored, files, strict=True)
    ]
    if not scored or (one["answerable"] and not any(right)):
        return []
    signs = np.zeros((len(scored), len(_COLUMNS)))
    for row, candidate in enumerate(scored):
        group = GROUPS[question.asked]
        signs[row, _PLACE[group, "bias"]] = 1
        for sign, value in candidate.signs.items():
            signs[row, _PLACE["every", sign]] = value
            signs[row, _PLACE[group, sign]] = value
    held = np.array(right, bool)
    known = {file: number for number, file in enumerate(dict.fromkeys(files))}
    numbers = np.array([known[file] for file in files])
    worth = 1.0 if one["answerable"] else _SILENCE
    return [Example(name, one["answerable"], signs, held, _best(scored, held), numbers, worth)]


def _is_right(one: Mapping[str, Any], candidate: Scored, file: str) -> bool:
    """Whether a sentence has at least half of what an answer must say, in an article wanted."""
    wanted = set(one["must_cite_all"]).union(*one["must_cite_any_of"])
    said = comparable(" ".join(passage.text for passage in candidate.context))
    must = one["must_contain"]
    has = sum(bool(re.search(pattern, said, re.IGNORECASE)) for pattern in must)
    return (
        file in wanted
        and 2 * has >= len(must)
        and not any(re.search(p, said, re.IGNORECASE) for p in one["must_not_contain"])
    )


def _best(scored: Sequence[Scored], right: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Those right sentences that speak of the question: any "not" says no, but not to this."""
    if not right.any():
        return right
    spoken = np.array(
        [
            s.signs["both_here"]
            + 0.9 * s.signs["both_near"]
            + 0.6 * s.signs["both_topic"]
            - 0.5 * s.signs.get("unfit", 0.0)
            for s in scored
        ]
    )
    most = spoken[right].max()
    chosen: NDArray[np.bool_] = right & (spoken >= most - 0.45 * max(0.3, most))
    return chosen


def fitted(of: Sequence[Example]) -> Floats:
    """The weights that make the answers of the examples likely: Adam, kept within the bounds."""
    signs = np.concatenate([one.signs for one in of])
    best = np.concatenate([one.best for one in of])
    sizes = np.array([len(one.signs) for one in of])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    worth = np.array([one.worth for one in of])
    answerable = np.array([one.answerable for one in of])
    low, high = _bounds()
    weights, first, second = (np.zeros(len(_COLUMNS)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        scores = signs @ weights
        peak = np.maximum(np.maximum.reduceat(scores, starts), 0.0)
        likely = np.exp(scores - np.repeat(peak, sizes))
        whole = np.add.reduceat(likely, starts) + np.exp(-peak)
        likely /= np.repeat(whole, sizes)
        of_best = np.add.reduceat(np.where(best, likely, 0.0), starts) + 1e-12
        aim = np.where(best, likely / np.repeat(of_best, sizes), 0.0)
        aim *= np.repeat(answerable, sizes)
        slope = signs.T @ ((likely - aim) * np.repeat(worth, sizes)) / len(of) + _RIDGE * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        pace = 0.1 * min(1.0, 3 * (1 - step / _STEPS))
        move = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        weights = np.clip(weights - pace * move, low, high)
    return weights


def _bounds() -> tuple[Floats, Floats]:
    low, high = [], []
    for _, sign in _COLUMNS:
        direction, greatest, _ = _SIGNS.get(sign, (0, 9.0, ""))
        low.append(0.0 if direction > 0 else -greatest)
        high.append(0.0 if direction < 0 else greatest)
    return np.array(low), np.array(high)


def right_and_silent(weights: Floats, of: Sequence[Example]) -> tuple[int, int, int, int]:
    """Of the answerable: answered rightly, all; of the others: kept silent, all."""
    right = known = silent = unknown = 0
    for one in of:
        if one.worth == _SWAPPED:
            continue
        scores = one.signs @ weights - _ENOUGH
        order = np.argsort(-scores, kind="stable")
        lead = order[0]
        speaks = scores[lead] >= 0
        known += one.answerable
        unknown += not one.answerable
        silent += not one.answerable and not speaks
        near = [
            at
            for at in order[:3]
            if scores[lead] - scores[at] <= 1 and one.articles[at] == one.articles[lead]
        ]
        right += one.answerable and speaks and bool(one.right[near].any())
    return right, known, silent, unknown


def written(weights: Floats) -> str:
    """The file of weights, each with what its sign says."""
    lines = [
        "# How much each sign counts for a sentence being the answer to a question.",
        "# Fitted by tests/gold/fit_weights.py: fit again rather than edit, but for `enough`.",
        "",
        "[answer]",
        f"enough = {_ENOUGH}  # raise it for more silence, lower it for more answers",
    ]
    for group in ("every", *_NAMES):
        lines += ["", f"[{group}]"]
        for (of, sign), weight in zip(_COLUMNS, weights, strict=True):
            if of == group and (round(weight, 2) or sign == "bias"):
                told = _SIGNS[sign][2] if group == "every" else ""
                lines.append(f"{sign} = {weight:.2f}" + (f"  # {told}" if told else ""))
    return "\n".join(lines) + "\n"


def _modules_of_tests() -> Iterator[ModuleType]:
    """The modules beside the tests of plain questions that hold files and questions on them."""
    folder = Path(tests.briefs.asking.__file__).parent
    for path in sorted(folder.glob("test_*.py")):
        module = importlib.import_module(f"tests.briefs.asking.{path.stem}")
        if hasattr(module, "ANSWERED") and hasattr(module, "FILES"):
            yield module


def main(folders: Sequence[str]) -> None:
    tuned = [name for name in SETS if name.startswith("tune_")]
    sets = {name: HERE / name for name in tuned} | {Path(f).name: Path(f) for f in folders}
    found = [one for name, folder in sets.items() for one in examples(name, folder)]
    found += [one for module in _modules_of_tests() for one in examples_of_tests(module)]
    whole = np.zeros(4, int)
    for name in sets:
        weights = fitted([one for one in found if one.set_name != name])
        shares = right_and_silent(weights, [one for one in found if one.set_name == name])
        whole += shares
        print(f"{name}: right {shares[0]} of {shares[1]}, silent {shares[2]} of {shares[3]}")
    right, known, silent, unknown = whole
    print(f"all, each left out: right {100 * right / known:.1f} %, {100 * silent / unknown:.1f} %")
    weights = fitted(found)
    print("all, fitted: right {} of {}, silent {} of {}".format(*right_and_silent(weights, found)))
    _WEIGHTS.write_text(written(weights), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
