# SPDX-License-Identifier: GPL-2.0-or-later
"""The icon in real panels: by XEmbed, and as a StatusNotifierItem on X and on Wayland."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from snetgui.model import Mode

from .desks import Desk
from .picture import ALLOW, Picture
from .xsession import Session, XSession, start_app, until, xsession

STATUS = "Status · snet"
_PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
"""
_WATCHER = "org.kde.StatusNotifierWatcher"


@contextmanager
def menu_opened(session: Session) -> Iterator[None]:
    """Wait until something new is below the panel."""
    before = session.look().rows(50, 200)
    yield
    until(lambda: session.look().rows(50, 200) != before, "the menu")


def embedded(session: XSession) -> str:
    """Id of the small window that the app put into the panel, "" if there is none."""
    found = re.findall(r'(0x\w+) "snet": \("snet-gui" "snet"\)  (\d+)x', session.windows())
    return next((window for window, width in found if 10 < int(width) < 64), "")


@pytest.fixture
def on_x(x_desk: Desk) -> Iterator[Desk]:
    """The desk with the panel for XEmbed, cleared afterwards."""
    count = len(x_desk.session.programs)
    yield x_desk
    x_desk.session.end_after(count)
    if window := x_desk.session.window(STATUS):
        screen(x_desk).xdotool("windowclose", window)
        x_desk.session.wait_no_window(STATUS)
    x_desk.clear()


def screen(desk: Desk) -> XSession:
    assert isinstance(desk.session, XSession)
    return desk.session


def click_icon(desk: Desk, button: str = "1") -> None:
    """Click on the icon, in the middle."""
    icon = until(lambda: embedded(screen(desk)), "the icon in the panel")
    screen(desk).xdotool("mousemove", "--window", icon, "12", "12", "click", button)


def test_with_a_panel_nothing_else_is_on_the_screen(on_x: Desk) -> None:
    assert until(lambda: embedded(screen(on_x)), "the icon in the panel")
    assert not on_x.session.window("· snet$|^snet ·")


def test_a_click_on_the_icon_shows_how_things_are(on_x: Desk) -> None:
    click_icon(on_x)
    on_x.session.wait_window(STATUS)


def test_a_click_brings_back_what_was_put_off(on_x: Desk) -> None:
    made = on_x.asked()
    on_x.enter()
    until(lambda: "curl wants" in on_x.session.focused(), "the keyboard in the prompt")
    on_x.session.key("Escape")
    on_x.gone()
    click_icon(on_x)
    on_x.session.find(ALLOW)
    assert on_x.pends(made)


def grey(picture: Picture, x: int, y: int, side: int) -> tuple[int, ...]:
    """A square of the screen without its colours."""
    return tuple(
        sum(picture.pixel(x + right, y + down)) // 96
        for down in range(side)
        for right in range(side)
    )


def test_each_state_looks_another_way_without_colour(on_x: Desk) -> None:
    backend = on_x.engine.backend
    icon = until(lambda: embedded(screen(on_x)), "the icon in the panel")
    x, y, width, _height = screen(on_x).geometry(icon)
    seen = {grey(on_x.session.look(), x, y, width): "asking"}

    def another(name: str) -> None:
        def is_new() -> bool:
            return grey(on_x.session.look(), x, y, width) not in seen

        until(is_new, f"another icon for {name}")
        seen[grey(on_x.session.look(), x, y, width)] = name

    for mode in (Mode.LEARN, Mode.LOCK, Mode.PAUSED):
        on_x.get(backend.set_mode(mode))
        another(mode.value)
    on_x.get(backend.set_mode(Mode.ASK))
    on_x.asked()
    another("waiting")


def displayed(session: XSession) -> str:
    """How many notifications are on the screen."""
    return session.run("dunstctl", "count", "displayed").stdout.strip()


def test_a_missed_question_is_notified_and_leads_to_the_list(on_x: Desk) -> None:
    session = screen(on_x)
    session.start("dunst")
    until(lambda: session.run("dunstctl", "is-paused").stdout.strip() == "false", "dunst")
    on_x.raised(delay_s=1)
    until(lambda: displayed(session) == "1", "the notification")
    session.run("dunstctl", "action", "0")
    window = session.wait_window("^Missed questions")
    session.xdotool("windowclose", window)


def test_a_panel_of_wayland_shows_the_icon_and_takes_clicks(wayland_desk: Desk) -> None:
    session = wayland_desk.session
    assert not session.window(STATUS), "it comes by itself where there is no panel"
    width = session.look().width
    session.click_at(width - 12, 12)
    window = session.wait_window(STATUS)
    session.run("swaymsg", f"[con_id={window}]", "kill")
    session.wait_no_window(STATUS)


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[XSession]:
    """X with a panel that knows StatusNotifierItem."""
    home = tmp_path / "person"
    config = home / "config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
    config.parent.mkdir(parents=True)
    config.write_text(_PANEL)
    with xsession(home) as session:
        [settings] = Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd")
        session.start(str(settings))
        session.start("xfce4-panel", "--disable-wm-check")
        yield session


def items(session: XSession) -> str:
    """What the panel knows of icons."""
    where = (f"--dest={_WATCHER}", "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties.Get")
    ask = (f"string:{_WATCHER}", "string:RegisteredStatusNotifierItems")
    return session.run("dbus-send", "--print-reply", *where, *ask).stdout


def test_a_panel_with_notifier_items_shows_the_icon_and_its_menu(panel: XSession) -> None:
    until(lambda: "array" in items(panel), "the panel")
    app = start_app(panel)
    app.wait_said("connected to recording")
    until(lambda: "StatusNotifierItem" in items(panel), "the icon in the panel")
    icon = (12, 16)
    until(lambda: len(set(panel.look().rows(10, 20))) > 20, "the icon's picture")
    assert not panel.window(STATUS)
    panel.click_at(*icon)
    panel.wait_window(STATUS)
    # The menu is the panel's own: what it shows comes over the bus.
    with menu_opened(panel):
        panel.xdotool("mousemove", *map(str, icon), "click", "3")
    panel.xdotool("key", "Up", "Return")
    assert app.program.wait(20) == 0
