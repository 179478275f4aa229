# SPDX-License-Identifier: GPL-2.0-or-later
"""The real app as a program: how it starts, ends and begins again. What it asks: test_asking."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from snetgui.model import Decision, Reason
from snetgui.store.history import HistoryStore
from snetgui.store.rules import RuleStore

from .kit import event, internet
from .picture import ALLOW, DENY
from .xsession import App, XSession, snet_gui, start_app, until, xsession

PROMPT = "curl wants to connect"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XSession]:
    """X with a window manager, and no panel."""
    with xsession(tmp_path_factory.mktemp("app") / "person") as it:
        yield it


@pytest.fixture
def session(screen: XSession) -> Iterator[XSession]:
    """The same, without what the test leaves."""
    count = len(screen.programs)
    yield screen
    screen.end_after(count)


@pytest.fixture
def app(session: XSession, tmp_path: Path) -> App:
    return begun(session, tmp_path)


def begun(session: XSession, folder: Path) -> App:
    """The app over the files of a folder, connected."""
    it = start_app(session, name=folder.name)
    it.wait_said("connected to recording")
    return it


def decided(app: App) -> list[Decision]:
    """What the history holds, once the app has ended."""
    store = HistoryStore(app.data / "history.db")
    store.open()
    try:
        return [recorded.decision for recorded in store.export()]
    finally:
        store.close()


def rule_count(app: App) -> int:
    store = RuleStore(app.data / "rules.db")
    store.open()
    try:
        return len(store.load().rules)
    finally:
        store.close()


def test_what_is_remembered_is_not_asked_again_after_a_restart(app: App, tmp_path: Path) -> None:
    session = app.session
    app.raise_event(event(1))
    x, y = session.find(ALLOW)
    session.click_at(x + 100, y - 50)
    until(lambda: PROMPT in session.focused(), "the keyboard in the prompt")
    session.key("0")
    session.key("a")
    session.wait_no_window(PROMPT)
    assert app.end() == 0
    assert isinstance(session, XSession)
    again = begun(session, tmp_path)
    again.raise_event(event(2))
    again.raise_event(event(3, to=internet("192.0.2.44", 80)))
    session.wait_window("192.0.2.44")
    assert again.end() == 0
    by_rule = [decision for decision in decided(again) if decision.reason is Reason.RULE]
    assert [decision.event.id for decision in by_rule] == [2]


def test_the_keyboard_is_never_handed_to_the_prompt(
    session: XSession, app: App, tmp_path: Path
) -> None:
    window = session.start(sys.executable, typist(), str(tmp_path / "typed"), "Closes")
    session.wait_window("^Closes$")
    until(lambda: session.focused() == "Closes", "the typist's focus")
    app.raise_event(event(1))
    session.find(ALLOW)
    window.terminate()
    until(lambda: session.focused() != "Closes", "the typist's end")
    session.xdotool("windowactivate", session.window(PROMPT))
    session.type("adadad")
    assert PROMPT not in session.focused()
    assert session.find(DENY), "it still asks"
    assert app.end() == 0
    assert all(decision.reason is not Reason.PERSON for decision in decided(app))


def test_a_keyboard_that_is_forced_upon_it_is_not_believed(session: XSession, app: App) -> None:
    app.raise_event(event(1))
    session.find(ALLOW)
    window = session.window(PROMPT)
    session.xdotool("windowfocus", "--sync", window)
    until(lambda: PROMPT in session.focused(), "the keyboard in the prompt")
    session.type("adadadadadad")
    assert session.window(PROMPT) and session.find(DENY)
    assert app.end() == 0
    assert all(decision.reason is not Reason.PERSON for decision in decided(app))


def typist() -> str:
    return str(Path(__file__).with_name("typist.py"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_cleanly(app: App, number: signal.Signals) -> None:
    app.raise_event(event(1))
    app.session.wait_window(PROMPT)
    assert app.end(number) == 0
    assert "Traceback" not in app.said.read_text()


def test_a_second_one_shows_the_first(session: XSession, app: App) -> None:
    session.xdotool("windowminimize", session.wait_window("^Status · snet$"))
    second = session.run(snet_gui(), "--standalone", "--data-dir", str(app.data))
    assert second.returncode == 0 and "runs in this session already" in second.stderr
    session.wait_window("^Status · snet$")
    assert app.end() == 0


def test_a_killed_one_does_not_keep_the_next_from_starting(
    session: XSession, app: App, tmp_path: Path
) -> None:
    app.program.kill()
    app.program.wait()
    assert begun(session, tmp_path).end() == 0


def test_without_standalone_it_says_what_to_do(session: XSession) -> None:
    done = session.run(snet_gui())
    assert done.returncode == 2
    assert "snet-gui --standalone" in done.stderr and done.stderr.count("\n") == 1


def test_an_unknown_source_is_wrong_usage(session: XSession) -> None:
    done = session.run(snet_gui(), "--standalone", "--source", "nonsense")
    assert done.returncode == 2 and "nonsense" in done.stderr


def test_without_the_module_it_says_so_and_goes_on(session: XSession) -> None:
    if Path("/sys/module/snet").exists():
        pytest.skip("the module is loaded here")
    app = start_app(session, source="kernel", name="no-module")
    app.wait_said("snet-gui: .*module")
    session.wait_window("^Status · snet$")
    assert app.program.poll() is None
    assert len(app.said.read_text().splitlines()) == 1
    assert app.end() == 0
