# SPDX-License-Identifier: GPL-2.0-or-later
"""The history's window over a real history file: reading, paging, states, what is said."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtCore import QLocale, QRect, Qt
from PyQt6.QtTest import QAbstractItemModelTester
from PyQt6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from snetgui.gui.history import texts
from snetgui.gui.history.asking import Asking
from snetgui.gui.history.columns import Column
from snetgui.gui.history.rows import PAGE
from snetgui.model import Action, Reason, StoreError, Syscall, unix_address

from .history_kit import PAST_ROWS, ShownHistory, copied, decision, nasty, now, remembering
from .history_kit import write_history as write
from .kit import Held, internet


@pytest.fixture
def shown(shown_past: ShownHistory) -> ShownHistory:
    return shown_past


class Watched:
    """A Backend that notes what it is asked."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._backend, name)

        def noted(*args: Any, **kwargs: Any) -> Any:
            self.asked.append((name, kwargs))
            return method(*args, **kwargs)

        return noted


def test_the_newest_is_on_top_and_every_column_says_its_part(shown: ShownHistory) -> None:
    shown.open(PAGE)
    newest = shown.held.get(shown.held.backend.decisions(limit=1)).rows[0].decision
    row = [str(shown.model.index(0, column).data()) for column in Column]
    assert row == [
        texts.time_text(newest.when),
        newest.event.process.exe.rsplit("/", 1)[-1],
        texts.what_text(newest.event),
        texts.destination_text(newest.event, newest.facts),
        texts.port_text(newest.event),
        newest.facts.user,
        texts.action_text(newest.action),
        texts.why_text(newest, shown.window._names.name(newest.rule_id)),
    ]
    assert not shown.model.index(0, Column.PROGRAM).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_all_of_it_is_read_as_one_scrolls_and_never_counted(
    qtbot: QtBot, past_engine: Held
) -> None:
    watched = Watched(past_engine.backend)
    shown = ShownHistory(qtbot, past_engine, watched)
    shown.open(PAGE)
    shown.in_table()
    while shown.model.rowCount() < PAST_ROWS:
        before = shown.model.rowCount()
        shown.press(Qt.Key.Key_End, ctrl=True)
        shown.longer(before)
    ids = [record.id for record in records(past_engine)]
    assert shown.ids() == ids and len(ids) == PAST_ROWS
    reads = [how for name, how in watched.asked if name == "decisions"]
    assert len(reads) == -(-PAST_ROWS // PAGE)
    assert {how["limit"] for how in reads} == {PAGE}
    assert "count" not in {name for name, _how in watched.asked}
    shown.close()


def records(held: Held) -> list[Any]:
    found: list[Any] = []
    page = held.get(held.backend.decisions(limit=10_000))
    found.extend(page.rows)
    assert not page.more
    return found


def test_pages_looked_at_long_ago_are_read_again(
    shown: ShownHistory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("snetgui.gui.history.rows._KEPT_PAGES", 3)
    shown.open(PAGE)
    shown.in_table()
    while shown.model.rowCount() < 6 * PAGE:
        before = shown.model.rowCount()
        shown.press(Qt.Key.Key_End, ctrl=True)
        shown.longer(before)
    assert shown.model.decision(0) is None, "not kept"
    shown.select(6 * PAGE - 1)  # so that all stays as it is
    shown.view.scrollToTop()
    newest = records(shown.held)[0].decision
    shown.until(lambda: shown.model.decision(0) == newest)
    every = [record.decision for record in records(shown.held)[: 6 * PAGE]]
    found: list[Any] = []
    shown.window._rows.read(range(6 * PAGE), found.append)
    shown.until(lambda: found)
    assert [one.decision for one in found[0]] == every


def test_the_model_keeps_to_qts_rules_while_it_reads(shown: ShownHistory) -> None:
    """Who watches a model may ask for more in the midst of being told of rows."""
    QAbstractItemModelTester(
        shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shown.model
    )
    shown.window._filters.search.setText("resolved")
    shown.open()
    shown.until(lambda: not shown.window._rows.more)
    ids = shown.ids()
    assert ids == sorted(set(ids), reverse=True) and len(ids) > 2 * PAGE


def test_of_many_questions_only_the_last_one_is_answered(shown: ShownHistory) -> None:
    asking: Asking[Any] = Asking(shown.bridge, shown.window)
    told: list[Any] = []
    for number in range(5):
        asking.ask(partial(shown.held.backend.decisions, limit=number), told.append, told.append)
    shown.until(lambda: told)
    assert not asking.busy
    assert [len(page.rows) for page in told] == [4]
    asking.ask(shown.held.backend.status, told.append, told.append)
    asking.drop()
    asking.ask(partial(shown.held.backend.decisions, limit=7), told.append, told.append)
    shown.until(lambda: len(told) == 2)
    assert len(told[1].rows) == 7


def test_no_match_and_how_to_go_on(shown: ShownHistory) -> None:
    shown.open(PAGE)
    shown.window._filters.search.setText("no such thing")
    shown.until(lambda: shown.model.rowCount() == 0)
    assert shown.empty_text() == "Nothing matches.\nEscape shows everything again."
    shown.in_table()
    shown.press(Qt.Key.Key_Escape)
    shown.until(lambda: shown.model.rowCount() == PAGE)


def test_a_history_that_can_not_be_read_is_said_and_tried_again(
    shown: ShownHistory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_args: Any, **_kwargs: Any) -> None:
        raise StoreError("the disk is on fire")

    shown.open(PAGE)
    with monkeypatch.context() as broken:
        for name in ("decisions", "timeline", "totals"):
            broken.setattr(shown.held.backend, name, fails)
        shown.window._filters.search.setText("firefox")
        shown.until(lambda: "on fire" in shown.bar())
        shown.until(lambda: "on fire" in shown.empty_text())
        assert shown.model.rowCount() == 0
    shown.button("Try again").click()
    shown.until(lambda: shown.model.rowCount() == PAGE)
    assert shown.bar() == ""


def test_where_older_ones_can_not_be_read_the_others_stay(
    shown: ShownHistory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_args: Any, **_kwargs: Any) -> None:
        raise StoreError("the disk is on fire")

    shown.open(PAGE)
    shown.in_table()
    with monkeypatch.context() as broken:
        broken.setattr(shown.held.backend, "decisions", fails)
        shown.press(Qt.Key.Key_End, ctrl=True)
        shown.until(lambda: "on fire" in shown.bar())
    assert shown.model.rowCount() == PAGE


def test_columns_give_way_where_there_is_no_room(shown: ShownHistory) -> None:
    shown.open(PAGE)
    shown.window.resize(5000, 600)
    assert not any(shown.view.isColumnHidden(column) for column in Column)
    shown.window._open_details(on=True)
    shown.window.resize(300, 600)
    shown.until(lambda: shown.view.isColumnHidden(Column.USER))
    for column in (Column.TIME, Column.PROGRAM, Column.DESTINATION, Column.DECISION):
        assert not shown.view.isColumnHidden(column)


def test_names_that_hurt_are_shown_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    write(tmp_path, list(nasty(40, now())))
    with remembering(tmp_path) as held:
        shown = ShownHistory(qtbot, held)
        shown.open(40)
        for column in Column:
            for text in shown.column(column):
                assert "\n" not in text and "\u202e" not in text and len(text) < 250
        tip = shown.model.index(0, Column.PROGRAM).data(Qt.ItemDataRole.ToolTipRole)
        assert (
            "<b>" not in tip
            and "&lt;b&gt;Firefox"
            in shown.model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) + tip
        )
        shown.close()


def test_a_rule_is_called_by_its_name(qtbot: QtBot, tmp_path: Path, past: Path) -> None:
    with remembering(copied(past, tmp_path / "data")) as held:
        shown = ShownHistory(qtbot, held)
        names_follow(shown)
        shown.close()


def names_follow(shown: ShownHistory) -> None:
    made = shown.allow_curl()
    assert made.id == 1
    shown.open(PAGE)
    shown.until(lambda: f"Rule: {made.name}" in shown.column(Column.REASON))
    shown.until(lambda: "Rule: deleted since" in shown.column(Column.REASON))
    shown.held.get(shown.held.backend.change_rule(replace(made, name="another name")))
    shown.until(lambda: "Rule: another name" in shown.column(Column.REASON))


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_word(reason: Reason) -> None:
    assert texts.reason_text(reason)


@pytest.mark.parametrize(
    ("changes", "place", "port"),
    [
        ({}, "www.example.org · 198.51.100.20", "443 · https"),
        (
            {"syscall": Syscall.LISTEN, "remote": None, "local": internet("0.0.0.0", 8080)},
            "0.0.0.0",
            "8080 · http-alt",
        ),
        (
            {"syscall": Syscall.ACCEPT, "local": internet("192.0.2.1", 22)},
            "www.example.org · 198.51.100.20",
            "22 · ssh",
        ),
        (
            {"remote": unix_address("/run/x"), "family": socket.AF_UNIX},
            "www.example.org · /run/x",
            "",
        ),
        (
            {"remote": unix_address(""), "family": socket.AF_UNIX},
            "www.example.org · an unnamed socket",
            "",
        ),
        ({"syscall": Syscall.CREATE, "remote": None}, "", ""),
    ],
)
def test_where_it_goes(changes: dict[str, Any], place: str, port: str) -> None:
    made = decision(1, now())
    event = replace(made.event, **changes)
    assert (texts.destination_text(event, made.facts), texts.port_text(event)) == (place, port)


@pytest.mark.parametrize(
    ("held_ns", "text"),
    [
        (0, "0.0 ms"),
        (420_000, "0.4 ms"),
        (12_400_000, "12 ms"),
        (4_200_000_000, "4.2 s"),
        (65_000_000_000, "65 s"),
    ],
)
def test_how_long_it_was_held(held_ns: int, text: str) -> None:
    assert texts.held_text(held_ns) == text


@pytest.mark.parametrize("locale", ["de_DE", "en_US", "ar_EG", "C"])
def test_times_have_seconds_and_a_day_where_it_matters(
    locale: str,
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        today, earlier = now(), now() - timedelta(days=40)
        assert len(texts.time_text(earlier)) > len(texts.time_text(today))
        assert texts.time_text(today) != texts.time_text(today + timedelta(seconds=1))
    finally:
        QLocale.setDefault(before)


def test_a_denial_is_told_by_word_and_mark_not_by_colour_alone() -> None:
    assert texts.action_text(Action.ALLOW) == "✓ Allowed"
    assert texts.action_text(Action.DENY) == "✕ Denied"


def test_where_there_is_no_room_for_both_the_host_stays(shown: ShownHistory) -> None:
    row = next(row for row in range(PAGE) if shown.model.decision(row).facts.hosts)
    index = shown.model.index(row, Column.DESTINATION)
    delegate = shown.view.itemDelegateForColumn(Column.DESTINATION)
    option = QStyleOptionViewItem()
    option.widget = shown.view
    option.rect = QRect(0, 0, 2000, 20)
    delegate.initStyleOption(option, index)
    assert option.text == index.data()
    option.rect = QRect(0, 0, 100, 20)
    delegate.initStyleOption(option, index)
    assert option.text == shown.model.decision(row).facts.hosts[0]
