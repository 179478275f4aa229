# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be chosen where a filter's value is typed."""

from __future__ import annotations

import pwd
from collections.abc import Sequence

from snetgui.gui.apps import Apps
from snetgui.gui.words import translate
from snetgui.model import TotalBy
from snetgui.model.text import shown

from .totals import Totals
from .wanted import Kind

_MOST = 90


def offers(kind: Kind, totals: Totals, apps: Apps) -> Sequence[tuple[str, str]]:
    """What is shown, and what it stands for."""
    match kind:
        case Kind.PROGRAM:
            text = translate("History", "{name} — {path}")
            return [
                (text.format(name=apps.at(path).name, path=shown(path, _MOST)), path)
                for path in totals.names(TotalBy.PROGRAM)
                if path
            ]
        case Kind.DESTINATION:
            names = totals.names(TotalBy.DESTINATION)
            return [(shown(name, _MOST), name) for name in names if name]
        case Kind.USER:
            return [(entry.pw_name, entry.pw_name) for entry in pwd.getpwall()]
        case _:
            return ()
