"""What tells which issue of a publication it is: volumes, prices, pages, seasons and years."""

from __future__ import annotations

import re
from functools import cache

from bot.corpus.dates import whole_date
from bot.corpus.draft import DateReading
from bot.corpus.press_names import looks_like_publisher
from bot.corpus.rules import table
from bot.corpus.wording import folded, is_name, parts, tokens, word_count

# "Vol. LXI, No. 14,207", "page 9, column 2", "Price 3d.", "[scan]", "(English edition)"
EDITION = re.compile(
    r"[\[(]\s*(?:scan|scanned|reprint|(?:[^\W\d_]+ )?(?:edition|édition|edición|edição|ausgabe)"
    r"(?: [^\W\d_]+)?)\s*[\])]?"
    r"|(?:\b(?:vol(?:ume)?|no|nr|n[°º]|n[uú]m|número|numéro|nummer|issue|edition|edición|edição|"
    r"edizione|ausgabe|heft|año|ano|anno|année|jahrgang|jg|ročník|číslo|sayı|cilt|выпуск|вып|том|"
    r"τεύχος|φύλλο|page|pages|pp?|sheet|folio|column|col|seite|página|blz|bladzijde|strona|str|стр|sivu|price|"
    r"preis|prix|precio|preço)\b|№|\bn(?=\.)|\bs(?=\.\s?\d))[.:]?\s*#?"
    r"(?:[IVXLCDM]+|[$£€]?[\d.,/-]+)\s?(?:[a-z]{1,2}(?!\.\s?\d)|cents?|pence|pennies|centavos|centimes|kopeks|dollars|pounds|shillings|francs|marks|pesos|rupees|euros?)?\b"
    r"(?:\s?[€£$])?(?:\s?\(\d{1,6}\))?\.?,?"
    r"|\b\d{1,2}\s*(?:-\s*)?min(?:ute[ns]?|utos?|uti|\.)?\s+(?:read|de lectur[ae]|lesezeit|"
    r"di lettura|leestijd|de leitura|czytania|чтения)\b"
    r"|\b(?:reading time|read time|lesezeit|tiempo de lectura|temps de lecture|leestijd|lukuaika)"
    r"\W{0,3}\d{1,2}\s?(?:min\w*)?"
    r"|\bsec(?:tion|t)?\.?\s[A-Z\d]\b"
    r"|\b\d{1,5}\.?\s*(?:árgangur|árg|tbl|jahrgang|jg|[åa]rgang|évfolyam|szám|ročník|číslo|broj|"
    r"numer|centimes|cents|pence|rappen|pfennig|öre|lire|groszy|kopeks)\b\.?"
    r"|\b\d{1,3}\s?(?:e|è|º|ª|\.)\s*(?:année|ano|anno|año)\b"
    r"|\b(?:verð|pris|cena|hinta|цена|ціна|una copia|einzelpreis|prezzo|fiyatı|τιμή|preço)\b"
    r"\s*[:.]?\s*(?:[^\W\d_]{1,4}\.?\s)?\d[\d.,/]*\s?(?:[^\W\d_]{1,8}\.?)?"
    r"|[\[(][^()\[\]]{0,20}\b\d{1,3}\s?min[^()\[\]]{0,10}[\])]",
    re.IGNORECASE,
)
ISSUE_YEAR = re.compile(
    r"[\s,]+(?:issue|heft|ausgabe|no|nr|n[°º]?|n[uú]m(?:ero)?|numéro|nummer|číslo|sayı|выпуск|№)"
    r"\.?\s?\d{1,3}\s?/\s?(?P<year>(?:18|19|20)\d\d)$",
    re.IGNORECASE,
)
"""`…, Heft 4/2004`: the fourth of a year, not April."""
_READING_TIME = re.compile(
    r"\bmin|read|lectur|lesezeit|lettura|leestijd|leitura|czytania|чтения|luku", re.IGNORECASE
)
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_TERM_AND_YEAR = re.compile(
    rf"(?P<terms>[^\W_].*?)\s?(?:[\s,:/–-]|(?<=\w)\.)\s*{_YEAR}(?:[-/–](?:\d\d){{1,2}})?\.?(?:\s[rг]\.?)?"
    rf"|{_YEAR.replace('year', 'first')}\.?[\s,:-]+(?P<behind>[^\W\d_].*)"
)
_SEASON_BEHIND = re.compile(
    rf"(?P<name>\S.*?),?\s+(?P<season>[^\W\d_]{{3,}}|[QH][1-4]|[1-4]Q)(?:\s+|\s?/\s?){_YEAR}(?:[-/–]\d\d)?"
)
_ROMAN = re.compile(r"[ivx]{1,4}")
_ONE_TERM = re.compile(r"[^\W\d_]+|\d+")


