# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever happens, in whatever order: one decision for each event, and the counts add up."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine, Sequence
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck
from hypothesis import settings as pace
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from snetgui.engine.asking import is_asked_about, subscriptions
from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import (
    ALWAYS,
    ASKED_FIRST,
    ONCE,
    THIS_PROCESS,
    About,
    Action,
    Answer,
    Birth,
    Conditions,
    LastingMode,
    Lifetime,
    LifetimeKind,
    Mode,
    Reason,
    Rule,
    RuleError,
    Scope,
    Settings,
    SettingsError,
    SourceError,
    SourceMissing,
    StoreError,
    TextMatch,
    UnknownRule,
)

from .world import DELAY_S, POLICY, WALL, World, world

EXES = ("/bin/a", "/bin/b", "/bin/c", "")
PORTS = (80, 443)
HOSTS = ("203.0.113.7", "127.0.0.1")
ASKED = (ASKED_FIRST, frozenset({About.INBOUND, About.UDP}))
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

    async def keep_settings(self, settings: Settings) -> None:
        await asyncio.sleep(0)
        self._check()
        await super().keep_settings(settings)

    async def keep_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        self._check()
        await super().keep_mode(mode, instead_of)

    def _check(self) -> None:
        if self.full:
            raise StoreError("The disk is full: make room.")


class EngineMachine(RuleBasedStateMachine):
    """Programs, people, settings, the disk, the clock and the module, all at random."""

    direct = False

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.patch = patch.multiple("snetgui.engine.link", SHORT_S=0.0, HEAR_OUT_S=0.0)
        self.patch.start()
        self.keeper = MoodyKeeper()
        self.context = world(self.keeper, direct=self.direct, by_settings=True)
        self.here: World = self.loop.run_until_complete(self.context.__aenter__())
        self.here.engine.judge.queue._most = 4
        self.next_id = 1

    def do(self, *work: Coroutine[Any, Any, Any]) -> None:
        """Do these, then let all follow from them that can without time passing."""

        async def all_of_it() -> None:
            for part in work:
                with contextlib.suppress(StoreError, RuleError, UnknownRule, SettingsError):
                    await part
            await self.here.settle()

        self.loop.run_until_complete(all_of_it())

    # Programs

    @rule(
        exe=st.sampled_from(EXES),
        port=st.sampled_from(PORTS),
        pid=st.integers(4_100_000, 4_100_003),
        count=st.integers(1, 3),
        host=st.sampled_from(HOSTS),
    )
    def call(self, exe: str, port: int, pid: int, count: int, host: str) -> None:
        async def raise_() -> None:
            for _ in range(count):
                self.here.raise_(self.next_id, exe=exe, port=port, pid=pid, host=host)
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

    @rule(mode=st.sampled_from(Mode), seconds=st.sampled_from((None, None, 4.0)))
    def change_mode(self, mode: Mode, seconds: float | None) -> None:
        self.do(self.here.engine.set_mode(mode, seconds))

    @rule(asked=st.sampled_from(ASKED), delay_s=st.sampled_from((None, 10, 0, 4000)))
    def change_settings(self, asked: frozenset[About], delay_s: float | None) -> None:
        self.do(self.here.engine.change_settings(Settings(asked=asked, delay_s=delay_s)))

    @rule(exe=st.sampled_from(EXES[:3]), action=st.sampled_from(Action), hash_=st.booleans())
    def add_rule(self, exe: str, action: Action, hash_: bool) -> None:
        conditions = Conditions(exe=TextMatch(exe), sha256="ab" * 32 if hash_ else None)
        birth = Birth(WALL, "boot-1", 1000.0)
        made = Rule(name="r", action=action, conditions=conditions, birth=birth)
        self.do(self.here.engine.add_rule(made))

    @rule(data=st.data())
    def delete_rule(self, data: st.DataObject) -> None:
        ids = [each.id for each in self.here.engine._book.all()]
        if ids:
            self.do(self.here.engine.delete_rules([data.draw(st.sampled_from(ids))]))

    @rule(data=st.data(), action=st.sampled_from(Action))
    def answer_missed(self, data: st.DataObject, action: Action) -> None:
        rows = self.here.engine.judge.missed.page(0, 100).rows
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
        self.here.source._policy = POLICY  # the next one has its own again
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
        in_play = {each.id for each in self.here.engine._book.all()}
        assert in_play <= set(self.keeper.rules), "a rule would be gone after a restart"
        settings = self.here.engine._settings.now
        assert settings == self.keeper.kept.settings == self.here.history.kept
        if self.here.engine._link.connected:
            assert self.here.source.subscriptions == subscriptions(settings.asked)
            assert self.here.source.policy.delay_s == (settings.delay_s or DELAY_S)

    @invariant()
    def nobody_is_asked_what_nobody_wants_to_be_asked(self) -> None:
        asked = self.here.engine._settings.now.asked
        judge = self.here.engine.judge
        for waiting in judge.queue:
            for event in waiting.events.values():
                held = judge.ledger.get(event.id)
                # While facts are looked up: rules have their say before settings.
                looking = held is not None and held.gathering
                assert looking or is_asked_about(event, asked)

    def teardown(self) -> None:
        self.keeper.full = False
        self.here.source.answer_fault = None
        raised = self.here.source.raised
        try:
            self.loop.run_until_complete(self.context.__aexit__(None, None, None))
            told = self.here.engine.judge.ledger.seen
            assert told <= raised
            assert len(self.here.history.decisions) == told
            assert len(self.here.engine.judge.ledger) == 0
        finally:
            self.patch.stop()
            self.loop.close()


class DirectEngineMachine(EngineMachine):
    """The same over a source that is served without the event loop in between."""

    direct = True


PACE = pace(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
EngineMachine.TestCase.settings = PACE
DirectEngineMachine.TestCase.settings = PACE
TestEngineMachine = EngineMachine.TestCase
TestDirectEngineMachine = DirectEngineMachine.TestCase
