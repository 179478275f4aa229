# SPDX-License-Identifier: GPL-2.0-or-later
"""Sounds: our own files, played by whichever player the desktop has.

A program of its own for half a second, instead of a multimedia library that
stays in memory for years. Without a player, or a sound server, it is silent.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from PyQt6.QtCore import QObject, QProcess, QTimer

APART_NS = 4_000_000_000
"""No two sounds come sooner after each other, however many questions come."""

_MOST_MS = 5000  # none of ours is so long: the sound server hangs
_KILLED_MS = 500  # nothing takes so long to go once it was killed
# In this order, since the later ones often lead to the earlier ones' servers.
_PLAYERS = (
    ("pw-play", ("--media-role=Notification",)),
    ("paplay", ("--client-name=snet", "--property=media.role=event")),
    ("canberra-gtk-play", ("-f",)),
    ("aplay", ("-q",)),
)


class Sound(StrEnum):
    """What is heard."""

    QUESTION = "question"
    MISSED = "missed"


def sound_file(sound: Sound) -> str:
    """Where it was installed or lies in the source tree, "" if nowhere."""
    name = f"snet-{sound}.wav"
    return next((str(folder / name) for folder in _folders() if (folder / name).is_file()), "")


class Player(QObject):
    """Plays one sound at a time.

    `clock` gives CLOCK_MONOTONIC nanoseconds.
    """

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], int] = time.monotonic_ns
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._heard_ns: int | None = None
        self._file = ""
        self._ways: list[tuple[str, tuple[str, ...]]] = []
        self._playing: QProcess | None = None
        self._hung = QTimer(self)
        self._hung.setSingleShot(True)
        self._hung.setInterval(_MOST_MS)
        self._hung.timeout.connect(self.stop)

    def play(self, sound: Sound) -> None:
        """Let it be heard, unless one was just heard."""
        now = self._clock()
        if self._heard_ns is None or now - self._heard_ns >= APART_NS:
            self.listen(sound)

    def listen(self, sound: Sound) -> None:
        """Let it be heard now: the person asked for it."""
        self.stop()
        self._heard_ns = self._clock()
        self._file = sound_file(sound)
        self._ways = [way for way in _PLAYERS if self._file and shutil.which(way[0])]
        self._try_next()

    def stop(self) -> None:
        """Be silent."""
        self._ways = []
        self._hung.stop()
        playing, self._playing = self._playing, None
        if playing is not None:
            # It must not tell of its end: at the app's there is nobody to hear it.
            playing.blockSignals(True)
            playing.kill()
            playing.waitForFinished(_KILLED_MS)
            playing.deleteLater()

    def _try_next(self) -> None:
        if not self._ways:
            return
        program, options = self._ways.pop(0)
        self._playing = process = QProcess(self)
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(lambda code, _how: self._on_finished(process, code))
        process.errorOccurred.connect(lambda what: self._on_error(process, what))
        self._hung.start()
        process.start(program, [*options, self._file])

    def _on_error(self, process: QProcess, what: QProcess.ProcessError) -> None:
        if what is QProcess.ProcessError.FailedToStart:
            self._on_finished(process, 1)

    def _on_finished(self, process: QProcess, code: int) -> None:
        process.deleteLater()
        self._playing = None
        self._hung.stop()
        if code != 0:
            self._try_next()  # it found no server of its kind


def _folders() -> Iterator[Path]:
    yield Path(__file__).resolve().parents[2] / "resources/sounds"
    for prefix in (Path(sys.prefix), Path("/usr/local"), Path("/usr")):
        yield prefix / "share/sounds/snet"
