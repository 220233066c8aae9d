"""A draft → the clean article: what is title, date, name and boilerplate, and what is text.

A line is dropped for one of three reasons: it tells something about the article (a date, a byline,
a copyright), it holds a phrase of boilerplate, or its shape and place speak against it. Whatever is
doubtful stays: a lost sentence is worse than a kept caption.

    words      dates and phrases in each line                       line_words.py
    names      whose names the lines around a text tell             names_told.py
    shape      what speaks against a line by its shape and place    lines.py
    own        lines in which a publication speaks of itself        own_lines.py

All of them look at the same lines, with what is known of them so far (judgement.py). Here stand the
order of the steps, and what follows from what they found.
"""

from __future__ import annotations

from bot.corpus import page_titles, titles
from bot.corpus.bylines import author_of
from bot.corpus.dates import date_in_address, find_dates, most_precise
from bot.corpus.draft import Cleaned, DateReading, Draft, Line, NotAnArticle
from bot.corpus.judgement import Judgement
from bot.corpus.languages import detected_language
from bot.corpus.line_words import judge_words, note_release
from bot.corpus.lines import Page, is_body, verdict_by_shape, without_lone_rows
from bot.corpus.names_told import (
    TELLING,
    note_author,
    note_behind_byline,
    note_beside_byline,
    note_date,
    note_masthead,
    note_names,
    note_remaining,
    read_asides,
    weigh_names,
)
from bot.corpus.notices import owner
from bot.corpus.openings import dateline_date
from bot.corpus.own_lines import is_publishers_own
from bot.corpus.phrases import phrasebook
from bot.corpus.prefixes import without_prefix
from bot.corpus.press_names import is_company
from bot.corpus.publishers import MASTHEAD, Traces
from bot.corpus.wording import ends_sentence, folded, is_name, parts, similar_start, word_count
from bot.model import DroppedLine


def clean(draft: Draft) -> Cleaned:
    """The article in a draft. Raises NotAnArticle where nothing is left that could be cited."""
    if draft.curated:
        return _as_it_is(draft)
    judged = _begun(draft)
    judge_words(judged)
    note_release(judged)
    _find_title(judged)
    page = _page(judged)
    _judge_metadata(judged, page)
    read_asides(judged)
    _judge_shape(judged, page)
    return _assembled(judged)


def _as_it_is(draft: Draft) -> Cleaned:
    """A curated draft: every line of it is the article."""
    paragraphs = [line.text for line in draft.lines]
    if not paragraphs:
        raise NotAnArticle("no text")
    metadata = draft.metadata
    title = metadata.title or titles.from_first_words(paragraphs[0])
    language = metadata.language or detected_language("\n".join(paragraphs))
    return Cleaned(
        paragraphs, title, bool(metadata.title), language, metadata, metadata.published,
        curated=True,
    )  # fmt: skip


def _begun(draft: Draft) -> Judgement:
    """A draft with no line judged yet, but for a machine's words before the first."""
    lines, dropped, reading = without_prefix(without_lone_rows(draft.lines))
    text = "\n".join(line.text for line in lines if is_body(line))
    language = draft.metadata.language or detected_language(
        text or "\n".join(line.text for line in lines)
    )
    return Judgement(
        draft.metadata,
        draft.page_title,
        draft.asides,
        draft.made,
        lines,
        [*draft.dropped, *dropped],
        phrasebook(),
        language,
        Traces(language),
        [(True, reading)] if reading else [],
    )


def _find_title(judged: Judgement) -> None:
    """The title that the file gives, or the line that is one; without the site's name."""
    title = judged.metadata.title
    if title is None:
        judged.title_at = titles.title_position(
            judged.lines, judged.date_lines, judged.phrases, judged.traces, judged.page_title,
            judged.language,
        )  # fmt: skip
    if title is None and judged.page_title and judged.title_at is None:
        title = page_titles.without_site(
            judged.page_title, judged.traces, judged.metadata.publisher
        )
    if title is None and judged.title_at is not None:
        title = titles.without_marks(judged.lines[judged.title_at].text)
        if titles.goes_on(judged.lines, judged.title_at, {*judged.phrases, *judged.date_lines}):
            title = f"{title} {judged.lines[judged.title_at + 1].text}"
            judged.verdicts[judged.title_at + 1] = "title"
    if judged.page_title:
        page_titles.note_site(judged.page_title, title, judged.traces)
        page_titles.without_site(judged.page_title, judged.traces, judged.metadata.publisher)
    judged.title = title and page_titles.without_site(
        title, judged.traces, judged.metadata.publisher
    )


def _page(judged: Judgement) -> Page:
    known = {*judged.phrases, *judged.date_lines}
    if judged.title_at is not None:
        known.add(judged.title_at)
    page = Page(judged.lines, known, judged.facts, judged.language)
    page.title_at = judged.title_at or 0
    return page


