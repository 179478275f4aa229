# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers (addresses, ports) looked up in networks and ranges, one probe a prefix length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

K = TypeVar("K")
Span = tuple[int, int]


def blocks(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut first..last into aligned blocks (prefix, shift): prefix << shift is a block's start."""
    while first <= last:
        shift = (first & -first).bit_length() - 1 if first else (last + 1).bit_length()
        shift = min(shift, (last - first + 1).bit_length() - 1)
        yield first >> shift, shift
        first += 1 << shift


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted, and what touches or overlaps joined."""
    out: list[Span] = []
    for first, last in sorted(spans):
        if out and first <= out[-1][1] + 1:
            out[-1] = out[-1][0], max(out[-1][1], last)
        else:
            out.append((first, last))
    return out


def covered(inner: Iterable[Span], outer: Iterable[Span]) -> bool:
    """Whether every number of the inner spans is in the outer ones."""
    wide = merged(outer)
    return all(any(a <= first and last <= b for a, b in wide) for first, last in merged(inner))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> list[Span]:
    """What is in both."""
    out = []
    right = merged(other)
    for first, last in merged(one):
        out += [(max(first, a), min(last, b)) for a, b in right if a <= last and first <= b]
    return out


class PrefixTable(Generic[K]):
    """Keys by the blocks that they hold for. A key is no tuple."""

    def __init__(self) -> None:
        # A block with one key, as most are, has it without a tuple around: less to look at.
        self._levels: dict[int, dict[int, Any]] = {}

    def add(self, prefix: int, shift: int, key: K) -> None:
        """Let the key hold for all values v with v >> shift == prefix."""
        level = self._levels.setdefault(shift, {})
        keys = _keys(level.get(prefix, ()))
        level[prefix] = (*keys, key) if keys else key

    def remove(self, prefix: int, shift: int, key: K) -> None:
        """Undo one add. Raises KeyError or ValueError if there was none."""
        level = self._levels[shift]
        left = list(_keys(level[prefix]))
        left.remove(key)
        if left:
            level[prefix] = tuple(left) if len(left) > 1 else left[0]
            return
        del level[prefix]
        if not level:
            del self._levels[shift]

    def find(self, value: int) -> list[K]:
        """The keys that hold for a value."""
        out: list[K] = []
        for shift, cells in self._levels.items():
            found = cells.get(value >> shift)
            if found is None:
                continue
            if type(found) is tuple:
                out += found
            else:
                out.append(found)
        return out


def _keys(cell: Any) -> tuple[Any, ...]:
    return cell if type(cell) is tuple else (cell,)
