# SPDX-License-Identifier: GPL-2.0-or-later
"""Facts of real processes, and only of the very process that called."""

from __future__ import annotations

import asyncio
import hashlib
import os
import pwd
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snetgui.engine import proc
from snetgui.engine.facts import FOR_PERSON, ProcFacts
from snetgui.engine.workers import Workers
from snetgui.model import NOTHING_KNOWN, Event, ExeIdentity, Facts

from .world import PATIENCE_S, make_event

TICK_NS = 1_000_000_000 // os.sysconf("SC_CLK_TCK")
ALL = FOR_PERSON | {"sha256"}


def start_ns(pid: int) -> int:
    found = proc.stat(pid)
    assert found is not None
    return found.start_ticks * TICK_NS


def event_of(pid: int, **changes: Any) -> Event:
    exe = Path(f"/proc/{pid}/exe").stat()
    process: dict[str, Any] = {
        "pid": pid,
        "tid": pid,
        "start_time_ns": start_ns(pid),
        "uid": os.getuid(),
        "exe_id": ExeIdentity(exe.st_dev, exe.st_ino, exe.st_ctime_ns),
    }
    return make_event(1, **{**process, **changes})


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    """A process that waits, with a command line that is not all text."""
    words: list[str | bytes] = [sys.executable, "-c", "import sys; sys.stdin.read()", "", b"\xff\n"]
    with subprocess.Popen(words, stdin=subprocess.PIPE) as process:
        deadline = time.monotonic() + PATIENCE_S
        while proc.command(process.pid) is None or b"-c" not in cmdline(process.pid):
            assert time.monotonic() < deadline
        yield process
        process.kill()


def cmdline(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


@pytest.fixture
def facts() -> Iterator[ProcFacts]:
    source = ProcFacts()
    yield source
    source.close()


async def test_all_facts_of_a_real_process(
    child: subprocess.Popen[bytes], facts: ProcFacts
) -> None:
    event = event_of(child.pid)
    assert facts.at_once(event, ALL) is None, "some of them may block"
    known = await facts.gather(event, ALL, PATIENCE_S)
    assert known.command == (
        sys.executable,
        "-c",
        "import sys; sys.stdin.read()",
        "",
        "\udcff\n",
    )
    assert known.ancestors is not None
    assert known.ancestors[0] == os.readlink("/proc/self/exe")  # noqa: PTH115 - its text
    assert known.user == pwd.getpwuid(os.getuid()).pw_name
    assert known.sha256 == hashlib.sha256(Path(f"/proc/{child.pid}/exe").read_bytes()).hexdigest()
    assert known.unit
    assert facts.at_once(event, frozenset({"sha256", "user", "unit"})) == Facts(
        sha256=known.sha256, user=known.user, unit=known.unit
    )


async def test_only_what_is_asked_for_is_gathered(facts: ProcFacts) -> None:
    event = event_of(os.getpid())
    known = await facts.gather(event, frozenset({"user"}), PATIENCE_S)
    assert known == Facts(user=known.user)
    assert facts.at_once(event, frozenset({"hosts"})) == NOTHING_KNOWN


async def test_nothing_is_told_of_another_process_with_the_same_number(facts: ProcFacts) -> None:
    event = event_of(os.getpid(), start_time_ns=start_ns(os.getpid()) + TICK_NS)
    known = await facts.gather(event, ALL - {"user", "sha256"}, PATIENCE_S)
    assert known == NOTHING_KNOWN


async def test_nothing_is_known_of_a_process_that_is_gone(
    child: subprocess.Popen[bytes], facts: ProcFacts
) -> None:
    event = event_of(child.pid)
    child.kill()
    child.wait()
    known = await facts.gather(event, ALL, PATIENCE_S)
    assert known == Facts(user=known.user)


async def test_hash_is_of_the_very_file_or_not_known(facts: ProcFacts) -> None:
    event = event_of(os.getpid())
    identity = event.process.exe_id
    assert identity is not None
    for other in (
        None,
        replace(identity, ino=identity.ino + 1),
        replace(identity, ctime_ns=identity.ctime_ns + 1),
    ):
        changed = replace(event, process=replace(event.process, exe_id=other))
        assert (await facts.gather(changed, frozenset({"sha256"}), PATIENCE_S)).sha256 is None


async def test_many_events_of_one_program_read_its_file_once(
    facts: ProcFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def count(pid: int, identity: ExeIdentity, root: Path) -> str:
        calls.append(pid)
        return "ab"

    monkeypatch.setattr(proc, "sha256", count)
    event = event_of(os.getpid())
    names = frozenset({"sha256"})
    found = await asyncio.gather(*(facts.gather(event, names, PATIENCE_S) for _ in range(20)))
    assert {each.sha256 for each in found} == {"ab"}
    assert len(calls) == 1


async def test_what_takes_too_long_is_not_known_and_the_rest_is(
    child: subprocess.Popen[bytes],
) -> None:
    go = threading.Event()

    def slow(uid: int) -> str:
        go.wait(PATIENCE_S)
        return "late"

    facts = ProcFacts(user_name=slow)
    event = event_of(child.pid)
    known, patience_s = NOTHING_KNOWN, 0.01
    while not known.ancestors and patience_s < PATIENCE_S:  # the rest takes its time too
        known = await facts.gather(event, FOR_PERSON, patience_s)
        assert known.user is None
        patience_s *= 4
    assert known.ancestors
    go.set()
    facts.close()


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("/", "/"),
        ("/docker/abc", "/docker/abc"),
        ("/system.slice/ssh.service", "ssh.service"),
        ("/system.slice/system-getty.slice/getty@tty1.service", "getty@tty1.service"),
        ("/system.slice/box.scope/ssh.service", "box.scope"),
        ("/user.slice/user-1000.slice/session-2.scope", "session-2.scope"),
        (
            "/user.slice/user-1000.slice/user@1000.service/app.slice/ssh.service",
            "user@1000.service/ssh.service",
        ),
        (
            "/user.slice/user-1000.slice/user@1000.service/app.slice/app-x.scope/ssh.service",
            "user@1000.service/app-x.scope",
        ),
        ("/user.slice/user-1000.slice/user@1000.service", "user@1000.service"),
        ("/mine/ssh.service", "/mine/ssh.service"),
    ],
)
def test_unit_is_the_outermost_below_the_slices(path: str, unit: str) -> None:
    assert proc.unit_of_cgroup(path) == unit


