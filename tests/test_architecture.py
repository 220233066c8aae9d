"""Who may import whom, read from the code; and what a serving process must never hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path.relative_to(ROOT)
    for folder in ("bot", "commands")
    for path in ROOT.glob(f"{folder}/**/*.py")
)

# The rooms of the house, and the rooms that each may look into beside itself. A room is a package
# or a single module; the longest name that fits a module is its room.
MAY_IMPORT: dict[str, set[str]] = {
    "bot": set(),
    "bot.model": set(),
    "bot.errors": set(),
    "bot.settings": {"bot.errors"},
    "bot.logs": {"bot.settings"},
    "bot.progress": set(),
    "bot.tally": set(),
    "bot.metrics": {"bot.tally", "bot.model"},
    "bot.web": {"bot.metrics", "bot.model", "bot.errors"},
    "bot.watch": set(),
    "bot.watchdog": set(),
    "bot.upkeep": {"bot.store", "bot.settings", "bot.errors"},
    "bot.loads": {
        *("bot.store", "bot.store.load", "bot.json_output", "bot.progress", "bot.tally"),
        *("bot.model", "bot.errors"),
    },
    "bot.language": {"bot.model"},
    "bot.corpus": {"bot.model", "bot.errors"},
    "bot.facts": {"bot.model", "bot.language"},
    "bot.store": {"bot", "bot.model", "bot.errors", "bot.language"},
    "bot.store.load": {
        *("bot.store", "bot.store.versions", "bot.model", "bot.errors", "bot.language"),
        *("bot.corpus", "bot.facts"),
    },
    "bot.store.versions": {"bot.model", "bot.corpus"},
    "bot.briefs": {"bot", "bot.store", "bot.language", "bot.model", "bot.errors"},
    "bot.chat": {
        *("bot.briefs", "bot.loads", "bot.store", "bot.tally", "bot.settings"),
        *("bot.model", "bot.errors"),
    },
    "commands": {"bot.chat", "bot.briefs", "bot.model", "bot.errors"},
    "bot.json_output": {"bot.model"},
    "bot.console": {
        *("bot.app", "bot.briefs", "bot.store", "bot.json_output", "bot.model", "bot.errors"),
    },
    "bot.doctor": {
        "bot.app",
        "bot.corpus",
        "bot.store",
        "bot.store.load",
        "bot.settings",
        "bot.model",
        "bot.errors",
    },
    "bot.app": {
        *("bot.settings", "bot.progress", "bot.store", "bot.store.load", "bot.briefs", "bot.chat"),
        *("commands", "bot.loads", "bot.tally", "bot.metrics", "bot.web", "bot.watch"),
        *("bot.watchdog", "bot.upkeep", "bot.model", "bot.errors"),
    },
    "bot.__main__": {
        *("bot", "bot.app", "bot.console", "bot.corpus", "bot.doctor", "bot.json_output"),
        *("bot.settings", "bot.logs", "bot.errors", "bot.progress", "bot.store", "bot.upkeep"),
        "bot.options",
    },
    "bot.options": {"bot"},
}

# Libraries that stay in their room, so that another can take their place.
KEPT_TO: dict[str, tuple[str, ...]] = {
    "discord": ("bot/chat/", "commands/"),
    "aiohttp": ("bot/chat/", "bot/web.py"),
    "prometheus_client": ("bot/metrics.py",),
    "watchfiles": ("bot/watch.py",),
    "aiosqlite": ("bot/store/",),
    "sqlite3": ("bot/store/",),
    "rapidfuzz": ("bot/briefs/names.py", "bot/facts/"),
    "prompt_toolkit": ("bot/console/",),
    "rich": ("bot/console/", "bot/progress.py"),
    "dotenv": ("bot/settings.py", "bot/doctor.py"),
    "countryinfo": ("bot/language/",),
    "Stemmer": ("bot/language/",),
    "lxml": ("bot/corpus/",),
    "trafilatura": ("bot/corpus/",),
    "ftfy": ("bot/corpus/",),
    "rensa": ("bot/corpus/duplicates.py",),
    "chardet": ("bot/corpus/",),
    "pypdfium2": ("bot/corpus/formats/pdf_pages.py",),
    "docx": ("bot/corpus/formats/word.py",),
    "msgspec": ("bot/corpus/spooled.py", "bot/store/load/"),
    "multiprocessing": ("bot/store/load/workers.py",),
}

# What a serving process has no use for, and what would make it several times as large.
LOADING_ONLY = (
    *(
        "trafilatura",
        "lxml",
        "ftfy",
        "chardet",
        "yaml",
        "py3langid",
        "numpy",
        "msgspec",
        "multiprocessing",
        "sentencex",
        "pypdfium2",
        "docx",
        "rensa",
    ),
    *("htmldate", "dateparser", "courlan", "justext", "bs4", "feedparser", "countryinfo"),
    *("prometheus_client", "watchfiles", "aiohttp.web_app"),  # only where they are switched on
    *("bot.facts", "bot.corpus.cleaning", "rich", "prompt_toolkit", "bot.console"),
)


def name_of(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    fitting = [room for room in MAY_IMPORT if module == room or module.startswith(f"{room}.")]
    return max(fitting, key=len)


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions and for type checking."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} line {node.lineno}: imports are absolute here"
            assert node.module is not None
            for alias in node.names:
                # `from bot.store import load` is an import of the module bot.store.load
                module = f"{node.module}.{alias.name}"
                file = ROOT.joinpath(*module.split("."))
                yield module if file.with_suffix(".py").exists() or file.is_dir() else node.module


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(name_of(path))
    ours = {
        room_of(module)
        for module in imports_of(path)
        if module.split(".")[0] in ("bot", "commands")
    }
    assert ours - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("library", KEPT_TO)
def test_a_library_stays_in_its_room(library: str) -> None:
    users = [
        path.as_posix()
        for path in MODULES
        if any(module.split(".")[0] == library for module in imports_of(path))
    ]
    assert [path for path in users if not path.startswith(KEPT_TO[library])] == []


def test_what_serves_does_not_hold_what_only_loading_uses() -> None:
    serving = (
        "import bot.__main__, bot.app, bot.store.load, bot.store.library, bot.briefs.desk, "
        "bot.chat.client, commands, sys; print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", serving], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "discord" in loaded
    assert [name for name in LOADING_ONLY if name in loaded] == []
