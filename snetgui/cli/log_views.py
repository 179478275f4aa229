# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts of decisions: by program, by destination, over time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count, islice, takewhile
from typing import Any, Final

import click
from rich.console import Console
from rich.text import Text

from snetgui.model import Action, Slot, Step, Total
from snetgui.model.days import day_begins
from snetgui.model.text import shown
from snetgui.store.export import csv_line

from .log_output import STYLES

BAR: Final = 30
_ALLOWED, _DENIED = "█", "▒"  # told apart without colour
_EIGHTHS: Final = " ▏▎▍▌▋▊▉"
_FORMS: Final = {Step.MINUTE: "%Y-%m-%d %H:%M", Step.HOUR: "%Y-%m-%d %H:%M", Step.DAY: "%Y-%m-%d"}


def totals_json(totals: Iterable[Total]) -> Iterable[str]:
    """One object a line: {"kind": "total", "name", "allowed", "denied"}."""
    for total in totals:
        yield _json("total", name=total.name, allowed=total.allowed, denied=total.denied)


def totals_csv(totals: Iterable[Total]) -> Iterable[str]:
    """The same as a table."""
    yield csv_line(("name", "allowed", "denied"))
    for total in totals:
        yield csv_line((total.name, total.allowed, total.denied))


def slots_json(slots: Iterable[Slot]) -> Iterable[str]:
    """One object a line: {"kind": "slot", "time": its beginning, "allowed", "denied"}."""
    for slot in slots:
        yield _json("slot", time=_time(slot.start), allowed=slot.allowed, denied=slot.denied)


def slots_csv(slots: Iterable[Slot]) -> Iterable[str]:
    """The same as a table."""
    yield csv_line(("time", "allowed", "denied"))
    for slot in slots:
        yield csv_line((_time(slot.start), slot.allowed, slot.denied))


def print_totals(totals: Sequence[Total], head: str) -> None:
    """A line with a bar for each."""
    rows = [(shown(t.name, 200) or "(none)", t.allowed, t.denied) for t in totals]
    _print_bars(head, rows, name_last=True)


def print_slots(slots: Sequence[Slot], step: Step) -> None:
    """A line with a bar for each, oldest first."""
    rows = [(f"{s.start.astimezone():{_FORMS[step]}}", s.allowed, s.denied) for s in slots]
    _print_bars(step.name.lower(), rows, name_last=False)


def whole(slots: Sequence[Slot], step: Step, most: int | None) -> list[Slot]:
    """The newest of them, with the steps in between in which nothing was decided.

    Args:
        most: None leaves them as they are: there may be years between two.
    """
    if most is None or not slots:
        return list(slots)
    known = {slot.start: slot for slot in slots}
    starts = islice(_back_from(slots[-1].start, step), most)
    found = [
        known.get(start) or Slot(start, 0, 0)
        for start in takewhile(lambda start: start >= slots[0].start, starts)
    ]
    return found[::-1]


def _back_from(last: datetime, step: Step) -> Iterator[datetime]:
    """The starts of this step and of those before; days are local ones."""
    if step is Step.DAY:
        newest = last.astimezone().date().toordinal()
        return (day_begins(newest - back) for back in count())
    return (last - timedelta(seconds=step.value) * back for back in count())


def bar(allowed: int, denied: int, most: int, width: int = BAR) -> tuple[str, str]:
    """The two parts of a bar, together at most width long; what is not nothing shows."""
    if not most:
        return "", ""
    shaded = max(round(denied * width / most), int(denied > 0))
    eighths = max(round(allowed * width * 8 / most), int(allowed > 0))
    full, rest = divmod(min(eighths, (width - shaded) * 8), 8)
    return _ALLOWED * full + _EIGHTHS[rest].strip(), _DENIED * shaded


def _print_bars(head: str, rows: Sequence[tuple[str, int, int]], *, name_last: bool) -> None:
    most = max((allowed + denied for _, allowed, denied in rows), default=0)
    console = Console(markup=False, highlight=False, emoji=False)
    numbers = f"{'allowed':>10} {'denied':>10}"
    lines = [Text(f"{numbers}  {head}" if name_last else f"{head:<16} {numbers}", "bold")]
    for name, allowed, denied in rows:
        counts = f"{allowed:>10} {denied:>10}"
        full, shaded = bar(allowed, denied, most)
        drawn = Text.assemble((full, STYLES[Action.ALLOW]), (shaded, STYLES[Action.DENY]))
        drawn.append(" " * (BAR + 1 - len(drawn)) if name_last else "")
        before = f"{counts}  " if name_last else f"{name:<16} {counts}  "
        lines.append(Text.assemble(before, drawn, name if name_last else ""))
    for line in lines:
        _echo(console, line)


def _echo(console: Console, line: Text) -> None:
    line.rstrip()
    if sys.stdout.isatty():
        console.print(line, soft_wrap=True)
    else:
        click.echo(line.plain)


def _time(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds")


def _json(kind: str, **fields: Any) -> str:
    return json.dumps({"kind": kind} | fields) + "\n"
