# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the table of rules: titles, and what each sorts by."""

from __future__ import annotations

from enum import IntEnum

from snetgui.engine.backend import RuleSort
from snetgui.gui.words import translate


class Column(IntEnum):
    """The table's columns, from the left."""

    RULE = 0
    ACTION = 1
    LIFETIME = 2
    ORIGIN = 3
    CREATED = 4
    LAST_USED = 5
    HITS = 6


SORTS: dict[Column, RuleSort] = {
    Column.RULE: RuleSort.PROGRAM,
    Column.ACTION: RuleSort.ACTION,
    Column.LIFETIME: RuleSort.LIFETIME,
    Column.ORIGIN: RuleSort.ORIGIN,
    Column.CREATED: RuleSort.CREATED,
    Column.LAST_USED: RuleSort.LAST_USED,
    Column.HITS: RuleSort.HITS,
}
"""What a click on a column's title sorts by."""


def titles() -> dict[Column, str]:
    """The columns' titles."""
    return {
        Column.RULE: translate("Rules", "Rule"),
        Column.ACTION: translate("Rules", "Answer"),
        Column.LIFETIME: translate("Rules", "Holds"),
        Column.ORIGIN: translate("Rules", "From"),
        Column.CREATED: translate("Rules", "Made"),
        Column.LAST_USED: translate("Rules", "Last used"),
        Column.HITS: translate("Rules", "Used"),
    }
