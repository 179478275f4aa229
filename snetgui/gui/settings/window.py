# SPDX-License-Identifier: GPL-2.0-or-later
"""The settings window: pages of settings that act at once."""

from __future__ import annotations

import time
from collections.abc import Callable

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PyQt6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from snetgui.gui.bridge import Bridge
from snetgui.gui.icons import app_icon
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Status

from .asking_page import AskingPage
from .autostart import Autostart
from .engine_settings import EngineSettings
from .history_page import HistoryPage
from .own_store import OwnStore
from .page_list import PageList
from .screen_page import ScreenPage


class SettingsWindow(QWidget):
    """A list of pages, and the one that was chosen.

    Signals:
        first_wanted: the person wants to go through the first steps again.
        listen_wanted: a Sound that the person wants to hear.
    """

    first_wanted = pyqtSignal()
    listen_wanted = pyqtSignal(object)

    def __init__(
        self,
        bridge: Bridge,
        store: OwnStore,
        autostart: Autostart | None,
        *,
        clock: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("settings")
        self.setWindowTitle(translate("Settings", "Settings · snet"))
        self.setWindowIcon(app_icon())
        self._engine = EngineSettings(bridge, self)
        self._store = store
        self.asking = AskingPage(self._engine, clock)
        self.history = HistoryPage(self._engine)
        self.screen_page = ScreenPage(store, autostart)
        self._bar = NoticeBar()
        self._names = PageList()
        self._pages = QStackedWidget()
        self._arrange()
        self._connect()
        self.resize(em(self, 48), em(self, 38))

    def show_status(self, status: Status | None) -> None:
        """The engine told this, None for nothing any more."""
        self._engine.take_status(status)
        if self.isVisible() and status is not None:
            self._engine.read()

    def refresh(self) -> None:
        """Show what is in force, and the time that is left."""
        if self.isVisible():
            for page in (self.asking, self.history, self.screen_page):
                page.show_all()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what is true now."""
        super().showEvent(event)
        self._engine.read()
        self.refresh()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """What went wrong was seen."""
        super().hideEvent(event)
        for page in (self.asking, self.history, self.screen_page):
            page.mend()

    def _refused(self, field: str, why: str) -> None:
        pages = (self.asking, self.history)
        if not any(page.refuse(field, why) for page in pages):
            self._bar.say(why)
        self.refresh()

    def _arrange(self) -> None:
        for name, page in (
            (translate("Settings", "Asking"), self.asking),
            (translate("Settings", "History"), self.history),
            (translate("Settings", "Desktop"), self.screen_page),
        ):
            self._names.addItem(name)
            self._pages.addWidget(page)
        self._names.setAccessibleName(translate("Settings", "Pages of settings"))
        self._names.setFixedWidth(em(self, 8.5))
        self._names.setCurrentRow(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        right.addWidget(self._bar)
        whole = QHBoxLayout(self)
        pad = em(self, 0.7)
        whole.setContentsMargins(pad, em(self, 1.1), 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._names)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self._names.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._engine.changed.connect(self.refresh)
        self._engine.refused.connect(self._refused)
        self._store.changed.connect(lambda _own: self.refresh())
        self.screen_page.first_wanted.connect(self.first_wanted.emit)
        self.screen_page.listen_wanted.connect(self.listen_wanted.emit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
