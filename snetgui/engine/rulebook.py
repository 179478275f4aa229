# SPDX-License-Identifier: GPL-2.0-or-later
"""The rule book: the rules in play and those that are kept agree, and each ends in time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from snetgui.model import (
    Birth,
    Event,
    Facts,
    LifetimeKind,
    ListMatch,
    Rule,
    RuleError,
    StoreError,
    UnknownRule,
)
from snetgui.model.said import translate
from snetgui.model.text import shown
from snetgui.rules.collector import paused, set_apart
from snetgui.rules.expiry import expired, noted, remaining_s
from snetgui.rules.explain import Explaining, Explanation
from snetgui.rules.hygiene import Finding
from snetgui.rules.ruleset import RuleSet, gathered

from . import proc
from .backend import ALL_RULES, Page, RuleQuery
from .catalogue import Catalogue
from .clock import Alarm, NowNs, ReadClock, read_clock
from .keeper import Keeper
from .list_files import ListFiles
from .processes import Key, ProcessWatch
from .tidying import Tidying
from .turns import in_turns

_SET_APART = 5000  # rules that a full look of the collector is slow at
_LOOKED_AT = 2048  # rules in one turn: about a millisecond
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
        lists_changed: Callable[[], None] = lambda: None,
        clock: ReadClock = read_clock,
        now_ns: NowNs = time.monotonic_ns,
    ) -> None:
        """Changed is called after each change, when it is in play.

        Lists_changed is called when a list file was read, or could not be.
        """
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
        self._catalogue = Catalogue(
            lambda rule_id: self._as_used(self._ids[rule_id]),
            lambda rule: remaining_s(rule, self._clock()),
        )
        self._asked_lists: Counter[ListMatch] = Counter()
        self._list_files = ListFiles(self._rules.set_list, lists_changed)
        self._tidying = Tidying(self._all, lambda: self._clock().wall)
        self._idle: dict[int, str] = {}
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
        self._catalogue.used(rule_id)
        if not hits:
            self._tidying.changed()  # it is not unused any more
        if not self._unwritten:
            self._flush_at.set(self._now_ns() + FLUSH_S * 1_000_000_000)
        self._unwritten.add(rule_id)

    # Reading

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence for each rule that is kept and does nothing, and each list in trouble."""
        return (*self._idle.values(), *self._list_files.warnings)

    async def page(
        self, query: RuleQuery = ALL_RULES, offset: int = 0, limit: int = 1000
    ) -> Page[Rule]:
        """Some of the rules that match."""
        ids = await self._catalogue.find(query)
        some = ids[max(offset, 0) : max(offset, 0) + max(limit, 0)]
        return Page(tuple(self._as_used(self._ids[i]) for i in some), offset, len(ids))

    async def programs(self, offset: int, limit: int) -> Page[str]:
        """Some of the programs that rules name."""
        found = await self._catalogue.programs()
        some = found[max(offset, 0) : max(offset, 0) + max(limit, 0)]
        return Page(tuple(some), offset, len(found))

    def get(self, rule_id: int) -> Rule:
        """Raises UnknownRule."""
        if rule_id not in self._ids:
            text = translate("Problem", "there is no rule {number} (any more)", number=str(rule_id))
            raise UnknownRule(text)
        return self._as_used(self._ids[rule_id])

    def all(self) -> tuple[Rule, ...]:
        """All rules in play, in no order; hits and last use a little behind."""
        return tuple(self._ids.values())

    async def explain(self, event: Event, facts: Facts) -> Explanation:
        """Which rule decides an event, and why each other does not."""
        asking = Explaining(self._rules, event, facts)
        async for some in in_turns(tuple(self._rules.entries), _LOOKED_AT):
            asking.look_at(some)
        return asking.told()

    async def findings(self, offset: int, limit: int) -> Page[Finding]:
        """What a person may want to clear away."""
        return await self._tidying.page(offset, limit)

    async def lists_settled(self) -> None:
        """Return when each list file was read or could not be."""
        await self._list_files.settled()

    def birth(self) -> Birth:
        """Of a rule that is made now."""
        clock = self._clock()
        return Birth(clock.wall, clock.boot_id, clock.boottime_s)

    # Changing

    async def load(self) -> None:
        """Put in play what is kept and still lives; the rest is among warnings.

        Raises StoreError.
        """
        clock = self._clock()
        over, moved = [], []
        rules, unreadable = await self._keeper.load()
        self._idle.update(unreadable)
        with paused():
            for rule in gathered(rules):
                anchored = noted(rule, clock)
                if expired(anchored, clock, proc.lives):
                    over.append(rule.id)
                elif self._try_to_play(anchored) and anchored is not rule and anchored != rule:
                    moved.append(anchored)
        if len(rules) > _SET_APART:
            set_apart()
        self._tidied()
        if over or moved:
            self._one_by_one(self._write_down(moved, over))

    async def follow(self) -> None:
        """Take over what another program changed, if one did. Raises StoreError."""
        await self._one_by_one(self._follow_if_changed())

    def add(self, rule: Rule) -> Awaitable[Rule]:
        """Begin to keep a rule under a new id; it is coming from now on.

        Raises RuleError at once, and StoreError when waited for: then it is
        neither kept nor in play.
        """
        added = self.add_many((replace(rule, id=0),))

        async def one() -> Rule:
            return (await added)[0]

        return self._spawn(one())

    def add_many(self, rules: Sequence[Rule]) -> Awaitable[tuple[Rule, ...]]:
        """As add(), all or none; a rule whose id is not 0 keeps it."""
        coming = RuleSet(replace(rule, id=number) for number, rule in enumerate(rules, 1))
        self._coming[id(coming)] = coming
        return self._one_by_one(self._add(tuple(rules), coming))

    def change(self, rule: Rule) -> Awaitable[Rule]:
        """Raises UnknownRule, RuleError, StoreError: then it is as it was."""
        return self._one_by_one(self._change(rule))

    def set_enabled(self, ids: Iterable[int], enabled: bool) -> Awaitable[tuple[Rule, ...]]:
        """Returns those that are there. Raises RuleError, StoreError: then all are as they were."""
        return self._one_by_one(self._set_enabled(tuple(dict.fromkeys(ids)), enabled))

    def remove(self, ids: Iterable[int]) -> Awaitable[tuple[Rule, ...]]:
        """Returns those that were there. Raises StoreError: then all still are."""
        return self._one_by_one(self._remove(tuple(ids)))

    async def close(self) -> None:
        """Write down what is not yet: hits, last use and the time left of spans."""
        self._expiry.cancel()
        self._flush_at.cancel()
        self._processes.close()
        self._catalogue.close()
        self._list_files.close()
        self._tidying.close()
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

    async def _add(self, rules: tuple[Rule, ...], coming: RuleSet) -> tuple[Rule, ...]:
        try:
            for rule in rules:
                if rule.id in self._ids or rule.id in self._idle:
                    raise RuleError("id", f"there is a rule {rule.id} already")
            kept = await self._keeper.add(rules)
            for rule in kept:
                self._play(rule)
        finally:
            del self._coming[id(coming)]
            self._tidied()
            self._changed()
        return kept

    async def _change(self, rule: Rule) -> Rule:
        if rule.id not in self._ids and rule.id not in self._idle:
            text = translate("Problem", "There is no rule {number} any more.", number=str(rule.id))
            raise UnknownRule(text)
        RuleSet([rule])  # raises RuleError before anything is written
        before = self._ids.get(rule.id)
        if before is None or before.lifetime != rule.lifetime:
            rule = self._from_now_on(rule)
        return (await self._replace((self._as_used(rule),)))[0]

    def _from_now_on(self, rule: Rule) -> Rule:
        """With a lifetime that begins now: an hour given to an old rule is an hour from now."""
        clock = self._clock()
        birth = replace(rule.birth, boot_id=clock.boot_id, boottime_s=clock.boottime_s)
        return replace(rule, birth=birth, remaining_s=None)

    async def _set_enabled(self, ids: Sequence[int], enabled: bool) -> tuple[Rule, ...]:
        there = [self._ids[rule_id] for rule_id in ids if rule_id in self._ids]
        turned = [rule for rule in there if rule.enabled is not enabled]
        if turned:
            await self._replace(
                tuple(replace(self._as_used(rule), enabled=enabled) for rule in turned)
            )
        return tuple(self._as_used(self._ids[i]) for i in ids if i in self._ids)

    async def _replace(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """Keep rules that have compiled, then put them in play in place of what they were."""
        try:
            await self._keeper.replace(rules)
        except UnknownRule:
            await self._follow()
            raise
        for rule in rules:
            self._idle.pop(rule.id, None)
            if rule.id in self._ids:  # it may have ended while it was written
                self._unplay(rule.id)
            self._play(rule)
        self._tidied()
        self._changed()
        return rules

    async def _follow_if_changed(self) -> None:
        if await self._keeper.changed_elsewhere():
            await self._follow()

    async def _follow(self) -> None:
        """Another program changed what is kept: put in play what it says now."""
        rules, unreadable = await self._keeper.load()
        self._idle = dict(unreadable)
        there = {rule.id: rule for rule in rules}
        for rule_id, ours in tuple(self._ids.items()):
            theirs = there.get(rule_id)
            if theirs is None or _meaning(theirs) != _meaning(ours):
                self._unplay(rule_id)
        clock = self._clock()
        for rule in rules:
            if rule.id not in self._ids and not expired(rule, clock, proc.lives):
                self._try_to_play(noted(rule, clock))
        self._tidied()
        self._changed()

    async def _remove(self, ids: Sequence[int]) -> tuple[Rule, ...]:
        there = [i for i in dict.fromkeys(ids) if i in self._ids or i in self._idle]
        if not there:
            return ()
        await self._keeper.remove(there)
        # One of them may have expired while it was being forgotten.
        gone = tuple(self._as_used(self._ids[i]) for i in there if i in self._ids)
        for rule in gone:
            self._unplay(rule.id)
        for rule_id in there:
            self._idle.pop(rule_id, None)
        self._tidied()
        self._changed()
        return gone

    def _play(self, rule: Rule) -> None:
        self._rules.add(rule)
        self._ids[rule.id] = rule
        self._catalogue.put(rule)
        if rule.conditions.lists:
            self._asked_lists.update(rule.conditions.lists)
        if rule.lifetime.kind in _TIMED:
            self._timed[rule.id] = rule
        process = rule.birth.process
        if rule.lifetime.kind is LifetimeKind.PROCESS and process is not None:
            self._watched.setdefault(process, set()).add(rule.id)
            if not self._processes.add(process):
                asyncio.get_running_loop().call_soon(self._process_ended, process)

    def _try_to_play(self, rule: Rule) -> bool:
        """Of what is kept: one that can't be in play is named instead."""
        try:
            self._play(rule)
        except RuleError as error:
            self._idle[rule.id] = _idle_words(rule, error)
            return False
        return True

    def _unplay(self, rule_id: int) -> None:
        rule = self._ids.pop(rule_id)
        self._rules.remove(rule_id)
        self._catalogue.drop(rule_id)
        self._asked_lists.subtract(rule.conditions.lists or ())
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
        self._asked_lists = +self._asked_lists
        self._list_files.want(frozenset(self._asked_lists))
        self._tidying.changed()
        clock = self._clock()
        left = [remaining_s(rule, clock) or 0.0 for rule in self._timed.values()]
        # A millisecond later, so that it is over by every clock when it rings.
        wait_ns = round(min(left) * 1e9) + 1_000_000 if left else None
        self._expiry.set(None if wait_ns is None else self._now_ns() + wait_ns)

    def _process_ended(self, process: Key) -> None:
        self._end(tuple(self._watched.get(process, ())))

    def _all(self) -> tuple[Rule, ...]:
        return tuple(self._as_used(rule) for rule in self._ids.values())

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
                await self._keeper.replace((rule,))
            ended = [rule_id for rule_id in over if rule_id not in self._ids]
            if ended:
                await self._keeper.remove(ended)
        except (StoreError, UnknownRule) as error:
            _log.warning("could not write down the end of rules: %s", error)


def _idle_words(rule: Rule, error: RuleError) -> str:
    return translate(
        "Problem",
        "Rule {number} “{name}” is kept but does nothing ({problem}): change it or delete it.",
        number=str(rule.id),
        name=shown(rule.name, 60),
        problem=str(error),
    )


def _meaning(rule: Rule) -> Rule:
    """The rule without what is noted of it now and then."""
    birth = replace(rule.birth, boot_id="", boottime_s=0.0)
    return replace(rule, hits=0, last_used=None, remaining_s=None, birth=birth)
