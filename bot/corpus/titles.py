"""The title of an article: in its first lines, or made of its first words. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from bot.corpus.above_titles import (
    are_mastheads,
    is_above_edition,
    is_aside,
    is_beside_the_point,
    is_lone_masthead,
    is_masthead,
    is_slogan,
    subjects_of,
)
from bot.corpus.belonging import opens_letter
from bot.corpus.bylines import author_of
from bot.corpus.datelines import DateLine
from bot.corpus.draft import Line
from bot.corpus.lines import is_body, stems
from bot.corpus.phrases import Phrase
from bot.corpus.press_names import looks_like_publisher
from bot.corpus.publishers import (
    LONE,
    MASTHEAD,
    MENTION,
    Traces,
)
from bot.corpus.wording import (
    ends_sentence,
    folded,
    parts,
    similar_start,
    tokens,
    word_count,
)

_MOST_WORDS = 32
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3,}[\"'”’»)]*\.[\"'”’»)]*\s+[\"'“‘«(]?[A-ZÀ-ÞА-Я]")
_OPEN_ENDS = frozenset(
    (
        "a an the of to in on at for from with by and or as into over under der die das den dem "
        "des von zu zur zum mit und le la les du de des et en au aux sur el los las del y con il "
        "lo gli di da e per"
    ).split()
)
# ZCZC LRW219, U I BYLPRYR, BC-FORCE 1STLD 08-25 0184
_WIRE_CODE = re.compile(
    r"(?:ZCZC|NNNN)\b|[A-Za-z] [A-Za-z] [A-Z]{5,}$"
    r"|\^?(?:BC|AM|PM|PMS|AMS)-\S+.*[\s,]\d{3,4}$|[a-z]\d{4}\b"
)


_MARKS_AROUND = re.compile(
    "^[*_~\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\\s]+|[*_~\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\\s]+$"
)


def without_marks(title: str) -> str:
    """A title without what messengers put around one: `*Bridge opens* 🌉`; marks alone stay."""
    return _MARKS_AROUND.sub("", title) or title


def _is_code(text: str) -> bool:
    """Whether a line is a wire's or a telex's number: short words, half of them with digits."""
    words = text.split()
    numbers = sum(any(letter.isdigit() for letter in word) for word in words)
    is_number = len(words) >= 2 <= numbers and numbers * 2 >= len(words) <= 8
    shorts = all(any(mark.isdigit() for mark in word) or len(word) <= 3 for word in words)
    return _WIRE_CODE.match(text) is not None or (is_number and shorts and text.upper() == text)


def title_position(
    lines: list[Line],
    date_lines: Mapping[int, DateLine],
    phrases: Mapping[int, Phrase],
    traces: Traces,
    page_title: str | None,
    language: str = "en",
) -> int | None:
    """Where the title stands among the first lines; None where no line is written as one."""
    candidates = _candidates(lines, date_lines, phrases, page_title)
    if not candidates:
        return None
    if candidates == [0] and is_lone_masthead(lines, date_lines):
        traces.add(lines[0].text, MASTHEAD)
        return None
    return _best(candidates, lines, date_lines, phrases, traces, page_title, language)


def _is_in(heading: str, page_title: str) -> bool:
    """Whether a heading of some words stands in the page's title, as its headline does."""
    return word_count(heading) >= 3 and folded(heading) in folded(page_title)


def _candidates(
    lines: list[Line],
    date_lines: Mapping[int, DateLine],
    phrases: Mapping[int, Phrase],
    page_title: str | None,
) -> list[int]:
    candidates: list[int] = []
    for position, line in enumerate(lines):
        following = lines[position + 1] if position + 1 < len(lines) else None
        if not re.search(r"[^\W\d_]", line.text) or _is_code(line.text):  # "- 4 -"
            continue
        is_byline = author_of(line.text) and (position or (following and can_be_title(following)))
        if position in date_lines or is_byline or (following and _is_note(line.text)):
            continue
        if is_body(line) and not can_be_title(line):
            is_dated = position + 1 in date_lines
            if not candidates and is_dated and word_count(line.text) <= 16:
                candidates.append(position)
            break
        if line.kind in ("row", "item"):
            break
        is_headline = line.kind == "heading" and _is_in(line.text, page_title or "")
        may_be_one = can_be_title(line) or _is_shouted(line, lines)
        if is_headline or (may_be_one and position not in phrases):
            candidates.append(position)
    first = lines[0] if lines else None
    if not candidates and first and 0 in phrases and len(lines) > 1:
        label = phrases[0]
        if label.mode in ("start", "opening") and label.words[-1] == ":":
            candidates = [0] if can_be_title(first) and word_count(first.text) > 3 else []
        elif label.mode in ("within", "end", "sentence") and can_be_title(first):
            # only a loose phrase speaks against a line that is about what the text is about
            is_on_subject = len(stems(first.text) & subjects_of(lines)) >= 2
            candidates = [0] if is_on_subject and word_count(first.text) >= 5 else []
    return candidates


def _is_note(text: str) -> bool:
    """Whether a line is wholly in square brackets: a scanner's or an archive's note."""
    return text.startswith("[") and text.find("]") == len(text) - 1


