# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine from an event to its one decision, and what people are told meanwhile."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Sequence
from dataclasses import replace

import pytest

from snetgui.engine.backend import (
    Decided,
    Gone,
    MissedChanged,
    QuestionChanged,
    QuestionOpened,
    StatusChanged,
)
from snetgui.engine.keeper import MemoryKeeper
from snetgui.model import (
    ALWAYS,
    Action,
    Answer,
    Birth,
    Conditions,
    Facts,
    Lifetime,
    LifetimeKind,
    Link,
    Mode,
    Origin,
    Reason,
    Rule,
    RuleError,
    Scope,
    SourceBusy,
    SourceError,
    SourceMissing,
    SourcePermission,
    SourceRefused,
    SourceVersion,
    StoreError,
    Syscall,
    TextMatch,
    UnknownQuestion,
    UnknownRule,
    ip_address,
)
from snetgui.source.base import Policy

from .world import WALL, World, make_event, world

ALLOW_ALWAYS = Answer(Action.ALLOW, lifetime=ALWAYS)


class FullDisk(MemoryKeeper):
    """A keeper whose disk is full from the moment on that it is told so."""

    full = True

    async def add(self, rule: Rule) -> Rule:
        if self.full:
            raise StoreError("The disk is full: make room.")
        return await super().add(rule)

    async def replace(self, rule: Rule) -> None:
        if self.full:
            raise StoreError("The disk is full: make room.")
        await super().replace(rule)

    async def remove(self, ids: Sequence[int]) -> None:
        if self.full:
            raise StoreError("The disk is full: make room.")
        await super().remove(ids)


class SlowDisk(FullDisk):
    """A keeper whose disk takes its time to add a rule."""

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.go = asyncio.Event()

    async def add(self, rule: Rule) -> Rule:
        await self.go.wait()
        return await super().add(rule)


