# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet run` where there is a screen: the prompt's window, a real pointer, a real curl."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from snetgui.model import Action
from tests.gui.xsession import XSession, until, xsession

from .conftest import SNET, WALL_S, Reached

PROMPT = "curl wants to connect"
HELLO = "hello from the server\n"
COULD_NOT_CONNECT = 7  # curl's exit code


@pytest.fixture
def session(tmp_path: Path) -> Iterator[XSession]:
    with xsession(tmp_path / "person") as it:
        yield it


def start(session: XSession, *words: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return session.start(SNET, "run", *words, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)


def curl(session: XSession, web: Reached, *options: str) -> subprocess.Popen[bytes]:
    return start(session, *options, "--", "curl", "-sS", web.url)


def ended(program: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = program.communicate(timeout=WALL_S)
    return program.returncode, out.decode(), err.decode()


def click_answer(session: XSession, action: Action) -> None:
    """Click as a person does who found the button not armed yet: again."""
    window = session.wait_window(PROMPT)
    _x, _y, width, height = session.geometry(window)
    across = width * (3 if action is Action.ALLOW else 1) // 4

    def clicked() -> bool:
        session.click(window, across, height - height // 10)
        time.sleep(0.3)
        return not session.window(PROMPT)

    until(clicked, "the prompt to take the click")


def test_click_allows_and_the_windows_end_with_the_command(session: XSession, web: Reached) -> None:
    program = curl(session, web)
    click_answer(session, Action.ALLOW)
    assert ended(program) == (0, HELLO, "")
    assert len(web.peers) == 1
    session.wait_no_window("snet")


def test_click_denies(session: XSession, web: Reached) -> None:
    program = curl(session, web)
    click_answer(session, Action.DENY)
    code, out, _err = ended(program)
    assert (code, out) == (COULD_NOT_CONNECT, "")
    assert not web.peers


def test_always_is_remembered_by_the_next_run(session: XSession, web: Reached) -> None:
    program = curl(session, web)
    window = session.wait_window(PROMPT)

    def pressed() -> bool:
        session.click(window, 5, 60)
        if PROMPT in session.focused():
            session.key("0")
            session.key("a")
        time.sleep(0.3)
        return not session.window(PROMPT)

    until(pressed, "the prompt to take the keys")
    assert ended(program) == (0, HELLO, "")
    assert ended(curl(session, web, "--policy", "deny", "--delay", "1")) == (0, HELLO, "")


def test_screen_that_is_not_there(session: XSession, web: Reached) -> None:
    session.env["DISPLAY"] = ":987654"
    code, out, err = ended(curl(session, web, "--policy", "deny"))
    assert (code, out) == (COULD_NOT_CONNECT, "")
    assert "the windows could not be shown on this screen" in err
    assert "nobody can be asked here" in err
    assert not web.peers


def test_windows_that_are_killed_leave_it_to_the_policy(session: XSession, web: Reached) -> None:
    program = curl(session, web, "--policy", "deny", "--delay", "5")
    window = session.wait_window(PROMPT)
    os.kill(int(session.xdotool("getwindowpid", window)), signal.SIGKILL)
    code, _out, err = ended(program)
    assert code == COULD_NOT_CONNECT
    assert "the windows have ended: what no rule decides is denied" in err
    assert not web.peers