def _best(
    candidates: list[int],
    lines: list[Line],
    date_lines: Mapping[int, DateLine],
    phrases: Mapping[int, Phrase],
    traces: Traces,
    page_title: str | None,
    language: str,
) -> int:
    """Headings first; a masthead or kicker gives way to the longer line behind it."""
    if (entry := _end_of_trail(candidates, lines)) is not None:
        return entry
    headings = [at for at in candidates if lines[at].kind == "heading"]
    if headings and are_mastheads(headings, candidates, lines):
        headings = []
    page_words = folded(page_title or "")
    for at in sorted(headings or candidates, key=lambda at: -len(lines[at].text)):
        if word_count(lines[at].text) > 2 and folded(lines[at].text) in page_words:
            return at
    subjects = subjects_of(lines)
    first, *others = headings or candidates
    below_masthead = False
    for number, other in enumerate(others):
        text, following = lines[first].text, lines[other].text
        is_above = is_masthead(text, following, date_lines, traces, subjects) or (
            first == 0 and is_above_edition(lines, date_lines, phrases, first, other)
        )
        is_kicker = word_count(text) <= 3 and word_count(following) >= 5
        if first and not is_above and re.fullmatch(r"[-=_~*]{4,}", lines[first + 1].text):
            break  # underlined, and no masthead on top
        if word_count(text) <= 3 and word_count(following) <= 3:  # a menu, an entry a line
            is_kicker = any(word_count(lines[at].text) >= 5 for at in others[number + 1 :])
        if not (
            is_above
            or is_kicker
            or similar_start(text.rstrip(" .…"), following)
            or is_aside(text, [lines[at].text for at in others[number:]], subjects)
            or is_beside_the_point(lines, first, other, date_lines, subjects, language)
            or (below_masthead and is_slogan(lines, first, other, date_lines, subjects))
        ):
            break
        below_masthead = below_masthead or is_above
        if is_above:
            traces.add(parts(text)[0], MASTHEAD)
        elif first == 0 and len(parts(text)) == 1:
            is_sure = word_count(text) >= 2 and not stems(text) & subjects
            traces.add(text, LONE if is_sure else MENTION)
        first = other
    return first


def goes_on(lines: list[Line], at: int, known: Collection[int]) -> bool:
    """Whether a title goes on in the line below it: one of the same block that begins in small
    letters, or follows a small word (`NO TO` / `EUROPEAN STATUTE`)."""
    if at + 1 >= len(lines) or at + 1 in known:
        return False
    first, other = lines[at], lines[at + 1]
    is_near = first.block == other.block and first.kind == other.kind == "text"
    words = tokens(first.text)
    if not is_near or not words or ends_sentence(first.text) or not can_be_title(other):
        return False
    if author_of(other.text) or len(parts(other.text)) > 1 or looks_like_publisher(other.text):
        return False
    if is_body(other) or word_count(first.text) + word_count(other.text) > 16:
        return False
    is_cut = words[-1] in _OPEN_ENDS and first.text.isupper() == other.text.isupper()
    begins_small = other.text[:1].islower() and tokens(other.text)[0] in _OPEN_ENDS
    return is_cut or (word_count(first.text) >= 3 and begins_small)


def _end_of_trail(candidates: list[int], lines: list[Line]) -> int | None:
    """The line that a trail above it ends in: `Pocket Guide > E > ECOMOG`, then `ECOMOG`."""
    for trail in candidates:
        pieces = parts(lines[trail].text)
        if len(pieces) < 3 or not re.search(r"\s[>»›/]\s", lines[trail].text):
            continue
        for at in candidates:
            if at > trail and folded(lines[at].text) == folded(pieces[-1]):
                return at
    return None


def can_be_title(line: Line) -> bool:
    """Whether a line near the top is written as a title: short, no sentence with a full stop."""
    text = line.text
    if line.kind in ("row", "item", "quote") or not 1 <= word_count(text) <= _MOST_WORDS:
        return False
    if len(text) > 250 or text.endswith(",") or not re.search(r"[^\W\d_]", text):
        return False
    if opens_letter(text) or (word_count(text) >= 12 and _TWO_SENTENCES.search(text)):
        return False
    return (
        not ends_sentence(text)
        or re.search(r"[?!][\"'”’»)]*$|(?:\.\.\.|…)$|\b[A-Z]\.$", text) is not None
    )


def _is_shouted(line: Line, lines: list[Line]) -> bool:
    """Whether a short line is in capitals and the text is not: headings of old had a full stop."""
    return (
        line.text.isupper()
        and word_count(line.text) <= 12
        and not all(other.text.isupper() for other in lines if is_body(other))
    )


def from_first_words(text: str, most_characters: int = 90) -> str:
    """The first sentence, cut at a word to about 90 characters, with … where it was cut."""
    if len(text) <= most_characters:
        return text
    cut = (
        text[: most_characters + 1].rsplit(" ", 1)[0]
        if " " in text[: most_characters + 1]
        else text[:most_characters]
    )
    return cut.rstrip(" ,;:–—-(\"'“‘") + "…"
