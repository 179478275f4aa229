# SPDX-License-Identifier: GPL-2.0-or-later
"""The history as JSON and CSV: exact for programs, harmless for people."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from snetgui.model import Decision, Facts, Recorded
from snetgui.store import export

from . import samples


def named(exe: str, **facts: Any) -> Recorded:
    decision = samples.a_decision(1)
    process = replace(decision.event.process, exe=exe)
    event = replace(decision.event, process=process)
    return Recorded(7, replace(decision, event=event, facts=Facts(**facts)))


def test_json_has_exact_values() -> None:
    (line,) = export.json_lines([named("/opt/\udcff\n", hosts=("example.org",))])
    assert line.isascii()
    assert line.endswith("}\n")
    values = json.loads(line)
    assert list(values) == ["kind", *export.FIELDS]
    assert (values["kind"], values["id"]) == ("decision", 7)
    assert values["time"] == "2026-03-04T12:30:16.123456+00:00"
    assert values["exe"] == "/opt/\udcff\n"
    assert values["hosts"] == ["example.org"]
    assert values["remote"] == {"family": 2, "ip": "192.0.2.1", "port": 443}
    assert (values["decision"], values["rule"], values["errno"]) == ("allow", 7, None)
    assert values["held_ms"] == 1.0
    assert values["user"] is None


def test_csv_begins_with_names_and_shows_what_hides() -> None:
    lines = list(export.csv_lines([named("/opt/\u202etxt.exe\n\udcff", command=("a b", "c"))]))
    assert len(lines) == 2
    names, cells = csv.reader(io.StringIO("".join(lines)))
    assert names == list(export.FIELDS)
    values = dict(zip(names, cells, strict=True))
    assert values["exe"] == "/opt/\\u202etxt.exe\\n\\xff"
    assert values["command"] == "'a b' c"
    assert values["sha256"] == ""
    assert values["remote"] == "192.0.2.1:443"
    assert values["errno"] == ""


def test_csv_of_nothing_is_its_names() -> None:
    assert list(export.csv_lines([])) == [",".join(export.FIELDS) + "\r\n"]


def test_csv_has_no_formula() -> None:
    for exe in ("=1+1", "+1", "-1", "@SUM(A1)"):
        _, cells = csv.reader(io.StringIO("".join(export.csv_lines([named(exe)]))))
        assert f"'{exe}" in cells


@settings(deadline=None)
@given(decision=samples.decisions)
def test_any_decision_is_one_line_of_each(decision: Decision) -> None:
    record = Recorded(1, decision)
    (line,) = export.json_lines([record])
    assert json.loads(line)["exe"] == (decision.event.process.exe or None)
    text = "".join(export.csv_lines([record]))
    assert len(list(csv.reader(io.StringIO(text)))) == 2
    assert text.encode()
