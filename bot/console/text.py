"""Answers → lines of styled text. Pure: where they go, and in what width, is not known here.

Whatever an article or a person wrote loses its control characters on the way: a terminal would obey
them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from rich.style import Style
from rich.text import Text

from bot.model import (
    About,
    Answer,
    Brief,
    Citation,
    CommandSpec,
    FileReading,
    Imported,
    NoAnswer,
    Pointer,
    PublishedDate,
    shown_date,
)

_BOLD: Final = Style(bold=True)
_DIM: Final = Style(dim=True)
_WARNING: Final = Style(color="yellow")
_FAULT: Final = Style(color="red")

# The controls of direction change the order in which everything behind them is shown.
_DIRECTION: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def answer_text(answer: Answer, addresses: bool) -> Text:
    """An answer with its footnotes; `addresses` writes links out, for where none can be clicked."""
    if isinstance(answer, Brief):
        return _joined(_brief(answer, addresses))
    return _joined(_no_answer(answer, addresses))


def help_text(commands: Sequence[CommandSpec]) -> Text:
    """What can be asked, with examples."""
    lines = [Text("What you can ask", _BOLD)]
    for command in commands:
        options = "".join(
            f" {option.name}:" if option.required else f" [{option.name}:]"
            for option in command.options
        )
        lines += [Text(""), Text.assemble((f"/{command.name}", _BOLD), (options, _DIM))]
        lines.append(Text(f"  {command.description}"))
        lines += [Text(f"  e.g. {example}", _DIM) for example in command.examples]
    lines += [
        Text(""),
        Text("A line without a / is a question, as after /ask. Names may be typed roughly."),
        Text("Tab completes commands, options and names. Ctrl-D or /quit ends."),
    ]
    return _joined(lines)


def about_text(about: About) -> Text:
    """What is loaded, and how footnotes work."""
    plural = "" if about.articles == 1 else "s"
    publishers = ", ".join(map(visible, about.publishers)) or "none is named"
    return _joined(
        [
            Text(f"Footnote {about.version}", _BOLD),
            Text(f"Answers from {about.articles:,} article{plural}, every line with a footnote."),
            Text(f"Period: {_period(about)}"),
            Text(f"Publishers: {publishers}"),
            Text(f"Facts drawn: {about.facts:,}"),
            Text(f"Corpus: {about.corpus}", _DIM),
            Text(""),
            Text(
                "The number behind a line is the source that it rests on; the sources stand under"
            ),
            Text("the answer with publisher and date. ⚠ marks what to be careful with. When the"),
            Text(
                "articles don't say, Footnote says so: it looks nowhere else and guesses nothing."
            ),
        ]
    )


def fault_text(sentence: str) -> Text:
    """One sentence about a request that could not be answered."""
    return Text(visible(sentence), _FAULT)


def reading_text(reading: FileReading) -> Text:
    """What was read from a file, with every line that was left out and the rule that did so."""
    article = reading.article
    lines = [Text(visible(reading.file), _BOLD)]
    if article is None:
        lines.append(Text(f"  rejected: {visible(reading.rejected or '')}", _FAULT))
    else:
        title = visible(article.title) if article.title_given else "none given"
        lines += [
            Text(f"  title      {title}"),
            Text(f"  publisher  {visible(article.publisher or 'unknown')}"),
            Text(f"  published  {_origin(article.published)}"),
            Text(f"  language   {article.language}"),
        ]
        optional = (
            ("author", article.author),
            ("original", article.original),
            ("url", article.url),
            ("note", article.reader_note),
            ("same as", reading.duplicate_of),
        )
        lines += [Text(f"  {name:<10} {visible(value)}") for name, value in optional if value]
        for paragraph in article.paragraphs:
            lines += [Text(""), Text(f"  {visible(paragraph)}")]
    if reading.dropped:
        lines += [Text(""), Text("  left out", _DIM)]
        lines += [
            Text(f"  - {visible(line.text)}  ({line.rule})", _DIM) for line in reading.dropped
        ]
    return _joined([*lines, Text("")])


def imported_text(imported: Imported, dry_run: bool) -> Text:
    """One line on what became of an article: `written  old/page.html → 2019-03-05-a-line.md`."""
    outcome = "would write" if dry_run and imported.outcome == "written" else imported.outcome
    wrong = imported.outcome in ("rejected", "failed", "kept")
    line = Text.assemble((f"{outcome:<{11 if dry_run else 9}}", _FAULT if wrong else _BOLD))
    line.append(f" {visible(imported.file)}")
    if imported.target:
        line.append(f" → {visible(imported.target)}")
    if imported.reason:
        line.append(f": {visible(imported.reason)}")
    return line


def import_counts(outcomes: Mapping[str, int], dry_run: bool) -> Text:
    """`12 written · 1 unchanged · 2 rejected`: how many articles met with which outcome."""
    names = {"written": "would be written"} if dry_run else {}
    told = [f"{count} {names.get(outcome, outcome)}" for outcome, count in outcomes.items()]
    return Text(" · ".join(told) or "no file was found")


def visible(text: str) -> str:
    """The text on one line, without the characters that a terminal would obey."""
    text = _DIRECTION.sub("", " ".join(text.split()))
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs"))


# ── parts ───────────────────────────────────────────────────────────────────────────────────


def _brief(brief: Brief, addresses: bool) -> Iterable[Text]:
    yield Text(visible(brief.title), _BOLD)
    if brief.subtitle:
        yield Text(visible(brief.subtitle), _DIM)
    heading = None
    bullet = "• " if len(brief.claims) > 1 else ""
    for claim in brief.claims:
        if claim.heading and claim.heading != heading:
            yield Text("")
            yield Text(visible(claim.heading), _BOLD)
        heading = claim.heading
        yield Text(f"{bullet}{visible(claim.text)}").append_text(_marks(claim.citations))
    if brief.notes:
        yield Text("")
    for note in brief.notes:
        yield Text(f"⚠ {visible(note.text)}", _WARNING).append_text(_marks(note.citations))
    yield from _pointers("Similar articles", brief.see_also, addresses)
    if brief.suggestions:
        yield Text("")
        yield Text(f"See also: {' · '.join(map(visible, brief.suggestions))}", _DIM)
    yield Text("")
    yield Text("Sources", _BOLD)
    for citations in _by_article(brief.citations):
        mark = "".join(f"[{citation.number}] " for citation in citations)
        first = citations[0]
        # several sentences have several links, and the numbers above lead to each of them
        url = first.link if len(citations) == 1 else first.url
        yield from _source(mark, first, url, addresses)


def _by_article(citations: Iterable[Citation]) -> Iterable[list[Citation]]:
    """The citations of each article, in the order in which the articles are first cited."""
    articles: dict[str, list[Citation]] = {}
    for citation in citations:
        articles.setdefault(citation.article_id, []).append(citation)
    return articles.values()


def _no_answer(answer: NoAnswer, addresses: bool) -> Iterable[Text]:
    yield Text(visible(answer.title), _BOLD)
    if answer.why:
        yield Text(visible(answer.why))
    if answer.suggestions:
        yield Text(f"Closest: {' · '.join(map(visible, answer.suggestions))}")
    heading = "Nearest articles (not sources: nothing is claimed)"
    yield from _pointers(heading, answer.see_also, addresses)


def _marks(citations: Iterable[Citation]) -> Text:
    marks = Text()
    for citation in sorted(citations, key=lambda citation: citation.number):
        # without a space before it, so that no line begins with a footnote
        marks.append(f"[{citation.number}]", _link(citation.link) + _DIM)
    return marks


def _pointers(heading: str, pointers: Sequence[Pointer], addresses: bool) -> Iterable[Text]:
    if pointers:
        yield Text("")
        yield Text(heading, _BOLD)
    for pointer in pointers:
        yield from _source("- ", pointer, pointer.url, addresses)


def _source(
    mark: str, source: Citation | Pointer, url: str | None, addresses: bool
) -> Iterable[Text]:
    line = Text(mark).append(visible(source.title) or "untitled", _link(url))
    publisher = visible(source.publisher or "") or "publisher unknown"
    yield line.append(f" · {publisher} · {shown_date(source.published)}")
    if addresses and _is_web(url):
        yield Text(f"    {url}" if mark.startswith("[") else f"  {url}")


def _link(url: str | None) -> Style:
    return Style(link=url) if _is_web(url) else Style()


def _is_web(url: str | None) -> bool:
    """Whether a link may be given to a terminal: a web address without control characters."""
    if url is None or visible(url) != url:
        return False
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _period(about: About) -> str:
    if about.oldest is None or about.newest is None:
        return "no article has a date"
    period = f"{shown_date(about.oldest)} – {shown_date(about.newest)}"
    return f"{period}, {about.undated:,} without a date" if about.undated else period


def _origin(published: PublishedDate | None) -> str:
    if published is None:
        return "unknown"
    if published.origin == "external":
        return f"{published.isoformat()}, found outside the article"
    return f"{published.isoformat()}, read in the {published.origin}"


def _joined(lines: Iterable[Text]) -> Text:
    return Text("\n").join(lines)
