# SPDX-License-Identifier: GPL-2.0-or-later
"""Bench of the app on a screen: from a call to its prompt's pixels, at rest, in a storm.

Prints one JSON object. The program is the real one, on an X server of its own
with a window manager and a panel, fed through a named pipe; what it shows is
read from the server's own memory.

prompt_*_ms: from the moment an event is handed to the program until the prompt
is painted. idle_*: of all its threads, connected and with its icon in the
panel, over IDLE_S seconds; a wake-up is a voluntary context switch. tray_*_mb:
after DECISIONS decisions by rules, of which each is in the history.
storm_*: EVENTS events of PROGRAMS programs at once; reaction is the time from a
movement of the pointer to what the prompt paints for it, while they come.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from snetgui.engine.thread import EngineThread
from snetgui.gui.sources import attached
from snetgui.model import (
    Action,
    Birth,
    Conditions,
    Event,
    Mode,
    Process,
    Rule,
    TextMatch,
)
from tests.gui.kit import WAIT_S, event, internet
from tests.gui.picture import ALLOW, Colour, from_xwd
from tests.gui.xsession import App, XSession, record, start_app, until, xsession

PROMPTS = 100
IDLE_S = 40.0
DECISIONS = 100_000
EVENTS, PROGRAMS = 10_000, 1_000
REACTIONS = 30
_BATCH = 500
_SETTLE_S = 3.0
# As the server has them, blue first: the bare screen, and Allow before it is armed.
_EMPTY = bytes(3)
_PALE = bytes(
    round(0.18 * answer + 0.82 * ground)
    for answer, ground in zip(reversed(ALLOW), (0xFB, 0xFA, 0xFA), strict=True)
)


class Screen:
    """The X server's pixels, looked at without asking it."""

    def __init__(self, session: XSession) -> None:
        self.session = session
        with session.pixels.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = [int.from_bytes(self._memory[at : at + 4], "big") for at in range(0, 100, 4)]
        self._start, self._line = header[0] + 12 * header[19], header[12]

    def pixel(self, x: int, y: int) -> bytes:
        at = self._start + y * self._line + 4 * x
        return self._memory[at : at + 3]

    def part(self, x: int, y: int, width: int, height: int) -> bytes:
        """The pixels of a rectangle."""
        rows = range(
            self._start + y * self._line, self._start + (y + height) * self._line, self._line
        )
        return b"".join(self._memory[row + 4 * x : row + 4 * (x + width)] for row in rows)

    def wait_part(self, x: int, y: int, width: int, height: int, before: bytes) -> None:
        """Wait until something in a rectangle is painted another way."""
        end = time.monotonic() + WAIT_S
        while self.part(x, y, width, height) == before:
            assert time.monotonic() < end, "the screen does not change"
            time.sleep(0.0003)

    def find(self, colour: Colour) -> tuple[int, int]:
        found = until(lambda: from_xwd(self._memory[:]).find(colour), f"{colour}")
        return int(found[0]), int(found[1])

    def wait(self, x: int, y: int, true: Callable[[bytes], bool]) -> int:
        """When the pixel is so, in ns of CLOCK_MONOTONIC."""
        end = time.monotonic() + WAIT_S
        while not true(self.pixel(x, y)):
            assert time.monotonic() < end, "the screen does not change"
            time.sleep(0.0003)
        return time.monotonic_ns()


class Running:
    """The app, its screen and a line to its engine."""

    def __init__(self, session: XSession, app: App, engine: EngineThread) -> None:
        self.session = session
        self.screen = Screen(session)
        self.app = app
        self._engine = engine
        self._number = 0
        self.pid = app.program.pid

    def get(self, work: Any) -> Any:
        return self._engine.submit(work).result(WAIT_S)

    @property
    def backend(self) -> Any:
        return self._engine.backend

    def make(self, exe: str, port: int, delay_s: float = 300) -> Event:
        """A call of a program that runs: this one, under another name."""
        self._number += 1
        made = event(self._number, exe=exe, to=internet("203.0.113.7", port), delay_s=delay_s)
        return replace(made, process=_this_process(made.process))

    def feed(self, events: list[Event]) -> None:
        """Hand events to the program, all at once."""
        self.write("".join(json.dumps(record(one)) + "\n" for one in events))

    def write(self, lines: str) -> None:
        """The same, of events that are written down already."""
        with self.app.pipe.open("w") as pipe:
            pipe.write(lines)

    def clear(self) -> None:
        """Settle all that waits."""
        self.get(self.backend.set_mode(Mode.LOCK))
        self.get(self.backend.set_mode(Mode.ASK))


