"""Where the places, missions and names of a question are told of: here, beside, far, or nowhere.

Pure but for the gazetteer of the view. Nothing is decided here: what is found are *signs*, shares
between 0 and 1; what each of them counts for is in `weights.toml`, read by `weighing`.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.parties import refers_to_others
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import Sayings
from bot.language.words import stem
from bot.store import ReadPassage, View

_WHERE = ("here", "focus", "beside", "topic", "near", "far", "missing")


def name_signs(
    question: Question, whole: ReadArticle, position: int, view: View, sayings: Sayings
) -> tuple[dict[str, float], bool]:
    """Where the places, missions and names of a question are told of, as shares of them.

    `here` is the sentence itself, `focus` what it refers to, `beside` the sentence before, `topic`
    the title or what the article is about, `near` three sentences before, `far` anywhere else in
    the article. Also whether the sentence before has to be quoted to make the subject clear.
    """
    passage = whole.passages[position]
    before = whole.passages[position - 1] if position else None
    same_paragraph = before is not None and before.passage.paragraph == passage.passage.paragraph
    found = [_place(key, question, whole, position, view, sayings) for key in question.places]
    dated = question.asked in (Asked.DATE, Asked.DURATION)
    of_others = question.asked in _HELD and refers_to_others(question, passage)
    found += [_mission(key, whole, position, dated, of_others) for key in question.missions]
    others = [_name(name, whole, position, sayings) for name in question.names]
    if _is_of_the_thing(question, passage.passage.text):
        found = ["focus" if where == "topic" else where for where in found]
    needs_before = same_paragraph and "beside" in (*found[: len(question.places)], *others)
    found += others
    signs = {f"name_{where}": found.count(where) / max(1, len(found)) for where in _WHERE}
    signs["no_name"] = float(not found)
    signs["any_missing"] = float("missing" in found)
    return signs, needs_before


def _is_of_the_thing(question: Question, text: str) -> bool:
    """Whether the subject of a sentence is what is asked to be counted, named before: "the force
    had 1,960 soldiers"."""
    subject = _THE_THING.match(text) if question.asked is Asked.COUNT else None
    return subject is not None and stem(subject[1]) in {*question.terms} - {*question.deeds}


_THE_THING: Final = re.compile(r"\W*The ([a-z]+)\b(?!['’]s?\b)")


def _place(
    key: str,
    question: Question,
    whole: ReadArticle,
    position: int,
    view: View,
    sayings: Sayings,
) -> str:
    passage = whole.passages[position]
    before = whole.passages[position - 1] if position else None
    related = sayings.parts[key]
    named = set(passage.places)
    if _of_body(key, passage):
        return "focus"
    opener = whole.asked_by.get(position)
    if opener is not None:
        named |= {*whole.passages[opener].places, *whole.passages[opener].focus_places}
    if related & named:
        return "here"
    of_line = question.about_border or len(question.places) > 1
    aside = opener is not None and opener < position - 1 and " | " not in passage.passage.text
    if of_line and aside:
        return "far"  # "Not Austria. It is Switzerland." answers for no line with Austria
    counts_them = key in question.noun_places and question.asked is Asked.COUNT
    if counts_them and (passage.missions or set(passage.places) - set(question.places)):
        return "far"  # the number is of these
    if counts_them and not (
        before is not None and whole.goes_on(position) and related & set(before.places)
    ):  # a number in a sentence without Italians is hardly one of "Italian soldiers"
        if related & set(passage.focus_places):
            return "focus"
        return "topic" if whole.is_titled(related) and not passage.places else "far"
    if related & set(passage.focus_places):
        return "focus"
    if before is not None and related & set(before.places):
        # "Oman and Qatar paid" tells nothing of Yemen, which the sentence before names
        if question.asked is Asked.DATE and _NEW_SUBJECT.match(passage.passage.text):
            return "near"
        apart = question.asked in _SPLIT or key in sayings.subject
        others = apart and view.gazetteer.countries(passage.places)
        return "far" if others and not whole.leans(position) else "beside"
    if related & whole.topic_places:
        if (
            key in sayings.subject
            and view.gazetteer.countries(passage.places)
            and not whole.leans(position)
        ):
            # what Angola proposed says nothing of whether Rwanda helps
            return "far" if question.asked is Asked.DATE else "near"
        return "topic" if whole.is_named_by(related, position) else "far"
    if any(related & set(p.places) for p in whole.near(position)):
        return "near"
    of_body = view.gazetteer.places[key].kind == "group" and whole.is_of_body(key)
    return "far" if of_body or related & whole.all_places else "missing"


def _of_body(key: str, passage: ReadPassage) -> bool:
    """Whether a sentence speaks of a mission whose name says whose it is: UNMIL, EUFOR."""
    sought = _OF_BODIES.get(key)
    missions = (*passage.missions, *passage.focus_missions)
    return sought is not None and any(sought.fullmatch(mission) for mission in missions)


_OF_BODIES: Final = {
    "united-nations": re.compile(r"un\w{2,7}|mi(?:n|p)\w{3,6}|onu\w{1,4}"),
    "european-union": re.compile(r"eu(?:for|navfor|tm|bam|mm|cap|pol|pm|lex)\b.*"),
}


# somebody of whom the sentence before said nothing: "Lord Carrington, the Foreign Secretary, …"
_NEW_SUBJECT: Final = re.compile(
    r"\W*(?:[A-Z][\w'’-]+\s+){1,3}[A-Z][\w'’-]+,\s+(?:the|a|an|its|their)\s"
)
_SPLIT: Final = (Asked.MONEY, Asked.SHARE)  # each pays and holds its own part


_HELD: Final = (Asked.WHO, Asked.COUNT)  # who leads a mission, and how many it has


def _mission(key: str, whole: ReadArticle, position: int, dated: bool, others: bool) -> str:
    """`dated` is whether a day is asked for, `others` whether the sentence refers to others."""
    passage = whole.passages[position]
    if key in passage.missions:
        return "here"
    if key in passage.focus_missions:
        return "focus"
    if position and key in whole.passages[position - 1].missions:
        return "beside"
    if key in whole.topic_missions:
        # a day in a sentence that tells of another mission is of that one
        return "near" if others or (passage.missions and dated) else "topic"
    if any(key in p.missions for p in whole.near(position)):
        return "near"
    return "far" if key in whole.all_missions else "missing"


def _name(name: str, whole: ReadArticle, position: int, sayings: Sayings) -> str:
    forms, roots = sayings.names[name]
    meant = _COUNTRY_OF.get(name)
    passage = whole.passages[position]
    if meant is not None and meant in (*passage.places, *passage.focus_places):
        return "here"
    if forms & whole.folded[position] or roots & whole.stems[position]:
        return "here"
    if any(forms & folded for folded in whole.folded[whole.told_from(position) : position]):
        return "beside"
    if (where := whole.where(position)) is not None and forms & whole.folded[where]:
        return "beside"
    if forms & whole.topic_folded:
        return "topic"
    if any(forms & folded for folded in whole.folded[max(0, position - 3) : position]):
        return "near"
    return "far" if forms & whole.all_folded else "missing"


# A name that is a person's, a state's and a city's in articles, and a country's in most questions
_COUNTRY_OF: Final = {"washington": "united-states"}
