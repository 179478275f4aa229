# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet log --follow` as people run it, behind real engines that come and go."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import shlex
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

import pytest

from .test_log import ALL, START, fill

LIMIT_S = 60
ROOT = Path(__file__).parents[3]
SNET = ("-m", "tests.unit.cli.snet", "log")
FOLLOW = (*SNET, "--follow")


class Place:
    """A folder of files and a runtime folder, and what runs there."""

    def __init__(self, folder: Path, runtime: Path, undo: ExitStack) -> None:
        self.folder = folder
        self.environ = {**os.environ, "XDG_RUNTIME_DIR": str(runtime)}
        self.environ["SNET_DATA_DIR"] = str(folder)
        self.environ.pop("COLUMNS", None)
        self._undo = undo

    def engine(self, folder: str = "") -> Engine:
        """An engine; with "-" one without a history."""
        return Engine(self.start("-m", "tests.unit.cli.log_engine", folder or str(self.folder)))

    def follow(self, *arguments: str) -> Follow:
        follow = Follow(self.start(*FOLLOW, *arguments))
        self._undo.callback(follow.end)
        return follow

    def start(
        self, *arguments: str, stdout: int | IO[str] = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments], env=self.environ, cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._undo.enter_context(process)
        self._undo.callback(process.kill)
        return process


class Lines:
    """What a process prints, a line at a time."""

    def __init__(self, stream: IO[str]) -> None:
        self._lines: Queue[str] = Queue()
        self._thread = Thread(target=self._read, args=[stream], daemon=True)
        self._thread.start()

    def next(self) -> str:
        """The next line; it must come. "" at the end."""
        return self._lines.get(timeout=LIMIT_S)

    def join(self) -> None:
        """Wait for the end."""
        self._thread.join(LIMIT_S)

    def _read(self, stream: IO[str]) -> None:
        for line in stream:
            self._lines.put(line)
        self._lines.put("")


