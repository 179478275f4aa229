# SPDX-License-Identifier: GPL-2.0-or-later
"""Exporting the history: whole files or none, read back; and copying rows."""

from __future__ import annotations

import csv
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from snetgui.gui.history import export
from snetgui.gui.history.columns import Column
from snetgui.gui.history.copying import as_table
from snetgui.gui.history.export_file import ExportFile, Kind, kind_of
from snetgui.gui.history.save_dialog import SaveDialog
from snetgui.model import Action, HistoryQuery, Recorded, StoreError
from snetgui.store.export import FIELDS, csv_row, json_line

from .hand import click
from .history_kit import ShownHistory, nasty, now, remembering, write_history
from .kit import Held


@pytest.fixture
def shown(shown_past: ShownHistory, monkeypatch: pytest.MonkeyPatch) -> ShownHistory:
    monkeypatch.setattr(export, "_PAGE", 300)  # so that there are several
    return shown_past


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def records(held: Held, query: HistoryQuery) -> tuple[Recorded, ...]:
    rows: tuple[Recorded, ...] = held.get(held.backend.decisions(query, limit=10_000)).rows
    return rows


def exported(shown: ShownHistory, path: Path, kind: Kind) -> None:
    shown.window._exporting.begin(path, kind)
    shown.until(lambda: not shown.window._exporting.running)


