# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's first start, and questions on a desktop without a tray: the real app, end to end."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from snetgui.model import Action, Decision, Reason
from snetgui.store.history import HistoryStore

from .kit import event
from .picture import ALLOW
from .xsession import App, XSession, snet_gui, start_app, until, xsession

FIRST = "^First steps · snet$"
STATUS = "^Status · snet$"
PROMPT = "curl wants to connect"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[XSession]:
    with xsession(tmp_path / "person") as it:
        yield it


def start(session: XSession) -> App:
    """The app as a person starts it: its files are in their usual places."""
    pipe, said = session.home / "events", session.home / "said"
    if not pipe.exists():
        os.mkfifo(pipe)
    with said.open("wb") as out:
        command = (snet_gui(), "--standalone", "--source", f"recording:{pipe}")
        program = session.start(*command, stderr=out)
    data = Path(session.env["XDG_DATA_HOME"]) / "snet"
    app = App(session, program, pipe, data, said)
    app.wait_said("connected to recording")
    return app


def decided(app: App) -> list[Decision]:
    """What the history holds, once the app has ended."""
    store = HistoryStore(app.data / "history.db")
    store.open()
    try:
        return [recorded.decision for recorded in store.export()]
    finally:
        store.close()


def activate(session: XSession, title: str) -> None:
    """Bring a window to the front, and give it the keyboard."""
    session.xdotool("windowactivate", session.wait_window(title))
    until(lambda: re.search(title, session.focused()), f"the keyboard in {title}")


def close(session: XSession, title: str) -> None:
    """Close a window by keys; again if its manager took the keyboard elsewhere in between."""

    def closed() -> bool:
        if window := session.window(title):
            session.xdotool("windowactivate", window)
            session.key("Escape")
        return not window

    until(closed, f"{title} to close")


def test_a_question_is_answered_while_the_first_steps_are_open(session: XSession) -> None:
    app = start(session)
    activate(session, FIRST)
    app.raise_event(event(1))
    session.wait_window(PROMPT)
    session.click_at(*session.find(ALLOW))
    session.wait_no_window(PROMPT)
    assert session.window(FIRST)
    close(session, FIRST)
    assert app.end() == 0
    [decision] = decided(app)
    assert (decision.action, decision.reason) == (Action.ALLOW, Reason.PERSON)
    again = start(session)
    session.wait_window(STATUS)
    again.raise_event(event(2))
    session.wait_window(PROMPT)
    assert not session.window(FIRST), "it was left once"
    assert again.end() == 0


def displayed(session: XSession) -> str:
    return session.run("dunstctl", "count", "displayed").stdout.strip()


def test_without_a_tray_notifications_lead_to_the_windows(session: XSession) -> None:
    session.start("dunst")
    until(lambda: displayed(session) == "0", "dunst")
    app = start_app(session)
    app.wait_said("connected to recording")
    app.raise_event(event(1))
    window = session.wait_window(PROMPT)
    until(lambda: displayed(session) == "1", "the notification")
    assert not session.window(FIRST), "who names a folder begins nothing"
    session.xdotool("windowminimize", window)
    session.wait_no_window(PROMPT)
    session.run("dunstctl", "action")
    session.wait_window(PROMPT)
    session.click_at(*session.find(ALLOW))
    session.wait_no_window(PROMPT)
    until(lambda: displayed(session) == "0", "the notification to go")
    close(session, STATUS)
    until(lambda: displayed(session) == "1", "how to come back")
    session.run("dunstctl", "action")
    session.wait_window(STATUS)
    assert app.end() == 0
