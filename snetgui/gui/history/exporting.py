# SPDX-License-Identifier: GPL-2.0-or-later
"""Exporting, as the person sees it: where to, how far, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QWidget

from snetgui.gui.bridge import Bridge
from snetgui.gui.words import translate
from snetgui.model import HistoryQuery
from snetgui.model.text import shown

from .export import Export
from .export_bar import ExportBar
from .export_file import Kind
from .save_dialog import SaveDialog

_PATH_MOST = 90


class Exporting(QObject):
    """Asks for a file, and exports to it.

    Attributes:
        bar: how far it is; to be put into the window.

    Signals:
        said: how it went, in a sentence.
        changed: one began or ended.
    """

    said = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(self, bridge: Bridge, query: Callable[[], HistoryQuery], window: QWidget) -> None:
        """`query`: what is to be exported, as of now."""
        super().__init__(window)
        self._query = query
        self._window = window
        self.bar = ExportBar()
        self._export = Export(bridge, self)
        export = self._export
        export.progressed.connect(self.bar.show_progress)
        export.finished.connect(self._finished)
        export.failed.connect(self.said)
        export.cancelled.connect(
            lambda: self.said.emit(translate("History", "The export was cancelled."))
        )
        for ended in (export.finished, export.failed, export.cancelled):
            ended.connect(lambda *_what: self._changed())
        self.bar.cancel_wanted.connect(export.cancel)

    @property
    def running(self) -> bool:
        """Whether one is under way."""
        return self._export.running

    def ask(self, now: datetime) -> None:
        """Ask where to, then begin."""
        if not self.running:
            dialog = SaveDialog(now, self._window)
            dialog.path_chosen.connect(self.begin)
            dialog.open()

    def begin(self, path: Path, kind: Kind) -> None:
        """Export to this file."""
        self._export.start(self._query(), path, kind)
        self._changed()

    def close(self) -> None:
        """The app ends: leave no half file."""
        self._export.close()

    def _finished(self, path: str, count: int) -> None:
        text = translate("History", "%Ln decisions were exported to {file}", "", count)
        self.said.emit(text.format(file=shown(path, _PATH_MOST)))

    def _changed(self) -> None:
        self.bar.setVisible(self.running)
        self.changed.emit()
