"""Each entry of a feed is an article, however old or careless the feed is."""

from __future__ import annotations

import pytest

from bot.corpus.reading import Reading, read_bytes

ONE = "The two valleys have shared one customs house since the flood of 1921."
TWO = "Both councils met there on Monday to agree on hours for the winter."
TITLE = "Customs house & its hours"

RSS_2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Valley Post » Borders</title><link>https://valley.example/</link>
<atom:link rel="self" href="https://valley.example/feed"/><language>en-GB</language>
<image><title>A logo</title></image>
<item><title>Customs house &amp; its hours</title><link>/hours</link>
<guid isPermaLink="false">17</guid><pubDate>Mon, 06 May 2019 08:00:00 +0200</pubDate>
<dc:creator><![CDATA[The valley desk]]></dc:creator>
<media:content url="x"><media:title>The house</media:title><media:description>
{"A long caption of the house in snow. " * 9}</media:description></media:content>
<description><![CDATA[<p>Both councils […]</p>]]></description>
<content:encoded><![CDATA[<p>{ONE}</p><p>{TWO}</p>]]></content:encoded></item></channel></rss>"""
RSS_1 = f"""<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Valley Post</title><dc:language>en</dc:language></channel>
<item rdf:about="https://valley.example/hours"><title>{TITLE}</title>
<link>https://valley.example/hours</link><description>&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{TWO}&lt;/p&gt;
</description><dc:date>2019-05-06T08:00:00Z</dc:date><dc:creator>The valley desk</dc:creator>
</item></rdf:RDF>"""
RSS_091 = f"""<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>
<title>Valley Post</title><item><title>{TITLE}</title><author>d@v.example (The valley desk)</author>
<link>https://valley.example/hours</link><pubDate>6 May 2019</pubDate>
<description>{ONE}\n\n{TWO}</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://valley.example/"
 xml:lang="en">
<title>Valley Post</title><link rel="self" href="feed"/><updated>2020-01-01T00:00:00Z</updated>
<entry><title type="html">Customs house &amp;amp; its hours</title><link href="hours"/>
<link rel="enclosure" href="film.mp4"/><id>tag:valley.example,2019:17</id>
<updated>2019-05-08T10:00:00Z</updated><published>2019-05-06T10:00:00Z</published>
<author><name>The valley desk</name><email>d@v.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ONE}</p><p>{TWO}</p></div>
</content></entry></feed>"""


def entries(text: str | bytes, name: str = "feed.xml") -> list[Reading]:
    return read_bytes(name, text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize("feed", [RSS_2, RSS_1, RSS_091, ATOM], ids=["2.0", "1.0", "0.91", "Atom"])
@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed.txt", "feed.php"])
def test_a_feed_of_any_age_tells_all_of_its_entry(feed: str, name: str) -> None:
    [reading] = entries(feed, name)
    found = reading.cleaned
    assert found is not None, reading.rejected
    assert reading.file == f"{name}#1"
    assert found.paragraphs == [ONE, TWO]
    assert found.title == TITLE
    assert found.metadata.publisher == "Valley Post"
    assert found.metadata.author == "The valley desk"
    assert found.metadata.url == "https://valley.example/hours"
    assert found.published is not None
    assert found.published.date.isoformat() == "2019-05-06"


def test_an_entry_without_text_is_named_and_the_others_are_read() -> None:
    feed = (
        "<rss><channel><title>Valley Post</title><item><title>Only a link</title></item>"
        f"<item><title>The hours</title><description>{ONE} {TWO}</description></item>"
        "<item><title>The snow</title><description>It fell on the ho"
    )
    assert [(one.file, one.rejected) for one in entries(feed)][:2] == [
        ("feed.xml#1", "an entry without text"),
        ("feed.xml#2", None),
    ]


def test_a_link_that_is_no_address_costs_neither_its_entry_nor_the_others() -> None:
    item = f"<item><title>The hours</title><link>http://[::1</link><description>{ONE} {TWO}"
    feed = (
        "<rss><channel><link>http://[</link>"
        f"{item}</description></item>{item.replace('http://[::1', '/hours')}</description></item>"
        "</channel></rss>"
    )
    assert [one.rejected for one in entries(feed)] == [None, None]


def test_signs_that_xml_does_not_know_are_read_as_they_were_meant() -> None:
    feed = (
        "<rss><channel><item><title>R&D in the caf&eacute;</title><link>https://v.example/?a=1&b=2"
        f"</link><description>{ONE} It&nbsp;holds. {TWO}</description></item></channel></rss>"
    )
    [reading] = entries(feed)
    assert reading.cleaned is not None
    assert reading.cleaned.title == "R&D in the café"
    assert reading.cleaned.metadata.url == "https://v.example/?a=1&b=2"
    assert reading.cleaned.paragraphs == [f"{ONE} It holds. {TWO}"]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig", "utf-32"])
def test_a_feed_in_another_encoding_is_read(encoding: str) -> None:
    text = "Граница между двумя долинами проходит по реке и озеру."
    declared = {"cp1251": "windows-1251"}.get(encoding, "utf-8")
    feed = (
        f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>Граница</title>'
        f"<description>{text}</description></item></channel></rss>"
    )
    [reading] = entries(feed.encode(encoding))
    assert reading.cleaned is not None
    assert reading.cleaned.paragraphs == [text]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "a feed without entries"),
        ("<urlset><url/></urlset>", "XML that is no feed: neither item nor entry"),
    ],
)
def test_what_holds_no_entry_says_so(text: str, reason: str) -> None:
    assert [reading.rejected for reading in entries(text)] == [reason]


def test_entities_that_multiply_and_files_that_are_asked_for_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha"><!ENTITY f SYSTEM "file:///etc/hosts">'
        f"{bomb}]><rss><channel><item><title>Hours</title><description>{ONE} &a9; &f; {TWO}"
        "</description></item></channel></rss>"
    )
    [reading] = entries(feed)
    assert reading.cleaned is not None
    assert reading.cleaned.paragraphs == [f"{ONE} &a9; &f; {TWO}"]


def test_a_prefix_that_the_feed_does_not_declare_is_read() -> None:
    feed = (
        "<rdf:RDF><channel><title>Valley Post</title></channel><item><title>Hours</title>"
        f"<media:title>The house</media:title><content:encoded><![CDATA[<p>{ONE}</p>]]>"
        "</content:encoded><dc:date>2019-05-06</dc:date></item></rdf:RDF>"
    )
    [reading] = entries(feed)
    assert reading.cleaned is not None
    assert (reading.cleaned.title, reading.cleaned.paragraphs) == ("Hours", [ONE])
    assert reading.cleaned.published is not None
