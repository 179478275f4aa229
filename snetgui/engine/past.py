# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the engine writes decisions down, and where it reads them again."""

from __future__ import annotations

from typing import Protocol

from snetgui.model import (
    Decision,
    HistoryPage,
    HistoryQuery,
    Settings,
    Slot,
    Step,
    Total,
    TotalBy,
)


class History(Protocol):
    """Where decisions are written down. Never waits."""

    def put(self, decision: Decision) -> None: ...

    def retain(self, settings: Settings) -> None:
        """From now on keep as much as these say; what is more goes soon."""
        ...


class Past(Protocol):
    """Where decisions are read again."""

    async def page(self, query: HistoryQuery, *, before: int | None, limit: int) -> HistoryPage:
        """As Backend.decisions(). Raises StoreError."""
        ...

    async def count(self, query: HistoryQuery) -> int:
        """As Backend.count()."""
        ...

    async def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        """As Backend.timeline()."""
        ...

    async def totals(self, query: HistoryQuery, by: TotalBy, *, limit: int) -> tuple[Total, ...]:
        """As Backend.totals()."""
        ...


class NoHistory:
    """Writes nothing down, so has nothing to read."""

    def put(self, decision: Decision) -> None:
        return None

    def retain(self, settings: Settings) -> None:
        return None

    async def page(self, query: HistoryQuery, *, before: int | None, limit: int) -> HistoryPage:
        return HistoryPage((), more=False)

    async def count(self, query: HistoryQuery) -> int:
        return 0

    async def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        return ()

    async def totals(self, query: HistoryQuery, by: TotalBy, *, limit: int) -> tuple[Total, ...]:
        return ()