class Engine:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

    def decide(self, *programs: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("".join(f"{program}\n" for program in programs))
        self._process.stdin.flush()

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(LIMIT_S) == 0


class Follow:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        assert process.stderr is not None
        self.process = process
        self.out, self.errors = Lines(process.stdout), Lines(process.stderr)

    def row(self) -> tuple[int | None, str]:
        """Number and program of the next line of JSON."""
        line = json.loads(self.out.next())
        return line["id"], line["exe"]

    def end(self) -> None:
        """Whatever it does: before its pipes are closed, nobody reads them any more."""
        self.process.kill()
        self.out.join()
        self.errors.join()

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """It ends as it should, and had no more to say."""
        self.process.send_signal(number)
        assert (self.out.next(), self.errors.next()) == ("", "")
        assert self.process.wait(LIMIT_S) == 0


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with ExitStack() as undo:
        yield Place(tmp_path / "data", tmp_path, undo)


def test_new_decisions_come_once_and_numbered(place: Place) -> None:
    fill(place.folder)
    engine = place.engine()
    follow = place.follow("--json", "-n", "2")
    assert [follow.row()[0] for _ in range(2)] == ALL[-2:]
    for expected in range(8, 12):
        engine.decide(f"/bin/{expected}")
        assert follow.row() == (expected, f"/bin/{expected}")
    engine.decide(*(f"/bin/{n}" for n in range(12, 700)))
    assert [follow.row() for _ in range(12, 700)] == [(n, f"/bin/{n}") for n in range(12, 700)]
    follow.stop()


def test_filters_hold_for_what_is_new(place: Place) -> None:
    fill(place.folder)
    engine = place.engine()
    follow = place.follow("--json", "-n", "all", "--reason", "mode", "WANTED")
    engine.decide("/bin/wanted")
    assert follow.row() == (8, "/bin/wanted")
    engine.decide("/bin/other", "/bin/wanted", "/bin/other", "/opt/unwanted")
    assert [follow.row() for _ in range(2)] == [(10, "/bin/wanted"), (12, "/opt/unwanted")]
    follow.stop(signal.SIGTERM)


def test_engine_that_ends_is_followed_by_the_next(place: Place) -> None:
    """Nothing is lost or told twice between the two, nor before the first."""
    fill(place.folder)
    follow = place.follow("--json", "-n", "1")
    assert follow.row()[0] == 7
    assert "no snet of yours is running. Waiting for one" in follow.errors.next()
    engine = place.engine()
    engine.decide("/bin/8")
    assert follow.row() == (8, "/bin/8")
    engine.end()
    assert "it runs now" in follow.errors.next()
    assert "Waiting for the next one" in follow.errors.next()
    engine = place.engine()
    engine.decide("/bin/9", "/bin/10")
    assert [follow.row() for _ in range(2)] == [(9, "/bin/9"), (10, "/bin/10")]
    assert "it runs now" in follow.errors.next()
    follow.stop()


def test_history_that_begins_anew_is_followed(place: Place) -> None:
    fill(place.folder)
    engine = place.engine()
    follow = place.follow("--json", "-n", "1")
    assert follow.row()[0] == 7
    engine.end()
    assert "Waiting" in follow.errors.next()
    for found in place.folder.glob("history.db*"):
        found.unlink()
    place.engine().decide("/bin/first")
    assert follow.row() == (1, "/bin/first")


def test_what_the_history_does_not_get_is_shown_without_a_number(place: Place) -> None:
    """And once: not again when the history gets it in the end."""
    follow = place.follow("--json")
    assert "Waiting for one" in follow.errors.next()
    engine = place.engine()
    assert "it runs now" in follow.errors.next()
    engine.decide("/bin/1")
    assert follow.row() == (1, "/bin/1")
    with closing(sqlite3.connect(place.folder / "history.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        engine.decide("/bin/2")
        assert follow.row() == (None, "/bin/2")
        other.execute("ROLLBACK")
    engine.decide("/bin/3")
    assert follow.row() == (3, "/bin/3")


def test_engine_without_a_history_is_followed(place: Place) -> None:
    follow = place.follow("--json")
    assert "Waiting for one" in follow.errors.next()
    engine = place.engine("-")
    assert "it runs now" in follow.errors.next()
    engine.decide("/bin/a")
    assert follow.row() == (None, "/bin/a")
    follow.stop()


def test_reader_that_goes_away_ends_it(place: Place) -> None:
    """At once, not with the next decision."""
    fill(place.folder)
    place.engine()
    reading, writing = os.pipe()
    with os.fdopen(reading) as reader, os.fdopen(writing, "w") as writer:
        process = place.start(*FOLLOW, "--csv", "-n", "1", stdout=writer)
        writer.close()
        assert reader.readline().startswith("id,time,")
        assert reader.readline().startswith(f"7,{START:%Y-%m-%d}T13:10:00")
    assert process.wait(LIMIT_S) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


def test_listing_into_a_pipe_that_closes_is_silent(place: Place) -> None:
    fill(place.folder)
    command = f"{shlex.join([sys.executable, *SNET])} --json | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], env=place.environ, cwd=ROOT, capture_output=True, text=True,
        timeout=LIMIT_S, check=False,
    )  # fmt: skip
    assert json.loads(done.stdout)["id"] == 1
    assert done.stderr == ""


def on_terminal(place: Place, *arguments: str, columns: int) -> str:
    """What appears on a terminal of that width."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("4H", 24, columns, 0, 0))
    environ = {**place.environ, "TERM": "xterm-256color"}
    environ.pop("NO_COLOR", None)
    seen = b""
    with subprocess.Popen(
        [sys.executable, *SNET, *arguments], env=environ, cwd=ROOT,
        stdin=its, stdout=its, stderr=its,
    ) as process:  # fmt: skip
        os.close(its)
        with suppress(OSError):  # EIO: it has ended
            while some := os.read(ours, 4096):
                seen += some
        os.close(ours)
    assert process.returncode == 0
    return seen.decode()


def test_terminal_gets_colours_and_lines_of_its_width(place: Place) -> None:
    fill(place.folder)
    seen = on_terminal(place, columns=110)
    assert "\x1b[32mallow" in seen
    assert "\x1b[31mdeny" in seen
    plain = re.sub(r"\x1b\[[0-9;]*m", "", seen).splitlines()
    assert len(plain) == len(ALL) + 1
    assert max(map(len, plain)) <= 110
    assert all(line.isprintable() for line in plain)
    assert "▒" in on_terminal(place, "--totals", "program", columns=80)
