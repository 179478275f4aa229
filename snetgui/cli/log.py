# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet log`: past and live decisions, found, counted and explained."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from snetgui.model import EVERYTHING, Action, HistoryQuery, Reason, Syscall, TotalBy

from .log_params import Destination, Lines, Moment, Number, Port, ProgramPath, UserId
from .log_run import STEPS, Options, print_past, print_plot, print_totals, start_following
from .rules_session import data_dir_option


@click.command()
@click.argument("words", nargs=-1)
@click.option("-f", "--follow", is_flag=True, help="Go on with what is decided from now on.")
@click.option(
    "-n",
    "--lines",
    type=Lines(),
    help="Show the newest so many, or all.  [default: 50; 10 with --follow;"
    " all with --json and --csv]",
)
@click.option("--program", type=ProgramPath(), help="Whole path, or a name as for the shell.")
@click.option("--destination", type=Destination(), help="Address, host or path of a socket.")
@click.option("--port", type=Port(), help="Number or name of the service.")
@click.option("--user", type=UserId(), help="Name or number.")
@click.option("--action", type=click.Choice([action.value for action in Action]))
@click.option("--reason", type=click.Choice([reason.value for reason in Reason]))
@click.option("--syscall", type=click.Choice([syscall.value for syscall in Syscall]))
@click.option("--rule", type=Number(), help="Decided by this rule.")
@click.option("--since", type=Moment(), help="2030-01-02, '2030-01-02 03:04', 1h, today, …")
@click.option("--until", type=Moment(), help="Before that time, written alike.")
@click.option("-r", "--reverse", is_flag=True, help="The newest first.")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="A table for spreadsheets.")
@click.option(
    "--totals",
    type=click.Choice([by.value for by in TotalBy]),
    help="Count them instead, whole hours.  [--lines: 20]",
)
@click.option(
    "--plot",
    type=click.Choice(list(STEPS)),
    help="Count them over time instead; minutes are kept for a day, days are local ones.  "
    "[--lines: 48]",
)
@click.option(
    "--explain",
    type=Number(),
    help="All of this one, and what the rules say of it now.",
)
@data_dir_option
def log(  # noqa: PLR0913  (one parameter for each option)
    *,
    follow: bool,
    lines: int | str | None,
    reverse: bool,
    as_json: bool,
    as_csv: bool,
    totals: str | None,
    plot: str | None,
    explain: int | None,
    data_dir: Path | None,
    **asked: Any,
) -> None:
    """Show what was decided, and has all WORDS and all that is asked; the newest last.

    A word is a part of the program's path, of the address, a host's or the
    user's name; or the port, or the reason. Asks the snet that runs, else reads
    its files.

    JSON: the fields of a line are those of snet agent --json (kind is
    "decision"), and: id, rule, user, command, ancestors, sha256, application,
    package, unit, hosts, interface. With --totals: kind "total", name, allowed,
    denied. With --plot: kind "slot", time, allowed, denied. With --explain also
    explanation: see snet rules explain.
    """
    query = _query(**asked)
    options = Options(data_dir, lines, "json" if as_json else "csv" if as_csv else "", reverse)
    _check_usage(
        query,
        options,
        two_forms=as_json and as_csv,
        views={"follow": follow, "totals": totals, "plot": plot, "explain": explain},
    )
    # What a terminal can't show must not end the listing.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    if explain is not None:
        from .log_explain import explain as explain_one  # noqa: PLC0415

        explain_one(data_dir, explain, as_json=as_json)
    elif totals is not None:
        print_totals(options, query, TotalBy(totals))
    elif plot is not None:
        print_plot(options, query, STEPS[plot])
    elif follow:
        start_following(options, query)
    else:
        print_past(options, query)


def _query(  # noqa: PLR0913  (one parameter for each option)
    *,
    words: tuple[str, ...],
    program: str | None,
    destination: str | None,
    port: int | None,
    user: int | None,
    action: str | None,
    reason: str | None,
    syscall: str | None,
    rule: int | None,
    since: datetime | None,
    until: datetime | None,
) -> HistoryQuery:
    return HistoryQuery(
        program=program,
        destination=destination,
        port=port,
        uid=user,
        action=None if action is None else Action(action),
        reason=None if reason is None else Reason(reason),
        syscall=None if syscall is None else Syscall(syscall),
        rule_id=rule,
        since=since,
        until=until,
        search=" ".join(words),
    )


def _check_usage(
    query: HistoryQuery, options: Options, *, two_forms: bool, views: Mapping[str, Any]
) -> None:
    given = [f"--{name}" for name, value in views.items() if value not in {None, False}]
    if two_forms:
        raise click.UsageError("--json and --csv: only one of them")
    if len(given) > 1:
        raise click.UsageError(f"{' and '.join(given)}: only one of them")
    if views["explain"] and (options.form == "csv" or query != EVERYTHING):
        raise click.UsageError("--explain ID goes with --json and --data-dir only")
    if views["follow"] and (options.reverse or query.until is not None):
        raise click.UsageError("--follow goes without --reverse and --until")
    if query.since is not None and query.until is not None and query.since >= query.until:
        raise click.UsageError("--since is not before --until: nothing can match")
