"""Answers that are the name which something had before, or has since. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from bot.briefs.asking.answers_named import names
from bot.briefs.asking.other_names import Renaming, other_names
from bot.briefs.asking.question import Question
from bot.briefs.asking.spans import Span, matching, phrases
from bot.language.places import Gazetteer
from bot.language.words import as_name, words
from bot.store import ReadPassage


def former_or_present_names(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str
) -> Iterator[Span]:
    """The name that a thing had before, or has since, where the sentence tells of the change."""
    text = passage.passage.text
    others = {
        word for key in set(passage.missions) - set(question.missions) for word in key.split()
    }
    places = {(m.start, m.end) for m in gazetteer.mentions(text, passage.places)}
    named = [
        (span.start, span.end)
        for span in names(question, text, 1.0, 1.0, first_word=True)
        if not question.missions
        or (
            (span.start, span.end) not in places
            and _may_name_a_mission(text[span.start : span.end], others)
        )
    ]
    known = {as_name(word.text) for word in words(question.text) if word.capitalised}
    asked = [w.start for w in words(text) if w.capitalised and as_name(w.text) in known]
    asked = [at for at in asked if not any(start <= at < end for start, end in named)]
    renaming = Renaming(
        *(phrases("renaming", part) for part in ("forward", "backward", "announced"))
    )
    want_old = question.cue == "former name"
    for start, end in other_names(renaming, text, before, named, asked, want_old):
        yield Span(start, end, 1.0)
    if not want_old:
        yield from matching(phrases("renaming", "from_now_on"), text, 0.8)


def _may_name_a_mission(name: str, others: set[str]) -> bool:
    """Whether a name is of several words, in capitals, or that of a mission known."""
    return " " in name or name.isupper() or as_name(name) in others
