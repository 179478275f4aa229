# SPDX-License-Identifier: GPL-2.0-or-later
"""Choosing a time to look at, from and to."""

from __future__ import annotations

from datetime import datetime, timedelta

from PyQt6.QtCore import QDateTime, QLocale, Qt, pyqtSignal
from PyQt6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from snetgui.gui.prompt.labels import plain_label
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.theme import em
from snetgui.gui.words import translate

from .texts import qt_time


class RangeDialog(QDialog):
    """Two moments, in the person's time zone.

    Signals:
        chosen: since and until, aware.
    """

    chosen = pyqtSignal(object, object)

    def __init__(self, since: datetime, until: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history-range")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("History", "Time · snet"))
        self.since = _edit(since, translate("History", "From"))
        self.until = _edit(until, translate("History", "To"))
        self._problem = plain_label()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._arrange()
        for edit in (self.since, self.until):
            edit.dateTimeChanged.connect(lambda _moment: self._check())
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        self._check()

    def _take(self) -> None:
        self.chosen.emit(_moment(self.since), _moment(self.until))
        self.accept()

    def _check(self) -> None:
        right = self.since.dateTime() < self.until.dateTime()
        self._problem.setText(
            "" if right else translate("History", "▲ The end has to be after the beginning.")
        )
        self.until.setAccessibleDescription(self._problem.text())
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        if ok is not None:
            ok.setEnabled(right)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(translate("History", "&From"), self.since)
        form.addRow(translate("History", "&To"), self.until)
        whole = QVBoxLayout(self)
        pad = em(self, 0.9)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.6))
        whole.addLayout(form)
        whole.addWidget(self._problem)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(em(self, 22))


def _edit(moment: datetime, name: str) -> QDateTimeEdit:
    edit = QDateTimeEdit(qt_time(moment))
    edit.setCalendarPopup(True)
    edit.setDisplayFormat(_with_year(QLocale().dateTimeFormat(QLocale.FormatType.ShortFormat)))
    edit.setAccessibleName(name)
    show_edges(edit)
    return edit


def _with_year(pattern: str) -> str:
    """Short formats have the year's last two digits: of which century, a person must see."""
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _moment(edit: QDateTimeEdit) -> datetime:
    """To the minute, which is what is shown."""
    chosen: QDateTime = edit.dateTime()
    moment = datetime.fromtimestamp(chosen.toSecsSinceEpoch()).astimezone()
    return moment - timedelta(seconds=moment.second)
