# SPDX-License-Identifier: GPL-2.0-or-later
"""The rule book: the rules in play and those that are kept agree, and each ends in time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from snetgui.model import (
    Birth,
    Event,
    Facts,
    LifetimeKind,
    Rule,
    RuleError,
    StoreError,
    UnknownRule,
)
from snetgui.rules.expiry import expired, noted, remaining_s
from snetgui.rules.ruleset import RuleSet

from . import proc
from .backend import Page
from .clock import Alarm, NowNs, ReadClock, read_clock
from .keeper import Keeper
from .processes import Key, ProcessWatch

FLUSH_S = 30  # hits and last use are written down this long after the first
CLOSE_S = 8.0  # a disk that hangs must not keep the program from ending

_TIMED = frozenset({LifetimeKind.SPAN, LifetimeKind.UNTIL})
_log = logging.getLogger(__name__)

T = TypeVar("T")


class RuleBook:
    """Rules by id. One change at a time: first kept, then in play, or neither."""

    def __init__(
        self,
        keeper: Keeper,
        changed: Callable[[], None],
        *,
        clock: ReadClock = read_clock,
        now_ns: NowNs = time.monotonic_ns,
    ) -> None:
        """Changed is called after each change, when it is in play."""
        self._keeper = keeper
        self._changed = changed
        self._clock = clock
        self._now_ns = now_ns
        self._rules = RuleSet()
        self._ids: dict[int, Rule] = {}
        self._timed: dict[int, Rule] = {}
        self._watched: dict[Key, set[int]] = {}
        self._coming: dict[int, RuleSet] = {}
        self._used: dict[int, tuple[int, datetime]] = {}
        self._unwritten: set[int] = set()
        self._lock = asyncio.Lock()
        self._tasks: set[asyncio.Task[object]] = set()
        self._expiry = Alarm(self.expire, now_ns)
        self._flush_at = Alarm(self._flush_soon, now_ns)
        self._processes = ProcessWatch(self._process_ended)
        self.needs: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self._ids)

    # Deciding

    def decide(self, event: Event, facts: Facts) -> Rule | None:
        """The rule that decides; one whose time is over never does, however late its alarm."""
        while (rule := self._rules.decide(event, facts)) is not None:
            if rule.lifetime.kind not in _TIMED or remaining_s(rule, self._clock()):
                return rule
            self.expire()
        return None

    def is_coming(self, event: Event, facts: Facts) -> bool:
        """Whether a rule that is being written down would decide this event."""
        return any(rules.decide(event, facts) is not None for rules in self._coming.values())

    def used(self, rule_id: int, when: datetime) -> None:
        """The rule decided an event."""
        rule = self._ids.get(rule_id)
        if rule is None:
            return
        hits = self._used[rule_id][0] if rule_id in self._used else rule.hits
        self._used[rule_id] = hits + 1, when
        if not self._unwritten:
            self._flush_at.set(self._now_ns() + FLUSH_S * 1_000_000_000)
        self._unwritten.add(rule_id)

    # Reading

    def page(self, offset: int, limit: int) -> Page[Rule]:
        """Newest first."""
        ids = sorted(self._ids, reverse=True)[offset : offset + limit]
        return Page(tuple(self._as_used(self._ids[i]) for i in ids), offset, len(self._ids))

    def birth(self) -> Birth:
        """Of a rule that is made now."""
        clock = self._clock()
        return Birth(clock.wall, clock.boot_id, clock.boottime_s)

    # Changing

    async def load(self) -> tuple[str, ...]:
        """Put in play what is kept and still lives.

        Returns a sentence for each rule that can't be. Raises StoreError.
        """
        clock = self._clock()
        over, moved, problems = [], [], []
        rules, unreadable = await self._keeper.load()
        for rule in rules:
            anchored = noted(rule, clock)
            try:
                if expired(anchored, clock, proc.lives):
                    over.append(rule.id)
                    continue
                self._play(anchored)
            except RuleError as error:
                problems.append(f"Rule {rule.id} is kept but does nothing: {error}. Change it.")
                continue
            if anchored != rule:
                moved.append(anchored)
        self._tidied()
        if over or moved:
            self._one_by_one(self._write_down(moved, over))
        return (*unreadable, *problems)

    def add(self, rule: Rule) -> Awaitable[Rule]:
        """Begin to keep a rule; it is coming from now on.

        Raises RuleError at once, and StoreError when waited for: then it is
        neither kept nor in play.
        """
        self._coming[id(rule)] = RuleSet([rule])
        return self._one_by_one(self._add(rule))

    def change(self, rule: Rule) -> Awaitable[Rule]:
        """Raises UnknownRule, RuleError, StoreError: then it is as it was."""
        return self._one_by_one(self._change(rule))

    def remove(self, ids: Iterable[int]) -> Awaitable[tuple[Rule, ...]]:
        """Returns those that were there. Raises StoreError: then all still are."""
        return self._one_by_one(self._remove(tuple(ids)))

    async def close(self) -> None:
        """Write down what is not yet: hits, last use and the time left of spans."""
        self._expiry.cancel()
        self._flush_at.cancel()
        self._processes.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_S):
                await self._one_by_one(self._flush())
                while self._tasks:
                    await asyncio.wait(tuple(self._tasks))
        await self._keeper.close()

    def expire(self) -> None:
        """Take out of play what is over, and off the store in a while."""
        clock = self._clock()
        over = [rule.id for rule in self._timed.values() if not remaining_s(rule, clock)]
        self._end(over)

    # Inside

    def _one_by_one(self, change: Awaitable[T]) -> Awaitable[T]:
        """Finish a change once begun, also if who asked for it does not wait any more."""

        async def locked() -> T:
            async with self._lock:
                return await change

        return asyncio.shield(self._spawn(locked()))

    def _spawn(self, work: Awaitable[T]) -> asyncio.Task[T]:
        async def run() -> T:
            return await work

        task = asyncio.get_running_loop().create_task(run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _add(self, rule: Rule) -> Rule:
        try:
            kept = await self._keeper.add(rule)
            self._play(kept)
        finally:
            del self._coming[id(rule)]
            self._tidied()
            self._changed()
        return kept

    async def _change(self, rule: Rule) -> Rule:
        if rule.id not in self._ids:
            raise UnknownRule(f"There is no rule {rule.id} any more.")
        RuleSet([rule])  # raises RuleError before anything is written
        rule = self._as_used(rule)
        await self._keeper.replace(rule)
        if rule.id in self._ids:  # it may have ended while it was written
            self._unplay(rule.id)
        self._play(rule)
        self._tidied()
        self._changed()
        return rule

    async def _remove(self, ids: Sequence[int]) -> tuple[Rule, ...]:
        there = [rule_id for rule_id in dict.fromkeys(ids) if rule_id in self._ids]
        if not there:
            return ()
        await self._keeper.remove(there)
        # One of them may have expired while it was being forgotten.
        gone = tuple(self._as_used(self._ids[i]) for i in there if i in self._ids)
        for rule in gone:
            self._unplay(rule.id)
        self._tidied()
        self._changed()
        return gone

    def _play(self, rule: Rule) -> None:
        self._rules.add(rule)
        self._ids[rule.id] = rule
        if rule.lifetime.kind in _TIMED:
            self._timed[rule.id] = rule
        process = rule.birth.process
        if rule.lifetime.kind is LifetimeKind.PROCESS and process is not None:
            self._watched.setdefault(process, set()).add(rule.id)
            if not self._processes.add(process):
                asyncio.get_running_loop().call_soon(self._process_ended, process)

    def _unplay(self, rule_id: int) -> None:
        rule = self._ids.pop(rule_id)
        self._rules.remove(rule_id)
        self._timed.pop(rule_id, None)
        process = rule.birth.process
        if process is not None and process in self._watched:
            self._watched[process].discard(rule_id)
            if not self._watched[process]:
                del self._watched[process]
                self._processes.remove(process)

    def _end(self, ids: Sequence[int]) -> None:
        for rule_id in ids:
            self._unplay(rule_id)
            self._used.pop(rule_id, None)
        self._tidied()
        if ids:
            self._one_by_one(self._write_down((), ids))
            self._changed()

    def _tidied(self) -> None:
        """After each change: what deciding needs, and when the next rule ends."""
        self.needs = self._rules.needs
        clock = self._clock()
        left = [remaining_s(rule, clock) or 0.0 for rule in self._timed.values()]
        # A millisecond later, so that it is over by every clock when it rings.
        wait_ns = round(min(left) * 1e9) + 1_000_000 if left else None
        self._expiry.set(None if wait_ns is None else self._now_ns() + wait_ns)

    def _process_ended(self, process: Key) -> None:
        self._end(tuple(self._watched.get(process, ())))

    def _as_used(self, rule: Rule) -> Rule:
        if rule.id not in self._used:
            return rule
        hits, last = self._used[rule.id]
        return replace(rule, hits=hits, last_used=last)

    def _flush_soon(self) -> None:
        self._one_by_one(self._flush())

    async def _flush(self) -> None:
        clock = self._clock()
        ids, self._unwritten = self._unwritten, set()
        uses = {i: self._used[i] for i in ids if i in self._used}
        spans = (r for r in self._timed.values() if r.lifetime.kind is LifetimeKind.SPAN)
        left_s = {rule.id: remaining_s(rule, clock) or 0.0 for rule in spans}
        try:
            await self._keeper.note(uses, left_s)
        except StoreError as error:
            _log.warning("could not write down the use of rules: %s", error)
            self._unwritten |= ids

    async def _write_down(self, moved: Sequence[Rule], over: Sequence[int]) -> None:
        """What a person did not ask for and is not told of when it fails.

        What could not be written is found out again at the next start.
        """
        try:
            for rule in moved:
                await self._keeper.replace(rule)
            ended = [rule_id for rule_id in over if rule_id not in self._ids]
            if ended:
                await self._keeper.remove(ended)
        except (StoreError, UnknownRule) as error:
            _log.warning("could not write down the end of rules: %s", error)
