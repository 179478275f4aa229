# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person's answer does to what waits and to what comes, and rules by hand."""

from __future__ import annotations

import asyncio
import errno
from dataclasses import replace

import pytest

from snetgui.engine.backend import (
    Gone,
)
from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import (
    ALWAYS,
    Action,
    Answer,
    Conditions,
    Lifetime,
    LifetimeKind,
    Reason,
    RuleError,
    Scope,
    StoreError,
    TextMatch,
    UnknownQuestion,
    UnknownRule,
)

from .people import ALLOW_ALWAYS, FullDisk, SlowDisk, ask, rule
from .world import WALL, world


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (Answer(Action.ALLOW), (Action.ALLOW, 0)),
        (Answer(Action.DENY), (Action.DENY, errno.EPERM)),
        (Answer(Action.DENY, errno=errno.ECONNREFUSED), (Action.DENY, errno.ECONNREFUSED)),
        (Answer(Action.DENY, lifetime=ALWAYS, errno=errno.EACCES), (Action.DENY, errno.EACCES)),
    ],
)
async def test_answer_is_what_the_caller_gets(answer: Answer, seen: tuple[Action, int]) -> None:
    async with world() as here:
        await here.engine.answer(await ask(here, 1), answer)
        await here.settle()
        decision = here.decided[1]
        assert (decision.action, decision.errno) == seen
        assert decision.reason is Reason.PERSON
        assert decision.rule_id is None
        assert here.questions == []
        assert [gone.why for gone in here.gone()] == [Gone.ANSWERED]


async def test_once_is_once() -> None:
    async with world() as here:
        first = await ask(here, 1)
        await here.engine.answer(first, Answer(Action.ALLOW))
        assert await ask(here, 2) != first
        assert (await here.engine.rules()).total == 0


async def test_remembered_answer_decides_the_next_call_with_its_errno() -> None:
    async with world() as here:
        answer = Answer(Action.DENY, lifetime=ALWAYS, errno=errno.ECONNREFUSED)
        await here.engine.answer(await ask(here, 1), answer)
        here.raise_(2)
        await here.settle()
        decision = here.decided[2]
        assert (decision.reason, decision.rule_id) == (Reason.RULE, 1)
        assert (decision.action, decision.errno) == (Action.DENY, errno.ECONNREFUSED)
        assert here.questions == []


async def test_one_answer_settles_all_that_waits_behind_the_question() -> None:
    async with world() as here:
        number = await ask(here, 1)
        for other in range(2, 50):
            assert await ask(here, other) == number
        (question,) = here.questions
        assert question.count == 49
        await here.engine.answer(number, Answer(Action.DENY))
        await here.settle()
        assert {d.reason for d in here.history.decisions} == {Reason.PERSON}
        assert len(here.history.decisions) == 49


async def test_rule_of_an_answer_settles_other_questions_too() -> None:
    async with world() as here:
        first = await ask(here, 1, port=80)
        await ask(here, 2, port=443)
        await ask(here, 3, exe="/usr/bin/other")
        await here.engine.answer(first, Answer(Action.ALLOW, Scope.PROGRAM, ALWAYS))
        await here.settle()
        assert here.decided[2].reason is Reason.RULE
        assert [question.event.id for question in here.questions] == [3]
        assert [gone.why for gone in here.gone()] == [Gone.ANSWERED, Gone.RULE]


async def test_answering_twice_is_refused_and_changes_nothing() -> None:
    async with world() as here:
        number = await ask(here, 1)
        await here.engine.answer(number, ALLOW_ALWAYS)
        with pytest.raises(UnknownQuestion):
            await here.engine.answer(number, Answer(Action.DENY, lifetime=ALWAYS))
        assert (await here.engine.rules()).total == 1


@pytest.mark.parametrize(
    "answer",
    [
        Answer(Action.DENY, errno=512),
        Answer(Action.ALLOW, errno=1),
        Answer(Action.ALLOW, Scope.HOST, ALWAYS),  # of a program that has no path
    ],
)
async def test_answer_that_makes_no_sense_leaves_the_question(answer: Answer) -> None:
    async with world() as here:
        number = await ask(here, 1, exe="")
        with pytest.raises(RuleError):
            await here.engine.answer(number, answer)
        assert [question.id for question in here.questions] == [number]
        assert here.source.verdicts == []
        assert (await here.engine.rules()).total == 0


