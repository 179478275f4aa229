# SPDX-License-Identifier: GPL-2.0-or-later
"""What people ask of a history: each filter with values that are frequent, seldom and absent.

queries() has each by itself, and each two of different filters together.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, product
from typing import Any

from snetgui.model import Action, HistoryQuery, Reason, Syscall

from ._history_mix import DAYS, START, Desktop

_MIDDLE = START + timedelta(days=DAYS / 2)
_END = START + timedelta(days=DAYS)
_DESTINATIONS = Desktop(0).destinations


def _between(start: timedelta, end: timedelta) -> dict[str, Any]:
    return {"since": _MIDDLE + start, "until": _MIDDLE + end}


_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)

FILTERS: dict[str, dict[str, dict[str, Any]]] = {
    "program": {
        "frequent": {"program": "/usr/lib/program-0/bin/program-0"},
        "inbound": {"program": "/usr/lib/program-40/bin/program-40"},
        "seldom": {"program": "/usr/lib/program-299/bin/program-299"},
        "none": {"program": "/nowhere"},
    },
    "destination": {
        "frequent": {"destination": str(_DESTINATIONS[0][0].ip)},
        "seldom": {"destination": str(_DESTINATIONS[-1][0].ip)},
        "host": {"destination": _DESTINATIONS[9000][1][0]},
        "neighbour": {"destination": "192.168.1.5"},
        "none": {"destination": "nowhere.example"},
    },
    "port": {
        "frequent": {"port": 443},
        "seldom": {"port": 5222},
        "inbound": {"port": 22000},
        "none": {"port": 1},
    },
    "user": {"frequent": {"uid": 1000}, "seldom": {"uid": 2}, "none": {"uid": 77}},
    "decision": {"allow": {"action": Action.ALLOW}, "deny": {"action": Action.DENY}},
    "reason": {
        "rule": {"reason": Reason.RULE},
        "person": {"reason": Reason.PERSON},
        "seldom": {"reason": Reason.TIMEOUT},
        "none": {"reason": Reason.OVERFLOW},
    },
    "call": {
        "frequent": {"syscall": Syscall.CONNECT},
        "seldom": {"syscall": Syscall.ACCEPT},
        "none": {"syscall": Syscall.BIND},
    },
    "rule": {
        "frequent": {"rule_id": 0},
        "seldom": {"rule_id": 150},
        "none": {"rule_id": 9999},
    },
    "time": {
        "an hour": _between(0 * _HOUR, _HOUR),
        "a day": _between(0 * _DAY, _DAY),
        "a week and odd": _between(timedelta(days=-7, minutes=-7, seconds=-3), _HOUR * 7.2),
        "old half": {"until": _MIDDLE},
        "first hour": {"since": START, "until": START + _HOUR},
        "last half hour": {"since": _END - _HOUR / 2},
        "none": {"until": START},
    },
    "search": {
        "program": {"search": "program-12"},
        "host": {"search": "domain2999"},
        "one host": {"search": "host19999"},
        "words": {"search": "PROGRAM-7 host12 443"},
        "address": {"search": "5.0.3"},
        "port": {"search": "5222"},
        "reason": {"search": "timeout"},
        "a letter": {"search": "e"},
        "two letters": {"search": "zz"},
        "none": {"search": "no such thing"},
    },
}


def singles() -> Iterator[tuple[str, HistoryQuery]]:
    """Nothing asked, each filter, and several at once."""
    for name, values in FILTERS.items():
        for value, asked in values.items():
            yield f"{name}: {value}", HistoryQuery(**asked)
    yield (
        "all at once",
        HistoryQuery(
            program="/usr/lib/program-3/bin/program-3",
            port=443,
            uid=1000,
            action=Action.ALLOW,
            since=_MIDDLE,
            search="domain",
        ),
    )


def pairs() -> Iterator[tuple[str, HistoryQuery]]:
    """Each two of different filters."""
    for one, two in combinations(FILTERS, 2):
        for (a, asked), (b, more) in product(FILTERS[one].items(), FILTERS[two].items()):
            yield f"{one}: {a}, {two}: {b}", HistoryQuery(**asked, **more)
