# SPDX-License-Identifier: GPL-2.0-or-later
"""What is changed between Qt and a Wayland compositor. With a real one: test_asking."""

from __future__ import annotations

import os
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from snetgui.gui.wayland import start
from snetgui.gui.wayland.go_between import pass_between
from snetgui.gui.wayland.layer import LAYER_SHELL, Layers, marked
from snetgui.gui.wayland.start import Screen, choose, prepared
from snetgui.gui.wayland.wire import Message, message, take

REGISTRY, COMPOSITOR, SEAT, WM_BASE, DECORATIONS, KEYBOARD = range(2, 8)
SURFACE, XDG, TOPLEVEL, DECORATION = 20, 21, 22, 23
BOUND = {
    COMPOSITOR: "wl_compositor",
    SEAT: "wl_seat",
    WM_BASE: "xdg_wm_base",
    DECORATIONS: "zxdg_decoration_manager_v1",
}
LAYER_NAME = 9
APPEARS = [
    message(WM_BASE, 2, XDG, SURFACE),
    message(XDG, 1, TOPLEVEL),
    message(DECORATIONS, 1, DECORATION, TOPLEVEL),
    message(DECORATION, 1, 2),
    message(TOPLEVEL, 7, 400, 47),
]
COMMIT = Message(SURFACE, 6)


def connected(*, offer: int = 4) -> Layers:
    """A connection that has bound what Qt binds; offer: the layer shell's version, 0 for none."""
    layers = Layers()
    assert layers.from_client(message(1, 1, REGISTRY)) == [message(1, 1, REGISTRY)]
    if offer:
        layers.from_server(message(REGISTRY, 0, LAYER_NAME, LAYER_SHELL, offer))
    for number, interface in BOUND.items():
        layers.from_client(message(REGISTRY, 0, number, interface, 1, number))
    layers.from_client(message(SEAT, 1, KEYBOARD))
    return layers


def said(layers: Layers, *requests: Message) -> list[Message]:
    return [out for request in requests for out in layers.from_client(request)]


def told(layers: Layers, *events: Message) -> list[Message]:
    return [out for event in events for out in layers.from_server(event)]


def titled(title: str) -> Message:
    return message(TOPLEVEL, 2, title)


@pytest.fixture
def shown() -> Layers:
    """A prompt that has appeared."""
    layers = connected()
    said(layers, *APPEARS, titled(marked("snet", keys=False)), COMMIT)
    return layers


def test_a_message_survives_the_wire() -> None:
    sent = message(7, 3, 1, -1, "naïve", b"\1\2\3")
    buffer = bytearray(sent.pack() + b"\0\0")
    assert list(take(buffer)) == [sent] and buffer == b"\0\0"
    assert sent.uints(2) == (1, 0xFFFF_FFFF) and sent.text(8)[0] == "naïve"


def test_half_a_message_waits_for_its_other_half() -> None:
    whole = message(7, 3, "text").pack()
    buffer = bytearray(whole[:-1])
    assert list(take(buffer)) == []
    buffer += whole[-1:]
    assert len(list(take(buffer))) == 1


def test_a_message_that_can_not_be_one_is_refused() -> None:
    with pytest.raises(ValueError, match="7 bytes"):
        list(take(bytearray(struct.pack("=IHH", 1, 0, 7))))


def test_a_marked_window_becomes_a_surface_of_a_layer() -> None:
    layers = connected()
    assert said(layers, *APPEARS) == [], "it is not known yet what it will be"
    assert said(layers, titled(marked("snet", keys=False))) == [
        message(REGISTRY, 0, LAYER_NAME, LAYER_SHELL, 4, XDG),
        message(XDG, 0, TOPLEVEL, SURFACE, 0, 2, "snet"),
        message(TOPLEVEL, 0, 1, 1),
        message(TOPLEVEL, 1, 2 | 8),
        message(TOPLEVEL, 3, 20, 20, 20, 20),
        message(COMPOSITOR, 1, DECORATION),
        message(TOPLEVEL, 4, 0),
    ]
    assert said(layers, COMMIT) == [COMMIT]


