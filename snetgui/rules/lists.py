# SPDX-License-Identifier: GPL-2.0-or-later
"""What a list file says, as sets that answer at once. Who reads the file is elsewhere."""

from __future__ import annotations

from typing import Protocol

from snetgui.model import Event, Facts


class Entries(Protocol):
    """The entries of one list file."""

    def holds(self, event: Event, facts: Facts) -> bool:
        """Whether the event is about one of them; False where the fact is not known."""
        ...
