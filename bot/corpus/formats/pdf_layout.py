"""Lines on pages → the lines of an article: paragraphs joined, running heads gone, rows of tables.

Knows no PDF, only where each line stands. Measures are points; a page's origin is its lower left
corner, so that the first line has the greatest baseline. One module: what is a column, a paragraph
or a running head is told by the same gaps between lines.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bot.corpus.draft import Line, LineKind
from bot.corpus.encodings import plain
from bot.corpus.wording import ends_sentence
from bot.model import DroppedLine

_BULLET = re.compile(r"[•‣◦▪●○■□–—*·\uf0b7-]|\(?\d{1,2}[.)]|\(?[a-z]\)")
_PAGE_NUMBER = re.compile(
    r"\W*(?:[^\W\d_]{1,12}\.?\s*)?#(?:\s*(?:/|\||[^\W\d_]{1,6})\s*#)?\W*", re.IGNORECASE
)
_HYPHEN = re.compile("(?<=[^\\W\\d_])[\\x02\u00ad-]$")
_MOST_HEADING_WORDS = 30
_BOLD = 600


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of words without a wide gap."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: its cells from left to right, its baseline, height and weight of font."""

    cells: tuple[Cell, ...]
    baseline: float
    height: float
    weight: int = 400

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right


Page = Sequence[PageLine]


def article_lines(pages: Sequence[Page]) -> tuple[list[Line], list[DroppedLine]]:
    """The lines of all pages in reading order, and the running heads and page numbers left out."""
    ordered = [_by_columns(_with_whole_rows(page)) for page in pages]
    running = _running(ordered)
    dropped = [
        DroppedLine(plain(line.text), "running head or page number")
        for number, page in enumerate(ordered)
        for line in page
        if (number, line) in running
    ]
    kept = [
        [line for line in page if (number, line) not in running]
        for number, page in enumerate(ordered)
    ]
    body = _body_height(kept)
    leading = _leading(kept)
    joined = {
        pair
        for page in kept
        for line in page
        for pair in re.findall(r"[^\W\d_]+-[^\W\d_]+", line.text)
    }
    lines: list[Line] = []
    for block, paragraph in enumerate(_paragraphs(kept, body, leading)):
        lines += _lines(paragraph, block, body, joined)
    return lines, dropped


def _with_whole_rows(page: Page) -> list[PageLine]:
    """The lines, with those that stand on one height beside each other as one line of cells."""
    lines: list[PageLine] = []
    for line in page:
        before = lines[-1] if lines else None
        if (
            before is not None
            and abs(before.baseline - line.baseline) < 0.2 * before.height
            and line.left >= before.right - 1
        ):
            lines[-1] = PageLine(
                before.cells + line.cells, before.baseline, before.height, before.weight
            )
        else:
            lines.append(line)
    return lines


def _by_columns(page: list[PageLine]) -> list[PageLine]:
    """The lines of a page whose content goes across two columns, the left column first."""
    split = [line for line in page if len(line.cells) == 2 and _is_text(line.cells)]
    if len(split) < 5 or len(split) < 0.4 * len(page):
        return page
    middle = median(line.cells[1].left for line in split)
    if sum(abs(line.cells[1].left - middle) < line.height for line in split) < 0.8 * len(split):
        return page
    ordered: list[PageLine] = []
    columns: tuple[list[PageLine], list[PageLine]] = ([], [])
    for line in page:
        sides = [
            tuple(cell for cell in line.cells if cell.right <= middle),
            tuple(cell for cell in line.cells if cell.left >= middle - line.height),
        ]
        if len(sides[0]) + len(sides[1]) < len(line.cells):  # it goes across both
            ordered += [*columns[0], *columns[1], line]
            columns = ([], [])
            continue
        for column, cells in zip(columns, sides, strict=True):
            if cells:
                column.append(PageLine(cells, line.baseline, line.height, line.weight))
    return [*ordered, *columns[0], *columns[1]]


def _is_text(cells: tuple[Cell, ...]) -> bool:
    return all(len(cell.text.split()) >= 3 for cell in cells)


def _running(pages: Sequence[Page]) -> set[tuple[int, PageLine]]:
    """Page and line of what stands at the head or foot of many pages, and of page numbers."""
    edges: list[tuple[int, PageLine, str]] = []
    for number, page in enumerate(pages):
        upright = sorted(page, key=lambda line: -line.baseline)
        for line in {*upright[:2], *upright[-2:]}:
            edges.append((number, line, re.sub(r"\d+", "#", line.text.strip())))
    seen = Counter(key for _, _, key in {(number, "", key) for number, _, key in edges})
    enough = max(2, 0.3 * len(pages))
    return {
        (number, line)
        for number, line, key in edges
        if len(key) <= 150
        and (
            (seen[key] >= enough and len(pages[number]) > 2)
            or (_PAGE_NUMBER.fullmatch(key) and _is_alone(line, pages[number]))
        )
    }


def _is_alone(line: PageLine, page: Page) -> bool:
    """Whether a line stands above or below all others of its page, further than lines do."""
    others = [other.baseline for other in page if other != line]
    if not others:
        return False
    far = 1.4 * line.height
    return line.baseline > max(others) + far or line.baseline < min(others) - far


