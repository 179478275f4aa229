# SPDX-License-Identifier: GPL-2.0-or-later
"""The process between Qt and the compositor; see layer.py for what it changes.

A process, not a thread: Qt waits for the compositor at times while it holds
Python's lock. Only what it needs is imported; it ends when either side does.
"""

from __future__ import annotations

import array
import os
import select
import socket
import sys
from collections import deque
from collections.abc import Callable
from itertools import islice

from .layer import Layers
from .wire import Message, take

_READ = 65_536
_MOST_FDS = 28  # what libwayland sends at once, and takes
_FULL = 1_048_576  # a side that does not take what it is sent is heard no more

Translate = Callable[[Message], list[Message]]


class Way:
    """One direction: what comes in at one socket goes out, translated, at the other.

    File descriptors that come beside the bytes go out with the next bytes, in
    order: libwayland gives them to the messages that ask for them as they come.
    """

    def __init__(self, source: socket.socket, sink: socket.socket, translate: Translate) -> None:
        self.source = source
        self.sink = sink
        self._translate = translate
        self._in = bytearray()
        self._out = bytearray()
        self._fds: deque[int] = deque()

    @property
    def waiting(self) -> int:
        """Bytes that could not be sent yet."""
        return len(self._out)

    def read(self) -> bool:
        """Take what has come, translate it and send it; False at the end."""
        try:
            data, fds, _flags, _address = socket.recv_fds(self.source, _READ, _MOST_FDS)
        except BlockingIOError:
            return True
        self._fds.extend(fds)
        if not data:
            return False
        self._in += data
        for message in take(self._in):
            for said in self._translate(message):
                self._out += said.pack()
        self.write()
        return True

    def write(self) -> None:
        """Send as much as goes."""
        while self._out:
            fds = array.array("i", islice(self._fds, _MOST_FDS))
            beside = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)] if fds else []
            try:
                sent = self.sink.sendmsg([self._out], beside)
            except BlockingIOError:
                return
            del self._out[:sent]
            for _ in fds:
                os.close(self._fds.popleft())


def pass_between(client: socket.socket, server: socket.socket) -> None:
    """Pass everything on until either side ends."""
    layers = Layers()
    ways = (
        Way(client, server, layers.from_client),
        Way(server, client, layers.from_server),
    )
    for end in (client, server):
        end.setblocking(False)
    while True:
        reading = [way.source for way in ways if way.waiting < _FULL]
        writing = [way.sink for way in ways if way.waiting]
        readable, writable, _ = select.select(reading, writing, [])
        for way in ways:
            if way.sink in writable:
                way.write()
            if way.source in readable and not way.read():
                return


def main() -> None:
    """Usage: go_between CLIENT_FD SERVER_FD."""
    client, server = (socket.socket(fileno=int(number)) for number in sys.argv[1:3])
    try:
        pass_between(client, server)
    except (ConnectionError, KeyboardInterrupt):
        return


if __name__ == "__main__":
    main()
