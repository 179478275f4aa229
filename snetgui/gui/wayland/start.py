# SPDX-License-Identifier: GPL-2.0-or-later
"""Before Qt starts: how it shall reach the screen of a Wayland session."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

import snetgui

from .layer import LAYER_SHELL, LEAST_VERSION
from .wire import DISPLAY, message, take

_PLATFORM, _DISPLAY, _SOCKET = "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"
_ANSWER_S = 2.0
_REGISTRY, _CALLBACK = 2, 3
_READ = 65_536


class Screen(Enum):
    """How windows reach the screen.

    LAYERS: Wayland, where the prompt can be a panel's surface.
    X: X, also that which many compositors offer to old programs: there too a
        window can stay above others and be left without the keyboard.
    QT: as Qt has it. On Wayland without the two above it is the compositor
        that decides who gets the keyboard.
    """

    LAYERS = "layers"
    X = "x"
    QT = "qt"


def choose(environ: Mapping[str, str], offered: Mapping[str, int]) -> Screen:
    """The best way to the screen, from what the compositor offers (interfaces, versions)."""
    wanted = environ.get(_PLATFORM, "")
    if not offered or (wanted and wanted != "wayland"):
        return Screen.QT
    if offered.get(LAYER_SHELL, 0) >= LEAST_VERSION:
        return Screen.LAYERS
    return Screen.X if environ.get("DISPLAY") and not wanted else Screen.QT


@contextmanager
def prepared(environ: MutableMapping[str, str]) -> Iterator[Screen]:
    """Choose, and have the environment say so to Qt while its application is made."""
    before = {name: environ.get(name) for name in (_PLATFORM, _SOCKET)}
    screen, changes = _prepare(environ)
    environ.update(changes)
    try:
        yield screen
    finally:
        for name, value in before.items():  # what we start later must not think it is ours
            environ.pop(name, None)
            if value is not None:
                environ[name] = value


def _prepare(environ: Mapping[str, str]) -> tuple[Screen, dict[str, str]]:
    try:
        server = _connect(environ)
        if server is None:
            return Screen.QT, {}
        with server:
            screen = choose(environ, _offered(server))
        if screen is Screen.LAYERS:
            return screen, {_PLATFORM: "wayland", _SOCKET: str(_start(environ))}
    except OSError:
        return Screen.QT, {}  # Qt says better than we could what is wrong
    return screen, {_PLATFORM: "xcb"} if screen is Screen.X else {}


def _connect(environ: Mapping[str, str]) -> socket.socket | None:
    """A connection to the compositor, None where there is none."""
    name = environ.get(_DISPLAY, "")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if not name or (not folder and not name.startswith("/")):
        return None
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        server.connect(str(Path(folder) / name))
    except OSError:
        server.close()
        raise
    return server


def _offered(server: socket.socket) -> dict[str, int]:
    """The interfaces that a compositor offers, with their versions; none if it does not answer."""
    server.settimeout(_ANSWER_S)
    offered: dict[str, int] = {}
    buffer = bytearray()
    try:
        ask = message(DISPLAY, 1, _REGISTRY).pack() + message(DISPLAY, 0, _CALLBACK).pack()
        server.sendall(ask)
        while data := server.recv(_READ):
            buffer += data
            for event in take(buffer):
                if event.target == _CALLBACK:
                    return offered
                if event.target == _REGISTRY and event.opcode == 0:
                    interface, end = event.text(4)
                    offered[interface] = event.uint(end // 4)
    except (OSError, ValueError):
        pass
    return {}


def _start(environ: Mapping[str, str]) -> int:
    """Start the go-between; returns the descriptor that Qt shall speak Wayland over."""
    server = _connect(environ)
    assert server is not None
    ours, theirs = socket.socketpair()
    passed = (theirs.fileno(), server.fileno())
    module = f"{__package__}.go_between"
    command = [sys.executable, "-S", "-P", "-m", module, *map(str, passed)]
    with server, theirs:
        subprocess.Popen(
            command,
            pass_fds=passed,
            stdin=subprocess.DEVNULL,
            env={"PYTHONPATH": str(Path(snetgui.__file__).parents[1]), "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
    return ours.detach()
