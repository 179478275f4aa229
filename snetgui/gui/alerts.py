# SPDX-License-Identifier: GPL-2.0-or-later
"""Calling the person: when a question is heard, and when it is notified.

The prompt itself is on the screen; a sound tells whoever looks elsewhere that
one appeared. A notification comes where that may not do: on desktops without a
tray, whose windows may open behind others, and where the prompt is not in
sight. What was missed is notified everywhere, and stays. Where there is a tray,
no window says that nothing can be asked, or that something else is wrong: that
is notified there.
"""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QWidget

from snetgui.engine.backend import Missed, Page
from snetgui.model import Link, Status
from snetgui.model.said import Said

from . import words
from .apps import Apps
from .bridge import Bridge
from .notifier import Notifier
from .prompt.keyboard import has_layers
from .prompter import Prompter
from .settings.own_store import OwnStore
from .sound import Player, Sound
from .telling import fit, tell

_SHOWN_MS = 400  # by then the window system has shown the prompt, if it will
_MENDED_MS = 3000  # what breaks is most often made again sooner
_PROBLEM_MOST = 300
_WARNINGS_MOST = 2  # the status window has the rest


class Alerts(QObject):
    """Watches the questions, and those that were missed.

    `has_tray` tells whether an icon of ours is in a panel.
    """

    def __init__(  # noqa: PLR0913  (what it watches, and what it calls with)
        self,
        bridge: Bridge,
        prompter: Prompter,
        prompt: QWidget,
        *,
        apps: Apps,
        store: OwnStore,
        notifier: Notifier,
        player: Player,
        has_tray: Callable[[], bool],
    ) -> None:
        super().__init__(prompt)
        self._bridge = bridge
        self._prompter = prompter
        self._prompt = prompt
        self._apps = apps
        self._store = store
        self._notifier = notifier
        self._player = player
        self._has_tray = has_tray
        self._asked = False
        self._missed = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SHOWN_MS)
        self._soon.timeout.connect(self._notify)
        self._warned: tuple[str, ...] = ()
        self._problem = ""
        self._mended = QTimer(self)
        self._mended.setSingleShot(True)
        self._mended.setInterval(_MENDED_MS)
        self._mended.timeout.connect(self._tell_link)
        store.changed.connect(lambda _own: self._follow())
        self._follow()

    def questions_changed(self) -> None:
        """What waits is another than before."""
        asked = self._prompter.front is not None
        if asked and not self._asked and self._store.own.sound_question:
            self._player.play(Sound.QUESTION)
        self._asked = asked
        if not asked:
            self._soon.stop()
            self._notifier.no_question()
        elif not self._soon.isActive():
            self._soon.start()

    def missed_changed(self, status: Status | None, *, looked_at: bool) -> None:
        """The engine told how many were missed; looked_at: their list is open."""
        count = status.missed if status is not None else 0
        before, self._missed = self._missed, count
        if count == 0 or looked_at:
            self._notifier.no_missed()
        elif count > before:
            if self._store.own.sound_missed and self._prompter.here:
                self._player.play(Sound.MISSED)
            self._bridge.call(self._bridge.backend.missed(limit=1), self._tell_missed)

    def link_changed(self, status: Status | None) -> None:
        """The engine told how it stands with its source."""
        before, self._problem = self._problem, ""
        if status is not None and status.link is not Link.CONNECTED:
            self._problem = fit(tell(status.problem), _PROBLEM_MOST)
        if not self._problem:
            self._mended.stop()
            self._notifier.connected()
        elif self._problem != before:
            self._mended.start()

    def warnings_changed(self, status: Status | None) -> None:
        """The engine told what else is wrong; numbers that grow make it no other thing."""
        warnings = status.warnings if status is not None else ()
        before, self._warned = self._warned, tuple(map(_kind, warnings))
        if not warnings:
            self._notifier.no_warning()
        elif self._warned != before and self._has_tray():
            lines = (fit(tell(text), _PROBLEM_MOST) for text in warnings[:_WARNINGS_MOST])
            self._notifier.warned("\n".join(lines))

    def stop(self) -> None:
        """Call nobody any more."""
        self._soon.stop()
        self._mended.stop()
        self._player.stop()
        self._notifier.set_enabled(False)

    def _follow(self) -> None:
        self._notifier.set_enabled(self._store.own.notify)
        if self._store.own.notify:
            self.questions_changed()
            self._tell_link()

    def _notify(self) -> None:
        front = self._prompter.front
        if front is None or (self._has_tray() and in_sight(self._prompt)):
            self._notifier.no_question()
            return
        name = self._apps.of(front.event, front.facts).name
        self._notifier.question(
            words.sentence(name, front.event, front.facts),
            words.exe_text(front.event),
            self._prompter.line,
            urgent=not in_sight(self._prompt),
        )

    def _tell_link(self) -> None:
        if self._problem and self._has_tray() and not self._mended.isActive():
            self._notifier.not_connected(self._problem)

    def _tell_missed(self, page: Page[Missed]) -> None:
        if page.rows and page.total:
            decision = page.rows[0].decision
            name = self._apps.of(decision.event, decision.facts).name
            sentence = words.sentence(name, decision.event, decision.facts)
            self._notifier.missed(page.total, sentence)


def _kind(warning: str) -> str:
    return warning.pattern if isinstance(warning, Said) and warning.pattern else str(warning)


def in_sight(window: QWidget) -> bool:
    """Whether the person can see the window, as far as can be known.

    Under Wayland only that of a panel's surface, which is above others.
    """
    handle = window.windowHandle()
    return (
        window.isVisible()
        and not window.isMinimized()
        and handle is not None
        and handle.isExposed()
        and (has_layers() or not QGuiApplication.platformName().startswith("wayland"))
    )
