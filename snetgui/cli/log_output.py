# SPDX-License-Identifier: GPL-2.0-or-later
"""Decisions as lines: for people, as JSON, as CSV."""

from __future__ import annotations

import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Final

import click
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from snetgui.model import Action, Address, Decision, Reason, Syscall
from snetgui.model.names import family_name, protocol_name, service_name
from snetgui.model.text import shown
from snetgui.store.export import FIELDS, csv_line, csv_row, json_line

Row = tuple[int | None, Decision]
"""A decision and its number in the history, None where it has none yet."""

COLUMNS: Final = (
    ("      id", 8),
    ("time", 19),
    ("answer", 6),
    ("why", 10),
    ("program", 18),
    ("user", 9),
    ("call", 7),
)
_LAST: Final = "where"
_LEAST: Final = 20  # columns for the last one, however narrow the terminal
_LONGEST: Final = 300
STYLES: Final = {Action.ALLOW: "green", Action.DENY: "red"}


class Printer(ABC):
    """Writes decisions to standard output as they come."""

    def __init__(self) -> None:
        self._begun = False

    def print(self, rows: Iterable[Row]) -> None:
        """Write these, after the head where none was written yet."""
        self.begin()
        self._write("".join(map(self.line, rows)))

    def begin(self) -> None:
        """Write the head, once."""
        if not self._begun:
            self._begun = True
            self._write(self.head())

    @abstractmethod
    def head(self) -> str:
        """What comes before all."""

    @abstractmethod
    def line(self, row: Row) -> str:
        """One decision, its line's end included."""

    def _write(self, text: str) -> None:
        if text:
            click.echo(text, nl=False)


class JsonPrinter(Printer):
    """An object a line; output.py says what is in it."""

    def head(self) -> str:
        return ""

    def line(self, row: Row) -> str:
        return json_line(*row)


class CsvPrinter(Printer):
    """For spreadsheets (RFC 4180)."""

    def head(self) -> str:
        return csv_line(FIELDS)

    def line(self, row: Row) -> str:
        return csv_row(*row)


class LinePrinter(Printer):
    """For people: columns of the same widths at all times, colours on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._terminal = sys.stdout.isatty()
        self._console = Console(markup=False, highlight=False, emoji=False, soft_wrap=True)
        taken = sum(width + 1 for _, width in COLUMNS)
        columns = shutil.get_terminal_size().columns
        self._room = max(_LEAST, columns - taken) if self._terminal else _LONGEST

    def head(self) -> str:
        names = [*(_cell(name, width) for name, width in COLUMNS), _LAST]
        return self._coloured([(" ".join(names), "bold")])

    def line(self, row: Row) -> str:
        cells = [_cell(text, width) for text, (_, width) in zip(_cells(row), COLUMNS, strict=True)]
        where = shown(where_words(row[1]), self._room)
        style = STYLES[row[1].action]
        before, answer, after = " ".join(cells[:2]), cells[2], " ".join([*cells[3:], where])
        return self._coloured([(f"{before} ", ""), (answer, style), (f" {after}".rstrip(), "")])

    def _coloured(self, parts: list[tuple[str, str]]) -> str:
        if not self._terminal:
            return "".join(text for text, _ in parts) + "\n"
        with self._console.capture() as capture:
            self._console.print(Text.assemble(*parts))
        return capture.get()


def why_words(decision: Decision) -> str:
    """ "rule 12", "timeout", …"""
    if decision.reason is Reason.RULE and decision.rule_id is not None:
        return f"rule {decision.rule_id}"
    return decision.reason.value


def where_words(decision: Decision) -> str:
    """ "example.org at 203.0.113.7:443 (https tcp)"; "192.0.2.1:5000 to 0.0.0.0:22 (ssh tcp)".

    As the program gave it: to be shown().
    """
    event = decision.event
    peer, own = event.remote, event.local
    if event.syscall in {Syscall.LISTEN, Syscall.BIND, Syscall.CREATE}:
        peer, own = own, None
    if event.syscall not in {Syscall.ACCEPT, Syscall.RECVMSG}:
        own = None
    if peer is None and own is None:
        return family_name(event.family)
    host = next(iter(decision.facts.hosts or ()), "")
    texts = [f"{host} at {peer}" if host else str(peer)] if peer else []
    texts += [f"to {own}"] if own else []
    return " ".join([*texts, *_protocol_words(decision, own or peer)])


def _protocol_words(decision: Decision, address: Address | None) -> list[str]:
    """ "(https tcp)"; nothing for what has no ports."""
    if address is None or address.port is None:
        return []
    protocol = protocol_name(decision.event)
    service = service_name(address.port, protocol)
    return [f"({service} {protocol})" if service else f"({protocol})"]


def user_words(decision: Decision) -> str:
    """The login name, else the number."""
    return decision.facts.user or str(decision.event.process.uid)


def _cells(row: Row) -> tuple[str, ...]:
    number, decision = row
    process = decision.event.process
    return (
        f"{'' if number is None else number:>8}",
        f"{decision.when.astimezone():%Y-%m-%d %H:%M:%S}",
        decision.action.value,
        why_words(decision),
        process.exe.rpartition("/")[2] or process.exe or process.comm,
        user_words(decision),
        decision.event.syscall.value,
    )


def _cell(text: str, width: int) -> str:
    """So wide, cut in the middle; a number is never cut."""
    text = text if text.isdigit() else shown(text, width)
    return text if cell_len(text) >= width else set_cell_size(text, width)
