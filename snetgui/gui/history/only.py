# SPDX-License-Identifier: GPL-2.0-or-later
"""From a decision to a filter: only this program, only this destination, …"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PyQt6.QtCore import QObject

from snetgui.gui.rules.deeds import connect
from snetgui.model import Decision
from snetgui.model.matching import service_port

from .deeds import Deeds
from .filters import Filters
from .texts import destination_name
from .wanted import Kind

Chosen = Callable[[], Decision | None]


class Only(QObject):
    """Sets filters to what the chosen decision has, or to what the totals name."""

    def __init__(self, filters: Filters, chosen: Chosen, deeds: Deeds) -> None:
        super().__init__(filters)
        self._filters = filters
        self._chosen = chosen
        connect(
            [
                (deeds.only_program, lambda: self._like("program", _program)),
                (deeds.only_destination, lambda: self._like("destination", _destination)),
                (deeds.only_port, lambda: self._like("port", _port)),
                (deeds.only_user, lambda: self._like("uid", _uid)),
                (deeds.only_reason, lambda: self._like("reason", lambda one: one.reason)),
            ]
        )

    def toggle(self, kind: Kind, value: str) -> None:
        """Filter by this program or destination; if that is done already, no more."""
        wanted = self._filters.wanted
        active = wanted.program if kind is Kind.PROGRAM else wanted.destination
        if value and value == active:
            self._filters.want(wanted.without(kind))
        elif value:
            self._set(kind.value, value)

    def _like(self, name: str, value: Callable[[Decision], Any]) -> None:
        decision = self._chosen()
        if decision is not None:
            self._set(name, value(decision))

    def _set(self, name: str, value: Any) -> None:
        change: dict[str, Any] = {name: value}
        self._filters.want(replace(self._filters.wanted, **change))


def can_filter(decision: Decision | None) -> dict[str, bool]:
    """By which of destination and port this one can be told from others."""
    if decision is None:
        return {"destination": False, "port": False}
    return {"destination": bool(_destination(decision)), "port": bool(_port(decision))}


def _program(decision: Decision) -> str:
    return decision.event.process.exe


def _destination(decision: Decision) -> str:
    return destination_name(decision.event, decision.facts)


def _port(decision: Decision) -> int | None:
    return service_port(decision.event)


def _uid(decision: Decision) -> int:
    return decision.event.process.uid
