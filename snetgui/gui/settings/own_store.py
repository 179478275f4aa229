# SPDX-License-Identifier: GPL-2.0-or-later
"""The person's own settings while the app runs: in force, kept, and followed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QFileSystemWatcher, QObject, pyqtSignal

from .own import Own, read_own, write_own


class OwnStore(QObject):
    """What holds now.

    Signals:
        changed: an Own, whoever changed it.
    """

    changed = pyqtSignal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._own = read_own(path)
        # Its folder, not the file: each change puts a new file there.
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _folder: self._read())
        self._watch()

    @property
    def own(self) -> Own:
        """What is in force."""
        return self._own

    def change(self, **settings: Any) -> None:
        """Put these into force and keep them.

        Raises:
            OSError: they could not be kept; all is as it was.
        """
        wanted = replace(read_own(self._path), **settings)
        write_own(self._path, wanted)
        self._watch()
        self._take(wanted)

    def _read(self) -> None:
        """Another program of ours, or an editor, changed the file."""
        self._take(read_own(self._path))

    def _take(self, own: Own) -> None:
        if own != self._own:
            self._own = own
            self.changed.emit(own)

    def _watch(self) -> None:
        folder = str(self._path.parent)
        if self._path.parent.is_dir() and folder not in self._watcher.directories():
            self._watcher.addPath(folder)
