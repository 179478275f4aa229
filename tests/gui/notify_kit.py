# SPDX-License-Identifier: GPL-2.0-or-later
"""A notification server in a process of its own, for tests of what it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from .xsession import XSession

_NAME = "org.freedesktop.Notifications"


class PlainServer:
    """plain_notifier.py in a session: what it was told, and what a person does there."""

    def __init__(self, session: XSession, out: Path, *capabilities: str) -> None:
        self._session = session
        self._out = out
        self._before = 0
        out.touch()
        program = str(Path(__file__).with_name("plain_notifier.py"))
        self.process: subprocess.Popen[bytes] = session.start(
            sys.executable, program, str(out), *capabilities
        )

    def forget(self) -> None:
        """What was told until now belongs to another test."""
        self._before += len(self.told)

    @property
    def told(self) -> list[dict[str, Any]]:
        """Each call, in order."""
        lines = self._out.read_text().splitlines()[self._before :]
        return [json.loads(line) for line in lines]

    @property
    def shown(self) -> list[dict[str, Any]]:
        """The notes that are on its screen, as they were last told."""
        notes: dict[int, dict[str, Any]] = {}
        for call in self.told:
            if call["call"] == "Notify":
                notes[call["number"]] = call
            else:
                notes.pop(call["number"], None)
        return list(notes.values())

    def press(self, number: int, action: str) -> None:
        """What a person does to a note."""
        where = (f"--dest={_NAME}", "/" + _NAME.replace(".", "/"), f"{_NAME}.Press")
        pressed = (f"uint32:{number}", f"string:{action}")
        self._session.run("dbus-send", "--print-reply", *where, *pressed)

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()
