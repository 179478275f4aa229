# SPDX-License-Identifier: GPL-2.0-or-later
"""Letting go on what runs: real programs with real sockets, and a /proc that falls apart."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from snetgui.engine import sockets
from snetgui.engine.running import NOTE, Running
from snetgui.model import (
    ALWAYS,
    UNTIL_RESTART,
    Action,
    Conditions,
    Lifetime,
    LifetimeKind,
    Origin,
    PortMatch,
    Reason,
    TextKind,
    TextMatch,
)

from .people import rule
from .world import World, world

TCP = "s.bind(('127.0.0.1', 0)); s.listen()"
PROGRAMS = {
    "listens": f"s = socket.socket(); {TCP}",
    "listens6": "s = socket.socket(socket.AF_INET6); s.bind(('::1', 0)); s.listen()",
    "connected": "s = socket.create_connection(('127.0.0.1', int(sys.argv[1])))",
    "udp": "s = socket.socket(type=socket.SOCK_DGRAM); s.bind(('127.0.0.1', 0))",
    "unix": "s = socket.socket(socket.AF_UNIX); s.bind(''); s.listen()",
    "idle": "s = socket.socket()",
}


def interpreter() -> Path:
    """The file that this program runs."""
    return Path("/proc/self/exe").resolve()


@contextmanager
def running(program: Path, code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A program of that path, once it has done what the code says."""
    shutil.copy(interpreter(), program)
    whole = f"import socket, sys; {code}; print('there', flush=True); sys.stdin.read()"
    environment = {"PYTHONHOME": sys.base_prefix, "LD_LIBRARY_PATH": f"{sys.base_prefix}/lib"}
    with subprocess.Popen(
        [program, "-S", "-c", whole, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "there\n"
        yield process
        process.kill()


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_with_an_internet_socket_are_found(tmp_path: Path, port: int, name: str) -> None:
    path = tmp_path / name
    with running(path, PROGRAMS[name], str(port)):
        found = sockets.programs()
    assert (str(path) in found) == (name not in ("unix", "idle"))
    assert str(interpreter()) in found, "this one listens"


@pytest.mark.usefixtures("port")
async def test_program_goes_on_and_its_rule_says_why(tmp_path: Path) -> None:
    path = tmp_path / "listens"
    async with world() as here:
        with running(path, PROGRAMS["listens"]):
            made = {each.conditions.exe: each for each in await here.engine.allow_running()}
        (new,) = [each for exe, each in made.items() if exe == TextMatch(str(path))]
        assert new.conditions == Conditions(exe=TextMatch(str(path)))
        assert (new.action, new.lifetime, new.enabled) == (Action.ALLOW, ALWAYS, True)
        assert (new.origin, new.note) == (Origin.LEARNED, NOTE)
        assert TextMatch(str(interpreter())) not in made, "nobody asks about the engine itself"
        here.raise_(1, exe=str(path))
        await here.settle()
        assert (here.decided[1].reason, here.decided[1].rule_id) == (Reason.RULE, new.id)


async def test_program_whose_file_was_replaced_goes_on_too(tmp_path: Path) -> None:
    """It runs from a file that is gone: "…/x (deleted)" is what the kernel calls it."""
    path = tmp_path / "a+b"
    async with world() as here:
        with running(path, PROGRAMS["listens"]):
            path.unlink()
            await here.engine.allow_running()
        names = [str(path), f"{path} (deleted)", f"{path}x", f"{tmp_path}/aab", f"/x{path}"]
        for number, exe in enumerate(names, 1):
            here.raise_(number, exe=exe)
        await here.settle()
        assert sorted(here.decided) == [1, 2]


# What is passed over


def going(here: World, *programs: str) -> Running:
    """As the engine's, where these programs run."""
    return Running(here.engine._book, lambda: programs)


@pytest.mark.parametrize(
    ("changes", "passed"),
    [
        ({}, True),
        ({"action": Action.DENY}, True),
        ({"conditions": Conditions(exe=TextMatch("/usr/bin/*", TextKind.GLOB))}, True),
        ({"conditions": Conditions(exe=TextMatch("/USR/bin/curl", ignore_case=True))}, True),
        ({"conditions": Conditions()}, True),
        ({"enabled": False}, False),
        ({"lifetime": UNTIL_RESTART}, False),
        ({"lifetime": Lifetime(LifetimeKind.SPAN, seconds=900)}, False),
        ({"conditions": Conditions(exe=TextMatch("/usr/bin/curlx"))}, False),
        (
            {
                "conditions": Conditions(
                    exe=TextMatch("/usr/bin/curl"), remote_ports=PortMatch(((443, 443),))
                )
            },
            False,
        ),
    ],
    ids=str,
)
async def test_program_with_a_rule_for_everything_is_passed_over(
    changes: dict[str, object], passed: bool
) -> None:
    async with world() as here:
        await here.engine.add_rule(rule("/usr/bin/curl", **changes))  # type: ignore[arg-type]
        made = await going(here, "/usr/bin/curl").allow()
        assert len(made) == (0 if passed else 1)
        assert await going(here, "/usr/bin/curl").allow() == (), "once is enough"


async def test_what_can_have_no_rule_gets_none(caplog: pytest.LogCaptureFixture) -> None:
    async with world() as here:
        made = await going(here, "/memfd:x (deleted)", "/bin/a\udcff", f"/{'x' * 70_000}").allow()
        assert [each.conditions.exe for each in made] == [TextMatch("/bin/a\udcff")]
        assert "no rule for what runs" in caplog.text


async def test_there_is_a_bound(caplog: pytest.LogCaptureFixture) -> None:
    async with world() as here:
        many = [f"/bin/{number:04}" for number in range(1200)]
        made = await going(here, *many).allow()
        assert [each.conditions.exe for each in made] == [TextMatch(exe) for exe in many[:1000]]
        assert "1200 programs" in caplog.text


# A /proc that falls apart

TCP_TABLE = """  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt ...
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000 0 555 1 0 100
   1: 0100007F:1F91 0100007F:1F90 06 00000000:00000000 00:00000000 00000000     0 0 0 3 0
   2: too short
"""


class FakeProc:
    """As much of /proc as is looked at."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def process(self, pid: int, exe: str, *links: str, netns: str = "net:[1]") -> Path:
        folder = self.root / str(pid)
        for part in ("fd", "ns", "net"):
            (folder / part).mkdir(parents=True)
        for number, link in enumerate(links):
            (folder / "fd" / str(number)).symlink_to(link)
        (folder / "ns" / "net").symlink_to(netns)
        (folder / "exe").symlink_to(exe)
        return folder

    def table(self, pid: int, name: str, inode: int) -> None:
        (self.root / str(pid) / "net" / name).write_text(TCP_TABLE.replace("555", str(inode)))


@pytest.fixture
def fake(tmp_path: Path) -> FakeProc:
    return FakeProc(tmp_path)


def test_every_network_namespace_is_looked_at(fake: FakeProc) -> None:
    fake.process(1, "/bin/init", "/dev/null", "pipe:[555]", "socket:[556]")
    fake.process(20, "/bin/web", "socket:[1]", "socket:[555]")
    fake.process(30, "/bin/boxed", "socket:[777]", netns="net:[2]")
    fake.process(40, "/bin/handed", "socket:[777]")  # a socket made elsewhere
    fake.table(1, "tcp", 555)
    fake.table(30, "udp6", 777)
    assert sockets.programs(fake.root) == {"/bin/web", "/bin/boxed", "/bin/handed"}


@pytest.mark.parametrize(
    "breaks",
    [
        lambda folder: shutil.rmtree(folder / "fd"),
        lambda folder: (folder / "exe").unlink(),
        shutil.rmtree,
        lambda folder: [link.unlink() for link in (folder / "fd").iterdir()],
    ],
    ids=["no fds", "no exe", "gone", "closed"],
)
def test_process_that_vanishes_costs_itself_alone(
    fake: FakeProc, breaks: Callable[[Path], object]
) -> None:
    """The same as one that this user may not look into."""
    folder = fake.process(20, "/bin/web", "socket:[555]")
    fake.table(20, "tcp", 555)
    fake.process(30, "/bin/other", "socket:[555]")
    fake.table(30, "tcp", 555)
    breaks(folder)
    assert sockets.programs(fake.root) == {"/bin/other"}


def test_next_process_of_a_namespace_is_asked_where_one_has_no_tables(fake: FakeProc) -> None:
    shutil.rmtree(fake.process(20, "/bin/zombie") / "net")
    fake.process(30, "/bin/web", "socket:[555]")
    fake.table(30, "tcp6", 555)
    assert sockets.programs(fake.root) == {"/bin/web"}


def test_without_proc_nothing_is_found(tmp_path: Path) -> None:
    assert sockets.programs(tmp_path / "none") == frozenset()


def test_process_that_becomes_another_program_is_neither(
    fake: FakeProc, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fake.process(20, "/bin/sh", "socket:[555]")
    fake.table(20, "tcp", 555)
    look = sockets._has_one_of

    def execs(pid: int, inodes: frozenset[bytes], root: Path) -> bool:
        (folder / "exe").unlink()
        (folder / "exe").symlink_to("/bin/cat")
        return look(pid, inodes, root)

    monkeypatch.setattr(sockets, "_has_one_of", execs)
    assert sockets.programs(fake.root) == frozenset()
