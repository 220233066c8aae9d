"""What stands above a title and is none: a masthead, its slogan, an edition's number, a menu. Pure.

A line is known by what the text is about: a title shares words with it, a masthead does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.corpus.datelines import DateLine
from bot.corpus.dates import find_dates
from bot.corpus.draft import Line
from bot.corpus.editions import edition_names, names_issue
from bot.corpus.languages import is_other_language
from bot.corpus.lines import is_body, stems
from bot.corpus.phrases import Phrase
from bot.corpus.press_names import looks_like_publisher
from bot.corpus.publishers import Traces
from bot.corpus.wording import folded, is_name, parts, word_count


def subjects_of(lines: list[Line]) -> set[str]:
    """The stems of the text, which a title shares and a menu or a masthead does not."""
    return {stem for line in lines if is_body(line) for stem in stems(line.text)}


def are_mastheads(headings: list[int], candidates: list[int], lines: list[Line]) -> bool:
    """Whether the headings only name the publisher, and a line below is about the text."""
    subjects = subjects_of(lines)
    return all(
        looks_like_publisher(lines[at].text)
        and word_count(lines[at].text) <= 4
        and not stems(lines[at].text) & subjects
        for at in headings
    ) and any(at > headings[-1] and len(stems(lines[at].text) & subjects) >= 2 for at in candidates)


def is_masthead(
    text: str,
    following: str,
    date_lines: Mapping[int, DateLine],
    traces: Traces,
    subjects: set[str],
) -> bool:
    """Whether a line above another that may be the title names the publisher, slogan or not."""
    beside_dates = {folded(name) for line in date_lines.values() for name in line.names}
    name, *rest = parts(text) or (text,)
    if traces.holds(name) or folded(name) in beside_dates:
        return not rest or not stems(" ".join(rest)) & subjects
    if not looks_like_publisher(name) or word_count(name) > 5:
        return False
    if rest and rest[0][:1].islower():  # Docket & Dispatch -- the weekly of courts
        return True
    is_next_one = looks_like_publisher(following) and is_name(following)
    if not rest and word_count(text) == 1 and not is_next_one:
        return True  # Grænsebladet
    if not rest:
        return word_count(text) <= 4 < word_count(following) + 1 or not stems(text) & subjects
    return is_name(name) and not stems(" ".join(rest)) & subjects


def is_beside_the_point(
    lines: list[Line],
    first: int,
    other: int,
    date_lines: Mapping[int, DateLine],
    subjects: set[str],
    language: str,
) -> bool:
    """Whether the next candidate is about the text, and this line above it is not or is foreign.

    A date between the two shows that the first is the title and the next a standfirst.
    """
    if any(at in date_lines for at in range(first, other)):
        return False
    text, following = lines[first].text, lines[other].text
    if following.endswith("?") and word_count(following) > 14 and word_count(text) >= 4:
        return False  # a text may open with a question; so long a title hardly is one
    if is_other_language(text, language) and not is_other_language(following, language):
        return True
    return not stems(text) & subjects and len(stems(following) & subjects) >= 2


def is_lone_masthead(lines: list[Line], date_lines: Mapping[int, DateLine]) -> bool:
    """Whether the first line names the publisher of a text that has no title: a date and no other
    such name follows it, and the text is about something else."""
    text = lines[0].text
    return (
        1 in date_lines
        and not any(map(looks_like_publisher, date_lines[1].names))
        and is_name(text)
        and looks_like_publisher(text)
        and not stems(text) & subjects_of(lines)
    )


def is_above_edition(
    lines: list[Line],
    date_lines: Mapping[int, DateLine],
    phrases: Mapping[int, Phrase],
    first: int,
    other: int,
) -> bool:
    """Whether the number of an issue, and no other name, stands between a line and the next that
    may be the title."""
    return any(
        (at in phrases and phrases[at].words == ("issue",) and not edition_names(lines[at].text))
        or (at in date_lines and not date_lines[at].names and _tells_issue(lines[at].text))
        for at in range(first + 1, other)
    )


def _tells_issue(text: str) -> bool:
    """Whether a date line tells a page or a number beside its date."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    return names_issue(text)


def is_slogan(
    lines: list[Line],
    first: int,
    other: int,
    date_lines: Mapping[int, DateLine],
    subjects: set[str],
) -> bool:
    """Whether a line below a masthead is its slogan: about nothing, and above the date."""
    is_above_date = any(at in date_lines for at in range(first, other))
    return (
        is_above_date
        and not stems(lines[first].text) & subjects
        and bool(stems(lines[other].text) & subjects)
    )


def is_aside(text: str, following: list[str], subjects: set[str]) -> bool:
    """Whether a line is about nothing in the text, while the next one is: a menu, a clock. Below a
    line of several parts another such line may stand."""
    if len(parts(text)) >= 3 and re.search(r"\s[>»›/]\s", text):  # Home > Africa > Conflicts
        return True
    is_menu = len(parts(text)) >= 3
    if stems(text) & subjects or not (is_menu or word_count(text) <= 4):
        return False
    if any(stems(other) & subjects for other in (following if is_menu else following[:1])):
        return True
    return any(len(stems(other) & subjects) >= 2 for other in following[1:2])
