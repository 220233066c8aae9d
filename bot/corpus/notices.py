"""Lines that say whose a text is: copyrights, labels such as `Published by`, origins."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bot.corpus.press_names import (
    cleaned_name,
    is_body_name,
    looks_like_publisher,
    without_legal_form,
)
from bot.corpus.rules import table
from bot.corpus.wording import ends_sentence, is_name, is_unspaced, tokens, word_count

_LONGEST_NOTICE = 250
_LONGEST_LABELLED = 120
_ROMAN_YEAR = r"M(?:CM|M{1,2}|DCCC)(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})"  # of films and annuals
_YEARS = re.compile(
    rf"\(?\b(?:(?:18|19|20)\d\d(?:\s*[-–/]\s*(?:\d{{4}}|\d\d))?|(?-i:{_ROMAN_YEAR})\b)\)?"
)
_YEAR_ONLY = re.compile(rf"\s*(?:(?:18|19|20)\d\d|{_ROMAN_YEAR})\s*(?:[.,|–—-]|$)")
_NOTICE = re.compile(r"©|\(c\)|℗|\bcopyright\b", re.IGNORECASE)
_SMALL_NOTICE = re.compile(_NOTICE.pattern)  # in a fifth of the time
_THREE_WORDS = re.compile(r"\b[a-zà-ÿ]{2,} [a-zà-ÿ]+ [a-zà-ÿ]+")
VIA = re.compile(r"(?:^|[(,|–—/-]\s*)v[ií]a\s+(?P<name>[^\W\d_a-z][^()|,;]{1,50})", re.MULTILINE)


@lru_cache(maxsize=1024)
def owner(line: str) -> str | None:
    """Whose copyright a line states: `© Harbour Wire 2015…`, `Harbour Wire. All rights…`."""
    if len(line) > _LONGEST_NOTICE:
        return None
    small = line.casefold()
    has_rights = _rights_hint().search(small) is not None
    if has_rights and (match := _pattern("rights_of").search(line)):
        name = match["name"]
        # Arabic writes "of" before a name as one with its article
        return (
            cleaned_name(f"ا{name[1:]}" if name.startswith("لل") else name.removeprefix("ل"))
            or None
        )
    has_notice = _SMALL_NOTICE.search(small) is not None
    is_sentence = line.endswith(".") and _THREE_WORDS.search(line)
    if has_notice and is_sentence and not re.search(r"©|\(c\)|\d{4}", line, re.I):
        return None
    rest = _pattern("rights").sub("", line) if has_rights else line
    if has_rights and not rest.strip(" .,;:|–—-•·©"):  # Tous droits réservés Matin du Lac SPRL
        rest = _behind_rights().sub("", line, count=1).strip(" .,;:|–—-•·©")
        is_one = rest[:1].isupper() and is_name(rest.rstrip(".")) and not is_unspaced(rest)
        return (
            without_legal_form(cleaned_name(rest)) if is_one and not ends_sentence(line) else None
        )
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
    if _small_origin().search(line.lower()) and (match := _pattern("origin").search(line)):
        name = match["name"]
        name = re.split(r"\s+(?:on|in|under|with|and is|am|le|el|il)\s+(?=[a-z\d])|[.,;(|]", name)[
            0
        ]
        name = re.split(r"\s+on\s+(?=\d|[A-Z][a-z]+ \d)", name)[0]
        return cleaned_name(name) or None
    if word_count(line) <= 14 and not ends_sentence(line) and (match := VIA.search(line)):
        return cleaned_name(match["name"]) or None
    if match := _pattern("source").match(line.strip()):
        return cleaned_name(re.split(r"[,;(|]| – | — |\s/\s", match["name"])[0]) or None
    return None


def labelled_publisher(line: str) -> str | None:
    """The publication that a line names behind a label: `Published by Fen & Ferry Ltd`."""
    words = tokens(line) if len(line) <= _LONGEST_LABELLED else ()
    if not words or words[0] not in _label_words():
        return None
    match = _published_by().match(line.strip())
    if match is None or ends_sentence(line.rstrip(".")):
        return None
    name = without_legal_form(cleaned_name(re.split(r"[,;(|]|\s[–—·•-]\s|\.\s", match["name"])[0]))
    is_one = looks_like_publisher(name) or is_body_name(name) or re.search(r"\s(?:&|and)\s", name)
    return name if is_one and is_name(name) else None


def without_lead_in(line: str) -> str:
    """A line without what precedes a paper's name in it: `Reprinted by courtesy of X, 1982`."""
    return _lead_in().sub("", line, count=1)


@cache
def source_label() -> re.Pattern[str]:
    """`Source:` and the like, before the name of who a text comes from."""
    labels = "|".join(table("notices")["source"])
    return re.compile(rf"(?:{labels})\s*[:：]\s*|from\s+(?=the\s+[A-Z])", re.IGNORECASE)


@cache
def _rights_hint() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, table("notices")["rights_hints"])))


@cache
def _small_origin() -> re.Pattern[str]:
    """Asked of a line in small letters first, since without regard to case it takes three times as
    long; `rules/notices.toml` has the expressions in small letters."""
    return re.compile(_pattern("origin").pattern)


@cache
def _behind_rights() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(table('notices')['rights'])})", re.IGNORECASE)


@cache
def _label_words() -> frozenset[str]:
    return frozenset(tokens(text)[0] for text in table("notices")["published_by"])


@cache
def _published_by() -> re.Pattern[str]:
    labels = "|".join(table("notices")["published_by"])
    verbs = "|".join(text for text in table("notices")["published_by"] if " " in text)
    return re.compile(rf"(?:(?:{labels})\s*[:：]|(?:{verbs})\s)\s*(?P<name>.+)", re.IGNORECASE)


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


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(
        rf"^\W*(?:{'|'.join(table('notices')['lead_ins'])})\s+(?=(?-i:[^\W\d_a-z]))", re.I
    )
