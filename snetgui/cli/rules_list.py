# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules list` and `show`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from snetgui.engine.backend import Backend, RuleQuery, RuleSort
from snetgui.engine.clock import read_clock
from snetgui.model import Action, LifetimeKind, Origin, Rule

from .rules_output import print_json, print_rule, print_rules, rule_object
from .rules_params import FieldText, RuleName
from .rules_session import all_rules, data_dir_option, find_rule, json_option, run, say

_LARGEST_FIRST: Final = {
    *(RuleSort.CREATED, RuleSort.HITS, RuleSort.LAST_USED, RuleSort.PRIORITY, RuleSort.ENABLED),
}


_NONE_YET: Final = (
    "There are no rules yet. Each answer that holds longer than once makes one, and so does"
    ' "snet rules add".'
)


@click.command("list")
@click.argument("words", nargs=-1)
@click.option(
    "--program", metavar="PATH", type=FieldText("exe"), help="Rules about exactly this program."
)
@click.option("--action", multiple=True, type=click.Choice([a.value for a in Action]))
@click.option(
    "--lifetime",
    multiple=True,
    type=click.Choice([kind.value for kind in LifetimeKind if kind is not LifetimeKind.ONCE]),
)
@click.option("--origin", multiple=True, type=click.Choice([o.value for o in Origin]))
@click.option("--enabled/--disabled", default=None, help="Those that are switched on, or off.")
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in RuleSort]),
    default=RuleSort.CREATED.value,
    show_default=True,
    help="The newest, the most hits, the highest priority come first; precedence: who wins.",
)
@click.option("--reverse", is_flag=True, help="The other way round.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out the first ones.")
@click.option("--limit", type=click.IntRange(0), help="Show at most that many.")
@json_option
@data_dir_option
def list_(
    *, as_json: bool, data_dir: Path | None, offset: int, limit: int | None, **options: Any
) -> None:
    """List rules that have all WORDS in their name, note, sentence or values.

    JSON: {"total": how many match, "offset": N, "rules": […]}, each as an
    exported rule has it, with "summary" and "left_s" besides.
    """
    query = _query(**options)

    async def work(backend: Backend) -> tuple[list[Rule], int, int]:
        rows, total = await all_rules(backend, query, offset=offset, most=limit)
        return rows, total, (await backend.status()).rules

    rows, total, kept = run(data_dir, work)
    if as_json:
        clock = read_clock()
        rules = [rule_object(rule, clock) for rule in rows]
        print_json({"total": total, "offset": offset, "rules": rules})
    elif rows:
        print_rules(rows)
    if not as_json and len(rows) < total:
        say(f"{len(rows)} of {total} rules")
    elif not as_json and not kept:
        say(_NONE_YET)
    elif not as_json and not rows:
        say(f"no rule is like that, of {kept}")


@click.command()
@click.argument("rule", type=RuleName())
@json_option
@data_dir_option
def show(*, rule: str, as_json: bool, data_dir: Path | None) -> None:
    """Show RULE in full: its fields as add and edit take them.

    JSON: the rule, as an exported one with "summary" and "left_s" besides.
    """
    found = run(data_dir, lambda backend: find_rule(backend, rule))
    if as_json:
        print_json(rule_object(found, read_clock()))
    else:
        print_rule(found)


def _query(  # noqa: PLR0913  (one parameter for each option)
    *,
    words: tuple[str, ...],
    program: str | None,
    action: tuple[str, ...],
    lifetime: tuple[str, ...],
    origin: tuple[str, ...],
    enabled: bool | None,
    sort: str,
    reverse: bool,
) -> RuleQuery:
    by = RuleSort(sort)
    return RuleQuery(
        text=" ".join(words),
        program=program,
        actions=frozenset(map(Action, action)) or None,
        lifetimes=frozenset(map(LifetimeKind, lifetime)) or None,
        origins=frozenset(map(Origin, origin)) or None,
        enabled=enabled,
        sort=by,
        descending=(by in _LARGEST_FIRST) is not reverse,
    )
