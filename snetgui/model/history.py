# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked of the history, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum

from .decision import Decision
from .event import Syscall
from .verdict import Action, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryQuery:
    """Which decisions: all that are given must hold; None and "" ask nothing.

    Attributes:
        program: path of the executable, exact.
        destination: an IP address, a host's name or an AF_UNIX path, exact.
        port: the service's: the remote one of what goes out, the local one of
            what listens or comes in.
        rule_id: decided by this rule.
        since, until: aware times, since <= when < until.
        search: words in any order; each must be part of the program's path, the
            remote address, a host's name or the user's name, or be the port or
            the reason. ASCII letters match in either case.
    """

    program: str | None = None
    destination: str | None = None
    port: int | None = None
    uid: int | None = None
    action: Action | None = None
    reason: Reason | None = None
    syscall: Syscall | None = None
    rule_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    search: str = ""


EVERYTHING = HistoryQuery()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision in the history.

    Attributes:
        id: rises with each decision that is recorded, never used again.
    """

    id: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some decisions, the newest first.

    Attributes:
        more: older ones match too; ask again with before=rows[-1].id.
    """

    rows: tuple[Recorded, ...]
    more: bool


class TotalBy(StrEnum):
    """What totals are kept of."""

    PROGRAM = "program"
    DESTINATION = "destination"


@dataclass(frozen=True, slots=True)
class Total:
    """How often one program asked, or one destination was asked for.

    Attributes:
        name: path of the executable; a destination's newest host name, else
            its address, "" for what has no peer. Untrusted text.
    """

    name: str
    allowed: int
    denied: int


class Step(Enum):
    """How far apart a plot's points are, in seconds. Minutes are kept for a day."""

    MINUTE = 60
    HOUR = 3600
    DAY = 86400


@dataclass(frozen=True, slots=True)
class Slot:
    """One point of a plot: what was decided in this step (counted in UTC)."""

    start: datetime
    allowed: int
    denied: int
