"""Running Footnote from Discord: who may, what they are shown, and what is on record."""

from __future__ import annotations

import contextlib
import datetime
import re
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.briefs.desk import LibraryDesk
from bot.chat.administrators import REFUSAL
from bot.chat.client import FootnoteClient
from bot.chat.custom_ids import Press, custom_id
from bot.chat.operation_cards import audit_pages, report_pages
from bot.chat.operations import Operations
from bot.loads import PROGRAM, Loads
from bot.model import LoadReport, Request
from bot.store.ledger import AuditEntry, open_ledger
from bot.store.library import Library
from bot.store.load import load
from bot.tally import Tally
from commands import add_operations
from tests.discord_loopback.scenario import Scene, connected
from tests.program import ROOT
from tests.small_corpus import write_small_corpus

NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
OWNER = "5"
REPORT = (
    '{"added": 3, "changed": 1, "removed": 0, "unchanged": 214, "rejected": [REJECTED], '
    '"seconds": 3.4, "corpus": "c0ffee", "dry_run": DRY}'
)


def program(
    rejected: int = 0, before: str = "", fault: str = "", dry: bool = True
) -> Sequence[str]:
    """A child that ends as a load ends, with a report or a fault; dry, so that nothing is due."""
    files = ", ".join(f'{{"file": "{n}.txt", "reason": "empty"}}' for n in range(rejected))
    report = REPORT.replace("REJECTED", files).replace("DRY", str(dry).lower())
    end = f"print('footnote: {fault}', file=sys.stderr); sys.exit(2)" if fault else ""
    return (sys.executable, "-c", f"import sys, time\n{before}\n{end}\nprint('{report}')")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    load(write_small_corpus(tmp_path / "seeds"), tmp_path / "library.db", lambda *_: None)
    return tmp_path


@contextlib.asynccontextmanager
async def serving(
    folder: Path, child: Sequence[str] = PROGRAM, team: dict[str, Any] | None = None
) -> AsyncIterator[Scene]:
    """Footnote over a real library and ledger, connected."""
    async with (
        open_ledger(folder / "ledger.db", NOW) as ledger,
        Library(folder / "library.db") as library,
    ):
        desk, tally = LibraryDesk(library), Tally()
        loads = Loads(folder / "seeds", library, ledger, tally, lambda: NOW, child)
        operations = Operations(loads, ledger, desk, tally, library.path, NOW)

        def prepare(client: FootnoteClient) -> None:
            add_operations(client, operations)

        try:
            async with connected(desk, folder, prepare) as scene:
                scene.discord.team = team
                yield scene
        finally:
            await loads.close()


def member(user_id: str, state: int = 2, role: str = "developer") -> dict[str, Any]:
    user = {"id": user_id, "username": "one", "discriminator": "0", "avatar": None}
    return {"user": user, "membership_state": state, "role": role, "permissions": ["*"]}


# ── who may ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["reload", "rollback", "audit"])
async def test_an_administrator_of_the_server_is_refused_privately(
    folder: Path, command: str
) -> None:
    async with serving(folder) as scene:
        reply = await scene.person("boss", permissions="8").call(command)
        assert (reply.private, reply.text) == (True, REFUSAL)
        audit = await scene.person("owner", id=OWNER).call("audit")
    assert audit.text == "Audit\nNothing is on record yet."


async def test_a_team_may_but_for_those_who_only_read_or_have_not_joined(folder: Path) -> None:
    team = {
        "id": "9",
        "name": "Desk",
        "icon": None,
        "owner_user_id": "70",
        "members": [member("71"), member("72", state=1), member("73", role="read_only")],
    }
    async with serving(folder, team=team) as scene:
        allowed = {
            number: (await scene.person(id=number).call("audit")).text != REFUSAL
            for number in ("70", "71", "72", "73", OWNER)
        }
    assert allowed == {"70": True, "71": True, "72": False, "73": False, OWNER: False}


async def test_buttons_made_by_hand_are_refused_like_the_commands(folder: Path) -> None:
    async with serving(folder, program(40)) as scene:
        owner = scene.person("owner", id=OWNER)
        report = await owner.call("reload", dry_run=True)
        assert "Rejected" in await _final(report)
        audit = await owner.call("audit")
        other = scene.person("other")
        custom_ids = re.findall(r"fn:l:[0-9a-f]+:2", str(report.messages[0]))
        for card, custom_id in ((report, custom_ids[0]), (audit, "fn:u:1")):
            reply = await other.press_id(card, custom_id)
            assert (reply.private, reply.text) == (True, REFUSAL)
        for custom_id in ("fn:l:00000000:1", "fn:u:0", "fn:u:x", "fn:u:٣", "fn:l:1"):
            reply = await owner.press_id(audit, custom_id)
            assert reply.private
            assert "Audit" not in reply.text


# ── loading ─────────────────────────────────────────────────────────────────────────────────


async def test_a_reload_answers_from_the_new_articles_and_a_rollback_from_the_old(
    folder: Path,
) -> None:
    guards = folder / "seeds" / "guards.md"
    async with serving(folder) as scene:
        owner, reader = scene.person("owner", id=OWNER), scene.person("reader", "direct")
        before = await reader.call("borders", country="Estonia")
        guards.write_text(guards.read_text().replace("343", "341"))
        assert "343" in (await reader.call("borders", country="Estonia")).text
        report = await _final(await owner.call("reload"))
        after = await reader.call("borders", country="Estonia")
        rolled = await owner.call("rollback")
        back = await reader.call("borders", country="Estonia")
        audit = await owner.call("audit")
    assert "343" in before.text
    assert report.splitlines()[:5] == [
        "Loaded",
        "0 added · 1 changed · 0 removed · 1 unchanged · 1 rejected",
        "Facts · 2 new, 2 gone",
        "Rejected",
        "• empty.txt: empty",
    ]
    assert "341" in after.text
    assert rolled.text.startswith("Rolled back\nAnswers come from the 2 articles of the generation")
    assert back.text == before.text
    stamp = f"<t:{int(NOW.timestamp())}:f>"
    deeds = audit.markdown.splitlines()
    assert deeds[1].startswith(f"- {stamp} <@{OWNER}>: rolled back (")
    assert deeds[2].startswith(f"- {stamp} <@{OWNER}>: loaded (")


