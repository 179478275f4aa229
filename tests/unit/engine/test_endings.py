# SPDX-License-Identifier: GPL-2.0-or-later
"""How events end without a person: time, death, overflow, modes."""

from __future__ import annotations

import errno

import pytest

from snetgui.engine.backend import (
    Gone,
    MissedChanged,
)
from snetgui.model import (
    ALWAYS,
    Action,
    Answer,
    Lifetime,
    LifetimeKind,
    Mode,
    Origin,
    Reason,
    RuleError,
    SettingsError,
    StoreError,
    UnknownQuestion,
)
from snetgui.source.base import Policy

from .people import ALLOW_ALWAYS, FullDisk, ask, rule
from .world import make_event, world


@pytest.mark.parametrize("deny", [False, True])
async def test_timed_out_question_goes_to_the_missed_list_and_makes_no_rule(deny: bool) -> None:
    async with world(policy=Policy(30, deny, 300)) as here:
        await ask(here, 1)
        await here.pass_s(30)
        decision = here.decided[1]
        assert decision.reason is Reason.TIMEOUT
        assert decision.action is (Action.DENY if deny else Action.ALLOW)
        assert [gone.why for gone in here.gone()] == [Gone.TIMEOUT]
        (missed,) = (await here.engine.missed()).rows
        assert (missed.decision, missed.count) == (decision, 1)
        assert (await here.engine.rules()).total == 0
        assert MissedChanged() in here.notices


async def test_missed_question_makes_the_rule_that_would_have_answered_it() -> None:
    async with world() as here:
        for number in (1, 2, 3):
            here.raise_(number)
        await here.pass_s(30)
        (missed,) = (await here.engine.missed()).rows
        assert missed.count == 3
        made = await here.engine.answer_missed(missed.id, Answer(Action.DENY, lifetime=ALWAYS))
        assert (await here.engine.missed()).total == 0
        here.raise_(4)
        await here.settle()
        assert (here.decided[4].rule_id, here.decided[4].action) == (made.id, Action.DENY)


async def test_missed_question_is_forgotten_only_when_its_rule_is_kept() -> None:
    async with world(FullDisk()) as here:
        await ask(here, 1)
        await here.pass_s(30)
        (missed,) = (await here.engine.missed()).rows
        with pytest.raises(StoreError):
            await here.engine.answer_missed(missed.id, ALLOW_ALWAYS)
        with pytest.raises(RuleError):
            await here.engine.answer_missed(missed.id, Answer(Action.ALLOW))
        with pytest.raises(UnknownQuestion):
            await here.engine.answer_missed(missed.id + 1, ALLOW_ALWAYS)
        assert (await here.engine.missed()).rows == (missed,)
        await here.engine.forget_missed([missed.id])
        assert (await here.engine.missed()).total == 0


async def test_question_that_is_answered_in_the_end_was_not_missed() -> None:
    async with world() as here:
        number = await ask(here, 1)
        await here.pass_s(20)
        assert await ask(here, 2) == number
        await here.pass_s(10)
        assert here.decided[1].reason is Reason.TIMEOUT
        (question,) = here.questions
        assert (question.event.id, question.count) == (2, 1)
        await here.engine.answer(number, Answer(Action.ALLOW))
        assert (await here.engine.missed()).total == 0


async def test_dead_process_takes_its_question_along() -> None:
    async with world() as here:
        await ask(here, 1)
        here.source.cancel(1)
        await here.settle()
        assert (here.decided[1].reason, here.decided[1].errno) == (Reason.CANCELLED, errno.EINTR)
        await here.pass_s(0.3)
        assert here.questions == []
        assert [gone.why for gone in here.gone()] == [Gone.CANCELLED]
        assert (await here.engine.missed()).total == 0


async def test_restarted_call_stays_the_same_question() -> None:
    """A signal interrupts the call and the kernel restarts it: nothing flickers."""
    async with world() as here:
        number = await ask(here, 1)
        for restart in range(2, 20):
            here.source.cancel(restart - 1)
            await here.settle()
            await here.pass_s(0.1)
            assert await ask(here, restart, pid=4_000_001, tid=4_000_001) == number
        assert here.gone() == []
        assert len(here.opened()) == 1
        assert here.questions[0].deadline_ns == here.source.pending[0].deadline_ns


async def test_full_queue_leaves_the_rest_to_the_policy_and_says_so() -> None:
    async with world() as here:
        for number in range(1, 1011):
            here.raise_(number, exe=f"/bin/{number}")
        await here.settle()
        assert len(here.questions) == 1000
        over = [d for d in here.history.decisions if d.reason is Reason.OVERFLOW]
        assert [decision.event.id for decision in over] == list(range(1001, 1011))
        assert (await here.engine.missed()).total == 10
        here.raise_(2000, exe="/bin/1")  # its question waits already
        await here.settle()
        assert 2000 not in here.decided


