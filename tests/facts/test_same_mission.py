"""The names of one mission belong together, whatever their order."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.same_mission import merge

MERGED = [
    ({"aspides", "eunavfor aspides"}, [{"aspides", "eunavfor aspides"}]),
    ({"silent reef", "silent reef 2023"}, [{"silent reef", "silent reef 2023"}]),
    (
        {"silent reef", "silent reef 2021", "silent reef 2023"},
        [{"silent reef"}, {"silent reef 2021"}, {"silent reef 2023"}],
    ),
    ({"eufor", "eufor althea"}, [{"eufor", "eufor althea"}]),
    ({"eufor", "eufor althea", "eufor chad"}, [{"eufor"}, {"eufor althea"}, {"eufor chad"}]),
    ({"guardian", "sea guardian"}, [{"guardian"}, {"sea guardian"}]),
    (set(), []),
]


def groups(keys: dict[str, str]) -> list[set[str]]:
    together: dict[str, set[str]] = {}
    for name, key in sorted(keys.items()):
        together.setdefault(key, set()).add(name)
    return sorted(together.values(), key=sorted)


@pytest.mark.parametrize(("names", "expected"), MERGED)
def test_names_of_one_mission_are_merged_in_whatever_order(
    names: set[str], expected: list[set[str]]
) -> None:
    results = [merge(order) for order in itertools.permutations(sorted(names))]
    assert groups(results[0]) == expected
    assert all(result == results[0] for result in results)


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                "eufor eunavfor sea guardian reef silent 2021 2023 23 nato med".split()
            ),
            min_size=1,
            max_size=4,
        ).map(" ".join),
        unique=True,
        max_size=6,
    ).flatmap(lambda names: st.tuples(st.just(names), st.permutations(names)))
)
def test_merging_depends_on_the_names_alone(orders: tuple[list[str], list[str]]) -> None:
    first, second = orders
    assert merge(first) == merge(second)
    assert set(merge(first)) == set(first)
