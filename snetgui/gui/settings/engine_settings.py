# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine's settings as the windows see them: what is in force, and what the person wants."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.engine.backend import Backend
from snetgui.gui.bridge import Bridge
from snetgui.model import Action, Mode, Settings, SettingsError, SnetError, Status

MODE = "mode"


class EngineSettings(QObject):
    """Reads and changes settings; one change is on its way at a time, the rest in one go after it.

    A wish counts as in force until the engine says otherwise, so that what the
    person chose does not jump back and forth meanwhile.

    Signals:
        changed: what is shown is another: look again.
        refused: the name of a field of Settings (or MODE, or ""), and why.
    """

    changed = pyqtSignal()
    refused = pyqtSignal(str, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings: Settings | None = None
        self._status: Status | None = None
        self._sent: dict[str, Any] = {}
        self._wishes: dict[str, Any] = {}
        self._reading = self._stale = False

    @property
    def settings(self) -> Settings | None:
        """Those that are shown; None before they are known."""
        if self._settings is None:
            return None
        return replace(self._settings, **self._wanted)

    @property
    def status(self) -> Status | None:
        """The engine's, None while it tells nothing."""
        return self._status

    @property
    def delay_s(self) -> float | None:
        """The verdict delay that is shown: whoever set it."""
        wish: float | None = self._wanted.get("delay_s")
        if wish is not None or self._status is None:
            return wish
        return self._status.delay_s

    @property
    def policy(self) -> Action | None:
        """The verdict policy that is shown: whoever set it."""
        wish: Action | None = self._wanted.get("policy")
        if wish is not None or self._status is None:
            return wish
        return self._status.policy

    def take_status(self, status: Status | None) -> None:
        """The engine told this, None for nothing any more."""
        self._status = status
        if status is None:
            self._settings = None
            self._sent, self._wishes = {}, {}
        self.changed.emit()

    def read(self) -> None:
        """Read them anew; if they are being read, once more afterwards."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        self._bridge.call(self._bridge.backend.settings(), self._took, self._not_read)

    def change(self, **wishes: Any) -> None:
        """Fields of Settings, to be put into force."""
        if self._settings is None:
            return
        self._wishes |= wishes
        self.changed.emit()
        self._send()

    def set_mode(self, mode: Mode, seconds: float | None = None) -> None:
        """Change the mode."""
        work = self._bridge.backend.set_mode(mode, seconds)
        self._bridge.call(work, failed=lambda error: self._refuse({MODE}, error))

    @property
    def _wanted(self) -> dict[str, Any]:
        return self._sent | self._wishes

    def _send(self) -> None:
        if self._sent or not self._wishes:
            return
        self._sent, self._wishes = self._wishes, {}
        work = _change(self._bridge.backend, self._sent)
        self._bridge.call(work, self._in_force, self._not_in_force)

    def _in_force(self, settings: Settings) -> None:
        sent, self._sent = self._sent, {}
        self._settings = settings
        if self._status is not None:
            told = {name: sent[name] for name in ("delay_s", "policy") if name in sent}
            self._status = replace(self._status, **told)
        self.changed.emit()
        self._send()

    def _not_in_force(self, error: SnetError) -> None:
        sent, self._sent = self._sent, {}
        self._refuse(set(sent), error)
        self._send()

    def _refuse(self, fields: set[str], error: SnetError) -> None:
        named = error.field if isinstance(error, SettingsError) else ""
        self.changed.emit()
        for field in {named} if named in fields else fields:
            self.refused.emit(field, str(error))
        self.read()

    def _took(self, settings: Settings) -> None:
        self._reading = False
        self._settings = settings
        self.changed.emit()
        if self._stale:
            self.read()

    def _not_read(self, error: SnetError) -> None:
        self._reading = False
        self.refused.emit("", str(error))


async def _change(backend: Backend, wishes: dict[str, Any]) -> Settings:
    """Only these: what somebody else changed in between stays."""
    return await backend.change_settings(replace(await backend.settings(), **wishes))
