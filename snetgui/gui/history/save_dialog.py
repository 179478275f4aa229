# SPDX-License-Identifier: GPL-2.0-or-later
"""Choosing the file to export to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PyQt6.QtCore import QStandardPaths, Qt, pyqtSignal
from PyQt6.QtWidgets import QFileDialog, QWidget

from snetgui.gui.words import translate

from .export_file import Kind, kind_of


class SaveDialog(QFileDialog):
    """The desktop's own dialog, where there is one.

    Signals:
        path_chosen: a Path and a Kind.
    """

    path_chosen = pyqtSignal(object, object)

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent, translate("History", "Export · snet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self._filters = {
            translate("History", "Table (*.csv)"): Kind.CSV,
            translate("History", "JSON (*.json)"): Kind.JSON,
        }
        self.setNameFilters(list(self._filters))
        self.setDefaultSuffix(Kind.CSV.value)
        self.filterSelected.connect(self._follow)
        self.fileSelected.connect(self._chose)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        self.setDirectory(str(folder if folder.is_dir() else Path.home()))
        self.selectFile(f"snet-{now.astimezone():%Y-%m-%d}.{Kind.CSV.value}")

    def _kind(self) -> Kind:
        return self._filters.get(self.selectedNameFilter(), Kind.CSV)

    def _follow(self, _filter: str) -> None:
        """The name's ending is that of what is chosen."""
        self.setDefaultSuffix(self._kind().value)
        names = self.selectedFiles()
        if names and Path(names[0]).suffix:
            self.selectFile(Path(names[0]).with_suffix(f".{self._kind().value}").name)

    def _chose(self, name: str) -> None:
        path = Path(name)
        self.path_chosen.emit(path, kind_of(path, self._kind()))
