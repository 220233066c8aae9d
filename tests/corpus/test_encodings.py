"""Bytes of any usual encoding become the text that was meant."""

from __future__ import annotations

import pytest

from bot.corpus.draft import NotAnArticle
from bot.corpus.encodings import decode, plain, repaired

GERMAN = "Die Grenze zwischen Österreich und Ungarn ist „offen“ – für 5 € Gebühr. " * 3
RUSSIAN = "Граница между двумя странами проходит по реке Амур и охраняется с обеих сторон. " * 3
POLISH = "Granica między Polską a Białorusią jest strzeżona, a żołnierze pełnią służbę w nocy. " * 3
FRENCH = "La frontière a été fermée à l’été dernier ; où êtes-vous allés ? À l’œuvre. " * 3
CZECH = "Hranice mezi údolími je otevřená; žádný problém není. Příští týden se sejdou znovu. " * 3
LITHUANIAN = "Siena tarp dviejų slėnių uždaryta; žmonės laukia eilėje šąlančios nakties. " * 3
TURKISH = "Sınır kapısı açıldı; iki vadi arasındaki görüşmeler sürüyor. Şehir ağır uyanıyor. " * 3
ICELANDIC = "Landamærin eru lokuð; ráðherrann segir að það sé rétt. Þúsundir bíða á götunni. " * 3
GREEK = "Τα σύνορα μεταξύ των δύο κοιλάδων περνούν από το ποτάμι και φυλάσσονται. " * 3
HEBREW = "הגבול בין שני העמקים עובר לאורך הנהר ונשמר משני הצדדים. " * 3
ARABIC = "الحدود بين الواديين تمتد على طول النهر ويحرسها الجانبان. " * 3
THAI = "พรมแดนระหว่างสองหุบเขาทอดยาวไปตามแม่น้ำและมีการเฝ้าระวัง " * 3
JAPANESE = "二つの谷の境は川に沿っており、両側から警備されている。カタカナもある。" * 3
CHINESE = "两个山谷之间的边界沿着河流，双方都有警卫，冬天关闭。" * 3
KOREAN = "두 골짜기 사이의 국경은 강을 따라 있으며 양쪽에서 경비한다. " * 3


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
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (CZECH, "iso8859-2"),
        (LITHUANIAN, "cp1257"),
        (TURKISH, "cp1254"),
        (ICELANDIC, "cp1252"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "utf-16-le"),
        (GREEK, "iso8859-7"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (THAI, "tis-620"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (RUSSIAN, "utf-16-be"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-32-le"),
        (KOREAN, "euc_kr"),
    ],
)
def test_an_encoding_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    page = '<meta charset="windows-1253"><p>Τα σύνορα είναι κλειστά.</p>'
    assert decode(page.encode("cp1253")) == page


@pytest.mark.parametrize(
    ("words", "encoding"),
    [("تابعونا على الهاتف | إعلان ممول", "cp1256"), ("Читайте также: граница открыта", "cp1251"),
     ("Читайте также: граница открыта", "koi8-r"), ("Διαβάστε επίσης: κλειστά σύνορα", "cp1253")],
)  # fmt: skip
def test_a_line_in_another_writing_tells_the_encoding_of_an_english_page(
    words: str, encoding: str
) -> None:
    english = "<p class='t'>The two valleys have shared one customs house since 1921.</p>\n"
    page = f"{english * 9}<div class='promo'><a href='/x'>{words}</a></div>\n{english * 9}"
    assert decode(page.encode(encoding)) == page


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
        ("near PabradÄ— together with PanevÄ—Å¾ys", "near Pabradė together with Panevėžys"),
        ("no \ufb02ights, o\ufb03cially", "no flights, officially"),
        ("mis\u00adsion\u200b \u202eof", "mission of"),
        ("Fish &amp;amp; chips &#8211; 5&nbsp;km", "Fish & chips – 5 km"),
        ("Ã¢â‚¬Å“So itÃ¢â‚¬â„¢s trueÃ¢â‚¬\x9d", "“So it’s true”"),
        ("A\u00a0B\u2009C   D", "A B C D"),
        (
            "می\u200c\u200cگویند سپیده\u200cدم\u200c ، نیم\u200b\u200cفاصله",
            "می\u200cگویند سپیده\u200cدم ، نیم\u200cفاصله",
        ),
        ("क्\u200dष क्\u200c। ത്\u200d ശ്രീ\u200c", "क्\u200dष क्\u200c। ത്\u200d ശ്രീ"),
        ("bor\u200cder \u200d1\u200c2 می&zwnj;رود", "border 12 می\u200cرود"),
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
