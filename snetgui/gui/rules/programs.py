# SPDX-License-Identifier: GPL-2.0-or-later
"""The programs that rules name, read when somebody is about to choose one."""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.engine.backend import Page
from snetgui.gui.bridge import Bridge
from snetgui.model import SnetError

_PAGE = 1000


class Programs(QObject):
    """Reads them page by page.

    Attributes:
        known: as they were read last, sorted.
        fresh: whether they are so still.

    Signals:
        came: they are here.
        failed: why they are not; those that were known before still are.
    """

    came = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: list[str] = []
        self._busy = self._outdated = False
        self.known: tuple[str, ...] = ()
        self.fresh = False

    def outdated(self) -> None:
        """Rules changed: they are read again when they are asked for again."""
        self.fresh = False
        self._outdated = True

    def ask(self) -> None:
        """See to it that they are here; one of the signals says when they are, if they are not."""
        if not self.fresh and not self._busy:
            self._busy, self._outdated, self._found = True, False, []
            self._read()

    def _read(self) -> None:
        work = self._bridge.backend.programs(offset=len(self._found), limit=_PAGE)
        self._bridge.call(work, self._took, self._did_not)

    def _took(self, page: Page[str]) -> None:
        self._found += page.rows
        if page.rows and len(self._found) < page.total:
            self._read()
            return
        self._busy = False
        self.known, self.fresh = tuple(self._found), not self._outdated
        self.came.emit()

    def _did_not(self, error: SnetError) -> None:
        self._busy = False
        self.failed.emit(str(error))
