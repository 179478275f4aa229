# SPDX-License-Identifier: GPL-2.0-or-later
"""An X server with a window manager, a home and a session bus of its own, and a hand in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from snetgui.model import Event
from snetgui.source.recording import Recorder, RecordingSource
from tests import patience

from .picture import Colour, Picture, from_xwd

# A limit, not a pace: emulated machines run this too.
WAIT_S = patience.seconds(180)
_POLL_S = 0.05


def until(true: Callable[[], Any], what: str, seconds: float = WAIT_S) -> Any:
    """Wait until something is the case; returns what it was."""
    end = time.monotonic() + seconds
    while not (result := true()):
        assert time.monotonic() < end, f"waited {seconds:g} s for {what}"
        time.sleep(_POLL_S)
    return result


@dataclass
class Session:
    """A screen, and programs on it.

    Attributes:
        env: for programs that shall appear on it.
        home: where their files are.
    """

    env: dict[str, str]
    home: Path
    stack: ExitStack
    programs: list[subprocess.Popen[bytes]] = field(default_factory=list, kw_only=True)

    def start(self, *command: str, **more: Any) -> subprocess.Popen[bytes]:
        """Start a program; it ends with the session."""
        program = subprocess.Popen(command, **{"env": self.env, "cwd": self.home, **more})
        self.stack.callback(end, program)
        self.programs.append(program)
        return program

    def end_after(self, count: int) -> None:
        """End all programs but the first so many."""
        for program in self.programs[count:]:
            end(program)
        del self.programs[count:]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end."""
        return subprocess.run(
            command, check=False, env=self.env, capture_output=True, text=True, timeout=WAIT_S
        )

    def window(self, title: str) -> str:
        """Id of the visible window whose title matches, "" if there is none."""
        raise NotImplementedError

    def focused(self) -> str:
        """Title of the window that has the keyboard."""
        raise NotImplementedError

    def focus(self, window: str) -> None:
        """Give a window the keyboard, as a person who switches to it."""
        raise NotImplementedError

    def type(self, text: str) -> None:
        raise NotImplementedError

    def key(self, name: str) -> None:
        raise NotImplementedError

    def move(self, x: int, y: int) -> None:
        """Put the pointer at a place of the screen."""
        raise NotImplementedError

    def click_at(self, x: int, y: int, times: int = 1) -> None:
        """Click at a place of the screen, as fast as a double click."""
        raise NotImplementedError

    def scroll(self, x: int, y: int) -> None:
        """Turn the wheel down there."""
        raise NotImplementedError

    def look(self) -> Picture:
        """What is on the screen now."""
        raise NotImplementedError

    def wait_window(self, title: str) -> str:
        return str(until(lambda: self.window(title), f"a window named {title}"))

    def wait_no_window(self, title: str) -> None:
        until(lambda: not self.window(title), f"no window named {title}")

    def find(self, colour: Colour) -> tuple[int, int]:
        """Wait until so much of a colour is on the screen; returns where."""
        return cast(tuple[int, int], until(lambda: self.look().find(colour), f"{colour}"))

    def lose(self, colour: Colour) -> None:
        """Wait until a colour is not on the screen any more."""
        until(lambda: not self.look().find(colour), f"no {colour}")


@dataclass
class XSession(Session):
    """An X server's screen, and a hand.

    Attributes:
        pixels: the file that the X server keeps its screen in.
    """

    pixels: Path

    def windows(self) -> str:
        """All windows of the screen, those that can't be seen too."""
        return self.run("xwininfo", "-root", "-tree").stdout

    def xdotool(self, *words: str) -> str:
        """Move the pointer, press keys, ask for windows; "" where xdotool found none."""
        return self.run("xdotool", *words).stdout.strip()

    def window(self, title: str) -> str:
        found = self.xdotool("search", "--onlyvisible", "--name", title).split()
        return found[-1] if found else ""

    def focused(self) -> str:
        return self.xdotool("getwindowfocus", "getwindowname")

    def focus(self, window: str) -> None:
        self.xdotool("windowactivate", "--sync", window)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "20", text)

    def key(self, name: str) -> None:
        self.xdotool("key", name)

    def move(self, x: int, y: int) -> None:
        self.xdotool("mousemove", str(x), str(y))

    def click_at(self, x: int, y: int, times: int = 1) -> None:
        repeat = ("--repeat", str(times), "--delay", "60")
        self.xdotool("mousemove", str(x), str(y), "click", *repeat, "1")

    def scroll(self, x: int, y: int) -> None:
        self.xdotool("mousemove", str(x), str(y), "click", "5")

    def click(self, window: str, x: int, y: int) -> None:
        """Click at a place within a window."""
        self.xdotool("mousemove", "--window", window, str(x), str(y), "click", "1")

    def geometry(self, window: str) -> tuple[int, int, int, int]:
        """x, y, width and height of a window, in pixels of the screen."""
        text = self.xdotool("getwindowgeometry", "--shell", window)
        numbers = dict(line.split("=") for line in text.splitlines() if "=" in line)
        return (
            int(numbers["X"]),
            int(numbers["Y"]),
            int(numbers["WIDTH"]),
            int(numbers["HEIGHT"]),
        )

    def look(self) -> Picture:
        return from_xwd(self.pixels.read_bytes())

    def picture(self, path: Path, window: str = "root") -> Path:
        """Save what is on the screen."""
        subprocess.run(
            ["import", "-window", window, str(path)], env=self.env, check=True, timeout=WAIT_S
        )
        return path


