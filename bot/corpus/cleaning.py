"""A draft → the clean article: what is title, date, name and boilerplate, and what is text.

A line is dropped for one of three reasons: it tells something about the article (a date, a byline,
a copyright), it holds a phrase of boilerplate, or its shape and place speak against it. Whatever is
doubtful stays: a lost sentence is worse than a kept caption.
One module, because the three reasons look at the same lines in the same order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.corpus import titles
from bot.corpus.belonging import fact_flags, surely_text
from bot.corpus.bylines import author_of, without_role
from bot.corpus.datelines import (
    DateLine,
    date_line,
)
from bot.corpus.dates import date_in_address, find_dates, most_precise
from bot.corpus.draft import DateReading, Draft, Line, Metadata, NotAnArticle
from bot.corpus.editions import edition_names
from bot.corpus.languages import detected_language
from bot.corpus.lines import (
    Page,
    is_body,
    verdict_by_shape,
    without_lone_rows,
)
from bot.corpus.mastheads import (
    belongs_to_press,
    claimant,
    home_of,
    kept_in,
    leading_name,
    self_words,
    states_of_itself,
)
from bot.corpus.notices import labelled_publisher, original_of, owner
from bot.corpus.openings import dateline_date, named_source
from bot.corpus.phrases import Phrase, Phrasebook, phrasebook
from bot.corpus.prefixes import date_prefix
from bot.corpus.press_names import cleaned_name, is_body_name, is_company, looks_like_publisher
from bot.corpus.publishers import (
    BEFORE_DATE,
    BESIDE_DATE,
    LONE,
    MASTHEAD,
    MENTION,
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
from bot.model import DroppedLine

_RELEASE_WORDS = frozenset(
    tokens(text)
    for text in ("for immediate release", "press release", "media release", "news release",
                 "media contact", "press contact", "notes to editors", "pressemitteilung",
                 "communiqué de presse", "nota de prensa", "comunicato stampa")
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[a-zß-ÿ\d]\.)\s+(?=[A-ZÀ-Þ])")
_SIGNED = re.compile(
    r"(?:[A-Z]\w+(?:ed|en|ne)|By|At|In|From|To|On|For)\s(?:at|in|by|from|on|to|for|the)\b", re.I
)
_TELLING = frozenset({"copyright", "newsletter", "app", "donation", "paywall", "share", "cookies"})


@dataclass(slots=True)
class Cleaned:
    """An article after cleaning, before the rules that compare files."""

    paragraphs: list[str]
    title: str
    title_given: bool
    language: str
    metadata: Metadata
    published: DateReading | None
    dropped: list[DroppedLine] = field(default_factory=list)
    curated: bool = False


def clean(draft: Draft) -> Cleaned:
    """The article in a draft. Raises NotAnArticle where nothing is left that could be cited."""
    return _as_it_is(draft) if draft.curated else _Cleaning(draft).result()


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


class _Cleaning:
    """The state of cleaning one draft: lines, the verdict on each, and what they told."""

    def __init__(self, draft: Draft) -> None:
        self.metadata = draft.metadata
        self.page_title = draft.page_title
        self.asides = draft.asides
        self.made = draft.made
        self.dropped = list(draft.dropped)
        self.lines = without_lone_rows(draft.lines)
        self.verdicts: dict[int, str] = {}
        self.dates: list[tuple[bool, DateReading]] = []
        self.author: str | None = None
        self.book: Phrasebook = phrasebook()
        self._strip_prefix()
        text = "\n".join(line.text for line in self.lines if is_body(line))
        self.language = self.metadata.language or detected_language(
            text or "\n".join(line.text for line in self.lines)
        )
        self.traces = Traces(self.language)
        self.date_lines: dict[int, DateLine] = {}
        self.phrases: dict[int, Phrase] = {}
        self.title_at: int | None = None

    def result(self) -> Cleaned:
        """Runs all rules in their order."""
        self._judge_words()
        self._note_release()
        self._find_title()
        page = self._page()
        self._judge_metadata(page)
        self._read_asides()
        self._judge_shape(page)
        return self._assembled()

    def _strip_prefix(self) -> None:
        """Takes a machine's date off the first line, and the line where the next one repeats it."""
        if not self.lines:
            return
        first, *others = self.lines
        if (
            others
            and first.text.endswith(("…", "..."))
            and any(similar_start(first.text, other.text) for other in others[:3])
        ):
            self.dropped.append(DroppedLine(first.text, "cut-off title"))
            self.lines = others
            return
        prefix = date_prefix(first.text)
        if prefix is None:
            return
        rest = first.text[prefix.end :].strip()
        self.dates.append((True, prefix.reading))
        following = self.lines[1].text if len(self.lines) > 1 else ""
        if following and similar_start(rest, following) and not ends_sentence(rest):
            self.dropped.append(DroppedLine(first.text, "date before a cut-off title"))
            self.lines = self.lines[1:]
        else:
            self.dropped.append(DroppedLine(prefix.text, "date before the text"))
            self.lines[0] = Line(rest, first.block, first.kind)

    def _judge_words(self) -> None:
        """Reads each line for a date line and for phrases; drops nothing yet."""
        self.facts = fact_flags(self.lines)
        self.belongs = surely_text(self.lines)
        for position, line in enumerate(self.lines):
            if self.belongs[position]:
                continue
            found = date_line(line.text, self.language, self.book)
            is_fact = self.facts[position] and not (found and not found.names)
            is_listed = line.kind == "item" and not line.text[:1].isdigit()  # "12. června 2013"
            if found and not is_fact and line.kind != "row" and not is_listed:
                self.date_lines[position] = found
            if line.kind == "row":  # a table may well have the columns "Map" and "Video"
                known = [piece for piece in self.book.pieces(line.text) if piece]
                if known and len(known) == len(self.book.pieces(line.text)):
                    self.phrases[position] = known[0]
            elif position < 8 and (name := home_of(line.text)):
                self.phrases[position] = Phrase(("from",), "whole", "kicker", "en", 18)
                self.traces.add(name, BESIDE_DATE)
            elif name := claimant(line.text):
                self.phrases[position] = Phrase(("exclusive",), "whole", "kicker", "en", 9)
                self.traces.add(name, BESIDE_DATE)
            elif phrase := self.book.match(line.text):
                self.phrases[position] = phrase
                self.facts[position] = False
            elif phrase := self.book.mostly(line.text):
                self.phrases[position] = phrase
            elif position < 8 and not found and (names := edition_names(line.text)) is not None:
                self.phrases[position] = Phrase(("issue",), "whole", "kicker", "en", 14)
                for name in names[:1]:
                    self.traces.add(name, BESIDE_DATE)
            is_edge = position < 3 or position >= len(self.lines) - 6
            if is_edge and (name := kept_in(line.text)):
                self.traces.add(name, MASTHEAD)
            if name := labelled_publisher(line.text):
                self.traces.add(name, LONE)
            elif owner(line.text) or original_of(line.text):
                self.traces.add_notice(line.text)
            elif (
                position < 8
                and position not in self.phrases
                and (source := named_source(line.text))
            ):
                self.traces.add(source, MENTION if is_body(line) else BESIDE_DATE)

    def _banner_language(self) -> str | None:
        """The first language of a banner other than the text's and English."""
        known = ("en", self.language)
        return next(
            (one.language for one in self.phrases.values() if one.language not in known), None
        )

    def _note_release(self) -> None:
        """Whose press release it is: `About Lakeside Trust` below one, or a body's name above."""
        if not any(phrase.words in _RELEASE_WORDS for phrase in self.phrases.values()):
            return
        for line in self.lines[:8]:
            if is_body_name(line.text) and is_name(line.text, 9):
                self.traces.add(line.text, BESIDE_DATE)
        for line in self.lines:
            name = re.fullmatch(
                r"(?:About|Über|Acerca de|À propos de|Sobre) (.{4,60}?):?", line.text
            )
            if name and is_name(name[1]) and not self.book.match(name[1]):
                self.traces.add(name[1], BESIDE_DATE)

    def _find_title(self) -> None:
        title = self.metadata.title
        if title is None:
            self.title_at = titles.title_position(
                self.lines, self.date_lines, self.phrases, self.traces, self.page_title,
                self.language,
            )  # fmt: skip
        if title is None and self.page_title and self.title_at is None:
            title = titles.without_site(self.page_title, self.traces, self.metadata.publisher)
        if title is None and self.title_at is not None:
            title = titles.without_marks(self.lines[self.title_at].text)
            if titles.goes_on(self.lines, self.title_at, {*self.phrases, *self.date_lines}):
                title = f"{title} {self.lines[self.title_at + 1].text}"
                self.verdicts[self.title_at + 1] = "title"
        if self.page_title:
            titles.note_site(self.page_title, title, self.traces)
            titles.without_site(self.page_title, self.traces, self.metadata.publisher)
        self.title = title and titles.without_site(title, self.traces, self.metadata.publisher)

    def _page(self) -> Page:
        known = {*self.phrases, *self.date_lines}
        if self.title_at is not None:
            known.add(self.title_at)
        page = Page(self.lines, known, self.facts, self.language)
        page.title_at = self.title_at or 0
        return page

    def _judge_metadata(self, page: Page) -> None:
        """Drops title, dates, names, notices and phrases, and notes what they tell."""
        for position, line in enumerate(self.lines):
            outside = not page.is_inside(position)
            if position in self.verdicts:
                continue
            if position == self.title_at:
                self.verdicts[position] = "title"
            elif self._repeats_title(line, outside):
                self.verdicts[position] = "repeats the title"
            elif position in self.date_lines and self._is_dating(position, page):
                self.verdicts[position] = "date line"
                self._note_date(self.date_lines[position])
            elif position > page.last - 1 and is_company(line.text):
                self.verdicts[position] = "company"
            elif owner(line.text) and word_count(line.text) <= 40:
                self.verdicts[position] = "copyright"
                self._note_names(line.text, 0)
            elif phrase := self.phrases.get(position):
                self.verdicts[position] = phrase.rule
                self._note_names(line.text, MASTHEAD if phrase.category in _TELLING else 0)
                if phrase.category == "byline":
                    self._note_beside_byline(line.text)
                elif (
                    phrase.mode == "end"
                    and position - 1 in self.date_lines
                    and len(parts(line.text)) > 1
                ):
                    self._note_masthead(position, phrase.rule)  # Saltfjord Avis | NTB
                self._note_remaining(line.text)
            elif (outside or position < 8) and (author := author_of(line.text)):
                self.verdicts[position] = "byline"
                self._note_author(author)

    def _repeats_title(self, line: Line, outside: bool) -> bool:
        if not self.title or line.kind in ("item", "row"):
            return False
        if folded(line.text) == folded(self.title) or folded(line.text) == folded(
            self.page_title or ""
        ):
            return True
        bare = titles.without_site(line.text, Traces(), self.metadata.publisher)
        return outside and (
            folded(bare) == folded(self.title)
            or (similar_start(line.text, self.title) and not ends_sentence(line.text.rstrip(".…")))
        )

    def _is_dating(self, position: int, page: Page) -> bool:
        """Whether a date line is the article's: outside the text, of a change, or a date again."""
        if not page.is_inside(position) or self.date_lines[position].updated:
            return True
        reading = self.date_lines[position].reading
        return any(reading.date.isoformat() == known.date.isoformat() for _, known in self.dates)

    def _note_date(self, line: DateLine) -> None:
        if not line.kept:
            self.dates.append((not line.updated, line.reading))
        for name in line.names:
            if name == line.source and len(line.names) > 1:
                self.traces.original = self.traces.original or name
            elif author := author_of(name):
                self._note_author(author)
                if len(line.names) == 1 and is_body_name(author):  # 2016/12/15 by Shoal Office
                    self.traces.add(author, LONE)
            elif claiming := claimant(name):
                self.traces.add(claiming, BESIDE_DATE)
            elif not self.book.match(name) or (
                looks_like_publisher(name) and not self.book.whole(name) and is_name(name)
            ):
                is_place = line.joined and not (
                    looks_like_publisher(name)
                    or re.search(r" (?:&|and) |^The ", name)
                    or re.fullmatch(
                        r"(?:[A-ZÀ-Þ]\w+ ){2,}[A-ZÀ-Þ]\w+", name
                    )  # few places have three
                )
                self.traces.add(
                    name, BEFORE_DATE if is_place else BESIDE_DATE, self._banner_language()
                )

    def _note_author(self, author: str) -> None:
        """Keeps who wrote the article; `Bab Press staff` tells its publisher too."""
        self.author = self.author or author
        name = without_role(author)
        if name != author and looks_like_publisher(name):
            self.traces.add(name, BESIDE_DATE)
        elif (
            name != author and word_count(name) >= 2 and tokens(author)[-1] in ("staff", "newsroom")
        ):
            self.traces.add(name, LONE)

    def _note_names(self, text: str, weight: int) -> None:
        pieces = parts(text)
        if weight and 2 <= len(pieces) <= 4 and "?" not in text:
            for piece in pieces:
                if not self.book.match(piece) and is_name(piece):
                    is_sure = len(pieces) == 2 and (
                        word_count(piece) >= 2 or looks_like_publisher(piece)
                    )
                    self.traces.add(piece, weight if is_sure else MENTION)

    def _note_beside_byline(self, text: str) -> None:
        """`By a staff writer / Northern Lights Reader`."""
        for piece in parts(text)[1:]:
            if word_count(piece) >= 2 and not self.book.match(piece) and not author_of(piece):
                self.traces.add(piece, MENTION)

    def _note_remaining(self, text: str) -> None:
        """A menu bar's one piece that is no word of menus: `Sahel & Horn | News | Weather`."""
        pieces = parts(text) if ":" not in text else ()  # "Tags: Greece | Red Sea"
        names = [
            piece for piece in pieces
            if not self.book.match(piece) and not re.search(r"\d", piece)
            and (word_count(piece) >= 2 or looks_like_publisher(piece))
        ]  # fmt: skip
        if len(pieces) >= 3 and len(names) == 1 and not text.isupper():
            self.traces.add(names[0], MASTHEAD)

    def _read_asides(self) -> None:
        """What the left-out parts of a page tell of date and publisher."""
        asides = [piece for text in self.asides for piece in _SENTENCE_END.split(text)]
        for text in asides:
            if owner(text):
                self.traces.add_notice(text)
            elif self.metadata.published is None and (
                found := date_line(text, self.language, self.book)
            ):
                self._note_date(found)
            elif phrase := self.book.match(text):
                self._note_names(text, MASTHEAD if phrase.category in _TELLING else 0)

    def _judge_shape(self, page: Page) -> None:
        page.boilerplate = set(self.verdicts) - {self.title_at}
        page.headers = {at for at, phrase in self.phrases.items() if phrase.category == "read_also"}
        for position in range(len(self.lines)):
            if position in self.verdicts or self.belongs[position]:
                continue
            if rule := verdict_by_shape(page, position):
                self.verdicts[position] = rule
                page.boilerplate.add(position)
                self._note_masthead(position, rule)
                if rule.startswith("above"):
                    self._note_remaining(self.lines[position].text)
        self._weigh_names()
        for position in reversed(range(len(self.lines))):  # now that the publisher is known
            if position in self.verdicts or self.belongs[position]:
                continue
            if self._is_publishers_own(position):
                self.verdicts[position] = "the publisher's own line"

    def _note_masthead(self, position: int, rule: str) -> None:
        """A line of nothing but a name below the text or beside the date; else a press name.

        A lone name above the text is as often a kicker ("Air Defence") as a publisher.
        """
        pieces = [
            cleaned_name(piece)
            for part in parts(self.lines[position].text)
            for piece in part.split(", ")
        ]
        is_dated = any(
            at in self.date_lines and self.lines[at].block == self.lines[position].block
            for at in (position - 1, position + 1)
        )
        if position == (self.title_at or 0) + 1 and len(pieces) > 1:
            names = [one for one in pieces if is_name(one) and not re.search(r"\d", one)]
            names = [one for one in names if word_count(one) >= 2 and not self.book.match(one)]
            if len(names) == 1:  # Thimble & Thread · Issue 44 · Autumn
                self.traces.add(names[0], LONE)
        for piece in pieces:
            if len(pieces) == 1 and is_dated:
                self.traces.add(piece, BESIDE_DATE)
            elif _SIGNED.match(piece):
                continue
            elif len(pieces) == 1 and rule.startswith("below") and not re.search(r"\d", piece):
                is_sure = looks_like_publisher(piece) or (
                    word_count(piece) >= 2 and piece != piece.swapcase()
                )
                self.traces.add(piece, LONE if is_sure else MENTION)
            elif looks_like_publisher(piece):
                self.traces.add(piece, MENTION)

    def _weigh_names(self) -> None:
        """Lets lines of the page around the text speak for the names that they hold.

        Headlines of other articles, captions and banners in another language name other things.
        """
        skipped = ("title", "repeats", "read_also", "in a list", "caption", "another language")
        around = [
            self.lines[at].text
            for at, rule in sorted(self.verdicts.items())
            if not rule.startswith(skipped)
        ]
        self.traces.add_support(around + self.asides)
        self.traces.add_leading(
            name
            for text in dict.fromkeys(around)  # a kicker may stand there twice
            if not (owner(text) or original_of(text))
            and (name := leading_name(text))
            and not self.book.match(name)
        )

    def _is_publishers_own(self, position: int) -> bool:
        """Whether a line speaks of the publication: it begins with the publisher's name, and has
        no full stop, words of the trade, or as the last line says what the publisher does."""
        line = self.lines[position]
        name = self.metadata.publisher or self.traces.best()
        if line.kind in ("row", "heading"):
            return False
        if name is None:  # "Slow Road Magazine does not accept free trips."
            name = leading_name(line.text)
            if name is None or not looks_like_publisher(name) or not ends_sentence(line.text):
                return False
            is_own = self._is_last(position) and states_of_itself(line.text, name)
            if is_own:
                self.traces.add(name, BESIDE_DATE)
            return is_own
        is_short = len(line.text) <= len(name) + 12
        if is_short and folded(cleaned_name(line.text)) == folded(name):  # "THE MERCURY.  3"
            return True
        if not folded(line.text).startswith(folded(name) + " "):
            return False
        rest = tokens(line.text)[len(tokens(name)) :]
        if len(rest) <= 24 and (belongs_to_press(line.text, name) or self._ends_in_call(line.text)):
            return True
        if ends_sentence(line.text):
            has_words = len(rest) <= 22 and len(self_words() & set(rest)) >= 1
            return has_words or (self._is_last(position) and states_of_itself(line.text, name))
        return len(rest) <= 9

    def _ends_in_call(self, text: str) -> bool:
        """Whether a page's call stands behind a sentence: `… of the Fair Reporting Trust. More`."""
        sentence, _, call = text.rstrip(" .!»›→>").rpartition(". ")
        return bool(sentence) and word_count(call) <= 5 and self.book.whole(call) is not None

    def _is_last(self, position: int) -> bool:
        """Whether a line is the last that is kept, and not the only one."""
        behind = range(position + 1, len(self.lines))
        return all(at in self.verdicts for at in behind) and any(
            at not in self.verdicts for at in range(position)
        )

    def _restore(self) -> None:
        """Takes back what only shape spoke against, where nothing else is left: a lone line of a
        few words is an article rather than none."""
        for at, rule in list(self.verdicts.items()):
            line = self.lines[at]
            is_shape = rule.startswith(("above the text", "below the text", "shares no word"))
            is_told = word_count(line.text) >= 5 and len(parts(line.text)) == 1
            if is_shape and is_told and line.kind == "text" and not is_name(line.text, 14):
                del self.verdicts[at]

    def _dates_above(self) -> list[DateReading]:
        """The one date of a line that stands above the text with more than names around it:
        "Wednesday, October 11, 1961 — from the archive of the Levant Mail"."""
        first = min((at for at in range(len(self.lines)) if at not in self.verdicts), default=0)
        found = []
        for at in range(first):
            if self.verdicts[at].startswith(("above the text", "kicker")):
                dates = find_dates(self.lines[at].text, "text", self.language)
                found += [dates[0].reading] if len(dates) == 1 else []
        return found[:1]

    def _assembled(self) -> Cleaned:
        if len(self.verdicts) == len(self.lines):
            self._restore()
        kept = [line for at, line in enumerate(self.lines) if at not in self.verdicts]
        if not kept:
            raise NotAnArticle("no text is left after cleaning" if self.lines else "no text")
        self.dropped += [
            DroppedLine(self.lines[at].text, rule)
            for at, rule in sorted(self.verdicts.items())
            if at != self.title_at
        ]
        metadata = self.metadata
        metadata.author = metadata.author or self.author
        if folded(self.traces.original or "") != folded(metadata.publisher or ""):
            metadata.original = metadata.original or self.traces.original
        metadata.publisher = metadata.publisher or self.traces.best()
        first_dates = [reading for first, reading in self.dates if first]
        if not self.dates and (reading := dateline_date(kept[0].text, self.language)):
            first_dates = [reading]
        if not self.dates and not first_dates:
            first_dates = self._dates_above()
        published = metadata.published or most_precise(
            first_dates or [reading for _, reading in self.dates]
        )
        published = published or self.made or date_in_address(metadata.url)
        paragraphs = [line.text for line in kept]
        return Cleaned(
            paragraphs, self.title or titles.from_first_words(paragraphs[0]), bool(self.title),
            self.language, metadata, published, self.dropped,
        )  # fmt: skip
