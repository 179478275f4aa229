# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of the history: what was decided and what is being decided, and what to make of it."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QHideEvent, QShowEvent
from PyQt6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from snetgui.engine.clock import ReadClock, read_clock
from snetgui.gui.apps import Apps
from snetgui.gui.bridge import Bridge
from snetgui.gui.icons import app_icon
from snetgui.gui.notice_bar import NoticeBar
from snetgui.gui.rules.deeds import button, connect
from snetgui.gui.telling import rule_called
from snetgui.gui.theme import em
from snetgui.gui.words import translate
from snetgui.model import Action, Decision, HistoryQuery, Recorded, Rule
from snetgui.model.text import shown

from .copying import as_table, to_clipboard
from .deeds import Deeds
from .details import Details
from .exporting import Exporting
from .feed import Feed
from .filters import Filters
from .fitting import fit_screen
from .live_bar import Live, LiveBar
from .make_rule import RuleMaker
from .model import HistoryModel
from .offers import offers
from .only import Only, can_filter
from .overview import Overview
from .plot import Plot
from .rows import Rows
from .rule_names import RuleNames
from .totals import Totals
from .view import HistoryView
from .wanted import Kind

_NAME_MOST = 60


class HistoryWindow(QWidget):
    """Filters, plot, totals, the table, and the details of what is selected.

    It costs nothing while it is closed: it listens to no decision and keeps none.

    Signals:
        rule_wanted: id of a rule to be shown in its own window.
    """

    rule_wanted = pyqtSignal(int)

    def __init__(
        self, bridge: Bridge, apps: Apps | None = None, *, clock: ReadClock = read_clock
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("history")
        self.setWindowTitle(translate("History", "History · snet"))
        self.setWindowIcon(app_icon())
        self._bridge = bridge
        self._clock = clock
        self._lost = False
        self._trouble = ""
        self._make_parts(apps or Apps())
        self._arrange()
        self._connect()
        self._show_selection()
        fit_screen(self, em(self, 80), em(self, 44))

    def rules_changed(self) -> None:
        """Rules have other names, and would decide otherwise."""
        self._names.changed()
        self._details.rules_changed()
        self._show_selection()

    def apps_changed(self) -> None:
        """Programs have other names and icons."""
        self._model.apps_changed()
        self._totals.retell()
        self._filters.retext()

    def engine_lost(self) -> None:
        """Nothing new will come."""
        self._lost = True
        self._show_live()

    def stop(self) -> None:
        """The app ends."""
        self.hide()
        self._exporting.close()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Listen, and show what is true now."""
        super().showEvent(event)
        if event is not None and not event.spontaneous():
            self._feed.start()
            self._ask(at_once=True)

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Nobody looks: nothing is heard, read or kept."""
        super().hideEvent(event)
        if event is not None and not event.spontaneous():
            self._feed.stop()
            self._overview.stop()
            self._details.show_decision(None)
            self._rows.forget()

    @property
    def selected(self) -> Decision | None:
        """The decision that is selected, if it is one."""
        rows = self._view.selected_rows()
        return self._model.decision(rows[0]) if len(rows) == 1 else None

    # Asking

    def _query(self) -> HistoryQuery:
        return self._filters.wanted.query(self._clock().wall)

    def _ask(self, *, at_once: bool = False) -> None:
        """Show what the filters say now."""
        wanted = self._filters.wanted
        self._trouble = ""
        self._feed.asked_anew()
        self._view.let_go()
        self._rows.ask(self._query())
        self._overview.ask(self._query, at_once=at_once)
        self._totals.activate(wanted.program, wanted.destination)
        self._show_emptiness()

    def _filtered(self) -> None:
        if self.isVisible():
            self._ask()

    def _reload(self) -> None:
        self._bar.hide()
        self._names.changed()
        self._ask(at_once=True)

    def _came(self) -> None:
        self._trouble = ""
        self._show_emptiness()
        self._show_selection()
        self._hold()

    def _could_not_read(self, why: str) -> None:
        text = translate("History", "The history can’t be read: {why}").format(why=why)
        self._trouble = text
        self._bar.say(text, translate("History", "Try again"), self._reload)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        self._view.set_empty_text(self._trouble or self._why_empty())

    def _why_empty(self) -> str:
        if not self._rows.read_once or self._rows.busy:
            return translate("History", "Reading…")
        if not self._filters.wanted.empty:
            return translate("History", "Nothing matches.\nEscape shows everything again.")
        return translate(
            "History", "Nothing was decided yet.\nWhat programs do on the network appears here."
        )

    # Live

    def _hold(self) -> None:
        """Nothing moves under a person who scrolled, selected or paused."""
        selection = self._view.selectionModel()
        looking = not self._view.at_top or (selection is not None and selection.hasSelection())
        self._feed.hold(looking or self._deeds.pause.isChecked())
        self._show_live()

    def _show_live(self) -> None:
        live = Live.HELD if self._rows.held else Live.ON
        if self._deeds.pause.isChecked():
            live = Live.PAUSED
        self._live.show_state(Live.LOST if self._lost else live, self._feed.waiting)

    def _pause(self) -> None:
        self._deeds.paused(self._deeds.pause.isChecked())
        self._hold()
        self._touch()

    def _touch(self) -> None:
        """Plot and totals stand still too while it is paused."""
        if not self._deeds.pause.isChecked():
            self._overview.touch()

    def _newest(self) -> None:
        self._deeds.pause.setChecked(False)
        self._deeds.paused(False)
        self._view.let_go()
        self._hold()

    # What is selected

    def _show_selection(self) -> None:
        decision = self.selected
        self._deeds.selected(len(self._view.selected_rows()), decision)
        self._deeds.has(**can_filter(decision))
        if decision is not None:
            self._names.name(decision.rule_id)  # so that it is known when it is wanted
        if self._details.isVisible() and decision is not None:
            self._details.show_decision(decision)

    def _selection_changed(self) -> None:
        self._show_selection()
        self._hold()

    def _open_details(self, *, on: bool) -> None:
        self._deeds.detailing(on)
        if on:
            self._details.show_decision(self.selected)
        had_focus = self._details.isAncestorOf(self.focusWidget() or self)
        self._details.setVisible(on)
        if had_focus and not on:
            self._view.setFocus()

    def _make_rule(self, action: Action) -> None:
        if (decision := self.selected) is not None:
            self._maker.begin(decision, action)

    def _made(self, rule: Rule) -> None:
        text = translate("History", "Made the rule: {name}")
        self._bar.say(
            text.format(name=shown(rule_called(rule), _NAME_MOST)),
            translate("History", "Show the rule"),
            lambda: self.rule_wanted.emit(rule.id),
        )
        self._details.rules_changed()

    def _show_rule(self) -> None:
        decision = self.selected
        if decision is None or decision.rule_id is None:
            return
        if self._names.is_gone(decision.rule_id):
            self._bar.say(translate("History", "That rule was deleted since."))
        else:
            self.rule_wanted.emit(decision.rule_id)

    def _copy(self) -> None:
        self._rows.read(self._view.selected_rows(), self._put_on_clipboard)

    def _put_on_clipboard(self, rows: list[Recorded]) -> None:
        to_clipboard(as_table(self._model.texts(one.decision) for one in rows))

    def _copy_details(self) -> None:
        self._details.show_decision(self.selected)
        to_clipboard(self._details.text())

    # Totals and plot

    def _show_overview(self) -> None:
        on = self._deeds.overview.isChecked()
        self._plot.setVisible(on)
        self._totals.setVisible(on)
        self._deeds.overviewing(on)

    # Export

    def _ask_for_file(self) -> None:
        self._bar.hide()
        self._exporting.ask(self._clock().wall)

    # Keys

    def _escape(self) -> None:
        """One thing at a time: what is being typed or chosen, the selection, the details, all."""
        selection = self._view.selectionModel()
        if self._filters.entry.isVisible():
            self._filters.entry.leave()
        elif self._plot.choosing:
            self._plot.choose_nothing()
        elif selection is not None and selection.hasSelection():
            self._view.clearSelection()
        elif self._details.isVisible():
            self._open_details(on=False)
        else:
            self._filters.clear()

    # Building

    def _make_parts(self, apps: Apps) -> None:
        bridge = self._bridge
        self._apps = apps
        self._names = RuleNames(bridge, self)
        self._rows = Rows(bridge, self)
        self._model = HistoryModel(self._rows, apps, self._names, self)
        self._view = HistoryView(self._model)
        self._feed = Feed(bridge, self._rows, self._query, self)
        self._overview = Overview(bridge, lambda: self._clock().wall, self)
        self._deeds = Deeds(self)
        self._deeds.give_to(self._view)
        self._totals = Totals(apps)
        self._filters = Filters(
            apps, lambda kind: offers(kind, self._totals, apps), lambda: self._clock().wall
        )
        self._plot = Plot()
        self._only = Only(self._filters, lambda: self.selected, self._deeds)
        self._live = LiveBar(self._deeds.pause)
        self._details = Details(bridge, apps, self._names, self._deeds.of_decision())
        self._details.hide()
        self._maker = RuleMaker(bridge, self, clock=self._clock)
        self._exporting = Exporting(bridge, self._query, self)
        self._bar = NoticeBar()

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        pad = em(self, 0.7)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(em(self, 0.5))
        whole.addWidget(self._filters)
        whole.addWidget(self._plot)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.35))
        column.addWidget(self._live)
        column.addWidget(self._view, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part, share, width in (
            (self._totals, 0, 13.5),
            (middle, 1, 50),
            (self._details, 0, 24),
        ):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, share)
            part.resize(em(self, width), part.height())
        split.setSizes([em(self, width) for width in (13.5, 50, 24)])
        whole.addWidget(split, 1)
        whole.addWidget(self._bar)
        whole.addWidget(self._exporting.bar)
        whole.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        deeds = self._deeds
        for action in (deeds.overview, deeds.export, deeds.copy, deeds.details):
            foot.addWidget(button(action))
        return foot

    def _connect(self) -> None:
        self._rows.replaced.connect(self._came)
        self._rows.failed.connect(self._could_not_read)
        self._feed.waiting_changed.connect(lambda _waiting: self._show_live())
        self._feed.decided.connect(self._touch)
        self._filters.changed.connect(self._filtered)
        self._overview.totals.connect(self._totals.show_totals)
        self._overview.counts.connect(self._plot.show_counts)
        self._overview.failed.connect(self._could_not_read)
        self._plot.range_wanted.connect(self._filters.narrow)
        self._plot.widen_wanted.connect(self._filters.widen)
        toggle = self._only.toggle
        self._totals.program_wanted.connect(lambda name: toggle(Kind.PROGRAM, name))
        self._totals.destination_wanted.connect(lambda name: toggle(Kind.DESTINATION, name))
        self._live.newest_wanted.connect(self._newest)
        self._details.rule_wanted.connect(self.rule_wanted)
        self._details.close_wanted.connect(lambda: self._open_details(on=False))
        self._maker.made.connect(self._made)
        self._maker.failed.connect(self._bar.say)
        self._exporting.said.connect(self._bar.say)
        self._exporting.changed.connect(
            lambda: self._deeds.export.setEnabled(not self._exporting.running)
        )
        self._connect_table()
        self._connect_deeds()

    def _connect_table(self) -> None:
        self._view.doubleClicked.connect(lambda _index: self._open_details(on=True))
        selection = self._view.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda _now, _before: self._selection_changed())
        scroll = self._view.verticalScrollBar()
        if scroll is not None:
            scroll.valueChanged.connect(lambda _value: self._hold())

    def _connect_deeds(self) -> None:
        deeds = self._deeds
        connect(
            [
                (deeds.find, self._filters.search.setFocus),
                (deeds.escape, self._escape),
                (deeds.close, self.close),
                (deeds.reload, self._reload),
                (deeds.newest, self._newest),
                (deeds.range, self._filters.choose_range),
                (deeds.pause, self._pause),
                (deeds.overview, self._show_overview),
                (deeds.export, self._ask_for_file),
                (deeds.details, lambda: self._open_details(on=deeds.details.isChecked())),
                (deeds.allow, lambda: self._make_rule(Action.ALLOW)),
                (deeds.deny, lambda: self._make_rule(Action.DENY)),
                (deeds.show_rule, self._show_rule),
                (deeds.copy, self._copy),
                (deeds.copy_details, self._copy_details),
            ]
        )
