# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of questions that nobody answered: bounded, and a rule from each one click away."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from snetgui.model import Decision, UnknownQuestion
from snetgui.model.said import translate

from .backend import Missed, Page

MAX_MISSED = 1000  # older ones are in the history


@dataclass(slots=True)
class _Entry:
    id: int
    decision: Decision
    count: int


class MissedList:
    """Missed questions by what they asked: one that comes again moves to the front."""

    def __init__(self, most: int = MAX_MISSED) -> None:
        self._most = most
        self._entries: dict[Hashable, _Entry] = {}
        self._next_id = 1

    def __len__(self) -> int:
        return len(self._entries)

    def note(self, key: Hashable, decision: Decision, count: int = 1) -> None:
        """Enter how that many events of a question ended, the last of them so."""
        entry = self._entries.pop(key, None)
        if entry is None:
            entry = _Entry(self._next_id, decision, 0)
            self._next_id += 1
        entry.decision = decision
        entry.count += count
        self._entries[key] = entry
        if len(self._entries) > self._most:
            del self._entries[next(iter(self._entries))]

    def get(self, missed_id: int) -> Missed:
        """Raises UnknownQuestion if it is not on the list (any more)."""
        for entry in self._entries.values():
            if entry.id == missed_id:
                return Missed(entry.id, entry.decision, entry.count)
        raise UnknownQuestion(
            translate(
                "Problem",
                "Missed question {number} is not on the list any more.",
                number=str(missed_id),
            )
        )

    def page(self, offset: int, limit: int) -> Page[Missed]:
        """Newest first."""
        rows = tuple(
            Missed(entry.id, entry.decision, entry.count)
            for entry in reversed(self._entries.values())
        )
        return Page(rows[offset : offset + limit], offset, len(rows))

    def forget(self, ids: Iterable[int]) -> bool:
        """Take these off; True if any was there."""
        unwanted = set(ids)
        kept = {key: entry for key, entry in self._entries.items() if entry.id not in unwanted}
        changed = len(kept) < len(self._entries)
        self._entries = kept
        return changed
