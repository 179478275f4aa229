# SPDX-License-Identifier: GPL-2.0-or-later
"""A module of snet in this process, where no real one can be loaded.

It follows kmod/uapi/snet.h and nothing else. The real one meets the same client
in tests/vm/guest; this one can do what a real one can't be made to do at will:
drop messages, be too old, go away at a chosen moment.
"""

from __future__ import annotations

import errno
import os
import socket
import struct
from collections.abc import Iterator
from typing import Any

from snetgui.source.kernel import wire
from snetgui.source.kernel.channel import Channel, Overrun
from snetgui.source.kernel.controller import CONTROLLER, NOTIFY
from snetgui.source.kernel.header import AnsAttr, Attr, Command, SubAttr

from . import samples

GROUP = 7


class FakeChannel(Channel):
    """A socket pair whose other end is the module."""

    def __init__(self, module: FakeModule) -> None:
        self.module = module
        self.ours, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.ours.setblocking(False)
        self.theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        self.groups: set[int] = set()
        self.overrun = False
        self.deaf = False

    def fileno(self) -> int:
        return self.ours.fileno()

    def join(self, group: int) -> None:
        if group == GROUP and not self.module.permitted:
            raise PermissionError
        self.groups.add(group)

    def send(self, message: bytes) -> None:
        self.module.handle(self, message)

    def receive(self, wait: float | None) -> bytes | None:
        """Nothing comes later: the module is in this thread."""
        assert wait is not None, "would wait for ever"
        if self.overrun:
            self.overrun = False
            raise Overrun
        try:
            return self.ours.recv(1 << 16)
        except BlockingIOError:
            return None

    def deliver(self, datagram: bytes) -> None:
        if not self.deaf:
            self.theirs.send(datagram)

    def close(self) -> None:
        self.ours.close()
        self.theirs.close()
        self.module.closed(self)


