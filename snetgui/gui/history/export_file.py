# SPDX-License-Identifier: GPL-2.0-or-later
"""The file that the history is exported to: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from snetgui.gui.words import translate
from snetgui.model import Recorded
from snetgui.store.export import FIELDS, csv_line, csv_row, json_line


class Kind(StrEnum):
    """What can be written; store.export says what is in it."""

    CSV = "csv"
    JSON = "json"


class ExportFile:
    """Written beside its place under another name, and put there when it is complete.

    For one thread at a time; may block. Each method but abandon() raises OSError.
    """

    def __init__(self, path: Path, kind: Kind) -> None:
        self._path = Path(os.path.realpath(path))  # a link stays a link
        self._kind = kind
        if self._path.exists() and not self._path.is_file():
            raise OSError(errno.EINVAL, translate("History", "it is no file"))
        # Who talks to whom is nobody else's business: mkstemp() gives the owner alone a right.
        handle, name = tempfile.mkstemp(
            prefix=f".{self._path.name[:40]}.", suffix=".part", dir=self._path.parent
        )
        self._part = Path(name)
        self._file = os.fdopen(handle, "w", encoding="utf-8", newline="")
        self._empty = True

    def write(self, records: Sequence[Recorded]) -> None:
        """Add decisions at the end."""
        self._file.write("".join(self._lines(records)))
        # What can't be written shall be known now, and not when all is done.
        self._file.flush()

    def finish(self) -> None:
        """Make it whole, and put it in its place."""
        if self._kind is Kind.JSON:
            self._file.write("[]\n" if self._empty else "\n]\n")
        elif self._empty:
            self._file.write(csv_line(FIELDS))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._path)

    def abandon(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(OSError):  # what it still had can't be written, and need not be
            self._file.close()
        self._part.unlink(missing_ok=True)

    def _lines(self, records: Sequence[Recorded]) -> Iterable[str]:
        for record in records:
            first, self._empty = self._empty, False
            if self._kind is Kind.CSV:
                if first:
                    yield csv_line(FIELDS)
                yield csv_row(record.id, record.decision)
            else:  # one array, and yet a line for each, for those who look for words
                yield "[\n" if first else ",\n"
                yield json_line(record.id, record.decision).rstrip("\n")


def kind_of(path: Path, chosen: Kind) -> Kind:
    """What a name's ending asks for; `chosen` where it says nothing."""
    ending = path.suffix.lower().removeprefix(".")
    return Kind(ending) if ending in {kind.value for kind in Kind} else chosen
