# SPDX-License-Identifier: GPL-2.0-or-later
"""Programs under `snet run`, and servers on loopback that count who reached them."""

from __future__ import annotations

import functools
import http.server
import os
import platform
import shutil
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from snetgui.model import SourceError
from snetgui.source.seccomp import filter as seccomp_filter
from snetgui.source.seccomp import kernel
from tests.patience import seconds

SNET = str(Path(sys.executable).with_name("snet"))
WALL_S = seconds(60)
_FLAGS = ("-O1", "-D_GNU_SOURCE", "-pthread")
_SMALL = {"x86_64": ("gcc", "-m32"), "aarch64": ("arm-linux-gnueabihf-gcc", "-static")}

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    try:
        seccomp_filter.build()
    except SourceError as problem:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=str(problem)))


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rules and history of this test alone; no screen, no terminal."""
    folder = tmp_path / "snet-data"
    monkeypatch.setenv("SNET_DATA_DIR", str(folder))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def run(data_dir: Path) -> Run:
    """run(*command, options=(…), **Popen's): the command under snet run; no terminal."""

    def run(
        *command: str, options: tuple[str, ...] = ("--policy", "allow"), **more: Any
    ) -> subprocess.CompletedProcess[str]:
        words = [SNET, "run", "--ask", "nobody", *options, "--", *command]
        return plain(*words, **more)

    return run


def plain(*command: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """A command by itself."""
    settings: dict[str, Any] = {"stdin": subprocess.DEVNULL, "timeout": WALL_S, **more}
    return subprocess.run(command, capture_output=True, text=True, check=False, **settings)


@dataclass
class Reached:
    """A server.

    Attributes:
        peers: addresses of those that reached it.
    """

    port: int
    peers: list[Any] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"hello from the server\n"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        return


class _Server(http.server.ThreadingHTTPServer):
    reached: Reached

    def get_request(self) -> tuple[socket.socket, Any]:
        found: tuple[socket.socket, Any] = super().get_request()
        self.reached.peers.append(found[1])
        return found

    def handle_error(self, *_: Any) -> None:
        return


@pytest.fixture
def web() -> Iterator[Reached]:
    """An HTTP server that says hello."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.reached = Reached(server.server_address[1])
        yield from _served(server, server.reached)


class _Datagrams(socketserver.UDPServer):
    reached: Reached

    def verify_request(self, request: Any, client_address: Any) -> bool:
        self.reached.peers.append(client_address)
        return True


class _Echo(socketserver.DatagramRequestHandler):
    def handle(self) -> None:
        self.wfile.write(self.rfile.read())


@pytest.fixture
def echo() -> Iterator[Reached]:
    """A UDP server that sends back what it gets."""
    with _Datagrams(("127.0.0.1", 0), _Echo) as server:
        server.reached = Reached(server.server_address[1])
        yield from _served(server, server.reached)


def _served(server: socketserver.BaseServer, reached: Reached) -> Iterator[Reached]:
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield reached
    finally:
        server.shutdown()
        thread.join()


def _compiler(*, small: bool) -> tuple[str, ...]:
    return _SMALL.get(platform.machine(), ("gcc", "-m32")) if small else ("gcc",)


@functools.cache
def _works(compiler: tuple[str, ...], folder: Path) -> bool:
    empty = folder / "empty.c"
    empty.write_text("#include <stdio.h>\nint main(void) { return 0; }\n")
    if shutil.which(compiler[0]) is None:
        return False
    return plain(*compiler, "-o", str(folder / "empty"), str(empty)).returncode == 0


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """compiled(source, small=…): a C program, small of 32 bits; skips where it can't be built."""
    folder = tmp_path_factory.mktemp("compiled")

    @functools.cache
    def build(source: str, *, small: bool = False) -> Path:
        words = (*_compiler(small=small), *_FLAGS)
        if not _works(words, folder):
            pytest.skip(f"{' '.join(words)} builds nothing here")
        target = folder / f"program{abs(hash((source, small)))}"
        text = target.with_suffix(".c")
        text.write_text(source)
        built = plain(*words, "-o", str(target), str(text))
        assert built.returncode == 0, built.stderr
        return target

    return build


@dataclass
class Covered:
    """A program behind the filter, its supervisor still to come.

    Attributes:
        notify_fd: for a SeccompSource, which then owns it.
    """

    notify_fd: int
    pid: int
    output: int

    def wait(self) -> tuple[str, int]:
        """What it printed, and its exit status as $? has it (128 + the signal)."""
        with os.fdopen(self.output) as file:
            text = file.read()
        status = os.waitpid(self.pid, 0)[1]
        code = os.waitstatus_to_exitcode(status)
        return text, code if code >= 0 else 128 - code


def cover(*command: str) -> Covered:
    """Start a program behind the filter: the least that launch() does."""
    made = seccomp_filter.build()
    output, write = os.pipe()
    told, tell = os.pipe()
    wait, go = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.write(tell, b"%d" % seccomp_filter.install(made))
            os.read(wait, 1)
            os.dup2(write, 1)
            os.dup2(write, 2)
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    number = int(os.read(told, 16))
    pidfd = os.pidfd_open(pid)
    notify_fd = kernel.pidfd_getfd(pidfd, number)
    os.write(go, b"!")
    for fd in (write, told, tell, wait, go, pidfd):
        os.close(fd)
    return Covered(notify_fd, pid, output)


def supervisors(tmp_path: Path) -> list[str]:
    """Processes with this test's folder in their environment."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if int(entry.name) != os.getpid() and str(tmp_path) in (entry / "environ").read_text():
                found.append(entry.name)
        except (OSError, UnicodeDecodeError):
            continue
    return found


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + WALL_S
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)