@pytest.mark.parametrize("search", ["", "firefox", "no such thing"])
def test_json_is_all_that_matches(shown: ShownHistory, folder: Path, search: str) -> None:
    shown.window._filters.search.setText(search)
    exported(shown, folder / "h.json", Kind.JSON)
    expected = records(shown.held, HistoryQuery(search=search))
    text = (folder / "h.json").read_text(encoding="ascii")
    assert json.loads(text) == [json.loads(json_line(one.id, one.decision)) for one in expected]
    assert len(text.splitlines()) == len(expected) + 2 if expected else text == "[]\n"
    assert f"{len(expected)} decisions were exported to" in shown.bar()
    assert names(folder) == ["h.json"], "and nothing beside it"
    assert stat.S_IMODE((folder / "h.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("search", ["", "firefox", "no such thing"])
def test_csv_is_all_that_matches(shown: ShownHistory, folder: Path, search: str) -> None:
    shown.window._filters.search.setText(search)
    exported(shown, folder / "h.csv", Kind.CSV)
    expected = records(shown.held, HistoryQuery(search=search))
    with (folder / "h.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert tuple(head) == FIELDS
    assert rows == [next(csv.reader([csv_row(one.id, one.decision)])) for one in expected]
    assert [row[0] for row in rows] == [str(one.id) for one in expected]


def test_no_cell_of_a_table_is_a_formula_or_a_line_of_its_own(
    qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    write_history(tmp_path / "data", list(nasty(40, now())))
    with remembering(tmp_path / "data") as held:
        shown = ShownHistory(qtbot, held)
        shown.open(40)
        exported(shown, folder / "h.csv", Kind.CSV)
        shown.in_table()
        shown.press(Qt.Key.Key_A, ctrl=True)
        shown.press(Qt.Key.Key_C, ctrl=True)
        shown.until(lambda: clipboard().count("\n") == 39)
        shown.close()
    with (folder / "h.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 41
    cells = [cell for row in rows for cell in row]
    cells += [cell for line in clipboard().split("\n") for cell in line.split("\t")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.startswith("'=") for cell in cells)
    assert not [cell for cell in cells if "\u202e" in cell or "\n" in cell]


def clipboard() -> str:
    board = QApplication.clipboard()
    assert board is not None
    return board.text()


def test_rows_are_copied_as_a_table(shown: ShownHistory) -> None:
    shown.in_table()
    shown.select(2, 0)
    shown.press(Qt.Key.Key_C, ctrl=True)
    shown.until(lambda: clipboard().count("\n") == 1)
    lines = [line.split("\t") for line in clipboard().split("\n")]
    assert lines == [
        [str(shown.model.index(row, column).data()) for column in Column] for row in (0, 2)
    ]


def test_a_table_has_a_cell_for_each_text() -> None:
    assert as_table([["a\tb", "=1"], ["c\nd", ""]]) == "a\\tb\t'=1\nc\\nd\t"


def test_progress_is_told_and_the_window_goes_on(shown: ShownHistory, folder: Path) -> None:
    said: list[str] = []
    bar = shown.window._exporting.bar
    shown.window._exporting._export.progressed.connect(lambda *_n: said.append(bar.text))
    shown.in_table()
    shown.window._exporting.begin(folder / "h.csv", Kind.CSV)
    assert bar.isVisible() and not shown.window._deeds.export.isEnabled()
    shown.press(Qt.Key.Key_Down)
    assert shown.view.selected_rows(), "keys are heard meanwhile"
    shown.until(lambda: not shown.window._exporting.running)
    assert said[0] == "Exporting: 0 decisions"
    assert "Exporting: 2500 of 2500 decisions" in said
    assert not bar.isVisible() and shown.window._deeds.export.isEnabled()


def test_a_second_one_does_not_begin_before_the_first_is_over(
    shown: ShownHistory, folder: Path
) -> None:
    shown.window._exporting.begin(folder / "one.csv", Kind.CSV)
    shown.window._exporting.begin(folder / "two.csv", Kind.CSV)
    shown.until(lambda: not shown.window._exporting.running)
    assert names(folder) == ["one.csv"]


def test_what_is_cancelled_leaves_what_was_there(shown: ShownHistory, folder: Path) -> None:
    (folder / "h.csv").write_text("precious")
    exporting = shown.window._exporting
    seen: list[list[str]] = []

    def cancel(done: int, _total: int) -> None:
        if done:
            seen.append(names(folder))
            click(exporting.bar.cancel)

    exporting._export.progressed.connect(cancel)
    exported(shown, folder / "h.csv", Kind.CSV)
    assert len(seen[0]) == 2, "it was under way"
    assert shown.bar() == "The export was cancelled."
    assert names(folder) == ["h.csv"] and (folder / "h.csv").read_text() == "precious"
    exporting._export.progressed.disconnect(cancel)
    exported(shown, folder / "h.csv", Kind.CSV)
    assert "were exported" in shown.bar()
    assert len((folder / "h.csv").read_text().splitlines()) == 2501


@pytest.mark.parametrize("make", ["folder", "gone", "pipe"])
def test_what_can_not_be_written_is_said(shown: ShownHistory, folder: Path, make: str) -> None:
    path = folder / "h.csv"
    why = "No such file or directory"
    if make == "folder":
        path.mkdir()
        why = "it is no file"
    elif make == "pipe":
        os.mkfifo(path)
        why = "it is no file"
    else:
        path = folder / "nowhere" / "h.csv"
    before = names(folder)
    exported(shown, path, Kind.CSV)
    assert shown.bar() == f"{path} could not be written: {why}"
    assert names(folder) == before


def test_a_disk_that_fills_up_is_said_and_nothing_is_left(
    shown: ShownHistory, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real file on a disk without room: /dev/full takes what is written after the first page."""
    (folder / "h.json").write_text("precious")
    whole = ExportFile.write

    def fills(self: ExportFile, rows: Any) -> None:
        whole(self, rows)
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, self._file.fileno())
        os.close(full)

    monkeypatch.setattr(ExportFile, "write", fills)
    exported(shown, folder / "h.json", Kind.JSON)
    assert shown.bar() == f"{folder / 'h.json'} could not be written: No space left on device"
    assert names(folder) == ["h.json"] and (folder / "h.json").read_text() == "precious"


def test_a_history_that_can_not_be_read_leaves_no_file(
    shown: ShownHistory, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = shown.held.backend.decisions

    async def fails(*args: Any, before: int | None = None, **kwargs: Any) -> Any:
        if before is not None:
            raise StoreError("the disk is on fire")
        return await read(*args, **kwargs)

    monkeypatch.setattr(shown.held.backend, "decisions", fails)
    exported(shown, folder / "h.csv", Kind.CSV)
    assert shown.bar() == "The history could not be exported: the disk is on fire"
    assert names(folder) == []


def test_the_apps_end_leaves_no_half_file(shown: ShownHistory, folder: Path) -> None:
    shown.window._exporting.begin(folder / "h.csv", Kind.CSV)
    shown.until(lambda: names(folder))
    shown.window.stop()
    assert names(folder) == []


def test_a_link_stays_a_link(shown: ShownHistory, folder: Path) -> None:
    (folder / "there").mkdir()
    (folder / "link.csv").symlink_to(folder / "there" / "h.csv")
    exported(shown, folder / "link.csv", Kind.CSV)
    assert (folder / "link.csv").is_symlink()
    assert len((folder / "there" / "h.csv").read_text().splitlines()) == 2501


@pytest.fixture
def dialog(shown: ShownHistory, folder: Path) -> Iterator[SaveDialog]:
    shown.in_table()
    shown.press(Qt.Key.Key_E, ctrl=True)
    found = shown.window.findChild(SaveDialog)
    assert found is not None
    found.setDirectory(str(folder))
    yield found


@pytest.mark.parametrize(
    ("chosen", "typed", "name", "start"),
    [
        (0, "mine", "mine.csv", "id,time"),
        (1, "mine", "mine.json", "["),
        (0, "mine.json", "mine.json", "["),
        (1, "mine.CSV", "mine.CSV", "id,time"),
        (0, "name with ü.txt", "name with ü.txt", "id,time"),
    ],
)
def test_the_dialog_asks_where_to_and_what(
    shown: ShownHistory,
    dialog: SaveDialog,
    folder: Path,
    *,
    chosen: int,
    typed: str,
    name: str,
    start: str,
) -> None:
    dialog.selectNameFilter(dialog.nameFilters()[chosen])
    dialog.filterSelected.emit(dialog.nameFilters()[chosen])
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(typed)
    dialog.accept()
    shown.until((folder / name).exists)
    shown.until(lambda: not shown.window._exporting.running)
    assert (folder / name).read_text().startswith(start)


def test_the_dialog_offers_a_name_of_today(dialog: SaveDialog) -> None:
    [path] = dialog.selectedFiles()
    assert Path(path).name == f"snet-{now().astimezone():%Y-%m-%d}.csv"
    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    [path] = dialog.selectedFiles()
    assert path.endswith(".json")
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "chosen", "kind"),
    [
        ("a.json", Kind.CSV, Kind.JSON),
        ("a.CSV", Kind.JSON, Kind.CSV),
        ("a", Kind.JSON, Kind.JSON),
        ("a.txt", Kind.CSV, Kind.CSV),
    ],
)
def test_what_a_name_asks_for(name: str, chosen: Kind, kind: Kind) -> None:
    assert kind_of(Path(name), chosen) is kind


def test_only_what_is_filtered_is_exported(shown: ShownHistory, folder: Path) -> None:
    shown.window._filters.decision.setCurrentIndex(2)
    shown.window._filters.decision.activated.emit(2)
    exported(shown, folder / "h.csv", Kind.CSV)
    expected = records(shown.held, HistoryQuery(action=Action.DENY))
    assert len((folder / "h.csv").read_text().splitlines()) == len(expected) + 1
