# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields of an event that is made up."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, pyqtSignal
from PyQt6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from snetgui.gui.history.texts import syscall_text
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.rules.field_row import FieldRow
from snetgui.gui.rules.field_texts import titles as field_titles
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import NOTHING_KNOWN, Event, Facts, Syscall

from .event_fields import MORE, NAMES, NO_EVENT, PROTOCOLS, USUAL, Made, make, texts_of


class EventForm(QWidget):
    """Texts that tell an event; what they can't tell stays as in the event shown before.

    What few rules ask about is behind a switch.

    Signals:
        changed: some text is another one.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event, self._facts = NO_EVENT, NOTHING_KNOWN
        self._filling = False
        self.rows = {
            name: FieldRow(
                _titles()[name],
                hint=_HINTS.get(name, ""),
                choices=_choices(name),
                free=False,
            )
            for name in NAMES
        }
        self.more = QCheckBox(translate("TestRule", "&More of the call"))
        show_edges(self.more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, em(self, 0.3), 0)
        # In the order of the screen: the Tab key goes from one to the next as they come in.
        whole.addWidget(self._page(USUAL))
        whole.addWidget(self.more)
        behind = self._page(MORE)
        whole.addWidget(behind)
        whole.addStretch(1)
        behind.hide()
        self.more.toggled.connect(behind.setVisible)
        for row in self.rows.values():
            row.changed.connect(self._told)
        self.show_event(NO_EVENT, NOTHING_KNOWN)

    def show_event(self, event: Event, facts: Facts) -> None:
        """Begin with this event."""
        self._event, self._facts = event, facts
        self._filling = True
        for name, text in texts_of(event, facts).items():
            self.rows[name].set_text(text)
        self._filling = False
        self._told()

    def read(self) -> Made:
        """The event as it is told now; each problem is shown at its field."""
        texts = {name: row.text for name, row in self.rows.items()}
        made = make(texts, self._event, self._facts)
        for name, row in self.rows.items():
            row.show_problem(made.problems.get(name, ""))
        if set(MORE) & set(made.problems):
            self.more.setChecked(True)
        return made

    def uncover(self) -> None:
        """Show what is behind the switch if it tells something."""
        self.more.setChecked(any(self.rows[name].text for name in MORE))

    def changeEvent(self, event: QEvent | None) -> None:
        """Follow the desktop from light to dark and back."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.ApplicationPaletteChange:
            show_edges(self.more)

    def _page(self, names: Sequence[str]) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        width = max(row.label.sizeHint().width() for row in self.rows.values())
        for row in (self.rows[name] for name in names):
            row.label.setMinimumWidth(width)
            form.addRow(row.label, row)
        return page

    def _told(self) -> None:
        if not self._filling:
            self.changed.emit()


_HINTS = {
    "exe": "/usr/bin/curl",
    "remote": "192.0.2.1 · 2001:db8::1 · unix:/run/x",
    "remote_port": "443",
    "host": "www.example.com",
    "local": "127.0.0.1",
    "local_port": "8080",
    "user": "1000",
    "group": "1000",
    "command": "python3 -m http.server",
    "ancestor": "/usr/bin/bash",
    "unit": "apt-daily.service",
    "netns": "4026531840",
    "application": "org.mozilla.firefox",
    "package": "curl",
    "interface": "wlan0",
}
_AS_IN_RULES = {"group": "groups"} | {name: name for name in MORE if name != "group"}


def _titles() -> dict[str, str]:
    as_in_rules = field_titles()
    return {name: as_in_rules[field] for name, field in _AS_IN_RULES.items()} | {
        "exe": translate("TestRule", "Program"),
        "syscall": translate("TestRule", "Wants to"),
        "protocol": translate("TestRule", "Protocol"),
        "remote": translate("TestRule", "Remote address"),
        "remote_port": translate("TestRule", "Remote port"),
        "host": translate("TestRule", "Remote host"),
        "local": translate("TestRule", "Local address"),
        "local_port": translate("TestRule", "Local port"),
        "user": translate("TestRule", "User"),
    }


def _choices(name: str) -> Sequence[tuple[str, str]]:
    if name == "syscall":
        return [(syscall_text(syscall), syscall.value) for syscall in Syscall]
    if name == "protocol":
        return [*((kind, kind) for kind in PROTOCOLS), (translate("TestRule", "other"), "")]
    return ()