@pytest.mark.parametrize(
    ("mode", "action"),
    [
        (Mode.LOCK, Action.DENY),
        (Mode.PAUSED, Action.ALLOW),
        (Mode.LEARN, Action.ALLOW),
    ],
)
async def test_mode_decides_what_no_rule_does(mode: Mode, action: Action) -> None:
    async with world() as here:
        await ask(here, 1)
        await here.engine.set_mode(mode)
        await here.settle()
        assert (here.decided[1].action, here.decided[1].reason) == (action, Reason.MODE)
        assert [gone.why for gone in here.gone()] == [Gone.MODE]
        opposite = Action.ALLOW if action is Action.DENY else Action.DENY
        await here.engine.add_rule(rule("/bin/known", opposite))
        here.raise_(2, exe="/bin/known")
        here.raise_(3, exe="/bin/unknown")
        await here.settle()
        assert (here.decided[2].action, here.decided[2].reason) == (opposite, Reason.RULE)
        assert (here.decided[3].action, here.decided[3].reason) == (action, Reason.MODE)


async def test_pause_ends_with_the_mode_before_it() -> None:
    async with world() as here:
        await here.engine.set_mode(Mode.LOCK)
        await here.engine.set_mode(Mode.PAUSED, 300)
        status = await here.engine.status()
        assert status.mode_until_ns == here.time.ns + 300_000_000_000
        await here.pass_s(299)
        assert (await here.engine.status()).mode is Mode.PAUSED
        await here.pass_s(1)
        status = await here.engine.status()
        assert (status.mode, status.mode_until_ns) == (Mode.LOCK, None)


@pytest.mark.parametrize(("mode", "seconds"), [(Mode.ASK, 5), (Mode.PAUSED, 0), (Mode.PAUSED, -1)])
async def test_mode_with_a_time_that_is_none_is_refused(mode: Mode, seconds: float) -> None:
    async with world() as here:
        with pytest.raises(SettingsError):
            await here.engine.set_mode(mode, seconds)
        assert (await here.engine.status()).mode is Mode.ASK


@pytest.mark.parametrize("years", [-25, 25])
async def test_wall_clock_that_jumps_ends_nothing_and_prolongs_nothing(years: int) -> None:
    """Deadlines, pauses and rules for a time count time that passes, whatever a clock shows."""
    async with world() as here:
        minute = Lifetime(LifetimeKind.SPAN, seconds=60)
        await here.engine.add_rule(rule("/bin/known", lifetime=minute))
        await ask(here, 1)
        here.time.wall = here.time.wall.replace(year=here.time.wall.year + years)
        await here.pass_s(29)
        assert len(here.questions) == 1
        here.raise_(2, exe="/bin/known")
        await here.settle()
        assert here.decided[2].reason is Reason.RULE
        await here.pass_s(1)
        assert here.decided[1].reason is Reason.TIMEOUT
        await here.engine.set_mode(Mode.PAUSED, 10)
        here.time.wall = here.time.wall.replace(year=here.time.wall.year - 2 * years)
        await here.pass_s(9)
        assert (await here.engine.status()).mode is Mode.PAUSED
        await here.pass_s(1)
        assert (await here.engine.status()).mode is Mode.ASK
        await here.pass_s(20)
        await ask(here, 3, exe="/bin/known")


async def test_learning_notes_each_rule_once_for_review() -> None:
    async with world() as here:
        await here.engine.set_mode(Mode.LEARN)
        for number in range(1, 20):
            here.raise_(number, host=f"203.0.113.{number}")
        here.raise_(30, port=80)
        await here.settle()
        rows = (await here.engine.rules()).rows
        assert {row.origin for row in rows} == {Origin.LEARNED}
        assert all(row.note and row.enabled for row in rows)
        assert len(rows) == 2
        await here.engine.set_mode(Mode.ASK)
        here.raise_(31, host="198.51.100.1")
        await here.settle()
        assert here.decided[31].reason is Reason.RULE


async def test_learning_one_program_is_bounded() -> None:
    async with world() as here:
        await here.engine.set_mode(Mode.LEARN)
        for number in range(1, 300):
            here.raise_(number, port=number)
        await here.settle()
        assert len(here.decided) == 299
        assert (await here.engine.rules()).total == 100


async def test_extension_puts_off_all_events_and_is_bounded() -> None:
    async with world(policy=Policy(30, deny=False, max_delay_s=45)) as here:
        number = await ask(here, 1)
        await here.pass_s(10)
        await ask(here, 2)
        assert here.questions[0].extendable
        deadline_ns = await here.engine.extend(number)
        assert deadline_ns == here.time.ns + 30_000_000_000
        assert [event.deadline_ns for event in here.source.pending] == [deadline_ns] * 2
        await here.pass_s(29)
        assert await here.engine.extend(number) == make_event(1).raised_ns + 45_000_000_000
        assert not here.questions[0].extendable
        await here.pass_s(7)
        assert here.decided[1].reason is Reason.TIMEOUT
        assert here.questions[0].event.id == 2


async def test_extension_of_what_is_gone_is_refused() -> None:
    async with world() as here:
        number = await ask(here, 1)
        here.source.end(1, Reason.TIMEOUT)
        with pytest.raises(UnknownQuestion):
            await here.engine.extend(number + 1)
        assert await here.engine.extend(number)  # its end is on the way
        await here.settle()
        with pytest.raises(UnknownQuestion):
            await here.engine.extend(number)