def rule(exe: str = "/usr/bin/curl", action: Action = Action.ALLOW, **changes: object) -> Rule:
    made = Rule(
        name="a rule",
        action=action,
        conditions=Conditions(exe=TextMatch(exe)),
        birth=Birth(WALL, "boot-1", 1000.0),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


async def ask(here: World, number: int, **changes: object) -> int:
    """Raise an event that no rule decides; returns the id of its question."""
    here.raise_(number, **changes)
    await here.settle()
    waiting = here.engine.judge.queue.behind(number)
    assert waiting is not None
    return waiting.id


# Answers


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


# Rules


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


# How events end without a person


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


# Modes


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
        assert status.paused_until_ns == here.time.ns + 300_000_000_000
        await here.pass_s(299)
        assert (await here.engine.status()).mode is Mode.PAUSED
        await here.pass_s(1)
        status = await here.engine.status()
        assert (status.mode, status.paused_until_ns) == (Mode.LOCK, None)


@pytest.mark.parametrize(("mode", "seconds"), [(Mode.ASK, 5), (Mode.PAUSED, 0), (Mode.PAUSED, -1)])
async def test_mode_with_a_time_that_is_none_is_refused(mode: Mode, seconds: float) -> None:
    async with world() as here:
        with pytest.raises(ValueError, match="only a pause"):
            await here.engine.set_mode(mode, seconds)
        assert (await here.engine.status()).mode is Mode.ASK


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


# Deadlines


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


# The source comes and goes


@pytest.mark.parametrize(
    ("fault", "link"),
    [
        (SourceMissing("Load the module."), Link.MISSING),
        (SourceVersion("Update snet."), Link.WRONG_VERSION),
        (SourcePermission("Run as root."), Link.NOT_PERMITTED),
        (SourceBusy("End the other agent."), Link.BUSY),
        (SourceError("It broke."), Link.FAILED),
    ],
)
async def test_fault_is_said_and_the_source_taken_when_it_appears(
    fault: SourceError, link: Link
) -> None:
    async with world(start=False) as here:
        here.source.fault = fault
        await here.engine.start()
        await here.settle()
        status = await here.engine.status()
        assert (status.link, status.problem, status.source) == (link, str(fault), "")
        here.source.appear()
        await here.settle()
        status = await here.engine.status()
        assert (status.link, status.problem, status.source) == (Link.CONNECTED, "", "recording")
        await ask(here, 1)


async def test_unloaded_source_ends_what_was_held_as_the_policy_did() -> None:
    async with world() as here:
        await ask(here, 1)
        here.source.lose()
        await here.settle()
        assert here.decided[1].reason is Reason.UNLOAD
        assert here.questions == []
        assert len(here.engine.judge.ledger) == 0
        here.source.appear()
        await here.until(lambda: here.engine.judge.ledger.seen == 1)
        assert (await here.engine.missed()).total == 1


async def test_broken_link_loses_and_doubles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    async with world() as here:
        number = await ask(here, 1)
        await ask(here, 2, exe="/bin/two")
        here.source.cut()
        here.source.end(2, Reason.TIMEOUT)  # unheard
        await here.settle()
        (first, _) = here.questions
        assert first.id == number
        await here.engine.answer(number, Answer(Action.DENY))
        await here.until(lambda: 1 in here.decided)
        assert here.decided[1].reason is Reason.PERSON
        await here.pass_s(30)
        assert here.decided[2].reason is Reason.NO_AGENT


async def test_answer_that_could_not_be_sent_is_sent_when_the_event_is_told_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snetgui.engine.link.SHORT_S", 0.0)
    async with world() as here:
        number = await ask(here, 1)
        here.source.answer_fault = SourceError("The socket broke.")
        await here.engine.answer(number, Answer(Action.ALLOW))
        await here.settle()
        assert here.source.verdicts == []
        here.source.answer_fault = None
        await here.until(lambda: 1 in here.decided)
        assert here.decided[1].reason is Reason.PERSON


async def test_stopping_leaves_what_is_held_to_the_policy() -> None:
    async with world() as here:
        await ask(here, 1)
    assert here.decided[1].reason is Reason.NO_AGENT
    assert [event.id for event in here.source.pending] == [1]


async def test_policy_is_set_now_and_when_the_source_returns() -> None:
    async with world() as here:
        with pytest.raises(SourceRefused):
            await here.engine.set_policy(delay_s=0)
        await here.engine.set_policy(delay_s=60, deny=True)
        status = await here.engine.status()
        assert (status.delay_s, status.policy) == (60, Action.DENY)
        here.source.lose()
        await here.source.set_policy(delay_s=30, deny=False)  # a module that was loaded anew
        await here.settle()
        here.source.appear()
        await here.until(lambda: here.source.policy.delay_s == 60)
        assert here.source.policy.deny


# Facts


async def test_rule_waits_for_slow_facts_and_a_gone_event_does_not() -> None:
    async with world() as here:
        here.facts.slow = frozenset({"sha256"})
        here.facts.known = {4_000_001: Facts(sha256="ab")}
        conditions = Conditions(exe=TextMatch("/usr/bin/curl"), sha256="ab")
        await here.engine.add_rule(rule(conditions=conditions))
        for number in (1, 2, 3):
            here.raise_(number)
        await here.settle()
        here.source.cancel(3)
        await here.settle()
        assert set(here.decided) == {3}
        here.facts.go.set()
        await here.settle()
        assert here.decided[1].reason is Reason.RULE
        assert here.decided[1].facts.sha256 == "ab"
        assert [question.event.id for question in here.questions] == [2], "not known: no match"


async def test_question_shows_what_was_gathered_to_decide_it_too() -> None:
    async with world() as here:
        conditions = Conditions(sha256="cd")
        await here.engine.add_rule(rule(conditions=conditions))
        here.facts.known = {4_000_001: Facts(sha256="ab")}
        await ask(here, 1)
        assert here.questions[0].facts.sha256 == "ab"


async def test_question_is_opened_with_its_facts_at_once() -> None:
    async with world() as here:
        here.facts.slow = frozenset({"command"})
        here.facts.known = {4_000_001: Facts(command=("curl", "-s"))}
        here.raise_(1)
        await here.settle()
        assert here.opened() == []
        assert (await here.engine.status()).questions == 1
        here.facts.go.set()
        await here.settle()
        (question,) = here.opened()
        assert question.facts.command == ("curl", "-s")


async def test_facts_of_one_process_are_never_shown_for_another() -> None:
    async with world() as here:
        here.facts.known = {4_000_001: Facts(command=("one",)), 4_000_002: Facts(command=("two",))}
        await ask(here, 1)
        await ask(here, 2)
        assert here.questions[0].facts.command == ("one",)
        here.source.cancel(1)
        await here.settle()
        (question,) = here.questions
        assert (question.event.process.pid, question.facts.command) == (4_000_002, ("two",))


# Watching


async def test_watcher_begins_with_status_and_what_waits() -> None:
    async with world() as here:
        number = await ask(here, 1)
        late = here.engine.watch()
        first, second = await anext(late), await anext(late)
        assert isinstance(first, StatusChanged)
        assert isinstance(second, QuestionOpened)
        assert second.question.id == number


async def test_slow_watcher_is_told_the_latest_once() -> None:
    async with world() as here:
        slow = here.engine.watch(decisions=True)
        await anext(slow)
        here.raise_(1)
        await here.settle()
        kept = await anext(slow)
        opened = kept if isinstance(kept, QuestionOpened) else await anext(slow)
        assert isinstance(opened, QuestionOpened)
        for number in range(2, 500):
            here.raise_(number)
        await here.settle()
        later = await anext(slow)
        assert isinstance(later, QuestionChanged)
        assert later.question.count == 499
        await here.engine.answer(opened.question.id, Answer(Action.ALLOW))
        await here.settle()
        rest = [await anext(slow) for _ in range(3)]
        assert [type(notice).__name__ for notice in rest] == [
            "StatusChanged",
            "QuestionGone",
            "Decided",
        ]
        (decided,) = [notice for notice in rest if isinstance(notice, Decided)]
        assert (len(decided.decisions), decided.left_out) == (499, 0)


async def test_watcher_of_a_storm_is_told_what_was_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("snetgui.engine.watchers.MAX_DECISIONS", 100)
    async with world() as here:
        slow = here.engine.watch(decisions=True)
        await anext(slow)
        await here.engine.set_mode(Mode.LOCK)
        for number in range(1, 251):
            here.raise_(number)
        await here.settle()
        decided = [n for n in [await anext(slow), await anext(slow)] if isinstance(n, Decided)]
        assert (len(decided[0].decisions), decided[0].left_out) == (100, 150)


async def test_watching_ends_with_the_engine() -> None:
    async with world() as here:
        pass
    assert isinstance(here.notices[-1], StatusChanged | QuestionChanged) or here.notices


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({}, {}, True),
        ({}, {"port": 80}, False),
        ({}, {"host": "198.51.100.1"}, False),
        ({}, {"uid": 0}, False),
        ({}, {"protocol": 17}, False),
        ({}, {"syscall": Syscall.SENDMSG}, True),
        ({}, {"exe": "/bin/other"}, False),
        ({}, {"exe_id": None}, False),
        ({"exe": ""}, {"exe": ""}, False),
        ({"syscall": Syscall.BIND}, {"syscall": Syscall.LISTEN}, True),
        (
            {"syscall": Syscall.ACCEPT, "local": "lo", "port": 1000},
            {"syscall": Syscall.ACCEPT, "local": "lo", "port": 1001},
            True,
        ),
    ],
)
async def test_what_makes_the_same_question(
    one: dict[str, object], two: dict[str, object], same: bool
) -> None:
    home = ip_address(__import__("ipaddress").ip_address("127.0.0.1"), 22)
    for changes in (one, two):
        if "local" in changes:
            changes["local"] = home
    async with world() as here:
        first = await ask(here, 1, **one)
        assert (await ask(here, 2, **two) == first) is same
