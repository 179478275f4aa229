# SPDX-License-Identifier: GPL-2.0-or-later
"""Requests and their replies on one socket, with other messages in between.

The agent's events and the replies to its requests share one socket, because
verdicts count from that socket alone. Replies are told apart by their sequence
number, which starts at 1; what answers no request has 0 and waits in the inbox.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator
from typing import Final

from . import wire
from .channel import Channel, Overrun

# The kernel works a request off inside send(): its reply is there at once,
# unless the socket's buffer was full and it was dropped.
ANSWER_S: Final = 2.0
_DUMP_TRIES: Final = 5

_log = logging.getLogger(__name__)


class NoReply(Exception):
    """The reply to a request did not come: dropped because the buffer was full."""


class Conversation:
    """One socket's requests and messages.

    Attributes:
        inbox: messages that answer no request, oldest first.
        overruns: how often the kernel said that it dropped messages.
    """

    def __init__(self, channel: Channel) -> None:
        self.inbox: deque[wire.Frame] = deque()
        self.overruns = 0
        self._channel = channel
        self._sequence = 0

    def ask(
        self, kind: int, body: bytes, wait: float = ANSWER_S
    ) -> tuple[list[wire.Frame], wire.Outcome]:
        """Send a request; returns the messages that answer it, and its outcome.

        Raises:
            NoReply: after `wait` seconds. The request was carried out or not.
        """
        return self._exchange(kind, wire.NLM_F_ACK, body, wait)

    def dump(self, kind: int, body: bytes) -> tuple[list[wire.Frame], wire.Outcome]:
        """Ask for a list; asks again if it changed while it was told, some times."""
        for _ in range(_DUMP_TRIES):
            frames, outcome = self._exchange(kind, wire.NLM_F_DUMP, body, ANSWER_S)
            if not any(frame.flags & wire.NLM_F_DUMP_INTR for frame in frames):
                break
        return frames, outcome

    def read(self, wait: float | None) -> bool:
        """Move one datagram's messages to the inbox; False if none came in time."""
        frames = self._receive(wait)
        if frames is None:
            return False
        self.inbox.extend(frame for frame in frames if frame.sequence == 0)
        return True

    def drain(self) -> None:
        """Move all that has arrived to the inbox."""
        while self.read(0):
            pass

    def _exchange(
        self, kind: int, flags: int, body: bytes, wait: float
    ) -> tuple[list[wire.Frame], wire.Outcome]:
        self.drain()  # so that there is room for the reply
        self._sequence = self._sequence % 0xFFFFFFFF + 1
        self._channel.send(wire.request(kind, flags, self._sequence, body))
        replies: list[wire.Frame] = []
        while (frames := self._receive(wait)) is not None:
            outcome = self._sort(frames, replies)
            if outcome is not None:
                return replies, outcome
        raise NoReply

    def _sort(self, frames: list[wire.Frame], replies: list[wire.Frame]) -> wire.Outcome | None:
        """Put messages where they belong; returns this request's outcome if it is there."""
        result = None
        for frame in frames:
            if frame.sequence == 0:
                self.inbox.append(frame)
            elif frame.sequence == self._sequence:
                if frame.kind in (wire.NLMSG_ERROR, wire.NLMSG_DONE):
                    result = wire.outcome(frame)
                else:
                    replies.append(frame)
        return result

    def _receive(self, wait: float | None) -> list[wire.Frame] | None:
        """One datagram's messages; None if none came. Garbage is logged and passed over."""
        try:
            datagram = self._channel.receive(wait)
            return None if datagram is None else list(_readable(datagram))
        except Overrun:
            self.overruns += 1
        except wire.MalformedMessage as problem:
            _log.warning("passed over: %s", problem)
        return []


def _readable(datagram: bytes) -> Iterator[wire.Frame]:
    """The messages of a datagram up to the first that makes no sense."""
    try:
        yield from wire.frames(datagram)
    except wire.MalformedMessage as problem:
        _log.warning("passed over: %s", problem)
