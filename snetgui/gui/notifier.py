# SPDX-License-Identifier: GPL-2.0-or-later
"""What is notified: that a question waits, that some were missed, that none can be asked.

A notification never answers a question, though it could have buttons for it.
The server draws it where and when it likes and may take its text for markup;
nothing there could keep "Asking people": no half second before an answer
counts, no promise that text does not change under the pointer. So it leads to
the prompt, or puts the questions off.
"""

from __future__ import annotations

from PyQt6.QtCore import QObject, pyqtSignal

from .notify_service import Note, NotifyService
from .words import translate

_QUESTION, _MISSED, _HERE, _LINK = "question", "missed", "here", "link"
_WARNED = "warned"
_SHOW, _LATER = "show", "later"


class Notifier(QObject):
    """One note of questions that wait, one of those missed.

    Signals:
        show_wanted: the person wants to see what waits, or how things are.
        later_wanted: the person wants none of it now.
        missed_wanted: the person wants to see what was missed.
    """

    show_wanted = pyqtSignal()
    later_wanted = pyqtSignal()
    missed_wanted = pyqtSignal()

    def __init__(self, service: NotifyService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._notes: dict[str, Note] = {}
        self._enabled = True
        service.acted.connect(self._on_acted)

    def set_enabled(self, on: bool) -> None:
        """Whether the person wants notifications; off takes back what is there."""
        self._enabled = on
        if not on:
            for name in list(self._notes):
                self._withdraw(name)

    def question(self, sentence: str, program: str, line: int, *, urgent: bool) -> None:
        """A question waits: the first of so many in line; `program` is its file."""
        note = Note(
            translate("Notify", "%Ln questions wait for you", "", line),
            f"{sentence}\n{program}",
            (
                (_SHOW, translate("Notify", "Show")),
                (_LATER, translate("Notify", "Later")),
            ),
            instead=translate("Notify", "Start snet once more to see it."),
            urgent=urgent,
        )
        self._show(_QUESTION, note)

    def no_question(self) -> None:
        """None waits, or it is in sight."""
        self._withdraw(_QUESTION)

    def missed(self, count: int, sentence: str) -> None:
        """So many were missed; the newest of them said this."""
        summary = translate("Notify", "%Ln questions were missed", "", count)
        told = translate("Notify", "Nobody answered in time. No rule was made.")
        note = Note(
            summary, f"{sentence}\n{told}", ((_SHOW, translate("Notify", "Show missed questions")),)
        )
        self._show(_MISSED, note)

    def no_missed(self) -> None:
        """There are none, or the person looks at them."""
        self._withdraw(_MISSED)

    def not_connected(self, problem: str) -> None:
        """Nothing is asked, and why; `problem` went through fit()."""
        note = Note(
            translate("Notify", "snet can’t ask: it is not connected"),
            problem,
            ((_SHOW, translate("Notify", "Show")),),
        )
        self._show(_LINK, note)

    def warned(self, warnings: str) -> None:
        """Something is wrong, though snet goes on; `warnings` went through fit()."""
        note = Note(
            translate("Notify", "snet goes on, but something is wrong"),
            warnings,
            ((_SHOW, translate("Notify", "Show")),),
        )
        self._show(_WARNED, note)

    def no_warning(self) -> None:
        """All is well."""
        self._withdraw(_WARNED)

    def connected(self) -> None:
        """It can, again."""
        self._withdraw(_LINK)

    def still_here(self) -> None:
        """The last window was closed where there is no tray; said once."""
        note = Note(
            translate("Notify", "snet goes on"),
            translate("Notify", "Start it once more to see its window again."),
            ((_SHOW, translate("Notify", "Show")),),
            lasting=False,
        )
        self._show(_HERE, note)

    def _show(self, name: str, note: Note) -> None:
        # What was waved away stays away until it says something else.
        if self._enabled and self._notes.get(name) != note:
            self._notes[name] = note
            self._service.show(name, note)

    def _withdraw(self, name: str) -> None:
        if self._notes.pop(name, None) is not None:
            self._service.withdraw(name)

    def _on_acted(self, name: str, action: str) -> None:
        if name == _MISSED:
            self.missed_wanted.emit()
        elif action == _LATER:
            self.later_wanted.emit()
        else:
            self.show_wanted.emit()
