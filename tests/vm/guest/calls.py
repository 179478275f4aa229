# SPDX-License-Identifier: GPL-2.0-or-later
"""The network calls that the tests have made, and peers to make them to."""

import contextlib
import ctypes
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOOPBACK = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}
DISCARD = ("127.0.0.1", 9)

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Peer:
    """Somebody who can be connected to."""

    family: int
    type: int
    address: Any

    def connect(self) -> int:
        """Connect; returns 0, or raises what connect(2) failed with."""
        with socket.socket(self.family, self.type) as sock:
            sock.connect(self.address)
        return 0

    def send(self) -> int:
        """Send one datagram to the peer by name; returns 0."""
        with socket.socket(self.family, self.type) as sock:
            sock.sendto(b"hello", self.address)
        return 0


PEERS = {
    "tcp4": (socket.AF_INET, socket.SOCK_STREAM),
    "tcp6": (socket.AF_INET6, socket.SOCK_STREAM),
    "udp4": (socket.AF_INET, socket.SOCK_DGRAM),
    "udp6": (socket.AF_INET6, socket.SOCK_DGRAM),
    "unix-stream": (socket.AF_UNIX, socket.SOCK_STREAM),
    "unix-dgram": (socket.AF_UNIX, socket.SOCK_DGRAM),
    "unix-seqpacket": (socket.AF_UNIX, socket.SOCK_SEQPACKET),
}


@contextlib.contextmanager
def peer(name: str, folder: Path) -> Iterator[Peer]:
    """Yield a peer that listens; by name from PEERS."""
    family, kind = PEERS[name]
    address: Any = str(folder / "peer")
    if family in LOOPBACK:
        address = (LOOPBACK[socket.AddressFamily(family)], 0)
    with socket.socket(family, kind) as sock:
        sock.bind(address)
        if kind != socket.SOCK_DGRAM:
            sock.listen(128)
        yield Peer(family, kind, sock.getsockname())


def udp_connect(port: int = 9) -> int:
    """Make the cheapest call that a subscription to connect covers; returns 0."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.connect(("127.0.0.1", port))
    return 0


def bare_connect() -> int:
    """Return 0 or the errno of connect(2) itself: Python's own hides EINTR."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        name = bytes([2, 0, 0, 9, 127, 0, 0, 1]) + bytes(8)
        failed = _libc.connect(sock.fileno(), name, len(name))
        return ctypes.get_errno() if failed else 0


def new_user_namespace() -> None:
    """Become root of a new user namespace."""
    clone_newuser = 0x10000000
    if _libc.unshare(clone_newuser):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
