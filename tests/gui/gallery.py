# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes pictures of each window in each state, light and dark, one after the other.

A module of the gallery has SCENES, functions by the name of their picture: each
makes a window, and hands to the stack what must end after it. FEW names those
that are taken at 200 % too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QApplication, QWidget

from snetgui.engine.thread import EngineThread
from snetgui.gui.language import speak
from snetgui.gui.theme import Look, apply_look

from . import gallery_history, gallery_prompt, gallery_rules, gallery_settings, gallery_status

_MODULES = (gallery_prompt, gallery_rules, gallery_status, gallery_settings, gallery_history)
SCENES: dict[str, Callable[[ExitStack], QWidget]] = {
    name: scene for module in _MODULES for name, scene in module.SCENES.items()
}
FEW: list[str] = [name for module in _MODULES for name in module.FEW]

_QUIET_S = 0.05  # nothing new is painted for so long: the window is at rest
_LONGEST_S = 60.0


class Calls:
    """The calls to engines that are under way."""

    def __init__(self) -> None:
        self._submit = EngineThread.submit
        self.open: set[Future[Any]] = set()

    def submit(self, thread: EngineThread, work: Coroutine[Any, Any, Any]) -> Future[Any]:
        future = self._submit(thread, work)
        if getattr(work, "__name__", "") not in {"_watch", "_listen"}:  # these go on
            self.open.add(future)
            future.add_done_callback(self.open.discard)
        return future


def at_rest(window: QWidget, calls: Calls) -> QImage:
    """The window's picture, once no answer is missing and nothing is painted anew."""
    end = time.monotonic() + _LONGEST_S
    picture = QImage()
    while True:
        quiet = time.monotonic() + _QUIET_S
        while time.monotonic() < quiet or calls.open:
            QApplication.processEvents()
            time.sleep(0.002)
            assert time.monotonic() < end, "it never comes to rest"
        before, picture = picture, window.grab().toImage()
        if picture == before:
            return picture


def take(folder: Path, suffix: str, scenes: Sequence[str], calls: Calls) -> None:
    """Take one picture of each scene."""
    for name in scenes:
        with ExitStack() as stack:
            window = SCENES[name](stack)
            window.show()
            assert at_rest(window, calls).save(str(folder / f"{name}-{suffix}.png"))
            window.hide()


def main() -> None:
    """Usage: gallery FOLDER SUFFIX SCENE...; the suffix goes behind the look's name."""
    folder, suffix, *scenes = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    speak(app)
    calls = Calls()

    def counted(thread: EngineThread, work: Coroutine[Any, Any, Any]) -> Future[Any]:
        return calls.submit(thread, work)

    EngineThread.submit = counted  # type: ignore[assignment, method-assign]
    for look in (Look.LIGHT, Look.DARK):
        apply_look(app, look)
        take(Path(folder), look.value + suffix, scenes, calls)


if __name__ == "__main__":
    main()
