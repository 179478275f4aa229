# SPDX-License-Identifier: GPL-2.0-or-later
"""One setting: its name, what it means, its control, and why it could not be changed."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from snetgui.gui.prompt.labels import plain_label, set_alarming, set_muted
from snetgui.gui.rules.edges import show_edges
from snetgui.gui.telling import fit
from snetgui.gui.theme import em
from snetgui.gui.words import translate

_FAULT_MOST = 400


class Row(QWidget):
    """A name and a sentence at the side where reading begins, the control at the other."""

    def __init__(self, title: str, hint: str, control: QWidget | None = None) -> None:
        super().__init__()
        self._title = title
        self._control = control
        self._hint = plain_label()
        self._fault = plain_label()
        self._fault.setObjectName("fault")
        self._fault.hide()
        self._arrange(self._head(title))
        self.set_hint(hint)
        set_muted(self._hint)
        set_alarming(self._fault)
        if control is not None:
            show_edges(control)

    @property
    def fault(self) -> str:
        """Why the last change was refused, "" if it was not."""
        return self._fault.text()

    def set_hint(self, hint: str) -> None:
        """Say what the setting means."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        target = self.target
        target.setAccessibleName(self._title)
        target.setAccessibleDescription(hint)

    def fail(self, why: str) -> None:
        """Say why it could not be changed, until it can."""
        text = translate("Settings", "⚠ Not changed: {why}").format(why=fit(why, _FAULT_MOST))
        self._fault.setText(text)
        self._fault.setAccessibleName(text)
        self._fault.show()

    def mend(self) -> None:
        """The last change came into force."""
        self._fault.clear()
        self._fault.hide()

    @property
    def target(self) -> QWidget:
        """What the person changes it with."""
        return self._control if self._control is not None else self

    def _head(self, title: str) -> QWidget:
        label = QLabel(title)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self._control)
        return label

    def _arrange(self, head: QWidget) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(em(self, 0.1))
        texts.addWidget(head)
        texts.addWidget(self._hint)
        texts.addWidget(self._fault)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.9), em(self, 0.6), em(self, 0.9), em(self, 0.6))
        row.setSpacing(em(self, 1.2))
        row.addLayout(texts, 1)
        if self._control is not None:
            row.addWidget(self._control, 0, Qt.AlignmentFlag.AlignVCenter)


def text_indent(box: QAbstractButton) -> int:
    """Where the name of a check box or radio button begins."""
    style = box.style()
    if style is None:
        return 0
    metrics = (
        (
            QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
            QStyle.PixelMetric.PM_RadioButtonLabelSpacing,
        )
        if isinstance(box, QRadioButton)
        else (QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_CheckBoxLabelSpacing)
    )
    return sum(style.pixelMetric(metric, None, box) for metric in metrics)


class SwitchRow(Row):
    """A row that is switched on and off by its name.

    Signals:
        wanted: on (True) or off, by the person.
    """

    wanted = pyqtSignal(bool)

    def __init__(self, title: str, hint: str, beside: QWidget | None = None) -> None:
        self.box = QCheckBox()
        super().__init__(title, hint, beside)
        show_edges(self.box)
        self.box.clicked.connect(self.wanted.emit)

    @property
    def target(self) -> QWidget:
        """The check box; what stands beside has a name of its own."""
        return self.box

    def show_value(self, on: bool) -> None:
        """Show what is in force."""
        self.box.setChecked(on)

    def _head(self, title: str) -> QWidget:
        self.box.setText(title)
        return self.box

    def _arrange(self, head: QWidget) -> None:
        super()._arrange(head)
        indent = text_indent(self.box)
        for label in (self._hint, self._fault):
            label.setContentsMargins(indent, 0, 0, 0)
