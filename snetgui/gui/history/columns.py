# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the table of decisions."""

from __future__ import annotations

from enum import IntEnum

from snetgui.gui.words import translate


class Column(IntEnum):
    """The table's columns, from the left."""

    TIME = 0
    PROGRAM = 1
    WHAT = 2
    DESTINATION = 3
    PORT = 4
    USER = 5
    DECISION = 6
    REASON = 7


def titles() -> dict[Column, str]:
    """The columns' titles."""
    return {
        Column.TIME: translate("History", "Time"),
        Column.PROGRAM: translate("History", "Program"),
        Column.WHAT: translate("History", "What"),
        Column.DESTINATION: translate("History", "Destination"),
        Column.PORT: translate("History", "Port"),
        Column.USER: translate("History", "User"),
        Column.DECISION: translate("History", "Decision"),
        Column.REASON: translate("History", "Reason"),
    }
