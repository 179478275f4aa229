# SPDX-License-Identifier: GPL-2.0-or-later
"""A line to type a filter's value into: a program, a destination, a port, a user."""

from __future__ import annotations

import pwd
import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address as parse_ip
from typing import Any

from PyQt6.QtCore import QStringListModel, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from snetgui.gui.prompt.labels import plain_label
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model.text import shown

from .filter_texts import kind_title
from .wanted import Kind

_TEXT_MOST = 4200  # a path has 4096 bytes
_PORT_MOST = 65_535
_UID_MOST = 0xFFFF_FFFF
_OFFERED_MOST = 200

Offers = Callable[[Kind], Sequence[tuple[str, str]]]


class Unreadable(ValueError):
    """The text says nothing sensible; the message says what would."""


class FilterEntry(QWidget):
    """Enter takes what is typed or chosen; leave() leaves all as it was.

    Signals:
        taken: a Kind, and its value.
        left: nothing was taken.
    """

    taken = pyqtSignal(object, object)
    left = pyqtSignal()

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        """`offers`: (shown, value) of what could be meant."""
        super().__init__(parent)
        self._offers = offers
        self._kind = Kind.PROGRAM
        self._values: dict[str, str] = {}
        self._label = QLabel()
        self.line = QLineEdit()
        self.line.setMaxLength(_TEXT_MOST)
        self.line.setMinimumWidth(em(self, 16))
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        show_edges(self.line)
        self._take = QPushButton(translate("History", "Set"))
        self._take.setAutoDefault(False)
        self._problem = plain_label(wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.35))
        for part in (self._label, self.line, self._take, self._problem):
            row.addWidget(part)
        self.line.textEdited.connect(lambda _text: self._say(""))
        self._take.clicked.connect(self.take)
        self.hide()

    def begin(self, kind: Kind) -> None:
        """Ask for this filter's value."""
        self._kind = kind
        offered = self._offers(kind)[:_OFFERED_MOST]
        self._values = dict(offered)
        self._words.setStringList([text for text, _value in offered])
        title = kind_title(kind)
        self._label.setText(translate("History", "{filter}:").format(filter=title))
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(_hint(kind))
        self.line.clear()
        self._say("")
        self.show()
        self.line.setFocus()

    def take(self) -> None:
        """Hand over what is typed, or say what is wrong with it."""
        text = self.line.text().strip()
        if not text:
            self.leave()
            return
        try:
            value = read_value(self._kind, self._values.get(text, text), self._values)
        except Unreadable as fault:
            self._say(str(fault))
            return
        self.hide()
        self.taken.emit(self._kind, value)

    def leave(self) -> None:
        """Never mind."""
        self.hide()
        self.left.emit()

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter takes it; Escape is the window's, which knows what else is open."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _say(self, problem: str) -> None:
        self._problem.setText(translate("History", "▲ {problem}").format(problem=problem))
        self._problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)
        self.updateGeometry()
        self.adjustSize()


def read_value(kind: Kind, text: str, offered: dict[str, str]) -> Any:
    """What a text means as a value of this filter. Raises Unreadable."""
    match kind:
        case Kind.PORT:
            return _port(text)
        case Kind.USER:
            return _uid(text)
        case Kind.PROGRAM:
            return _program(text, offered)
        case _:
            return _destination(text)


def _program(text: str, offered: dict[str, str]) -> str:
    if text.startswith("/"):
        return text
    found = {path for said, path in offered.items() if text.lower() in said.lower()}
    if len(found) == 1:
        return found.pop()
    raise Unreadable(translate("History", "write the whole path, or choose from the list"))


def _destination(text: str) -> str:
    """An address as the history writes it, a socket's path as it is, a host's name in small."""
    try:
        return str(parse_ip(text.strip("[]")))
    except ValueError:
        return text if text.startswith(("/", "@")) else text.lower().rstrip(".")


def _port(text: str) -> int:
    if text.isascii() and text.isdigit():
        if len(text) <= 5 and int(text) <= _PORT_MOST:
            return int(text)
        message = translate("History", "{text} is above 65535")
        raise Unreadable(message.format(text=shown(text, 20)))
    try:
        return socket.getservbyname(text.lower())
    except (OSError, UnicodeError, ValueError):
        message = translate("History", "{text} is no port and no service")
        raise Unreadable(message.format(text=shown(text, 20))) from None


def _uid(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= _UID_MOST:
        return int(text)
    try:
        return pwd.getpwnam(text).pw_uid
    except (KeyError, ValueError):
        message = translate("History", "no user is called {text}")
        raise Unreadable(message.format(text=shown(text, 20))) from None


def _hint(kind: Kind) -> str:
    return {
        Kind.PROGRAM: translate("History", "Path or name"),
        Kind.DESTINATION: translate("History", "Host, address or socket"),
        Kind.PORT: translate("History", "443 or https"),
        Kind.USER: translate("History", "Name or number"),
    }[kind]
