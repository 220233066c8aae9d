"""What was answered lately is kept for one generation of the library."""

from __future__ import annotations

from bot.briefs.memory import Memory


def test_what_was_kept_is_recalled_for_the_same_generation_only() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep(1, "a", "answer")
    assert memory.recall(1, "a") == "answer"
    assert memory.recall(1, "b") is None
    assert memory.recall(2, "a") is None


def test_an_answer_of_an_older_generation_does_not_come_back() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep(1, "a", "old")
    memory.keep(2, "b", "new")
    assert memory.recall(2, "a") is None
    assert memory.recall(2, "b") == "new"


def test_what_was_used_longest_ago_makes_room() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep(1, "a", "1")
    memory.keep(1, "b", "2")
    memory.recall(1, "a")
    memory.keep(1, "c", "3")
    assert [memory.recall(1, key) for key in "abc"] == ["1", None, "3"]


def test_what_comes_late_from_an_older_generation_is_not_kept() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep(2, "a", "new")
    memory.keep(1, "b", "old")
    assert memory.recall(2, "a") == "new"
    assert memory.recall(1, "b") is None