class FakeModule:
    """The module's state, and how it is disturbed."""

    def __init__(self) -> None:
        self.loaded = True
        self.permitted = True
        self.version = dict(samples.VERSION)
        self.config = dict(samples.CONFIG)
        self.channels: list[FakeChannel] = []
        self.agent: FakeChannel | None = None
        self.subscriptions: list[dict[int, bytes]] = []
        self.pending: dict[int, dict[Attr, Any]] = {}
        self.refuse: dict[Command, tuple[int, str]] = {}
        self.mute: set[Command] = set()
        self.late: list[int] = []
        self.interrupted = 0
        self.log: list[Command] = []
        self.most_subscriptions = 256
        self.next_id = 1

    def channel(self) -> FakeChannel:
        made = FakeChannel(self)
        self.channels.append(made)
        return made

    # What happens to a module

    def hold(self, **fields: Any) -> int:
        """A program makes a call that is held."""
        number = self.next_id
        self.next_id += 1
        event = samples.EVENT | {Attr.ID: number}
        event |= {Attr[name.upper()]: value for name, value in fields.items()}
        self.pending[number] = event
        if self.agent is not None:
            self.agent.deliver(samples.message(Command.EVENT, event))
        return number

    def end(
        self, number: int, verdict: int, reason: int, *, tell: bool = True, **more: int
    ) -> None:
        """A held call goes on."""
        del self.pending[number]
        if tell and self.agent is not None:
            fields = samples.ended(number, verdict, reason, **more)
            self.agent.deliver(samples.message(Command.ENDED, fields))

    def unload(self) -> None:
        self.loaded = False
        self._announce(2)

    def load(self) -> None:
        self.loaded = True
        self.agent = None
        self.pending.clear()
        self._announce(1)

    def closed(self, channel: FakeChannel) -> None:
        if channel in self.channels:
            self.channels.remove(channel)
        if self.agent is channel:
            self.agent = None

    # What a module answers

    def handle(self, channel: FakeChannel, message: bytes) -> None:
        frame = next(wire.frames(message))
        number, fields = wire.generic(frame.body)
        if frame.kind == CONTROLLER:
            self._controller(channel, frame.sequence)
            return
        if not self.loaded:
            self._acknowledge(channel, frame.sequence, errno.ENOENT)
            return
        command = Command(number)
        self.log.append(command)
        replies, error, text = self._do(channel, command, frame.body, fields)
        for sequence in self.late:
            self._acknowledge(channel, sequence, errno.EINVAL, "late")
        if command in self.mute:
            self.mute.discard(command)
            return
        flags = wire.NLM_F_DUMP_INTR if self.interrupted else 0
        self.interrupted = max(0, self.interrupted - 1)
        for reply in replies:
            told = Command.EVENT if command is Command.PENDING else command
            channel.deliver(samples.message(told, reply, sequence=frame.sequence, flags=flags))
        self._acknowledge(channel, frame.sequence, error, text)

    def _do(
        self, channel: FakeChannel, command: Command, body: bytes, fields: wire.Attributes
    ) -> tuple[list[dict[Any, Any]], int, str]:
        if command in self.refuse:
            error, text = self.refuse[command]
            return [], error, text
        if not self.permitted and command not in (Command.VERSION, Command.STATS):
            return [], errno.EPERM, ""
        handler = getattr(self, f"_{command.name.lower()}")
        result = handler(channel, body, fields)
        if isinstance(result, int):
            return [], result, ""
        return result or [], 0, ""

    def _version(self, *_: Any) -> list[dict[Any, Any]]:
        return [self.version]

    def _register(self, channel: FakeChannel, _body: bytes, fields: wire.Attributes) -> int:
        if wire.number(fields, Attr.PROTOCOL_VERSION, 4) != self.version[Attr.PROTOCOL_VERSION]:
            return errno.EPROTO
        if self.agent is not None:
            return errno.EBUSY
        self.agent = channel
        for event in self.pending.values():
            channel.deliver(samples.message(Command.EVENT, event))
        return 0

    def _unregister(self, channel: FakeChannel, *_: Any) -> int:
        if self.agent is not channel:
            return errno.EPERM
        self.agent = None
        return 0

    def _insert(self, _channel: FakeChannel, _body: bytes, fields: wire.Attributes) -> int:
        wanted = dict(wire.attributes(fields[Attr.SUBSCRIPTION]))
        if wanted in self.subscriptions:
            return errno.EEXIST
        if len(self.subscriptions) >= self.most_subscriptions:
            return errno.ENOSPC
        self.subscriptions.append(wanted)
        return 0

    def _remove(self, _channel: FakeChannel, _body: bytes, fields: wire.Attributes) -> int:
        wanted = dict(wire.attributes(fields[Attr.SUBSCRIPTION]))
        if wanted not in self.subscriptions:
            return errno.ENOENT
        self.subscriptions.remove(wanted)
        return 0

    def _flush(self, *_: Any) -> int:
        self.subscriptions.clear()
        return 0

    def _list(self, *_: Any) -> list[dict[Any, Any]]:
        return [
            {Attr.SUBSCRIPTION: {SubAttr(k): struct.unpack("=H", v)[0] for k, v in each.items()}}
            for each in self.subscriptions
        ]

    def _verdict(self, channel: FakeChannel, body: bytes, _fields: wire.Attributes) -> int:
        if self.agent is not channel:
            return errno.ENOENT
        result = 0
        for answer in _answers(body):
            number = wire.number(answer, AnsAttr.ID, 8)
            verdict = wire.number(answer, AnsAttr.VERDICT, 2)
            if number not in self.pending:
                result = errno.ENOENT
                continue
            if verdict:
                self.end(number, verdict, 1, errno=wire.number(answer, AnsAttr.ERRNO, 2))
            else:
                self.end(number, verdict, 1)
        return result

    def _extend(
        self, channel: FakeChannel, _body: bytes, fields: wire.Attributes
    ) -> int | list[dict[Any, Any]]:
        event = self.pending.get(wire.number(fields, Attr.ID, 8))
        if event is None or self.agent is not channel:
            return errno.ENOENT
        event[Attr.DEADLINE] += wire.number(fields, Attr.SECONDS, 4) * 1_000_000_000
        return [{Attr.ID: event[Attr.ID], Attr.DEADLINE: event[Attr.DEADLINE]}]

    def _pending(self, channel: FakeChannel, *_: Any) -> int | list[dict[Any, Any]]:
        return list(self.pending.values()) if self.agent is channel else errno.EPERM

    def _config_get(self, *_: Any) -> list[dict[Any, Any]]:
        return [self.config]

    def _config_set(self, _channel: FakeChannel, _body: bytes, fields: wire.Attributes) -> int:
        changes = {Attr(kind): wire.number(fields, kind, 4) for kind in fields}
        if changes.get(Attr.VERDICT_DELAY, 1) not in range(1, 3601):
            return errno.ERANGE
        self.config |= changes
        return 0

    def _stats(self, *_: Any) -> list[dict[Any, Any]]:
        return [samples.STATS]

    def _acknowledge(self, channel: FakeChannel, sequence: int, error: int, text: str = "") -> None:
        """NLMSG_ERROR, with an extended acknowledgement where there is a text."""
        tlvs = wire.c_string(1, text) if text else b""
        flags = 0x100 | (0x200 if text else 0)
        body = struct.pack("=i", -error) + bytes(16) + tlvs
        head = struct.pack("=IHHII", 16 + len(body), wire.NLMSG_ERROR, flags, sequence, 0)
        channel.deliver(head + body)

    def _controller(self, channel: FakeChannel, sequence: int) -> None:
        if not self.loaded:
            self._acknowledge(channel, sequence, errno.ENOENT)
            return
        channel.deliver(_family_message(1, sequence))
        self._acknowledge(channel, sequence, 0)

    def _announce(self, command: int) -> None:
        for channel in self.channels:
            if NOTIFY in channel.groups:
                channel.deliver(_family_message(command, 0, b"OTHER"))
                channel.deliver(_family_message(command, 0))


def _answers(body: bytes) -> Iterator[wire.Attributes]:
    offset = 4
    while offset < len(body):
        length, _kind = struct.unpack_from("=HH", body, offset)
        yield wire.attributes(body[offset + 4 : offset + length])
        offset += (length + 3) & ~3


def _family_message(command: int, sequence: int, name: bytes = b"SNET") -> bytes:
    group = wire.c_string(1, "decisions") + wire.u32(2, GROUP)
    fields = wire.c_string(2, os.fsdecode(name)) + wire.u16(1, samples.FAMILY)
    fields += wire.nested(7, wire.nested(1, group))
    body = struct.pack("=BBH", command, 2, 0) + fields
    return struct.pack("=IHHII", 16 + len(body), CONTROLLER, 0, sequence, 0) + body
