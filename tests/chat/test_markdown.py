"""What articles and persons write stays plain text in Discord."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.markdown import address, link, one_line, plain, superscript
from bot.model import PublishedDate, shown_date
from tests.chat.values import texts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Arlen borders Torva.", "Arlen borders Torva."),
        ("# big", "\\# big"),
        ("-# small", "\\-# small"),
        ("- a list", "\\- a list"),
        ("+ a list", "\\+ a list"),
        ("1. a list", "1\\. a list"),
        ("1) a list", "1\\) a list"),
        ("2022 was wet", "2022 was wet"),
        ("1.5 million", "1.5 million"),
        ("> a quote", "\\> a quote"),
        ("||spoiler||", "\\|\\|spoiler\\|\\|"),
        ("*a* _b_ ~~c~~ `d`", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`"),
        ("a \\* b", "a \\\\\\* b"),
        ("[click](https://evil.example)", "\\[click\\](https\\://evil.example)"),
        ("see https://evil.example", "see https\\://evil.example"),
        ("discord.gg/abc", "discord\\.gg/abc"),
        ("DISCORDAPP.com/invite/abc", "DISCORDAPP\\.com/invite/abc"),
        ("@everyone and @here", "@\u200beveryone and @\u200bhere"),
        ("<@123456789012345678>", "\\<@\u200b123456789012345678\\>"),
        ("<t:1700000000:R> <:a:1> </b:2>", "\\<t:1700000000:R\\> \\<:a:1\\> \\</b:2\\>"),
        ("two\nlines\r\n\tand a tab", "two lines and a tab"),
        ("a\u202etxt.exe\u202c b", "atxt.exe b"),
        ("half \ud83d a", "half \ufffd a"),
        ("a\x00b", "a b"),
        ("", ""),
    ],
)
def test_nothing_happens_in_a_plain_text(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(texts)
def test_a_reader_sees_the_very_characters(text: str) -> None:
    seen = re.sub(r"\\([^0-9A-Za-z\s])", r"\1", plain(text))
    assert seen.replace("\u200b", "") == one_line(text).replace("\u200b", "")


@given(texts)
def test_no_sign_of_markdown_is_left_bare(text: str) -> None:
    without_escapes = re.sub(r"\\[^0-9A-Za-z\s]", "x", plain(text))
    assert not re.search(r"[\\*_~|`\[\]<>]|://|@everyone|@here|\n|^[#+-]", without_escapes)


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://torva.example/a?b=c#:~:text=d,-e", "https://torva.example/a?b=c#:~:text=d,-e"),
        ("https://torva.example/a_(b)", "https://torva.example/a_%28b%29"),
        ('https://torva.example/a b<c>"d"', "https://torva.example/a%20b%3Cc%3E%22d%22"),
        ("https://torva.example/%C3%A9", "https://torva.example/%C3%A9"),
        ("https://torva.example/é|*`\\", "https://torva.example/%C3%A9%7C%2A%60%5C"),
        (" HTTP://torva.example ", "HTTP://torva.example"),
        ("https://torva.exa\nmple/", "https://torva.example/"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("java\nscript:alert(1)//https://a", None),
        ("https://", None),
        ("https://reader@evil.example/", None),
        ("https:///path", None),
        ("//torva.example", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_open_and_none_breaks_out(url: str | None, opened: str | None) -> None:
    assert address(url) == opened


@given(texts, st.one_of(texts, texts.map("https://torva.example/{}".format)))
def test_a_masked_link_is_one_link_or_none(words: str, url: str) -> None:
    target = address(url)
    shown = link(words, url)
    if target is None or "://" in words:
        assert shown == plain(words)
    else:
        assert shown.endswith(f"]({target})")
        assert not re.search(r"[()\[\]<>\s]", target)
        assert "[" not in shown[1 : -len(target) - 3].replace("\\[", "")
        assert "]" not in shown[1 : -len(target) - 3].replace("\\]", "")


def test_words_with_brackets_get_round_ones_in_a_link() -> None:
    assert link("[Update] Arlen", "https://a.example") == "[(Update) Arlen](https://a.example)"


def test_numbers_of_footnotes_stand_high() -> None:
    assert superscript(1203) == "¹²⁰³"


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (PublishedDate(2023, 3, 6), "6 Mar 2023"),
        (PublishedDate(2023, 12), "Dec 2023"),
        (PublishedDate(2023), "2023"),
        (None, "date unknown"),
        (PublishedDate(2023, 3, 6, "external"), "6 Mar 2023 (date not in the article)"),
    ],
)
def test_a_date_shows_what_is_known_of_it(published: PublishedDate | None, shown: str) -> None:
    assert shown_date(published) == shown
