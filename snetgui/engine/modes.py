# SPDX-License-Identifier: GPL-2.0-or-later
"""The mode, and when a pause or a time of learning ends.

Three layers: the mode that lasts; above it learning, for a time; above both a
pause. What ends uncovers what is below. Times count CLOCK_BOOTTIME, as those of
rules do: suspended time counts, and no change of the wall clock ends a time or
prolongs it.
"""

from __future__ import annotations

from snetgui.model import LastingMode, Mode, SettingsError
from snetgui.model.said import translate
from snetgui.rules.expiry import Clock

_MOST_S = 100 * 366 * 86_400.0  # as with rules


class Modes:
    """What happens to events that no rule decides. Pure state: the clock is handed in."""

    def __init__(self) -> None:
        self._lasting = Mode.ASK
        self._learn_until_s: float | None = None
        self._paused = False
        self._pause_until_s: float | None = None

    @property
    def mode(self) -> Mode:
        """As it was when end_due() last looked."""
        if self._paused:
            return Mode.PAUSED
        return self._lasting if self._learn_until_s is None else Mode.LEARN

    @property
    def until_s(self) -> float | None:
        """CLOCK_BOOTTIME at which the mode ends by itself; None: it does not."""
        return self._pause_until_s if self._paused else self._learn_until_s

    def change(self, mode: Mode, seconds: float | None, clock: Clock) -> None:
        """Raises SettingsError: a time that is none, or for a mode that takes none."""
        _check(mode, seconds)
        until_s = None if seconds is None else clock.boottime_s + seconds
        self._paused = mode is Mode.PAUSED
        self._pause_until_s = until_s if self._paused else None
        if self._paused:
            return
        self._learn_until_s = until_s
        if seconds is None:
            self._lasting = mode
        elif self._lasting is Mode.LEARN:
            self._lasting = Mode.ASK  # learning that is given an end has one

    def end_due(self, clock: Clock) -> bool:
        """End what is over by now; True if that changed the mode."""
        before = self.mode
        if self._pause_until_s is not None and clock.boottime_s >= self._pause_until_s:
            self._paused, self._pause_until_s = False, None
        if self._learn_until_s is not None and clock.boottime_s >= self._learn_until_s:
            self._learn_until_s = None
        return self.mode is not before

    def lasting(self, clock: Clock) -> LastingMode:
        """What outlives the program: all but a pause."""
        until_s = self._learn_until_s
        learn_s = None if until_s is None else max(until_s - clock.boottime_s, 0.0)
        return LastingMode(
            mode=self._lasting,
            learn_s=learn_s,
            boot_id=clock.boot_id,
            boottime_s=clock.boottime_s,
        )

    def restore(self, kept: LastingMode, clock: Clock) -> None:
        """Go on from what was kept, in this boot or an earlier one.

        Of an earlier boot's time is left what was written down last, less the
        time since this boot.
        """
        self._lasting = kept.mode
        same_boot = bool(clock.boot_id) and kept.boot_id == clock.boot_id
        began_s = min(kept.boottime_s, clock.boottime_s) if same_boot else 0.0
        self._learn_until_s = None if kept.learn_s is None else began_s + kept.learn_s
        self._paused, self._pause_until_s = False, None
        self.end_due(clock)


def _check(mode: Mode, seconds: float | None) -> None:
    if seconds is None:
        return
    if mode not in (Mode.PAUSED, Mode.LEARN):
        problem = translate(
            "Problem", "{mode} takes no time: only pause and learn end by themselves", mode=mode
        )
        raise SettingsError("mode", problem)
    if not 0 < seconds <= _MOST_S:
        problem = translate(
            "Problem",
            "{mode} for {given} seconds can't be: give a time above 0",
            mode=mode,
            given=seconds,
        )
        raise SettingsError("mode", problem)
