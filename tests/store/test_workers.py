"""Work spread over processes comes back in order, and a process that dies costs one task."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator

import pytest

from bot.store.load.workers import Crew, Lost


def squarer(plus: int) -> Callable[[int], int]:
    return lambda number: number * number + plus


def slow_at_first(_: None) -> Callable[[int], int]:
    """The first chunks take longest, so that later ones are done before them."""

    def work(number: int) -> int:
        sum(range(max(0, 48 - number) * 10_000))
        return number

    return work


def deadly(victims: tuple[int, ...]) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number in victims:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def hanging(victim: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        while number == victim:
            signal.pause()
        return number

    return work


def failing(_: None) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 7:
            raise ValueError("seven")
        return number

    return work


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(2, worth_it=1) as workers:
        yield workers


def test_results_come_in_the_order_of_the_tasks(crew: Crew) -> None:
    assert list(crew.each(slow_at_first, None, iter(range(100)), 100)) == list(range(100))


def test_one_crew_does_one_job_after_the_other(crew: Crew) -> None:
    for plus in (0, 5):
        done = list(crew.each(squarer, plus, range(40), 40))
        assert done == [number * number + plus for number in range(40)]


def test_a_task_that_kills_its_process_is_lost_alone(crew: Crew) -> None:
    done = list(crew.each(deadly, (3, 20), range(36), 36))
    lost = Lost("ended the process (signal 9)")
    assert done == [lost if number in (3, 20) else number for number in range(36)]


def test_a_task_that_never_ends_is_lost_alone() -> None:
    with Crew(2, worth_it=1, patience_seconds=3.0) as impatient:
        done = list(impatient.each(hanging, 18, range(32), 32))
    assert done == [Lost("took too long") if number == 18 else number for number in range(32)]


def test_what_a_task_raises_is_raised_here_and_the_crew_goes_on(crew: Crew) -> None:
    with pytest.raises(ValueError, match="seven"):
        list(crew.each(failing, None, range(40), 40))
    assert list(crew.each(squarer, 0, range(3), 3)) == [0, 1, 4]


def test_no_tasks_are_no_work(crew: Crew) -> None:
    assert list(crew.each(squarer, 0, [], 0)) == []


def test_few_tasks_are_done_in_this_process() -> None:
    with Crew(2, worth_it=10) as workers:
        (pid,) = workers.each(process, None, [0], 1)
    assert pid == os.getpid()


def process(_: None) -> Callable[[int], int]:
    return lambda _: os.getpid()


def test_tasks_are_taken_only_a_few_ahead_of_what_was_used(crew: Crew) -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(2000):
            taken += 1
            yield number

    results = crew.each(squarer, 0, tasks(), 2000)
    for _ in range(10):
        next(results)
    assert taken <= 200
    assert len(list(results)) == 1990
