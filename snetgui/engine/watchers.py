# SPDX-License-Identifier: GPL-2.0-or-later
"""Who watches the engine, and what each of them has not been told yet.

A watcher keeps no list of notices but a note of what changed; what it is told
is read from the engine when it listens. So however slow it is, what it costs is
bounded by what there is, and what it hears is never out of date by more than
one round.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator

from snetgui.model import Decision, Question, Status

from .backend import (
    Decided,
    Gone,
    MissedChanged,
    Notice,
    QuestionChanged,
    QuestionGone,
    QuestionOpened,
    RulesChanged,
    SettingsChanged,
    StatusChanged,
)

MAX_DECISIONS = 10_000  # for a watcher who is slow; about 10 MB

Look = Callable[[int], Question | None]


class _Watcher:
    """What one watcher knows, and what it is to be told."""

    def __init__(self, *, decisions: bool) -> None:
        self.wants_decisions = decisions
        self._known: set[int] = set()
        self._touched: dict[int, Gone | None] = {}
        self._decisions: deque[Decision] = deque(maxlen=MAX_DECISIONS)
        self._left_out = 0
        self.status = True
        self.rules = False
        self.missed = False
        self.settings = False
        self.wake = asyncio.Event()

    def touch(self, question_id: int, gone: Gone | None) -> None:
        if gone is not None and question_id not in self._known:
            self._touched.pop(question_id, None)  # came and went unheard
            return
        self._touched[question_id] = gone

    def decided(self, decision: Decision) -> None:
        if not self.wants_decisions:
            return
        if len(self._decisions) == MAX_DECISIONS:
            self._left_out += 1
        self._decisions.append(decision)

    def take(self, status: Callable[[], Status], look: Look) -> list[Notice]:
        """All that it is to be told now; afterwards it knows."""
        notices: list[Notice] = []
        if self.status:
            notices.append(StatusChanged(status()))
        notices.extend(self._questions(look))
        if self.rules:
            notices.append(RulesChanged())
        if self.missed:
            notices.append(MissedChanged())
        if self.settings:
            notices.append(SettingsChanged())
        if self._decisions:
            notices.append(Decided(tuple(self._decisions), self._left_out))
        self.status = self.rules = self.missed = self.settings = False
        self._decisions.clear()
        self._left_out = 0
        return notices

    def _questions(self, look: Look) -> Iterator[Notice]:
        touched, self._touched = self._touched, {}
        for question_id, gone in touched.items():
            if gone is not None:
                self._known.discard(question_id)
                yield QuestionGone(question_id, gone)
            elif (question := look(question_id)) is None:
                continue
            elif question_id in self._known:
                yield QuestionChanged(question)
            else:
                self._known.add(question_id)
                yield QuestionOpened(question)


class Watchers:
    """All who watch. Tell it what changed; it tells them."""

    def __init__(self, status: Callable[[], Status], look: Look) -> None:
        """Look gives a question that people have been told of, None if it is gone."""
        self._status = status
        self._look = look
        self._all: set[_Watcher] = set()
        self._closed = False

    async def watch(
        self, waiting: Callable[[], Iterable[int]], *, decisions: bool
    ) -> AsyncIterator[Notice]:
        """Notices from now on, beginning with the status and what waits already."""
        watcher = _Watcher(decisions=decisions)
        for question_id in waiting():
            watcher.touch(question_id, None)
        watcher.wake.set()
        self._all.add(watcher)
        try:
            while not self._closed:
                await watcher.wake.wait()
                watcher.wake.clear()
                for notice in watcher.take(self._status, self._look):
                    yield notice
        finally:
            self._all.discard(watcher)

    def question(self, question_id: int, gone: Gone | None = None) -> None:
        """A question opened, changed, or is gone."""
        for watcher in self._all:
            watcher.touch(question_id, gone)
            watcher.status = watcher.status or gone is not None
            watcher.wake.set()

    def status(self) -> None:
        for watcher in self._all:
            watcher.status = True
            watcher.wake.set()

    def rules(self) -> None:
        for watcher in self._all:
            watcher.rules = watcher.status = True
            watcher.wake.set()

    def missed(self) -> None:
        for watcher in self._all:
            watcher.missed = watcher.status = True
            watcher.wake.set()

    def settings(self) -> None:
        for watcher in self._all:
            watcher.settings = watcher.status = True
            watcher.wake.set()

    def decided(self, decision: Decision) -> None:
        for watcher in self._all:
            watcher.decided(decision)
            if watcher.wants_decisions:
                watcher.wake.set()

    def close(self) -> None:
        """Let every watch() end once it has told what is left."""
        self._closed = True
        for watcher in self._all:
            watcher.wake.set()
