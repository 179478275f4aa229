# SPDX-License-Identifier: GPL-2.0-or-later
"""The app on a desktop that has a real tray and a real notification daemon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .kit import event
from .xsession import App, XSession, start_app, until, xsession


@pytest.fixture
def session(tmp_path: Path) -> Iterator[XSession]:
    with xsession(tmp_path / "person") as it:
        yield it


def windows(session: XSession) -> str:
    """All windows of the screen, those that can't be seen too."""
    return session.run("xwininfo", "-root", "-tree").stdout


def tray_icon(session: XSession) -> str:
    """Id of the small window that the app put into the panel, "" if there is none."""
    found = re.findall(r'(0x\w+) "snet": \("snet-gui" "snet"\)  (\d+)x', windows(session))
    return next((window for window, width in found if 10 < int(width) < 64), "")


@pytest.fixture
def app(session: XSession) -> App:
    session.start("trayer", "--edge", "top", "--align", "left", "--height", "32")
    until(lambda: '"panel" "trayer"' in windows(session), "the panel")
    it = start_app(session)
    it.wait_said("connected to recording")
    until(lambda: tray_icon(session), "the icon in the panel")
    return it


def test_with_a_tray_nothing_else_is_on_the_screen(app: App) -> None:
    assert not app.session.window("· snet$|^snet ·")
    assert app.end() == 0


def test_a_click_on_the_icon_shows_how_things_are(app: App) -> None:
    app.session.click(tray_icon(app.session), 8, 8)
    app.session.wait_window("^Status · snet$")
    assert app.end() == 0


def test_a_click_brings_back_what_was_put_off(app: App) -> None:
    session = app.session
    app.raise_event(event(1))
    window = session.wait_window("curl wants")
    session.click(window, 5, 60)
    until(lambda: "curl wants" in session.focused(), "the keyboard in the prompt")
    session.key("Escape")
    session.wait_no_window("curl wants")
    session.click(tray_icon(session), 8, 8)
    session.wait_window("curl wants")
    assert app.end() == 0


def test_the_menu_ends_the_app(app: App) -> None:
    session = app.session
    session.xdotool("mousemove", "--window", tray_icon(session), "8", "8", "click", "3")
    session.xdotool("sleep", "0.5", "key", "Up", "key", "Return")
    assert app.program.wait(20) == 0


def displayed(session: XSession) -> str:
    """How many notifications are on the screen."""
    return session.run("dunstctl", "count", "displayed").stdout.strip()


def test_a_missed_question_is_notified_and_leads_to_the_list(app: App) -> None:
    session = app.session
    session.start("dunst")
    until(lambda: session.run("dunstctl", "is-paused").stdout.strip() == "false", "dunst")
    app.raise_event(event(1, delay_s=3))
    until(lambda: displayed(session) == "1", "the notification")
    session.run("dunstctl", "action", "0")
    session.wait_window("^Missed questions")
    assert app.end() == 0
