# SPDX-License-Identifier: GPL-2.0-or-later
"""A Backend whose engine is in another process."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, cast

from snetgui.engine.backend import ALL_RULES, Missed, Notice, Page, RuleQuery
from snetgui.model import (
    EVERYTHING,
    Answer,
    Event,
    Facts,
    HistoryPage,
    HistoryQuery,
    Mode,
    Rule,
    Settings,
    Slot,
    SnetError,
    Status,
    Step,
    Total,
    TotalBy,
)
from snetgui.rules.explain import Explanation
from snetgui.rules.hygiene import Finding

from .calls import calls, unpack_error
from .codec import DecodeError, decode
from .wire import LIMIT, Message, ProtocolError, pack, receive

_GONE = "the snet that was asked has ended; start it again"


async def connect(path: Path) -> BackendClient:
    """Connect to the engine offered there.

    Raises:
        SnetError: nobody is there, or the socket is not this user's.
    """
    return BackendClient(path, await _Line.open(path))


class _Line:
    """One connection: calls side by side, or one stream.

    A stream has a line of its own, so that a slow reader holds up the sender
    and nothing else.
    """

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, path: Path) -> _Line:
        try:
            if _owner(path) not in (os.getuid(), 0):
                raise SnetError(f"{path} belongs to somebody else and is not used")
            reader, writer = await asyncio.open_unix_connection(str(path), limit=LIMIT)
        except OSError as fault:
            raise SnetError(f"no snet of yours is running ({path}: {fault.strerror})") from fault
        return cls(reader, writer)

    async def send(self, number: int, name: str, args: dict[str, Any]) -> None:
        self._writer.write(pack({"id": number, "call": name, "args": args}))
        await self._writer.drain()

    async def receive(self) -> Message | None:
        """The next message; None once the other side is gone or not understood."""
        with contextlib.suppress(ProtocolError):
            return await receive(self._reader)
        return None

    async def close(self) -> None:
        self._writer.close()
        with contextlib.suppress(ConnectionError):
            await self._writer.wait_closed()


class BackendClient:
    """Backend over a connection; use connect()."""

    def __init__(self, path: Path, line: _Line) -> None:
        self._path = path
        self._line = line
        self._ids = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Message]] = {}
        self._gone = False
        self._pump = asyncio.create_task(self._receive())

    async def close(self) -> None:
        """Hang up. What still waits gets SnetError."""
        self._pump.cancel()
        await asyncio.gather(self._pump, return_exceptions=True)
        await self._line.close()

    async def _receive(self) -> None:
        try:
            while (message := await self._line.receive()) is not None:
                reply = self._waiting.get(message["id"])
                if reply and not reply.done():
                    reply.set_result(message)
        finally:
            self._hang_up()

    def _hang_up(self) -> None:
        self._gone = True
        for reply in self._waiting.values():
            if not reply.done():
                reply.set_exception(SnetError(_GONE))

    async def _call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        call = calls()[name]
        if self._gone:
            raise SnetError(_GONE)
        number = next(self._ids)
        reply = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            with contextlib.suppress(ConnectionError):
                await self._line.send(number, name, call.pack(args, kwargs))
            return _value(call.result, await reply, "result")
        finally:
            del self._waiting[number]

    async def _stream(self, name: str, **kwargs: Any) -> AsyncIterator[Any]:
        call = calls()[name]
        line = await _Line.open(self._path)
        try:
            with contextlib.suppress(ConnectionError):  # it ends just now: receive() says so
                await line.send(0, name, call.pack((), kwargs))
            while (message := await line.receive()) is not None:
                if message.get("end"):
                    return
                yield _value(call.result, message, "item")
            raise SnetError(_GONE)
        finally:
            await line.close()

    # -- Backend ---------------------------------------------------------

    async def watch(self, *, decisions: bool = False) -> AsyncIterator[Notice]:
        """See Backend."""
        stream = self._stream("watch", decisions=decisions)
        async with contextlib.aclosing(stream):  # type: ignore[type-var]
            async for notice in stream:
                yield notice

    async def status(self) -> Status:
        """See Backend."""
        return cast(Status, await self._call("status"))

    async def answer(self, question_id: int, answer: Answer) -> None:
        """See Backend."""
        await self._call("answer", question_id, answer)

    async def extend(self, question_id: int) -> int:
        """See Backend."""
        return cast(int, await self._call("extend", question_id))

    async def set_mode(self, mode: Mode, seconds: float | None = None) -> None:
        """See Backend."""
        await self._call("set_mode", mode, seconds)

    async def set_policy(self, *, delay_s: float | None = None, deny: bool | None = None) -> None:
        """See Backend."""
        await self._call("set_policy", delay_s=delay_s, deny=deny)

    async def rules(
        self, *, query: RuleQuery = ALL_RULES, offset: int = 0, limit: int = 1000
    ) -> Page[Rule]:
        """See Backend."""
        found = await self._call("rules", query=query, offset=offset, limit=limit)
        return cast(Page[Rule], found)

    async def rule(self, rule_id: int) -> Rule:
        """See Backend."""
        return cast(Rule, await self._call("rule", rule_id))

    async def programs(self, *, offset: int = 0, limit: int = 1000) -> Page[str]:
        """See Backend."""
        return cast(Page[str], await self._call("programs", offset=offset, limit=limit))

    async def add_rule(self, rule: Rule) -> Rule:
        """See Backend."""
        return cast(Rule, await self._call("add_rule", rule))

    async def add_rules(self, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """See Backend."""
        return cast(tuple[Rule, ...], await self._call("add_rules", rules))

    async def change_rule(self, rule: Rule) -> Rule:
        """See Backend."""
        return cast(Rule, await self._call("change_rule", rule))

    async def set_enabled(self, ids: Sequence[int], enabled: bool) -> tuple[Rule, ...]:
        """See Backend."""
        return cast(tuple[Rule, ...], await self._call("set_enabled", ids, enabled))

    async def delete_rules(self, ids: Sequence[int]) -> tuple[Rule, ...]:
        """See Backend."""
        return cast(tuple[Rule, ...], await self._call("delete_rules", ids))

    async def explain(self, event: Event, facts: Facts) -> Explanation:
        """See Backend."""
        return cast(Explanation, await self._call("explain", event, facts))

    async def findings(self, *, offset: int = 0, limit: int = 1000) -> Page[Finding]:
        """See Backend."""
        return cast(Page[Finding], await self._call("findings", offset=offset, limit=limit))

    async def decisions(
        self, query: HistoryQuery = EVERYTHING, *, before: int | None = None, limit: int = 100
    ) -> HistoryPage:
        """See Backend."""
        found = await self._call("decisions", query, before=before, limit=limit)
        return cast(HistoryPage, found)

    async def count(self, query: HistoryQuery = EVERYTHING) -> int:
        """See Backend."""
        return cast(int, await self._call("count", query))

    async def timeline(self, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
        """See Backend."""
        return cast(tuple[Slot, ...], await self._call("timeline", query, step))

    async def totals(
        self, query: HistoryQuery, by: TotalBy, *, limit: int = 100
    ) -> tuple[Total, ...]:
        """See Backend."""
        found = await self._call("totals", query, by, limit=limit)
        return cast(tuple[Total, ...], found)

    async def missed(self, *, offset: int = 0, limit: int = 100) -> Page[Missed]:
        """See Backend."""
        return cast(Page[Missed], await self._call("missed", offset=offset, limit=limit))

    async def answer_missed(self, missed_id: int, answer: Answer) -> Rule:
        """See Backend."""
        return cast(Rule, await self._call("answer_missed", missed_id, answer))

    async def forget_missed(self, ids: Sequence[int]) -> None:
        """See Backend."""
        await self._call("forget_missed", ids)

    async def settings(self) -> Settings:
        """See Backend."""
        return cast(Settings, await self._call("settings"))

    async def change_settings(self, settings: Settings) -> Settings:
        """See Backend."""
        return cast(Settings, await self._call("change_settings", settings))

    async def allow_running(self) -> tuple[Rule, ...]:
        """See Backend."""
        return cast(tuple[Rule, ...], await self._call("allow_running"))


def _owner(path: Path) -> int:
    return path.lstat().st_uid


def _value(kind: Any, message: Message, key: str) -> Any:
    if "error" in message:
        raise unpack_error(message["error"])
    if key not in message:
        raise SnetError("the engine's answer is not understood; are both of one version?")
    try:
        return decode(kind, message[key])
    except DecodeError as fault:
        raise SnetError(f"the engine's answer is not understood: {fault}") from fault
