# SPDX-License-Identifier: GPL-2.0-or-later
"""Which events were told and have not ended: so that each ends exactly once.

The module tells every end once, but a program must hold its own even where that
is not enough: when the module is unloaded, and when an end was given up on
because the socket was full for too long (STATS counts these as lost).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from snetgui.model import Action, Ended, Event, Reason, Verdict

# How long after its time an end may take before it counts as lost.
GRACE_NS: Final = 2_000_000_000


@dataclass(slots=True)
class _Open:
    event: Event
    due_ns: int
    verdict: Verdict | None = None


class Ledger:
    """The open events of one registration."""

    def __init__(self) -> None:
        self._open: dict[int, _Open] = {}

    def __len__(self) -> int:
        return len(self._open)

    def told(self, event: Event) -> bool:
        """Note an event; False if it was told before and has not ended."""
        if event.id in self._open:
            return False
        self._open[event.id] = _Open(event, event.deadline_ns + GRACE_NS)
        return True

    def ended(self, end: Ended) -> bool:
        """Note an end; False if that event is not open, so that nobody waits for it."""
        return self._open.pop(end.event_id, None) is not None

    def answered(self, verdicts: Iterable[Verdict], now_ns: int) -> None:
        """Note answers: their ends are due now."""
        for verdict in verdicts:
            entry = self._open.get(verdict.event_id)
            if entry is not None:
                entry.due_ns = now_ns + GRACE_NS
                entry.verdict = entry.verdict or verdict

    def extended(self, event_id: int, deadline_ns: int) -> None:
        """Note a new deadline."""
        entry = self._open.get(event_id)
        if entry is not None and entry.verdict is None:
            entry.due_ns = deadline_ns + GRACE_NS

    def overdue(self, now_ns: int) -> frozenset[int]:
        """Events whose end should have been told by now."""
        return frozenset(i for i, entry in self._open.items() if entry.due_ns <= now_ns)

    def postpone(self, event_ids: Iterable[int], now_ns: int) -> None:
        """These are pending still: look again later."""
        for event_id in event_ids:
            if event_id in self._open:
                self._open[event_id].due_ns = now_ns + GRACE_NS

    def lost(self, event_ids: Collection[int], policy: Action, now_ns: int) -> list[Ended]:
        """End these, whose end never came, as they must have ended."""
        ends = []
        for event_id in event_ids:
            entry = self._open.pop(event_id, None)
            if entry is not None:
                ends.append(_presumed(entry, policy, Reason.TIMEOUT, now_ns))
        return ends

    def vanished(self, policy: Action, now_ns: int) -> list[Ended]:
        """The module is gone: end all that is open."""
        ends = [_presumed(e, policy, Reason.UNLOAD, now_ns) for e in self._open.values()]
        self._open.clear()
        return ends


def _presumed(entry: _Open, policy: Action, otherwise: Reason, now_ns: int) -> Ended:
    """An answer had its effect; what nobody answered got the policy."""
    held_ns = max(0, now_ns - entry.event.raised_ns)
    answer = entry.verdict or Verdict(entry.event.id, policy)
    reason = Reason.AGENT if entry.verdict else otherwise
    return Ended(entry.event.id, answer.action, answer.errno, reason, held_ns)
