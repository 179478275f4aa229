# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings over the engine: kept until something changes, and never of a set that changes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from snetgui.engine.engine import Engine
from snetgui.engine.tidying import may_exist
from snetgui.model import Birth
from snetgui.rules.hygiene import Finding, Kind

from .people import rule
from .world import WALL, world

OLD = Birth(WALL - timedelta(days=60), "boot-1", 1.0)


async def found(engine: Engine) -> tuple[Finding, ...]:
    return (await engine.findings()).rows


async def test_findings_follow_the_rules() -> None:
    async with world() as here:
        first = await here.engine.add_rule(rule("/bin/sh"))
        assert await found(here.engine) == ()
        twin = await here.engine.add_rule(rule("/bin/sh"))
        (finding,) = await found(here.engine)
        assert (finding.rule_id, finding.because) == (first.id, twin.id)
        assert finding.kind is Kind.DUPLICATE
        assert await found(here.engine) == (finding,)
        await here.engine.set_enabled([twin.id], enabled=False)
        assert await found(here.engine) == ()


async def test_unused_rule_that_is_used_is_no_finding_any_more() -> None:
    async with world() as here:
        await here.engine.add_rule(rule("/bin/sh", birth=OLD))
        (finding,) = await found(here.engine)
        assert finding.kind is Kind.UNUSED
        here.raise_(1, exe="/bin/sh")
        await here.settle()
        assert 1 in here.decided
        assert await found(here.engine) == ()


async def test_pages_are_by_rule() -> None:
    async with world() as here:
        await here.engine.add_rules([rule(f"/nowhere/{n}") for n in range(5)])
        page = await here.engine.findings(offset=1, limit=2)
        assert [finding.rule_id for finding in page.rows] == [2, 3]
        assert page.total == 5


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/bin/sh", True),
        ("/nowhere/at/all", False),
        ("/bin/sh/below-a-file", False),
        ("/app/bin/sandboxed", True),
        ("/" + "x" * 5000, True),  # can't be told
        ("/a\0b", True),
        ("/\udcff\n", False),
    ],
)
def test_what_may_exist(path: str, there: bool) -> None:
    assert may_exist(path) == there


def test_link_that_leads_nowhere_is_there(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert may_exist(str(tmp_path / "link"))
