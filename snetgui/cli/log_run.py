# SPDX-License-Identifier: GPL-2.0-or-later
"""What `snet log` does with a query: print, count, plot or follow what it finds."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import stat
import sys
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from snetgui.engine.backend import Backend
from snetgui.model import HistoryQuery, Slot, Step, TotalBy
from snetgui.model.days import daily

from . import log_views as views
from .log_follow import Follower
from .log_output import CsvPrinter, JsonPrinter, LinePrinter, Printer
from .log_session import files, newest_first, oldest_first
from .rules_session import backend_of, run, say, say_all

STEPS: Final = {"minute": Step.MINUTE, "hour": Step.HOUR, "day": Step.DAY}
_LINES: Final = 50
_LINES_BEFORE: Final = 10  # before those that are followed
_TOTALS: Final = 20
_SLOTS: Final = 48
_NO_BOUND: Final = 1 << 31


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for, beside the query.

    Attributes:
        lines: "all", or at most that many; None is the usual number.
        form: "json", "csv" or "" for people.
    """

    directory: Path | None
    lines: int | str | None
    form: str
    reverse: bool

    def most(self, usual: int) -> int | None:
        """How many at most; scripts get all unless they say."""
        if self.lines is None:
            return None if self.form else usual
        return None if self.lines == "all" else int(self.lines)

    def printer(self) -> Printer:
        """What writes decisions in this form."""
        if self.form == "json":
            return JsonPrinter()
        return CsvPrinter() if self.form == "csv" else LinePrinter()


def print_past(options: Options, query: HistoryQuery) -> None:
    """Print what was decided until now."""
    run(options.directory, lambda backend: _past(backend, options, query), files=files)


async def _past(backend: Backend, options: Options, query: HistoryQuery) -> None:
    most, printer, printed = options.most(_LINES), options.printer(), 0
    read = newest_first if options.reverse else oldest_first
    async for rows in read(backend, query, most):
        printer.print((row.id, row.decision) for row in rows)
        printed += len(rows)
    if options.form == "csv":
        printer.begin()
    if not printed and most != 0:
        await _say_nothing(backend)
    elif printed == most and (all_of_them := await backend.count(query)) > printed:
        say(f"the newest {printed} of {all_of_them:,}; -n all shows them all")


async def _say_nothing(backend: Backend) -> None:
    there = (await backend.decisions(limit=1)).rows
    say("nothing in the history matches" if there else "the history is empty")


def print_totals(options: Options, query: HistoryQuery, by: TotalBy) -> None:
    """Print the largest programs or destinations."""
    most = options.most(_TOTALS)

    async def work(backend: Backend) -> None:
        rows = list(await backend.totals(query, by, limit=_NO_BOUND if most is None else most))
        rows = rows[::-1] if options.reverse else rows
        if options.form:
            _print_all(
                views.totals_json(rows) if options.form == "json" else views.totals_csv(rows)
            )
        elif rows:
            views.print_totals(rows, by.value)
        else:
            await _say_nothing(backend)

    run(options.directory, work, files=files)


def _print_all(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, nl=False)


def print_plot(options: Options, query: HistoryQuery, step: Step) -> None:
    """Print how many were decided in each step."""

    async def work(backend: Backend) -> None:
        rows = views.whole(await _counted(backend, query, step), step, options.most(_SLOTS))
        rows = rows[::-1] if options.reverse else rows
        if options.form:
            _print_all((views.slots_json if options.form == "json" else views.slots_csv)(rows))
        elif rows:
            views.print_slots(rows, step)
        else:
            await _say_nothing(backend)

    run(options.directory, work, files=files)


async def _counted(backend: Backend, query: HistoryQuery, step: Step) -> tuple[Slot, ...]:
    """The history's days are UTC's: those of the person's clock are made of hours."""
    if step is not Step.DAY:
        return await backend.timeline(query, step)
    return daily(await backend.timeline(query, Step.HOUR), Step.HOUR)


def start_following(options: Options, query: HistoryQuery) -> None:
    """Print the newest and go on, until a signal comes or nobody reads any more."""
    logging.basicConfig(level=logging.WARNING, format="snet: %(message)s")
    asyncio.run(_until_stopped(_follow(options, query)))


async def _follow(options: Options, query: HistoryQuery) -> None:
    """Until cancelled."""
    printer = options.printer()
    async with backend_of(options.directory, files) as (backend, running):
        newest = (await backend.decisions(limit=1)).rows
        last = newest[0].id if newest else 0
        most = _LINES_BEFORE if options.lines is None else options.most(_LINES_BEFORE)
        async for rows in oldest_first(backend, query, most):
            printer.print((row.id, row.decision) for row in rows if row.id <= last)
        printer.begin()
        follower = Follower(query, printer.print, last)
        if running:
            await follower.follow(backend)
        else:
            say_all((await backend.status()).warnings)
            say("no snet of yours is running. Waiting for one")
    while True:
        await follower.follow_next(options.directory)


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Until SIGINT or SIGTERM, or until nobody reads what is printed."""
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work)
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(OSError, ValueError):  # it is no file at all
        if stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode):
            loop.add_reader(sys.stdout.fileno(), task.cancel)  # the reader's end was closed
    with suppress(asyncio.CancelledError):
        await task
