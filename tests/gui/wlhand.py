# SPDX-License-Identifier: GPL-2.0-or-later
"""A pointer and a keyboard for a compositor that has none: its own virtual devices.

Speaks virtual-keyboard-unstable-v1 and wlr-virtual-pointer-unstable-v1. What it
does goes through the compositor's own input handling, as a real device's does.
"""

from __future__ import annotations

import socket
import tempfile
import time
from pathlib import Path

from snetgui.gui.wayland.wire import DISPLAY, message, take

_NEEDED = {
    "wl_seat": 1,
    "zwp_virtual_keyboard_manager_v1": 1,
    "zwlr_virtual_pointer_manager_v1": 1,
}
_REGISTRY = 2
_LEFT = 0x110  # BTN_LEFT of linux/input-event-codes.h
_KEY_S = 0.02
_NAMES = {
    " ": "space",
    "Return": "Return",
    "Escape": "Escape",
    "space": "space",
    "Up": "Up",
    "Down": "Down",
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _keys() -> dict[str, int]:
    """evdev's number for each key that tests press."""
    return {name: number for number, name in enumerate([*_LETTERS, *sorted(_NAMES)], start=1)}


def _keymap(keys: dict[str, int]) -> str:
    """A keymap that has just these, in XKB's text format."""
    codes = "".join(f"<K{number}> = {number + 8};" for number in keys.values())
    symbols = "".join(
        f"key <K{number}> {{[ {_NAMES.get(name, name)} ]}};" for name, number in keys.items()
    )
    return (
        "xkb_keymap {"
        f'xkb_keycodes "k" {{ minimum = 8; maximum = 255; {codes} }};'
        'xkb_types "k" { include "complete" };'
        'xkb_compatibility "k" { include "complete" };'
        f'xkb_symbols "k" {{ {symbols} }};'
        "};"
    )


class Hand:
    """One pointer and one keyboard, there until it is closed."""

    def __init__(self, display: Path, size: tuple[int, int]) -> None:
        self._size = size
        self._server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._server.connect(str(display))
        self._buffer = bytearray()
        self._next = 3
        self._names: dict[str, int] = {}
        self._keys = _keys()
        self._say(DISPLAY, 1, _REGISTRY)
        self._next = 3
        self._sync()
        managers = {name: self._bind(name) for name in _NEEDED}
        self._keyboard, self._pointer = self._new(), self._new()
        seat = managers["wl_seat"]
        self._say(managers["zwp_virtual_keyboard_manager_v1"], 0, seat, self._keyboard)
        self._send_keymap()
        self._say(managers["zwlr_virtual_pointer_manager_v1"], 0, seat, self._pointer)
        self._sync()

    def close(self) -> None:
        self._server.close()

    def move(self, x: int, y: int) -> None:
        """Put the pointer there."""
        self._say(self._pointer, 1, _now(), x, y, *self._size)
        self._say(self._pointer, 4)
        self._sync()

    def press(self, *, down: bool) -> None:
        """Press or release the left button."""
        self._say(self._pointer, 2, _now(), _LEFT, int(down))
        self._say(self._pointer, 4)
        self._sync()

    def scroll(self) -> None:
        """Turn the wheel down by one notch."""
        self._say(self._pointer, 5, 0)  # axis source: wheel
        self._say(self._pointer, 7, _now(), 0, 15 << 8, 1)  # vertical, 15.0, one step
        self._say(self._pointer, 4)
        self._sync()

    def key(self, name: str) -> None:
        """Press and release a key."""
        for down in (1, 0):
            self._say(self._keyboard, 1, _now(), self._keys[name], down)
            self._sync()

    def type(self, text: str) -> None:
        """Press one key after the other, as fast as a person who types well."""
        for letter in text:
            self.key(letter)
            time.sleep(_KEY_S)

    def _send_keymap(self) -> None:
        text = _keymap(self._keys).encode() + b"\0"
        with tempfile.TemporaryFile() as file:
            file.write(text)
            file.flush()
            request = message(self._keyboard, 0, 1, len(text)).pack()
            socket.send_fds(self._server, [request], [file.fileno()])

    def _bind(self, interface: str) -> int:
        number = self._new()
        name = self._names[interface]
        self._say(_REGISTRY, 0, name, interface, _NEEDED[interface], number)
        return number

    def _new(self) -> int:
        self._next += 1
        return self._next - 1

    def _say(self, target: int, opcode: int, *arguments: int | str) -> None:
        self._server.sendall(message(target, opcode, *arguments).pack())

    def _sync(self) -> None:
        """Wait until the compositor has done all that was asked."""
        callback = self._new()
        self._say(DISPLAY, 0, callback)
        while True:
            data = self._server.recv(65_536)
            assert data, "the compositor ended"
            self._buffer += data
            for event in take(self._buffer):
                if event.target == DISPLAY and event.opcode == 0:
                    raise AssertionError(f"the compositor says: {event.text(8)[0]}")
                if event.target == _REGISTRY and event.opcode == 0:
                    self._names[event.text(4)[0]] = event.uint(0)
                if event.target == callback:
                    return


def _now() -> int:
    return (time.monotonic_ns() // 1_000_000) & 0xFFFF_FFFF
