"""What was answered lately is kept for one corpus."""

from __future__ import annotations

from bot.briefs.memory import Memory


def test_what_was_kept_is_recalled_for_the_same_corpus_only() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep("first", "a", "answer")
    assert memory.recall("first", "a") == "answer"
    assert memory.recall("first", "b") is None
    assert memory.recall("second", "a") is None


def test_an_answer_of_an_older_corpus_does_not_come_back() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep("first", "a", "old")
    memory.keep("second", "b", "new")
    assert memory.recall("second", "a") is None
    assert memory.recall("second", "b") == "new"


def test_what_was_used_longest_ago_makes_room() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep("first", "a", "1")
    memory.keep("first", "b", "2")
    memory.recall("first", "a")
    memory.keep("first", "c", "3")
    assert [memory.recall("first", key) for key in "abc"] == ["1", None, "3"]
