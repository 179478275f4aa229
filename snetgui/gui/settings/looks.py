# SPDX-License-Identifier: GPL-2.0-or-later
"""The look of all windows: the desktop's, or the one that the person chose."""

from __future__ import annotations

from PyQt6.QtCore import QObject
from PyQt6.QtWidgets import QApplication

from snetgui.gui.theme import Look, apply_look


class Looks(QObject):
    """Shows one look, and another one while the windows are open.

    `look` is shown first, `as_set` is what the person has set.
    """

    def __init__(self, app: QApplication, look: Look, as_set: Look) -> None:
        super().__init__(app)
        self._app = app
        style = app.style()
        self._desktops_style = style.name() if style is not None else ""
        self._look = look
        self._set = as_set
        apply_look(app, look)
        hints = app.styleHints()
        if hints is not None:
            hints.colorSchemeChanged.connect(lambda _scheme: self._again())

    def set(self, look: Look) -> None:
        """The person has set this look, now or before; only a change counts."""
        if look is not self._set:
            self._set = self._look = look
            self._again()

    def _again(self) -> None:
        apply_look(self._app, self._look, self._desktops_style)
