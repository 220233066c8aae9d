"""Who published an article, from the lines around it: each trace has a weight, the heaviest wins.

Knows nothing of files; what front matter or meta elements say is not doubted here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from bot.corpus.rules import table
from bot.corpus.wording import (
    ends_sentence,
    folded,
    is_name,
    is_phrase,
    is_unspaced,
    tokens,
    word_count,
)

# How much a trace tells. A copyright line names its owner; a name beside a date may be a place; the
# origin of a republication is its publisher only where no other is named.
COPYRIGHT, MASTHEAD, TITLE_END, BESIDE_DATE, MENTION, BEFORE_DATE = 9, 7, 6, 5, 3, 2
ORIGINAL = LONE = 4
_ENOUGH = 4
_LONGEST_NOTICE = 250

_YEARS = re.compile(r"\(?\b(?:18|19|20)\d\d(?:\s*[-–/]\s*(?:\d{4}|\d\d))?\)?")
_YEAR_ONLY = re.compile(r"\s*(?:18|19|20)\d\d\s*(?:[.,|–—-]|$)")
_NOTICE = re.compile(r"©|\(c\)|℗|\bcopyright\b", re.IGNORECASE)
_THREE_WORDS = re.compile(r"\b[a-zà-ÿ]{2,} [a-zà-ÿ]+ [a-zà-ÿ]+")
_VIA = re.compile(r"(?:^|[(,|–—/-]\s*)v[ií]a\s+(?P<name>[^\W\d_a-z][^()|,;]{1,50})", re.MULTILINE)
_BRACKETS = re.compile(r"\s\([^()]{1,40}\)\s*$")
_RUN = re.compile(
    r"(?<=[a-zß-ÿ:,] )[A-Z][\w’'-]+(?: (?:&|of|de|do|du|des|the)(?= ))?(?: [A-Z][\w’'-]+){1,3}"
)
_HOST = re.compile(r"https?://\S+|\bwww\.\S+")


class Traces:
    """The names that the lines of one article give for its publisher, with their weights."""

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._weights: Counter[str] = Counter()
        self._spelling: dict[str, str] = {}
        self.original: str | None = None

    def add(self, name: str, weight: int) -> None:
        """Notes a name; one that is no name, or only a page's word, is left out."""
        name = cleaned_name(name)
        is_owner = weight >= COPYRIGHT and is_phrase(name) and not name[:1].islower()
        if not (is_owner or could_be_publisher(name, self._language)):
            return
        if folded(name) in _page_words():
            return
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
            if via := _VIA.search(line):  # (Danakil Voice, via Massawa Radio)
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
        return self._spelling[name] if weight >= _ENOUGH else None

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


@lru_cache(maxsize=1024)
def owner(line: str) -> str | None:
    """Whose copyright a line states: `© Harbour Wire 2015…`, `Harbour Wire. All rights…`."""
    if len(line) > _LONGEST_NOTICE:
        return None
    has_rights = _rights_hint().search(line.casefold()) is not None
    if has_rights and (match := _pattern("rights_of").search(line)):
        name = match["name"]
        # Arabic writes "of" before a name as one with its article
        return (
            cleaned_name(f"ا{name[1:]}" if name.startswith("لل") else name.removeprefix("ل"))
            or None
        )
    has_notice = _NOTICE.search(line) is not None
    is_sentence = line.endswith(".") and _THREE_WORDS.search(line)
    if has_notice and is_sentence and not re.search(r"©|\(c\)|\d{4}", line, re.I):
        return None
    rest = _pattern("rights").sub("", line) if has_rights else line
    if not has_notice and rest == line:
        return None
    if _NOTICE.search(rest):
        before, *_, behind = _NOTICE.split(rest)
        is_behind = bool(behind.strip()) and not (before.strip() and _YEAR_ONLY.match(behind))
        rest = behind if is_behind else before + " "
    rest = re.sub(
        r"^\s*(?:published by|publisher:|by|von|par|por|di|notice)\s+",
        " ",
        _YEARS.sub(" ", rest),
        flags=re.I,
    )
    rest = re.split(r"\s[|•·–—-]\s|\s*[|•·]\s*|[.,;:]\s|…|\.{3}|/", rest.strip(" .,;:|–—-•·"))[0]
    return without_legal_form(cleaned_name(rest)) or None


