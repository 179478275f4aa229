# SPDX-License-Identifier: GPL-2.0-or-later
"""Search and filters of the history, each with a chip; from a row, from the totals."""

from __future__ import annotations

import pwd
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PyQt6.QtCore import QDateTime, Qt
from PyQt6.QtWidgets import QComboBox, QDialogButtonBox

from snetgui.gui.history.entry import Unreadable, read_value
from snetgui.gui.history.range_dialog import RangeDialog
from snetgui.gui.history.totals import TotalsList
from snetgui.gui.history.wanted import Kind, Span, Wanted
from snetgui.model import Action, HistoryQuery, Reason, Syscall, Total, TotalBy

from .hand import click, key, write
from .history_kit import ShownHistory

FIREFOX = "/usr/lib/firefox-esr/firefox-esr"
TRACKER = "telemetry.tracker.example"


@pytest.fixture
def shown(shown_past: ShownHistory) -> ShownHistory:
    return shown_past


def matching(shown: ShownHistory, query: HistoryQuery) -> list[int]:
    """The newest that the history has for this."""
    page = shown.held.get(shown.held.backend.decisions(query, limit=200))
    return [one.id for one in page.rows]


def shows(shown: ShownHistory, query: HistoryQuery) -> None:
    """The table shows what this asks for, and it is neither nothing nor everything."""
    expected = matching(shown, query)
    count = shown.held.backend.count
    assert 0 < shown.held.get(count(query)) < shown.held.get(count(HistoryQuery()))
    shown.until(lambda: shown.ids() == expected)


def choose(box: QComboBox, text: str) -> None:
    """Take this choice with the keyboard."""
    box.setFocus()
    at = box.findText(text)
    while box.currentIndex() != at:
        key(box, Qt.Key.Key_Down if box.currentIndex() < at else Qt.Key.Key_Up)


def test_words_are_searched_for_as_one_types(shown: ShownHistory) -> None:
    shown.in_table()
    shown.press(Qt.Key.Key_F, ctrl=True)
    write(shown.window._filters.search, "TRACKER 443")
    shows(shown, HistoryQuery(search="tracker 443"))
    assert shown.chips() == []
    click(shown.button("Show all"))
    shown.until(lambda: shown.ids() == matching(shown, HistoryQuery()))
    assert shown.window._filters.search.text() == ""


@pytest.mark.parametrize(
    ("text", "action", "chip"),
    [
        ("Only denied", Action.DENY, "Decision: denied"),
        ("Only allowed", Action.ALLOW, "Decision: allowed"),
    ],
)
def test_decision(shown: ShownHistory, text: str, action: Action, chip: str) -> None:
    choose(shown.window._filters.decision, text)
    shows(shown, HistoryQuery(action=action))
    assert shown.chips() == [chip]


@pytest.mark.parametrize(("text", "back"), [("Last hour", 1 / 24), ("Today", None)])
def test_time(shown: ShownHistory, text: str, back: float | None) -> None:
    choose(shown.window._filters.time, text)
    here = datetime.now().astimezone()
    start = here.replace(hour=0, minute=0, second=0, microsecond=0)
    since = start if back is None else here - timedelta(days=back)
    shows(shown, HistoryQuery(since=since))
    assert shown.chips() == [f"Time: {text}"]


def test_a_range_from_to(shown: ShownHistory) -> None:
    shown.in_table()
    shown.press(Qt.Key.Key_G, ctrl=True)
    dialog = shown.window.findChild(RangeDialog)
    assert dialog is not None
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    since, until = now - timedelta(days=2), now - timedelta(days=1)
    ok = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok is not None
    dialog.until.setDateTime(_qt(since))
    dialog.since.setDateTime(_qt(until))
    assert not ok.isEnabled() and "after the beginning" in dialog._problem.text()
    dialog.since.setDateTime(_qt(since))
    dialog.until.setDateTime(_qt(until))
    click(ok)
    shows(shown, HistoryQuery(since=since, until=until))
    wanted = shown.window._filters.wanted
    assert (wanted.span, wanted.since, wanted.until) == (Span.RANGE, since, until)
    assert len(shown.chips()) == 1 and shown.window._filters.time.currentText() == "From … to …"


