# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules as a list to search, filter and sort: a page of a hundred thousand in no time.

What a search looks at is put together once for each rule, and an order that
was asked for is kept from then on: a change moves one rule in it. All of it is
done in short turns of the event loop, for verdicts come first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from snetgui.model import LifetimeKind, Rule
from snetgui.rules.order import order
from snetgui.rules.search_text import search_text

from .backend import RuleQuery, RuleSort
from .kept_order import KeptOrder, Key, Look
from .turns import in_turns, sorted_in_turns

TURN: Final = 128  # rules whose texts are put together in one turn: about a millisecond
PAUSE_S: Final = 0.002  # between turns while nobody waits
LOOKED_AT: Final = 2048  # rules that a search looks at in one turn

Left = Callable[[Rule], float | None]
Test = Callable[[int], bool]

_BY_USE: Final = frozenset({RuleSort.HITS, RuleSort.LAST_USED})
_BY_TIME: Final = frozenset({LifetimeKind.SPAN, LifetimeKind.UNTIL})


class Catalogue:
    """Which rules there are, by what people look for. From the event loop only."""

    def __init__(self, look: Look, left_s: Left) -> None:
        """Look gives a rule as it is now; left_s what is left of its lifetime, if time ends it."""
        self._look = look
        self._left_s = left_s
        self._ids: set[int] = set()
        self._texts: dict[int, str] = {}
        self._pending: dict[int, None] = {}
        self._timed: set[int] = set()
        self._by_age: list[int] | None = []
        self._orders: dict[RuleSort, KeptOrder] = {}
        self._last: tuple[RuleQuery, list[int]] | None = None
        self._named: tuple[int, list[str]] | None = None
        self._changes = 0
        self._timer: asyncio.TimerHandle | None = None

    def put(self, rule: Rule) -> None:
        """A rule is new, or another one now."""
        if rule.id not in self._ids:
            self._came(rule.id)
        self._pending[rule.id] = None
        if rule.lifetime.kind in _BY_TIME:
            self._timed.add(rule.id)
        else:
            self._timed.discard(rule.id)
        self._moved(rule.id)
        self._fill_soon()

    def drop(self, rule_id: int) -> None:
        """A rule is gone."""
        self._ids.discard(rule_id)
        self._by_age = None
        self._texts.pop(rule_id, None)
        self._pending.pop(rule_id, None)
        self._timed.discard(rule_id)
        self._moved(rule_id)

    def used(self, rule_id: int) -> None:
        """A rule decided something."""
        for sort in _BY_USE & self._orders.keys():
            self._orders[sort].touch(rule_id)
        if self._last is not None and self._last[0].sort in _BY_USE:
            self._last = None

    async def find(self, query: RuleQuery) -> Sequence[int]:
        """The ids of the rules that match, in the query's order; all of them are there."""
        if self._last is not None and self._last[0] == query:
            return self._last[1]
        before = self._changes
        if query.text.strip():
            await self._fill_all()
        found = await self._sorted(query)
        tests = self._tests(query)
        if tests:
            found = [i async for some in in_turns(found, LOOKED_AT) for i in _passing(some, tests)]
        if before == self._changes:
            self._last = query, found
            return found
        return list(filter(self._ids.__contains__, found))

    async def programs(self) -> Sequence[str]:
        """What rules ask for as their program, each once, sorted."""
        if self._named is None or self._named[0] != self._changes:
            before, found = self._changes, set[str]()
            async for some in in_turns(tuple(self._ids), LOOKED_AT):
                there = (self._look(rule_id) for rule_id in some if rule_id in self._ids)
                found.update(program for rule in there if (program := _program(rule)) is not None)
            self._named = before, await sorted_in_turns(list(found))
        return self._named[1]

    def close(self) -> None:
        """Put nothing together any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._pending.clear()

    def _came(self, rule_id: int) -> None:
        self._ids.add(rule_id)
        if self._by_age and self._by_age[-1] > rule_id:
            self._by_age = None
        elif self._by_age is not None:
            self._by_age.append(rule_id)

    def _moved(self, rule_id: int) -> None:
        self._changes += 1
        self._last = None
        for kept in self._orders.values():
            kept.touch(rule_id)

    # Orders

    async def _sorted(self, query: RuleQuery) -> list[int]:
        sort, step = query.sort, -1 if query.descending else 1
        if sort is RuleSort.CREATED:
            if self._by_age is None:  # numbers, nearly in order: a few milliseconds
                self._by_age = sorted(self._ids)
            return self._by_age[::step]
        if sort not in self._orders:
            self._orders[sort] = KeptOrder(self._key(sort), self._look, self._ids)
        kept = self._orders[sort]
        if sort is RuleSort.LIFETIME:  # a clock that was set moves what ends at a date
            for rule_id in self._timed:
                kept.touch(rule_id)
        return (await kept.ids())[::step]

    def _key(self, sort: RuleSort) -> Key:
        if sort is RuleSort.LIFETIME:
            return lambda rule: _lifetime_key(rule, self._left_s(rule))
        return _KEYS[sort]

    # Texts

    def _fill_soon(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PAUSE_S, self._turn)

    def _turn(self) -> None:
        self._timer = None
        self._fill()
        if self._pending:
            self._fill_soon()

    async def _fill_all(self) -> None:
        while self._pending:
            self._fill()
            await asyncio.sleep(0)

    def _fill(self) -> None:
        for rule_id in [rule_id for rule_id, _ in zip(self._pending, range(TURN), strict=False)]:
            del self._pending[rule_id]
            self._texts[rule_id] = search_text(self._look(rule_id))

    # Tests

    def _tests(self, query: RuleQuery) -> list[Test]:
        """What each id has to pass; none of them minds one that is gone."""
        tests = [_has_word(self._texts, word) for word in query.text.casefold().split()]
        asked = _tests(query)
        if asked:
            tests.append(lambda i: i in self._ids and all(test(self._look(i)) for test in asked))
        return tests


def _has_word(texts: Mapping[int, str], word: str) -> Test:
    return lambda rule_id: word in texts.get(rule_id, "")


def _passing(ids: Sequence[int], tests: Sequence[Test]) -> Sequence[int]:
    for test in tests:
        ids = list(filter(test, ids))
    return ids


def _tests(query: RuleQuery) -> list[Callable[[Rule], bool]]:
    tests: list[Callable[[Rule], bool]] = []
    program, actions, lifetimes = query.program, query.actions, query.lifetimes
    if program is not None:
        tests.append(lambda rule: _program(rule) == program)
    if actions is not None:
        tests.append(lambda rule: rule.action in actions)
    if lifetimes is not None:
        tests.append(lambda rule: rule.lifetime.kind in lifetimes)
    if (origins := query.origins) is not None:
        tests.append(lambda rule: rule.origin in origins)
    if query.enabled is not None:
        tests.append(lambda rule: rule.enabled is query.enabled)
    return tests


def _program(rule: Rule) -> str | None:
    return None if rule.conditions.exe is None else rule.conditions.exe.value


def _lifetime_key(rule: Rule, left_s: float | None) -> tuple[int, float]:
    """What time ends by how soon, then what ends with a process or the machine, then the rest."""
    return _RANKS.get(rule.lifetime.kind, 0), left_s or 0.0


_RANKS = {LifetimeKind.PROCESS: 1, LifetimeKind.RESTART: 2, LifetimeKind.ALWAYS: 3}

_KEYS: dict[RuleSort, Key] = {
    RuleSort.NAME: lambda rule: rule.name.casefold(),
    RuleSort.PROGRAM: lambda rule: (_program(rule) or "").casefold(),
    RuleSort.ACTION: lambda rule: rule.action.value,
    RuleSort.ORIGIN: lambda rule: rule.origin.value,
    RuleSort.ENABLED: lambda rule: rule.enabled,
    RuleSort.PRIORITY: lambda rule: rule.priority,
    RuleSort.PRECEDENCE: order,
    RuleSort.HITS: lambda rule: rule.hits,
    RuleSort.LAST_USED: lambda rule: 0.0 if rule.last_used is None else rule.last_used.timestamp(),
}
