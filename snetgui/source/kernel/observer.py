# SPDX-License-Identifier: GPL-2.0-or-later
"""Observer: every decision of the kernel module, read along without a say in it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

from snetgui.model import Decision

from . import messages, wire
from .channel import Channel
from .connection import Connection
from .header import GENL_DECISIONS, Command

_log = logging.getLogger(__name__)


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class Observer:
    """Decisions, as the module tells them to its group "decisions".

    Any number of observers can read along. One that is too slow loses decisions
    and harms nobody: `losses` says how often that happened.

    Args:
        clock: the wall clock, for Decision.when.

    Raises:
        SourceMissing: the module is not loaded.
        SourcePermission: CAP_NET_ADMIN is missing.
    """

    def __init__(
        self, channel: Channel | None = None, clock: Callable[[], datetime] = _wall_clock
    ) -> None:
        self._clock: Final = clock
        self._connection: Final = Connection(channel or Channel(tell_overrun=True))
        try:
            self._connection.join(GENL_DECISIONS)
        except BaseException:
            self.close()
            raise

    @property
    def losses(self) -> int:
        """How often the kernel dropped decisions because nobody read them in time."""
        return self._connection.overruns

    def fileno(self) -> int:
        """The descriptor, to be polled for reading; -1 once closed."""
        return self._connection.fileno()

    def receive(self, wait: float | None = None) -> list[Decision]:
        """Decisions, oldest first; [] if none came within `wait` seconds.

        Raises:
            SourceMissing: the module was unloaded.
        """
        told = (self._read(*message) for message in self._connection.messages(wait))
        return [decision for decision in told if decision is not None]

    def __iter__(self) -> Iterator[Decision]:
        while True:
            yield from self.receive()

    def close(self) -> None:
        """Stop reading along."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self, command: int, fields: wire.Attributes) -> Decision | None:
        if command != Command.DECISION:
            return None
        try:
            event, ended = messages.parse_event(fields), messages.parse_ended(fields)
        except wire.MalformedMessage as problem:
            _log.error("a decision can't be shown: %s", problem)
            return None
        return Decision(
            event, ended.action, ended.errno, ended.reason, ended.held_ns, when=self._clock()
        )
