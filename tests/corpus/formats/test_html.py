"""Pages of many makes come to the article that a reader of them sees."""

from __future__ import annotations

import json

import pytest

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes

ONE = "The two valleys have shared one customs house since the flood of 1921."
TWO = "Both councils met there on Monday to agree on hours for the winter."
THREE = "The house lies 14 kilometres from the pass, which is closed until April."
FOUR = "It has six rooms, of which the guards of each side keep two for themselves."
TITLE = "Customs house keeps its hours"


def article(page: str | bytes, name: str = "page.html") -> Cleaned:
    [reading] = read_bytes(name, page.encode() if isinstance(page, str) else page)
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned


def paragraphs(body: str) -> list[str]:
    return article(f"<article><h1>{TITLE}</h1><p>{ONE}</p>{body}</article>").paragraphs[1:]


def test_menus_and_lists_of_links_need_no_name_to_be_left_out() -> None:
    found = article(
        f"<html><head><title>{TITLE} | Valley Post</title></head><body>"
        "<div class=x1><a href=/>Home</a> <a href=/w>World</a> <a href=/s>Sport</a></div>"
        "<div><ul><li><a href=1>The mayor opens a school in the old mill</a></li>"
        "<li><a href=2>Storm warning for the lake is lifted</a></li></ul></div>"
        f"<div class=x2><h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>"
        "<ul><li><a href=3>Upper pass: 2,114 metres</a></li><li><a href=4>Lower pass: 1,640 "
        f"metres</a></li></ul><p>{THREE}</p></div></body></html>"
    )
    assert found.title == TITLE
    assert found.paragraphs == [
        ONE,
        TWO,
        "- Upper pass: 2,114 metres",
        "- Lower pass: 1,640 metres",
        THREE,
    ]


def test_the_lead_above_a_marked_body_belongs_to_the_article() -> None:
    found = article(
        f"<body><div class=page><h1>{TITLE}</h1><p class=standfirst>{FOUR}</p>"
        f"<div class=article-body><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div></div>"
        f"<div class=rail><p>{ONE}</p></div></body>"
    )
    assert found.paragraphs == [FOUR, ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"{TWO}<br><br>{THREE}<br/>\n<br/>{FOUR}", [TWO, THREE, FOUR]),
        (f"<div>{TWO}</div><div>{THREE}</div>", [TWO, THREE]),
        (f"<x-p>{TWO}</x-p><x-p>{THREE}</x-p>", [TWO, THREE]),
        (f"<blockquote><p>{TWO}</p></blockquote>", [TWO]),
        (
            f"<dl><dt>Upper pass<dd>2,114 metres, open in May<dt>Lower pass:</dt><dd>1,640 metres,"
            f" always open</dl><p>{TWO}</p>",
            ["Upper pass: 2,114 metres, open in May", "Lower pass: 1,640 metres, always open", TWO],
        ),
        (
            "<table><tr><th>Side<th>Pass<th>Metres"
            "<tr><td rowspan=2>North<td>Upper<td>2,114<tr><td>Lower<td>1,640</table>",
            ["Side | Pass | Metres", "North | Upper | 2,114", "North | Lower | 1,640"],
        ),
        (
            f"<table><tr><td><p>{TWO}</p></td><td><div>{THREE}</div></td></tr></table>",
            [TWO, THREE],
        ),
        (f"<pre>{TWO}\n{THREE}</pre>", [TWO, THREE]),
        (f"<p>{TWO}<sup><a href=#n1>[1]</a></sup> {THREE}<sup>*</sup></p>", [f"{TWO} {THREE}"]),
        (f"<p>{TWO} The lake holds 3 km<sup>3</sup> of it.</p>",
         [f"{TWO} The lake holds 3 km3 of it."]),
        (f"<p hidden>{THREE}</p><p style='display: none'>{FOUR}</p><p>{TWO}</p>", [TWO]),
        (
            f"<figure><img><figcaption>The house in snow</figcaption></figure><p>{TWO}</p>"
            "<noscript><p>Switch on scripts</p></noscript><amp-ad><p>Buy skis</p></amp-ad>",
            [TWO],
        ),
    ],
    ids=["br", "div", "elements of their own", "quote", "definitions", "spanned cells", "layout",
         "pre", "note marks", "cubic", "hidden", "figure and ads"],
)  # fmt: skip
def test_markup_comes_to_lines(markup: str, expected: list[str]) -> None:
    assert paragraphs(markup) == expected


GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "url": "https://valley.example/hours"},
        {"@type": "Organization", "@id": "#us", "name": "Valley Post"},
        {
            "@type": ["NewsArticle"],
            "headline": TITLE,
            "datePublished": "2019-05-06T06:00:00+02:00",
            "publisher": {"@id": "#us"},
            "author": [{"@type": "Person", "name": "The valley desk"}],
            "mainEntityOfPage": {"@id": "https://valley.example/hours"},
        },
    ],
}
LD = "<script type=application/ld+json>"
TEXT = f"<div><p>{ONE}</p><p>{TWO}</p></div>"


@pytest.mark.parametrize(
    "page",
    [
        f"{LD}{json.dumps(GRAPH)}</script>{TEXT}",
        f"{LD}//<![CDATA[\n[{json.dumps(GRAPH)}]\n//]]></script>{TEXT}",
        f"{LD}<!--\n{json.dumps(GRAPH)}\n--></script>{TEXT}",
        f"<div itemscope itemtype=http://schema.org/Article><h1 itemprop=headline>{TITLE}</h1>"
        "<link itemprop=url href='https://valley.example/hours'>"
        "<div itemprop=publisher itemscope><img><meta itemprop=name content='Valley Post'></div>"
        "<meta itemprop=datePublished content=2019-05-06>"
        "<div itemprop=author itemscope><span itemprop=name>The valley desk</span></div>"
        f"<div itemprop=articleBody><p>{ONE}</p><p>{TWO}</p></div></div>",
        f"<meta property=og:title content='{TITLE}'>"
        "<meta property=og:site_name content='Valley Post'>"
        "<meta property=og:url content=https://valley.example/hours>"
        "<meta name=author content='The valley desk'>"
        f"<meta property=article:published_time content=2019-05-06T06:00:00Z>{TEXT}",
    ],
    ids=["JSON-LD", "in CDATA", "in a comment", "microdata", "OpenGraph"],
)
def test_a_page_says_what_its_article_is(page: str) -> None:
    found = article(page)
    assert found.title == TITLE
    assert found.metadata.publisher == "Valley Post"
    assert found.metadata.author == "The valley desk"
    assert found.metadata.url == "https://valley.example/hours"
    assert found.published is not None
    assert found.published.date.isoformat() == "2019-05-06"
    assert found.paragraphs == [ONE, TWO]


@pytest.mark.parametrize(
    "data",
    [
        "<script type=application/ld+json>"
        + json.dumps({"@type": "Article", "headline": TITLE, "articleBody": f"{ONE}\n\n{TWO}"})
        + "</script><div id=root></div>",
        "<div id=__next></div><script type=application/json>"
        + json.dumps({"props": {"pageProps": {"post": {"title": TITLE, "body": TEXT}}}})
        + "</script>",
        f"<div id=app></div><noscript><h1>{TITLE}</h1>{TEXT}</noscript>",
    ],
    ids=["JSON-LD", "data", "noscript"],
)
def test_a_page_that_a_script_would_fill_is_read_from_its_data(data: str) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body>{data}</body></html>"
    assert article(page).paragraphs[-2:] == [ONE, TWO]


@pytest.mark.parametrize(
    ("encoding", "declared", "text"),
    [
        ("cp1251", "windows-1251", "Граница между двумя долинами проходит по реке и озеру."),
        ("koi8-r", "koi8-r", "Граница между двумя долинами проходит по реке и озеру."),
        ("shift_jis", "Shift_JIS", "二つの谷の境は川に沿っており、冬の間は閉じられている。"),
        ("gb18030", "gb2312", "两个山谷之间的边界沿着河流，冬天关闭。"),
        ("big5", "big5", "兩個山谷之間的邊界沿著河流，冬天關閉。"),
        ("euc_kr", "euc-kr", "두 골짜기 사이의 경계는 강을 따라 있으며 겨울에는 닫힌다."),
        ("cp1253", "iso-8859-7", "Τα σύνορα των δύο κοιλάδων περνούν από το ποτάμι."),
        ("cp1255", "windows-1255", "הגבול בין שני העמקים עובר לאורך הנהר."),
        ("cp1256", "windows-1256", "الحدود بين الواديين تمتد على طول النهر."),
        ("utf-16", "utf-16", "Die Grenze der Täler verläuft am Fluss."),
        ("cp1252", "utf-8", "La frontière des vallées – dit-on – suit la rivière."),
    ],
)
def test_a_page_in_its_declared_encoding_is_read(encoding: str, declared: str, text: str) -> None:
    page = f"<html><head><meta charset={declared}></head><body><p>{text}</p><p>{text}</p></body>"
    assert article(page.encode(encoding)).paragraphs[0] == text


def test_a_page_of_tens_of_thousands_of_parts_is_read() -> None:
    page = "<aside><p>x</p></aside>" * 20_000 + f"<article><p>{ONE}</p><p>{TWO}</p></article>"
    assert article(page).paragraphs == [ONE, TWO]
