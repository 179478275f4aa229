# SPDX-License-Identifier: GPL-2.0-or-later
"""The status window: how snet stands and what can be done, for desktops without a tray too."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PyQt6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from snetgui.model import Link, Status

from .actions import Actions
from .icons import app_icon, state_icon
from .prompt.labels import plain_label, set_muted
from .state import counts, particulars
from .telling import fit, tell
from .theme import em, scaled
from .words import translate

_TEXT_MOST = 400


class StatusWindow(QWidget):
    """State, problem and way out, counts, and buttons for what the menu has.

    Signals:
        closed: the person closed it.
    """

    closed = pyqtSignal()

    def __init__(self, actions: Actions) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("status")
        # It comes by itself where there is no tray; who asks for it activates it.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(translate("Status", "Status · snet"))
        self.setWindowIcon(app_icon())
        self._actions = actions
        self._icon = QLabel()
        self._headline = plain_label()
        self._headline.setFont(scaled(self.font(), 1.3, bold=True))
        self._particulars = plain_label()
        self._particulars.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._warnings = plain_label()
        self._warnings.setObjectName("warnings")
        self._counts = plain_label()
        self._notice = plain_label()
        self._arrange()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def show_status(self, status: Status | None) -> None:
        """Say how things are."""
        side = em(self, 3)
        self._icon.setPixmap(state_icon(self._actions.state).pixmap(side, side))
        self._headline.setText(self._actions.headline_text)
        self._particulars.setText(fit(particulars(status), _TEXT_MOST))
        warnings = status.warnings if status is not None else ()
        lines = (fit(tell(text), _TEXT_MOST) for text in warnings[:5])
        self._warnings.setText("\n".join(f"⚠ {line}" for line in lines))
        self._warnings.setVisible(bool(warnings))
        self._counts.setText(counts(status))
        connected = status is not None and status.link is Link.CONNECTED
        self._counts.setVisible(connected)
        for label in (self._particulars, self._counts, self._notice):
            set_muted(label)
        self.setAccessibleDescription(self._headline.text())
        self._fit()

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Closing it ends nothing."""
        super().closeEvent(event)
        self.closed.emit()

    def show_notice(self, text: str) -> None:
        """Say something that stays until something else is said; "" takes it away."""
        self._notice.setText(fit(text, _TEXT_MOST))
        self._notice.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        """As high as the text needs at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.heightForWidth(self.width()))

    def _arrange(self) -> None:
        pad = em(self, 1.1)
        texts = QVBoxLayout()
        texts.setSpacing(em(self, 0.25))
        for label in (
            self._headline,
            self._particulars,
            self._warnings,
            self._counts,
            self._notice,
        ):
            texts.addWidget(label)
        self._warnings.hide()
        self._notice.hide()
        texts.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(em(self, 0.9))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._icon)
        top.addLayout(texts, 1)
        buttons = QGridLayout()
        buttons.setSpacing(em(self, 0.4))
        actions = self._actions
        for number, action in enumerate(
            (actions.waiting, actions.missed, actions.rules, actions.history, actions.settings)
        ):
            buttons.addWidget(_button(action), number // 2, number % 2)
        buttons.addWidget(self._menu_button(), 2, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.9))
        whole.addLayout(top, 1)
        whole.addLayout(buttons)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setFixedWidth(em(self, 28))

    def _menu_button(self) -> QPushButton:
        button = QPushButton(translate("Status", "Mode and more"))
        button.setMenu(self._actions.menu)
        return button


def _button(action: QAction) -> QPushButton:
    """A push button that is the action: its text, whether it can be done, and doing it."""
    button = QPushButton(action.text())

    def follow() -> None:
        button.setText(action.text())
        button.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    follow()
    button.clicked.connect(action.trigger)
    return button
