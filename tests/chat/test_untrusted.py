"""What articles and people may try, through the whole program: from a file to a card in Discord.

What single parts do with such input is tested beside them: files of every kind in tests/corpus,
Markdown in tests/chat/test_markdown.py, FTS syntax in tests/store/test_match_any.py.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.briefs.desk import LibraryDesk
from bot.briefs.requests import parse
from bot.chat.budget import cut
from bot.chat.markdown import address, link, plain
from bot.store.library import Library
from bot.store.load import load
from tests.discord_loopback.scenario import connected
from tests.program import ROOT
from tests.store.corpora import loaded

EVIL = "https://evil.example/"
LOUD = f"@everyone [click]({EVIL}) <@123456789012345678> ||x|| **b** \u202etxt.exe\u202c `c`"


@contextlib.contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raises TimeoutError in the middle of what takes longer; regular expressions notice it."""

    def over(*_: object) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# ── what is shown ───────────────────────────────────────────────────────────────────────────


def _article(title: str, publisher: str, url: str, text: str) -> str:
    head = "\n".join(
        f"{key}: {value!r}" for key, value in (("title", title), ("publisher", publisher))
    )
    return f"---\n{head}\nurl: {url!r}\npublished: 2019-03-04\n---\n{text}\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Articles that try to be more than text: in title, publisher, address, words, file name."""
    text = f"Estonia borders Latvia, {LOUD} says. Operation Heron {LOUD} began in Estonia in 2018."
    tried = {
        "one.md": _article(LOUD, LOUD, "javascript:alert(1)", text),
        "two.md": _article("Fine", "Fine", "data:text/html,<script>alert(1)</script>", text),
        "three.md": _article("Fine", "Fine", f"{EVIL})[x]({EVIL}", text),
        "four.md": _article("Fine", "Fine", "https://known.example@evil.example/", text),
        "five.md": _article("Fine", "Fine", "https://\u0430rlen.example/x", text),
        "@everyone [x](y).md": _article("Fine", "Fine", "https://fine.example/", text),
    }
    for number, (name, content) in enumerate(tried.items()):
        # one story told six times would be taken for one
        content = content.replace("2018", f"201{number}").replace("Latvia", f"Latvia {number}")
        (tmp_path / "corpus").mkdir(exist_ok=True)
        (tmp_path / "corpus" / name).write_text(content, encoding="utf-8")
    loaded(tmp_path / "corpus", tmp_path / "library.db")
    return tmp_path / "library.db"


REQUESTS: list[tuple[str, dict[str, Any]]] = [
    ("borders", {"country": "Estonia"}),
    ("borders", {"country": LOUD}),
    ("borders", {}),
    ("missions", {"name": "Heron"}),
    ("missions", {"name": LOUD, "country": LOUD}),
    ("source", {"article": "Fine"}),
    ("source", {"article": LOUD}),
    ("ask", {"question": f"What does Estonia border? {LOUD}"}),
    ("about", {}),
]


async def test_nothing_of_an_article_or_a_question_becomes_more_than_text(
    library: Path, tmp_path: Path
) -> None:
    async with Library(library) as opened, connected(LibraryDesk(opened), tmp_path) as discord:
        person = discord.person()
        replies = [await person.call(name, **options) for name, options in REQUESTS]
        choices = await person.type_into("source", "article", LOUD[:50])
    assert any("Latvia" in reply.text for reply in replies)
    hosts = {
        re.sub(r"^https?://([^/]*).*$", r"\1", target)
        for reply in replies
        for _, target in reply.links
    }
    assert hosts <= {"fine.example", "evil.example", "xn--rlen-43d.example"}
    for reply in replies:
        # the one address of evil.example that is an article's own stays whole: nothing breaks out
        assert all(
            target.startswith(f"{EVIL}%29%5Bx%5D%28https:")
            for _, target in reply.links
            if "evil.example" in target
        )
        assert not re.search(r"@everyone|<@\d|(?<!\\)\|\||\u202e", reply.markdown)
        assert not re.search(r"javascript:(?!\\)\S*\)|\]\(data:", reply.markdown)
    assert all("\u202e" not in choice for choice in choices.choices)


# ── what is asked ───────────────────────────────────────────────────────────────────────────

ODD = [
    *("'; DROP TABLE article; --", '" OR 1=1 --', 'NEAR("a" "b", 5)', "a AND", "-x", "a:b", "*"),
    *("%_%%", "{0.__class__} %s", "../../../../etc/passwd", "<script>", "a\x00b", "\ud800", "（）"),
    *('o"brien', "col : x", "^start", "(((((", "\\", "\u202e\u202e", "x" * 6000, "NOT NOT OR"),
]


