# SPDX-License-Identifier: GPL-2.0-or-later
"""Says some of a client's windows in wlr-layer-shell instead of xdg-shell.

A window whose title begins with a mark (see `marked`) becomes a surface of the
layer for panels: in the lower right corner, above windows, below what covers
the whole screen (a locked screen, a full-screen film), and without the keyboard
unless its title says so. Everything else passes through as it is.

An object's id must be taken into use on both sides in the same order, so each
of the client's objects has a stand-in: its xdg_surface is a layer shell bound
just for it, its xdg_toplevel the layer surface, its decoration an empty region.
Which of the two a window will be is known from its title, which Qt sends after
these were made; until then what the client says is held back.

The numbers are those of wayland.xml, xdg-shell.xml,
xdg-decoration-unstable-v1.xml and wlr-layer-shell-unstable-v1.xml.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from .wire import DISPLAY, Message, message

LAYER_SHELL = "zwlr_layer_shell_v1"
LEAST_VERSION = 3  # the first whose shell object can be destroyed again
MOST_VERSION = 4

_QUIET, _KEYS = "\u2063", "\u2064"  # invisible; no other title begins with one

_SYNC = 0  # of wl_display
_COMMIT = 6  # of wl_surface
_CREATE_REGION = 1  # of wl_compositor
_DESTROY = 0  # of everything here that is not a layer's
_GET_XDG_SURFACE = 2
_GET_TOPLEVEL, _GET_POPUP, _SET_GEOMETRY, _ACK = 1, 2, 3, 4  # of xdg_surface
_SET_TITLE = 2  # of xdg_toplevel
_TOPLEVEL_CONFIGURE, _TOPLEVEL_CLOSE = 0, 1
_SURFACE_CONFIGURE = 0
_ACTIVATED = 4
_BIND = 0

_GET_LAYER_SURFACE, _DESTROY_SHELL = 0, 1
_SET_SIZE, _SET_ANCHOR, _SET_MARGIN, _SET_KEYS, _LAYER_POPUP = 0, 1, 3, 4, 5
_LAYER_ACK, _DESTROY_LAYER = 6, 7
_LAYER_CLOSED = 1
_TOP = 2
_BOTTOM_RIGHT = 2 | 8
_NO_KEYS, _ALL_KEYS = 0, 1
_MARGIN = 20

_TRACKED = {"wl_compositor", "wl_seat", "xdg_wm_base", "zxdg_decoration_manager_v1"}
_OWN_SERIALS = 0xF000_0000  # a compositor counts from 1 and won't get there


def marked(title: str, *, keys: bool) -> str:
    """A title that makes its window a layer's surface, with or without the keyboard."""
    return (_KEYS if keys else _QUIET) + title


class _Layer(NamedTuple):
    """One window of the client that is a layer's surface.

    Attributes:
        shell: the client's xdg_surface, our layer shell.
        role: the client's xdg_toplevel, our layer surface.
        surface: the wl_surface, the same for both.
    """

    shell: int
    role: int
    surface: int


class _Held:
    """A window of which we do not know yet what it will be."""

    def __init__(self, first: Message) -> None:
        self.shell, self.surface = first.uints(2)
        self.role = 0
        self.queue = [first]


