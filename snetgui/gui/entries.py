# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading desktop entries beside the windows' thread, and again when they change."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor

from PyQt6.QtCore import QFileSystemWatcher, QLocale, QObject, QTimer, pyqtSignal

from .desktop_entry import Entry, application_dirs, read_all

_SETTLE_MS = 3000  # a package brings many files


class Entries(QObject):
    """Desktop entries as they are on disk.

    Signals:
        read: a list of Entry.
    """

    read = pyqtSignal(list)
    _done = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._dirs = application_dirs(os.environ)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="snet-entries")
        self._done.connect(self._take)
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.start)
        self._watcher.directoryChanged.connect(lambda _path: self._settle.start())

    def start(self) -> None:
        """Begin to read."""
        there = [str(path) for path, _system in self._dirs if path.is_dir()]
        new = sorted(set(there) - set(self._watcher.directories()))
        if new:
            self._watcher.addPaths(new)
        language = QLocale().name()
        future = self._worker.submit(read_all, self._dirs, language)
        future.add_done_callback(self._done.emit)

    def stop(self) -> None:
        """Read no more, and tell nothing of what is read already."""
        self._stopped = True
        self._settle.stop()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _take(self, future: Future[list[Entry]]) -> None:
        if not future.cancelled() and not self._stopped:
            self.read.emit(future.result())
