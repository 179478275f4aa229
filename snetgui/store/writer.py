# SPDX-License-Identifier: GPL-2.0-or-later
"""The thread that writes the history, so that no verdict waits for a disk.

put() never blocks and never raises. What waits is bounded: above it, and when
the store closes while the disk refuses, decisions count as unwritten. A disk
that is full or locked is said once, tried again, and said again only after it
had worked in between.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from snetgui.model import Decision, StoreError

_CLOSE_S = 5.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How much waits, and how long.

    Attributes:
        queue: decisions that may wait for the disk: some 100 MB.
        batch: decisions in one transaction at most: more at once write fewer pages twice.
        gather_s: from the first decision that waits to its transaction.
        retry_s: from a refusal of the disk to the next try.
    """

    queue: int = 50_000
    batch: int = 8_000
    gather_s: float = 0.25
    retry_s: float = 2.0


class Recorder(Protocol):
    """What the writer writes to: a HistoryStore."""

    def append(self, decisions: Sequence[Decision]) -> None:
        """Record decisions, all or none. Raises StoreError."""
        ...


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the decisions that were put; the three add up to them.

    Attributes:
        unwritten: not in the history and never will be.
    """

    written: int
    waiting: int
    unwritten: int


class HistoryWriter:
    """Takes decisions from any thread and records them from one of its own.

    Args:
        on_problem: called in the writer's thread with one StoreError for each
            trouble that begins: hand it on, don't block.
    """

    def __init__(
        self,
        store: Recorder,
        *,
        on_problem: Callable[[StoreError], None],
        pace: Pace | None = None,
    ) -> None:
        self._store = store
        self._on_problem = on_problem
        self._pace = pace or Pace()
        self._changed = threading.Condition()
        self._waiting: deque[Decision] = deque()
        self._in_hand = 0
        self._written = 0
        self._unwritten = 0
        self._trouble = False
        self._closing = False
        self._give_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="snet-history", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def put(self, decisions: Sequence[Decision]) -> None:
        """Hand decisions over, oldest first. Never blocks for the disk, never raises."""
        with self._changed:
            room = max(0, self._pace.queue - len(self._waiting) - self._in_hand)
            if self._closing:
                room = 0
            taken = decisions[:room]
            self._unwritten += len(decisions) - len(taken)
            was_empty = not self._waiting
            self._waiting.extend(taken)
            if taken and (was_empty or len(self._waiting) >= self._pace.batch):
                self._changed.notify_all()

    @property
    def counts(self) -> Counts:
        """What became of all decisions until now."""
        with self._changed:
            waiting = len(self._waiting) + self._in_hand
            return Counts(self._written, waiting, self._unwritten)

    def flush(self, timeout_s: float) -> bool:
        """Wait until all that was put is written or given up; False if time ran out."""
        with self._changed:
            return self._changed.wait_for(self._idle, timeout_s)

    def close(self, timeout_s: float = _CLOSE_S) -> Counts:
        """Write what waits, then stop. What the disk refuses to the end is unwritten.

        Returns within the time given and what the store's own busy time-out
        takes; nothing waits any more in what it returns.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
            self._give_up.set()
            self._thread.join()
        with self._changed:
            self._unwritten += len(self._waiting)
            self._waiting.clear()
        return self.counts

    def _idle(self) -> bool:
        return not self._waiting and not self._in_hand

    def _run(self) -> None:
        while batch := self._next_batch():
            self._write(batch)

    def _next_batch(self) -> list[Decision]:
        """The next decisions, once some wait; none at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            if not self._closing:
                self._changed.wait_for(self._worth_writing, self._pace.gather_s)
            count = 0 if self._give_up.is_set() else min(self._pace.batch, len(self._waiting))
            batch = [self._waiting.popleft() for _ in range(count)]
            self._in_hand = len(batch)
            return batch

    def _worth_writing(self) -> bool:
        return len(self._waiting) >= self._pace.batch or self._closing

    def _write(self, batch: list[Decision]) -> None:
        """Write a batch for as long as it takes, or until the store closes."""
        while True:
            try:
                written = self._append(batch)
            except StoreError as fault:
                self._tell(fault)
                if self._give_up.is_set() or self._wait_to_retry():
                    self._settle(0, len(batch))
                    return
            else:
                if written == len(batch):
                    self._trouble = False
                self._settle(written, len(batch) - written)
                return

    def _wait_to_retry(self) -> bool:
        """Whether time is up: nobody waits for a disk that refuses while closing."""
        if self._closing:
            return True
        with self._changed:
            self._changed.wait_for(lambda: self._closing, self._pace.retry_s)
        return False

    def _append(self, batch: list[Decision]) -> int:
        """How many of the batch were written.

        Raises:
            StoreError: none, but they can be tried again.
        """
        try:
            self._store.append(batch)
        except StoreError:
            raise
        except Exception as fault:  # noqa: BLE001 - our own bug with one decision
            # must take neither the others nor the history of all later ones along.
            if len(batch) > 1:
                half = len(batch) // 2
                return self._append(batch[:half]) + self._append(batch[half:])
            self._tell(StoreError(f"a decision can't be written to the history: {fault!r}"))
            return 0
        return len(batch)

    def _tell(self, fault: StoreError) -> None:
        if not self._trouble:
            self._trouble = True
            self._on_problem(fault)

    def _settle(self, written: int, unwritten: int) -> None:
        with self._changed:
            self._in_hand = 0
            self._written += written
            self._unwritten += unwritten
            self._changed.notify_all()
