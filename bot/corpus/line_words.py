"""Reads each line of a draft for a date and for phrases of boilerplate, and drops none yet."""

from __future__ import annotations

import re

from bot.corpus.belonging import fact_flags, surely_text
from bot.corpus.datelines import (
    date_line,
)
from bot.corpus.editions import edition_names
from bot.corpus.judgement import Judgement
from bot.corpus.lines import (
    is_body,
)
from bot.corpus.mastheads import (
    claimant,
    home_of,
    kept_in,
)
from bot.corpus.notices import labelled_publisher, original_of, owner
from bot.corpus.openings import named_source
from bot.corpus.phrases import Phrase
from bot.corpus.press_names import is_body_name
from bot.corpus.publishers import (
    BESIDE_DATE,
    LONE,
    MASTHEAD,
    MENTION,
)
from bot.corpus.wording import (
    is_name,
    tokens,
)


def judge_words(judged: Judgement) -> None:
    """Reads each line for a date line and for phrases; drops nothing yet."""
    judged.facts = fact_flags(judged.lines)
    judged.belongs = surely_text(judged.lines)
    for position, line in enumerate(judged.lines):
        if judged.belongs[position]:
            continue
        found = date_line(line.text, judged.language, judged.book)
        is_fact = judged.facts[position] and not (found and not found.names)
        is_listed = line.kind == "item" and not line.text[:1].isdigit()  # "12. června 2013"
        if found and not is_fact and line.kind != "row" and not is_listed:
            judged.date_lines[position] = found
        if line.kind == "row":  # a table may well have the columns "Map" and "Video"
            known = [piece for piece in judged.book.pieces(line.text) if piece]
            if known and len(known) == len(judged.book.pieces(line.text)):
                judged.phrases[position] = known[0]
        elif position < 8 and (name := home_of(line.text)):
            judged.phrases[position] = Phrase(("from",), "whole", "kicker", "en", 18)
            judged.traces.add(name, BESIDE_DATE)
        elif name := claimant(line.text):
            judged.phrases[position] = Phrase(("exclusive",), "whole", "kicker", "en", 9)
            judged.traces.add(name, BESIDE_DATE)
        elif phrase := judged.book.match(line.text):
            judged.phrases[position] = phrase
            judged.facts[position] = False
        elif phrase := judged.book.mostly(line.text):
            judged.phrases[position] = phrase
        elif position < 8 and not found and (names := edition_names(line.text)) is not None:
            judged.phrases[position] = Phrase(("issue",), "whole", "kicker", "en", 14)
            for name in names[:1]:
                judged.traces.add(name, BESIDE_DATE)
        is_edge = position < 3 or position >= len(judged.lines) - 6
        if is_edge and (name := kept_in(line.text)):
            judged.traces.add(name, MASTHEAD)
        if name := labelled_publisher(line.text):
            judged.traces.add(name, LONE)
        elif owner(line.text) or original_of(line.text):
            judged.traces.add_notice(line.text)
        elif (
            position < 8 and position not in judged.phrases and (source := named_source(line.text))
        ):
            judged.traces.add(source, MENTION if is_body(line) else BESIDE_DATE)


def note_release(judged: Judgement) -> None:
    """Whose press release it is: `About Lakeside Trust` below one, or a body's name above."""
    if not any(phrase.words in _RELEASE_WORDS for phrase in judged.phrases.values()):
        return
    for line in judged.lines[:8]:
        if is_body_name(line.text) and is_name(line.text, 9):
            judged.traces.add(line.text, BESIDE_DATE)
    for line in judged.lines:
        name = re.fullmatch(r"(?:About|Über|Acerca de|À propos de|Sobre) (.{4,60}?):?", line.text)
        if name and is_name(name[1]) and not judged.book.match(name[1]):
            judged.traces.add(name[1], BESIDE_DATE)


_RELEASE_WORDS = frozenset(
    tokens(text)
    for text in ("for immediate release", "press release", "media release", "news release",
                 "media contact", "press contact", "notes to editors", "pressemitteilung",
                 "communiqué de presse", "nota de prensa", "comunicato stampa")
)  # fmt: skip
