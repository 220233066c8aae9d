"""Bytes of any usual encoding become the text that was meant."""

from __future__ import annotations

import pytest

from bot.corpus.draft import NotAnArticle
from bot.corpus.encodings import decode, plain, repaired

GERMAN = "Die Grenze zwischen Österreich und Ungarn ist „offen“ – für 5 € Gebühr. " * 3
RUSSIAN = "Граница между двумя странами проходит по реке Амур и охраняется с обеих сторон. " * 3
POLISH = "Granica między Polską a Białorusią jest strzeżona, a żołnierze pełnią służbę w nocy. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (GERMAN, "utf-32"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
    ],
)
def test_an_encoding_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    page = '<meta charset="windows-1253"><p>Τα σύνορα είναι κλειστά.</p>'
    assert decode(page.encode("cp1253")) == page


def test_a_few_foreign_bytes_do_not_spoil_utf8() -> None:
    assert decode(GERMAN.encode() + b"caf\xe9 \x93so\x94") == GERMAN + "café “so”"


def test_a_cut_last_character_is_left_out() -> None:
    assert decode(b"Grenze zu\xc3") == "Grenze zu"


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Tuesday â€” Harbour", "Tuesday — Harbour"),
        ("â€œSo itâ€™s trueâ€\x9d", "“So it’s true”"),
        ("MÃ¼nchen und KÃ¶ln", "München und Köln"),
        ("no \ufb02ights, o\ufb03cially", "no flights, officially"),
        ("mis\u00adsion\u200b \u202eof", "mission of"),
        ("Fish &amp;amp; chips &#8211; 5&nbsp;km", "Fish & chips – 5 km"),
        ("A\u00a0B\u2009C   D", "A B C D"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("N\u2019Djamena \u2026 cafe\u0301", "N’Djamena … café"),
    ],
)
def test_a_line_is_shown_as_it_was_meant(dirty: str, clean: str) -> None:
    assert plain(repaired(dirty)) == clean


def test_what_is_no_text_says_so() -> None:
    with pytest.raises(NotAnArticle, match="a JPEG image, not text"):
        decode(b"\xff\xd8\xff\xe0 and more")
    with pytest.raises(NotAnArticle, match="binary data"):
        decode(bytes(range(256)) * 4)
