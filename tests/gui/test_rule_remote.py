# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules window over an engine that is in another process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
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
from snetgui.gui.rules.columns import Column
from snetgui.model import Action

from .hand import click, key, write
from .kit import WAIT_S, Held, rule
from .rules_kit import ShownRules

ROOT = Path(__file__).parents[2]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The other process, and where it is spoken to."""
    socket = tmp_path / "run" / "backend"
    other = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.rules_engine", str(tmp_path / "data"), str(socket)],
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
def far(qtbot: QtBot, engine: tuple[subprocess.Popen[str], Path]) -> Iterator[ShownRules]:
    """The window; its thread holds a connection, and no engine."""
    thread = EngineThread(lambda: connected(engine[1]))
    thread.start()
    bridge = Bridge(thread.backend, thread.submit)
    held = Held(cast(Any, None), thread, bridge)
    shown = ShownRules(qtbot, held)
    yield shown
    shown.window.hide()
    bridge.stop()
    thread.stop()


def steps(far: ShownRules) -> Iterator[Callable[[], object]]:
    """A rule's life, step by step: what is to be true after each."""
    window = far.window
    window.activateWindow()
    far.in_table()
    far.press(Qt.Key.Key_N, ctrl=True)
    dialog = far.dialog()
    write(dialog.form.rows["exe"].entry, "/nonexistent/curl")
    dialog.save()
    yield lambda: far.column(Column.RULE) == ["curl may do anything on the network."]
    far.in_table(0)
    far.press(Qt.Key.Key_Return)
    dialog = far.dialog()
    key(dialog.form.rows["action"].entry, Qt.Key.Key_Down)
    dialog.save()
    yield lambda: far.column(Column.ACTION) == ["✕ Deny"]
    far.in_table(0)
    far.press(Qt.Key.Key_Space)
    yield lambda: [one.enabled for one in far.kept()] == [False]
    yield lambda: not window._model.rule(0).enabled  # type: ignore[union-attr]
    far.press(Qt.Key.Key_Space)
    yield lambda: [one.enabled for one in far.kept()] == [True]
    far.press(Qt.Key.Key_T, ctrl=True)
    yield lambda: "✕ Deny" in window._test.verdict.verdict
    window._test.close()
    far.in_table(0)
    far.press(Qt.Key.Key_I, ctrl=True)
    yield lambda: window._hygiene._model.rowCount() == 1
    window._hygiene._do([window._hygiene._model.finding(0)])
    yield lambda: far.kept() == [] and window._hygiene._model.rowCount() == 0
    yield lambda: "Deleted" in far.bar()
    click(far.button("Undo"))
    yield lambda: [one.action for one in far.kept()] == [Action.DENY]
    yield lambda: far.model.rowCount() == 1


def test_all_of_it_works_from_afar(far: ShownRules) -> None:
    far.open(0)
    for true in steps(far):
        far.until(true)


def test_many_rules_come_in_pages(far: ShownRules) -> None:
    many = [rule(number, exe=f"/usr/bin/p{number}") for number in range(1, 2001)]
    for start in range(0, 2000, 500):
        far.held.get(far.held.backend.add_rules(many[start : start + 500]))
    far.open(2000)
    far.in_table()
    key(far.window._view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    far.until(lambda: far.model.index(1999, 0).data() == "p1 may do anything on the network.")
    write(far.window._filters.search, "p1999")
    far.until(lambda: far.model.rowCount() == 1)


def test_an_engine_that_goes_away_is_said(
    far: ShownRules, engine: tuple[subprocess.Popen[str], Path]
) -> None:
    far.add(rule())
    far.open(1)
    engine[0].kill()
    engine[0].wait(WAIT_S)
    far.in_table(0)
    far.press(Qt.Key.Key_Delete)
    far.until(lambda: "has ended" in far.bar())
    assert far.model.rowCount() == 1  # what was known is still there to be read
    far.window._bar.hide()
    far.window._filters.program.setFocus()
    far.until(lambda: "has ended" in far.bar())