def _judge_metadata(judged: Judgement, page: Page) -> None:
    """Drops title, dates, names, notices and phrases, and notes what they tell."""
    for position, line in enumerate(judged.lines):
        outside = not page.is_inside(position)
        if position in judged.verdicts:
            continue
        if position == judged.title_at:
            judged.verdicts[position] = "title"
        elif _repeats_title(judged, line, outside):
            judged.verdicts[position] = "repeats the title"
        elif position in judged.date_lines and _is_dating(judged, position, page):
            judged.verdicts[position] = "date line"
            note_date(judged, judged.date_lines[position])
        elif position > page.last - 1 and is_company(line.text):
            judged.verdicts[position] = "company"
        elif owner(line.text) and word_count(line.text) <= 40:
            judged.verdicts[position] = "copyright"
            note_names(judged, line.text, 0)
        elif phrase := judged.phrases.get(position):
            judged.verdicts[position] = phrase.rule
            note_names(judged, line.text, MASTHEAD if phrase.category in TELLING else 0)
            if phrase.category == "byline":
                note_beside_byline(judged, line.text)
            elif (
                phrase.mode == "end"
                and position - 1 in judged.date_lines
                and len(parts(line.text)) > 1
            ):
                note_masthead(judged, position, phrase.rule)  # Saltfjord Avis | NTB
            note_remaining(judged, line.text)
        elif (outside or position < 8) and (author := author_of(line.text)):
            judged.verdicts[position] = "byline"
            note_author(judged, author)
            note_behind_byline(judged, line.text)


def _repeats_title(judged: Judgement, line: Line, outside: bool) -> bool:
    if not judged.title or line.kind in ("item", "row"):
        return False
    if folded(line.text) == folded(judged.title) or folded(line.text) == folded(
        judged.page_title or ""
    ):
        return True
    if not outside:
        return False
    bare = page_titles.without_site(line.text, Traces(), judged.metadata.publisher)
    return folded(bare) == folded(judged.title) or (
        similar_start(line.text, judged.title) and not ends_sentence(line.text.rstrip(".…"))
    )


def _is_dating(judged: Judgement, position: int, page: Page) -> bool:
    """Whether a date line is the article's: outside the text, of a change, or a date again."""
    if not page.is_inside(position) or judged.date_lines[position].updated:
        return True
    reading = judged.date_lines[position].reading
    return any(reading.date.isoformat() == known.date.isoformat() for _, known in judged.dates)


def _judge_shape(judged: Judgement, page: Page) -> None:
    page.boilerplate = set(judged.verdicts) - {judged.title_at}
    page.headers = {at for at, phrase in judged.phrases.items() if phrase.category == "read_also"}
    for position in range(len(judged.lines)):
        if position in judged.verdicts or judged.belongs[position]:
            continue
        if rule := verdict_by_shape(page, position):
            judged.verdicts[position] = rule
            page.boilerplate.add(position)
            note_masthead(judged, position, rule)
            if rule.startswith("above"):
                note_remaining(judged, judged.lines[position].text)
    weigh_names(judged)
    for position in reversed(range(len(judged.lines))):  # now that the publisher is known
        if position in judged.verdicts or judged.belongs[position]:
            continue
        if is_publishers_own(judged, position):
            judged.verdicts[position] = "the publisher's own line"


def _assembled(judged: Judgement) -> Cleaned:
    if len(judged.verdicts) == len(judged.lines):
        _restore(judged)
    kept = [line for at, line in enumerate(judged.lines) if at not in judged.verdicts]
    if not kept:
        raise NotAnArticle("no text is left after cleaning" if judged.lines else "no text")
    judged.dropped += [
        DroppedLine(judged.lines[at].text, rule)
        for at, rule in sorted(judged.verdicts.items())
        if at != judged.title_at
    ]
    metadata = judged.metadata
    metadata.author = metadata.author or judged.author
    if folded(judged.traces.original or "") != folded(metadata.publisher or ""):
        metadata.original = metadata.original or judged.traces.original
    metadata.publisher = metadata.publisher or judged.traces.best()
    first_dates = [reading for first, reading in judged.dates if first]
    if not judged.dates and (reading := dateline_date(kept[0].text, judged.language)):
        first_dates = [reading]
    if not judged.dates and not first_dates:
        first_dates = _dates_above(judged)
    published = metadata.published or most_precise(
        first_dates or [reading for _, reading in judged.dates]
    )
    published = published or judged.made or date_in_address(metadata.url)
    paragraphs = [line.text for line in kept]
    return Cleaned(
        paragraphs, judged.title or titles.from_first_words(paragraphs[0]), bool(judged.title),
        judged.language, metadata, published, judged.dropped,
    )  # fmt: skip


def _restore(judged: Judgement) -> None:
    """Takes back what only shape spoke against, where nothing else is left: a lone line of a
    few words is an article rather than none."""
    for at, rule in list(judged.verdicts.items()):
        line = judged.lines[at]
        is_shape = rule.startswith(("above the text", "below the text", "shares no word"))
        is_told = word_count(line.text) >= 5 and len(parts(line.text)) == 1
        if is_shape and is_told and line.kind == "text" and not is_name(line.text, 14):
            del judged.verdicts[at]


def _dates_above(judged: Judgement) -> list[DateReading]:
    """The one date of a line that stands above the text with more than names around it:
    "Wednesday, October 11, 1961 — from the archive of the Levant Mail"."""
    first = min((at for at in range(len(judged.lines)) if at not in judged.verdicts), default=0)
    found = []
    for at in range(first):
        if judged.verdicts[at].startswith(("above the text", "kicker")):
            dates = find_dates(judged.lines[at].text, "text", judged.language)
            found += [dates[0].reading] if len(dates) == 1 else []
    return found[:1]