class Layers:
    """Translates one client's connection. Pure: messages in, messages out."""

    def __init__(self) -> None:
        self._kinds: dict[int, str] = {DISPLAY: "wl_display"}
        self._compositor = 0
        self._offer: tuple[int, int] | None = None  # layer shell's name and version
        self._held: _Held | None = None
        self._layers: dict[int, _Layer] = {}  # by shell and by role
        self._decorations: set[int] = set()
        self._serial = _OWN_SERIALS

    # What the client says

    def from_client(self, request: Message) -> list[Message]:
        """What to tell the compositor instead."""
        if self._held is not None:
            return self._hold(self._held, request)
        is_shell = self._kinds.get(request.target) == "xdg_wm_base"
        if is_shell and request.opcode == _GET_XDG_SURFACE and self._offer is not None:
            self._held = _Held(request)
            return []
        return self._say(request)

    def _hold(self, held: _Held, request: Message) -> list[Message]:
        held.queue.append(request)
        target, opcode = request.target, request.opcode
        if target == held.shell and opcode == _GET_TOPLEVEL:
            held.role = request.uint(0)
        elif target == held.role and opcode == _SET_TITLE:
            if request.text()[0][:1] in (_QUIET, _KEYS):
                layer = _Layer(held.shell, held.role, held.surface)
                self._layers[layer.shell] = self._layers[layer.role] = layer
            return self._release(held)
        elif (
            (target == held.shell and opcode in (_DESTROY, _GET_POPUP))
            or (target == held.surface and opcode == _COMMIT)
            or (target == DISPLAY and opcode == _SYNC)
        ):
            return self._release(held)
        return []

    def _release(self, held: _Held) -> list[Message]:
        self._held = None
        return [said for request in held.queue for said in self._say(request)]

    def _say(self, request: Message) -> list[Message]:
        layer = self._layers.get(request.target)
        if layer is not None:
            as_shell = request.target == layer.shell
            return self._say_shell(layer, request) if as_shell else self._say_role(layer, request)
        if request.target in self._decorations:
            return [request] if request.opcode == _DESTROY else []
        match self._kinds.get(request.target, ""), request.opcode:
            case "wl_display", 1:  # get_registry
                self._kinds[request.uint(0)] = "wl_registry"
            case "wl_registry", 0:  # bind
                self._bound(request)
            case "wl_seat", 1:  # get_keyboard
                self._kinds[request.uint(0)] = "wl_keyboard"
            case "xdg_wm_base", 2:  # get_xdg_surface
                return self._xdg_surface(request)
            case "xdg_surface", 2:  # get_popup
                return self._popup(request)
            case "zxdg_decoration_manager_v1", 1:  # get_toplevel_decoration
                return self._decoration(request)
        return [request]

    def _bound(self, request: Message) -> None:
        interface, end = request.text(4)
        new = request.uint(end // 4 + 1)
        if interface in _TRACKED:
            self._kinds[new] = interface
        if interface == "wl_compositor":
            self._compositor = new

    def _xdg_surface(self, request: Message) -> list[Message]:
        shell = request.uint(0)
        if shell not in self._layers or self._offer is None:
            self._kinds[shell] = "xdg_surface"
            return [request]
        name, version = self._offer
        registry = next(which for which, kind in self._kinds.items() if kind == "wl_registry")
        return [message(registry, _BIND, name, LAYER_SHELL, min(version, MOST_VERSION), shell)]

    def _decoration(self, request: Message) -> list[Message]:
        new, role = request.uints(2)
        if role not in self._layers:
            return [request]
        self._decorations.add(new)
        return [message(self._compositor, _CREATE_REGION, new)]

    def _popup(self, request: Message) -> list[Message]:
        new, parent, positioner = request.uints(3)
        layer = self._layers.get(parent)
        if layer is None:
            return [request]
        return [
            message(request.target, _GET_POPUP, new, 0, positioner),
            message(layer.role, _LAYER_POPUP, new),
        ]

    def _say_shell(self, layer: _Layer, request: Message) -> list[Message]:
        if request.opcode == _GET_TOPLEVEL:
            return _appear(layer)
        if request.opcode == _SET_GEOMETRY:
            _x, _y, width, height = request.uints(4)
            return [message(layer.role, _SET_SIZE, width, height)]
        if request.opcode == _ACK and request.uint(0) < _OWN_SERIALS:
            return [Message(layer.role, _LAYER_ACK, request.body)]
        if request.opcode == _DESTROY:
            return [Message(layer.shell, _DESTROY_SHELL)]
        return []

    def _say_role(self, layer: _Layer, request: Message) -> list[Message]:
        if request.opcode == _DESTROY:
            return [Message(layer.role, _DESTROY_LAYER)]
        if request.opcode == _SET_TITLE:
            keys = request.text()[0].startswith(_KEYS)
            return [message(layer.role, _SET_KEYS, _ALL_KEYS if keys else _NO_KEYS)]
        return []  # a panel has no title bar, no parent, no greatest size

    # What the compositor says

    def from_server(self, event: Message) -> list[Message]:
        """What to tell the client instead."""
        layer = self._layers.get(event.target)
        if layer is not None and event.target == layer.role:
            return self._tell_role(layer, event)
        match self._kinds.get(event.target, ""), event.opcode:
            case "wl_display", 1:  # delete_id
                self._forget(event.uint(0))
            case "wl_registry", 0:  # global
                self._offered(event)
            case "wl_registry", 1:  # global_remove
                if self._offer is not None and event.uint(0) == self._offer[0]:
                    self._offer = None
            case "wl_keyboard", 1:  # enter
                return [event, *self._activated(event, on=True)]
            case "wl_keyboard", 2:  # leave
                return [event, *self._activated(event, on=False)]
        return [event]

    def _offered(self, event: Message) -> None:
        interface, end = event.text(4)
        version = event.uint(end // 4)
        if interface == LAYER_SHELL and version >= LEAST_VERSION:
            self._offer = event.uint(0), version

    def _forget(self, number: int) -> None:
        self._kinds.pop(number, None)
        self._layers.pop(number, None)
        self._decorations.discard(number)

    def _tell_role(self, layer: _Layer, event: Message) -> list[Message]:
        if event.opcode == _LAYER_CLOSED:
            return [Message(layer.role, _TOPLEVEL_CLOSE)]
        return self._configure(layer, event.uint(0), b"")

    def _activated(self, event: Message, *, on: bool) -> list[Message]:
        """The keyboard came or went: the client takes its window for active or not."""
        surface = event.uint(1)
        layer = next((one for one in self._layers.values() if one.surface == surface), None)
        if layer is None:
            return []
        self._serial = max(_OWN_SERIALS, (self._serial + 1) & 0xFFFF_FFFF)
        return self._configure(layer, self._serial, struct.pack("=I", _ACTIVATED) if on else b"")

    def _configure(self, layer: _Layer, serial: int, states: bytes) -> list[Message]:
        """Leave the size to the client: it knows how much it has to say."""
        return [
            message(layer.role, _TOPLEVEL_CONFIGURE, 0, 0, states),
            message(layer.shell, _SURFACE_CONFIGURE, serial),
        ]


def _appear(layer: _Layer) -> list[Message]:
    role = layer.role
    return [
        message(layer.shell, _GET_LAYER_SURFACE, role, layer.surface, 0, _TOP, "snet"),
        message(role, _SET_SIZE, 1, 1),  # the client says its own before it shows anything
        message(role, _SET_ANCHOR, _BOTTOM_RIGHT),
        message(role, _SET_MARGIN, *((_MARGIN,) * 4)),
    ]
