# SPDX-License-Identifier: GPL-2.0-or-later
"""Programs as a person knows them: name and icon, from desktop entries.

A desktop entry is a file that anybody can write for themselves. So an entry of
the system may name a program of the system; an entry in the person's own
directories names only the very file that it starts, and only one that does not
belong to the system; it can't take a name or an icon that the system's entries
have. And the prompt always shows the path as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from snetgui.gui import words
from snetgui.model import Event, Facts
from snetgui.model.text import shown

from .desktop_entry import Entry

_SYSTEM = (
    "/usr/",
    "/opt/",
    "/bin/",
    "/sbin/",
    "/lib/",
    "/snap/",
    "/var/lib/flatpak/",
    "/nix/",
    "/gnu/",
)
# Folders that many programs share: being in the same one says nothing.
_SHARED = re.compile(
    r"(/usr(/local)?)?/(s?bin|lib(64|exec)?|games)|/usr/lib/[^/]*-linux-[^/]*|/opt"
)
_NAME_MOST = 48
_TILE = 128
_KNOWN_MOST = 1000
_HUES = (205, 265, 150, 330, 185, 230, 290, 170)


@dataclass(frozen=True, slots=True)
class App:
    """How a program is called on the screen.

    Attributes:
        name: safe to show.
    """

    name: str
    icon: QIcon = field(compare=False)


def is_system(path: str) -> bool:
    """Whether only root (or a package) puts files there."""
    return path.startswith(_SYSTEM)


def tile(name: str) -> QIcon:
    """A generic icon: the name's first letter on a coloured tile."""
    letter = next((char for char in name if char.isalnum()), "?").upper()
    pixmap = QPixmap(_TILE, _TILE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromHsv(_HUES[sum(map(ord, name)) % len(_HUES)], 130, 150))
    painter.drawRoundedRect(QRectF(4, 4, _TILE - 8, _TILE - 8), 26, 26)
    font = QFont()
    font.setPixelSize(_TILE // 2)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(pixmap.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return QIcon(pixmap)


class Apps:
    """Names and icons of programs by their path, once their entries were read."""

    def __init__(self) -> None:
        self._by_path: dict[str, Entry] = {}
        self._by_name: dict[str, Entry] = {}
        self._by_folder: dict[str, Entry] = {}
        self._taken: set[str] = set()
        self._by_id: dict[str, Entry] = {}
        self._known: dict[tuple[str, str | None], App] = {}

    def take(self, entries: Sequence[Entry]) -> None:
        """Use these entries from now on."""
        self._known.clear()
        system = [entry for entry in entries if entry.system]
        names = {entry.name.casefold() for entry in system}
        self._taken = {entry.icon for entry in system}
        own = [
            entry
            for entry in entries
            if not (entry.system or is_system(entry.program) or entry.name.casefold() in names)
        ]
        self._by_path = _unambiguous([*system, *own], lambda entry: entry.program)
        self._by_name = _unambiguous(system, lambda entry: Path(entry.program).name)
        private = [entry for entry in system if not _SHARED.fullmatch(_folder(entry.program))]
        self._by_folder = _unambiguous(private, lambda entry: _folder(entry.program))
        self._by_id = _unambiguous(system, lambda entry: entry.id)

    def of(self, event: Event, facts: Facts) -> App:
        """The program behind an event."""
        key = (event.process.exe, facts.application)
        app = self._known.get(key)
        if app is None:
            if len(self._known) >= _KNOWN_MOST:
                self._known.clear()
            app = self._known[key] = self._make(event, facts)
        return app

    def at(self, exe: str, application: str | None = None) -> App:
        """The program that has this path."""
        key = (exe, application)
        app = self._known.get(key)
        if app is None:
            if len(self._known) >= _KNOWN_MOST:
                self._known.clear()
            entry = self._find(exe, application)
            name = shown(entry.name if entry else exe.rsplit("/", 1)[-1], _NAME_MOST)
            app = self._known[key] = App(name, self._icon(entry, name) if entry else tile(name))
        return app

    def _make(self, event: Event, facts: Facts) -> App:
        entry = self._find(event.process.exe, facts.application)
        if entry is None:
            name = words.program_name(event)
            return App(name, tile(name))
        name = shown(entry.name, _NAME_MOST)
        return App(name, self._icon(entry, name))

    def _icon(self, entry: Entry, name: str) -> QIcon:
        if entry.icon.startswith("/"):
            # Reading an image that anybody can write is a risk that a name is not worth.
            icon = QIcon(entry.icon) if entry.system and is_system(entry.icon) else QIcon()
        elif entry.system or entry.icon not in self._taken:
            icon = QIcon.fromTheme(entry.icon)
        else:
            icon = QIcon()
        return icon if not icon.isNull() and icon.availableSizes() else tile(name)

    def _find(self, exe: str, application: str | None) -> Entry | None:
        if application is not None and (named := self._by_id.get(application)):
            return named
        if found := self._by_path.get(exe):
            return found
        if not is_system(exe):
            return None
        name = Path(exe).name
        named = self._by_name.get(name) or self._by_name.get(name.removesuffix("-bin"))
        # What an entry starts is often a script beside the program.
        return named or self._by_folder.get(_folder(exe))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _unambiguous(entries: Sequence[Entry], key: Callable[[Entry], str]) -> dict[str, Entry]:
    """Entries by a key, without those keys that entries of several names share."""
    found: dict[str, Entry] = {}
    shared: set[str] = set()
    for entry in entries:
        first = found.setdefault(key(entry), entry)
        if first.name != entry.name and first.system == entry.system:
            shared.add(key(entry))
    return {text: entry for text, entry in found.items() if text not in shared}
