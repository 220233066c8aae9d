"""Briefs and texts of all kinds, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.model import (
    Answer,
    Brief,
    Citation,
    Claim,
    NoAnswer,
    Note,
    Pointer,
    PublishedDate,
    Request,
)

_PIECES = (
    "[", "]", "(", ")", "*", "**", "_", "~~", "||", "`", "```", "\\", "<", ">", "#", "-#", "- ",
    "1.", "https://", "http:", "//", "javascript:", "@everyone", "@here", "<@123456789012345678>",
    "<#1>", "<t:1:R>", "discord.gg/abc", "discord.com/invite/a", "\n", "\t", "\u202e", "\u200b",
    "\x00", "\ud800", "👩‍👩‍👧", "é", "漢", "word", "Arlen", " ", " ", " ", "&", "=", "%", "+", "?",
)  # fmt: skip

texts = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
)
_long = st.one_of(
    texts,
    st.builds(lambda piece, times: piece * times, texts, st.integers(1, 400)),
    st.builds(lambda word, times: f"{word} " * times, texts, st.integers(1, 400)),
)
_filled = _long.map(lambda text: f"{text}.")
_urls = st.one_of(st.none(), texts, _long.map("https://torva.example/{}".format))
_dates = st.one_of(
    st.none(), st.builds(PublishedDate, st.integers(1900, 2100), st.integers(1, 12), st.just(28))
)


def _citation(number: int) -> st.SearchStrategy[Citation]:
    return st.builds(
        Citation,
        number=st.just(number),
        article_id=st.just("0" * 12),
        file=st.just("a.md"),
        title=_long,
        publisher=st.one_of(st.none(), _long),
        url=_urls,
        published=_dates,
        quote=st.just("a quote"),
        link=_urls,
    )


pointers = st.builds(Pointer, st.just("0" * 12), _long, st.one_of(st.none(), _long), _dates, _urls)
requests = st.one_of(
    st.just(Request("borders")),
    _long.map(lambda text: Request("borders", (("country", text),))),
    _long.map(lambda text: Request("ask", (("question", text),))),
    texts.map(lambda text: Request("missions", (("name", text), ("status", "active")))),
    texts.map(lambda text: Request("borders", (("country", text), ("with", text)))),
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Any brief: many lines or one, each of any length and with any characters."""
    total = draw(st.integers(1, 12))
    citations = tuple(draw(_citation(number)) for number in range(1, total + 1))
    some = st.lists(st.sampled_from(citations), min_size=1, max_size=12, unique=True).map(tuple)
    # a claim's figures must stand in its quotes, which the quotes here do not hold
    words = _long.map(lambda text: "".join(" " if c.isdecimal() else c for c in text))
    claims = st.builds(Claim, words, some, st.one_of(st.none(), st.just("Lengths"), _long))
    notes = st.builds(Note, st.sampled_from(("dated", "denied")), _long, some)
    return Brief(
        request=draw(requests),
        key=draw(requests),
        title=draw(_long),
        claims=tuple(draw(st.lists(claims, max_size=40))),
        notes=tuple(draw(st.lists(notes, max_size=12))),
        citations=citations,
        as_of=None,
        corpus=draw(texts),
        subtitle=draw(st.one_of(st.none(), _long)),
        suggestions=tuple(draw(st.lists(_long, max_size=8))),
        see_also=tuple(draw(st.lists(pointers, max_size=8))),
    )


no_answers = st.builds(
    NoAnswer,
    request=requests,
    title=_long,
    why=_long,
    corpus=texts,
    suggestions=st.lists(_long, max_size=30).map(tuple),
    see_also=st.lists(pointers, max_size=12).map(tuple),
)
answers: st.SearchStrategy[Answer] = st.one_of(briefs(), no_answers)