def _body_height(pages: Sequence[Page]) -> float:
    """The height of most of the text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.height, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _leading(pages: Sequence[Page]) -> float:
    """How far two lines of a paragraph stand apart, in heights of a line."""
    steps = [
        round((one.baseline - other.baseline) / one.height, 1)
        for page in pages
        for one, other in itertools.pairwise(page)
        if one.height and 0.7 < (one.baseline - other.baseline) / one.height < 2.5
        and _same_height(one, other)
    ]  # fmt: skip
    if not steps:
        return 1.25
    often = Counter(steps)
    most = max(often.values())
    return min(step for step, count in often.items() if count >= 0.5 * most)


def _same_height(one: PageLine, other: PageLine) -> bool:
    return abs(one.height - other.height) <= 0.12 * max(one.height, other.height)


def _paragraphs(pages: Sequence[Page], body: float, leading: float) -> Iterator[list[PageLine]]:
    """Runs of lines that are one paragraph, or the rows of one table."""
    paragraph: list[PageLine] = []
    for page in pages:
        rows = _row_flags(page)
        rights = [_column_right(page, position) for position in range(len(page))]
        for position, line in enumerate(page):
            before = paragraph[-1] if paragraph else None
            if before is None:
                paragraph = [line]
                continue
            if position == 0:
                goes_on = not rows[0] and _runs_over(before, line)
            elif rows[position] or rows[position - 1]:
                goes_on = rows[position] and rows[position - 1]
            else:
                goes_on = _follows(paragraph, line, rights[position - 1], leading)
            if goes_on:
                paragraph.append(line)
            else:
                yield paragraph
                paragraph = [line]
    if paragraph:
        yield paragraph


def _row_flags(page: Page) -> list[bool]:
    """Which lines are rows of a table: two or more neighbours with as many cells."""
    counts = [0 if _is_item(line) else len(line.cells) for line in page]
    return [
        count >= 2 and count in (counts[at - 1] if at else 0, *counts[at + 1 : at + 2])
        for at, count in enumerate(counts)
    ]


def _is_item(line: PageLine) -> bool:
    first, _, rest = line.text.partition(" ")
    return bool(rest) and _BULLET.fullmatch(first) is not None


def _column_right(page: Page, position: int) -> float:
    """Where the column of a line ends: the furthest that the lines around it reach."""
    line = page[position]
    return max(
        other.right
        for other in page[max(0, position - 12) : position + 13]
        if abs(other.left - line.left) < 3 * line.height
    )


def _follows(paragraph: list[PageLine], line: PageLine, right: float, leading: float) -> bool:
    """Whether a line goes on with the paragraph that stands above it on the same page."""
    first, before = paragraph[0], paragraph[-1]
    if not _same_height(before, line) or _is_item(line):
        return False
    if _is_bold(before) != _is_bold(line) and len(paragraph) == 1:
        return False
    step = before.baseline - line.baseline
    if step <= 0:
        return _runs_over(before, line)
    if step > (leading + 0.25) * before.height:
        return False
    is_short = before.right < right - 0.15 * (right - before.left)
    if is_short and ends_sentence(before.text):
        return False
    if _is_item(first):
        return line.left > first.left + 1 or not is_short
    indent = line.left - min(one.left for one in paragraph[-3:])
    centred = abs((line.left + line.right) - (before.left + before.right)) < before.height
    return centred or not (0.5 * line.height < indent < 4 * line.height and len(paragraph) > 1)


def _is_bold(line: PageLine) -> bool:
    return line.weight >= _BOLD


def _runs_over(before: PageLine, line: PageLine) -> bool:
    """Whether a line at the head of a page or column goes on with the one before it."""
    if not _same_height(before, line) or _is_item(line) or len(line.cells) > 1:
        return False
    return not ends_sentence(before.text) and _is_bold(before) == _is_bold(line)


def _lines(paragraph: list[PageLine], block: int, body: float, joined: set[str]) -> Iterator[Line]:
    if len(paragraph) > 1 and all(len(row.cells) > 1 and not _is_item(row) for row in paragraph):
        for row in paragraph:
            yield Line(" | ".join(plain(cell.text) for cell in row.cells), block, "row")
        return
    text = plain(_joined_text(paragraph, joined))
    if text:
        yield Line(text, block, _kind(paragraph, text, body))


def _kind(paragraph: list[PageLine], text: str, body: float) -> LineKind:
    if _is_item(paragraph[0]):
        return "item"
    if len(text.split()) > _MOST_HEADING_WORDS:
        return "text"
    if min(line.height for line in paragraph) > 1.12 * body:
        return "heading"
    is_bold = all(_is_bold(line) for line in paragraph)
    return "heading" if is_bold and len(paragraph) <= 2 and not text.endswith(".") else "text"


def _joined_text(paragraph: list[PageLine], joined: set[str]) -> str:
    """The lines as one, words that a hyphen parted made whole.

    The hyphen stays where the document writes the same word with one within a line.
    """
    text = paragraph[0].text
    for line in paragraph[1:]:
        following = line.text
        if _HYPHEN.search(text) and following[:1].islower():
            last = re.search(r"[^\W\d_]+$", text[:-1])
            first = re.match(r"[^\W\d_]+", following)
            whole = f"{last[0] if last else ''}-{first[0] if first else ''}"
            text = f"{text[:-1]}-{following}" if whole in joined else text[:-1] + following
        elif text.endswith(("-", "\x02")) and following[:1].isalnum():
            text = f"{text[:-1]}-{following}"
        else:
            text = f"{text} {following}"
    return re.sub("\x02", "-", text)
