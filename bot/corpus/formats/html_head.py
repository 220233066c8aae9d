"""What a page's head says of its article: meta elements, JSON-LD, <time>, the page's title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from bot.corpus.dates import whole_date
from bot.corpus.draft import Metadata
from bot.corpus.encodings import plain
from bot.corpus.metadata import metadata_from

_AROUND_JSON = re.compile(
    r"^\s*(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?|(?://|/\*)?\s*(?:-->|\]\]>)\s*(?:\*/)?\s*$"
)
_ARTICLE = re.compile(r"Article|Posting|Report|Review|WebPage|CreativeWork")
_SITE = re.compile(r"WebSite|NewsMediaOrganization|Newspaper|Periodical")
_UNREAD = {"script", "style", "noscript", "template", "svg"}
_NO_DATE_IN = {"nav", "aside", "footer", "form"}


def words_of(element: HtmlElement) -> str:
    """All words of an element but those of scripts and styles."""
    pieces = [element.text or ""]
    for node in element.iterdescendants():
        if isinstance(node.tag, str) and node.tag not in _UNREAD:
            pieces.append(node.text or "")
        pieces.append(node.tail or "")
    return " ".join(piece for piece in pieces if piece.strip())


@dataclass(slots=True)
class Head:
    """What a page says of its article beside its text; `body` is the text where JSON-LD has it."""

    metadata: Metadata
    title: str | None
    body: str | None


def head_of(root: HtmlElement) -> Head:
    """What JSON-LD, meta elements, microdata and <time> say, most trusted first."""
    names: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name and meta.get("content"):
            names.setdefault(name.casefold(), meta.get("content", ""))
    metadata = Metadata()
    body: str | None = None
    for mapping in _json_ld(root):
        metadata.fill(metadata_from(mapping, "html"))
        if body is None and isinstance(mapping.get("articleBody"), str):
            body = mapping["articleBody"].strip() or None
    metadata.fill(_from_meta(names))
    metadata.fill(_from_microdata(root))
    metadata.fill(Metadata(publisher=_site_name(root)))
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical" and not metadata.url:
            metadata.url = link.get("href") if _is_address(link.get("href")) else None
    if metadata.published is None:
        metadata.published = _time_element(root)
    if metadata.language is None and (match := re.match(r"[a-zA-Z]{2,3}", root.get("lang") or "")):
        metadata.language = match[0].lower()
    title = next((plain(words_of(el)) for el in root.iter("title")), None)
    if metadata.title and not (title and not metadata.publisher and metadata.title in title):
        title = metadata.title
    metadata.title = None  # may hold the site's name; the page's <h1> is asked first
    return Head(metadata, title or None, body)


def _from_meta(names: dict[str, str]) -> Metadata:
    def first(*keys: str) -> str | None:
        return next((plain(names[key]) for key in keys if names.get(key)), None)

    published = first(
        "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
        "publishdate", "publish_date", "publication_date", "dc.date.issued", "dcterms.issued",
        "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "article:published", "og:published_time",
        "og:pubdate", "citation_publication_date", "citation_date", "article.published",
        "originalpublicationdate", "release_date", "timestamp", "datecreated",
    )  # fmt: skip
    return Metadata(
        title=first("og:title", "twitter:title", "dc.title", "dcterms.title", "title"),
        publisher=first("og:site_name", "dc.publisher", "dcterms.publisher", "application-name",
                        "publisher", "article:publisher_name", "citation_journal_title",
                        "al:ios:app_name", "apple-mobile-web-app-title", "source"),
        url=names.get("og:url") if _is_address(names.get("og:url")) else None,
        published=whole_date(published, "html") if published else None,
        language=(first("og:locale", "language", "content-language", "dc.language") or "")[:2]
        .lower() or None,
        author=first("author", "article:author", "dc.creator", "byl", "parsely-author"),
    )  # fmt: skip


def _is_address(value: str | None) -> bool:
    return value is not None and value.startswith(("http://", "https://"))


def _loaded(root: HtmlElement) -> list[Any]:
    """What the JSON-LD of a page holds; what is broken is left out."""
    found: list[Any] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = _AROUND_JSON.sub("", script.text or "")
        try:
            found.append(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue
    return found


def _json_ld(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes, references to other nodes of the page resolved."""
    nodes = list(_nodes_in(_loaded(root), 0))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    wanted = ("headline", "publisher", "datePublished", "dateCreated", "inLanguage", "author",
              "url", "mainEntityOfPage", "articleBody")  # fmt: skip
    for node in sorted(nodes, key=_is_page):
        if _ARTICLE.search(str(node.get("@type", ""))):
            yield {key: _resolved(node[key], by_id) for key in wanted if key in node}


def _site_name(root: HtmlElement) -> str | None:
    """What the page's one WebSite or news organisation is called in JSON-LD."""
    names = {
        plain(node["name"])
        for node in _nodes_in(_loaded(root), 0)
        if _SITE.search(str(node.get("@type", ""))) and isinstance(node.get("name"), str)
    }
    return next(iter(names)) if len(names) == 1 else None


def _is_page(node: Mapping[str, Any]) -> bool:
    """Whether a node describes a page rather than its article, which knows better."""
    return "WebPage" in str(node.get("@type", ""))


def _nodes_in(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from _nodes_in(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _nodes_in(data.get("@graph"), depth + 1)
        yield from _nodes_in(data.get("mainEntity"), depth + 1)


def _resolved(value: Any, by_id: Mapping[str, dict[str, Any]]) -> Any:
    """A value with `{"@id": …}` replaced by what the page says of that node."""
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value[:20]]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return {**by_id.get(value["@id"], {}), **value}
    return value


def _from_microdata(root: HtmlElement) -> Metadata:
    """What elements with `itemprop` say: of publisher and author the name inside them."""

    def said(*properties: str) -> str | None:
        for name in properties:
            for element in root.xpath("//*[@itemprop=$name]", name=name)[:5]:
                named = next(iter(element.xpath(".//*[@itemprop='name']")), element)
                text = plain(named.get("content") or words_of(named))
                if 2 <= len(text) <= 200:
                    return text
        return None

    address = next(
        iter(root.xpath("//link[@itemprop='url' or @itemprop='mainEntityOfPage']")), None
    )
    url = address.get("href") if address is not None else None
    return Metadata(
        title=said("headline"),
        publisher=said("publisher"),
        author=said("author"),
        url=url if _is_address(url) else None,
    )


def _time_element(root: HtmlElement) -> Any:
    candidates = []
    for time in root.iter("time"):
        marks = " ".join(
            (time.get("class") or "", time.get("itemprop") or "", time.get("pubdate") or "")
        ).casefold()
        stamp = time.get("datetime") or plain(words_of(time))
        reading = whole_date(stamp, "html") if stamp else None
        if reading is None or any(tag in _NO_DATE_IN for tag in _ancestor_tags(time)):
            continue
        is_change = re.search(r"modif|updat", marks) is not None
        candidates.append((is_change, "publi" not in marks, reading))
    for element in root.xpath("//*[@itemprop='datePublished']"):
        stamp = element.get("content") or element.get("datetime") or plain(words_of(element))
        if reading := whole_date(stamp, "html"):
            candidates.append((False, False, reading))
    return min(candidates, key=lambda item: item[:2])[2] if candidates else None


def _ancestor_tags(element: HtmlElement) -> list[str]:
    return [str(ancestor.tag) for ancestor in element.iterancestors()]
