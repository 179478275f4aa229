# SPDX-License-Identifier: GPL-2.0-or-later
"""A real curl, held by the real module, asked about in the real window, by a real pointer."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from snetgui.model import Action, Decision, Reason
from snetgui.store.history import HistoryStore
from tests.gui.xsession import App, XSession, start_app, until, xsession
from tests.vm.guest import loader
from tests.vm.guest.waiting import PATIENCE

PROMPT = r"^snet( \(1 of \d+\))? · curl wants to connect"
PAGE = "hello from the server"
CONNECT_FAILED = 7  # curl's exit code
PICTURES = Path(os.environ.get("SNET_KO", "/tmp/snet.ko")).parent / "pictures"


class Page(SimpleHTTPRequestHandler):
    """One page, quietly."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        return None


@pytest.fixture
def port() -> Iterator[int]:
    """Where a real server listens, from before the module is loaded."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[XSession]:
    with xsession(tmp_path / "person") as it:
        yield it


def started(session: XSession) -> App:
    app = start_app(session, source="kernel")
    app.wait_said("connected to kernel module")
    return app


@contextmanager
def curl(port: int) -> Iterator["subprocess.Popen[str]"]:
    """A curl that fetches the page."""
    program = subprocess.Popen(
        ["curl", "-sS", f"http://127.0.0.1:{port}/"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


def asked(session: XSession, name: str) -> str:
    """The prompt's window, its picture saved."""
    window = session.wait_window(PROMPT)
    PICTURES.mkdir(exist_ok=True)
    session.picture(PICTURES / f"{name}.png", window)
    return window


def click_answer(session: XSession, window: str, action: Action) -> None:
    """Click the button as a person does who found it not armed yet: again."""
    _x, _y, width, height = session.geometry(window)
    across = width * (3 if action is Action.ALLOW else 1) // 4

    def clicked() -> bool:
        session.click(window, across, height - height // 10)
        time.sleep(1)
        return not session.window(PROMPT)

    until(clicked, "the prompt to take the click")
    session.xdotool("mousemove", "0", "0")


def press_always_allow(session: XSession, window: str) -> None:
    """Take the keyboard by a click where nothing is, choose "always", and allow."""

    def pressed() -> bool:
        session.click(window, 5, 60)
        if "wants to" in session.focused():
            session.key("0")
            session.key("a")
        time.sleep(1)
        return not session.window(PROMPT)

    until(pressed, "the prompt to take the keys")
    session.xdotool("mousemove", "0", "0")


def decisions(app: App) -> list[Decision]:
    """Of curl in their order, once the app has ended."""
    store = HistoryStore(app.data / "history.db")
    store.open()
    try:
        found = [recorded.decision for recorded in store.export()]
    finally:
        store.close()
    of_curl = [decision for decision in found if decision.event.process.comm == "curl"]
    return sorted(of_curl, key=lambda decision: decision.when)


def test_a_curl_is_allowed_denied_timed_out_and_remembered(port: int, session: XSession) -> None:
    loader.load(verdict_delay=120, verdict_policy=1)
    app = started(session)

    with curl(port) as allowed:
        window = asked(session, "allowed")
        assert allowed.poll() is None
        click_answer(session, window, Action.ALLOW)
        assert allowed.communicate(timeout=PATIENCE) == (PAGE, "")
        assert allowed.returncode == 0

    with curl(port) as denied:
        click_answer(session, asked(session, "denied"), Action.DENY)
        _out, said = denied.communicate(timeout=PATIENCE)
        assert denied.returncode == CONNECT_FAILED, said

    loader.set_parameter("verdict_delay", 20)
    with curl(port) as unanswered:
        asked(session, "unanswered")
        _out, said = unanswered.communicate(timeout=PATIENCE)
        assert unanswered.returncode == CONNECT_FAILED, said
        session.wait_no_window(PROMPT)
    loader.set_parameter("verdict_delay", 120)

    with curl(port) as always:
        press_always_allow(session, asked(session, "always"))
        assert always.communicate(timeout=PATIENCE) == (PAGE, "")

    assert app.end() == 0
    app = started(session)
    with curl(port) as remembered:
        assert remembered.communicate(timeout=PATIENCE) == (PAGE, "")
    session.picture(PICTURES / "remembered.png")
    assert app.end() == 0
    assert [(decision.action, decision.reason) for decision in decisions(app)] == [
        (Action.ALLOW, Reason.PERSON),
        (Action.DENY, Reason.PERSON),
        (Action.DENY, Reason.TIMEOUT),
        (Action.ALLOW, Reason.PERSON),
        (Action.ALLOW, Reason.RULE),
    ]
