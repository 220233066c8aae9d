"""What the `.footnoteignore` files of a corpus leave out: gitignore syntax, one in any folder.

Knows nothing of articles. The last pattern that fits a file decides, those of a deeper folder after
those of the folders above; unlike in git, a file comes back though its folder is left out.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".footnoteignore"
_MOST_BYTES = 1_000_000
_MOST_SHOWN = 60


class Ignored(NamedTuple):
    """The patterns of one folder; `inside` is the length of its path in the corpus.

    `left_out` are all of them, `kept` those with an exclamation mark, without it: where a path is
    not left out though one of these fits, a pattern with an exclamation mark has the last word.
    """

    inside: int
    left_out: GitIgnoreSpec
    kept: GitIgnoreSpec | None


def is_ignored(file: str, rules: tuple[Ignored, ...]) -> bool:
    """Whether a file is left out by the patterns of the folders above it, outermost first."""
    for one in reversed(rules):
        path = file[one.inside :]
        if one.left_out.match_file(path):
            return True
        if one.kept is not None and one.kept.match_file(path):
            return False
    return False


def ignored_in(directory: str, inside: str) -> tuple[Ignored | None, str | None]:
    """The patterns of a folder, and what is wrong with its file of them; None for what is not.

    `inside` is the folder's path in the corpus, with the slash at its end.
    """
    try:
        status = os.stat(f"{directory}/{IGNORE_FILE}")  # noqa: PTH116
    except FileNotFoundError:
        return None, None
    except OSError as error:
        return None, f"cannot be read: {error.strerror or error}"
    if not stat.S_ISREG(status.st_mode):
        return None, "not a regular file"
    if status.st_size > _MOST_BYTES:
        return None, f"larger than {_MOST_BYTES:,} bytes, the most that patterns may take"
    try:
        text = Path(directory, IGNORE_FILE).read_text("utf-8-sig", "replace")
    except OSError as error:
        return None, f"cannot be read: {error.strerror or error}"
    return _parsed(text.splitlines(), len(inside))


def _parsed(lines: list[str], inside: int) -> tuple[Ignored | None, str | None]:
    from pathspec import GitIgnoreSpec

    good: list[str] = []
    bad: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            is_good = GitIgnoreSpec.from_lines([line]).patterns[0].include is not None
        except (ValueError, re.error):  # pathspec lets the second through, for `[z-a]`
            is_good = False
        if is_good:
            good.append(line)
        else:
            bad.append(
                f"line {number}: {line[:_MOST_SHOWN]!r} is no pattern of .gitignore's syntax"
            )
    reason = "; ".join(bad[:3]) + (f"; and {len(bad) - 3} more" if len(bad) > 3 else "")
    if not good:
        return None, reason or None
    kept = [
        f"\\{line[1:]}" if line[1:2] in ("!", "#") else line[1:]
        for line in good
        if line.startswith("!")
    ]
    rules = Ignored(
        inside, GitIgnoreSpec.from_lines(good), GitIgnoreSpec.from_lines(kept) if kept else None
    )
    return rules, reason or None
