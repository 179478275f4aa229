# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of remembered rules: search, make, change, switch, delete, test, tidy up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PyQt6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from snetgui.engine.clock import ReadClock, read_clock
from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.icons import app_icon
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.prompt.labels import plain_label, set_muted
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Rule, SnetError
from snetgui.rules.expiry import remaining_s

from .commands import Commands
from .deeds import Deeds, button, connect
from .dialog import RuleDialog
from .draft import Draft, birth
from .filters import Filters
from .hygiene.panel import HygienePanel
from .model import RuleModel
from .programs import Programs
from .testing.window import TestWindow
from .ticker import Ticker
from .view import RuleView


class RulesWindow(QWidget):
    """A table of rules and what can be done to them.

    Signals:
        failed: a sentence about what could not be done, for those who watch.
    """

    failed = pyqtSignal(str)

    def __init__(
        self, bridge: Bridge, apps: Apps | None = None, *, clock: ReadClock = read_clock
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("rules")
        self.setWindowTitle(translate("Rules", "Rules · snet"))
        self.setWindowIcon(app_icon())
        self._bridge = bridge
        self._clock = clock
        self._stale = True
        self._kept: list[int] = []
        self._make_parts(apps or Apps())
        self._arrange()
        self._connect()
        self.resize(em(self, 72), em(self, 36))

    def rules_changed(self) -> None:
        """Read the rules again, now or when the window is looked at."""
        self._stale = True
        self._programs.outdated()
        if self.isVisible():
            self._reload()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Show what is true now."""
        super().showEvent(event)
        if self._stale:
            self._reload()
        self._ticker.set()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Nobody looks: no clock runs."""
        super().hideEvent(event)
        self._ticker.stop()

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """The windows that belong to this one go with it."""
        self._test.hide()
        super().closeEvent(event)

    @property
    def selected(self) -> list[Rule]:
        """The rules whose rows are selected, as far as they were read."""
        rules = (self._model.rule(row) for row in self._view.selected_rows())
        return [rule for rule in rules if rule is not None]

    def edit(self, rule: Rule) -> None:
        """Open the dialog for this rule."""
        self._open(RuleDialog(Draft(birth(self._clock()), rule), new=False, parent=self), rule)

    def make(self) -> None:
        """Open the dialog for a new rule."""
        self._open(RuleDialog(Draft(birth(self._clock())), new=True, parent=self), None)

    def show_rule(self, rule_id: int) -> None:
        """Select a rule, if the table has it; else open it."""
        row = self._model.row_of(rule_id)
        if row >= 0:
            self._view.select_rows([row])
            self._view.scrollTo(self._model.index(row, 0))
        else:
            self._bridge.call(
                self._bridge.backend.rule(rule_id), self.edit, lambda error: self._say(str(error))
            )

    def _reload(self) -> None:
        self._stale = False
        self._kept = self._kept or [rule.id for rule in self.selected]
        looked_at = {*self._view.visible_rows(), *self._view.selected_rows()}
        self._model.reload(looked_at)
        for test in self.findChildren(TestWindow):
            test.rules_changed()
        if self._hygiene.isVisible():
            self._hygiene.reload()

    def _loaded(self) -> None:
        self._select_kept()
        self._kept = []
        self._show_counts()
        self._show_selection()
        if self.isVisible():
            self._ticker.set()

    def _select_kept(self) -> None:
        if self._view.selected_rows():
            return
        rows = (self._model.row_of(rule_id) for rule_id in self._kept)
        if there := [row for row in rows if row >= 0]:
            self._view.select_rows(there)
            self._view.scrollTo(self._model.index(there[0], 0))

    def _made(self, ids: list[int]) -> None:
        """What is new is selected once it is here."""
        self._kept = ids
        self._view.clearSelection()
        self._select_kept()

    def _open(self, dialog: RuleDialog, old: Rule | None) -> None:
        def done(kept: Rule) -> None:
            if old is None:
                self._made([kept.id])
            if not dialog.over:
                dialog.accept()

        def failed(error: SnetError) -> None:
            if not dialog.over:
                dialog.failed(error)
            else:
                self._say(str(error))

        def keep(rule: Rule) -> None:
            backend = self._bridge.backend
            work = backend.add_rule(rule) if old is None else backend.change_rule(rule)
            self._bridge.call(work, done, failed)

        dialog.wanted.connect(keep)
        dialog.test_wanted.connect(lambda rule: self._test_draft(dialog, rule))
        dialog.open()

    def _test_draft(self, dialog: RuleDialog, rule: Rule) -> None:
        """In a window of the dialog's own: the one for kept rules is behind it."""
        test = dialog.findChild(TestWindow)
        if test is None:
            test = TestWindow(self._bridge, dialog)
            dialog.drafted.connect(test.draft_changed)
        test.show_for_draft(rule)

    def _with_selected(self, do: Callable[[list[Rule]], None]) -> Callable[[], None]:
        return lambda: self._model.read(self._view.selected_rows(), do)

    def _edit_selected(self) -> None:
        if len(self._view.selected_rows()) == 1 and self.selected:
            self.edit(self.selected[0])

    def _switch(self, rules: list[Rule]) -> None:
        self._commands.switch(rules, not all(rule.enabled for rule in rules))

    def _only_this_program(self) -> None:
        exe = self.selected[0].conditions.exe if self.selected else None
        self._filters.program.show_program(exe.value if exe is not None else None)

    def _open_test(self) -> None:
        self._test.show_for(self.selected[0] if len(self.selected) == 1 else None)

    def _tidy(self) -> None:
        self._hygiene.setVisible(self._deeds.tidy.isChecked())
        self._deeds.tidying(self._deeds.tidy.isChecked())
        if self._hygiene.isVisible():
            self._hygiene.reload()

    def _did(self, text: str, back: bool) -> None:
        self._deeds.undo.setEnabled(self._commands.can_undo)
        if back:
            self._bar.say(text, translate("Rules", "Undo"), self._undo)
        else:
            self._bar.say(text)

    def _undo(self) -> None:
        self._commands.undo()
        self._bar.hide()
        self._deeds.undo.setEnabled(self._commands.can_undo)

    def _say(self, why: str) -> None:
        self._bar.say(why)
        self.failed.emit(why)

    def _could_not(self, why: str) -> None:
        self._deeds.undo.setEnabled(self._commands.can_undo)
        self._say(why)
        self._reload()

    def _times_left(self) -> Iterator[float]:
        now = self._clock()
        for row in self._view.visible_rows():
            rule = self._model.rule(row)
            left = remaining_s(rule, now) if rule is not None else None
            if left is not None:
                yield left

    def _show_counts(self) -> None:
        found = self._model.rowCount()
        if self._filters.empty:
            text = translate("Rules", "%Ln rules", "", found)
        else:
            text = translate("Rules", "%Ln rules found", "", found)
        self._count.setText(text)
        set_muted(self._count)
        self._view.set_empty_text(
            translate(
                "Rules",
                "Nothing is remembered yet.\nAn answer that holds longer than once makes a rule.",
            )
            if self._filters.empty
            else translate("Rules", "No rule is like that.")
        )

    def _show_selection(self) -> None:
        self._deeds.selected(len(self._view.selected_rows()))

    def _make_parts(self, apps: Apps) -> None:
        self._model = RuleModel(self._bridge, apps, self, clock=self._clock)
        self._view = RuleView(self._model)
        self._programs = Programs(self._bridge, self)
        self._filters = Filters(self._programs)
        self._commands = Commands(self._bridge, self, clock=self._clock)
        self._deeds = Deeds(self, self._view)
        self._ticker = Ticker(self._times_left, self)
        self._hygiene = HygienePanel(self._bridge)
        self._hygiene.hide()
        self._test = TestWindow(self._bridge, self)
        self._bar = NoticeBar()
        self._count = plain_label(wrap=False)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        deeds = self._deeds
        for action in (
            deeds.tidy,
            deeds.test,
            deeds.undo,
            deeds.delete,
            deeds.duplicate,
            deeds.switch,
            deeds.edit,
            deeds.new,
        ):
            foot.addWidget(button(action))
        whole = QVBoxLayout(self)
        pad = em(self, 0.7)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.5))
        whole.addWidget(self._filters)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._view)
        split.addWidget(self._hygiene)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        whole.addWidget(split, 1)
        whole.addWidget(self._bar)
        whole.addLayout(foot)
        for action in self._deeds.in_menu():
            self._view.addAction(action)

    def _connect(self) -> None:
        self._model.loaded.connect(self._loaded)
        self._model.failed.connect(self._say)
        self._programs.failed.connect(self._say)
        self._model.enabled_wanted.connect(lambda rule, on: self._commands.switch([rule], on))
        self._filters.changed.connect(lambda: self._model.ask(self._filters.query))
        self._commands.did.connect(self._did)
        self._commands.failed.connect(self._could_not)
        self._commands.made.connect(self._made)
        self._ticker.passed.connect(self._model.times_changed)
        self._hygiene.remove_wanted.connect(self._commands.delete)
        self._hygiene.disable_wanted.connect(self._commands.switch_off)
        self._hygiene.rule_wanted.connect(self.show_rule)
        self._hygiene.failed.connect(self._say)
        self._test.rule_wanted.connect(self.show_rule)
        self._view.doubleClicked.connect(lambda _index: self._edit_selected())
        bar = self._view.verticalScrollBar()
        if bar is not None:
            bar.valueChanged.connect(lambda _value: self._ticker.set())
        selection = self._view.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda _now, _before: self._show_selection())
        deeds, commands = self._deeds, self._commands
        connect(
            [
                (deeds.new, self.make),
                (deeds.edit, self._edit_selected),
                (deeds.switch, self._with_selected(self._switch)),
                (deeds.duplicate, self._with_selected(commands.duplicate)),
                (deeds.delete, self._with_selected(_ids_to(commands.delete))),
                (deeds.undo, self._undo),
                (deeds.same_program, self._only_this_program),
                (deeds.test, self._open_test),
                (deeds.tidy, self._tidy),
                (deeds.find, self._filters.search.setFocus),
                (deeds.show_all, self._filters.clear),
                (deeds.close, self.close),
            ]
        )


def _ids_to(delete: Callable[[list[int]], None]) -> Callable[[list[Rule]], None]:
    return lambda rules: delete([rule.id for rule in rules])
