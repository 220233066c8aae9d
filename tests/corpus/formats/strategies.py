"""Files that hypothesis grows: pages, records, feeds, mails and Markdown, sound and broken."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

SENTENCES = st.sampled_from(
    [
        "The two valleys have shared one customs house since 1921.",
        "Both councils met there on Monday, 6 May 2019, to agree on hours.",
        "Граница проходит по реке.",
        "国境は川に沿っている。",
        "Advertisement",
        "Read also: The pass is closed",
        "Photo: The valley desk",
        "© 2019 Valley Post. All rights reserved.",
        "Upper pass | 2,114 | open",
        "\u00ad\u200b\ufeff",
        "&amp;amp;nbsp; &lt;p&gt;",
        "1. first",
        "- item",
        "",
        " ",
    ]
)
WORDS = st.one_of(SENTENCES, st.text(max_size=30))
_TAGS = st.sampled_from(
    "html head body div p span a ul ol li dl dt dd table tr td th thead caption article main "
    "section aside nav footer figure figcaption blockquote pre h1 h2 br hr time sup "
    "noscript template form "
    "x-part script style title".split()
)
_ATTRIBUTES = st.sampled_from(
    [
        "", " class=article-body", " class='ad related'", " id=app", " href=/x", " rowspan=3",
        " rowspan=99999999999", " hidden", " style='display:none'", " itemprop=articleBody",
        " itemprop=publisher", " itemprop=datePublished content=2019-99-99", " role=main",
        " datetime='2019-05-06T25:00'", " lang=en-GB", " type=application/ld+json", " colspan=-1",
    ]
)  # fmt: skip


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def written(tag: str, attributes: str, inner: list[str], closed: bool) -> str:
        return f"<{tag}{attributes}>{''.join(inner)}" + (f"</{tag}>" if closed else "")

    return st.builds(
        written, _TAGS, _ATTRIBUTES, st.lists(children, max_size=5), st.integers(0, 9).map(bool)
    )


PAGES = st.recursive(WORDS, _element, max_leaves=40)

_KEYS = st.sampled_from(
    "title headline text body content blocks type data items rows children paragraphs date "
    "published url author name fields _source rendered en-US 0 1 header level style nodes "
    "value html".split()
)
_LEAVES = st.one_of(
    WORDS,
    PAGES,
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.sampled_from(
        ["paragraph", "text", "table", "list-item", "heading", "image", "doc", "2019-05-06"]
    ),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(_KEYS, inner, max_size=6)),
    max_leaves=30,
)
RECORDS = st.one_of(
    VALUES, st.builds(lambda title, body: {"title": title, "body": body}, WORDS, VALUES)
).map(json.dumps)
JSON_LINES = st.lists(RECORDS, max_size=4).map("\n".join)

_FEED_TAGS = st.sampled_from(
    "rss channel item entry feed title link description content:encoded dc:date pubDate author name "  # noqa: E501
    "media:title guid summary content source rdf:RDF".split()
)
FEEDS = st.builds(
    lambda start, inner: f"<{start}><channel><title>x</title>{''.join(inner)}</channel></{start}>",
    st.sampled_from(["rss", "feed", "rdf:RDF"]),
    st.lists(
        st.recursive(
            st.one_of(WORDS, PAGES.map(lambda page: f"<![CDATA[{page}]]>")),
            lambda inner: st.builds(
                lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.partition(' ')[0]}>",
                _FEED_TAGS,
                st.lists(inner, max_size=4),
            ),
            max_leaves=15,
        ),
        max_size=4,
    ),
)

_HEADERS = st.sampled_from(
    [
        "Subject: Fwd: hours", "Subject: =?utf-8?Q?=C3?=", "Subject: =?x?B?!!!?=", "From: A <a@b>",
        "From: \"", "Date: Thu, 99 Foo 2019", "Date: Mon, 6 May 2019 08:00:00 +9999",
        "Content-Type: text/html; charset=nonsense", "Content-Type: multipart/mixed; boundary=b",
        "Content-Type: multipart/alternative", "Content-Type: message/rfc822", "MIME-Version: 1.0",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable",
        "Content-Type: text/plain; format=flowed", "Received: by x", " folded",
    ]
)  # fmt: skip
MAILS = st.builds(
    lambda headers, parts: "\n".join(headers) + "\n\n" + "\n--b\n".join(parts) + "\n--b--\n",
    st.lists(_HEADERS, max_size=6),
    st.lists(
        st.one_of(
            WORDS,
            PAGES,
            st.builds(lambda head, text: f"{head}\n\n{text}", _HEADERS, PAGES),
            st.just("From: A\nSent: x\nSubject: y\n\nz"),
            st.just("> quoted\n-- \nsignature"),
        ),
        max_size=5,
    ),
)

_FRONT = st.sampled_from(
    [
        "title: The hours", "date: 2019-99-99", "date: 1e99", "title: [", "a: &a [*a]", "author: {name: x}",  # noqa: E501
        "? [a, b]", "- x", "{}", "title = 1", "[params]", "date = 2019-05-06", "!!binary x", "\t", "x: !!x y",  # noqa: E501
        "curated: true", "published: {from: {x: 1}}", "url: [https://v.example, {href: x}]", "language: no",  # noqa: E501
    ]
)  # fmt: skip
_BLOCKS = st.one_of(
    WORDS,
    PAGES,
    st.sampled_from(
        [
            "# Head", "| a | b |\n|---|---|\n| 1 | 2 |", "> quote", "```\ncode", "[^1]: note", "[[a|b]]",  # noqa: E501
            "<table><tr><td>x", "* * *", "***", "![x](y)", "[x](y) [z](w)", "<!-- open", "1. a\n   - b\n",  # noqa: E501
        ]
    ),
)  # fmt: skip
MARKDOWN = st.builds(
    lambda fence, front, blocks: (
        f"{fence}\n" + "\n".join(front) + f"\n{fence}\n" + "\n\n".join(blocks)
    ),
    st.sampled_from(["---", "+++", "", "{"]),
    st.lists(_FRONT, max_size=5),
    st.lists(_BLOCKS, max_size=8),
)

FILES = st.one_of(
    st.tuples(st.sampled_from(["html", "xhtml", "txt", "md"]), PAGES),
    st.tuples(st.sampled_from(["json", "txt"]), RECORDS),
    st.tuples(st.just("jsonl"), JSON_LINES),
    st.tuples(st.sampled_from(["xml", "rss", "txt"]), FEEDS),
    st.tuples(st.sampled_from(["eml", "mht"]), MAILS),
    st.tuples(st.sampled_from(["md", "txt"]), MARKDOWN),
).map(lambda pair: (pair[0], pair[1].encode("utf-8", "surrogatepass")))