@contextmanager
def xsession(home: Path, *, size: str = "1280x800", manager: bool = True) -> Iterator[XSession]:
    """A session that shares nothing with the person's, or with another test's."""
    with ExitStack() as stack:
        home.mkdir(parents=True, exist_ok=True)
        # Sockets have 108 bytes for their path (unix(7)); a test's folder is longer.
        run = stack.enter_context(tempfile.TemporaryDirectory(prefix="snet-"))
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": run,
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "DISPLAY": _x_server(stack, size, run),
            **buses(bus(stack, Path(run))),
        }
        session = XSession(env, home, stack, Path(run) / "Xvfb_screen0")
        if manager:
            _start_manager(session)
        yield session


def _start_manager(session: XSession) -> None:
    """Start openbox; once more if it gives up on an X server that is only just there."""
    manager = session.start("openbox", "--sm-disable", stdout=subprocess.DEVNULL)

    def managed() -> bool:
        nonlocal manager
        if manager.poll() is not None:
            manager = session.start("openbox", "--sm-disable", stdout=subprocess.DEVNULL)
        return _managed(session)

    until(managed, "the window manager")


def _managed(session: XSession) -> bool:
    return "window id" in session.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").stdout


def _x_server(stack: ExitStack, size: str, folder: str) -> str:
    reading, writing = os.pipe()
    screen = ("-screen", "0", f"{size}x24", "-fbdir", folder)
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *screen, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    stack.callback(end, server)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return f":{int(pipe.readline())}"


# As the usual one, but nothing starts by being spoken to: tests say what runs.
_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
"""


def buses(address: str) -> dict[str, str]:
    """One bus for both: nothing of this machine's own is heard."""
    return {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}


def bus(stack: ExitStack, folder: Path, before: Sequence[str] = ()) -> str:
    """Start a session bus of one's own, by another user with `before`; returns its address."""
    config = folder / "bus.conf"
    config.write_text(_BUS.format(folder=folder))
    daemon = subprocess.Popen(
        [
            *before,
            "dbus-daemon",
            f"--config-file={config}",
            "--nofork",
            "--nopidfile",
            "--print-address",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"]},
        text=True,
    )
    stack.callback(end, daemon)
    assert daemon.stdout is not None
    stack.callback(daemon.stdout.close)
    address = daemon.stdout.readline().strip()
    assert address, "the bus did not start"
    return address


def end(program: subprocess.Popen[Any]) -> None:
    """End a program, the hard way if it does not hear."""
    if program.poll() is None:
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
    program.wait()


@dataclass
class App:
    """The real `snet-gui` in a session, fed with events through a named pipe."""

    session: Session
    program: subprocess.Popen[bytes]
    pipe: Path
    data: Path
    said: Path

    def raise_event(self, event: Event) -> None:
        """A program makes a call."""
        fields = record(event)
        with self.pipe.open("a") as pipe:
            pipe.write(json.dumps(fields) + "\n")

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to end; returns its exit code."""
        self.program.send_signal(number)
        return self.program.wait(WAIT_S)

    def wait_said(self, text: str) -> None:
        """Wait for a line on its standard error."""

        def said() -> bool:
            found = bool(re.search(text, self.said.read_text()))
            assert found or self.program.poll() is None, f"it ended: {self.said.read_text()}"
            return found

        try:
            until(said, f"{text!r} on standard error")
        except AssertionError as fault:
            raise AssertionError(f"{fault}; it said {self.said.read_text()!r}") from fault


def snet_gui() -> str:
    """The installed program beside this interpreter."""
    found = shutil.which("snet-gui", path=str(Path(sys.executable).parent))
    assert found is not None, "snet-gui is not installed"
    return found


def start_app(session: Session, *options: str, source: str = "", name: str = "snet") -> App:
    """Start the app over a named pipe, or another source; `name` is its folder's."""
    data = session.home / name
    pipe, said = session.home / f"{name}-events", session.home / f"{name}-said"
    if not pipe.exists():
        os.mkfifo(pipe)
    command = (snet_gui(), "--standalone", "--data-dir", str(data))
    with said.open("wb") as out:
        program = session.start(
            *command, "--source", source or f"recording:{pipe}", *options, stderr=out
        )
    return App(session, program, pipe, data, said)


def record(event: Event) -> dict[str, Any]:
    """An event as a Recorder writes it."""
    lines: list[str] = []

    class Lines:
        def write(self, text: str) -> int:
            lines.append(text)
            return len(text)

    recorder = Recorder(RecordingSource(timers=False), Lines(), now_ns=lambda: 0)  # type: ignore[arg-type]
    recorder._write(event)
    result: dict[str, Any] = json.loads(lines[0])
    return result
