# SPDX-License-Identifier: GPL-2.0-or-later
"""What the person wants to see of the history: the filters, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from snetgui.model import Action, HistoryQuery, Reason, Syscall


class Span(StrEnum):
    """Which time is looked at; all but RANGE go on with the clock."""

    ANY = "any"
    HOUR = "hour"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    RANGE = "range"


_BACK = {
    Span.HOUR: timedelta(hours=1),
    Span.WEEK: timedelta(days=7),
    Span.MONTH: timedelta(days=30),
}


class Kind(StrEnum):
    """The filters; each can be taken away by itself."""

    TIME = "time"
    PROGRAM = "program"
    DESTINATION = "destination"
    PORT = "port"
    USER = "user"
    DECISION = "decision"
    REASON = "reason"
    SYSCALL = "syscall"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """As model.HistoryQuery, but for the time.

    Attributes:
        since, until: aware; with Span.RANGE only.
    """

    search: str = ""
    program: str | None = None
    destination: str | None = None
    port: int | None = None
    uid: int | None = None
    action: Action | None = None
    reason: Reason | None = None
    syscall: Syscall | None = None
    rule_id: int | None = None
    span: Span = Span.ANY
    since: datetime | None = None
    until: datetime | None = None

    def query(self, now: datetime) -> HistoryQuery:
        """What that means at this moment."""
        since, until = self._times(now)
        return HistoryQuery(
            program=self.program,
            destination=self.destination,
            port=self.port,
            uid=self.uid,
            action=self.action,
            reason=self.reason,
            syscall=self.syscall,
            rule_id=self.rule_id,
            since=since,
            until=until,
            search=self.search.strip(),
        )

    @property
    def empty(self) -> bool:
        """Whether it leaves nothing out."""
        return not self.search.strip() and not list(self.kinds())

    def kinds(self) -> Iterator[Kind]:
        """The filters that are set, the words that are searched for aside."""
        if self.span is not Span.ANY:
            yield Kind.TIME
        for kind, name in _FIELDS.items():
            if getattr(self, name) is not None:
                yield kind

    def without(self, kind: Kind) -> Wanted:
        """The same, one filter less."""
        if kind is Kind.TIME:
            return self.at(Span.ANY)
        nothing: dict[str, Any] = {_FIELDS[kind]: None}
        return replace(self, **nothing)

    def at(
        self, span: Span, since: datetime | None = None, until: datetime | None = None
    ) -> Wanted:
        """The same at another time."""
        return replace(self, span=span, since=since, until=until)

    def _times(self, now: datetime) -> tuple[datetime | None, datetime | None]:
        if self.span is Span.RANGE:
            return self.since, self.until
        if self.span is Span.TODAY:
            return datetime.combine(now.astimezone().date(), time()).astimezone(), None
        back = _BACK.get(self.span)
        return (None if back is None else now - back), None


_FIELDS = {
    Kind.PROGRAM: "program",
    Kind.DESTINATION: "destination",
    Kind.PORT: "port",
    Kind.USER: "uid",
    Kind.DECISION: "action",
    Kind.REASON: "reason",
    Kind.SYSCALL: "syscall",
    Kind.RULE: "rule_id",
}
