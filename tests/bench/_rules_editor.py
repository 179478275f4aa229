# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules window over an engine with 100,000 rules: how long a person waits.

editor_open_100000_ms    from making the window to its first rows on the screen
editor_search_100000_ms  from the last letter typed to the rows that were found,
                         the median over several words
editor_search_worst_…    the slowest of these
editor_search_first_…    the very first search, asked for the moment the rules
                         were loaded: the engine puts together the rest of what
                         searches look at
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PyQt6.QtWidgets import QApplication

from snetgui.engine.assemble import forgetful
from snetgui.engine.backend import MOST_RULES_AT_ONCE
from snetgui.engine.thread import EngineThread
from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.rules.window import RulesWindow
from snetgui.model import Rule
from snetgui.source.base import Policy
from snetgui.source.recording import RecordingSource

from ._rules_mix import Mix

LIMIT_S = 120.0
WORDS = ("a", "tcp", "443", "deny", "192.0", "connect 443", "p17 tcp", "nonsense", "may not", "")


def main() -> None:
    """Measure with that many rules, and print what came of it."""
    print(json.dumps(editor(Mix(int(sys.argv[1])).rules)))


def editor(rules: Sequence[Rule]) -> dict[str, float]:
    """Time opening and searching, with the engine in a thread as the tray app has it."""
    app = QApplication.instance() or QApplication(["bench"])
    source = RecordingSource(policy=Policy(delay_s=30, deny=False, max_delay_s=300))
    thread = EngineThread(lambda: forgetful(source))
    thread.start()
    try:
        for start in range(0, len(rules), MOST_RULES_AT_ONCE):
            some = [replace(rule, id=0) for rule in rules[start : start + MOST_RULES_AT_ONCE]]
            thread.submit(thread.backend.add_rules(some)).result(LIMIT_S)
        return _timed(Bridge(thread.backend, thread.submit), len(rules))
    finally:
        thread.stop()
        app.processEvents()


def _timed(bridge: Bridge, count: int) -> dict[str, float]:
    start = time.perf_counter()
    window = RulesWindow(bridge, Apps())
    window.show()
    _until(lambda: window._model.rule(0) is not None)
    opened = (time.perf_counter() - start) * 1e3
    first = _search(window, "first")
    took = [_search(window, text) for text in WORDS]
    window.hide()
    return {
        f"editor_open_{count}_ms": round(opened, 1),
        f"editor_search_{count}_ms": round(statistics.median(took), 1),
        f"editor_search_first_{count}_ms": round(first, 1),
        f"editor_search_worst_{count}_ms": round(max(took), 1),
    }


def _search(window: RulesWindow, text: str) -> float:
    """Milliseconds from a changed text to its rows."""
    here: list[bool] = []
    window._model.loaded.connect(lambda: here.append(True))
    start = time.perf_counter()
    window._filters.search.setText(text)
    _until(lambda: bool(here))
    took = (time.perf_counter() - start) * 1e3
    window._model.loaded.disconnect()
    window._model.loaded.connect(window._loaded)
    return took


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT_S
    while not true():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the rules window does not come up")
        time.sleep(0.0005)
    QApplication.processEvents()


if __name__ == "__main__":
    main()
