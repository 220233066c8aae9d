"""The title of an article: given, in its first lines, or made of its first words.

One module, since what is no title is told by what else the first lines are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from bot.corpus.belonging import opens_letter
from bot.corpus.bylines import author_of
from bot.corpus.datelines import DateLine
from bot.corpus.dates import find_dates
from bot.corpus.draft import Line
from bot.corpus.editions import edition_names, names_issue
from bot.corpus.languages import is_other_language
from bot.corpus.lines import is_body, stems
from bot.corpus.phrases import Phrase
from bot.corpus.press_names import cleaned_name, could_be_publisher, looks_like_publisher
from bot.corpus.publishers import (
    LONE,
    MASTHEAD,
    MENTION,
    TITLE_END,
    Traces,
)
from bot.corpus.wording import (
    ends_sentence,
    folded,
    is_name,
    parts,
    similar_start,
    tokens,
    word_count,
)

_MOST_WORDS = 32
_LONGEST = 400
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3,}[\"'”’»)]*\.[\"'”’»)]*\s+[\"'“‘«(]?[A-ZÀ-ÞА-Я]")
"""A title of more characters is no title, and not worth the search for a site's name in it."""
_SITE = re.compile(
    r"^(?P<title>.{12,}?)\s*(?P<mark>\s[|•·¦:–—-]|\||::|»|«)\s*(?P<site>[^|•·¦–—]{2,60})$"
)

_STRONG_MARKS = frozenset("| • · ¦ :: » «".split())
_FRONT = re.compile(r"^(?P<site>[^|•·¦:]{2,40}?)\s*(?:[|•·¦:]|\s[–—-])\s+(?P<title>.{12,})$")


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


def without_site(title: str, traces: Traces, known: str | None = None) -> str:
    """A page's title without the site's name behind a bar; the name is noted.

    Behind a dash or colon only a name that is known otherwise, or sounds like a publisher's, goes.
    """
    if len(title) > _LONGEST:
        return title
    while match := _SITE.match(title):
        site, mark = cleaned_name(match["site"]), match["mark"].strip()
        is_site = is_name(site) or (mark in _STRONG_MARKS and could_be_publisher(site, "en"))
        if not site or not is_site or word_count(match["title"]) < 2:
            break
        is_known = (known is not None and folded(site) == folded(known)) or traces.holds(site)
        if not (is_known or mark in _STRONG_MARKS or looks_like_publisher(site)):
            break
        traces.add(site, TITLE_END)
        title = match["title"].strip()
    return _without_site_in_front(title, traces, known)


def note_site(page_title: str, heading: str | None, traces: Traces) -> None:
    """Notes the site's name where a page's title is its heading and that name."""
    if heading is None or len(page_title) > _LONGEST or folded(heading) == folded(page_title):
        return
    for match in (_SITE.match(page_title), _FRONT.match(page_title)):
        if match and folded(match["title"]) == folded(heading):
            traces.add(match["site"], TITLE_END)
            return


def _without_site_in_front(title: str, traces: Traces, known: str | None) -> str:
    match = _FRONT.match(title)
    if match is None:
        return title
    front = cleaned_name(match["site"])
    is_known = traces.holds(front) or (known is not None and folded(front) == folded(known))
    if is_known or (is_name(front, 4) and _ends_like_publisher(front)):
        traces.add(front, TITLE_END)
        return match["title"].strip()
    return title


def _ends_like_publisher(front: str) -> bool:
    """Whether the press word of a name is its last or first: no "Letter from the Rock"."""
    return looks_like_publisher(front) and not re.search(r"\s(?:from|to|on|in|for)\s", front, re.I)


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
    if candidates == [0] and _is_lone_masthead(lines, date_lines):
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
            is_on_subject = len(stems(first.text) & _subjects(lines)) >= 2
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
    if headings and _are_mastheads(headings, candidates, lines):
        headings = []
    page_words = folded(page_title or "")
    for at in sorted(headings or candidates, key=lambda at: -len(lines[at].text)):
        if word_count(lines[at].text) > 2 and folded(lines[at].text) in page_words:
            return at
    subjects = _subjects(lines)
    first, *others = headings or candidates
    below_masthead = False
    for number, other in enumerate(others):
        text, following = lines[first].text, lines[other].text
        is_masthead = _is_masthead(text, following, date_lines, traces, subjects) or (
            first == 0 and _is_above_edition(lines, date_lines, phrases, first, other)
        )
        is_kicker = word_count(text) <= 3 and word_count(following) >= 5
        if first and not is_masthead and re.fullmatch(r"[-=_~*]{4,}", lines[first + 1].text):
            break  # underlined, and no masthead on top
        if word_count(text) <= 3 and word_count(following) <= 3:  # a menu, an entry a line
            is_kicker = any(word_count(lines[at].text) >= 5 for at in others[number + 1 :])
        if not (
            is_masthead
            or is_kicker
            or similar_start(text.rstrip(" .…"), following)
            or _is_aside(text, [lines[at].text for at in others[number:]], subjects)
            or _is_beside_the_point(lines, first, other, date_lines, subjects, language)
            or (below_masthead and _is_slogan(lines, first, other, date_lines, subjects))
        ):
            break
        below_masthead = below_masthead or is_masthead
        if is_masthead:
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


def _are_mastheads(headings: list[int], candidates: list[int], lines: list[Line]) -> bool:
    """Whether the headings only name the publisher, and a line below is about the text."""
    subjects = _subjects(lines)
    return all(
        looks_like_publisher(lines[at].text)
        and word_count(lines[at].text) <= 4
        and not stems(lines[at].text) & subjects
        for at in headings
    ) and any(at > headings[-1] and len(stems(lines[at].text) & subjects) >= 2 for at in candidates)


def _subjects(lines: list[Line]) -> set[str]:
    """The stems of the text, which a title shares and a menu or a masthead does not."""
    return {stem for line in lines if is_body(line) for stem in stems(line.text)}


def _is_masthead(
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


def _is_beside_the_point(
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


def _is_lone_masthead(lines: list[Line], date_lines: Mapping[int, DateLine]) -> bool:
    """Whether the first line names the publisher of a text that has no title: a date and no other
    such name follows it, and the text is about something else."""
    text = lines[0].text
    return (
        1 in date_lines
        and not any(map(looks_like_publisher, date_lines[1].names))
        and is_name(text)
        and looks_like_publisher(text)
        and not stems(text) & _subjects(lines)
    )


def _is_above_edition(
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


def _is_slogan(
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


def _is_aside(text: str, following: list[str], subjects: set[str]) -> bool:
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
