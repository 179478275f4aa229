# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine: source, rules, people, verdict, history. The Backend in this process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field

from snetgui.model import (
    EVERYTHING,
    NOTHING_KNOWN,
    Action,
    Answer,
    Decision,
    Event,
    Facts,
    HistoryPage,
    HistoryQuery,
    LastingMode,
    LifetimeKind,
    Mode,
    Question,
    Reason,
    Rule,
    RuleError,
    Settings,
    Slot,
    SourceError,
    Status,
    Step,
    StoreError,
    Subscription,
    Total,
    TotalBy,
    UnknownEvent,
)
from snetgui.model.said import translate, words_of
from snetgui.rules.check import check_rule
from snetgui.rules.explain import Explanation
from snetgui.rules.hygiene import Finding
from snetgui.rules.scope import rule_for
from snetgui.source.base import Source

from .backend import ALL_RULES, MOST_RULES_AT_ONCE, Missed, Notice, Page, RuleQuery
from .clock import NowNs, ReadClock, read_clock
from .facts import FactSource, ProcFacts
from .judge import Judge, Senses, Ways
from .keeper import Keeper
from .learning import Learning
from .link import Listeners, SourceLink
from .mode_notes import ModeNotes
from .past import History, NoHistory, Past
from .rulebook import RuleBook
from .running import Running
from .settings_book import SettingsBook
from .settings_keeper import OfThisRun
from .watchers import Watchers

