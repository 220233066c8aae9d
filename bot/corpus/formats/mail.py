"""A saved mail (.eml) → a draft: a newsletter or an article that somebody sent."""

from __future__ import annotations

import email.policy
import email.utils
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart

from bot.corpus.draft import DateReading, Draft, Metadata, NotAnArticle
from bot.corpus.encodings import decode, plain, repaired
from bot.corpus.formats.html import read_html
from bot.corpus.formats.text import read_text
from bot.model import PublishedDate


def read_mail(data: bytes) -> Draft:
    """The text of a mail, the plain part before the HTML part; its subject is the title."""
    try:
        message = message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain", "html"))
    except (ValueError, LookupError, AttributeError, AssertionError, TypeError) as error:
        raise NotAnArticle("a mail that cannot be read") from error
    if not message.keys() or body is None:
        raise NotAnArticle("a mail without text")
    payload = body.get_payload(decode=True)
    text = repaired(_text(payload if isinstance(payload, bytes) else b"", body))
    draft = read_html(text) if body.get_content_subtype() == "html" else read_text(text)
    draft.metadata.fill(_head(message))
    return draft


def _text(payload: bytes, body: MIMEPart) -> str:
    try:
        return payload.decode(body.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(payload)


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
    sender, _ = email.utils.parseaddr(header("from"))
    return Metadata(title=header("subject") or None, publisher=sender or None, published=published)
