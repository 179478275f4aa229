# SPDX-License-Identifier: GPL-2.0-or-later
"""The history's window over an engine that is in another process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from snetgui.bus import connect
from snetgui.engine.backend import Backend
from snetgui.engine.thread import EngineThread
from snetgui.gui.bridge import Bridge
from snetgui.gui.history.export_file import Kind
from snetgui.gui.history.rows import PAGE

from .history_kit import PAST_ROWS, ShownHistory, copied
from .kit import WAIT_S, Held

ROOT = Path(__file__).parents[2]


@pytest.fixture
def engine(tmp_path: Path, past: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The other process, and where it is spoken to."""
    data, socket = copied(past, tmp_path / "data"), tmp_path / "run" / "backend"
    other = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.rules_engine", str(data), str(socket)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with other:
        try:
            assert other.stdout is not None and other.stdout.readline() == "ready\n"
            yield other, socket
        finally:
            assert other.stdin is not None
            other.stdin.close()
            try:
                other.wait(WAIT_S)
            except subprocess.TimeoutExpired:
                other.kill()


@asynccontextmanager
async def connected(socket: Path) -> AsyncIterator[Backend]:
    client = await connect(socket)
    try:
        yield cast(Backend, client)
    finally:
        await client.close()


@pytest.fixture
def far(qtbot: QtBot, engine: tuple[subprocess.Popen[str], Path]) -> Iterator[ShownHistory]:
    """The window; its thread holds a connection, and no engine."""
    thread = EngineThread(lambda: connected(engine[1]))
    thread.start()
    held = Held(cast(Any, None), thread, Bridge(thread.backend, thread.submit))
    shown = ShownHistory(qtbot, held)
    yield shown
    shown.close()
    thread.stop()


def test_all_of_it_works_from_afar(far: ShownHistory, tmp_path: Path) -> None:
    far.open(PAGE)
    counts = far.window._plot.counts
    assert counts is not None and counts.allowed + counts.denied == PAST_ROWS
    assert far.window._totals.programs.totals.totals
    far.in_table(0)
    far.press(Qt.Key.Key_Return)
    verdict = far.window._details.verdict
    far.until(lambda: "No rule decides" in verdict.verdict)
    far.press(Qt.Key.Key_A, ctrl=True, shift=True)
    far.dialog().save()
    far.until(lambda: "✓ Allow" in verdict.verdict)
    assert len(far.rules()) == 1
    far.window._exporting.begin(tmp_path / "h.json", Kind.JSON)
    far.until(lambda: not far.window._exporting.running)
    assert len(json.loads((tmp_path / "h.json").read_text())) == PAST_ROWS
    far.press(Qt.Key.Key_Escape)
    far.press(Qt.Key.Key_End, ctrl=True)
    far.until(lambda: far.model.rowCount() == 2 * PAGE)


def test_an_engine_that_goes_away_is_said(
    far: ShownHistory, engine: tuple[subprocess.Popen[str], Path]
) -> None:
    far.open(PAGE)
    engine[0].kill()
    engine[0].wait(WAIT_S)
    far.window._filters.search.setText("firefox")
    far.until(lambda: "has ended" in far.bar())
    far.until(lambda: "has ended" in far.empty_text())
