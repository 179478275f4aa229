# SPDX-License-Identifier: GPL-2.0-or-later
"""The plot over time: how much was allowed and denied, and a way to choose a part of it.

pyqtgraph draws it (Canvas). Pointer and keyboard are understood here: pyqtgraph
can't be used without a pointer.
"""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PyQt6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from snetgui.gui.theme import em
from snetgui.gui.words import translate

from .plot_bins import Bar, Counts, bars_of
from .plot_canvas import Canvas
from .plot_caption import Caption
from .plot_looks import Looks
from .plot_texts import bar_text, summary

_LEAST_BAR = 5  # pixels
_LOOKS = (
    QEvent.Type.FontChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.LayoutDirectionChange,
    getattr(QEvent.Type, "DevicePixelRatioChange", None),  # since Qt 6.6
)


class Plot(QWidget):
    """Stacked bars. A drag, or Shift with the arrows and Enter, chooses a time.

    Signals:
        range_wanted: since and until of what was chosen.
        widen_wanted: back to the time before.
    """

    range_wanted = pyqtSignal(object, object)
    widen_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts | None = None
        self.bars: tuple[Bar, ...] = ()
        self._hovered: int | None = None
        self._cursor: int | None = None
        self._anchor: int | None = None  # where a selection began
        self._pressed_at: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("HistoryPlot", "Decisions over time"))
        self.setToolTip("")
        self.setWhatsThis(
            translate(
                "HistoryPlot",
                "Drag over a part of the time to look at that only; Backspace goes back. With "
                "the keyboard: arrows move, Shift with arrows chooses, Enter looks at it.",
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._caption, self._canvas = Caption(self), Canvas(self)
        self._arrange()
        self._canvas.sigDeviceRangeChanged.connect(self._make_bars)  # it was resized
        self._make_bars()

    def show_counts(self, counts: Counts) -> None:
        """Show these; what is being chosen stays if it is the same time."""
        before = self._counts
        self._counts = counts
        if before is None or before.since != counts.since or before.step is not counts.step:
            self._forget_choice()
        self._make_bars()

    @property
    def counts(self) -> Counts | None:
        """What is shown."""
        return self._counts

    @property
    def told(self) -> str:
        """What is said of the bar below the pointer, or where the keyboard is."""
        place = self._told_place()
        return bar_text(self.bars[place]) if place is not None else ""

    @property
    def chosen(self) -> tuple[int, int] | None:
        """First and last bar of what is being chosen."""
        if self._anchor is None or self._cursor is None:
            return None
        first, last = sorted((self._anchor, self._cursor))
        return first, last

    @property
    def choosing(self) -> bool:
        """Whether more than one bar is being chosen."""
        return self.chosen is not None and self._anchor != self._cursor

    def choose_nothing(self) -> None:
        """Never mind."""
        self._forget_choice()
        self._tell()

    def bar_rect(self, place: int) -> QRectF:
        """Where a bar may be painted, in the widget."""
        return self._canvas.bar(place).translated(QPointF(self._canvas.pos()))

    def sizeHint(self) -> QSize:
        """Low enough to leave the room to the table."""
        return QSize(em(self, 40), em(self, 8))

    def minimumSizeHint(self) -> QSize:
        """Room for a caption, an axis and something between."""
        return QSize(em(self, 12), em(self, 6))

    # Events

    def changeEvent(self, event: QEvent | None) -> None:
        """Other colours, another font, another direction."""
        super().changeEvent(event)
        if event is not None and event.type() in _LOOKS:
            self._arrange()
            self._canvas.dress()
            self._make_bars()

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Paint the ground, and a frame that tells where the keyboard is."""
        looks = Looks.of(QGuiApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(looks.accent, 2) if self.hasFocus() else QPen(looks.line, 1))
        painter.setBrush(looks.base)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, em(self, 0.25), em(self, 0.25))

    def leaveEvent(self, event: QEvent | None) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """The keyboard begins at the newest bar."""
        super().focusInEvent(event)
        by_key = event is not None and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if by_key and self._cursor is None and self.bars:
            self._move_to(len(self.bars) - 1, choosing=False)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """A choice begins."""
        if event is None or event.button() is not Qt.MouseButton.LeftButton or not self.bars:
            super().mousePressEvent(event)
            return
        self._pressed_at = event.position()
        self._anchor = self._cursor = self._place_at(event)
        self._show_marks()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Tell the numbers; choose while the button is down."""
        if event is None:
            return
        place = self._place_at(event) if self.bars else None
        if self._is_dragging:
            self._cursor = place
        area = self._canvas.area.translated(QPointF(self._canvas.pos()))
        inside = area.contains(event.position()) or self._is_dragging
        self._hover(place if inside else None)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """The choice is made, if it was a drag."""
        if event is None or self._pressed_at is None:
            super().mouseReleaseEvent(event)
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        self._pressed_at = None
        if moved >= QApplication.startDragDistance():
            self._take_choice()
        else:
            self._anchor = self._cursor
            self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Look at this bar."""
        if event is not None and event.button() is Qt.MouseButton.LeftButton and self.bars:
            self._anchor = self._cursor = self._place_at(event)
            self._take_choice()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Arrows, Home and End move; with Shift they choose; Enter takes it."""
        if event is None:
            return
        choosing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = self._step(Qt.Key(event.key()))
        if step is not None and self.bars:
            self._move_to(step, choosing=choosing)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor is not None:
            self._take_choice()
        elif event.key() == Qt.Key.Key_Backspace:
            self.widen_wanted.emit()
        else:
            super().keyPressEvent(event)

    # The rest

    @property
    def _is_dragging(self) -> bool:
        return self._pressed_at is not None

    def _step(self, key: Qt.Key) -> int | None:
        last = len(self.bars) - 1
        at = last if self._cursor is None else self._cursor
        page = max(1, len(self.bars) // 10)
        mirror = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        places = {
            Qt.Key.Key_Left: at - mirror,
            Qt.Key.Key_Right: at + mirror,
            Qt.Key.Key_PageUp: at - page,
            Qt.Key.Key_PageDown: at + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        return min(max(places[key], 0), last) if key in places else None

    def _move_to(self, place: int, *, choosing: bool) -> None:
        if not choosing:
            self._anchor = place
        elif self._anchor is None:
            self._anchor = self._cursor if self._cursor is not None else place
        self._cursor = place
        self._hovered = None
        self._tell()

    def _take_choice(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        since, until = self.bars[chosen[0]].start, self.bars[chosen[1]].end
        self._forget_choice()
        self._show_marks()
        self.range_wanted.emit(since, until)

    def _forget_choice(self) -> None:
        self._anchor = self._cursor = self._hovered = self._pressed_at = None

    def _hover(self, place: int | None) -> None:
        if place != self._hovered or self._is_dragging:
            self._hovered = place
            self._show_marks()

    def _told_place(self) -> int | None:
        place = self._cursor if self._hovered is None else self._hovered
        return place if place is not None and 0 <= place < len(self.bars) else None

    def _place_at(self, event: QMouseEvent) -> int:
        return self._canvas.place_at(event.position().x() - self._canvas.x())

    def _make_bars(self) -> None:
        if self._counts is None:
            self._canvas.show_bars((), translate("HistoryPlot", "Counting…"))
            return
        most = max(1, int(self._canvas.room // _LEAST_BAR))
        bars = bars_of(self._counts, most)
        if len(bars) != len(self.bars):
            self._forget_choice()
        self.bars = bars
        word = "" if self._counts.slots else translate("HistoryPlot", "No decisions")
        self._canvas.show_bars(bars, word)
        self._caption.show_sums(self._counts.allowed, self._counts.denied)
        self._tell()

    def _tell(self) -> None:
        """Readers hear the bar that the keyboard is at, else the whole."""
        told = self.told if self._cursor is not None else ""
        whole = summary(self._counts, self.bars) if self._counts is not None else ""
        self.setAccessibleDescription(told or whole)
        self._show_marks()

    def _show_marks(self) -> None:
        many = self.choosing or self._is_dragging
        shown = self._counts is not None and bool(self._counts.slots)
        marked, chosen = self._told_place(), self.chosen if many else None
        self._canvas.show_marks(marked if shown else None, chosen if shown else None)
        self._caption.tell(self.told)

    def _arrange(self) -> None:
        whole = self.layout() or QVBoxLayout(self)
        edge = max(2, em(self, 0.12))  # for the frame
        whole.setContentsMargins(edge, edge, edge, edge)
        whole.setSpacing(0)
        if not whole.count():
            whole.addWidget(self._caption)
            whole.addWidget(self._canvas)
