# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules as a list to search, filter and sort: a page of a hundred thousand in no time.

What a search looks at is put together once for each rule, in short turns of
the event loop, and an order that was asked for is kept from then on: a change
moves one rule in it.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from snetgui.model import LifetimeKind, Rule
from snetgui.rules.conditions import NAMES
from snetgui.rules.field_values import condition_text
from snetgui.rules.order import order
from snetgui.rules.summary import sentence

from .backend import RuleQuery, RuleSort

TURN = 32  # rules whose texts are put together in one turn: about a millisecond
PAUSE_S = 0.002  # between turns while nobody waits: verdicts come first
_FEW = 500  # changes that are cheaper one by one than sorting anew

Look = Callable[[int], Rule]
Left = Callable[[Rule], float | None]
Key = Callable[[Rule], Any]

_BY_USE = frozenset({RuleSort.HITS, RuleSort.LAST_USED})


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
        self._orders: dict[RuleSort, _Order] = {}
        self._last: tuple[RuleQuery, list[int]] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def put(self, rule: Rule) -> None:
        """A rule is new, or another one now."""
        self._ids.add(rule.id)
        self._pending[rule.id] = None
        if rule.lifetime.kind in {LifetimeKind.SPAN, LifetimeKind.UNTIL}:
            self._timed.add(rule.id)
        self._moved(rule.id)
        self._fill_soon()

    def drop(self, rule_id: int) -> None:
        """A rule is gone."""
        self._ids.discard(rule_id)
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
        """The ids of the rules that match, in the query's order."""
        if query.text.strip():
            while self._pending:
                self._fill()
                await asyncio.sleep(0)
        if self._last is None or self._last[0] != query:
            self._last = query, self._find(query)
        return self._last[1]

    def close(self) -> None:
        """Put nothing together any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._pending.clear()

    def _moved(self, rule_id: int) -> None:
        self._last = None
        for kept in self._orders.values():
            kept.touch(rule_id)

    def _find(self, query: RuleQuery) -> list[int]:
        ids = self._sorted(query.sort)
        if query.descending:
            ids.reverse()
        texts = self._texts
        for word in query.text.casefold().split():
            ids = [rule_id for rule_id in ids if word in texts[rule_id]]
        tests = _tests(query)
        if tests:
            look = self._look
            ids = [i for i in ids if (rule := look(i)) and all(test(rule) for test in tests)]
        return ids

    def _sorted(self, sort: RuleSort) -> list[int]:
        kept = self._orders.get(sort)
        if kept is None:
            kept = self._orders[sort] = _Order(self._key(sort), map(self._look, self._ids))
        elif sort is RuleSort.LIFETIME:  # a clock that was set moves what ends at a date
            for rule_id in self._timed:
                kept.touch(rule_id)
        return kept.ids(self._look, self._ids)

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

    def _fill(self) -> None:
        for rule_id in [rule_id for rule_id, _ in zip(self._pending, range(TURN), strict=False)]:
            del self._pending[rule_id]
            self._texts[rule_id] = search_text(self._look(rule_id))


class _Order:
    """Ids in one order. What changes is put in its new place when the order is asked for."""

    def __init__(self, key: Key, rules: Iterable[Rule]) -> None:
        self._key = key
        self._keys = {rule.id: key(rule) for rule in rules}
        self._pairs = sorted((value, rule_id) for rule_id, value in self._keys.items())
        self._touched: set[int] = set()

    def touch(self, rule_id: int) -> None:
        self._touched.add(rule_id)

    def ids(self, look: Look, there: set[int]) -> list[int]:
        """All ids in order, in a list of the caller's own."""
        touched, self._touched = self._touched, set()
        changed = {rule_id: self._key(look(rule_id)) for rule_id in touched & there}
        if len(touched) > _FEW:
            self._sort_anew(touched, changed)
        else:
            for rule_id in touched:
                self._move(rule_id, changed)
        return [rule_id for _, rule_id in self._pairs]

    def _sort_anew(self, touched: set[int], changed: Mapping[int, Any]) -> None:
        for rule_id in touched:
            self._keys.pop(rule_id, None)
        self._keys.update(changed)
        self._pairs = sorted((value, rule_id) for rule_id, value in self._keys.items())

    def _move(self, rule_id: int, changed: Mapping[int, Any]) -> None:
        if rule_id in self._keys:
            del self._pairs[bisect_left(self._pairs, (self._keys.pop(rule_id), rule_id))]
        if rule_id in changed:
            self._keys[rule_id] = changed[rule_id]
            insort(self._pairs, (changed[rule_id], rule_id))


def search_text(rule: Rule) -> str:
    """All that a search for a rule looks at, without regard to case."""
    values = (
        condition_text(name, value)
        for name in NAMES
        if (value := getattr(rule.conditions, name)) is not None
    )
    return "\n".join((rule.name, sentence(rule), rule.note, *values)).casefold()


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
    RuleSort.CREATED: lambda rule: rule.id,
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