@lru_cache(maxsize=1024)
def original_of(line: str) -> str | None:
    """Where a republished article comes from: `Read the original article on X`."""
    if len(line) > _LONGEST_NOTICE:
        return None
    if match := _pattern("origin").search(line):
        name = match["name"]
        name = re.split(r"\s+(?:on|in|under|with|and is|am|le|el|il)\s+(?=[a-z\d])|[.,;(|]", name)[
            0
        ]
        name = re.split(r"\s+on\s+(?=\d|[A-Z][a-z]+ \d)", name)[0]
        return cleaned_name(name) or None
    if word_count(line) <= 14 and not ends_sentence(line) and (match := _VIA.search(line)):
        return cleaned_name(match["name"]) or None
    if match := _pattern("source").match(line.strip()):
        return cleaned_name(re.split(r"[,;(|]| – | — |\s/\s", match["name"])[0]) or None
    return None


def cleaned_name(name: str) -> str:
    """A name without years, marks and stray punctuation around it."""
    name = re.sub(r"^(?:From|Via)\s+(?=[A-ZÀ-Þ])", "", _HOST.sub(" ", name))
    name = _BRACKETS.sub("", name) if not name.startswith("(") else name
    name = re.sub(r"(?<=\S)\s+\([^()]*$", "", name)  # a bracket whose end was cut off
    name = re.sub(r"\s+", " ", name.replace("\ufe0f", "")).strip(" \"'“”‘’«».,;:|–—-•·*_#[]<>…")
    return name if not name.startswith("(") else name.strip("()")


def without_legal_form(name: str) -> str:
    """`Saimaa News` of `Saimaa News Oy`; what stays must still sound like a publication."""
    if name.endswith("社") and looks_like_publisher(name[:-1]):
        return name[:-1]
    words = name.split()
    while len(words) > 1 and folded(words[-1]).rstrip(".,") in _legal_forms():
        words.pop()
    shorter = " ".join(words).rstrip(" ,&")
    return shorter if len(words) > 1 or looks_like_publisher(shorter) else name


def could_be_publisher(name: str, language: str) -> bool:
    """Whether a piece can name a publisher: capitalised words, or the first and a press word.

    Languages other than English write "Амурский вестник" or "Le courrier du Sahel"; an English
    page of such a paper names it so too, which an accent shows ("Slezské listy").
    """
    if is_name(name):
        return True
    if language == "en" and name.isascii():
        return False
    return (
        name[:1].isupper()
        and word_count(name) <= 6
        and is_phrase(name)
        and looks_like_publisher(name)
    )


def looks_like_publisher(name: str) -> bool:
    """Whether a name holds a word that newspapers, wires and journals call themselves by."""
    if is_unspaced(name):
        return any(ending in name for ending in table("labels")["publisher_endings"])
    words = tokens(name)
    if any(len(word) >= 7 and word.endswith(_compound_endings()) for word in words):
        return True
    return len(words) >= 2 and any(word in _publisher_words() for word in words)


@cache
def _publisher_words() -> frozenset[str]:
    return frozenset(word for text in table("labels")["publisher_words"] for word in tokens(text))


@cache
def _compound_endings() -> tuple[str, ...]:
    return tuple(folded(text) for text in table("labels")["publisher_compounds"])


@cache
def _page_words() -> frozenset[str]:
    return frozenset(folded(text) for text in table("labels")["page_words"])


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(folded(text) for text in table("labels")["legal_forms"])


@cache
def _no_owners() -> frozenset[str]:
    return frozenset(word for text in table("notices")["no_owners"] for word in tokens(text))


@cache
def _channels() -> frozenset[str]:
    return frozenset(table("labels")["channels"])


@cache
def _rights_hint() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, table("notices")["rights_hints"])))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The expressions of `rules/notices.toml` as one; all of them end in the name, if any."""
    alternatives = "|".join(table("notices")[kind])
    tails = {
        "rights_of": rf"(?:{alternatives})(?P<name>[^|.,;:©]+?)"
        r"(?:\s(?:است|می‌?باشد)|\s\d{4}|$|[|.,;:©])",
        "rights": rf"[,.;|–—-]?\s*(?:{alternatives})(?!\w).*$",
        "origin": rf"\b(?:{alternatives})\s+(?P<name>.+)",
        "source": rf"(?:{alternatives})\s*[:：]\s*(?P<name>.+)",
    }
    return re.compile(tails[kind], re.IGNORECASE)
