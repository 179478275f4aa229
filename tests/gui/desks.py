# SPDX-License-Identifier: GPL-2.0-or-later
"""The real app on a real screen, started once for many tests: on X, and on Wayland.

The tests of both take the same person's way: they look at the screen, move the
pointer and press keys. What the app made of it they hear from its engine.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from snetgui.engine.backend import Decided, Notice
from snetgui.engine.thread import EngineThread
from snetgui.gui.sources import attached
from snetgui.model import Decision, Event, Mode, Rule

from . import plain_logind
from .kit import WAIT_S, event
from .picture import ALLOW, BAR, Colour
from .wlsession import wayland_session
from .xsession import App, Session, XSession, start_app, until, xsession

HERE = Path(__file__).parent
MAGENTA: Colour = (0xFF, 0x00, 0xFF)
_ENTRY = "[Desktop Entry]\nType=Application\nName=Environs\nExec=/usr/bin/env\nIcon=environs\n"
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
    '<rect width="48" height="48" fill="#ff00ff"/></svg>'
)
_SWAYBAR = "bar {\n position top\n tray_output *\n status_command true\n}"


@dataclass
class Desk:
    """A screen with the app on it.

    Attributes:
        decisions: how each event ended, by its number.
    """

    session: Session
    app: App
    engine: EngineThread
    decisions: dict[int, Decision] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def on_x(self) -> bool:
        return isinstance(self.session, XSession)

    def get(self, work: Any) -> Any:
        """What the engine answers."""
        return self.engine.submit(work).result(WAIT_S)

    def raised(self, **how: Any) -> Event:
        """A program makes a call."""
        made = event(next(self.numbers), **how)
        self.app.raise_event(made)
        return made

    def asked(self, **how: Any) -> Event:
        """A call that is asked about: the prompt is there and takes answers."""
        made = self.raised(**how)
        self.session.find(ALLOW)
        return made

    def decided(self, made: Event) -> Decision:
        """How a call ended; waits for it."""
        until(lambda: made.id in self.decisions, f"the end of event {made.id}")
        return self.decisions[made.id]

    def pends(self, made: Event) -> bool:
        """Whether the call is held."""
        return made.id not in self.decisions

    def rules(self) -> tuple[Rule, ...]:
        rows: tuple[Rule, ...] = self.get(self.engine.backend.rules()).rows
        return rows

    def click_answer(self, colour: Colour, times: int = 1) -> None:
        """Click on an answer as soon as it is armed."""
        self.session.click_at(*self.session.find(colour), times)

    def enter(self) -> None:
        """Click into the prompt where nothing is: between the answers and the choices."""
        x, y = self.session.find(ALLOW)
        self.session.click_at(x + 100, y - 50)

    def step_aside(self) -> None:
        """Move the pointer out of the prompt: a button under it is painted darker."""
        self.session.move(600, 60)

    def gone(self) -> None:
        """Wait until there is no prompt."""
        self.session.lose(BAR)

    def typist(self) -> Path:
        """Another window, with the keyboard; returns the file that has what was typed."""
        typed = self.session.home / f"typed-{next(self.numbers)}"
        self.session.start(sys.executable, str(HERE / "typist.py"), str(typed), typed.name)
        self.session.wait_window(typed.name)
        until(lambda: self.session.focused() == typed.name, "the typist's focus")
        return typed

    def clear(self) -> None:
        """Leave nothing for the next test: no question, no rule, no window of a typist."""
        backend = self.engine.backend
        self.get(backend.set_mode(Mode.LOCK))
        self.get(backend.set_mode(Mode.ASK))
        self.get(backend.delete_rules([rule.id for rule in self.rules()]))
        missed = self.get(backend.missed(limit=1000)).rows
        self.get(backend.forget_missed([one.id for one in missed]))
        self.step_aside()
        self.gone()


def logind(session: Session, what: str) -> bool:
    """Have logind do something; whether it heard."""
    where = (f"--dest={plain_logind.NAME}", plain_logind.MANAGER_PATH)
    call = (f"{plain_logind.NAME}.Manager.Do", f"string:{what}")
    return session.run("dbus-send", "--system", "--print-reply", *where, *call).returncode == 0


def _install(folder: Path) -> str:
    """A desktop entry of the system for /usr/bin/env, and its icon; returns XDG_DATA_DIRS."""
    entry = folder / "applications/environs.desktop"
    icon = folder / "icons/hicolor/scalable/apps/environs.svg"
    for file, text in ((entry, _ENTRY), (icon, _ICON)):
        file.parent.mkdir(parents=True)
        file.write_text(text)
    return f"{folder}:/usr/share"


@contextmanager
def _desk(session: Session) -> Iterator[Desk]:
    session.env["XDG_DATA_DIRS"] = _install(session.home.parent / "share")
    session.start(sys.executable, str(HERE / "plain_logind.py"))
    until(lambda: logind(session, "unlock"), "logind")
    app = start_app(session)
    app.wait_said("connected to recording")
    socket = until(
        lambda: next(Path(session.env["XDG_RUNTIME_DIR"]).glob("snet/backend*"), None),
        "the engine's socket",
    )
    thread = EngineThread(attached(socket))
    thread.start()
    desk = Desk(session, app, thread)

    def tell(notice: Notice) -> None:
        if isinstance(notice, Decided):
            desk.decisions.update((one.event.id, one) for one in notice.decisions)

    stop = thread.watch(tell, decisions=True)
    try:
        yield desk
    finally:
        stop()
        thread.stop()
        assert app.end() == 0
        assert "Traceback" not in app.said.read_text()


@pytest.fixture(scope="session")
def x_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """X, with a window manager and a panel."""
    with xsession(tmp_path_factory.mktemp("x") / "person") as session:
        session.start("trayer", "--edge", "top", "--align", "left", "--height", "32")
        until(lambda: '"panel" "trayer"' in session.windows(), "the panel")
        with _desk(session) as desk:
            yield desk


@pytest.fixture(scope="session")
def wayland_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Wayland, with a panel."""
    folder = tmp_path_factory.mktemp("wayland") / "person"
    with wayland_session(folder, more=_SWAYBAR) as session, _desk(session) as desk:
        yield desk


@pytest.fixture(params=["x", "wayland"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """Both, one after the other."""
    it: Desk = request.getfixturevalue(f"{request.param}_desk")
    count = len(it.session.programs)
    yield it
    it.session.end_after(count)
    it.clear()
