"""Who published an article, from the lines around it: each trace has a weight, the heaviest wins.

Knows nothing of files; what front matter or meta elements say is not doubted here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from bot.corpus.notices import VIA, original_of, owner
from bot.corpus.press_names import cleaned_name, could_be_publisher, looks_like_publisher
from bot.corpus.rules import table
from bot.corpus.wording import folded, is_phrase, tokens, word_count

# How much a trace tells. A copyright line names its owner; a name beside a date may be a place; the
# origin of a republication is its publisher only where no other is named.
COPYRIGHT, MASTHEAD, TITLE_END, BESIDE_DATE, MENTION, BEFORE_DATE = 9, 7, 6, 5, 3, 2
ORIGINAL = LONE = 4
_ENOUGH = 4
_RUN = re.compile(
    r"(?<=[a-zß-ÿ:,] )[A-Z][\w’'-]+(?: (?:&|of|de|do|du|des|the)(?= ))?(?: [A-Z][\w’'-]+){1,3}"
)


class Traces:
    """The names that the lines of one article give for its publisher, with their weights."""

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._weights: Counter[str] = Counter()
        self._spelling: dict[str, str] = {}
        self.original: str | None = None

    def add(self, name: str, weight: int, language: str | None = None) -> None:
        """Notes a name; one that is no name in the language, or only a page's word, is left out."""
        name = cleaned_name(name)
        is_owner = weight >= COPYRIGHT and is_phrase(name) and not name[:1].islower()
        if not (is_owner or could_be_publisher(name, language or self._language)):
            return
        if folded(name) in _page_words() or _nobodys_words().issuperset(tokens(name)):
            return
        if weight < COPYRIGHT and folded(name) in _towns():
            weight = min(weight, BEFORE_DATE)
        if len(name) < 2 or word_count(name) == 0 or name.isdigit():
            return
        if weight <= BESIDE_DATE and looks_like_publisher(name):
            weight += 1
        self._weights[folded(name)] += weight
        self._spelling.setdefault(folded(name), name)

    def add_notice(self, line: str) -> None:
        """A copyright line, a line on rights or on the origin of a republication."""
        if original := original_of(line):
            self.original = self.original or original
            self.add(original, ORIGINAL)
            if via := VIA.search(line):  # (Danakil Voice, via Massawa Radio)
                self.add(line[: via.start()], BESIDE_DATE)
        elif (name := owner(line)) and not _no_owners().issuperset(tokens(name)):
            self.add(name, COPYRIGHT)

    def add_support(self, lines: Iterable[str]) -> None:
        """Names that several lines around the text hold: "Sign up for Sahel Now", "Why Sahel Now".

        A name already noted gains with each line that holds it.
        """
        texts = [f" {folded(line)} " for line in dict.fromkeys(lines)]
        for name in list(self._weights):
            hits = sum(re.search(rf"\W{re.escape(name)}\W", text) is not None for text in texts)
            self._weights[name] += min(max(hits - 1, 0), 3)
        runs = Counter(run for line in dict.fromkeys(lines) for run in set(_capital_runs(line)))
        for run, hits in sorted(runs.items()):
            if hits >= 2 and folded(run) not in self._weights:
                self.add(run, MENTION + hits)

    def add_leading(self, names: Iterable[str]) -> None:
        """Names that lines around the text begin with: twice the same, or a press name once."""
        counted = Counter(names)
        for name, hits in counted.items():
            if folded(name) in self._weights:
                continue
            if hits >= 2 and word_count(name) >= 2:
                self.add(name, MENTION + hits)
            elif looks_like_publisher(name):
                self.add(name, MENTION)
            elif " & " in name:  # Salt & Sail pattern sheet
                self.add(name, ORIGINAL)

    def best(self) -> str | None:
        """The heaviest name, the first noted among equals; None where none is heavy enough.

        The origin of a republication only where no other name is.
        """
        if not self._weights:
            return None
        origin = folded(self.original or "")
        others = {name: weight for name, weight in self._weights.items() if name != origin}
        if max(others.values(), default=0) < _ENOUGH:
            others = self._weights
        name, weight = max(others.items(), key=lambda item: item[1])
        name = next((full for full in others if _initials(self._spelling[full]) == name), name)
        plain, _, last = name.rpartition(" ")
        if last in _channels() and plain in self._weights:  # "Sund Bulletin Live"
            name = plain
        name = self._publication_of(self._in_full(name))
        return self._spelling[name] if weight >= _ENOUGH else None

    def _in_full(self, name: str) -> str:
        """The name with the press word that it has in a masthead: `© Ege Sesi` below `Ege Sesi
        Gazetesi`."""
        for full, weight in self._weights.items():
            is_longer = full.startswith(f"{name} ") and full.count(" ") == name.count(" ") + 1
            last = full.rpartition(" ")[2]
            if is_longer and weight >= BESIDE_DATE and looks_like_publisher(f"the {last}"):
                return full
        return name

    def _publication_of(self, company: str) -> str:
        """The publication that a company owns, where it is told too: `© Reef Standard Media` below
        `Reef Standard`, `Ediciones del Estrecho` below `Estrecho Diario`."""
        words = company.split()
        if len(words) < 2 or not {words[0], words[-1], " ".join(words[-2:])} & _companies():
            return company
        for name, weight in sorted(self._weights.items(), key=lambda item: -item[1]):
            is_company = {name.split()[0], name.split()[-1]} & _companies()
            if name != company and (
                company.startswith(f"{name} ")
                or (weight >= _ENOUGH and not is_company and looks_like_publisher(name))
            ):
                return name
        return company

    def holds(self, name: str) -> bool:
        """Whether this name was noted from any trace."""
        return folded(cleaned_name(name)) in self._weights


def _initials(name: str) -> str:
    """The folded first letters of a name's capitalised words: `Meridian Wire Service` is "mws"."""
    initials = folded("".join(word[0] for word in name.split() if word[0].isupper()))
    return initials if len(initials) > 1 else ""


def _capital_runs(line: str) -> Iterator[str]:
    """The names of two to four capitalised words inside a line, but for its first word."""
    for match in _RUN.finditer(line):
        yield match[0]


@cache
def _page_words() -> frozenset[str]:
    return frozenset(folded(text) for text in table("labels")["page_words"])


@cache
def _towns() -> frozenset[str]:
    return frozenset(table("labels")["dateline_towns"])


@cache
def _nobodys_words() -> frozenset[str]:
    return frozenset(folded(text) for text in table("labels")["nobodys_words"])


@cache
def _companies() -> frozenset[str]:
    return frozenset(folded(text) for text in table("notices")["companies"])


@cache
def _no_owners() -> frozenset[str]:
    return frozenset(word for text in table("notices")["no_owners"] for word in tokens(text))


@cache
def _channels() -> frozenset[str]:
    return frozenset(table("labels")["channels"])
