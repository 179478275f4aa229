# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading a whole list that comes in pages, one page at a time, the newest news last."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

from PyQt6.QtCore import QObject, pyqtSignal

from snetgui.engine.backend import Page
from snetgui.model import SnetError

from .bridge import Bridge

T = TypeVar("T")
Read = Callable[[int], Coroutine[Any, Any, Page[T]]]


class Pages(QObject, Generic[T]):
    """Reads all pages of a list, again whenever it changed, never twice at once.

    `read` gives the page that begins at an offset.

    Signals:
        loaded: the whole list, as a list.
        failed: why it could not be read.
    """

    loaded = pyqtSignal(list)
    failed = pyqtSignal(str)

    def __init__(self, bridge: Bridge, read: Read[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._read = read
        self._rows: list[T] = []
        self._busy = False
        self._stale = False

    def reload(self) -> None:
        """Read it anew; if it is being read, once more afterwards."""
        if self._busy:
            self._stale = True
            return
        self._busy, self._stale, self._rows = True, False, []
        self._next()

    def _next(self) -> None:
        self._bridge.call(self._read(len(self._rows)), self._took, self._did_not)

    def _took(self, page: Page[T]) -> None:
        self._rows.extend(page.rows)
        if page.rows and len(self._rows) < page.total and not self._stale:
            self._next()
            return
        self._busy = False
        if self._stale:
            self.reload()
        else:
            self.loaded.emit(self._rows)

    def _did_not(self, error: SnetError) -> None:
        self._busy = False
        self.failed.emit(str(error))
