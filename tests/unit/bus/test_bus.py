# SPDX-License-Identifier: GPL-2.0-or-later
"""A Backend over a real socket: answers, errors, streams, and peers that misbehave."""

from __future__ import annotations

import asyncio
import contextlib
import json
import stat
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from snetgui.bus import BackendServer, connect, socket_path
from snetgui.bus.calls import calls
from snetgui.bus.client import BackendClient, _Line
from snetgui.bus.wire import pack
from snetgui.engine.backend import (
    ALL_RULES,
    Backend,
    Gone,
    Notice,
    Page,
    QuestionGone,
    RuleQuery,
    StatusChanged,
)
from snetgui.model import (
    Action,
    Birth,
    Conditions,
    Link,
    Mode,
    Rule,
    RuleError,
    Settings,
    SettingsError,
    SnetError,
    Status,
    StoreError,
    TextMatch,
    UnknownRule,
)

STATUS = Status(Mode.ASK, Link.CONNECTED, "recording", "", 0, 0, 1, 0, 30.0, Action.ALLOW)
RULE = Rule(
    name="curl\udcff",
    action=Action.ALLOW,
    conditions=Conditions(exe=TextMatch("/usr/bin/curl")),
    birth=Birth(datetime(2030, 1, 1, tzinfo=UTC)),
    id=7,
)
LIMIT_S = 20


class Fake:
    """The few calls that these tests make; cast to Backend."""

    def __init__(self) -> None:
        self.hold = asyncio.Event()
        self.watchers = 0

    async def status(self) -> Status:
        return STATUS

    async def rules(
        self, *, query: RuleQuery = ALL_RULES, offset: int = 0, limit: int = 1000
    ) -> Page[Rule]:
        await self.hold.wait()
        return Page((RULE,), offset, limit)

    async def add_rule(self, rule: Rule) -> Rule:
        raise RuleError("remote port", "70000 is above 65535")

    async def change_rule(self, rule: Rule) -> Rule:
        raise UnknownRule("no rule 7")

    async def delete_rules(self, ids: list[int]) -> tuple[Rule, ...]:
        raise StoreError("the disk is full")

    async def change_settings(self, settings: Settings) -> Settings:
        raise SettingsError("delay_s", "verdict delay: 0 seconds can't be")

    async def watch(self, *, decisions: bool = False) -> AsyncIterator[Notice]:
        self.watchers += 1
        try:
            yield StatusChanged(STATUS)
            number = 0
            while True:
                number += 1
                yield QuestionGone(number, Gone.RULE)
                await asyncio.sleep(0)
        finally:
            self.watchers -= 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run" / "backend"


@contextlib.asynccontextmanager
async def serving(path: Path) -> AsyncIterator[Fake]:
    fake = Fake()
    server = BackendServer(cast(Backend, fake), path)
    await server.start()
    try:
        async with asyncio.timeout(LIMIT_S):
            yield fake
    finally:
        await server.close()


async def test_calls_run_side_by_side(path: Path) -> None:
    async with serving(path) as fake:
        client = await connect(path)
        slow = asyncio.create_task(client.rules(offset=3, limit=9))
        assert await client.status() == STATUS
        assert not slow.done()
        fake.hold.set()
        assert await slow == Page((RULE,), 3, 9)
        await client.close()


async def test_errors_keep_their_type_and_text(path: Path) -> None:
    async with serving(path):
        client = await connect(path)
        with pytest.raises(RuleError, match="remote port: 70000 is above 65535") as caught:
            await client.add_rule(RULE)
        assert caught.value.field == "remote port"
        with pytest.raises(SettingsError, match="verdict delay: 0 seconds") as refused:
            await client.change_settings(Settings(delay_s=0))
        assert refused.value.field == "delay_s"
        with pytest.raises(UnknownRule, match="no rule 7"):
            await client.change_rule(RULE)
        with pytest.raises(StoreError, match="the disk is full"):
            await client.delete_rules([7])
        await client.close()


async def test_stream_that_nobody_reads_holds_up_nothing_else(path: Path) -> None:
    async with serving(path) as fake:
        client = await connect(path)
        stream = client.watch()
        assert await anext(stream) == StatusChanged(STATUS)
        for _ in range(50):
            assert await client.status() == STATUS
        assert await anext(stream) == QuestionGone(1, Gone.RULE)
        await cast(Any, stream).aclose()
        while fake.watchers:
            await asyncio.sleep(0.01)
        await client.close()


