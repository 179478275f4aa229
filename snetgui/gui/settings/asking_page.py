# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings of asking: the mode, what silence means, and what is asked about."""

from __future__ import annotations

import time
from collections.abc import Callable

from snetgui.gui.words import translate
from snetgui.model import About, Action, Mode

from .engine_settings import MODE, EngineSettings
from .mode_box import ModeBox, mode_hint
from .page import Page
from .quiet import QuietComboBox, SettledSpinBox
from .row import Row, SwitchRow

ASKED = "asked"
_MOST_DELAY_S = 3600


class AskingPage(Page):
    """What happens when no rule decides, and when nobody answers."""

    def __init__(
        self, engine: EngineSettings, clock: Callable[[], int] = time.monotonic_ns
    ) -> None:
        super().__init__()
        self._engine = engine
        self._clock = clock
        self._mode = ModeBox()
        self._policy = QuietComboBox()
        self._policy.addItem(translate("Settings", "Deny it"), Action.DENY)
        self._policy.addItem(translate("Settings", "Allow it"), Action.ALLOW)
        self._delay = SettledSpinBox()
        self._delay.set_bounds(1, _MOST_DELAY_S)
        self._delay.setSuffix(translate("Settings", " s"))
        self._abouts = {about: SwitchRow(*about_texts(about)) for about in About}
        calling_out = SwitchRow(
            translate("Settings", "Programs that connect to other computers"),
            translate("Settings", "Always: this is what snet is for."),
        )
        calling_out.show_value(True)
        calling_out.box.setEnabled(False)
        rows = self._make_rows()
        abouts = [calling_out, *self._abouts.values()]
        self.fill(
            (translate("Settings", "Asking"), list(rows.values())),
            (translate("Settings", "What to ask about"), abouts),
        )
        # The last that was touched says what went wrong: all are one field.
        self.rows = {**rows, ASKED: calling_out}
        self._connect()

    def show_all(self) -> None:
        """Show what is in force."""
        engine = self._engine
        settings, status = engine.settings, engine.status
        self.setEnabled(settings is not None and status is not None)
        if settings is None or status is None:
            return
        self._mode.show_status(status, self._clock())
        self.rows[MODE].set_hint(mode_hint(status.mode))
        if engine.policy is not None:
            self._policy.setCurrentIndex(0 if engine.policy is Action.DENY else 1)
        if engine.delay_s is not None:
            self._delay.show_value(round(engine.delay_s))
        for about, row in self._abouts.items():
            row.show_value(about in settings.asked)

    def _make_rows(self) -> dict[str, Row]:
        return {
            MODE: Row(translate("Settings", "When no rule decides"), "", self._mode),
            "policy": Row(
                translate("Settings", "If nobody answers"),
                translate(
                    "Settings",
                    "This one call only: no rule is made. The question is kept among the missed "
                    "ones.",
                ),
                self._policy,
            ),
            "delay_s": Row(
                translate("Settings", "Time to answer"),
                translate("Settings", "A program is held for so long. While you read, for longer."),
                self._delay,
            ),
        }

    def _connect(self) -> None:
        self._mode.wanted.connect(self._want_mode)
        self._policy.activated.connect(
            lambda _index: self.changing(self._engine, policy=self._policy.currentData())
        )
        self._delay.settled.connect(self._want_delay)
        for about, row in self._abouts.items():
            row.wanted.connect(lambda on, about=about: self._ask_about(about, on))

    def _want_mode(self, mode: Mode, seconds: float | None) -> None:
        self.rows[MODE].mend()
        self._engine.set_mode(mode, seconds)

    def _want_delay(self, seconds: int) -> None:
        if self._engine.delay_s is None or seconds != round(self._engine.delay_s):
            self.changing(self._engine, delay_s=float(seconds))

    def _ask_about(self, about: About, on: bool) -> None:
        settings = self._engine.settings
        if settings is None:
            return
        self.rows[ASKED].mend()
        self.rows = {**self.rows, ASKED: self._abouts[about]}
        asked = settings.asked | {about} if on else settings.asked - {about}
        self.changing(self._engine, asked=asked)


def about_texts(about: About) -> tuple[str, str]:
    """What can be asked about, and what that means for the person."""
    return {
        About.INBOUND: (
            translate("Settings", "Programs that others can reach"),
            translate(
                "Settings",
                "Waiting for connections and taking them. Off: every program may, unless a rule "
                "denies it.",
            ),
        ),
        About.UDP: (
            translate("Settings", "Data sent without a connection (UDP)"),
            translate(
                "Settings",
                "Name lookups, calls, games. Off: such data leaves this computer unasked.",
            ),
        ),
        About.LOOPBACK: (
            translate("Settings", "Connections within this computer"),
            translate(
                "Settings",
                "Programs here that talk to each other, by addresses such as 127.0.0.1. On: more "
                "questions, about little that leaves.",
            ),
        ),
        About.LOCAL: (
            translate("Settings", "Sockets of all other kinds"),
            translate(
                "Settings",
                "UNIX, netlink, Bluetooth and more. On: very many questions, since every desktop "
                "lives of them.",
            ),
        ),
    }[about]