LISTS_S = 10.0  # the longest that a start waits for list files

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the engine is given instead of making it: tests hand in others.

    Attributes:
        mode: to begin with; None: the one that is kept.
        warnings: what a person should know besides: of the stores, for one.
    """

    history: History = field(default_factory=NoHistory)
    past: Past = field(default_factory=NoHistory)
    facts: FactSource = field(default_factory=ProcFacts)
    clock: ReadClock = read_clock
    now_ns: NowNs = time.monotonic_ns
    mode: Mode | None = None
    warnings: Callable[[], tuple[str, ...]] = tuple


class Engine:
    """A Backend over a source, a keeper of rules and settings, and a history.

    One event loop; start() and stop() once each. Of its methods those of
    Backend are described there.

    Args:
        subscriptions: what the source is to tell of, with settings and a mode of
            this run alone; None: what the settings say that are kept.
    """

    def __init__(
        self,
        source: Source,
        keeper: Keeper,
        subscriptions: Sequence[Subscription] | None = None,
        parts: Parts | None = None,
    ) -> None:
        parts = parts or Parts()
        self._parts = parts
        self._rule_problems: tuple[str, ...] = ()
        self._tasks: set[asyncio.Task[None]] = set()
        self._running: asyncio.Task[None] | None = None
        self._lists_awaited = asyncio.Event()
        self._link = link = SourceLink(source, parts.now_ns)
        own = keeper if subscriptions is None else OfThisRun(keeper)
        self._settings = SettingsBook(own, link, self._settings_changed, subscriptions)
        self._watchers = Watchers(self._status, self._question)
        self._book = RuleBook(
            keeper,
            self._rules_changed,
            lists_changed=self._lists_changed,
            clock=parts.clock,
            now_ns=parts.now_ns,
        )
        self._learning = Learning(self._book)
        self._going_on = Running(self._book)
        self._judge = Judge(
            self._book,
            self._watchers,
            Ways(link.send, lambda: link.policy, self._record, self._learn, self._mode_ended),
            Senses(parts.facts, parts.clock, parts.now_ns, self._settings.is_asked_about),
        )
        self._mode_notes = ModeNotes(
            own, lambda: self._judge.modes.lasting(parts.clock()), parts.now_ns
        )

    @property
    def judge(self) -> Judge:
        """Its state, for those who count."""
        return self._judge

    async def start(self) -> None:
        """Load settings and rules and begin to serve the source.

        Returns before it is connected. A store that can't be read is a warning,
        not an end: there are no rules then.
        """
        await self._begin_mode(await self._settings.load())
        try:
            await self._book.load()
        except StoreError as error:
            problem = translate(
                "Problem",
                "The rules could not be read, so none is in force: {why}",
                why=words_of(error),
            )
            self._rule_problems = (problem,)
        self._running = asyncio.get_running_loop().create_task(self._run())
        self._running.add_done_callback(lambda _: self._lists_awaited.set())
        self._running.add_done_callback(self._stopped_running)

    async def _begin_mode(self, kept: LastingMode) -> None:
        if self._parts.mode is None:
            self._judge.restore_mode(kept)
            self._mode_notes.begin(kept)
        else:
            self._judge.set_mode(self._parts.mode, None)

    async def _run(self) -> None:
        """A rule that asks for a list knows nothing until that is read: worth a short wait."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LISTS_S):
                await self._book.lists_settled()
        self._lists_awaited.set()
        await self._link.run(self._listeners())

    async def _lists_at_start(self) -> None:
        """Whoever asks about the rules as soon as it runs gets no answer that lacks a list."""
        if self._running is not None:
            await self._lists_awaited.wait()

    async def stop(self) -> None:
        """Leave the source, close every entry, write down what is not yet."""
        await self._link.close()
        if self._running is not None:
            # It may wait for a source to appear, which nothing else ends.
            self._running.cancel()
            await asyncio.wait([self._running])
        await self._judge.close()
        await self._mode_notes.close()
        await self._settings.close()
        await self._book.close()
        self._going_on.close()
        for task in self._tasks:
            task.cancel()
        self._parts.facts.close()
        self._watchers.close()

    def warned(self) -> None:
        """There may be new warnings: whoever watches is told."""
        self._watchers.status()

    async def kept_elsewhere(self) -> None:
        """What is kept may have been changed by another program: look, and take it over."""
        try:
            await self._book.follow()
            before = self._settings.warnings
            await self._settings.follow()
            if self._settings.warnings != before:
                self._watchers.status()
        except StoreError as error:
            _log.warning("what others changed in the rules could not be read: %s", error)

    # Backend

    def watch(self, *, decisions: bool = False) -> AsyncIterator[Notice]:
        return self._watchers.watch(self._waiting, decisions=decisions)

    async def status(self) -> Status:
        return self._status()

    async def answer(self, question_id: int, answer: Answer) -> None:
        waiting = self._judge.queue.get(question_id)
        _check_errno(answer.action, answer.errno)
        if answer.lifetime.kind is LifetimeKind.ONCE:
            self._judge.answer(waiting, answer)
            return
        facts = waiting.facts or NOTHING_KNOWN
        rule = rule_for(waiting.shown, facts, answer, self._book.birth())
        check_rule(rule)
        kept = self._book.add(rule)
        self._judge.answer(waiting, answer)
        await kept

    async def extend(self, question_id: int) -> int:
        policy = self._link.policy
        waiting = self._judge.queue.get(question_id)
        for event in tuple(waiting.events.values()):
            if event.deadline_ns >= event.raised_ns + round(policy.max_delay_s * 1e9):
                continue
            try:
                deadline_ns = await self._link.extend(event.id, policy.delay_s)
            except UnknownEvent:
                continue  # its end is on the way
            except SourceError as error:
                _log.warning("no more time for question %d: %s", question_id, error)
                break
            self._judge.put_off(event.id, deadline_ns)
        return self._judge.queue.get(question_id).deadline_ns

    async def set_mode(self, mode: Mode, seconds: float | None = None) -> None:
        self._judge.set_mode(mode, seconds)
        await self._mode_notes.keep()

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        await self._settings.set_policy(delay_s, deny)

    async def rules(
        self, *, query: RuleQuery = ALL_RULES, offset: int = 0, limit: int = 1000
    ) -> Page[Rule]:
        return await self._book.page(query, offset, limit)

    async def rule(self, rule_id: int) -> Rule:
        return self._book.get(rule_id)

    async def programs(self, *, offset: int = 0, limit: int = 1000) -> Page[str]:
        return await self._book.programs(offset, limit)

    async def add_rule(self, rule: Rule) -> Rule:
        check_rule(rule)
        return await self._book.add(rule)

    async def add_rules(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        _check_count(rules)
        for rule in rules:
            check_rule(rule)
        return await self._book.add_many(rules)

    async def change_rule(self, rule: Rule) -> Rule:
        check_rule(rule)
        return await self._book.change(rule)

    async def set_enabled(self, ids: Sequence[int], enabled: bool) -> tuple[Rule, ...]:
        _check_count(ids)
        return await self._book.set_enabled(ids, enabled)

    async def delete_rules(self, ids: Sequence[int]) -> tuple[Rule, ...]:
        return await self._book.remove(ids)

    async def explain(self, event: Event, facts: Facts) -> Explanation:
        await self._lists_at_start()
        return await self._book.explain(event, facts)

    async def findings(self, *, offset: int = 0, limit: int = 1000) -> Page[Finding]:
        await self._lists_at_start()
        return await self._book.findings(offset, limit)

    async def decisions(
        self, query: HistoryQuery = EVERYTHING, *, before: int | None = None, limit: int = 100
    ) -> HistoryPage:
        return await self._parts.past.page(query, before=before, limit=limit)

    async def count(self, query: HistoryQuery = EVERYTHING) -> int:
        return await self._parts.past.count(query)

    async def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        return await self._parts.past.timeline(query, step)

    async def totals(
        self, query: HistoryQuery, by: TotalBy, *, limit: int = 100
    ) -> tuple[Total, ...]:
        return await self._parts.past.totals(query, by, limit=limit)

    async def missed(self, *, offset: int = 0, limit: int = 100) -> Page[Missed]:
        return self._judge.missed.page(offset, limit)

    async def answer_missed(self, missed_id: int, answer: Answer) -> Rule:
        decision = self._judge.missed.get(missed_id).decision
        _check_errno(answer.action, answer.errno)
        rule = rule_for(decision.event, decision.facts, answer, self._book.birth())
        check_rule(rule)
        kept = await self._book.add(rule)
        await self.forget_missed([missed_id])
        return kept

    async def forget_missed(self, ids: Sequence[int]) -> None:
        if self._judge.missed.forget(ids):
            self._watchers.missed()

    async def settings(self) -> Settings:
        return self._settings.now

    async def change_settings(self, settings: Settings) -> Settings:
        return await self._settings.change(settings)

    async def allow_running(self) -> tuple[Rule, ...]:
        return await self._going_on.allow()

    # What its parts tell it

    def _listeners(self) -> Listeners:
        judge = self._judge
        return Listeners(
            judge.event, judge.ended, judge.source_gone, judge.cut_off, self._watchers.status
        )

    def _waiting(self) -> tuple[int, ...]:
        return tuple(waiting.id for waiting in self._judge.queue)

    def _question(self, question_id: int) -> Question | None:
        return self._judge.question(question_id)

    def _record(self, decision: Decision) -> None:
        self._parts.history.put(decision)
        if decision.reason is Reason.RULE and decision.rule_id is not None:
            self._book.used(decision.rule_id, decision.when)
        self._watchers.decided(decision)

    def _settings_changed(self, settings: Settings) -> None:
        self._parts.history.retain(settings)
        self._judge.judge_all_soon()
        self._watchers.settings()

    def _mode_ended(self) -> None:
        self._mode_notes.note_soon()

    def _rules_changed(self) -> None:
        self._judge.judge_all_soon()
        self._watchers.rules()

    def _lists_changed(self) -> None:
        self._judge.judge_all_soon()
        self._watchers.status()

    def _stopped_running(self, task: asyncio.Task[None]) -> None:
        """A fault of our own ended the link: say so instead of seeming to protect."""
        if task.cancelled() or (error := task.exception()) is None:
            return
        _log.error("the engine stopped serving its source", exc_info=error)
        self._link.fault(error)
        self._judge.source_gone(Reason.NO_AGENT)
        self._watchers.status()

    def _learn(self, event: Event, facts: Facts) -> None:
        noting = self._learning.learn(event, facts)
        if noting is None:
            return
        task = asyncio.get_running_loop().create_task(_noted(noting))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _status(self) -> Status:
        judge, link, policy = self._judge, self._link, self._link.policy
        return Status(
            mode=judge.modes.mode,
            link=link.state,
            source=link.name,
            problem=link.problem,
            questions=len(judge.queue),
            missed=len(judge.missed),
            rules=len(self._book),
            decisions=judge.ledger.decided,
            delay_s=policy.delay_s,
            policy=Action.DENY if policy.deny else Action.ALLOW,
            mode_until_ns=judge.mode_until_ns,
            warnings=tuple(dict.fromkeys(self._warnings())),
        )

    def _warnings(self) -> Iterator[str]:
        yield from self._parts.warnings()
        yield from self._rule_problems
        yield from self._settings.warnings
        yield from self._book.warnings


def _check_errno(action: Action, number: int) -> None:
    """What Verdict would refuse, when there is still a person to say it to."""
    if not 0 <= number < 512 or (action is Action.ALLOW and number):
        raise RuleError("errno", f"{number} is not 1 to 511 with deny, or 0")


def _check_count(values: Sequence[object]) -> None:
    if len(values) > MOST_RULES_AT_ONCE:
        raise RuleError("rules", f"{len(values)} are more than {MOST_RULES_AT_ONCE} at a time")


async def _noted(noting: Awaitable[Rule]) -> None:
    try:
        await noting
    except StoreError as error:
        _log.warning("a learned rule could not be kept: %s", error)
