# SPDX-License-Identifier: GPL-2.0-or-later
"""Small text files that are there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_MOST_BYTES = 64 * 1024


def config_home(environ: Mapping[str, str]) -> Path:
    """Where a person's settings belong (XDG Base Directory Specification 0.8)."""
    told = environ.get("XDG_CONFIG_HOME", "")
    return Path(told) if told.startswith("/") else Path.home() / ".config"


def read_text(path: Path) -> str:
    """What the file says, "" where it can't be read; what is no UTF-8 in it is replaced."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode(errors="replace")
    except OSError:
        return ""


def write_whole(path: Path, text: str) -> None:
    """Replace the file, or leave it exactly as it was. A link stays a link.

    Raises:
        OSError
    """
    target = path.resolve()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