async def _final(reply: Any) -> str:
    """The text of a card once it no longer says that a load is at work."""
    while "Answers come from the articles of before" in reply.text:
        await reply.changed()
    return str(reply.text)


async def test_a_card_whose_article_is_gone_says_so(folder: Path) -> None:
    more = folder / "seeds" / "more.md"
    more.write_text("---\ntitle: Peru counts one\n---\nPeru borders Chile, a report says.\n")
    load(folder / "seeds", folder / "library.db", lambda *_: None)
    request = Request("source", (("article", "Peru counts one"),))
    next_page = custom_id(Press(request, 2, True, "0000"))
    assert next_page is not None
    async with serving(folder) as scene:
        owner, reader = scene.person("owner", id=OWNER), scene.person("reader")
        card = await reader.call("source", article="Peru counts one")
        assert "Peru borders Chile" in (await reader.press_id(card, next_page)).text
        more.unlink()
        await _final(await owner.call("reload"))
        reply = await reader.press_id(card, next_page)
    assert reply.private
    assert "no longer say anything on it" in reply.text


async def test_progress_is_shown_by_editing_and_many_rejected_files_come_as_pages_and_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.operations._EDIT_SECONDS", 0.01)
    steps = """
print('{"progress": {"phase": "reading", "done": 40, "total": 214}}', file=sys.stderr, flush=True)
time.sleep(0.3)
"""
    async with serving(folder, program(40, steps)) as scene:
        reply = await scene.person(id=OWNER).call("reload", dry_run=True)
        texts = []
        while len(reply.messages) < 2:
            texts.append(reply.first_text)
            await reply.changed()
        turned = await scene.person(id=OWNER).press_id(
            reply, re.findall(r"fn:l:[0-9a-f]+:2", str(reply.messages[0]))[0]
        )
    assert any("Reading: 40 of 214" in text for text in texts)
    assert reply.first_text.startswith(
        "Tried: nothing was changed\n3 added · 1 changed · 0 removed · 214 unchanged · 40 rejected"
    )
    assert "page 2 of 3" in turned.text
    (file,) = reply.messages[1]["attachments"]
    assert file["filename"] == "rejected.txt"
    assert file["content"] == "".join(f"{n}.txt: empty\n" for n in range(40))


async def test_why_a_load_was_refused_is_told(folder: Path) -> None:
    async with serving(folder, program(fault="more than half would be lost")) as scene:
        text = await _final(await scene.person(id=OWNER).call("reload"))
    assert text == "Not loaded: nothing was changed\nmore than half would be lost"


async def test_a_second_reload_is_told_of_the_first_and_a_stop_ends_it(folder: Path) -> None:
    async with serving(folder, program(before="time.sleep(60)")) as scene:
        owner = scene.person(id=OWNER)
        first = await owner.call("reload")
        second = await owner.call("reload")
        status = await owner.call("status")
    assert second.text == "Footnote is loading its articles already."
    assert "Load · " in status.text
    assert first.text == ("Footnote is being stopped, and the load with it; nothing was changed.")


# ── how it is ───────────────────────────────────────────────────────────────────────────────


async def test_status_tells_anyone_how_it_is_and_administrators_more(folder: Path) -> None:
    async with serving(folder) as scene:
        anyone = await scene.person().call("status")
        owner = await scene.person(id=OWNER).call("status")
    assert anyone.private
    assert owner.private
    assert anyone.text.splitlines()[:2] == [
        "Footnote 0.1.0",
        f"Up since · <t:{int(NOW.timestamp())}:R>",
    ]
    assert re.search(r"Articles · 2, loaded <t:\d+:R>", anyone.text)
    assert "Memory" not in anyone.text
    assert re.search(r"Memory · \d+ MiB\nErrors in the last 24 hours · 0\n", owner.text)


def test_every_page_of_a_report_fits_a_message() -> None:
    rejected = tuple((f"{'d/' * 300}{n}.txt", "*wrong* " * 200) for n in range(300))
    report = LoadReport(1, 2, 3, 4, rejected, 5.0, "c0ffee")
    pages = report_pages(report, "deadbeef")
    assert sum(page.parts[-1].count("\n- ") for page in pages) == 300
    assert max(page.length for page in pages) <= 4000


def test_every_page_of_an_audit_fits_a_message_and_pings_nobody() -> None:
    entry = AuditEntry(NOW, "reload **all**", 10**18, 7, {"reason": "@everyone " * 90})
    pages = audit_pages([entry] * 200)
    assert sum(page.parts[-1].count("- <t:") for page in pages) == 200
    assert max(page.length for page in pages) <= 4000
    assert "@everyone" not in str(pages)


async def test_help_names_what_the_bot_is_run_with_after_what_can_be_asked(folder: Path) -> None:
    async with serving(folder) as scene:
        reply = await scene.person().call("help")
    asked, run = reply.text.split("\nAlso\n")
    assert "/borders" in asked and "/reload" not in asked
    assert "Load the articles anew (for those who run this bot)" in run
    assert "How Footnote is, and what is loaded" in run
