# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules for people (tables) and for scripts (JSON).

A rule in JSON has the members of an exported one (resources/rules.schema.json)
and besides:

summary   one sentence that says what it does, safe to show
left_s    seconds until its lifetime is over; null where no time ends it

All other text is as it was given, so a script must not trust it; in the line it
is escaped to ASCII.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final, Literal

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from snetgui.engine.clock import read_clock
from snetgui.model import Action, LifetimeKind, Rule
from snetgui.model.text import shown
from snetgui.rules.exchange import rule_to_json
from snetgui.rules.expiry import Clock, remaining_s
from snetgui.rules.fields import write_fields
from snetgui.rules.labels import LABELS
from snetgui.rules.summary import lifetime_words, sentence

_WIDE: Final = 100_000  # columns of what is no terminal: nothing is wrapped
_UNITS: Final = ((86_400, "d"), (3600, "h"), (60, "min"))
_TIMED: Final = {LifetimeKind.SPAN, LifetimeKind.UNTIL}


def print_json(value: Any) -> None:
    """One object, one line."""
    click.echo(json.dumps(value))


def rule_object(rule: Rule, clock: Clock) -> dict[str, Any]:
    """A rule for a script."""
    return rule_to_json(rule) | {"summary": sentence(rule), "left_s": remaining_s(rule, clock)}


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table whose cells are safe to show already; wide where no terminal is."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        number = column in {"id", "hits"}
        justify: Literal["left", "right"] = "right" if number else "left"
        # Where a word is wider than its column it goes on below: nothing is cut.
        table.add_column(column, justify=justify, no_wrap=number, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    width = None if sys.stdout.isatty() else _WIDE
    Console(width=width, markup=False, highlight=False, emoji=False).print(table)


def print_rules(rules: Sequence[Rule]) -> None:
    """A line for each rule."""
    clock = read_clock()
    columns = ("id", "on", "action", "name", "what it does", "ends", "hits", "last used")
    print_table(columns, [_row(rule, clock) for rule in rules])


def print_rule(rule: Rule) -> None:
    """All of one rule, a field a line, as `snet rules edit` takes them."""
    clock = read_clock()
    lines = {LABELS[name]: shown(text, 5000) for name, text in write_fields(rule).items() if text}
    left = remaining_s(rule, clock)
    lines |= {
        "ends": ends_words(rule, clock) if left is not None else "",
        "from": rule.origin.value,
        "made": when_words(rule.birth.created),
        "hits": str(rule.hits),
        "last used": when_words(rule.last_used),
    }
    click.echo(f"Rule {rule.id}: {sentence(rule)}")
    for label, text in lines.items():
        if text:
            click.echo(f"  {label + ':':<20}{text}")


def ends_words(rule: Rule, clock: Clock) -> str:
    """ "always", "until restart", "in 12 min"."""
    left = remaining_s(rule, clock)
    if left is None or rule.lifetime.kind not in _TIMED:
        return lifetime_words(rule.lifetime)
    for size, unit in _UNITS:
        if left >= size:
            return f"in {left / size:.0f} {unit}"
    return f"in {left:.0f} s"


def when_words(moment: datetime | None) -> str:
    """ "2030-01-02 03:04" of the local time; "never"."""
    return "never" if moment is None else f"{moment.astimezone():%Y-%m-%d %H:%M}"


def action_word(rule: Rule) -> str:
    """ "allow" or "deny"."""
    return rule.action.value


def _row(rule: Rule, clock: Clock) -> tuple[str, ...]:
    return (
        str(rule.id),
        "yes" if rule.enabled else "no",
        action_word(rule),
        shown(rule.name, 60),
        sentence(rule),
        ends_words(rule, clock),
        str(rule.hits),
        when_words(rule.last_used),
    )


_STYLES: Final = {Action.ALLOW.value: "green", Action.DENY.value: "red", "no": "dim"}
