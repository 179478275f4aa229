# SPDX-License-Identifier: GPL-2.0-or-later
"""Ids of rules in one order, which is made once: a change moves one of them in it."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Callable, Set
from typing import Any, Final

from snetgui.model import Rule

from .turns import in_turns, sorted_in_turns

MANY: Final = 500  # changes that are dearer one by one than an order made anew
_KEYS: Final = 500  # in one turn: about a millisecond
_MOVES: Final = 10

Key = Callable[[Rule], Any]
Look = Callable[[int], Rule]


class KeptOrder:
    """What is touched is put in its new place when the order is asked for. In short turns."""

    def __init__(self, key: Key, look: Look, there: Set[int]) -> None:
        """There: the ids of all rules that there are, at any time."""
        self._key = key
        self._look = look
        self._there = there
        self._keys: dict[int, Any] = {}
        self._pairs: list[tuple[Any, int]] = []
        self._ids: list[int] = []
        self._touched: set[int] = set()
        self._made = False
        self._one_at_a_time = asyncio.Lock()

    def touch(self, rule_id: int) -> None:
        """A rule is new, another one or gone."""
        self._touched.add(rule_id)

    async def ids(self) -> list[int]:
        """All ids in order, in a list of the order's own. What is touched meanwhile stays."""
        async with self._one_at_a_time:
            if not self._made or len(self._touched) > MANY:
                await self._make()
            async for some in in_turns(tuple(self._touched), _MOVES):
                for rule_id in some:
                    self._move(rule_id)
            return self._ids

    async def _make(self) -> None:
        self._made = False
        self._touched.clear()
        keys, pairs = {}, []
        async for some in in_turns(tuple(self._there), _KEYS):
            for rule_id in some:
                if rule_id in self._there:
                    keys[rule_id] = self._key(self._look(rule_id))
                    pairs.append((keys[rule_id], rule_id))
        pairs = await sorted_in_turns(pairs)
        ids: list[int] = []
        async for some_pairs in in_turns(pairs, _KEYS * 10):
            ids += [rule_id for _, rule_id in some_pairs]
        self._keys, self._pairs, self._ids = keys, pairs, ids
        self._made = True

    def _move(self, rule_id: int) -> None:
        self._touched.discard(rule_id)
        if rule_id in self._keys:
            at = bisect_left(self._pairs, (self._keys.pop(rule_id), rule_id))
            del self._pairs[at], self._ids[at]
        if rule_id in self._there:
            key = self._key(self._look(rule_id))
            at = bisect_left(self._pairs, (key, rule_id))
            self._keys[rule_id] = key
            self._pairs.insert(at, (key, rule_id))
            self._ids.insert(at, rule_id)