def _qt(when: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(round(when.timestamp()))


def test_a_range_that_is_not_chosen_changes_nothing(shown: ShownHistory) -> None:
    box = shown.window._filters.time
    box.setCurrentIndex(box.findData(Span.RANGE))
    box.activated.emit(box.currentIndex())
    dialog = shown.window.findChild(RangeDialog)
    assert dialog is not None
    key(dialog, Qt.Key.Key_Escape)
    assert box.currentText() == "Any time" and shown.window._filters.wanted == Wanted()


@pytest.mark.parametrize(
    ("kind", "typed", "chip", "query"),
    [
        (Kind.PORT, "imaps", "Port: 993 (imaps)", HistoryQuery(port=993)),
        (Kind.PORT, "22", "Port: 22 (ssh)", HistoryQuery(port=22)),
        (Kind.PROGRAM, "thunderb", "Program: thunderbird", None),
        (Kind.PROGRAM, FIREFOX, "Program: firefox-esr", HistoryQuery(program=FIREFOX)),
        (Kind.DESTINATION, TRACKER.upper(), None, HistoryQuery(destination=TRACKER)),
        (Kind.DESTINATION, "[2001:DB8::53]", None, HistoryQuery(destination="2001:db8::53")),
        (Kind.USER, "root", "User: root (0)", HistoryQuery(uid=0)),
        (Kind.USER, "991", None, HistoryQuery(uid=991)),
    ],
)
def test_what_is_typed(
    shown: ShownHistory, kind: Kind, typed: str, chip: str | None, query: HistoryQuery | None
) -> None:
    shown.settle()
    entry = shown.window._filters.entry
    entry.begin(kind)
    write(entry.line, typed)
    key(entry.line, Qt.Key.Key_Return)
    assert not entry.isVisible(), entry.problem
    shows(shown, query or HistoryQuery(program="/usr/lib/thunderbird/thunderbird"))
    if chip is not None:
        assert shown.chips() == [chip]


@pytest.mark.parametrize(
    ("kind", "typed", "why"),
    [
        (Kind.PORT, "70000", "70000 is above 65535"),
        (Kind.PORT, "9" * 50, "is above 65535"),
        (Kind.PORT, "gopherd", "no port and no service"),
        (Kind.PROGRAM, "e", "write the whole path"),
        (Kind.USER, "nobody at all", "no user is called"),
    ],
)
def test_what_says_nothing_sensible_is_said(
    shown: ShownHistory, kind: Kind, typed: str, why: str
) -> None:
    shown.settle()
    shown.in_table()
    entry = shown.window._filters.entry
    entry.begin(kind)
    write(entry.line, typed)
    click(entry._take)
    assert why in entry.problem and entry.isVisible()
    assert why in entry.line.accessibleDescription()
    key(entry.line, Qt.Key.Key_Escape)
    assert not entry.isVisible() and shown.chips() == []
    assert shown.window._filters.add.hasFocus()


@pytest.mark.parametrize("text", ["\0", "٣", "-1", "1e3", "\udcff"])
def test_odd_texts_are_no_port_and_no_user(text: str) -> None:
    for kind in (Kind.PORT, Kind.USER):
        with pytest.raises(Unreadable):
            read_value(kind, text, {})


@pytest.mark.parametrize(
    ("keys", "query"),
    [
        ((Qt.Key.Key_P,), lambda one: HistoryQuery(program=one.event.process.exe)),
        ((Qt.Key.Key_D,), lambda one: HistoryQuery(destination=one.facts.hosts[0])),
        ((Qt.Key.Key_O,), lambda one: HistoryQuery(port=one.event.remote.port)),
        ((Qt.Key.Key_U,), lambda one: HistoryQuery(uid=one.event.process.uid)),
        ((Qt.Key.Key_R, True), lambda one: HistoryQuery(reason=one.reason)),
    ],
)
def test_from_a_row_to_a_filter(shown: ShownHistory, keys: tuple[Any, ...], query: Any) -> None:
    def fits(row: int) -> bool:
        one = shown.model.decision(row)
        return one.facts.hosts is not None and one.reason is Reason.RULE

    row = next(row for row in range(200) if fits(row))
    one = shown.model.decision(row)
    shown.in_table(row)
    shown.press(keys[0], ctrl=True, shift=len(keys) > 1)
    shows(shown, query(one))
    assert len(shown.chips()) == 1


def test_filters_add_up_and_each_chip_takes_its_own_away(shown: ShownHistory) -> None:
    filters = shown.window._filters
    filters.want(
        Wanted(
            program=FIREFOX, action=Action.DENY, port=443, syscall=Syscall.CONNECT, span=Span.WEEK
        )
    )
    shows(shown, HistoryQuery(program=FIREFOX, action=Action.DENY))
    assert shown.chips() == [
        "Time: Last 7 days",
        "Program: firefox-esr",
        "Port: 443 (https)",
        "Decision: denied",
        "What: Connect",
    ]
    click(filters.chips[3])
    assert "Decision: denied" not in shown.chips()
    assert filters.decision.currentText() == "Allowed and denied"
    filters.chips[0].setFocus()
    for what in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Backspace):
        assert filters.chips[0].hasFocus(), "the keyboard goes on at the next one"
        key(filters.chips[0], what)
    assert shown.chips() == [] and filters.add.hasFocus()
    shown.until(lambda: shown.ids() == matching(shown, HistoryQuery()))


