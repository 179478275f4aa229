# SPDX-License-Identifier: GPL-2.0-or-later
"""How a command ends when snet can't do it: one line, and an exit code for scripts."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from enum import IntEnum
from typing import IO, Any, Final

import click

from snetgui.model.errors import SnetError, SourceBusy, SourceMissing, SourcePermission

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What writing fails with where a disk is full or broken."""


class Exit(IntEnum):
    """The exit codes of `snet`. 2 is click's own for wrong usage."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NO_MODULE = 3
    NOT_PERMITTED = 4
    BUSY = 5


def exit_code(problem: SnetError) -> Exit:
    """Which exit code a failure has."""
    match problem:
        case SourceMissing():
            return Exit.NO_MODULE
        case SourcePermission():
            return Exit.NOT_PERMITTED
        case SourceBusy():
            return Exit.BUSY
        case _:
            return Exit.FAILED


class Failure(click.ClickException):
    """One of snet's own exceptions, as click wants it."""

    def __init__(self, problem: SnetError) -> None:
        super().__init__(str(problem))
        self._problem: Final = problem

    @property
    def exit_code(self) -> int:  # type: ignore[override]  # click has it on the class
        """What the process exits with."""
        return exit_code(self._problem)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the one line, on standard error."""
        click.echo(f"snet: {self.format_message()}", file=file, err=file is None)


class Unwritten(click.ClickException):
    """There is no room for what a command says, or for a file that it needs."""

    exit_code = Exit.FAILED

    def __init__(self, fault: OSError) -> None:
        super().__init__(f"what it says can't be written: {fault.strerror}")

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the one line, and let go of what can't be written: Python would try again."""
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        click.echo(f"snet: {self.format_message()}", file=file, err=file is None)
