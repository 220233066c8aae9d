"""Wikitext (the source of a wiki's page) → a draft: templates, notes and categories left out.

A few expressions rather than mwparserfromhell: what a template would say is left out whole, and
links, headings and lists are all that is wanted of the rest.
"""

from __future__ import annotations

import re

from bot.corpus.draft import Draft
from bot.corpus.formats.markdown import read_markdown
from bot.model import DroppedLine

_SIGN = re.compile(r"\[\[[^\[\]\n]{1,200}\]\]|'''[^'\n]|^\{\{|^={2,4}[^=\n]+={2,4}\s*$", re.M)
_FEWEST_SIGNS = 4
_INNERMOST = re.compile(r"\{\{[^{}]{0,20000}\}\}")
_MOST_NESTED = 12
_NOTE = re.compile(r"<ref\b[^<>]*/>|<ref\b[^<>]*>.{0,4000}?</ref>|<!--.*?-->", re.S | re.I)
_APART = re.compile(r"^\s*\[\[[^\[\]|:]{2,40}:[^\[\]]{1,300}\]\]\s*$|^\s*__[A-Z]+__\s*$", re.M)
_FILE = re.compile(
    r"\[\[(?:File|Image|Datei|Fichier|Archivo|Файл)\s*:(?:[^\[\]]|\[\[[^\[\]]*\]\])*\]\]", re.I
)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_OUTER_LINK = re.compile(r"\[(?:https?:)?//\S+\s+([^\[\]]*)\]")
_HEADING = re.compile(r"^(={1,6})\s*(.+?)\s*\1\s*$", re.M)
_SUBJECT = re.compile(r"^[^\n']{0,12}'''+([^'\n](?:[^\n]{0,78}?[^'\n])?)'''+(?!')", re.M)
_TABLE = re.compile(r"^\{\|.*?^\|\}\s*$", re.M | re.S)


def is_wikitext(text: str) -> bool:
    """Whether a text is written in wikitext: links, and bold words, templates or headings."""
    start = text[:20_000]
    if "[[" not in start:
        return False
    signs = [match[0] for match in _SIGN.finditer(start)]
    return len(signs) >= _FEWEST_SIGNS and not all(sign.startswith("[[") for sign in signs)


def read_wikitext(text: str) -> Draft:
    """The page as Markdown would hold it. Its title is what the first paragraph has in bold."""
    dropped: list[DroppedLine] = []

    def leave_out(match: re.Match[str]) -> str:
        dropped.append(DroppedLine(" ".join(match[0].split())[:500], "wiki markup"))
        return ""

    text = _NOTE.sub("", text)
    for _ in range(_MOST_NESTED):
        text, times = _INNERMOST.subn(leave_out, text)
        if not times:
            break
    text = _TABLE.sub(_rows, _APART.sub(leave_out, _FILE.sub(leave_out, text)))
    subject = _SUBJECT.search(text)
    text = _OUTER_LINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = re.sub(r"'{2,5}", lambda match: "'" if len(match[0]) == 4 else "", text)
    text = re.sub(r"^[*#:;]+\s*", "- ", text, flags=re.M)
    text = _HEADING.sub(lambda match: f"\n{'#' * max(len(match[1]), 2)} {match[2]}\n", text)
    draft = read_markdown(re.sub(r"(?<=\S)\n(?=[^\s#|-])", "\n\n", text))
    if subject and draft.metadata.title is None:
        draft.metadata.title = _LINK.sub(r"\1", subject[1]).strip(' "“”')
    draft.dropped += dropped
    return draft


def _rows(match: re.Match[str]) -> str:
    """A table as Markdown has it, a line a row; what says how a cell looks is left out."""
    inside = match[0].split("\n", 1)[1].rpartition("|}")[0]
    rows = [
        [cell.rpartition("|")[2].strip() for cell in re.split(r"\n[|!]|\|\||!!", f"\n{row}")[1:]]
        for row in re.split(r"^\|-.*$", _LINK.sub(r"\1", inside), flags=re.M)
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows if any(row)]
    head = "|" + " --- |" * max((len(row) for row in rows), default=1)
    return "\n" + "\n".join((*lines[:1], head, *lines[1:])) + "\n"
