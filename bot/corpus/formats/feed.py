"""RSS and Atom → drafts: each entry is an article."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator
from urllib.parse import urljoin

import lxml.etree

from bot.corpus.draft import Draft, Metadata, NotAnArticle
from bot.corpus.formats.html import fragment_lines, has_markup, read_html
from bot.corpus.formats.text import read_text
from bot.corpus.metadata import metadata_from
from bot.corpus.rules import table
from bot.corpus.wording import folded

_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^>\[]|\[[^\]]*\])*>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Beside an entry's own elements stand those of its pictures, films and readers' comments.
_APART = ("mrss", "media", "itunes", "podcast", "googleplay", "thread", "slash", "wfw")
_FEEDS = ("rss", "feed", "rdf", "channel")


def read_feed(text: str, most: int | None = None) -> list[Draft | NotAnArticle]:
    """The entries of a feed, so many at most. Entities of its own are not expanded."""
    root = _root(text)
    if _name(root) == "html":
        return [read_html(text)]
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not entries:
        is_feed = _name(root) in _FEEDS
        raise NotAnArticle(
            "a feed without entries" if is_feed else "XML that is no feed: neither item nor entry"
        )
    feed, address = _feed_metadata(root)
    return [_draft(entry, feed, address) for entry in entries[:most]]


def _root(text: str) -> lxml.etree._Element:
    """The tree of a feed; what feeds of old get wrong (bare `&`, `&nbsp;`) is mended first."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    text = _REFERENCE.sub(_as_xml, _DOCTYPE.sub("", text, count=1))
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=True, load_dtd=False,
        encoding="utf-8",
    )  # fmt: skip
    try:
        root = lxml.etree.fromstring(text.lstrip().encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise NotAnArticle(f"broken XML: {str(error).splitlines()[0]}") from error
    if root is None:
        raise NotAnArticle("broken XML: nothing can be read")
    return root


def _as_xml(reference: re.Match[str]) -> str:
    name = reference[1]
    if name is None:
        return "&amp;"
    if name[0] == "#" or name in ("amp", "lt", "gt", "quot", "apos"):
        return reference[0]
    return html.entities.html5.get(f"{name};", f"&amp;{name};")


def _feed_metadata(root: lxml.etree._Element) -> tuple[Metadata, str]:
    """What a feed says of all its entries, and the address that their links are relative to."""
    channel = next((element for element in root.iter() if _name(element) == "channel"), root)
    fields: dict[str, str] = {}
    address = root.get(_BASE) or channel.get(_BASE) or ""
    for child in channel:
        text = (child.text or "").strip()
        if _name(child) in ("title", "language") and text:
            fields.setdefault(_name(child), text)
        elif _name(child) == "link" and child.get("rel") in (None, "alternate"):
            address = address or child.get("href") or text
    title = _without_section(fields.get("title", "").partition(" » ")[0])  # WordPress: a category
    language = root.get(_LANGUAGE) or fields.get("language")
    return metadata_from({"publisher": title, "language": language}, "json"), address


def _without_section(title: str) -> str:
    """A feed's title without which of its site's feeds it is: `Reef Post - Top stories`."""
    site, _, section = re.sub(r"\s(?:[|:•·–—])\s", " - ", title).rpartition(" - ")
    return site if site and folded(section) in table("labels")["feed_sections"] else title


def _draft(entry: lxml.etree._Element, feed: Metadata, address: str) -> Draft | NotAnArticle:
    fields: dict[str, str] = {}
    for name, value in _fields(entry):
        fields.setdefault(name, value)
    body = max(
        (fields.get(name, "") for name in ("encoded", "content", "description", "summary")), key=len
    )
    if not body.strip():
        return NotAnArticle("an entry without text")
    for name in ("origlink", "link", "guid", "id"):
        link = _whole(fields[name], address) if name == "link" and name in fields else None
        link = link or fields.pop(name, "")
        if re.match(r"https?://", link):
            fields["url"] = link
            break
    metadata = metadata_from(
        {key: value for key, value in fields.items() if key not in ("content", "encoded", "link")},
        "html",
    )
    metadata.fill(feed)
    lines = fragment_lines(body) if has_markup(body) or "&" in body else read_text(body).lines
    return Draft(lines, metadata, metadata.title, "html")


def _whole(link: str, address: str) -> str:
    """An entry's link as a whole address, where its feed's makes one of it."""
    try:
        return urljoin(address, link)
    except ValueError:  # http://[, of a number that is none of IPv6
        return link


def _fields(entry: lxml.etree._Element) -> Iterator[tuple[str, str]]:
    for child in entry:
        name = _name(child)
        if not name or _is_apart(child):
            continue
        if name == "link":
            is_page = child.get("rel") in (None, "alternate")
            value = (child.get("href") if is_page else None) or (child.text or "").strip()
        elif name in ("author", "source") and len(child):
            inner = {_name(part): (part.text or "").strip() for part in child}
            value = inner.get("name") or inner.get("title") or ""
        elif child.get("type") == "xhtml":
            value = "".join(lxml.etree.tostring(part, encoding="unicode") for part in child)
        elif name == "guid" and child.get("isPermaLink") == "false":
            continue
        else:
            value = "".join(str(piece) for piece in child.itertext()).strip()
        if value:
            yield name, value


def _is_apart(element: lxml.etree._Element) -> bool:
    prefix = str(element.tag).rpartition("}")[0] or str(element.tag).partition(":")[0]
    return any(word in prefix.casefold() for word in _APART)


def _name(element: lxml.etree._Element) -> str:
    """A tag without its namespace, or the prefix of one that the feed does not declare."""
    if not isinstance(element.tag, str):
        return ""
    return element.tag.rpartition("}")[2].rpartition(":")[2].casefold()
