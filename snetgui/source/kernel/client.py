# SPDX-License-Identifier: GPL-2.0-or-later
"""Client: everything that can be said to the kernel module, as plain method calls."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Final, Self, Unpack

from snetgui.model import (
    Ended,
    Event,
    SourceRefused,
    Subscription,
    UnknownEvent,
    Verdict,
)

from . import messages, refusal, wire
from .channel import Channel
from .connection import Connection
from .conversation import NoReply
from .header import MAX_ANSWERS, PROTOCOL_VERSION, Attr, Command

_log = logging.getLogger(__name__)


class Client:
    """A connection to the kernel module snet.

    Not safe from several threads at once. As an agent it must go on reading:
    what it does not answer, the verdict policy answers at its deadline.

        with Client() as client:
            client.register()
            client.subscribe([Subscription(Syscall.CONNECT)])
            for event in client.events():
                client.answer([Verdict(event.id, Action.ALLOW)])

    Every method raises SourceMissing once the module was unloaded,
    SourcePermission where CAP_NET_ADMIN is missing, and SourceRefused, with the
    kernel's own words, for whatever else it refuses.

    Raises:
        SourceMissing: the module is not loaded.
        SourceVersion: it speaks another protocol than this program.
    """

    def __init__(self, channel: Channel | None = None) -> None:
        self._connection: Final = Connection(channel or Channel())
        try:
            self._version: Final = self._ask_version()
        except BaseException:
            self.close()
            raise

    @property
    def version(self) -> messages.Version:
        """What is loaded."""
        return self._version

    def fileno(self) -> int:
        """The descriptor, to be polled for reading; -1 once closed."""
        return self._connection.fileno()

    def close(self) -> None:
        """Close the socket. An agent stops being one; its subscriptions stay."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # The agent

    def register(self) -> None:
        """Become the agent: all that is still pending is told again.

        Raises:
            SourceBusy: there is an agent already.
        """
        self._do(Command.REGISTER, wire.u32(Attr.PROTOCOL_VERSION, PROTOCOL_VERSION))

    def unregister(self) -> None:
        """Stop being the agent. What is pending is left to the policy or the next agent."""
        self._do(Command.UNREGISTER)

    def receive(self, wait: float | None = None) -> list[Event | Ended]:
        """What the module tells its agent, oldest first; [] if nothing came in time.

        Args:
            wait: seconds to wait for the first at most; None waits without limit.
        """
        told = (_agent_message(*message) for message in self._connection.messages(wait))
        return [message for message in told if message is not None]

    def events(self) -> Iterator[Event]:
        """Events, for as long as the module is loaded. Ends are passed over."""
        while True:
            for message in self.receive():
                if isinstance(message, Event):
                    yield message

    def answer(self, verdicts: Sequence[Verdict]) -> bool:
        """Answer events; does not wait.

        Returns:
            False if some of them had ended in the meantime, which is no error:
            their Ended tells how.
        """
        all_there = True
        for start in range(0, len(verdicts), MAX_ANSWERS):
            fields = messages.encode_verdicts(verdicts[start : start + MAX_ANSWERS])
            try:
                self._connection.ask(Command.VERDICT, fields, wait=0)
            except UnknownEvent:
                all_there = False
            except NoReply:
                # Dropped, because this socket's buffer was full. The verdicts
                # count all the same: the kernel had acted before it replied.
                _log.info("the acknowledgement of %d verdicts was dropped", len(verdicts))
        return all_there

    def extend(self, event_id: int, seconds: int) -> int:
        """Give an event more time, from now on, within max_delay.

        Returns:
            the deadline that now holds, CLOCK_MONOTONIC nanoseconds.

        Raises:
            UnknownEvent: it is not pending (any more).
        """
        fields = messages.encode_extension(event_id, seconds)
        return messages.parse_deadline(self._one(Command.EXTEND, fields))

    def pending(self) -> tuple[Event, ...]:
        """The agent's pending events, now."""
        told = self._again(Command.PENDING, dump=True)
        return tuple(messages.parse_event(fields) for fields in told)

    # Subscriptions

    def subscriptions(self) -> tuple[Subscription, ...]:
        """Those that stand now."""
        told = self._again(Command.LIST, dump=True)
        return tuple(messages.parse_subscription(fields) for fields in told)

    def insert(self, subscription: Subscription) -> None:
        """Add a subscription; SourceRefused if it stands already or there is no room."""
        self._do(Command.INSERT, messages.encode_subscription(subscription))

    def remove(self, subscription: Subscription) -> None:
        """Take back exactly this subscription; SourceRefused if it does not stand."""
        self._do(Command.REMOVE, messages.encode_subscription(subscription))

    def flush(self) -> None:
        """Take back all subscriptions: every call passes untouched."""
        self._do(Command.FLUSH)

    def subscribe(self, subscriptions: Iterable[Subscription]) -> tuple[Subscription, ...]:
        """Add those that do not stand yet, all or none; returns them."""
        standing = set(self.subscriptions())
        added: list[Subscription] = []
        try:
            for subscription in dict.fromkeys(subscriptions):
                if subscription not in standing:
                    self.insert(subscription)
                    added.append(subscription)
        except BaseException:
            self.unsubscribe(added)
            raise
        return tuple(added)

    def unsubscribe(self, subscriptions: Iterable[Subscription]) -> None:
        """Take back those of them that stand."""
        for subscription in subscriptions:
            with contextlib.suppress(SourceRefused):
                self.remove(subscription)

    # The module

    def config(self) -> messages.Config:
        """The parameters, as they are now."""
        return messages.parse_config(self._one(Command.CONFIG_GET))

    def configure(self, **change: Unpack[messages.ConfigChange]) -> None:
        """Change parameters: all of these or none. SourceRefused if out of range."""
        try:
            fields = messages.encode_config(change)
        except ValueError as problem:
            raise SourceRefused(str(problem)) from None
        self._do(Command.CONFIG_SET, fields)

    def stats(self) -> messages.Stats:
        """The counters since the module was loaded."""
        return messages.parse_stats(self._one(Command.STATS))

    def _ask_version(self) -> messages.Version:
        version = messages.parse_version(self._one(Command.VERSION))
        if version.protocol != PROTOCOL_VERSION:
            raise refusal.wrong_version(version)
        return version

    def _do(self, command: Command, fields: bytes = b"") -> None:
        """A request that is acknowledged only. Its effect is certain, its reply is not."""
        try:
            self._connection.ask(command, fields)
        except NoReply:
            raise SourceRefused(f"the kernel module gave no reply to {command.name}") from None

    def _one(self, command: Command, fields: bytes = b"") -> wire.Attributes:
        """A request that one message answers."""
        replies = self._again(command, fields)
        if not replies:
            raise SourceRefused(f"the kernel module gave no reply to {command.name}")
        return replies[0]

    def _again(
        self, command: Command, fields: bytes = b"", *, dump: bool = False
    ) -> list[wire.Attributes]:
        """A request that can be made twice, so a dropped reply is asked for again."""
        try:
            return self._connection.ask(command, fields, dump=dump)
        except NoReply:
            with contextlib.suppress(NoReply):
                return self._connection.ask(command, fields, dump=dump)
        raise SourceRefused(f"the kernel module gave no reply to {command.name}")


def _agent_message(command: int, fields: wire.Attributes) -> Event | Ended | None:
    """An EVENT or an ENDED; None for what this program does not know or understand."""
    try:
        if command == Command.EVENT:
            return messages.parse_event(fields)
        if command == Command.ENDED:
            return messages.parse_ended(fields)
    except wire.MalformedMessage as problem:
        # The call that it tells of is answered by the policy at its deadline.
        _log.error("a held call can't be shown: %s", problem)
    return None
