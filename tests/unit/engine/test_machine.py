# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever happens, in whatever order: one decision for each event, and the counts add up."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine, Sequence
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import (
    ALWAYS,
    ONCE,
    THIS_PROCESS,
    Action,
    Answer,
    Birth,
    Conditions,
    Lifetime,
    LifetimeKind,
    Mode,
    Reason,
    Rule,
    RuleError,
    Scope,
    SourceError,
    SourceMissing,
    StoreError,
    TextMatch,
    UnknownRule,
)

from .world import WALL, World, world

EXES = ("/bin/a", "/bin/b", "/bin/c", "")
PORTS = (80, 443)
LIFETIMES = (ONCE, ALWAYS, THIS_PROCESS, Lifetime(LifetimeKind.SPAN, seconds=20))
UNHEARD = {Reason.NO_AGENT, Reason.UNLOAD}


class MoodyKeeper(MemoryKeeper):
    """A keeper whose disk is sometimes full."""

    full = False

    async def add(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        await asyncio.sleep(0)
        self._check()
        return await super().add(rules)

    async def replace(self, rules: Sequence[Rule]) -> None:
        self._check()
        await super().replace(rules)

    async def remove(self, ids: Sequence[int]) -> None:
        self._check()
        await super().remove(ids)

    def _check(self) -> None:
        if self.full:
            raise StoreError("The disk is full: make room.")


class EngineMachine(RuleBasedStateMachine):
    """Programs, people, the disk, the clock and the module, all at random."""

    direct = False

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.patch = patch.multiple("snetgui.engine.link", SHORT_S=0.0, HEAR_OUT_S=0.0)
        self.patch.start()
        self.keeper = MoodyKeeper()
        self.context = world(self.keeper, direct=self.direct)
        self.here: World = self.runner.run(self.context.__aenter__())
        self.here.engine.judge.queue._most = 4
        self.next_id = 1

    def do(self, *work: Coroutine[Any, Any, Any]) -> None:
        """Do these, then let all follow from them that can without time passing."""

        async def all_of_it() -> None:
            for part in work:
                with contextlib.suppress(StoreError, RuleError, UnknownRule):
                    await part
            await self.here.settle()

        self.runner.run(all_of_it())

    # Programs

    @rule(
        exe=st.sampled_from(EXES),
        port=st.sampled_from(PORTS),
        pid=st.integers(4_100_000, 4_100_003),
        count=st.integers(1, 3),
    )
    def call(self, exe: str, port: int, pid: int, count: int) -> None:
        async def raise_() -> None:
            for _ in range(count):
                self.here.raise_(self.next_id, exe=exe, port=port, pid=pid)
                self.next_id += 1

        self.do(raise_())

    @rule(data=st.data())
    def signal(self, data: st.DataObject) -> None:
        pending = self.here.source.pending
        if pending:
            self.here.source.cancel(data.draw(st.sampled_from(pending)).id)
        self.do()

    # Time

    @rule(seconds=st.sampled_from((0.1, 0.3, 5, 29, 31)))
    def time_passes(self, seconds: float) -> None:
        self.do(self.here.pass_s(seconds))

    # People

    @rule(
        data=st.data(),
        action=st.sampled_from(Action),
        scope=st.sampled_from(Scope),
        lifetime=st.sampled_from(LIFETIMES),
    )
    def answer(self, data: st.DataObject, action: Action, scope: Scope, lifetime: Lifetime) -> None:
        questions = self.here.questions
        if questions:
            question = data.draw(st.sampled_from(questions))
            self.do(self.here.engine.answer(question.id, Answer(action, scope, lifetime)))

    @rule(data=st.data())
    def read_on(self, data: st.DataObject) -> None:
        questions = self.here.questions
        if questions:
            self.do(self.here.engine.extend(data.draw(st.sampled_from(questions)).id))

    @rule(mode=st.sampled_from(Mode), seconds=st.sampled_from((None, 4.0)))
    def change_mode(self, mode: Mode, seconds: float | None) -> None:
        self.do(self.here.engine.set_mode(mode, seconds if mode is Mode.PAUSED else None))

    @rule(exe=st.sampled_from(EXES[:3]), action=st.sampled_from(Action), hash_=st.booleans())
    def add_rule(self, exe: str, action: Action, hash_: bool) -> None:
        conditions = Conditions(exe=TextMatch(exe), sha256="ab" * 32 if hash_ else None)
        birth = Birth(WALL, "boot-1", 1000.0)
        made = Rule(name="r", action=action, conditions=conditions, birth=birth)
        self.do(self.here.engine.add_rule(made))

    @rule(data=st.data())
    def delete_rule(self, data: st.DataObject) -> None:
        ids = [row.id for row in self.runner.run(self.here.engine.rules()).rows]
        if ids:
            self.do(self.here.engine.delete_rules([data.draw(st.sampled_from(ids))]))

    @rule(data=st.data(), action=st.sampled_from(Action))
    def answer_missed(self, data: st.DataObject, action: Action) -> None:
        rows = self.runner.run(self.here.engine.missed()).rows
        if rows:
            missed = data.draw(st.sampled_from(rows))
            answer = Answer(action, Scope.PROGRAM, ALWAYS)
            self.do(self.here.engine.answer_missed(missed.id, answer))

    # The world's faults

    @rule(full=st.booleans())
    def disk(self, full: bool) -> None:
        self.keeper.full = full

    @rule(slow=st.booleans())
    def proc(self, slow: bool) -> None:
        if slow:
            self.here.facts.go.clear()
            self.here.facts.slow = frozenset({"sha256", "command"})
        else:
            self.here.facts.slow = frozenset()
            self.here.facts.go.set()
        self.do()

    @rule()
    def connection_breaks(self) -> None:
        self.here.source.cut()
        self.do()

    @rule(bad=st.booleans())
    def sending_fails(self, bad: bool) -> None:
        self.here.source.answer_fault = SourceError("The socket broke.") if bad else None
        self.do()

    @rule()
    def module_goes(self) -> None:
        self.here.source.lose(SourceMissing("Load the module."))
        self.do()

    @precondition(lambda self: self.here.source.fault is not None)
    @rule()
    def module_comes(self) -> None:
        self.here.source.appear()
        self.do()

    # What must hold

    @invariant()
    def counts_add_up(self) -> None:
        self.here.check_counts()
        judge = self.here.engine.judge
        assert len(judge.queue) <= 4
        waiting = [number for each in judge.queue for number in each.events]
        assert len(waiting) == len(set(waiting))
        for number in waiting:
            held = judge.ledger.get(number)
            assert held is not None
            assert held.intent is None, "an answered event waits"

    @invariant()
    def what_is_recorded_is_what_happened(self) -> None:
        for number, decision in self.here.decided.items():
            ended = self.here.source.ended.get(number)
            if decision.reason not in UNHEARD and ended is not None:
                heard = ended.reason not in {Reason.TIMEOUT, Reason.CANCELLED, *UNHEARD}
                assert not heard or decision.action is ended.action

    @invariant()
    def memory_and_disk_agree(self) -> None:
        async def look() -> tuple[set[int], set[int]]:
            """Both at the same moment: whatever runs may end a rule of a process."""
            in_play = {row.id for row in (await self.here.engine.rules()).rows}
            return in_play, set(self.keeper.rules)

        in_play, kept = self.runner.run(look())
        assert in_play <= kept, "a rule is in play that would be gone after a restart"

    def teardown(self) -> None:
        self.keeper.full = False
        self.here.source.answer_fault = None
        raised = self.here.source.raised
        try:
            self.runner.run(self.context.__aexit__(None, None, None))
            told = self.here.engine.judge.ledger.seen
            assert told <= raised
            assert len(self.here.history.decisions) == told
            assert len(self.here.engine.judge.ledger) == 0
        finally:
            self.patch.stop()
            self.runner.close()


class DirectEngineMachine(EngineMachine):
    """The same over a source that is served without the event loop in between."""

    direct = True


PACE = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
EngineMachine.TestCase.settings = PACE
DirectEngineMachine.TestCase.settings = PACE
TestEngineMachine = EngineMachine.TestCase
TestDirectEngineMachine = DirectEngineMachine.TestCase
