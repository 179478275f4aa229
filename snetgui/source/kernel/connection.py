# SPDX-License-Identifier: GPL-2.0-or-later
"""One socket to the module: found by name, requests refused as exceptions, unloading seen."""

from __future__ import annotations

import errno
import logging
from typing import Final

from snetgui.model import SourceRefused

from . import refusal, wire
from .channel import Channel
from .controller import NOTIFY, Family, family_change, find_family
from .conversation import ANSWER_S, Conversation
from .header import GENL_NAME, GENL_VERSION, Command

_log = logging.getLogger(__name__)

Message = tuple[int, wire.Attributes]


class Connection:
    """A socket on which the family SNET was found.

    It listens to the controller too, so that the module's end comes in order
    behind the last message that the module sent.

    Raises:
        SourceMissing: there is no such family.
    """

    def __init__(self, channel: Channel) -> None:
        self._channel: Final = channel
        self._conversation: Final = Conversation(channel)
        self._gone = False
        try:
            channel.join(NOTIFY)
            self._family: Final = self._find()
        except BaseException:
            channel.close()
            raise

    @property
    def overruns(self) -> int:
        """How often the kernel said that it dropped messages to this socket."""
        return self._conversation.overruns

    def fileno(self) -> int:
        """The descriptor, to be polled for reading; -1 once closed."""
        return self._channel.fileno()

    def join(self, group: str) -> None:
        """Receive what the module sends to its multicast group.

        Raises:
            SourcePermission: it needs CAP_NET_ADMIN.
            SourceRefused: the module has no such group.
        """
        if group not in self._family.groups:
            raise SourceRefused(f'the kernel module snet has no group "{group}" on this kernel')
        try:
            self._channel.join(self._family.groups[group])
        except PermissionError:
            raise refusal.refused(Command.DECISION, wire.Outcome(errno.EPERM)) from None

    def ask(
        self, command: Command, fields: bytes = b"", *, dump: bool = False, wait: float = ANSWER_S
    ) -> list[wire.Attributes]:
        """Send a request; returns the attributes of each message that answers it.

        Args:
            wait: seconds to wait for the reply, which is there at once unless it
                was dropped because this socket's buffer was full.

        Raises:
            SourceMissing: the module was unloaded.
            NoReply: no reply came in time.
            SourcePermission, SourceBusy, SourceVersion, UnknownEvent,
            SourceRefused: as the module said.
        """
        body = wire.command(command, GENL_VERSION, fields)
        if dump:
            replies, outcome = self._conversation.dump(self._family.id, body)
        else:
            replies, outcome = self._conversation.ask(self._family.id, body, wait)
        if outcome.errno:
            self._check_there(outcome)
            raise refusal.refused(command, outcome)
        return [wire.generic(frame.body)[1] for frame in replies]

    def messages(self, wait: float | None) -> list[Message]:
        """What the module sent of itself, oldest first; [] if nothing came in time.

        Args:
            wait: seconds to wait for the first at most; None waits without limit.

        Raises:
            SourceMissing: the module was unloaded, and all before that was told.
        """
        if self._gone:
            raise refusal.unloaded()
        if not self._conversation.inbox:
            self._conversation.read(wait)
        self._conversation.drain()
        return self._take()

    def close(self) -> None:
        """Close the socket."""
        self._channel.close()

    def _find(self) -> Family:
        family = find_family(self._conversation, GENL_NAME)
        if family is None:
            raise refusal.missing()
        return family

    def _take(self) -> list[Message]:
        taken: list[Message] = []
        inbox = self._conversation.inbox
        while inbox and not self._gone:
            frame = inbox.popleft()
            try:
                if frame.kind == self._family.id:
                    taken.append(wire.generic(frame.body))
                else:
                    self._notice(frame)
            except wire.MalformedMessage as problem:
                _log.warning("passed over: %s", problem)
        if self._gone and not taken:
            raise refusal.unloaded()
        return taken

    def _notice(self, frame: wire.Frame) -> None:
        change = family_change(frame)
        if change is not None and change.name == GENL_NAME and not change.there:
            self._gone = True

    def _check_there(self, outcome: wire.Outcome) -> None:
        """ENOENT is also what the kernel says of a family that is gone."""
        if outcome.errno != errno.ENOENT:
            return
        family = find_family(self._conversation, GENL_NAME)
        if family is None or family.id != self._family.id:
            raise refusal.unloaded()
