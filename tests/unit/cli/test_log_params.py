# SPDX-License-Identifier: GPL-2.0-or-later
"""What people type to find decisions."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import pytest

from snetgui.cli.log_params import (
    Destination,
    Lines,
    Moment,
    Port,
    ProgramPath,
    UserId,
    parse_moment,
)


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-07-15T10:30:40"),
        ("today", "2026-07-14T22:00"),
        ("yesterday", "2026-07-13T22:00"),
        ("03:04", "2026-07-15T01:04"),
        ("3:04:05", "2026-07-15T01:04:05"),
        ("90s", "2026-07-15T10:29:10"),
        ("15 min", "2026-07-15T10:15:40"),
        ("1h", "2026-07-15T09:30:40"),
        ("1h30m", "2026-07-15T09:00:40"),
        ("1d 2h ago", "2026-07-14T08:30:40"),
        ("1w", "2026-07-08T10:30:40"),
        ("2030-01-02", "2030-01-01T23:00"),
        ("2030-07-02 03:04", "2030-07-02T01:04"),
        ("2030-01-02T03:04:05", "2030-01-02T02:04:05"),
        ("2030-01-02T03:04Z", "2030-01-02T03:04"),
        ("2030-01-02T03:04+05:30", "2030-01-01T21:34"),
    ],
)
def test_moments(text: str, expected: str) -> None:
    now = datetime(2026, 7, 15, 10, 30, 40, tzinfo=UTC).astimezone()
    assert parse_moment(text, now) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_span_over_a_change_of_the_clock_is_as_long_as_it_says() -> None:
    now = datetime(2026, 3, 29, 2, tzinfo=UTC).astimezone()  # an hour after the change
    assert parse_moment("2h", now) == datetime(2026, 3, 29, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "1", "1y", "h", "-1h", "25:00", "3:4", "2030-13-01", "9" * 30 + "d", "1h\n2x",
     "٣h", "0001-01-01"],
)  # fmt: skip
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is no time: try"):
        Moment().convert(text, None, None)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Lines(), "all", "all"),
        (Lines(), "0", 0),
        (Port(), "443", 443),
        (Port(), "https", 443),
        (UserId(), "0", 0),
        (UserId(), "root", 0),
        (UserId(), "4294967295", 4294967295),
        (Destination(), "2001:DB8::0007", "2001:db8::7"),
        (Destination(), "[::1]", "::1"),
        (Destination(), "::ffff:192.0.2.1", "192.0.2.1"),
        (Destination(), "example.org", "example.org"),
        (Destination(), "/run/x", "/run/x"),
        (ProgramPath(), "/nowhere/x", "/nowhere/x"),
        (ProgramPath(), "", ""),
    ],
)
def test_values(kind: click.ParamType[Any], text: str, expected: object) -> None:
    assert kind.convert(text, None, None) == expected


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        (Lines(), "-1", "neither a number nor 'all'"),
        (Lines(), "1" * 5000, "neither a number nor 'all'"),
        (Port(), "65536", "above 65535"),
        (Port(), "9" * 5000, "above 65535"),
        (Port(), "no-such-service", "neither a number nor a service"),
        (UserId(), "nobody-of-that-name", "no user 'nobody-of-that-name'"),
        (UserId(), "4294967296", "no user"),
        (ProgramPath(), "no-such-program", "give its whole path"),
    ],
)
def test_what_is_refused(kind: click.ParamType[Any], text: str, says: str) -> None:
    with pytest.raises(click.BadParameter, match=says):
        kind.convert(text, None, None)


def test_program_by_name_is_the_file_that_is_executed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the kernel names it: what a link leads to."""
    target = tmp_path / "real"
    target.touch(mode=0o700)
    (tmp_path / "name").symlink_to(target)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ProgramPath().convert("name", None, None) == os.path.realpath(target)