@pytest.mark.parametrize("decides", [titled("Rules · snet"), COMMIT, message(1, 0, 30)])
def test_any_other_window_passes_as_it_is(decides: Message) -> None:
    layers = connected()
    assert said(layers, *APPEARS, decides, COMMIT) == [*APPEARS, decides, COMMIT]


def test_a_menu_passes_as_it_is() -> None:
    layers = connected()
    popup = [
        message(WM_BASE, 2, XDG, SURFACE),
        message(WM_BASE, 1, 30),
        message(XDG, 2, 31, 32, 30),
    ]
    assert said(layers, *popup) == popup


@pytest.mark.parametrize("offer", [0, 2])
def test_without_a_layer_shell_of_today_all_passes(offer: int) -> None:
    layers = connected(offer=offer)
    title = titled(marked("snet", keys=False))
    assert said(layers, *APPEARS, title) == [*APPEARS, title]


def test_a_layer_shell_that_is_taken_away_is_not_used() -> None:
    layers = connected()
    told(layers, message(REGISTRY, 1, LAYER_NAME))
    assert said(layers, APPEARS[0]) == [APPEARS[0]]


def test_a_configuration_goes_there_and_back(shown: Layers) -> None:
    assert told(shown, message(TOPLEVEL, 0, 77, 400, 47)) == [
        message(TOPLEVEL, 0, 0, 0, b""),
        message(XDG, 0, 77),
    ]
    assert said(shown, message(XDG, 4, 77)) == [message(TOPLEVEL, 6, 77)]


def test_its_size_is_said_again_whenever_it_changes(shown: Layers) -> None:
    assert said(shown, message(XDG, 3, 0, 0, 640, 480)) == [message(TOPLEVEL, 0, 640, 480)]


def test_what_only_windows_have_is_not_said(shown: Layers) -> None:
    for opcode in (1, 3, 7, 8, 9):
        assert said(shown, message(TOPLEVEL, opcode, 0, 0)) == []
    assert said(shown, message(DECORATION, 1, 2)) == []


@pytest.mark.parametrize(("keys", "mode"), [(True, 1), (False, 0)])
def test_its_title_says_whether_it_has_the_keyboard(
    shown: Layers, *, keys: bool, mode: int
) -> None:
    assert said(shown, titled(marked("x", keys=keys))) == [message(TOPLEVEL, 4, mode)]


def test_the_keyboard_makes_it_active_and_nobody_hears_of_our_own_number(shown: Layers) -> None:
    enter = message(KEYBOARD, 1, 5, SURFACE, b"")
    event, configured, number = told(shown, enter)
    assert event == enter
    assert configured == message(TOPLEVEL, 0, 0, 0, struct.pack("=I", 4))
    assert said(shown, Message(XDG, 4, number.body)) == []
    leave = message(KEYBOARD, 2, 6, SURFACE)
    assert told(shown, leave)[:2] == [leave, message(TOPLEVEL, 0, 0, 0, b"")]


def test_the_keyboard_in_another_window_changes_nothing(shown: Layers) -> None:
    enter = message(KEYBOARD, 1, 5, 99, b"")
    assert told(shown, enter) == [enter]


def test_a_menu_of_it_hangs_on_the_layer(shown: Layers) -> None:
    menu = [message(WM_BASE, 2, 41, 40), message(41, 2, 42, XDG, 30)]
    assert said(shown, *menu) == [
        menu[0],
        message(41, 2, 42, 0, 30),
        message(TOPLEVEL, 5, 42),
    ]


def test_closed_by_the_compositor_it_is_closed(shown: Layers) -> None:
    assert told(shown, Message(TOPLEVEL, 1)) == [Message(TOPLEVEL, 1)]


def test_going_away_it_leaves_nothing_and_its_numbers_are_free(shown: Layers) -> None:
    ends = [Message(DECORATION, 0), Message(TOPLEVEL, 0), Message(XDG, 0)]
    assert said(shown, *ends) == [ends[0], Message(TOPLEVEL, 7), Message(XDG, 1)]
    gone = [message(1, 1, number) for number in (DECORATION, TOPLEVEL, XDG)]
    assert told(shown, *gone) == gone
    again = [
        message(WM_BASE, 2, TOPLEVEL, SURFACE),
        message(TOPLEVEL, 1, XDG),
        message(XDG, 2, "a"),
    ]
    assert said(shown, *again, COMMIT) == [*again, COMMIT]


