# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of the rules that decided, asked for when somebody looks."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.gui.bridge import Bridge
from snetgui.gui.telling import rule_called
from snetgui.gui.words import translate
from snetgui.model import Rule, SnetError, UnknownRule

_KNOWN_MOST = 5_000


class RuleNames(QObject):
    """What a rule is called now; one that was deleted says so.

    Signals:
        came: some names are known that were not.
    """

    came = pyqtSignal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: dict[int, str] = {}
        self._gone: set[int] = set()
        self._old: set[int] = set()
        self._asked: set[int] = set()

    def name(self, rule_id: int | None) -> str | None:
        """Its name, None while it is not known."""
        if rule_id is None:
            return None
        current = rule_id in self._known and rule_id not in self._old
        if not current and rule_id not in self._asked:
            self._ask(rule_id)
        return self._known.get(rule_id)

    def is_gone(self, rule_id: int) -> bool:
        """Whether that rule is known not to be there any more."""
        return rule_id in self._gone

    def changed(self) -> None:
        """Rules changed: what they are called is asked again when somebody looks."""
        self._old = set(self._known)
        self.came.emit()

    def _ask(self, rule_id: int) -> None:
        if len(self._known) >= _KNOWN_MOST:
            self._known.clear()
        self._asked.add(rule_id)
        self._bridge.call(
            self._bridge.backend.rule(rule_id), self._took, lambda error: self._none(rule_id, error)
        )

    def _took(self, rule: Rule) -> None:
        self._gone.discard(rule.id)
        self._tell(rule.id, rule_called(rule))

    def _none(self, rule_id: int, error: SnetError) -> None:
        if isinstance(error, UnknownRule):
            self._gone.add(rule_id)
            self._tell(rule_id, translate("History", "deleted since"))

    def _tell(self, rule_id: int, name: str) -> None:
        self._asked.discard(rule_id)
        self._old.discard(rule_id)
        if self._known.get(rule_id) != name:
            self._known[rule_id] = name
            self.came.emit()
