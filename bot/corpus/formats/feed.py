"""RSS and Atom → drafts: each entry is an article."""

from __future__ import annotations

import re

import lxml.etree

from bot.corpus.draft import Draft, Metadata, NotAnArticle
from bot.corpus.formats.html import fragment_lines
from bot.corpus.metadata import metadata_from


def read_feed(data: bytes) -> list[Draft | NotAnArticle]:
    """The entries of a feed. Entities are not expanded, nothing is fetched."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=True, load_dtd=False
    )
    try:
        root = lxml.etree.fromstring(data.lstrip(), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise NotAnArticle(f"broken XML: {str(error).splitlines()[0]}") from error
    if root is None:
        raise NotAnArticle("broken XML: nothing can be read")
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not entries:
        raise NotAnArticle("XML that is no feed: neither item nor entry")
    feed = _feed_metadata(root)
    return [_draft(entry, feed) for entry in entries]


def _feed_metadata(root: lxml.etree._Element) -> Metadata:
    channel = next((element for element in root.iter() if _name(element) == "channel"), root)
    fields = {
        _name(child): (child.text or "").strip()
        for child in channel
        if _name(child) in ("title", "language") and (child.text or "").strip()
    }
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or fields.get("language")
    return metadata_from({"publisher": fields.get("title"), "language": language}, "json")


def _draft(entry: lxml.etree._Element, feed: Metadata) -> Draft | NotAnArticle:
    fields: dict[str, str] = {}
    for child in entry:
        name = _name(child)
        if name == "link":
            value = child.get("href") if child.get("rel") in (None, "alternate") else None
            value = value or (child.text or "").strip()
        elif child.get("type") == "xhtml":
            value = "".join(lxml.etree.tostring(part, encoding="unicode") for part in child)
        else:
            value = "".join(str(piece) for piece in child.itertext()).strip()
        if value and name:
            fields.setdefault(name, value)
    body = max(
        (fields.get(name, "") for name in ("encoded", "content", "description", "summary")), key=len
    )
    if not body.strip():
        return NotAnArticle("an entry without text")
    metadata = metadata_from(
        {key: value for key, value in fields.items() if key not in ("content", "encoded")}, "html"
    )
    if not re.match(r"https?://", fields.get("link", "")):
        metadata.url = None
    metadata.fill(feed)
    return Draft(fragment_lines(body), metadata, metadata.title, "html")


def _name(element: lxml.etree._Element) -> str:
    return lxml.etree.QName(element).localname.casefold() if isinstance(element.tag, str) else ""