@pytest.mark.parametrize(
    "text", [b"", b"1 (x", b"1 (x) R", b"1 (x) R one " + b"0 " * 40, b"\xff" * 100]
)
def test_stat_that_makes_no_sense_is_not_known(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "stat").write_bytes(text)
    assert proc.stat(1, tmp_path) is None
    assert proc.stat(2, tmp_path) is None


def test_name_of_a_process_cannot_forge_its_stat(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    fields = " ".join(str(number) for number in range(4, 40))
    (tmp_path / "7" / "stat").write_text(f"7 (x) R 1 2 3 (y)) S {fields}", encoding="ascii")
    assert proc.stat(7, tmp_path) == proc.Stat(ppid=4, start_ticks=22)


def test_parent_that_is_younger_than_its_child_is_another_process(tmp_path: Path) -> None:
    for pid, ppid, start in ((9, 8, 100), (8, 7, 50), (7, 1, 60)):
        folder = tmp_path / str(pid)
        folder.mkdir()
        rest = " ".join(["0"] * 17)
        (folder / "stat").write_text(f"{pid} (x) S {ppid} {rest} {start}", encoding="ascii")
        (folder / "exe").symlink_to(f"/bin/{pid}")
    assert proc.ancestors(9, tmp_path) == ("/bin/8",)


def test_longest_command_line_counts_as_not_known(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    line = tmp_path / "1" / "cmdline"
    line.write_bytes(b"x" * proc.MAX_COMMAND_BYTES)
    assert proc.command(1, tmp_path) == ("x" * proc.MAX_COMMAND_BYTES,)
    line.write_bytes(b"x" * (proc.MAX_COMMAND_BYTES + 1))
    assert proc.command(1, tmp_path) is None


async def test_workers_hand_back_results_and_errors_and_outlive_a_cancelled_wait() -> None:
    workers = Workers("test-worker", 2)
    go = threading.Event()
    stalled = asyncio.create_task(workers.run(go.wait))
    await asyncio.sleep(0)
    stalled.cancel()
    assert await workers.run(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        await workers.run(lambda: 1 // 0)
    go.set()
    assert await workers.run(lambda: 8) == 8
    workers.close()
