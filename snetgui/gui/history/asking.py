# SPDX-License-Identifier: GPL-2.0-or-later
"""One question to the Backend at a time, and only the newest one's answer counts."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

from PyQt6.QtCore import QObject

from snetgui.gui.bridge import Bridge
from snetgui.model import SnetError

T = TypeVar("T")
Make = Callable[[], Coroutine[Any, Any, T]]
Done = Callable[[T], None]
Failed = Callable[[SnetError], None]


class Asking(QObject, Generic[T]):
    """While an answer is on its way, of all that is asked meanwhile only the last is asked too."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._next: tuple[Make[T], Done[T], Failed] | None = None
        self._busy = False
        self._unwanted = False

    @property
    def busy(self) -> bool:
        """Whether an answer that counts is on its way."""
        return (self._busy and not self._unwanted) or self._next is not None

    def ask(self, make: Make[T], done: Done[T], failed: Failed) -> None:
        """Ask this; one of the two is called, unless something else is asked before."""
        self._next = make, done, failed
        if not self._busy:
            self._start()

    def drop(self) -> None:
        """No answer is wanted any more."""
        self._next = None
        self._unwanted = self._busy

    def _start(self) -> None:
        assert self._next is not None
        (make, done, failed), self._next = self._next, None
        self._busy, self._unwanted = True, False
        self._bridge.call(
            make(), lambda result: self._over(done, result), lambda error: self._over(failed, error)
        )

    def _over(self, tell: Callable[[Any], None], what: Any) -> None:
        self._busy = False
        unwanted, self._unwanted = self._unwanted, False
        if self._next is not None:
            self._start()
        elif not unwanted:
            tell(what)
