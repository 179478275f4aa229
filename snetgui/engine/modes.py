# SPDX-License-Identifier: GPL-2.0-or-later
"""The mode, and when a pause ends."""

from __future__ import annotations

from snetgui.model import Mode


class Modes:
    """What happens to events that no rule decides.

    Attributes:
        mode: as it is now.
        mode_until_ns: CLOCK_MONOTONIC; None unless paused for a time.
    """

    def __init__(self, mode: Mode = Mode.ASK) -> None:
        self.mode = mode
        self.mode_until_ns: int | None = None
        self._after_pause = mode if mode is not Mode.PAUSED else Mode.ASK

    def change(self, mode: Mode, seconds: float | None, now_ns: int) -> None:
        """Raises ValueError: a time that is none, or for a mode that takes none."""
        if seconds is not None and (mode is not Mode.PAUSED or not 0 < seconds < float("inf")):
            raise ValueError(
                f"mode {mode} for {seconds} seconds: only a pause takes a time above 0"
            )
        if mode is not Mode.PAUSED:
            self._after_pause = mode
        self.mode = mode
        self.mode_until_ns = None if seconds is None else now_ns + round(seconds * 1e9)

    def resume(self, now_ns: int) -> bool:
        """End a pause whose time is over, back to the mode before it; True if it did."""
        if self.mode_until_ns is None or now_ns < self.mode_until_ns:
            return False
        self.mode, self.mode_until_ns = self._after_pause, None
        return True
