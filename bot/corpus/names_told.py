"""Whose names the lines around a text tell: the publisher's, an author's, an original's."""

from __future__ import annotations

import re

from bot.corpus.bylines import author_of, without_role
from bot.corpus.datelines import (
    DateLine,
    date_line,
)
from bot.corpus.judgement import Judgement
from bot.corpus.lines import is_body, stems
from bot.corpus.mastheads import (
    claimant,
    leading_name,
)
from bot.corpus.notices import original_of, owner
from bot.corpus.press_names import cleaned_name, is_body_name, looks_like_publisher
from bot.corpus.publishers import (
    BEFORE_DATE,
    BESIDE_DATE,
    LONE,
    MASTHEAD,
    MENTION,
)
from bot.corpus.rules import table
from bot.corpus.wording import (
    folded,
    is_name,
    parts,
    tokens,
    word_count,
)


def note_date(judged: Judgement, line: DateLine) -> None:
    """Keeps the date of a date line, and the names beside it."""
    if not line.kept:
        judged.dates.append((not line.updated, line.reading))
    for name in line.names:
        if name == line.source and len(line.names) > 1:
            judged.traces.original = judged.traces.original or name
        elif author := author_of(name):
            note_author(judged, author)
            if len(line.names) == 1 and (is_body_name(author) or " & " in author):
                judged.traces.add(author, LONE)  # 2016/12/15 by Shoal Office, by Spade & Seed
        elif claiming := claimant(name):
            judged.traces.add(claiming, BESIDE_DATE)
        elif not judged.book.match(name) or (
            looks_like_publisher(name) and not judged.book.whole(name) and is_name(name)
        ):
            is_place = line.joined and not (
                looks_like_publisher(name)
                or re.search(r" (?:&|and) |^The ", name)
                or re.fullmatch(r"(?:[A-ZÀ-Þ]\w+ ){2,}[A-ZÀ-Þ]\w+", name)  # few places have three
            )
            weight = BEFORE_DATE if is_place else BESIDE_DATE
            if is_place and word_count(name) == 2 and not _is_of_place(judged, name):
                weight = LONE
            judged.traces.add(name, weight, _banner_language(judged))


def _is_of_place(judged: Judgement, name: str) -> bool:
    """Whether a name is of a place: its words are those of places, or the text tells of one."""
    own, words, labels = stems(name), tokens(name), table("labels")
    if words[0] in labels["place_openings"] or words[-1] in labels["place_endings"]:
        return True
    return any(own & stems(line.text) for line in judged.lines if is_body(line))


def _banner_language(judged: Judgement) -> str | None:
    """The first language of a banner other than the text's and English."""
    known = ("en", judged.language)
    return next(
        (one.language for one in judged.phrases.values() if one.language not in known), None
    )


def note_author(judged: Judgement, author: str) -> None:
    """Keeps who wrote the article; `Bab Press staff` tells its publisher too."""
    judged.author = judged.author or author
    name = without_role(author)
    if name != author and looks_like_publisher(name):
        judged.traces.add(name, BESIDE_DATE)
    elif name != author and word_count(name) >= 2 and tokens(author)[-1] in ("staff", "newsroom"):
        judged.traces.add(name, LONE)


def note_names(judged: Judgement, text: str, weight: int) -> None:
    """The names among the few pieces of a dropped line: `© 2014 | Sahel & Horn`."""
    pieces = parts(text)
    if weight and 2 <= len(pieces) <= 4 and "?" not in text:
        for piece in pieces:
            if not judged.book.match(piece) and is_name(piece):
                is_sure = len(pieces) == 2 and (
                    word_count(piece) >= 2 or looks_like_publisher(piece)
                )
                judged.traces.add(piece, weight if is_sure else MENTION)


def note_beside_byline(judged: Judgement, text: str) -> None:
    """`By a staff writer / Northern Lights Reader`."""
    for piece in parts(text)[1:]:
        if word_count(piece) >= 2 and not judged.book.match(piece) and not author_of(piece):
            judged.traces.add(piece, MENTION)
    note_behind_byline(judged, text)


def note_behind_byline(judged: Judgement, text: str) -> None:
    """`From our correspondent, Fjord Mail`."""
    for name in text.split(", ")[1:]:
        if is_name(name) and looks_like_publisher(name) and not judged.book.match(name):
            judged.traces.add(name, MENTION)