def test_no_syntax_of_any_language_is_understood_in_a_request(library: Path) -> None:
    async def story() -> None:
        async with Library(library) as opened:
            desk = LibraryDesk(opened)
            for text in ODD:
                for line in (
                    f"/borders {text}",
                    f"/borders country:{text} with:{text}",
                    f"/missions {text}",
                    f"/source {text}",
                    f"/ask question:{text}",
                ):
                    await desk.answer(parse(line))
                for command, option in (("borders", "country"), ("source", "article")):
                    assert len(await desk.complete(command, option, text, {})) <= 25
            async with opened.view() as view:
                assert len(view.cards) == 6

    asyncio.run(story())


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {}),
        ("ask", {"question": " "}),
        ("missions", {"status": "no such status"}),
        ("borders", {"country": "x" * 5000}),
        ("borders", {"country": "Estonia", "unknown": "y"}),
        ("borders", {"country": True}),
        ("help", {"private": "yes"}),
    ],
)
async def test_options_that_discord_would_not_send_are_answered_calmly(
    library: Path, tmp_path: Path, command: str, options: dict[str, Any]
) -> None:
    async with Library(library) as opened, connected(LibraryDesk(opened), tmp_path) as discord:
        reply = await discord.person().call(command, **options)
        again = await discord.person().call("borders", country="Estonia")
    assert reply.text
    assert "Traceback" not in reply.text
    assert again.text.startswith("Borders: Estonia")


# ── how long it may take ────────────────────────────────────────────────────────────────────

SIZE = 100_000
WORST = (
    *("a", "A", " ", "1", "1,", "1.", "A a ", "- ", "-", ".", "x@", "(≈", "(", "[", "http://a"),
    *("https://", "\n", "&a", "%", "&", "=a", "a-", "1-", "1 km ", "A.", "discord.", "@here", "\\"),
    *("’s ", "\u202e", "country:", "fn:", "e\u0301", "| "),
)
# what people's words meet before they are cut to what an option may hold
PATTERNS = ("bot.chat.markdown", "bot.chat.custom_ids", "bot.model", "bot.briefs.names")


@pytest.mark.parametrize("module", PATTERNS)
def test_no_pattern_that_meets_raw_text_takes_long(module: str) -> None:
    patterns = [
        found
        for found in vars(importlib.import_module(module)).values()
        if isinstance(found, re.Pattern)
    ]
    for pattern in patterns:
        for unit in WORST:
            text = unit * (SIZE // len(unit))
            with bounded(2):
                for ending in ("", "!"):
                    pattern.fullmatch(text + ending)
                    for _ in pattern.finditer(text + ending):
                        pass


def test_nothing_that_shows_text_takes_long() -> None:
    for unit in WORST:
        text = unit * (SIZE // len(unit))
        with bounded(2):
            plain(text)
            cut(text, 300)
            address(f"https://{text}")
            link(text, f"https://fine.example/{text}")


@pytest.mark.parametrize("line", ["/borders ", "/missions ", "/source ", ""])
def test_no_line_that_is_typed_takes_long_to_understand(line: str) -> None:
    for unit in (*WORST, "country:x ", "with: ", "name:country:"):
        with bounded(2), contextlib.suppress(Exception):
            parse(line + unit * (SIZE // len(unit)))


def test_the_worst_articles_are_loaded_and_answered_in_bounded_time(tmp_path: Path) -> None:
    units = ("Estonia and ", "1 km ", "North and South Korea ", "(≈1 ", "U.S. ", "Congo ")
    (tmp_path / "corpus").mkdir()
    for number, unit in enumerate(units):
        text = f"Estonia borders Latvia {number}, it says.\n\n{unit * (SIZE // 2 // len(unit))}!\n"
        (tmp_path / "corpus" / f"{number}.md").write_text(
            f"---\ntitle: Worst {number}\npublisher: P{number}\n---\n{text}", encoding="utf-8"
        )
    with bounded(60):
        load(tmp_path / "corpus", tmp_path / "library.db", lambda *_: None)

    async def story() -> None:
        async with Library(tmp_path / "library.db") as opened:
            desk = LibraryDesk(opened)
            for line in (
                "/borders Estonia",
                "/source Worst 0",
                "How long is Estonia?",
                "/missions",
            ):
                await desk.answer(parse(line))

    with bounded(60):
        asyncio.run(story())


def test_no_code_evaluates_text() -> None:
    """Nothing from outside is ever run, unpickled or given to a shell."""
    dangerous = re.compile(
        r"\beval\(|\bexec\(|pickle|marshal|shell=True|os\.system|__import__"
        r"|yaml\.unsafe_load"
    )
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in ("bot", "commands")
        for path in (ROOT / folder).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if dangerous.search(line)
    ]
    assert found == []
