# SPDX-License-Identifier: GPL-2.0-or-later
"""The settings window over a real engine: each control acts at once, and shows what is in force."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QPalette, QWheelEvent
from PyQt6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from snetgui.engine.backend import StatusChanged
from snetgui.gui.settings.autostart import NAME, Autostart
from snetgui.gui.settings.engine_settings import EngineSettings
from snetgui.gui.settings.looks import Looks
from snetgui.gui.settings.own import Own, own_path
from snetgui.gui.settings.own_store import OwnStore
from snetgui.gui.settings.row import Row
from snetgui.gui.settings.window import SettingsWindow
from snetgui.gui.sound import Sound
from snetgui.gui.theme import Look, is_dark, tones
from snetgui.model import ASKED_FIRST, About, Action, Mode, Settings, Status

from .hand import click, key, write
from .kit import WAIT_S, Held
from .test_own import full_disk

WAIT_MS = round(WAIT_S * 1000)
KEY = Qt.Key


class Shown:
    """The window, as the app shows it."""

    def __init__(self, qtbot: QtBot, held: Held) -> None:
        self.qtbot = qtbot
        self.held = held
        self.store = OwnStore(own_path(os.environ))
        self.autostart = Autostart(("/usr/bin/snet-gui", "--standalone"), os.environ)
        self.window = SettingsWindow(held.bridge, self.store, self.autostart)
        qtbot.addWidget(self.window)
        held.bridge.noticed.connect(self._take)
        held.bridge.watch()
        self.window.show()
        qtbot.waitExposed(self.window)
        self.until(self.window.asking.isEnabled)

    def _take(self, notices: list[Any]) -> None:
        for notice in notices:
            if isinstance(notice, StatusChanged):
                self.window.show_status(notice.status)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT_MS)

    def page(self, number: int) -> None:
        """Choose a page by its name."""
        names = self.window._names
        item = names.item(number)
        assert item is not None
        viewport = names.viewport()
        assert viewport is not None
        click(viewport, names.visualItemRect(item).center())

    @property
    def settings(self) -> Settings:
        return self.held.get(self.held.backend.settings())  # type: ignore[no-any-return]

    @property
    def status(self) -> Status:
        return self.held.get(self.held.backend.status())  # type: ignore[no-any-return]

    def row(self, field: str) -> Row:
        window = self.window
        pages = (window.asking, window.history, window.screen_page)
        return next(page.rows[field] for page in pages if field in page.rows)

    def control(self, field: str, kind: type[Any]) -> Any:
        found = self.row(field).findChild(kind)
        assert found is not None, field
        return found

    def about(self, about: About) -> QCheckBox:
        return self.window.asking._abouts[about].box

    def choose(self, box: QComboBox, text: str) -> None:
        """Open the list with a key, go there with keys, take it."""
        box.setFocus()
        key(box, KEY.Key_Space)
        view = box.view()
        assert view is not None
        self.until(view.isVisible)
        steps = box.findText(text) - box.currentIndex()
        for _ in range(abs(steps)):
            key(view, KEY.Key_Down if steps > 0 else KEY.Key_Up)
        key(view, KEY.Key_Return)
        self.until(lambda: not view.isVisible())

    def type_number(self, box: QSpinBox, text: str) -> None:
        box.setFocus()
        box.selectAll()
        write(box, text)


def press(box: QAbstractButton) -> None:
    """Click at the name's beginning, where a person does."""
    click(box, QPoint(box.height(), box.height() // 2))


@pytest.fixture
def shown(qtbot: QtBot, held: Held) -> Iterator[Shown]:
    it = Shown(qtbot, held)
    yield it
    it.window.hide()
    held.bridge.stop()


def test_a_mode_is_chosen_and_shown(shown: Shown) -> None:
    box = shown.control("mode", QComboBox)
    assert box.currentText() == "Ask me"
    shown.choose(box, "Deny (locked)")
    shown.until(lambda: shown.status.mode is Mode.LOCK)
    shown.until(lambda: "denied" in shown.row("mode")._hint.text())
    shown.choose(box, "Learn until I end it")
    shown.until(lambda: shown.status.mode is Mode.LEARN)
    assert shown.status.mode_until_ns is None


def test_learning_for_a_day_shows_the_time_left(shown: Shown) -> None:
    box = shown.control("mode", QComboBox)
    before = box.count()
    shown.choose(box, "Learn for a day")
    shown.until(lambda: box.currentText() == "Learning, 24 h 0 min left")
    left_s = (shown.status.mode_until_ns or 0) / 1e9 - time.monotonic()
    assert shown.status.mode is Mode.LEARN and 86_300 < left_s <= 86_400
    shown.choose(box, "Ask me")
    shown.until(lambda: shown.status.mode is Mode.ASK and box.count() == before)


def test_a_pause_is_shown_and_ended(shown: Shown) -> None:
    box = shown.control("mode", QComboBox)
    shown.held.get(shown.held.backend.set_mode(Mode.PAUSED, 300))
    shown.until(lambda: box.currentText() == "Paused, 5 min left")
    shown.choose(box, "Ask me")
    shown.until(lambda: shown.status.mode is Mode.ASK and box.currentText() == "Ask me")


def test_a_list_that_is_open_does_not_change(shown: Shown) -> None:
    box = shown.control("mode", QComboBox)
    box.showPopup()
    shown.held.get(shown.held.backend.set_mode(Mode.PAUSED, 300))
    engine = shown.window._engine
    shown.until(lambda: engine.status is not None and engine.status.mode is Mode.PAUSED)
    assert box.currentText() == "Ask me" and box.findText("Paused, 5 min left") < 0
    box.hidePopup()
    assert box.currentText() == "Paused, 5 min left"


def test_what_silence_means(shown: Shown) -> None:
    box = shown.control("policy", QComboBox)
    assert box.currentText() == "Allow it"
    shown.choose(box, "Deny it")
    shown.until(lambda: shown.status.policy is Action.DENY)
    shown.until(lambda: shown.settings.policy is Action.DENY)
    assert box.currentText() == "Deny it"


def test_a_number_counts_once_it_is_written(shown: Shown) -> None:
    box = shown.control("delay_s", QSpinBox)
    assert box.value() == 30
    shown.type_number(box, "120")
    assert shown.status.delay_s == 30, "nobody wants 1, or 12"
    key(box, KEY.Key_Return)
    shown.until(lambda: shown.status.delay_s == 120)
    assert box.value() == 120 and shown.settings.delay_s == 120


def test_a_step_counts_after_a_quiet_time(shown: Shown) -> None:
    box = shown.control("delay_s", QSpinBox)
    box.setFocus()
    for _ in range(5):
        key(box, KEY.Key_Up)
    assert shown.status.delay_s == 30
    shown.until(lambda: shown.status.delay_s == 35)


def test_a_number_counts_when_the_window_is_closed(shown: Shown) -> None:
    shown.type_number(shown.control("delay_s", QSpinBox), "44")
    shown.window.close()
    shown.until(lambda: shown.status.delay_s == 44)


def test_what_is_refused_says_why_and_goes_back(shown: Shown) -> None:
    box = shown.control("delay_s", QSpinBox)
    shown.type_number(box, "3600")
    key(box, KEY.Key_Return)
    shown.until(lambda: shown.row("delay_s").fault)
    assert "300" in shown.row("delay_s").fault, "what the source can hold"
    shown.until(lambda: box.value() == 30)
    assert shown.status.delay_s == 30
    shown.type_number(box, "31")
    key(box, KEY.Key_Return)
    assert shown.row("delay_s").fault == ""
    shown.until(lambda: shown.status.delay_s == 31)


@pytest.mark.parametrize("about", list(About))
def test_what_is_asked_about(shown: Shown, about: About) -> None:
    before = shown.settings.asked
    assert shown.about(about).isChecked() is (about in ASKED_FIRST)
    press(shown.about(about))
    shown.until(lambda: shown.settings.asked == before ^ {about})
    press(shown.about(about))
    shown.until(lambda: shown.settings.asked == before)


def test_changes_one_upon_the_other_all_count(shown: Shown) -> None:
    wanted: frozenset[About] = shown.settings.asked
    for about in (About.INBOUND, About.LOCAL, About.UDP):
        press(shown.about(about))
        wanted ^= {about}
        assert shown.about(about).isChecked() is (about in wanted)
    box = shown.control("policy", QComboBox)
    shown.choose(box, "Deny it")
    shown.until(lambda: shown.settings == Settings(policy=Action.DENY, asked=wanted))


def test_the_history_can_be_bounded_and_not(shown: Shown) -> None:
    shown.page(1)
    days, age = shown.control("max_age_days", QSpinBox), shown.control("max_age_days", QCheckBox)
    shown.type_number(days, "7")
    key(days, KEY.Key_Tab)
    shown.until(lambda: shown.settings.max_age_days == 7)
    press(age)
    shown.until(lambda: shown.settings.max_age_days is None and not days.isEnabled())
    press(age)
    shown.until(lambda: shown.settings.max_age_days == 7 and days.isEnabled())
    size = shown.control("max_bytes", QSpinBox)
    assert size.text() == "500 MB"
    shown.type_number(size, "20")
    key(size, KEY.Key_Return)
    shown.until(lambda: shown.settings.max_bytes == 20_000_000)
    press(shown.control("max_bytes", QCheckBox))
    shown.until(lambda: shown.settings.max_bytes is None)


def test_changes_made_elsewhere_are_followed(shown: Shown) -> None:
    backend = shown.held.backend
    others = replace(
        shown.settings, delay_s=77.0, asked=frozenset({About.LOCAL}), max_age_days=3, max_bytes=None
    )
    shown.held.get(backend.change_settings(others))
    shown.until(lambda: shown.control("delay_s", QSpinBox).value() == 77)
    shown.until(lambda: shown.about(About.LOCAL).isChecked())
    assert not shown.about(About.UDP).isChecked()
    assert shown.control("max_age_days", QSpinBox).value() == 3
    assert not shown.control("max_bytes", QCheckBox).isChecked()


def test_what_is_being_written_is_left_alone(shown: Shown) -> None:
    box = shown.control("delay_s", QSpinBox)
    shown.type_number(box, "55")
    shown.held.get(shown.held.backend.set_policy(delay_s=99))
    engine = shown.window._engine
    shown.until(lambda: engine.delay_s == 99)
    assert box.text() == "55 s" or box.text() == "55"
    key(box, KEY.Key_Return)
    shown.until(lambda: shown.status.delay_s == 55)


def test_the_wheel_scrolls_and_changes_nothing_that_was_not_chosen(shown: Shown) -> None:
    shown.window._names.setFocus()
    for box in (shown.control("policy", QComboBox), shown.control("delay_s", QSpinBox)):
        before = box.currentIndex() if isinstance(box, QComboBox) else box.value()
        at = QPointF(box.rect().center())
        wheel = QWheelEvent(
            at,
            box.mapToGlobal(at),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, wheel)
        assert before == (box.currentIndex() if isinstance(box, QComboBox) else box.value())


@pytest.mark.parametrize("field", ["sound_question", "sound_missed", "notify"])
def test_a_persons_own_switches(shown: Shown, field: str) -> None:
    shown.page(2)
    box = shown.control(field, QCheckBox)
    before = getattr(Own(), field)
    assert box.isChecked() is before
    press(box)
    assert getattr(shown.store.own, field) is (not before)
    assert getattr(OwnStore(own_path(os.environ)).own, field) is (not before), "it is kept"


def test_a_switch_that_can_not_be_kept_goes_back(shown: Shown) -> None:
    shown.page(2)
    box = shown.control("notify", QCheckBox)
    with full_disk():
        press(box)
    assert box.isChecked() and shown.store.own.notify
    assert "File too large" in shown.row("notify").fault
    press(box)
    assert shown.row("notify").fault == "" and not box.isChecked()


def test_start_at_login_is_what_the_entry_says(shown: Shown) -> None:
    shown.page(2)
    box = shown.control("login", QCheckBox)
    entry = Path(os.environ["XDG_CONFIG_HOME"]) / "autostart" / NAME
    press(box)
    assert box.isChecked() and shown.autostart.on
    entry.write_text(entry.read_text().replace("Hidden=false", "Hidden=true"))
    shown.window.hide()
    shown.window.show()
    assert not box.isChecked(), "the desktop's own settings switched it off"
    press(box)
    press(box)
    assert not entry.exists()


def test_what_can_not_start_at_login_does_not_offer_it(qtbot: QtBot, held: Held) -> None:
    window = SettingsWindow(held.bridge, OwnStore(own_path(os.environ)), None)
    qtbot.addWidget(window)
    window.show()
    window._names.setCurrentRow(2)
    assert not window.screen_page.rows["login"].isVisible()


@pytest.fixture
def own_palette(qapp: QApplication) -> Iterator[None]:
    """What a test does to the palette ends with it."""
    yield
    qapp.setPalette(QPalette())


@pytest.mark.usefixtures("own_palette")
def test_the_look_changes_all_windows_at_once(shown: Shown, qapp: QApplication) -> None:
    looks = Looks(qapp, Look.LIGHT, Look.AUTO)
    shown.store.changed.connect(lambda own: looks.set(own.look))
    shown.page(2)
    shown.store.change(notify=False)
    hint = shown.row("notify")._hint

    def muted() -> bool:
        """The quiet tone is that of the look that is shown."""
        ink = hint.palette().color(hint.foregroundRole())
        return bool(ink == tones(QApplication.palette()).muted)

    shown.until(lambda: not is_dark(shown.window.palette()) and muted())
    shown.choose(shown.control("look", QComboBox), "Dark")
    shown.until(lambda: is_dark(shown.window.palette()) and muted())
    shown.choose(shown.control("look", QComboBox), "Light")
    shown.until(lambda: not is_dark(shown.window.palette()) and muted())
    looks.deleteLater()


@pytest.mark.usefixtures("own_palette")
def test_what_was_asked_for_on_the_command_line_stays(shown: Shown, qapp: QApplication) -> None:
    looks = Looks(qapp, Look.DARK, shown.store.own.look)
    shown.store.changed.connect(lambda own: looks.set(own.look))
    shown.store.change(notify=False)
    assert is_dark(QApplication.palette())
    looks.deleteLater()


def test_sounds_can_be_heard_and_first_steps_shown_again(shown: Shown) -> None:
    shown.page(2)
    heard: list[Sound] = []
    wanted: list[bool] = []
    shown.window.listen_wanted.connect(heard.append)
    shown.window.first_wanted.connect(lambda: wanted.append(True))
    for field in ("sound_question", "sound_missed"):
        button = next(
            one for one in shown.row(field).findChildren(QAbstractButton) if one.text() == "Listen"
        )
        click(button)
    click(shown.row("first").target)
    assert heard == [Sound.QUESTION, Sound.MISSED] and wanted == [True]


def test_everything_is_reached_by_keys_and_named(shown: Shown) -> None:
    for page in range(3):
        shown.window._names.setCurrentRow(page)
        shown.window._names.setFocus()
        reached: list[QWidget] = []
        while (focus := QApplication.focusWidget()) is not None and focus not in reached:
            reached.append(focus)
            key(focus, KEY.Key_Tab)
        current = shown.window._pages.currentWidget()
        assert current is not None
        controls = {
            control
            for control in current.findChildren(QWidget)
            if isinstance(control, QAbstractButton | QComboBox | QSpinBox)
            and control.isVisible()
            and control.isEnabled()
        }
        assert controls <= set(reached)
        for control in controls:
            named = control.accessibleName() or getattr(control, "text", str)()
            assert named, control


def test_escape_closes_it(shown: Shown) -> None:
    key(shown.window, KEY.Key_Escape)
    assert not shown.window.isVisible()


def test_without_an_engine_nothing_of_its_can_be_changed(shown: Shown) -> None:
    shown.window.show_status(None)
    assert not shown.window.asking.isEnabled() and not shown.window.history.isEnabled()
    assert shown.window.screen_page.isEnabled()


def test_a_wish_counts_until_the_engine_says_otherwise(shown: Shown) -> None:
    engine: EngineSettings = shown.window._engine
    engine.change(asked=frozenset())
    assert engine.settings is not None and engine.settings.asked == frozenset()
    engine.take_status(shown.status)
    assert engine.settings.asked == frozenset(), "no jumping back meanwhile"
    shown.until(lambda: shown.settings.asked == frozenset())
    assert not shown.about(About.UDP).isChecked()
