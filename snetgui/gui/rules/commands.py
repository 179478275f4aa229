# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done to rules through the engine, and the way back from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.engine.backend import MOST_RULES_AT_ONCE
from snetgui.engine.clock import ReadClock, read_clock
from snetgui.gui.bridge import Bridge
from snetgui.gui.telling import rule_called
from snetgui.gui.words import translate
from snetgui.model import Rule, SnetError
from snetgui.model.text import shown

from .draft import birth, copy_of

_NAME_MOST = 60
_UNDO_MOST = 50

Undo = Callable[[], None]


class Commands(QObject):
    """Switches, copies and deletes rules; each thing done says so once the engine did it.

    Signals:
        did: what was done, and whether it can be taken back.
        failed: what could not be done, and why.
        made: ids of rules that are new.
    """

    did = pyqtSignal(str, bool)
    failed = pyqtSignal(str)
    made = pyqtSignal(list)

    def __init__(
        self, bridge: Bridge, parent: QObject | None = None, *, clock: ReadClock = read_clock
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._clock = clock
        self._undos: list[Undo] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undos)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._undos:
            self._undos.pop()()

    def switch(self, rules: Sequence[Rule], on: bool) -> None:
        """Switch rules on or off."""
        ids = [rule.id for rule in rules if rule.enabled is not on]
        for some in _pieces(ids):
            self._call(self._bridge.backend.set_enabled(some, on))

    def switch_off(self, ids: Sequence[int]) -> None:
        """Switch rules off that are on, with a way back."""
        for some in _pieces(list(ids)):
            self._call(self._bridge.backend.set_enabled(some, False), self._switched_off)

    def duplicate(self, rules: Sequence[Rule]) -> None:
        """Make copies, switched off."""
        born = birth(self._clock())
        for some in _pieces([copy_of(rule, born) for rule in rules]):
            self._call(
                self._bridge.backend.add_rules(some),
                lambda made: self.made.emit([rule.id for rule in made]),
            )

    def delete(self, ids: Sequence[int]) -> None:
        """Forget rules, with a way back."""
        for some in _pieces(list(ids)):
            self._call(self._bridge.backend.delete_rules(some), self._deleted)

    def _deleted(self, rules: Sequence[Rule]) -> None:
        if not rules:
            return
        if len(rules) == 1:
            name = shown(rule_called(rules[0]), _NAME_MOST)
            text = translate("Rules", "Deleted: {name}").format(name=name)
        else:
            text = translate("Rules", "%Ln rules deleted", "", len(rules))
        self._can_take_back(text, lambda: self._bring_back(rules))

    def _bring_back(self, rules: Sequence[Rule]) -> None:
        def did_not(error: SnetError) -> None:
            # Still to be had: the disk may be full only now.
            self._undos.append(lambda: self._bring_back(rules))
            self.failed.emit(str(error))

        work = self._bridge.backend.add_rules(tuple(rules))
        self._bridge.call(work, lambda back: self.made.emit([rule.id for rule in back]), did_not)

    def _switched_off(self, rules: Sequence[Rule]) -> None:
        if len(rules) == 1:
            name = shown(rule_called(rules[0]), _NAME_MOST)
            text = translate("Rules", "Switched off: {name}").format(name=name)
        else:
            text = translate("Rules", "%Ln rules switched off", "", len(rules))
        self._can_take_back(text, lambda: self.switch(rules, True))

    def _can_take_back(self, text: str, undo: Undo) -> None:
        self._undos.append(undo)
        del self._undos[:-_UNDO_MOST]
        self.did.emit(text, True)

    def _call(self, work: Any, done: Callable[[Any], None] | None = None) -> None:
        self._bridge.call(work, done, lambda error: self.failed.emit(str(error)))


def _pieces(things: Sequence[Any]) -> list[Sequence[Any]]:
    """As many as the engine takes at once."""
    starts = range(0, len(things), MOST_RULES_AT_ONCE)
    return [things[start : start + MOST_RULES_AT_ONCE] for start in starts]
