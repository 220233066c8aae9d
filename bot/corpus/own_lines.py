"""Lines in which a publication speaks of itself, known by the publisher's name."""

from __future__ import annotations

from bot.corpus.judgement import Judgement
from bot.corpus.mastheads import (
    belongs_to_press,
    leading_name,
    self_words,
    states_of_itself,
)
from bot.corpus.press_names import cleaned_name, looks_like_publisher
from bot.corpus.publishers import (
    BESIDE_DATE,
)
from bot.corpus.wording import (
    ends_sentence,
    folded,
    tokens,
    word_count,
)


def is_publishers_own(judged: Judgement, position: int) -> bool:
    """Whether a line speaks of the publication: it begins with the publisher's name, and has
    no full stop, words of the trade, or as the last line says what the publisher does."""
    line = judged.lines[position]
    name = judged.metadata.publisher or judged.traces.best()
    if line.kind in ("row", "heading"):
        return False
    if name is None:  # "Slow Road Magazine does not accept free trips."
        name = leading_name(line.text)
        if name is None or not looks_like_publisher(name) or not ends_sentence(line.text):
            return False
        is_own = _is_last(judged, position) and states_of_itself(line.text, name)
        if is_own:
            judged.traces.add(name, BESIDE_DATE)
        return is_own
    is_short = len(line.text) <= len(name) + 12
    if is_short and folded(cleaned_name(line.text)) == folded(name):  # "THE MERCURY.  3"
        return True
    if not folded(line.text).startswith(folded(name) + " "):
        return False
    rest = tokens(line.text)[len(tokens(name)) :]
    if len(rest) <= 24 and (belongs_to_press(line.text, name) or _ends_in_call(judged, line.text)):
        return True
    if ends_sentence(line.text):
        has_words = len(rest) <= 22 and len(self_words() & set(rest)) >= 1
        return has_words or (_is_last(judged, position) and states_of_itself(line.text, name))
    return len(rest) <= 9


def _ends_in_call(judged: Judgement, text: str) -> bool:
    """Whether a page's call stands behind a sentence: `… of the Fair Reporting Trust. More`."""
    sentence, _, call = text.rstrip(" .!»›→>").rpartition(". ")
    return bool(sentence) and word_count(call) <= 5 and judged.book.whole(call) is not None


def _is_last(judged: Judgement, position: int) -> bool:
    """Whether a line is the last that is kept, and not the only one."""
    behind = range(position + 1, len(judged.lines))
    return all(at in judged.verdicts for at in behind) and any(
        at not in judged.verdicts for at in range(position)
    )
