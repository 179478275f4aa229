# SPDX-License-Identifier: GPL-2.0-or-later
"""An engine offered to the user's other programs: the same answers there as here."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address as parse_ip
from pathlib import Path

import pytest

from snetgui.bus import connect, wire
from snetgui.bus.client import BackendClient
from snetgui.bus.offer import offer_path, offered, shared
from snetgui.engine.assemble import standalone
from snetgui.engine.backend import Page, RuleQuery, RuleSort, StatusChanged
from snetgui.engine.engine import Engine
from snetgui.model import (
    Action,
    Birth,
    Conditions,
    Event,
    Facts,
    HistoryQuery,
    LifetimeKind,
    Link,
    ListKind,
    ListMatch,
    Origin,
    Process,
    Reason,
    Rule,
    RuleError,
    SnetError,
    Syscall,
    TextKind,
    TextMatch,
    UnknownRule,
    ip_address,
)
from snetgui.rules.hygiene import Kind
from snetgui.source.recording import RecordingSource

LIMIT_S = 30
WHEN = datetime(2020, 1, 1, tzinfo=UTC)


def rule(exe: str = "/usr/bin/curl", **changes: object) -> Rule:
    made = Rule(
        name="a rule",
        action=Action.ALLOW,
        conditions=Conditions(exe=TextMatch(exe)),
        birth=Birth(WHEN),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def event(exe: str = "/usr/bin/curl\udcff") -> Event:
    now_ns = time.monotonic_ns()
    process = Process(4_000_001, 4_000_001, 1, 5, 1000, 1000, "curl", exe)
    remote = ip_address(parse_ip("2001:db8::1"), 443)
    return Event(1, Syscall.CONNECT, 10, 1, 6, process, now_ns, now_ns + 10**10, remote=remote)


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.delenv("SNET_DATA_DIR", raising=False)


@contextlib.asynccontextmanager
async def both(folder: Path) -> AsyncIterator[tuple[Engine, BackendClient, RecordingSource]]:
    source = RecordingSource()
    async with (
        asyncio.timeout(LIMIT_S),
        standalone(source, directory=folder) as engine,
        offered(engine, folder) as there,
    ):
        assert there
        client = await connect(offer_path(folder))
        try:
            yield engine, client, source
        finally:
            await client.close()


async def test_what_is_asked_of_rules_there_is_answered_as_here(tmp_path: Path) -> None:
    async with both(tmp_path) as (engine, client, _source):
        pattern = Conditions(exe=TextMatch("^/opt/.*\udcff", TextKind.REGEX, ignore_case=True))
        lists = Conditions(lists=(ListMatch("/nowhere/\n", ListKind.SHA256),))
        added = await client.add_rules(
            [rule(), rule(), rule(conditions=pattern, name="line\n\u202e"), rule(conditions=lists)]
        )
        assert [one.id for one in added] == [1, 2, 3, 4]
        queries = [
            RuleQuery(),
            RuleQuery(text="line", origins=frozenset(Origin), enabled=True),
            RuleQuery(program="/usr/bin/curl", sort=RuleSort.PRECEDENCE, descending=False),
            RuleQuery(actions=frozenset(Action), lifetimes=frozenset({LifetimeKind.ALWAYS})),
        ]
        for query in queries:
            page = await client.rules(query=query, limit=2)
            assert page.total and page == await engine.rules(query=query, limit=2)
        assert await client.rule(3) == await engine.rule(3)
        named = ("/usr/bin/curl", "^/opt/.*\udcff")
        assert await client.programs() == Page(named, 0, 2)
        assert await client.programs(offset=1, limit=5) == Page(named[1:], 1, 2)
        assert await client.set_enabled([3, 99], enabled=False) == (await engine.rule(3),)
        asked = event("/usr/bin/curl"), Facts(hosts=("a.example",), command=("curl", "\udcff"))
        told = await client.explain(*asked)
        assert told == await engine.explain(*asked)
        assert told.winner is not None and told.winner.id == 2
        found = await client.findings()
        assert found == await engine.findings()
        assert Kind.DUPLICATE in {finding.kind for finding in found.rows}
        assert await client.delete_rules([1, 2, 3, 4, 5]) == (*added[:2], replace(
            added[2], enabled=False), added[3])  # fmt: skip
        assert await engine.rules() == Page((), 0, 0)


async def test_what_comes_in_is_checked_at_the_door(tmp_path: Path) -> None:
    async with both(tmp_path) as (engine, client, _source):
        bad = Conditions(netns=0)
        kept = await client.add_rule(rule())
        for call in (
            client.add_rule(rule(conditions=bad)),
            client.add_rules([rule(), rule(conditions=bad)]),
            client.change_rule(replace(kept, conditions=bad)),
        ):
            with pytest.raises(RuleError, match="network namespace: 0 is not"):
                await call
        with pytest.raises(UnknownRule):
            await client.rule(99)
        assert (await engine.rules()).rows == (kept,)


async def test_past_decisions_are_told_there(tmp_path: Path) -> None:
    async with both(tmp_path) as (engine, client, source):
        async for notice in client.watch():
            if isinstance(notice, StatusChanged) and notice.status.link is Link.CONNECTED:
                break
        await client.add_rule(rule("/usr/bin/curl\udcff"))
        source.raise_event(event())
        page = await client.decisions()
        while not page.rows:
            await asyncio.sleep(0.01)
            page = await client.decisions()
        assert page == await engine.decisions()
        assert (page.rows[0].decision.reason, page.more) == (Reason.RULE, False)
        assert (await client.decisions(HistoryQuery(action=Action.DENY))).rows == ()
        assert (await client.decisions(before=page.rows[0].id, limit=5)).rows == ()


async def test_what_no_message_holds_is_refused_and_the_line_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with both(tmp_path) as (_engine, client, _source):
        for _ in range(5):
            await client.add_rule(rule(note="x" * 1000))
        monkeypatch.setattr(wire, "LIMIT", 4000)
        with pytest.raises(SnetError, match="ask for less"):
            await client.rules()
        with pytest.raises(SnetError, match="ask for less"):
            await client.add_rule(rule(note="x" * 5000))
        assert len((await client.rules(limit=1)).rows) == 1


async def test_second_engine_goes_on_without_being_offered(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with both(tmp_path) as (engine, client, _source):
        async with offered(engine, tmp_path) as there:
            assert not there
        assert "another snet of yours runs already" in caplog.text
        assert (await client.status()).rules == 0


async def test_folder_that_cannot_be_made_is_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "run" / "snet").write_text("in the way")
    made = shared(lambda: standalone(RecordingSource(), directory=tmp_path / "data"), tmp_path)
    async with made() as backend:
        assert (await backend.status()).rules == 0
    assert "can't reach this engine" in caplog.text


def test_each_directory_has_a_socket_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "data")
    usual, data = offer_path(), offer_path(tmp_path / "data")
    assert usual.name == "backend"
    assert len({usual, data, offer_path(tmp_path)}) == 3
    assert offer_path(tmp_path / "link") == data
    monkeypatch.setenv("SNET_DATA_DIR", str(tmp_path / "data"))
    assert offer_path() == data