async def test_answer_that_cannot_be_kept_answers_all_the_same() -> None:
    keeper = FullDisk()
    async with world(keeper) as here:
        number = await ask(here, 1)
        with pytest.raises(StoreError):
            await here.engine.answer(number, ALLOW_ALWAYS)
        await here.settle()
        assert here.decided[1].reason is Reason.PERSON
        assert (await here.engine.rules()).total == 0
        assert keeper.rules == {}
        await ask(here, 2)  # it is in neither, so it asks again


@pytest.mark.parametrize("full", [False, True])
async def test_call_that_a_coming_rule_decides_is_not_asked_about(full: bool) -> None:
    """While the disk is slow the same call comes again: no prompt flashes up."""
    keeper = SlowDisk()
    async with world(keeper) as here:
        number = await ask(here, 1)
        answering = asyncio.create_task(here.engine.answer(number, ALLOW_ALWAYS))
        await here.settle()
        assert here.decided[1].reason is Reason.PERSON, "no verdict waits for the disk"
        here.raise_(2)
        here.raise_(3, port=80)
        await here.settle()
        assert [question.event.id for question in here.questions] == [3]
        keeper.full = full
        keeper.go.set()
        await asyncio.wait([answering])
        await here.settle()
        assert isinstance(answering.exception(), StoreError) is full
        assert (2 in here.decided) is not full
        assert [question.event.id for question in here.opened()] == [1, 3] + [2] * full


async def test_new_rule_settles_what_waits_and_its_end_asks_again() -> None:
    async with world() as here:
        await ask(here, 1)
        kept = await here.engine.add_rule(rule(action=Action.DENY))
        await here.settle()
        assert here.decided[1].rule_id == kept.id
        await here.engine.delete_rules([kept.id, 77])
        await ask(here, 2)


async def test_changed_rule_decides_as_it_is_now() -> None:
    async with world() as here:
        kept = await here.engine.add_rule(rule())
        await here.engine.change_rule(replace(kept, action=Action.DENY))
        here.raise_(1)
        await here.settle()
        assert here.decided[1].action is Action.DENY
        await here.engine.change_rule(replace(kept, enabled=False))
        await ask(here, 2)


async def test_change_that_fails_changes_nothing() -> None:
    keeper = FullDisk()
    keeper.full = False
    async with world(keeper) as here:
        kept = await here.engine.add_rule(rule())
        keeper.full = True
        broken = replace(kept, conditions=Conditions(exe=TextMatch("x" * 5000)), errno=3)
        with pytest.raises(RuleError):
            await here.engine.change_rule(broken)
        with pytest.raises(StoreError):
            await here.engine.change_rule(replace(kept, action=Action.DENY))
        with pytest.raises(StoreError):
            await here.engine.delete_rules([kept.id])
        with pytest.raises(UnknownRule):
            await here.engine.change_rule(replace(kept, id=99))
        assert (await here.engine.rules()).rows == (kept,)
        here.raise_(1)
        await here.settle()
        assert here.decided[1].action is Action.ALLOW


async def test_span_ends_at_its_time_however_late_the_alarm() -> None:
    async with world() as here:
        lifetime = Lifetime(LifetimeKind.SPAN, seconds=60)
        await here.engine.answer(await ask(here, 1), Answer(Action.ALLOW, lifetime=lifetime))
        here.time.pass_s(59)
        here.raise_(2)
        await here.settle()
        assert here.decided[2].reason is Reason.RULE
        here.time.pass_s(1)  # and no alarm has rung
        await ask(here, 3)
        await here.settle()
        assert (await here.engine.rules()).total == 0
        assert isinstance(here.keeper, MemoryKeeper)
        assert here.keeper.rules == {}


async def test_hits_are_counted_and_written_down_at_the_end() -> None:
    keeper = MemoryKeeper()
    async with world(keeper) as here:
        await here.engine.add_rule(rule())
        for number in range(1, 4):
            here.raise_(number)
        await here.settle()
        (row,) = (await here.engine.rules()).rows
        assert (row.hits, row.last_used) == (3, WALL)
        assert keeper.rules[1].hits == 0
    assert keeper.rules[1].hits == 3


async def test_rules_come_in_pages_newest_first() -> None:
    async with world() as here:
        for number in range(5):
            await here.engine.add_rule(rule(f"/bin/{number}"))
        page = await here.engine.rules(offset=1, limit=2)
        assert ([row.id for row in page.rows], page.total) == ([4, 3], 5)