def edition_names(text: str) -> tuple[str, ...] | None:
    """The names in a line that tells which issue it is of, and no date: `Lowland Letters | no. 44`.

    None for every other line.
    """
    if word_count(text) <= 14 and (name := _name_of_edition(text)):
        return (name,)
    if word_count(text) > 14 or not EDITION.search(text):
        return None
    pieces = [EDITION.sub(" ", piece).strip(" ,.;:") for piece in parts(text)]
    names = tuple(piece for piece in pieces if re.search(r"[^\W\d_]", piece))
    has_number = any(re.search(r"\d", match[0]) for match in EDITION.finditer(text))
    is_sure = len(EDITION.findall(text)) >= 2  # then a slogan may stand among them
    are_names = all(is_name(name) or (is_sure and word_count(name) <= 4) for name in names)
    return tuple(filter(is_name, names)) if has_number and are_names else None


def _name_of_edition(text: str) -> str | None:
    """`THE FORD EXAMINER` of `THE FORD EXAMINER. LATE CITY EDITION.`, which has no number."""
    pieces = [piece for piece in re.split(r"[.;,]\s+|\.$", text) if piece.strip()]
    names = [piece for piece in pieces if not set(tokens(piece)) <= _page_terms()]
    is_told = any(not _terms().isdisjoint(tokens(piece)) for piece in pieces if piece not in names)
    is_one = len(names) == 1 and names[0] == pieces[0] and is_name(names[0])
    return names[0] if is_told and is_one and looks_like_publisher(names[0]) else None


def names_issue(text: str) -> bool:
    """Whether a line tells a page, a number or a price of an issue, not only how long to read."""
    return any(
        re.search(r"\d", match[0]) and not _READING_TIME.search(match[0])
        for match in EDITION.finditer(text)
    )


def is_edition_term(text: str) -> bool:
    """Whether a piece only says which edition: `revised edition`, `4th printing`."""
    words = [folded(term) for term in _ONE_TERM.findall(text) if not term.isdigit()]
    return bool(words) and all(word in _terms() for word in words)


def season_behind(text: str) -> tuple[str, str] | None:
    """`Trabucaire Review Tardor 2006` as name and date; None where no season stands there."""
    match = _SEASON_BEHIND.fullmatch(text)
    if match is None or "," in match["name"] or not _is_season(match["season"]):
        return None
    return match["name"].rstrip(" ,"), f"{match['season']} {match['year']}"


def _is_season(word: str) -> bool:
    return folded(word) in _seasons() or re.search(r"\d", word) is not None


def lone_date(text: str, language: str) -> DateReading | None:
    """`2014`, `03/2014`, `summer 2014`, `Edition: 2024`: so short that they are a date only as the
    whole line."""
    bare = text.strip(" .()[]*_–—-")
    if len(bare) <= 40 and (found := _TERM_AND_YEAR.fullmatch(bare)):
        terms = _ONE_TERM.findall(found["terms"] or found["behind"])
        words = [folded(term) for term in terms if not (term.isdigit() and len(term) <= 2)]
        if words and all(word in _terms() or _ROMAN.fullmatch(word) for word in words):
            bare = found["year"] or found["first"]
    bare = re.sub(r"(?<=^\d{4})年(?:度?版)?$", "", bare)
    if re.fullmatch(r"(?:18|19|20)\d\d|\d{1,2}\s?[/.]\s?(?:18|19|20)\d\d", bare):
        return whole_date(bare, "text", language)
    return None


@cache
def _seasons() -> frozenset[str]:
    return frozenset(folded(word) for word in table("labels")["seasons"])


@cache
def _page_terms() -> frozenset[str]:
    """Words of which the pieces around a name may consist: late, city, final, edition."""
    return frozenset(table("labels")["nobodys_words"]) | _terms()


@cache
def _terms() -> frozenset[str]:
    """Seasons, and what else stands beside the year of an edition."""
    return frozenset(
        folded(word) for name in ("seasons", "editions") for word in table("labels")[name]
    )