def note_remaining(judged: Judgement, text: str) -> None:
    """A menu bar's one piece that is no word of menus: `Sahel & Horn | News | Weather`."""
    pieces = parts(text) if ":" not in text else ()  # "Tags: Greece | Red Sea"
    names = [
        piece for piece in pieces
        if not judged.book.match(piece) and not re.search(r"\d", piece)
        and (word_count(piece) >= 2 or looks_like_publisher(piece))
    ]  # fmt: skip
    if len(pieces) >= 3 and len(names) == 1 and not text.isupper():
        judged.traces.add(names[0], MASTHEAD)


def read_asides(judged: Judgement) -> None:
    """What the left-out parts of a page tell of date and publisher."""
    asides = [piece for text in judged.asides for piece in _SENTENCE_END.split(text)]
    for text in asides:
        if owner(text):
            judged.traces.add_notice(text)
        elif judged.metadata.published is None and (
            found := date_line(text, judged.language, judged.book)
        ):
            note_date(judged, found)
        elif phrase := judged.book.match(text):
            note_names(judged, text, MASTHEAD if phrase.category in TELLING else 0)


def note_masthead(judged: Judgement, position: int, rule: str) -> None:
    """A line of nothing but a name below the text or beside the date; else a press name.

    A lone name above the text is as often a kicker ("Air Defence") as a publisher.
    """
    pieces = [
        cleaned_name(piece)
        for part in parts(judged.lines[position].text)
        for piece in part.split(", ")
    ]
    is_dated = any(
        at in judged.date_lines and judged.lines[at].block == judged.lines[position].block
        for at in (position - 1, position + 1)
    )
    if position == (judged.title_at or 0) + 1 and len(pieces) > 1:
        names = [one for one in pieces if is_name(one) and not re.search(r"\d", one)]
        names = [one for one in names if word_count(one) >= 2 and not judged.book.match(one)]
        if len(names) == 1:  # Thimble & Thread · Issue 44 · Autumn
            judged.traces.add(names[0], LONE)
    for piece in pieces:
        if len(pieces) == 1 and word_count(piece) > 2 and _OF_STAFF.search(piece):
            # Cliff Daybook newsroom
            judged.traces.add(_OF_STAFF.sub("", piece), LONE)
        elif len(pieces) == 1 and is_dated:
            judged.traces.add(piece, BESIDE_DATE)
        elif _SIGNED.match(piece):
            continue
        elif len(pieces) == 1 and rule.startswith("below") and not re.search(r"\d", piece):
            is_sure = looks_like_publisher(piece) or (
                word_count(piece) >= 2 and piece != piece.swapcase()
            )
            judged.traces.add(piece, LONE if is_sure else MENTION)
        elif looks_like_publisher(piece):
            judged.traces.add(piece, MENTION)


def weigh_names(judged: Judgement) -> None:
    """Lets lines of the page around the text speak for the names that they hold.

    Headlines of other articles, captions and banners in another language name other things.
    """
    skipped = ("title", "repeats", "read_also", "in a list", "caption", "another language")
    around = [
        judged.lines[at].text
        for at, rule in sorted(judged.verdicts.items())
        if not rule.startswith(skipped)
    ]
    judged.traces.add_support(around + judged.asides)
    judged.traces.add_leading(
        name
        for text in dict.fromkeys(around)  # a kicker may stand there twice
        if not (owner(text) or original_of(text))
        and (name := leading_name(text))
        and not judged.book.match(name)
        and not _is_section(judged, name)
    )


def _is_section(judged: Judgement, name: str) -> bool:
    """Whether a name is of parts of a paper or of the world: `Food & Drink`, `War & Peace`."""
    if " & " not in name or looks_like_publisher(name):
        return False
    sections = table("labels")["sections"]
    return any(judged.book.pieces(name)) or any(
        folded(piece) in sections for piece in name.split(" & ")
    )


_SENTENCE_END = re.compile(r"(?<=[a-zß-ÿ\d]\.)\s+(?=[A-ZÀ-Þ])")
_SIGNED = re.compile(
    r"(?:[A-Z]\w+(?:ed|en|ne)|By|At|In|From|To|On|For)\s(?:at|in|by|from|on|to|for|the)\b", re.I
)
_OF_STAFF = re.compile(r"(?<=\w)\s(?:newsroom|staff|reporters|editors)$")
# Categories of phrases beside which a publisher gives its own name
TELLING = frozenset({"copyright", "newsletter", "app", "donation", "paywall", "share", "cookies"})
