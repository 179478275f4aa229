# SPDX-License-Identifier: GPL-2.0-or-later
"""Starting at login: a desktop entry in the person's autostart folder.

After the Desktop Application Autostart Specification 0.5 and the Desktop Entry
Specification 1.5. The entry is the truth, whoever wrote it: the settings of
most desktops switch it too. One of the person's hides the system's of the same
name, so that switching off works where snet was installed for everybody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from snetgui.gui.desktop_entry import main_group

from .files import config_home, read_text, write_whole

NAME = "snet-gui.desktop"
# Exec: what makes quotes necessary, and what a backslash must stand before in them.
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
_BEHIND_BACKSLASH = '"`$\\'
# Any string value: characters that are written as an escape.
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Autostart:
    """Whether snet starts when the person logs in, and the switch for it.

    `command` is the program and its arguments.
    """

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self._command = tuple(command)
        self._ours = config_home(environ) / "autostart" / NAME
        told = environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._systems = [
            Path(folder) / "autostart" / NAME for folder in told.split(":") if folder[:1] == "/"
        ]

    @property
    def on(self) -> bool:
        """What the first of the entries says."""
        for path in (self._ours, *self._systems):
            if text := read_text(path):
                return _starts(text)
        return False

    def switch(self, on: bool) -> None:
        """Start at login, or not.

        Raises:
            OSError: it is as it was.
        """
        if on:
            write_whole(self._ours, _entry(self._command, hidden=False))
        elif any(read_text(path) for path in self._systems):
            write_whole(self._ours, _entry(self._command, hidden=True))
        else:
            self._ours.unlink(missing_ok=True)


def exec_line(command: Sequence[str]) -> str:
    """A command as the value of the key Exec."""
    quoted = " ".join(_quoted(word) for word in command)
    return "".join(_ESCAPES.get(char, char) for char in quoted)


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if word and not _RESERVED.intersection(word):
        return word
    return '"' + "".join(f"\\{char}" if char in _BEHIND_BACKSLASH else char for char in word) + '"'


def _entry(command: Sequence[str], *, hidden: bool) -> str:
    starts, hides = ("false", "true") if hidden else ("true", "false")
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=snet",
        "Comment=Asks before a program uses the network, and remembers the answer",
        f"Exec={exec_line(command)}",
        "Icon=snet",
        "Terminal=false",
        f"Hidden={hides}",
        f"X-GNOME-Autostart-enabled={starts}",  # what GNOME's own settings switch
    ]
    return "\n".join(lines) + "\n"


def _starts(text: str) -> bool:
    keys = main_group(text)
    return (
        bool(keys.get("Exec"))
        and keys.get("Hidden") != "true"
        and keys.get("X-GNOME-Autostart-enabled") != "false"
    )
