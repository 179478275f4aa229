# SPDX-License-Identifier: GPL-2.0-or-later
"""Ranges of numbers: cut into blocks, joined, compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from snetgui.rules.prefixes import PrefixTable, blocks, covered, merged, overlap

spans = st.tuples(st.integers(0, 300), st.integers(0, 300)).map(lambda s: (min(s), max(s)))
lists = st.lists(spans, max_size=5)


def numbers(given: list[tuple[int, int]]) -> set[int]:
    return {number for first, last in given for number in range(first, last + 1)}


@given(spans)
def test_blocks_are_the_range_each_number_once(span: tuple[int, int]) -> None:
    cut = list(blocks(*span))
    inside = [n for prefix, shift in cut for n in range(prefix << shift, (prefix + 1) << shift)]
    assert inside == list(range(span[0], span[1] + 1))


def test_blocks_of_whole_address_spaces() -> None:
    for bits in (16, 32, 128):
        assert list(blocks(0, (1 << bits) - 1)) == [(0, bits)]
        assert len(list(blocks(1, (1 << bits) - 2))) == 2 * (bits - 1)


@given(lists, lists)
def test_merged_covered_overlap(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    assert numbers(merged(one)) == numbers(one)
    assert all(a[1] + 1 < b[0] for a, b in zip(merged(one), merged(one)[1:], strict=False))
    assert covered(one, other) == (numbers(one) <= numbers(other))
    assert numbers(overlap(one, other)) == numbers(one) & numbers(other)


@given(st.lists(spans, max_size=12), st.data())
def test_the_table_finds_what_holds(given: list[tuple[int, int]], data: st.DataObject) -> None:
    table: PrefixTable[int] = PrefixTable()
    for number, span in enumerate(given):
        for prefix, shift in blocks(*span):
            table.add(prefix, shift, number)
    gone = data.draw(st.sets(st.integers(0, len(given) - 1))) if given else set()
    for number in gone:
        for prefix, shift in blocks(*given[number]):
            table.remove(prefix, shift, number)
    for value in data.draw(st.lists(st.integers(0, 310), max_size=10)):
        wanted = [n for n, (a, b) in enumerate(given) if n not in gone and a <= value <= b]
        assert sorted(table.find(value)) == wanted
