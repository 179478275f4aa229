# SPDX-License-Identifier: GPL-2.0-or-later
"""The real app on a real X server, with a window manager, a pointer and a keyboard."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from snetgui.model import Action, Decision, Event, Reason
from snetgui.store.history import HistoryStore
from snetgui.store.rules import RuleStore

from .kit import event, internet
from .xsession import App, XSession, snet_gui, start_app, until, xsession

PROMPT = r"^snet( \(1 of \d+\))? · curl wants to connect"
ARMED_S = 0.7
KEYS_TRUSTED_S = 1.2


@pytest.fixture
def session(tmp_path: Path) -> Iterator[XSession]:
    with xsession(tmp_path / "person") as it:
        yield it


@pytest.fixture
def app(session: XSession) -> App:
    it = start_app(session)
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


def asked(app: App, number: int = 1, **how: object) -> tuple[Event, str]:
    """A call that is asked about, and the prompt's window."""
    raised = event(number, **how)  # type: ignore[arg-type]
    app.raise_event(raised)
    return raised, app.session.wait_window(PROMPT)


def armed() -> None:
    """The prompt's own half second, which nothing outside of it shows."""
    time.sleep(ARMED_S)


def press_answer(app: App, window: str, action: Action) -> None:
    """Click where the button is: in the lower right half, or the lower left."""
    _x, _y, width, height = app.session.geometry(window)
    share = 3 if action is Action.ALLOW else 1
    app.session.click(window, width * share // 4, height - height // 10)


def take_keyboard(app: App, window: str) -> None:
    """What a person does who wants to answer by keys: click where nothing is."""
    app.session.click(window, 5, 60)
    until(lambda: "wants to" in app.session.focused(), "the keyboard in the prompt")


@pytest.mark.parametrize("action", list(Action))
def test_a_click_decides(app: App, action: Action) -> None:
    _raised, window = asked(app)
    armed()
    press_answer(app, window, action)
    app.session.wait_no_window(PROMPT)
    assert app.end() == 0
    [decision] = decided(app)
    assert (decision.action, decision.reason) == (action, Reason.PERSON)


def test_keys_decide_once_the_person_clicked(app: App) -> None:
    _raised, window = asked(app)
    armed()
    take_keyboard(app, window)
    app.session.key("4")
    app.session.key("0")
    app.session.key("d")
    app.session.wait_no_window(PROMPT)
    assert app.end() == 0
    [decision] = decided(app)
    assert (decision.action, decision.reason) == (Action.DENY, Reason.PERSON)
    assert rule_count(app) == 1


def test_what_is_remembered_is_not_asked_again_after_a_restart(app: App) -> None:
    _raised, window = asked(app)
    armed()
    take_keyboard(app, window)
    app.session.key("0")
    app.session.key("a")
    app.session.wait_no_window(PROMPT)
    assert app.end() == 0
    again = start_app(app.session)
    again.wait_said("connected to recording")
    again.raise_event(event(2))
    other = event(3, to=internet("192.0.2.44", 80))
    again.raise_event(other)
    app.session.wait_window("192.0.2.44")
    assert again.end() == 0
    by_rule = [decision for decision in decided(again) if decision.reason is Reason.RULE]
    assert [decision.event.id for decision in by_rule] == [2]


def test_typing_elsewhere_never_answers(app: App, tmp_path: Path) -> None:
    session = app.session
    typed = tmp_path / "typed"
    session.start(sys.executable, str(Path(__file__).with_name("typist.py")), str(typed))
    session.wait_window("^Typist$")
    until(lambda: session.focused() == "Typist", "the typist's focus")
    app.raise_event(event(1))
    text = "add a dad " * 8
    session.type(text)
    session.wait_window(PROMPT)
    session.key("Return")
    session.key("space")
    session.type("ad1234567890")
    assert session.focused() == "Typist"
    assert until(lambda: typed.read_text() == text + " ad1234567890", "what was typed")
    assert session.window(PROMPT), "it still asks"
    assert app.end() == 0
    assert all(decision.reason is not Reason.PERSON for decision in decided(app))
    assert rule_count(app) == 0


def test_focus_that_falls_upon_the_prompt_is_not_believed(app: App, tmp_path: Path) -> None:
    session = app.session
    typist = session.start(
        sys.executable, str(Path(__file__).with_name("typist.py")), str(tmp_path / "typed")
    )
    session.wait_window("^Typist$")
    asked(app)
    typist.terminate()
    session.wait_no_window("^Typist$")
    session.xdotool("windowactivate", session.window(PROMPT))
    session.type("adadadadadad")
    assert session.window(PROMPT)
    assert app.end() == 0
    assert all(decision.reason is not Reason.PERSON for decision in decided(app))


def test_a_click_before_it_is_armed_is_nothing(app: App) -> None:
    session = app.session
    first, window = asked(app)
    armed()
    second = event(2, to=internet("192.0.2.1", 81))
    app.raise_event(second)
    session.wait_window("1 of 2")
    _x, _y, width, height = session.geometry(window)
    at = ("--window", window, str(width * 3 // 4), str(height - height // 10))
    # Twice, as fast as a double click: the second falls upon the next question.
    session.xdotool("mousemove", *at, "click", "--repeat", "2", "--delay", "60", "1")
    session.wait_window("192.0.2.1, port 81")
    assert app.end() == 0
    by_person = [d.event.id for d in decided(app) if d.reason is Reason.PERSON]
    assert by_person == [first.id]


def test_escape_means_later(app: App) -> None:
    session = app.session
    raised, window = asked(app, delay_s=6)
    time.sleep(KEYS_TRUSTED_S)  # a click would be reading, and give more time
    session.xdotool("windowactivate", "--sync", window)
    time.sleep(KEYS_TRUSTED_S)
    session.key("Escape")
    session.wait_no_window(PROMPT)
    session.wait_window("^Status · snet$")
    late_ns = raised.deadline_ns + 1_000_000_000
    until(lambda: time.monotonic_ns() > late_ns, "the deadline to pass")
    assert app.end() == 0
    [decision] = decided(app)
    assert decision.reason is Reason.TIMEOUT
    assert rule_count(app) == 0


def test_silence_is_answered_by_the_policy(app: App) -> None:
    asked(app, delay_s=6)
    app.session.wait_no_window(PROMPT)
    assert app.end() == 0
    [decision] = decided(app)
    assert (decision.action, decision.reason) == (Action.ALLOW, Reason.TIMEOUT)
    assert rule_count(app) == 0


def test_a_pointer_in_the_prompt_gives_more_time(app: App) -> None:
    raised, window = asked(app, delay_s=3)
    x, y, _width, _height = app.session.geometry(window)
    for step in range(40):
        app.session.xdotool("mousemove", str(x + 30 + step), str(y + 60))
        time.sleep(0.1)
    late = raised.deadline_ns - raised.raised_ns + 500_000_000
    until(lambda: time.monotonic_ns() > raised.raised_ns + late, "the deadline that was")
    assert app.session.window(PROMPT), "it still asks"
    assert app.end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_cleanly(app: App, number: signal.Signals) -> None:
    asked(app)
    assert app.end(number) == 0
    assert "Traceback" not in app.said.read_text()


def test_a_second_one_shows_the_first(app: App) -> None:
    session = app.session
    session.xdotool("windowminimize", session.wait_window("^Status · snet$"))
    second = session.run(snet_gui(), "--standalone", "--data-dir", str(app.data))
    assert second.returncode == 0 and "runs in this session already" in second.stderr
    session.wait_window("^Status · snet$")
    assert app.end() == 0


def test_a_killed_one_does_not_keep_the_next_from_starting(app: App) -> None:
    app.program.kill()
    app.program.wait()
    again = start_app(app.session)
    again.wait_said("connected to recording")
    assert again.end() == 0


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
    app = start_app(session, source="kernel")
    app.wait_said("snet-gui: .*module")
    session.wait_window("^Status · snet$")
    assert app.program.poll() is None
    assert len(app.said.read_text().splitlines()) == 1
    assert app.end() == 0
