# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands above the plot: a legend with sums, and what is told of one bar."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QRectF, QSize, Qt
from PyQt6.QtGui import QBrush, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from snetgui.gui.theme import em

from .plot_looks import Looks
from .plot_texts import allowed_text, denied_text


class Caption(QWidget):
    """Two sums, each with its colour and pattern; the rest of the line is for one bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._allowed, self._denied, self._told = QLabel(), QLabel(), _OneLine()
        for label in (self._allowed, self._denied):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setForegroundRole(QPalette.ColorRole.Text)
        line = QHBoxLayout(self)
        line.addWidget(_Swatch(denied=False))
        line.addWidget(self._allowed)
        line.addSpacing(em(self, 0.7))
        line.addWidget(_Swatch(denied=True))
        line.addWidget(self._denied)
        line.addSpacing(em(self, 0.7))
        line.addWidget(self._told, 1)
        self._fit()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_sums(self, allowed: int, denied: int) -> None:
        """Show how many there are."""
        self._allowed.setText(allowed_text(allowed))
        self._denied.setText(denied_text(denied))
        self.show()

    def tell(self, text: str) -> None:
        """Say this of one bar."""
        self._told.say(text)

    def changeEvent(self, event: QEvent | None) -> None:
        """Another font is of another size."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        if (line := self.layout()) is not None:
            line.setContentsMargins(em(self, 0.4), em(self, 0.2), em(self, 0.4), 0)
            line.setSpacing(em(self, 0.35))


class _Swatch(QWidget):
    """What bars of one kind look like."""

    def __init__(self, *, denied: bool) -> None:
        super().__init__()
        self._denied = denied
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as a letter."""
        return QSize(em(self, 0.62), em(self, 0.62))

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint it."""
        looks = Looks.of(QGuiApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # no edge is lost at 125 %
        painter.setPen(QPen(looks.denied if self._denied else looks.allowed, 1))
        painter.setBrush(looks.denied_brush() if self._denied else QBrush(looks.allowed))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class _OneLine(QWidget):
    """A text at the line's end, cut off where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show this."""
        self._text = text
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setPen(Looks.of(QGuiApplication.palette()).text)
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(self.rect()), end | Qt.AlignmentFlag.AlignVCenter, cut)