def entry_of(view: TotalsList, name: str) -> Any:
    index = view.totals.index(view.totals.row_of(name))
    assert index.isValid()
    return index


def test_totals_are_filters_and_are_told_by_what_else_is_filtered(shown: ShownHistory) -> None:
    shown.settle()
    totals = shown.window._totals
    programs, destinations = totals.programs, totals.destinations
    every = programs.totals.totals
    assert every == shown.held.get(shown.held.backend.totals(HistoryQuery(), TotalBy.PROGRAM))
    viewport = programs.viewport()
    assert viewport is not None
    click(viewport, programs.visualRect(entry_of(programs, FIREFOX)).center())
    shows(shown, HistoryQuery(program=FIREFOX))
    shown.settle()
    assert programs.totals.totals == every, "another can still be chosen"
    assert {one.name for one in destinations.totals.totals} == {"www.example.org", TRACKER}
    assert programs.totals.data(entry_of(programs, FIREFOX), 257).active
    totals.setCurrentWidget(destinations)
    destinations.setFocus()
    destinations.setCurrentIndex(entry_of(destinations, TRACKER))
    key(destinations, Qt.Key.Key_Return)
    shows(shown, HistoryQuery(program=FIREFOX, destination=TRACKER))
    key(destinations, Qt.Key.Key_Space)
    shows(shown, HistoryQuery(program=FIREFOX))
    assert shown.chips() == ["Program: firefox-esr"]


def test_totals_tell_their_numbers_to_who_can_not_see_bars(shown: ShownHistory) -> None:
    model = shown.window._totals.programs.totals
    model.show([Total(FIREFOX, 1200, 34), Total("", 1, 0)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == f"{FIREFOX}: allowed 1200, denied 34"
    assert model.index(1).data() == "No executable file"
    destinations = shown.window._totals.destinations.totals
    destinations.show([Total("", 3, 0)])
    assert destinations.index(0).data() == "No destination"
    before = shown.window._filters.wanted
    shown.window._totals.destinations.wanted.emit("")
    assert shown.window._filters.wanted == before, "nothing to filter by"


def test_the_entry_offers_what_there_is(shown: ShownHistory) -> None:
    shown.settle()
    entry = shown.window._filters.entry
    entry.begin(Kind.PROGRAM)
    words = entry._words.stringList()
    assert f"firefox-esr — {FIREFOX}" in words
    write(entry.line, "firefox-e")
    completer = entry.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    shown.until(popup.isVisible)
    key(popup, Qt.Key.Key_Down)
    key(popup, Qt.Key.Key_Return)
    assert entry.line.text() == f"firefox-esr — {FIREFOX}"
    if entry.isVisible():
        key(entry.line, Qt.Key.Key_Return)
    assert shown.window._filters.wanted.program == FIREFOX
    entry.begin(Kind.USER)
    assert pwd.getpwuid(0).pw_name in entry._words.stringList()


def test_the_menu_has_every_reason_and_call(shown: ShownHistory) -> None:
    menu = shown.window._filters.add.menu()
    assert menu is not None
    submenus = [action.menu() for action in menu.actions() if action.menu() is not None]
    counts = [len(submenu.actions()) for submenu in submenus if submenu is not None]
    assert counts == [len(Reason), len(Syscall)]
    reasons = submenus[0]
    assert reasons is not None
    reasons.actions()[list(Reason).index(Reason.TIMEOUT)].trigger()
    shows(shown, HistoryQuery(reason=Reason.TIMEOUT))
    assert shown.chips() == ["Reason: No answer in time"]


def test_escape_does_one_thing_at_a_time(shown: ShownHistory) -> None:
    shown.window._filters.want(Wanted(action=Action.DENY))
    shown.settle()
    shown.in_table(0)
    shown.press(Qt.Key.Key_Return)
    assert shown.window._details.isVisible()
    shown.press(Qt.Key.Key_Escape)
    assert shown.view.selected_rows() == [] and shown.window._details.isVisible()
    shown.press(Qt.Key.Key_Escape)
    assert not shown.window._details.isVisible() and shown.chips()
    shown.press(Qt.Key.Key_Escape)
    assert shown.chips() == []
