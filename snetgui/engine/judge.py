# SPDX-License-Identifier: GPL-2.0-or-later
"""The judge: what becomes of each event, from the moment it comes to its one decision.

An event is decided by a rule; else it is let through if nobody wants to be
asked about it; else by the mode, or it waits behind a question. Whatever
changes (a rule, a setting, the mode, an answer), all that waits is judged
again. Nothing here waits for a disk or a person.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass, replace
from typing import Any

from snetgui.model import (
    Action,
    Answer,
    Decision,
    Ended,
    Event,
    Facts,
    LastingMode,
    Mode,
    Question,
    Reason,
    Rule,
    Verdict,
)
from snetgui.source.base import Policy

from .backend import Gone
from .clock import Alarm, NowNs, ReadClock, read_clock
from .facts import DECIDING_S, FOR_PERSON, SHOWING_S, FactSource
from .ledger import Held, Intent, Ledger
from .missed import MissedList
from .modes import Modes
from .questions import question_of
from .queue import LINGER_NS, QuestionQueue, Waiting, question_key
from .rulebook import RuleBook
from .watchers import Watchers

_BY_POLICY = frozenset({Reason.TIMEOUT, Reason.NO_AGENT, Reason.OVERFLOW, Reason.UNLOAD})
_GONE = {
    Reason.RULE: Gone.RULE,
    Reason.TICKET: Gone.RULE,
    Reason.MODE: Gone.MODE,
    Reason.SETTING: Gone.SETTING,
    Reason.PERSON: Gone.ANSWERED,
    Reason.CANCELLED: Gone.CANCELLED,
}
_LOOK_NS = 60_000_000_000  # at a mode that has an end: its time goes on in suspend, timers don't
_SLEPT_NS = 1_000_000_000  # what both clocks that it is told by may differ by without a suspend
MAX_GIVEN_UP = 10_000  # what a source can hold at once, and some
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ways:
    """The judge's ways out.

    Attributes:
        send: a verdict to the source.
        policy: of the source, as it is now.
        record: a decision, to the history and whoever watches.
        learn: an event that was allowed because everything is, with its facts.
        mode_ended: the mode is another one, because its time was over.
    """

    send: Callable[[Verdict], None]
    policy: Callable[[], Policy]
    record: Callable[[Decision], None]
    learn: Callable[[Event, Facts], None]
    mode_ended: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Senses:
    """What the judge knows of the world.

    Attributes:
        asked_about: whether a person wants to be asked about an event.
    """

    facts: FactSource
    clock: ReadClock = read_clock
    now_ns: NowNs = time.monotonic_ns
    asked_about: Callable[[Event], bool] = lambda _event: True


class Judge:
    """Events in, verdicts out. One event loop.

    Attributes:
        ledger, queue, missed, modes: its state; others read it only.
    """

    def __init__(
        self,
        book: RuleBook,
        watchers: Watchers,
        ways: Ways,
        senses: Senses,
    ) -> None:
        self._book = book
        self._facts = senses.facts
        self._watchers = watchers
        self._ways = ways
        self._clock = senses.clock
        self._now_ns = senses.now_ns
        self._asked_about = senses.asked_about
        self._alarm = Alarm(self.tick, senses.now_ns)
        self._limbo: dict[int, Held] = {}
        self._given_up: dict[Hashable, None] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._again = False
        self._told_until_ns = 0
        self.modes = Modes()
        self.ledger = Ledger()
        self.queue = QuestionQueue()
        self.missed = MissedList()

    # What the source says

    def event(self, event: Event) -> None:
        """A call is held."""
        if _identity(event) in self._given_up:
            return  # its end was recorded while the source could not be heard
        held = self.ledger.hold(event)
        if held is None:
            held = self._told_again(event)
        if held is not None:
            self._judge(held)

    def ended(self, ended: Ended) -> None:
        """A call is over."""
        closed = self.ledger.end(ended, self._clock().wall)
        if closed is not None:  # else it was closed here before the source said so
            self._close(*closed)

    def cut_off(self) -> None:
        """The source can't be heard. What is held there may be told again, or end unheard."""
        self._limbo = {held.event.id: held for held in self.ledger.held()}
        self._set_alarm()

    def source_gone(self, reason: Reason) -> None:
        """The source is gone, and with it every wait: the policy has answered."""
        for held in self.ledger.held():
            self._abandon(held, reason)
        for waiting in self.queue:
            self._drop(waiting, Gone.CANCELLED)
        self._set_alarm()

    # What people say

    def answer(self, waiting: Waiting, answer: Answer) -> None:
        """Settle a question and all events behind it."""
        events = tuple(waiting.events)
        self._drop(waiting, Gone.ANSWERED)
        intent = Intent(answer.action, answer.errno, Reason.PERSON)
        for event_id in events:
            if (held := self.ledger.get(event_id)) is not None:
                self._settle(held, intent)

    def set_mode(self, mode: Mode, seconds: float | None) -> None:
        """Raises SettingsError as Modes.change() does."""
        self.modes.change(mode, seconds, self._clock())
        self.judge_all()
        self._mode_changed()

    def restore_mode(self, kept: LastingMode) -> None:
        """Go on from the mode that was kept."""
        self.modes.restore(kept, self._clock())
        self.judge_all()
        self._mode_changed()

    def put_off(self, event_id: int, deadline_ns: int) -> None:
        """The source gave an event more time."""
        held = self.ledger.get(event_id)
        if held is None or deadline_ns == held.event.deadline_ns:
            return
        held.event = replace(held.event, deadline_ns=deadline_ns)
        self.queue.put_off(event_id, deadline_ns)
        if (waiting := self.queue.behind(event_id)) is not None:
            self._show(waiting)

    @property
    def mode_until_ns(self) -> int | None:
        """When the mode ends by itself, CLOCK_MONOTONIC as of now; None: it does not."""
        until_s = self.modes.until_s
        if until_s is None:
            return None
        return self._now_ns() + round((until_s - self._clock().boottime_s) * 1e9)

    def question(self, question_id: int) -> Question | None:
        """A question as people see it; None if it is gone or not announced yet."""
        waiting = self.queue.find(question_id)
        if waiting is None or not waiting.announced:
            return None
        return question_of(waiting, self._ways.policy())

    # What time and other parts say

    def judge_all_soon(self) -> None:
        """Rules changed: judge all that waits again, once for many changes."""
        if not self._again:
            self._again = True
            asyncio.get_running_loop().call_soon(self.judge_all)

    def judge_all(self) -> None:
        """Judge again all that is not answered."""
        self._again = False
        for held in self.ledger.held():
            if held.intent is None and not held.gathering:
                self._judge(held)

    def tick(self) -> None:
        """Do what is due by now: questions that lingered, a pause that is over."""
        now_ns = self._now_ns()
        for waiting in self.queue.lingered(now_ns):
            self._drop(waiting, Gone.CANCELLED)
        for held in tuple(self._limbo.values()):
            if held.event.deadline_ns <= now_ns:
                self._give_up(held)
        self._look_at_mode()
        self._tell_time_left()
        self._set_alarm()

    async def close(self) -> None:
        """Close every entry that is open: what is held is left to the policy."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(tuple(self._tasks))
        self.source_gone(Reason.NO_AGENT)
        self._alarm.cancel()

    # Judging

    def _judge(self, held: Held) -> None:
        needs = self._book.needs
        if needs and not needs <= held.looked_up:
            missing = needs - held.looked_up
            facts = self._facts.at_once(held.event, missing)
            if facts is None:
                held.gathering = True
                self._spawn(self._gather(held, missing))
                return
            held.learned(facts, missing)
        rule = self._rule_for(held)
        if rule is not None:
            self._settle(held, Intent(rule.action, rule.errno, Reason.RULE, rule.id))
        elif not self._asked_about(held.event):
            self._settle(held, Intent(Action.ALLOW, 0, Reason.SETTING))
        else:
            self._by_mode(held)

    def _rule_for(self, held: Held) -> Rule | None:
        try:
            return self._book.decide(held.event, held.facts)
        except Exception:  # noqa: BLE001 - one event that trips the rules must not stop all
            _log.exception("deciding event %d failed; asking instead", held.event.id)
            return None

    async def _gather(self, held: Held, names: frozenset[str]) -> None:
        try:
            facts = await self._facts.gather(held.event, names, DECIDING_S)
        finally:
            held.gathering = False
        held.learned(facts, names)
        if held.intent is None and self.ledger.get(held.event.id) is held:
            self._judge(held)

    def _by_mode(self, held: Held) -> None:
        self._look_at_mode()
        mode = self.modes.mode
        if mode is Mode.ASK:
            self._ask(held)
            return
        action = Action.DENY if mode is Mode.LOCK else Action.ALLOW
        self._settle(held, Intent(action, 0, Reason.MODE))
        if mode is Mode.LEARN:
            self._ways.learn(held.event, held.facts)

    def _ask(self, held: Held) -> None:
        event = held.event
        if self.queue.behind(event.id) is not None:
            return
        if self._book.is_coming(event, held.facts):
            return  # judged again when that rule is kept, or could not be
        before = len(self.queue)
        waiting = self.queue.add(event)
        if waiting is None:
            self._settle(held, Intent(_action(self._ways.policy()), 0, Reason.OVERFLOW))
            return
        self._show(waiting)
        if len(self.queue) != before:
            self._watchers.status()

    def _settle(self, held: Held, intent: Intent) -> None:
        if held.intent is not None:
            return  # no verdict goes out twice
        held.intent = intent
        if held.event.id not in self._limbo:
            self._ways.send(Verdict(held.event.id, intent.action, intent.errno))
        waiting = self.queue.leave(held.event.id)
        if waiting is not None:
            self._left(waiting, _GONE.get(intent.reason, Gone.TIMEOUT))

    def _told_again(self, event: Event) -> Held | None:
        """An event that is in the ledger comes again: after the source was cut off."""
        held = self._limbo.pop(event.id, None)
        if held is None:
            return None
        known = held.event
        if _identity(known) != _identity(event):
            self._abandon(held, Reason.UNLOAD)  # another source gave the number anew
            return self.ledger.hold(event)
        self.put_off(event.id, event.deadline_ns)
        if held.intent is None:
            return held
        self._ways.send(Verdict(event.id, held.intent.action, held.intent.errno))
        return None

    # Closing

    def _give_up(self, held: Held) -> None:
        """Past its deadline, and its end was not heard: told again, it is not another call."""
        self._given_up[_identity(held.event)] = None
        if len(self._given_up) > MAX_GIVEN_UP:
            del self._given_up[next(iter(self._given_up))]
        self._abandon(held, Reason.NO_AGENT)

    def _abandon(self, held: Held, reason: Reason) -> None:
        policy, wall = _action(self._ways.policy()), self._clock().wall
        self._close(held, self.ledger.abandon(held, reason, policy, self._now_ns(), wall))

    def _close(self, held: Held, decision: Decision) -> None:
        """One event is over: the one place where a decision is recorded."""
        event_id = held.event.id
        self._limbo.pop(event_id, None)
        by_policy = decision.reason in _BY_POLICY
        waiting = self.queue.leave(event_id)
        if waiting is not None:
            if by_policy:
                waiting.timeouts += 1
                waiting.last_timeout = decision
            self._left(waiting, _GONE.get(decision.reason, Gone.TIMEOUT))
        elif by_policy and (held.intent is None or decision.reason is Reason.OVERFLOW):
            self._miss(question_key(held.event), decision, 1)
        self._ways.record(decision)

    def _left(self, waiting: Waiting, why: Gone) -> None:
        """One event less behind a question."""
        if waiting.events:
            self._show(waiting)
        elif why is Gone.CANCELLED:
            self.queue.linger(waiting, self._now_ns() + LINGER_NS)
            self._set_alarm()
        else:
            self._drop(waiting, why)

    def _drop(self, waiting: Waiting, why: Gone) -> None:
        self.queue.remove(waiting)
        self._watchers.question(waiting.id, why)
        self._watchers.status()
        if waiting.last_timeout is not None and why in {Gone.TIMEOUT, Gone.CANCELLED}:
            self._miss(waiting.key, waiting.last_timeout, waiting.timeouts)

    def _miss(self, key: object, decision: Decision, count: int) -> None:
        self.missed.note(key, decision, count)
        self._watchers.missed()

    # Showing

    def _show(self, waiting: Waiting) -> None:
        """Tell people of a question, once it is known who asks."""
        if waiting.facts is not None:
            waiting.announced = True
            self._watchers.question(waiting.id)
            return
        held = self.ledger.get(waiting.shown.id)
        if held is None or held.showing:
            return
        facts = self._facts.at_once(held.event, FOR_PERSON - held.looked_up)
        if facts is not None:
            self._shown(held, facts)
            return
        held.showing = True
        self._spawn(self._look_up(held))

    async def _look_up(self, held: Held) -> None:
        names = FOR_PERSON - held.looked_up
        self._shown(held, await self._facts.gather(held.event, names, SHOWING_S))

    def _shown(self, held: Held, facts: Facts) -> None:
        held.showing = False
        held.learned(facts)
        waiting = self.queue.behind(held.event.id)
        if waiting is not None and waiting.shown.id == held.event.id:
            waiting.facts = held.facts
            self._show(waiting)

    # Inside

    def _look_at_mode(self) -> None:
        """End a mode whose time is over, however late its alarm."""
        if self.modes.until_s is not None and self.modes.end_due(self._clock()):
            self.judge_all_soon()
            self._mode_changed()
            self._ways.mode_ended()

    def _tell_time_left(self) -> None:
        """Who was told when the mode ends counts by a clock that stands still in suspend."""
        until_ns = self.mode_until_ns
        if until_ns is not None and abs(until_ns - self._told_until_ns) > _SLEPT_NS:
            self._told_until_ns = until_ns
            self._watchers.status()

    def _mode_changed(self) -> None:
        self._told_until_ns = self.mode_until_ns or 0
        self._set_alarm()
        self._watchers.status()

    def _next_look_ns(self) -> int | None:
        until_ns = self.mode_until_ns
        return None if until_ns is None else min(until_ns, self._now_ns() + _LOOK_NS)

    def _set_alarm(self) -> None:
        moments = [self.queue.next_linger_ns(), self._next_look_ns()]
        moments += [held.event.deadline_ns for held in self._limbo.values()]
        self._alarm.set(min((moment for moment in moments if moment is not None), default=None))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _identity(event: Event) -> Hashable:
    """Numbers are given anew by a source that starts anew; these three together are not."""
    return event.id, event.raised_ns, event.process.key


def _action(policy: Policy) -> Action:
    return Action.DENY if policy.deny else Action.ALLOW
