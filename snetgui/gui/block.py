# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocking everything at once: one rule above all others, seen and deleted like any other."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.engine.backend import Page, RuleQuery, RuleSort
from snetgui.engine.clock import read_clock
from snetgui.model import UNTIL_RESTART, Action, Birth, Conditions, Rule, SnetError

from .bridge import Bridge
from .words import translate

PRIORITY = 1_000_000  # above what a person gives a rule of their own
_FIRST = RuleQuery(sort=RuleSort.PRECEDENCE, descending=False)
_LOOK_AT = 100  # of those that win first: some may be switched off, or a person's own


def is_block(rule: Rule) -> bool:
    """Whether this rule is ours: in force, above all, about everything."""
    return (
        rule.enabled
        and rule.action is Action.DENY
        and rule.priority >= PRIORITY
        and rule.conditions == Conditions()
    )


def block_rule(birth: Birth) -> Rule:
    """The rule that denies every call until it is deleted, or the machine restarts."""
    return Rule(
        name=translate("Block", "Block everything"),
        action=Action.DENY,
        conditions=Conditions(),
        birth=birth,
        lifetime=UNTIL_RESTART,
        priority=PRIORITY,
    )


class Block(QObject):
    """Whether everything is blocked, and the switch for it.

    Signals:
        changed: blocked (True) or not.
        problem: why it could not be done.
    """

    changed = pyqtSignal(bool)
    problem = pyqtSignal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ids: tuple[int, ...] = ()
        self._looking = self._again = self._stopped = False

    @property
    def on(self) -> bool:
        """Whether everything is blocked, as far as we were told."""
        return bool(self._ids)

    def look(self) -> None:
        """Find the rule, whoever made it or switched it on again; once for many changes."""
        self._again = self._looking
        if not self._looking:
            self._looking = True
            work = self._bridge.backend.rules(query=_FIRST, limit=_LOOK_AT)
            self._bridge.call(work, self._found, self._not_found)

    def switch(self, on: bool) -> None:
        """Block everything, or end that."""
        if on and not self._ids:
            clock = read_clock()
            birth = Birth(clock.wall, clock.boot_id, clock.boottime_s)
            work = self._bridge.backend.add_rule(block_rule(birth))
            self._bridge.call(work, lambda _rule: self.look(), self._failed)
        elif not on and self._ids:
            work_off = self._bridge.backend.delete_rules(self._ids)
            self._bridge.call(work_off, lambda _rules: self.look(), self._failed)

    def stop(self) -> None:
        """Tell nothing more: an answer may still be on its way."""
        self._stopped = True

    def _found(self, page: Page[Rule]) -> None:
        if self._stopped:
            return
        self._ids = tuple(rule.id for rule in page.rows if is_block(rule))
        self.changed.emit(self.on)
        self._looked()

    def _not_found(self, error: SnetError) -> None:
        if self._stopped:
            return
        self.problem.emit(str(error))
        self._looked()

    def _looked(self) -> None:
        again, self._looking, self._again = self._again, False, False
        if again:
            self.look()

    def _failed(self, error: SnetError) -> None:
        self.problem.emit(str(error))
        self.look()
