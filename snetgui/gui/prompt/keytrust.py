# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a key that reaches the prompt was meant for it.

A window manager may hand the keyboard to a window that never asked for it:
some do so for every new window, and all do when the focused window closes. The
person goes on typing, and a letter of theirs must not be an answer. So keys
count only
- after the person clicked into the prompt, or
- when the prompt became active a good while after it appeared, and no key
  came for a quiet time since.
"""

from __future__ import annotations

from collections.abc import Callable

SETTLED_NS = 1_000_000_000  # a window manager's own doing comes sooner than this
QUIET_NS = 700_000_000  # longer than the pauses of a person who types


class KeyTrust:
    """The keyboard's side of arming.

    `clock` gives CLOCK_MONOTONIC nanoseconds.
    """

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._shown_ns = 0
        self._quiet_since_ns: int | None = None
        self._clicked = False

    def shown(self) -> None:
        """The prompt appeared (it was not on the screen before)."""
        self._shown_ns = self._clock()
        self._quiet_since_ns = None
        self._clicked = False

    def clicked(self) -> None:
        """The person pressed the pointer inside the prompt."""
        self._clicked = True

    def activated(self) -> None:
        """The prompt has the keyboard now, for whatever reason."""
        now = self._clock()
        if now - self._shown_ns >= SETTLED_NS:
            self._quiet_since_ns = now

    def deactivated(self) -> None:
        """The keyboard is elsewhere: trust starts anew."""
        self._quiet_since_ns = None
        self._clicked = False

    def summoned(self) -> None:
        """The person asked for the prompt, from the tray or a menu."""
        self._quiet_since_ns = self._clock()

    def pressed(self) -> bool:
        """A key came: whether it counts. One that does not renews the quiet time."""
        if self._clicked:
            return True
        if self._quiet_since_ns is None:
            return False
        now = self._clock()
        if now - self._quiet_since_ns >= QUIET_NS:
            return True
        self._quiet_since_ns = now
        return False