def _this_process(named: Process) -> Process:
    """A process that lives, so that there is something to find out about it."""
    stat = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    start_ns = int(stat[19]) * (1_000_000_000 // os.sysconf("SC_CLK_TCK"))
    pid = os.getpid()
    return replace(named, pid=pid, tid=pid, start_time_ns=start_ns, uid=os.getuid())


@contextmanager
def running(home: Path) -> Iterator[Running]:
    """The app on a desktop of its own."""
    with ExitStack() as stack:
        session = stack.enter_context(xsession(home))
        session.start("trayer", "--edge", "top", "--align", "left", "--height", "32")
        until(lambda: '"panel" "trayer"' in session.windows(), "the panel")
        app = start_app(session, "--theme", "light")
        app.wait_said("connected to recording")
        folder = Path(session.env["XDG_RUNTIME_DIR"])
        socket = until(lambda: next(folder.glob("snet/backend*"), None), "the engine's socket")
        engine = EngineThread(attached(socket))
        engine.start()
        stack.callback(engine.stop)
        yield Running(session, app, engine)


def prompts(it: Running) -> dict[str, float]:
    """From a call to its prompt, again and again, each time from an empty screen."""
    it.feed([it.make("/usr/bin/first", 1)])
    x, y = it.screen.find(ALLOW)
    x += 60  # beside the word on the button
    _put_away(it, x, y)
    times = []
    for number in range(PROMPTS):
        made = it.make(f"/usr/bin/program-{number}", 443)
        begun = time.monotonic_ns()
        it.feed([made])
        times.append((it.screen.wait(x, y, _is_pale) - begun) / 1e6)
        _put_away(it, x, y)
    times.sort()
    return {
        "prompt_p50_ms": round(statistics.median(times), 1),
        "prompt_p95_ms": round(times[len(times) * 95 // 100], 1),
        "prompt_max_ms": round(times[-1], 1),
    }


def _put_away(it: Running, x: int, y: int) -> None:
    """Settle the question, and wait until there is nothing where it was."""
    it.clear()
    it.screen.wait(x, y, lambda now: now == _EMPTY)
    time.sleep(0.1)


def _is_pale(pixel: bytes) -> bool:
    """Whether it is the ground of Allow, not armed yet."""
    return all(abs(one - other) < 4 for one, other in zip(pixel, _PALE, strict=True))


def at_rest(pid: int) -> dict[str, float]:
    """What the program does while nothing happens."""
    time.sleep(_SETTLE_S)
    cpu, before, begun = _cpu_s(pid), _switches(pid), time.monotonic()
    time.sleep(IDLE_S)
    lasted = time.monotonic() - begun
    after = _switches(pid)
    woken = sum(count - before.get(thread, 0) for thread, count in after.items())
    return {
        "idle_cpu_percent": round((_cpu_s(pid) - cpu) / lasted * 100, 3),
        "idle_wakeups_per_s": round(woken / lasted, 3),
        "idle_threads": len(after),
    }


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _switches(pid: int) -> dict[str, int]:
    """Voluntary context switches of each thread."""
    return {
        status.parent.name: int(line.split()[1])
        for status in Path(f"/proc/{pid}/task").glob("*/status")
        for line in status.read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    }


def memory(it: Running) -> dict[str, float]:
    """After many decisions that nobody was asked about."""
    before = _memory_mb(it.pid, "VmRSS", "status")
    rule = Rule(
        name="bench",
        action=Action.ALLOW,
        conditions=Conditions(exe=TextMatch("/usr/bin/busy")),
        birth=Birth(datetime.now(UTC)),
    )
    it.get(it.backend.add_rule(rule))
    decided = it.get(it.backend.status()).decisions
    begun = time.monotonic()
    for first in range(0, DECISIONS, _BATCH):
        it.feed([it.make("/usr/bin/busy", 1 + (first + at) % 60_000) for at in range(_BATCH)])
    wanted = decided + DECISIONS
    until(lambda: it.get(it.backend.status()).decisions >= wanted, "the decisions")
    lasted = time.monotonic() - begun
    time.sleep(_SETTLE_S)
    return {
        "tray_rss_mb": _memory_mb(it.pid, "VmRSS", "status"),
        "tray_pss_mb": _memory_mb(it.pid, "Pss", "smaps_rollup"),
        "tray_rss_at_start_mb": before,
        "decisions_per_s": round(DECISIONS / lasted),
    }


def _memory_mb(pid: int, name: str, file: str) -> float:
    for line in Path(f"/proc/{pid}/{file}").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def storm(it: Running) -> dict[str, float]:
    """Everybody calls at once, while somebody moves the pointer over the prompt."""
    it.feed([it.make("/usr/bin/first", 1)])
    x, y = it.screen.find(ALLOW)
    _put_away(it, x + 60, y)
    calls = (it.make(f"/usr/bin/program-{number % PROGRAMS}", 443) for number in range(EVENTS))
    lines = "".join(json.dumps(record(one)) + "\n" for one in calls)
    feeder = threading.Thread(target=it.write, args=(lines,))
    begun = time.monotonic_ns()
    feeder.start()
    shown_ns = it.screen.wait(x + 60, y, lambda now: now != _EMPTY) - begun
    times = reactions(it, x, y, feeder.is_alive)
    feeder.join()
    until(lambda: it.get(it.backend.status()).questions == PROGRAMS, "all questions")
    lasted_ns = time.monotonic_ns() - begun
    it.session.wait_window(rf"1 of {PROGRAMS}")
    it.clear()
    times.sort()
    return {
        "storm_s": round(lasted_ns / 1e9, 2),
        "storm_prompt_ms": round(shown_ns / 1e6),
        "storm_reactions": len(times),
        "storm_reaction_p50_ms": round(statistics.median(times), 1),
        "storm_reaction_p95_ms": round(times[len(times) * 95 // 100], 1),
        "storm_reaction_max_ms": round(times[-1], 1),
    }


def reactions(it: Running, x: int, y: int, lasts: Callable[[], bool]) -> list[float]:
    """How long the prompt takes to see the pointer, on a choice and off it again."""
    hand = subprocess.Popen(
        ["xdotool", "-"], env=it.session.env, stdin=subprocess.PIPE, text=True, bufsize=1
    )
    assert hand.stdin is not None
    times: list[float] = []
    left = (x + 42, y - 70, 20, 30)  # of the choice; the server paints the pointer's picture too
    while lasts() or len(times) < REACTIONS:
        before = it.screen.part(*left)
        place = (x + 100, y - 58 - 42 * (len(times) % 2))  # on the choice, or off it
        begun = time.monotonic_ns()
        hand.stdin.write("mousemove {} {}\n".format(*place))
        it.screen.wait_part(*left, before)
        times.append((time.monotonic_ns() - begun) / 1e6)
        time.sleep(0.02)  # what is painted next is the next movement's
    hand.stdin.close()
    hand.wait()
    return times


def main() -> None:
    """Run it and print the object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--only", choices=["prompt", "idle", "memory", "storm"])
    options = parser.parse_args()
    parts = {
        "prompt": prompts,
        "idle": lambda it: at_rest(it.pid),
        "storm": storm,
        "memory": memory,
    }
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="snet-bench-") as name:
        for part, measure in parts.items():
            if options.only in (None, part):
                with running(Path(name) / part) as it:
                    figures |= measure(it)
                    assert it.app.end() == 0, it.app.said.read_text()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
