"""Bytes → text that can be read: encodings, mojibake, entities, invisible characters, spaces.

The guessing is library work: chardet for encodings, ftfy for mojibake. Both are asked only where
something looks wrong, since most files are plain UTF-8.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from bot.corpus.draft import NotAnArticle

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\xff\xfb", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"PAR1", "a Parquet table"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"{\\rtf", "an RTF document, which Footnote does not read; save it as .docx"),
    (b"%!PS", "a PostScript document, which Footnote does not read; save it as .pdf"),
)
_TAG = re.compile(rb"<[^<>]{0,500}>")
_CONTROL_BYTES = bytes([*range(9), *range(0x0E, 0x1B)])
# What chardet takes a word or two of a Western language for. Their accented letters lie below 0xA8,
# where those of Windows-1252 and Latin-1 lie above 0xC0.
_OF_DOS = (
    "cp437",
    "cp850",
    "cp852",
    "cp858",
    "cp860",
    "cp861",
    "cp863",
    "cp865",
    "hp-roman8",
    "MacRoman",
)
_LATIN_LETTERS = bytes([*range(0x80), *range(0xC0, 0x100)])
_GUESSED_FROM = 100_000
_WESTERN = frozenset(
    "‚„…‹Œ‘’“”•–—™›œ\u00a0¡£§¨©«°´·»¿ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÛÜßàáâäåæçèéêëíîïñóôöøúûü€".encode(
        "cp1252"
    )
)
_WESTERN_BYTE = bytes(range(0x80, 0x100)).decode("cp1252", "replace")
_ESCAPED = re.compile("[\udc80-\udcff]")
_DECLARED = re.compile(rb"""(?:charset|encoding)=["']?([A-Za-z][\w.:-]{1,30})""", re.IGNORECASE)
# Sequences that UTF-8 read as Windows-1252 (or 1251) leaves behind; ftfy then decides.
_MOJIBAKE = re.compile(
    "[ÂÃâÅÄÎÏÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|ï¿½|ï»¿|Р[°-џЃ-Џ]|[\u0080-\u009f]"
)
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u180e]"
)
# A (non-)joiner is spelling inside words of Arabic writing and of those of South Asia (Persian
# "می\u200cگویند"), and behind a virama; elsewhere nobody wrote it.
_JOINED = "\u0600-\u07bf\u0860-\u0dff\ufb50-\ufdff\ufe70-\ufefc"
_VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
_JOINERS = re.compile(
    f"(?<=[{_JOINED}])([\u200c\u200d])[\u200c\u200d]*(?=[{_JOINED}])"
    f"|(?<=[{_VIRAMAS}])([\u200c\u200d])[\u200c\u200d]*|[\u200c\u200d]+"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE_TABLE = str.maketrans(_LIGATURES)
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decode(data: bytes) -> str:
    """The text of a file's bytes. Raises NotAnArticle for what is not text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise NotAnArticle(name if "Footnote" in name else f"{name}, not text")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_marked(data, encoding)
    if _holds_control(data) or data.count(b"\x1b$") or (b"~{" in data and b"~}" in data):
        return _decode_guessed(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_spoilt(data, error)


def _holds_control(data: bytes) -> bool:
    """Whether more than a slip of a file is bytes that no text in bytes has."""
    return len(data) - len(data.translate(None, _CONTROL_BYTES)) > max(4, len(data) // 100)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # cut off in the middle of the last character
            return data[: error.start].decode(encoding)
        name = encoding.removesuffix("-sig").upper()
        raise NotAnArticle(f"invalid {name} at byte {error.start}") from error


def _decode_spoilt(data: bytes, error: UnicodeDecodeError) -> str:
    """What is no whole UTF-8: cut at its end, with bytes of another encoding in it, or none."""
    if error.start > len(data) - 4:
        return data[: error.start].decode("utf-8")
    escaped = data.decode("utf-8", "surrogateescape")
    broken = len(_ESCAPED.findall(escaped))
    if len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]", data)) > 4 * broken:
        # UTF-8 with a few bytes of another encoding pasted in: only these are read otherwise
        return _ESCAPED.sub(lambda byte: _WESTERN_BYTE[ord(byte[0]) - 0xDC80], escaped)
    if declared := _DECLARED.search(data[:2048]):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    if _is_western(data):
        return data.decode("cp1252")
    return _decode_guessed(data, _telling(data))


def _telling(data: bytes) -> bytes:
    """The lines that are not all ASCII, without tags: an English page hides what its few words of
    Arabic are written in."""
    lines = (line for line in data.split(b"\n") if not line.isascii())
    return b"\n".join(_TAG.sub(b" ", line) for line in lines)


def _decode_guessed(data: bytes, telling: bytes | None = None) -> str:
    """The text in the encoding that chardet finds, in the telling part of the data where that is
    known. Raises NotAnArticle where it finds none."""
    import chardet

    encoding = chardet.detect((telling or data)[:_GUESSED_FROM])["encoding"]
    if telling and encoding in _OF_DOS and not telling.translate(None, _LATIN_LETTERS):
        encoding = "cp1252"
    is_wide = encoding is not None and encoding.lower().startswith(("utf-16", "utf-32"))
    if encoding is None or (_holds_control(data) and not is_wide):
        if encoding is None and not _holds_control(data):
            return data.decode("cp1252", "replace")
        raise NotAnArticle("binary data, not text")
    if not is_wide:
        return data.decode(encoding, "replace")
    width = 4 if "32" in encoding else 2
    try:
        return data[: len(data) // width * width].decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()[:6]
        raise NotAnArticle(f"invalid {name} at byte {error.start}") from error


def _is_western(data: bytes) -> bool:
    """Whether the bytes above ASCII are few, and all letters and marks of Western Europe."""
    high = [byte for byte in data if byte >= 0x80]
    return len(high) < 0.1 * len(data) and set(high) <= _WESTERN


def repaired(text: str) -> str:
    """Text with mojibake undone, ligatures, controls and invisible characters gone; lines stay.

    Joiners stay where they are spelling.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    text = re.sub("[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    if not text.isascii():
        if _MOJIBAKE.search(text):
            text = _without_mojibake(text)
        text = _INVISIBLE.sub("", text).translate(_LIGATURE_TABLE)
        if "\u200c" in text or "\u200d" in text:
            text = _JOINERS.sub(lambda joiner: joiner[1] or joiner[2] or "", text)
        text = unicodedata.normalize("NFC", text)
    return _CONTROL.sub("", text)


def _without_mojibake(text: str) -> str:
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False, uncurl_quotes=False, fix_character_width=False,
        remove_terminal_escapes=False, fix_latin_ligatures=False, normalization="NFC",
    )  # fmt: skip
    return "\n".join(ftfy.fix_text(_read_again(line), config) for line in text.split("\n"))


def _read_again(line: str) -> str:
    """A line of which all that is not ASCII is UTF-8 read as Windows-1252, as it was written.

    ftfy doubts what could be a letter and a dash: `Pabradė together` as `PabradÄ— together`.
    """
    try:
        return line.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return line


def plain(text: str) -> str:
    """One line of text as a reader sees it: entities (also doubled) resolved, one space."""
    for _ in range(3):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = html.unescape(text)
    text = repaired(text)
    if "  " not in text and text.isascii() and text.isprintable():
        return text.strip()
    return _SPACES.sub(" ", text).strip()
