# SPDX-License-Identifier: GPL-2.0-or-later
"""What the filters are called, and what their chips say."""

from __future__ import annotations

import pwd
from collections.abc import Callable

from snetgui.gui.apps import Apps
from snetgui.gui.words import translate
from snetgui.model import Action
from snetgui.model.names import service_name
from snetgui.model.text import shown

from .texts import range_text, reason_text, syscall_text
from .wanted import Kind, Span, Wanted

_VALUE_MOST = 60
_WHOLE_MOST = 400


def kind_title(kind: Kind) -> str:
    """What a filter is about."""
    return {
        Kind.TIME: translate("History", "Time"),
        Kind.PROGRAM: translate("History", "Program"),
        Kind.DESTINATION: translate("History", "Destination"),
        Kind.PORT: translate("History", "Port"),
        Kind.USER: translate("History", "User"),
        Kind.DECISION: translate("History", "Decision"),
        Kind.REASON: translate("History", "Reason"),
        Kind.SYSCALL: translate("History", "What"),
        Kind.RULE: translate("History", "Rule"),
    }[kind]


def span_text(span: Span) -> str:
    """A time, as a choice."""
    return {
        Span.ANY: translate("History", "Any time"),
        Span.HOUR: translate("History", "Last hour"),
        Span.TODAY: translate("History", "Today"),
        Span.WEEK: translate("History", "Last 7 days"),
        Span.MONTH: translate("History", "Last 30 days"),
        Span.RANGE: translate("History", "From … to …"),
    }[span]


def decision_text(action: Action | None) -> str:
    """An outcome, as a choice."""
    if action is None:
        return translate("History", "Allowed and denied")
    if action is Action.ALLOW:
        return translate("History", "Only allowed")
    return translate("History", "Only denied")


def outcome_text(action: Action) -> str:
    """An outcome, in a chip."""
    if action is Action.ALLOW:
        return translate("History", "allowed")
    return translate("History", "denied")


def chip_text(kind: Kind, wanted: Wanted, apps: Apps) -> str:
    """ "Port: 443 (https)"."""
    text = translate("History", "{filter}: {value}")
    value = shown(_value(kind, wanted, apps), _VALUE_MOST)
    return text.format(filter=kind_title(kind), value=value)


def whole_text(kind: Kind, wanted: Wanted, apps: Apps) -> str:
    """The same without what a person's eye would not need."""
    value = wanted.program or "" if kind is Kind.PROGRAM else _value(kind, wanted, apps)
    text = translate("History", "{filter}: {value}")
    return text.format(filter=kind_title(kind), value=shown(value, _WHOLE_MOST))


def user_name(uid: int) -> str:
    """ "anna (1000)", or the number where it has no name."""
    try:
        return f"{pwd.getpwuid(uid).pw_name} ({uid})"
    except (KeyError, OverflowError):
        return str(uid)


def port_name(port: int) -> str:
    """ "443 (https)"."""
    service = service_name(port, "tcp") or service_name(port, "udp")
    return f"{port} ({service})" if service else str(port)


def _value(kind: Kind, wanted: Wanted, apps: Apps) -> str:
    say: dict[Kind, Callable[[], str]] = {
        Kind.TIME: lambda: _time(wanted),
        Kind.PROGRAM: lambda: apps.at(wanted.program or "").name,
        Kind.DESTINATION: lambda: wanted.destination or "",
        Kind.PORT: lambda: port_name(wanted.port or 0),
        Kind.USER: lambda: user_name(wanted.uid or 0),
        Kind.DECISION: lambda: outcome_text(wanted.action) if wanted.action else "",
        Kind.REASON: lambda: reason_text(wanted.reason) if wanted.reason else "",
        Kind.SYSCALL: lambda: syscall_text(wanted.syscall) if wanted.syscall else "",
        Kind.RULE: lambda: str(wanted.rule_id),
    }
    return say[kind]()


def _time(wanted: Wanted) -> str:
    if wanted.span is Span.RANGE:
        return range_text(wanted.since, wanted.until)
    return span_text(wanted.span)
