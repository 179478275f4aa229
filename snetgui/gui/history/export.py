# SPDX-License-Identifier: GPL-2.0-or-later
"""Exporting what matches: page by page through the Backend, written by a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QObject, Qt, pyqtSignal

from snetgui.gui.bridge import Bridge
from snetgui.gui.words import translate
from snetgui.model import HistoryPage, HistoryQuery, SnetError
from snetgui.model.text import shown

from .export_file import ExportFile, Kind

_PAGE = 1_000
_PATH_MOST = 90


class Export(QObject):
    """One export at a time; the window goes on meanwhile.

    Neither reading nor writing waits in the windows' thread. One page is read
    while nothing is written, and written while nothing is read, so memory
    holds one page however slow the disk is.

    Signals:
        progressed: how many decisions are written, and of how many (-1: not known yet).
        finished: path, and how many are in it.
        failed: why there is no file.
        cancelled: the person did not want it any more; there is no file.
    """

    progressed = pyqtSignal(int, int)
    finished = pyqtSignal(str, int)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()
    _done = pyqtSignal(object, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._worker: ThreadPoolExecutor | None = None
        self._file: ExportFile | None = None
        self._made: ExportFile | None = None  # the worker's; _file once we were told
        self._path = Path()
        self._query = HistoryQuery()
        self._written = 0
        self._total = -1
        self._stopping = False
        queued = Qt.ConnectionType.QueuedConnection
        self._done.connect(self._on_done, queued)  # type: ignore[call-arg]

    @property
    def running(self) -> bool:
        """Whether one is under way."""
        return self._worker is not None

    def start(self, query: HistoryQuery, path: Path, kind: Kind) -> None:
        """Write all that matches now; nothing if one is under way."""
        if self.running:
            return
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="snet-export")
        self._query, self._path = query, path
        self._written, self._total, self._stopping = 0, -1, False
        self.progressed.emit(0, -1)
        self._bridge.call(self._bridge.backend.count(query), self._counted, lambda _error: None)
        self._made = None
        self._work(lambda: self._make(kind), self._opened)

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""
        self._stopping = self.running

    def close(self) -> None:
        """The app ends: stop now, and wait until nothing is left behind."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.submit(self._leave_nothing)
        worker.shutdown(wait=True)

    def _counted(self, total: int) -> None:
        if self.running:
            self._total = total
            self.progressed.emit(self._written, total)

    def _make(self, kind: Kind) -> ExportFile:
        """In the worker's thread."""
        self._made = ExportFile(self._path, kind)
        return self._made

    def _leave_nothing(self) -> None:
        """In the worker's thread."""
        if self._made is not None:
            self._made.abandon()

    def _opened(self, file: ExportFile) -> None:
        self._file = file
        self._read(None)

    def _read(self, before: int | None) -> None:
        if self._stopping:
            self._give_up(self.cancelled.emit)
            return
        self._bridge.call(
            self._bridge.backend.decisions(self._query, before=before, limit=_PAGE),
            self._took,
            self._could_not_read,
        )

    def _took(self, page: HistoryPage) -> None:
        file = self._file
        if file is None or not self.running:
            return
        if self._stopping:
            self._give_up(self.cancelled.emit)
            return
        self._work(lambda: file.write(page.rows), lambda _none: self._wrote(page))

    def _wrote(self, page: HistoryPage) -> None:
        self._written += len(page.rows)
        self.progressed.emit(self._written, max(self._total, self._written))
        if page.more:
            self._read(page.rows[-1].id)
        elif self._stopping:
            self._give_up(self.cancelled.emit)
        elif self._file is not None:
            self._work(self._file.finish, lambda _none: self._finished())

    def _finished(self) -> None:
        self._end()
        self.finished.emit(str(self._path), self._written)

    def _could_not_read(self, error: SnetError) -> None:
        text = translate("History", "The history could not be exported: {why}")
        self._give_up(lambda: self.failed.emit(text.format(why=error)))

    def _could_not_write(self, error: OSError) -> None:
        text = translate("History", "{file} could not be written: {why}")
        text = text.format(file=shown(str(self._path), _PATH_MOST), why=error.strerror or error)
        self._give_up(lambda: self.failed.emit(text))

    def _give_up(self, tell: Callable[[], None]) -> None:
        """Take away what was written; then say so."""
        file, self._file = self._file, None

        def over(_result: object) -> None:
            self._end()
            tell()

        if file is None:
            over(None)
        else:
            self._work(file.abandon, over)

    def _end(self) -> None:
        worker, self._worker, self._file = self._worker, None, None
        if worker is not None:
            worker.shutdown(wait=False)

    def _work(self, do: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do this in the thread that may wait for the disk."""
        if self._worker is not None:
            future = self._worker.submit(do)
            future.add_done_callback(lambda over: self._done.emit(over, done))

    def _on_done(self, future: Future[Any], done: Callable[[Any], None]) -> None:
        if self._worker is None:
            return
        try:
            result = future.result()
        except OSError as error:
            self._could_not_write(error)
            return
        done(result)