async def test_server_that_ends_is_told(path: Path) -> None:
    async with serving(path):
        client = await connect(path)
        waiting = asyncio.create_task(client.rules())
        await client.status()
    with pytest.raises(SnetError, match="has ended"):
        await waiting
    with pytest.raises(SnetError, match="has ended"):
        await client.status()
    await client.close()


async def test_server_that_ends_before_it_is_asked_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line of a stream is open, and gone when the question is written into it."""
    opened = _Line.open
    async with serving(path):
        client = await connect(path)
        gone = asyncio.Event()

        async def open_and_wait(place: Path) -> _Line:
            line = await opened(place)
            gone.set()
            await asyncio.wait_for(server_gone.wait(), 10)
            return line

        server_gone = asyncio.Event()
        monkeypatch.setattr(_Line, "open", open_and_wait)
        asked = asyncio.create_task(first_notice(client))
        await gone.wait()
        await client.status()  # by then the server has the other line too
    server_gone.set()
    with pytest.raises(SnetError, match="has ended"):
        await asked
    await client.close()


async def first_notice(client: BackendClient) -> Notice:
    async with contextlib.aclosing(cast(AsyncGenerator[Notice, None], client.watch())) as notices:
        return await anext(notices)


async def test_nobody_there(path: Path) -> None:
    with pytest.raises(SnetError, match="no snet of yours is running"):
        await connect(path)


async def test_second_server_is_refused_and_the_first_goes_on(path: Path) -> None:
    async with serving(path) as fake:
        with pytest.raises(SnetError, match="runs already"):
            await BackendServer(cast(Backend, fake), path).start()
        client = await connect(path)
        assert await client.status() == STATUS
        await client.close()


async def test_socket_left_by_a_crash_is_replaced(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    server = await asyncio.start_unix_server(lambda r, w: None, str(path))
    server.close()
    await server.wait_closed()
    path.touch()
    async with serving(path):
        client = await connect(path)
        assert await client.status() == STATUS
        await client.close()


async def test_folder_and_socket_are_the_users_alone(path: Path) -> None:
    path.parent.mkdir(mode=0o777)
    path.parent.chmod(0o777)
    async with serving(path):
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_folder_that_is_a_link_is_refused(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    path.parent.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SnetError, match="belongs to somebody else"):
        await BackendServer(cast(Backend, Fake()), path).start()
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"nonsense\n",
        b"[1]\n",
        b'{"call":"status"}\n',
        b'{"id":"x","call":"status"}\n',
        b"[" * 100_000 + b"\n",
        b'{"id":1,"call":"watch"}\n{"id":1,"call":"watch"}\n',
    ],
)
async def test_peer_that_does_not_speak_it_is_dropped(path: Path, line: bytes) -> None:
    async with serving(path):
        reader, writer = await asyncio.open_unix_connection(str(path))
        writer.write(line)
        await reader.read()
        writer.close()
        client = await connect(path)
        assert await client.status() == STATUS
        await client.close()


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"call": "shutdown"}, "there is no call 'shutdown'"),
        ({"call": "__init__"}, "there is no call '__init__'"),
        ({"call": ["status"]}, "there is no call"),
        ({"call": "status", "args": []}, "arguments are not an object"),
        ({"call": "status", "args": {"x": 1}}, "status has no argument x"),
        ({"call": "answer", "args": {"question_id": 1}}, "answer: missing"),
        ({"call": "rules", "args": {"limit": "all"}}, "limit is not int"),
    ],
)
async def test_wrong_call_is_answered_and_the_line_stays(
    path: Path, message: dict[str, Any], says: str
) -> None:
    async with serving(path):
        reader, writer = await asyncio.open_unix_connection(str(path))
        writer.write(pack({"id": 5, **message}))
        reply = json.loads(await reader.readline())
        assert reply["id"] == 5
        assert says in reply["error"]["text"]
        writer.write(pack({"id": 6, "call": "status"}))
        assert json.loads(await reader.readline())["result"]["$type"] == "Status"
        writer.close()


@pytest.mark.parametrize(
    ("told", "place"), [("/run/user/7", "/run/user/7/snet"), ("", "cache/snet/run"), ("x", "run")]
)
def test_socket_is_where_nobody_else_can_write(
    told: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", told)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert str(socket_path().parent).endswith(place)


def test_client_is_a_backend() -> None:
    for name in calls():
        assert callable(getattr(BackendClient, name)), name
