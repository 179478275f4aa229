# SPDX-License-Identifier: GPL-2.0-or-later
"""Making or changing a rule, field by field."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PyQt6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from snetgui.gui.prompt.labels import plain_label
from snetgui.gui.telling import fit, tell, told
from snetgui.gui.theme import em, scaled
from snetgui.gui.words import translate
from snetgui.model import Rule, SnetError
from snetgui.rules.summary import sentence
from snetgui.rules.untold import untold_words

from .draft import Draft
from .form import RuleForm
from .scroll import scrolling

_PROBLEM_MOST = 300


class RuleDialog(QDialog):
    """Says at once what the rule will do and what is wrong; saves what is right.

    It stays open until the engine has taken the rule: accept() or failed() is
    to be called after wanted, unless it is over by then.

    Attributes:
        over: it was closed, and is not to be touched any more.

    Signals:
        wanted: the Rule to be kept.
        test_wanted: the Rule as it is now, to be tried out.
        drafted: the Rule as it is now, None while it is none yet.
    """

    wanted = pyqtSignal(object)
    test_wanted = pyqtSignal(object)
    drafted = pyqtSignal(object)

    def __init__(self, draft: Draft, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            translate("RuleDialog", "New rule · snet")
            if new
            else translate("RuleDialog", "Edit rule · snet")
        )
        self._draft = draft
        self._rule: Rule | None = None
        self._saving = False
        self.over = False
        self.form = RuleForm(draft.fields)
        self._sentence = plain_label()
        self._sentence.setFont(scaled(self.font(), 1.1, bold=True))
        self._problem = plain_label()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._test = QPushButton(translate("RuleDialog", "&Test…"))
        self._test.setAutoDefault(False)
        self._test.setToolTip(
            translate("RuleDialog", "What this rule would do, before it is kept (Ctrl+T)")
        )
        self._arrange()
        self._connect()
        self._check()
        self.form.rows["exe" if new else "name"].setFocus()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Ctrl+Enter saves. Enter presses a button; in a field it makes no half-told rule."""
        if event is None or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        button = self.focusWidget()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif isinstance(button, QPushButton):
            button.click()

    def done(self, result: int) -> None:
        """Close: it was saved, or is not wanted any more."""
        self.over = True
        super().done(result)

    @property
    def sentence(self) -> str:
        """What the rule will do, as it is said now."""
        return self._sentence.text()

    @property
    def problem(self) -> str:
        """What is said below the form: what is wrong with it, or what is to be known of it."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def failed(self, error: SnetError) -> None:
        """The engine did not take it; the person can mend it."""
        self._saving = False
        self._check()
        self._say(str(error))

    def save(self) -> None:
        """Hand the rule over, if there is one."""
        if self._rule is not None and not self._saving:
            self._saving = True
            self._show_save()
            self.wanted.emit(self._rule)

    def test(self) -> None:
        """Let the rule be tried out, if there is one."""
        if self._rule is not None:
            self.test_wanted.emit(self._rule)

    def _check(self) -> None:
        checked = self._draft.check(self.form.texts)
        self._rule = checked.rule
        others = self.form.show_problems(checked.problems)
        if checked.rule is not None:
            self._sentence.setText(tell(sentence(checked.rule)))
            self._say(tell(untold_words(checked.rule.conditions)))
        else:
            self._sentence.setText(translate("RuleDialog", "No rule yet."))
            first = (others or checked.problems)[0]
            self._say(str(told(first)))
        self._sentence.setAccessibleName(self._sentence.text())
        self._test.setEnabled(self._rule is not None)
        self._show_save()
        self.drafted.emit(self._rule)

    def _say(self, problem: str) -> None:
        self._problem.setText(fit(problem, _PROBLEM_MOST))
        self._problem.setAccessibleName(problem)
        self._problem.setVisible(bool(problem))

    def _show_save(self) -> None:
        button = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        if button is not None:
            button.setEnabled(self._rule is not None and not self._saving)

    def _arrange(self) -> None:
        self._buttons.addButton(self._test, QDialogButtonBox.ButtonRole.ActionRole)
        whole = QVBoxLayout(self)
        pad = em(self, 0.9)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.7))
        whole.addWidget(self._sentence)
        whole.addWidget(scrolling(self.form), 1)
        whole.addWidget(self._problem)
        whole.addWidget(self._buttons)
        self.resize(em(self, 40), em(self, 34))

    def _connect(self) -> None:
        self.form.changed.connect(self._check)
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        self._test.clicked.connect(self.test)
        QShortcut(QKeySequence("Ctrl+T"), self, self.test)
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        if save is not None:
            save.setToolTip(translate("RuleDialog", "Keep the rule (Ctrl+Enter)"))
