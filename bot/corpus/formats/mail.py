"""A saved mail (.eml, .mht) → a draft: a newsletter, an article that somebody sent, or a page.

A forwarded article is told by the head above it: its subject, sender and date are the article's,
not those of whoever sent it on.
"""

from __future__ import annotations

import email.policy
import email.utils
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from functools import cache

from bot.corpus.dates import whole_date
from bot.corpus.draft import DateReading, Draft, Metadata, NotAnArticle
from bot.corpus.encodings import decode, plain, repaired
from bot.corpus.formats.html import read_html
from bot.corpus.formats.text import read_text
from bot.corpus.rules import table
from bot.model import DroppedLine, PublishedDate

_SHORT = 200
_MOST_BEFORE = 12
_LABEL = re.compile(r"[*>\s]*([^\W\d_][\w -]{0,24}?)\s*[:：]\s*\**\s*(.*)")
_LIST_NAME = re.compile(r"^\[[^\]]{1,40}\]\s*")


def read_mail(data: bytes) -> Draft:
    """The article in a mail: its HTML part where the plain one is a stub; its subject the title."""
    try:
        message = message_from_bytes(data, policy=email.policy.default)
        draft = _draft(message, 0) if isinstance(message, EmailMessage) else None
    except (ValueError, LookupError, AttributeError, AssertionError, TypeError) as error:
        raise NotAnArticle("a mail that cannot be read") from error
    if not message.keys():
        raise NotAnArticle("a mail without a head")
    if draft is None:
        raise NotAnArticle("a mail without text")
    return draft


def _draft(message: EmailMessage, depth: int) -> Draft | None:
    plain_part, html_part = message.get_body(("plain",)), message.get_body(("html",))
    text = _text(plain_part) if plain_part is not None else ""
    page = _text(html_part) if html_part is not None else ""
    page_size = len(re.sub(r"<(?:style|script)\b.*?</|<[^<>]*>", "", page, flags=re.S | re.I))
    if len(text) < _SHORT > page_size and depth < 3 and (inner := _attached(message)) is not None:
        return _draft(inner, depth + 1)
    if page.strip() and len(text.strip()) < 0.4 * min(page_size, 5_000):
        draft = read_html(page)
        draft.metadata.url = draft.metadata.url or _location(message, html_part)
    elif text.strip():
        is_flowed = plain_part is not None and plain_part.get_param("format") == "flowed"
        draft = _read_plain(text, is_flowed)
    else:
        return None
    draft.metadata.fill(_head(message))
    return draft


def _attached(message: EmailMessage) -> EmailMessage | None:
    """The mail that hangs on a mail as an attachment."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list):
            inner = part.get_payload(0)
            return inner if isinstance(inner, EmailMessage) else None
    return None


def _text(body: MIMEPart) -> str:
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return repaired(data.decode(body.get_content_charset() or "utf-8"))
    except (UnicodeDecodeError, LookupError):
        return repaired(decode(data)) if data.strip() else ""


def _read_plain(text: str, is_flowed: bool) -> Draft:
    lines = text.split("\n")
    if is_flowed:
        lines = list(_unflowed(lines))
    dropped: list[DroppedLine] = []
    signature = next((at for at, line in enumerate(lines) if line.rstrip() == "--"), None)
    if signature:
        dropped += [DroppedLine(plain(line), "signature") for line in lines[signature:]]
        lines = lines[:signature]
    spoken = [line for line in lines if line.strip()]
    if sum(line.startswith(">") for line in spoken) * 2 >= len(spoken) > 0:  # an answer's quotation
        lines = [re.sub(r"^(?:> ?)+", "", line) for line in lines]
    metadata = Metadata()
    if (found := _forwarded(lines)) is not None:
        metadata, end = found
        dropped = [
            *(DroppedLine(plain(line), "head of a forwarded mail") for line in lines[:end]),
            *dropped,
        ]
        lines = lines[end:]
    draft = read_text("\n".join(lines))
    draft.metadata.fill(metadata)
    draft.dropped = [line for line in dropped if line.text]
    return draft


def read_forwarded(text: str) -> Draft | None:
    """A text file that begins as a forwarded or printed mail does; None for every other text."""
    lines = text.split("\n", _MOST_BEFORE)[:_MOST_BEFORE]
    if sum(_LABEL.fullmatch(line.strip()) is not None for line in lines) < 3:
        return None
    return None if _forwarded(text.split("\n")) is None else _read_plain(text, False)


def _unflowed(lines: list[str]) -> Iterator[str]:
    """Lines as RFC 3676 means them: one that ends with a space goes on in the next."""
    pending = ""
    for line in lines:
        if line.endswith(" ") and line != "-- ":
            pending += line
        else:
            yield pending + line
            pending = ""
    if pending:
        yield pending


def _forwarded(lines: list[str]) -> tuple[Metadata, int] | None:
    """What the head above a forwarded message tells, and the line behind it."""
    for start in range(min(len(lines), _MOST_BEFORE)):
        fields: dict[str, str] = {}
        end = start
        for line in lines[start:]:
            match = _LABEL.fullmatch(line.strip())
            field = _labels().get(match[1].casefold()) if match else None
            if match is None or field is None:
                break
            fields.setdefault(field, match[2].strip(" *"))
            end += 1
        if len(fields) >= 3 and {"from", "subject"} <= set(fields):
            sender = _sender(fields["from"])
            published = whole_date(fields["date"], "text") if "date" in fields else None
            return Metadata(
                title=_subject(fields["subject"]), publisher=sender, published=published
            ), end
    return None


@cache
def _labels() -> dict[str, str]:
    return {
        label: field
        for field in ("to", "date", "subject", "from")
        for label in table("mail")[field]
    }


def _head(message: EmailMessage) -> Metadata:
    def header(name: str) -> str:
        try:
            return plain(str(message.get(name, "")))
        except (ValueError, LookupError, AttributeError, IndexError, TypeError):
            return ""

    published = None
    try:
        sent = email.utils.parsedate_to_datetime(header("date"))
        published = DateReading(PublishedDate(sent.year, sent.month, sent.day, "text"))
    except (ValueError, TypeError, IndexError):
        pass
    is_saved_page = "saved by " in header("from").casefold()[:12]
    return Metadata(
        title=_subject(header("subject")),
        publisher=None if is_saved_page else _sender(header("from")),
        published=None if is_saved_page else published,
    )


def _sender(text: str) -> str | None:
    """The name of who sent a mail; an address is none."""
    name = re.sub(r"<[^<>]*>|\[mailto:[^\]]*\]|\(via [^()]*\)", "", text).strip(" \"'")
    return name if name and "@" not in name else None


def _subject(text: str) -> str | None:
    """A subject without what mailing lists and forwarding put before it."""
    while True:
        shorter = _LIST_NAME.sub("", text)
        before, colon, rest = shorter.partition(":")
        if colon and before.strip().casefold() in table("mail")["prefixes"]:
            shorter = rest.strip()
        if shorter == text:
            return text or None
        text = shorter


def _location(message: EmailMessage, part: MIMEPart | None) -> str | None:
    """Where a page that was saved as one file (.mht) was saved from."""
    for holder in (message, part):
        for name in ("Snapshot-Content-Location", "Content-Location"):
            value = str(holder.get(name, "")).strip() if holder is not None else ""
            if value.startswith(("http://", "https://")):
                return value
    return None