# Between two sockets


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """The client's and the compositor's end of a go-between."""
    client, inner = socket.socketpair()
    outer, server = socket.socketpair()
    for end in (client, server):
        end.settimeout(20)
    with client, server, inner, outer:
        between = threading.Thread(target=pass_between, args=(inner, outer))
        between.start()
        yield client, server
        client.close()
        between.join(20)
        assert not between.is_alive(), "it ends when a side does"


def test_descriptors_go_along(ends: tuple[socket.socket, socket.socket], tmp_path: Path) -> None:
    client, server = ends
    file = tmp_path / "keymap"
    file.write_text("a keymap")
    with file.open() as opened:
        socket.send_fds(client, [message(9, 0, 1).pack()], [opened.fileno()])
    data, numbers, _flags, _from = socket.recv_fds(server, 4096, 8)
    assert data == message(9, 0, 1).pack()
    with closing(os.fdopen(numbers[0])) as arrived:
        assert arrived.read() == "a keymap"


def test_much_at_once_arrives_in_order(ends: tuple[socket.socket, socket.socket]) -> None:
    client, server = ends
    sent = b"".join(message(9, 0, number, b"x" * 100).pack() for number in range(5000))
    writer = threading.Thread(target=client.sendall, args=(sent,))
    writer.start()
    arrived = bytearray()
    while len(arrived) < len(sent):
        arrived += server.recv(65_536)
    writer.join()
    assert arrived == sent


# Which way to the screen


@pytest.mark.parametrize(
    ("environ", "offered", "screen"),
    [
        ({}, {LAYER_SHELL: 4}, Screen.LAYERS),
        ({"DISPLAY": ":0"}, {LAYER_SHELL: 3}, Screen.LAYERS),
        ({"QT_QPA_PLATFORM": "wayland"}, {LAYER_SHELL: 4}, Screen.LAYERS),
        ({"DISPLAY": ":0"}, {LAYER_SHELL: 2}, Screen.X),
        ({"DISPLAY": ":0"}, {"wl_compositor": 4}, Screen.X),
        ({}, {"wl_compositor": 4}, Screen.QT),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}, {"wl_compositor": 4}, Screen.QT),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, {LAYER_SHELL: 4}, Screen.QT),
        ({"QT_QPA_PLATFORM": "offscreen"}, {LAYER_SHELL: 4}, Screen.QT),
        ({"DISPLAY": ":0"}, {}, Screen.QT),
    ],
)
def test_the_best_way_to_the_screen(
    environ: dict[str, str], offered: dict[str, int], screen: Screen
) -> None:
    assert choose(environ, offered) is screen


@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nonexistent"},
        {"WAYLAND_DISPLAY": "/nonexistent/wayland-0"},
    ],
)
def test_where_no_compositor_is_qt_does_as_it_likes(environ: dict[str, str]) -> None:
    before = dict(environ)
    with prepared(environ) as screen:
        assert screen is Screen.QT and environ == before


class Compositor(threading.Thread):
    """Says to each who connects what it offers; nothing, if that is None."""

    def __init__(self, path: Path, offered: dict[str, int] | None) -> None:
        super().__init__()
        self._offered = offered
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listening.bind(str(path))
        self._listening.listen()
        self.start()

    def run(self) -> None:
        connection, _ = self._listening.accept()
        with connection, self._listening:
            if self._offered is None:
                return
            assert connection.recv(4096)
            for name, (interface, version) in enumerate(self._offered.items()):
                connection.sendall(message(2, 0, name, interface, version).pack())
            connection.sendall(message(3, 0, 1).pack())


@pytest.mark.parametrize(
    ("offered", "platform"), [({"wl_compositor": 4}, "xcb"), ({}, None), (None, None)]
)
def test_the_choice_is_said_to_qt_and_to_nobody_else(
    tmp_path: Path, offered: dict[str, int] | None, platform: str | None
) -> None:
    path = tmp_path / "w"
    compositor = Compositor(path, offered)
    environ = {"WAYLAND_DISPLAY": str(path), "DISPLAY": ":0"}
    before = dict(environ)
    with prepared(environ):
        assert environ.get(start._PLATFORM) == platform
    assert environ == before
    compositor.join()
