# SPDX-License-Identifier: GPL-2.0-or-later
"""The judge by itself, where what the source says comes at awkward moments."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from snetgui.engine.judge import Judge, Senses, Ways
from snetgui.engine.keeper import MemoryKeeper
from snetgui.engine.rulebook import RuleBook
from snetgui.engine.watchers import Watchers
from snetgui.model import Action, Answer, Decision, Ended, Reason, Verdict

from .world import POLICY, SECOND, FakeFacts, FakeTime, make_event


@dataclass
class Bench:
    judge: Judge
    time: FakeTime
    sent: list[Verdict]
    recorded: list[Decision]

    def answer(self, action: Action = Action.DENY) -> None:
        (waiting,) = self.judge.queue
        self.judge.answer(waiting, Answer(action))


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    time = FakeTime()
    sent: list[Verdict] = []
    recorded: list[Decision] = []
    book = RuleBook(MemoryKeeper(), lambda: None, clock=time.clock, now_ns=time.now_ns)
    ways = Ways(sent.append, lambda: POLICY, recorded.append, lambda event, facts: None)
    senses = Senses(FakeFacts(), time.clock, time.now_ns)
    judge = Judge(book, Watchers(lambda: None, lambda _: None), ways, senses)  # type: ignore[arg-type,return-value]
    yield Bench(judge, time, sent, recorded)
    await judge.close()
    assert judge.ledger.seen == len(recorded)


def ended(number: int, reason: Reason, action: Action = Action.ALLOW) -> Ended:
    return Ended(number, action, 0, reason, 5)


async def test_answer_while_cut_off_is_sentonce_when_told_again(bench: Bench) -> None:
    event = make_event(1, bench.time)
    bench.judge.event(event)
    bench.judge.cut_off()
    bench.answer()
    assert bench.sent == []
    bench.judge.event(event)
    assert [verdict.event_id for verdict in bench.sent] == [1]
    bench.judge.event(event)  # a source that says it twice
    assert len(bench.sent) == 1


async def test_event_told_again_has_the_deadline_that_now_holds(bench: Bench) -> None:
    event = make_event(1, bench.time)
    bench.judge.event(event)
    bench.judge.cut_off()
    later = replace(event, deadline_ns=event.deadline_ns + 7 * SECOND)
    bench.judge.event(later)
    (waiting,) = bench.judge.queue
    assert waiting.deadline_ns == later.deadline_ns
    assert bench.judge.ledger.seen == 1


async def test_number_given_anew_by_another_source_is_another_event(bench: Bench) -> None:
    bench.judge.event(make_event(1, bench.time))
    bench.judge.cut_off()
    bench.time.pass_s(1)
    bench.judge.event(make_event(1, bench.time, exe="/bin/other"))
    assert [decision.reason for decision in bench.recorded] == [Reason.UNLOAD]
    assert bench.judge.ledger.seen == 2
    assert [waiting.shown.process.exe for waiting in bench.judge.queue] == ["/bin/other"]


async def test_event_that_ended_unheard_closes_at_its_deadline(bench: Bench) -> None:
    bench.judge.event(make_event(1, bench.time))
    bench.judge.cut_off()
    bench.time.pass_s(29)
    bench.judge.tick()
    assert bench.recorded == []
    bench.time.pass_s(1)
    bench.judge.tick()
    assert [decision.reason for decision in bench.recorded] == [Reason.NO_AGENT]
    bench.judge.ended(ended(1, Reason.TIMEOUT))  # too late to count
    assert len(bench.recorded) == 1


async def test_event_told_again_after_it_was_given_up_is_not_another_one(bench: Bench) -> None:
    event = make_event(1, bench.time)
    bench.judge.event(event)
    bench.judge.cut_off()
    bench.time.pass_s(30)
    bench.judge.tick()
    bench.judge.event(event)  # the source was heard again just too late
    bench.judge.ended(ended(1, Reason.TIMEOUT))
    assert [decision.reason for decision in bench.recorded] == [Reason.NO_AGENT]
    assert bench.judge.ledger.seen == 1
    assert not len(bench.judge.queue)


@pytest.mark.parametrize(
    "reason", [Reason.TIMEOUT, Reason.CANCELLED, Reason.UNLOAD, Reason.OVERFLOW, Reason.TICKET]
)
async def test_sources_own_reason_counts_even_after_an_answer(bench: Bench, reason: Reason) -> None:
    bench.judge.event(make_event(1, bench.time))
    bench.answer()
    bench.judge.ended(ended(1, reason))
    (decision,) = bench.recorded
    assert (decision.reason, decision.action, decision.rule_id) == (reason, Action.ALLOW, None)


async def test_late_time_out_of_an_answered_event_is_not_missed(bench: Bench) -> None:
    bench.judge.event(make_event(1, bench.time))
    bench.answer()
    bench.judge.ended(ended(1, Reason.TIMEOUT))
    assert len(bench.judge.missed) == 0


async def test_end_of_an_unknown_event_changes_nothing(bench: Bench) -> None:
    bench.judge.ended(ended(99, Reason.TIMEOUT))
    assert (bench.recorded, bench.judge.ledger.seen) == ([], 0)
