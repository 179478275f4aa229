# SPDX-License-Identifier: GPL-2.0-or-later
"""How a guest tells that its work ended, and how.

The guest writes one file as the very last thing it does.  The file holds a
random number that only this run knows, so that neither a panic, nor a hang,
nor a file of an earlier run can look like an end.
"""

import secrets
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Channel:
    """The folder that a run shares with its guest."""

    folder: Path
    nonce: str = field(default_factory=lambda: secrets.token_hex(16))

    @property
    def console(self) -> Path:
        """The kernel's messages as they came over the serial line."""
        return self.folder / "console.log"

    @property
    def dmesg(self) -> Path:
        """The kernel's messages as the guest read them at its end."""
        return self.folder / "dmesg.log"

    @property
    def pidfile(self) -> Path:
        """The process id of QEMU while it runs."""
        return self.folder / "qemu.pid"

    @property
    def module(self) -> Path:
        """The module under test."""
        return self.folder / "snet.ko"

    @property
    def report(self) -> Path:
        """What pytest in the guest writes."""
        return self.folder / "junit.xml"

    def exit_code(self) -> int | None:
        """Return the exit code that the guest told, or None if it told nothing."""
        try:
            nonce, code = (self.folder / "result").read_text().split()
            return int(code) if nonce == self.nonce else None
        except (OSError, ValueError):
            return None
