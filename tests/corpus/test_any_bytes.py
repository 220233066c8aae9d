"""Property: any bytes under any name give readings, never an exception, in bounded time."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.corpus import passages
from bot.corpus.corpus import judged_alone
from bot.corpus.reading import read_bytes
from tests.corpus.formats.strategies import FILES

SUFFIXES = ["txt", "md", "html", "xhtml", "json", "jsonl", "rss", "atom", "xml", "eml", "pdf", ""]
SCRAPS = [
    b"---\n",
    b"+++\n",
    b"title: x\n",
    b'{"title": "',
    b'", "text": "',
    b'"}',
    b"[",
    b"]",
    b"{",
    b"<html>",
    b"<p>",
    b"</p>",
    b"<table><tr><td>",
    b"<article>",
    b"<!--",
    b"]]>",
    b"<rss><item>",
    b"<description>",
    b"\n\n",
    b"\n",
    b" | ",
    b"- ",
    b"1. ",
    b"Advertisement",
    b"Photo: ",
    b"\xc2\xa9 ",
    b"Read also: ",
    b"The border between the two countries is long. ",
    b"3 March 2014",
    b"03/04/2022",
    b"1660884494 ",
    b" date 2023-01-02 ",
    b"&amp;nbsp;",
    b"\xe2\x80",
    b"\xff\xfe",
    b"\x00",
    b"=?utf-8?q?",
    b"Subject: x\n",
    b"Date: Thu, 99 Foo\n",
    b"U.S. ",
    "Граница ".encode(),
    "国境".encode(),
    b"# ",
    b"***",
]
BYTES = st.one_of(
    st.binary(max_size=400),
    st.lists(st.one_of(st.sampled_from(SCRAPS), st.binary(max_size=6)), max_size=40).map(b"".join),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
)


@settings(max_examples=600, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(suffix=st.sampled_from(SUFFIXES), data=BYTES)
def test_any_bytes_give_readings(suffix: str, data: bytes) -> None:
    give_readings(suffix, data)


@settings(max_examples=300, deadline=5000, suppress_health_check=list(HealthCheck))
@given(FILES)
def test_files_that_are_nearly_sound_give_readings(file: tuple[str, bytes]) -> None:
    give_readings(*file)


def give_readings(suffix: str, data: bytes) -> None:
    """Reads the file, and asserts what holds of every reading."""
    readings = read_bytes(f"file.{suffix}", data)
    for reading in readings:
        assert not (reading.rejected or "").startswith("cannot be read (")
        file_reading = judged_alone(reading)
        if file_reading.article is None:
            continue
        article = file_reading.article
        assert article.title.strip()
        assert all(paragraph == paragraph.strip() != "" for paragraph in article.paragraphs)
        for passage in passages(article):
            paragraph = article.paragraphs[passage.paragraph]
            assert passage.text == paragraph[passage.start : passage.end] != ""
