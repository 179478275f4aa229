# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules explain`: which rule decides a call, and why each other one does not."""

from __future__ import annotations

import shlex
import socket
from pathlib import Path
from typing import Any, Final

import click

from snetgui.engine.backend import Backend
from snetgui.model import (
    Address,
    Event,
    Facts,
    Process,
    RuleError,
    ip_address,
    unix_address,
)
from snetgui.model.text import shown
from snetgui.rules import spans
from snetgui.rules.explain import Explanation, Other
from snetgui.rules.fields import rule_from_fields
from snetgui.rules.hosts import host_name
from snetgui.rules.labels import LABELS
from snetgui.rules.summary import sentence

from .log_session import files_and_rules, find_decision
from .rules_edit import birth_now
from .rules_output import print_json, print_table
from .rules_params import HELP, FieldText, field_options, group_id, user_id
from .rules_session import data_dir_option, json_option, run

_TCP: Final = 6
_MOST_ID: Final = (1 << 63) - 2


@click.command()
@click.option(
    "--decision",
    type=click.IntRange(1, _MOST_ID),
    help="A past call, by its number in the history.",
)
@field_options("exe")
@click.option("--syscall", type=FieldText("syscalls"), default="connect", show_default=True)
@click.option("--family", type=FieldText("families"), help="Else that of the address.")
@click.option("--type", "kind", type=FieldText("types"), help="Else that of the protocol.")
@click.option("--protocol", type=FieldText("protocols"), default="tcp", show_default=True)
@click.option("--remote", help="Address of the peer: 192.0.2.1, ::1, unix:/run/x.")
@click.option("--remote-port", "--port", type=click.IntRange(0, spans.MAX_PORT))
@click.option("--local", help="Own address.")
@click.option("--local-port", type=click.IntRange(0, spans.MAX_PORT))
@click.option("--host", help="Name of the peer.")
@click.option("--user", "--uid", type=FieldText("users"), help=HELP["users"])
@click.option("--group", "--gid", type=FieldText("groups"), help=HELP["groups"])
@click.option("--pid", type=click.IntRange(0), default=0)
@click.option("--command", help="The command line.")
@click.option("--ancestor", multiple=True, help="Programs that started it, the nearest first.")
@field_options("sha256", "application", "package", "unit", "netns", "interface")
@json_option
@data_dir_option
def explain(*, decision: int | None, as_json: bool, data_dir: Path | None, **options: Any) -> None:
    """Tell which rule decides a call, invented by these options or past.

    Nothing is decided, counted or recorded. What is not said is not known, and
    a rule that asks about it does not match.

    JSON: {"winner": number or null, "matched": […], "nearly": […], "left_out":
    how many more}; of each other rule {"id", "name", "why", "condition", "text"}.
    """
    invented = None if decision is not None else _invented(**options)

    async def work(backend: Backend) -> Explanation:
        if invented is None:
            assert decision is not None
            past = (await find_decision(backend, decision)).decision
            return await backend.explain(past.event, past.facts)
        return await backend.explain(*invented)

    told = run(data_dir, work, files=None if invented else files_and_rules)
    if as_json:
        print_json(explanation_object(told))
    else:
        print_explanation(told)


def _invented(**options: Any) -> tuple[Event, Facts]:
    try:
        return _event(**options), _facts(**options)
    except RuleError as problem:
        raise click.UsageError(f"--{problem.field.replace(' ', '-')}: {problem.problem}") from None


def _event(  # noqa: PLR0913  (one parameter for each option)
    *,
    syscall: str,
    family: str | None,
    kind: str | None,
    protocol: str,
    remote: str | None,
    remote_port: int | None,
    local: str | None,
    local_port: int | None,
    user: str | None,
    group: str | None,
    pid: int,
    exe: str | None,
    netns: str | None,
    **_facts: Any,
) -> Event:
    peer = _address("remote", remote, remote_port)
    own = _address("local", local, local_port)
    families = {address.family for address in (peer, own) if address is not None}
    unix = socket.AF_UNIX in families
    number = 0 if unix else _one("protocols", protocol)
    process = Process(
        pid=pid,
        tid=pid,
        ppid=0,
        start_time_ns=0,
        uid=-1 if user is None else _one("users", user),
        gid=-1 if group is None else _one("groups", group),
        comm="",
        exe=exe or "",
        netns=0 if netns is None else int(_one("netns", netns)),
    )
    return Event(
        id=0,
        syscall=_one("syscalls", syscall),
        family=_one("families", family) if family else max(families, default=socket.AF_INET),
        type=_one("types", kind) if kind else 1 if unix or number == _TCP else 2,
        protocol=number,
        process=process,
        raised_ns=0,
        deadline_ns=0,
        local=own,
        remote=peer,
    )


def _facts(  # noqa: PLR0913  (one parameter for each option)
    *,
    command: str | None,
    ancestor: tuple[str, ...],
    sha256: str | None,
    application: str | None,
    package: str | None,
    unit: str | None,
    host: str | None,
    interface: str | None,
    **_event: Any,
) -> Facts:
    return Facts(
        command=None if command is None else tuple(_words(command)),
        ancestors=ancestor or None,
        sha256=sha256,
        application=application,
        package=package,
        unit=unit,
        hosts=None if host is None else (host_name("host", host),),
        interface=interface,
    )


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError as problem:
        raise RuleError("command", f"{problem}".lower()) from None


def _one(field: str, text: str) -> Any:
    """The one value that a field's text means, as rules.fields reads it."""
    fields = {"name": "x", "action": "allow", field: text}
    rule = rule_from_fields(fields, birth_now(), user_id=user_id, group_id=group_id)
    value = getattr(rule.conditions, field)
    if isinstance(value, frozenset):
        if len(value) != 1:
            raise RuleError(LABELS[field], f"{shown(text, 40)} is more than one; a call has one")
        return next(iter(value))
    return value


def _address(label: str, text: str | None, port: int | None) -> Address | None:
    if text is not None and text.startswith("unix:"):
        return unix_address(text.removeprefix("unix:"))
    if text is None:
        # A port without an address: still something that a rule can ask about.
        return None if port is None else Address(int(socket.AF_INET), b"", port=port)
    return ip_address(spans.address(label, text), port or 0)


def explanation_object(told: Explanation) -> dict[str, Any]:
    """For a script."""
    return {
        "winner": None if told.winner is None else told.winner.id,
        "matched": [_other(other) for other in told.matched],
        "nearly": [_other(other) for other in told.nearly],
        "left_out": told.left_out,
    }


def _other(other: Other) -> dict[str, Any]:
    return {
        "id": other.rule.id,
        "name": other.rule.name,
        "why": other.why.value,
        "condition": other.condition,
        "text": other.text,
    }


def print_explanation(told: Explanation) -> None:
    """For a person."""
    if told.winner is None:
        click.echo("No rule decides it: the mode does, as a rule by asking.")
    else:
        click.echo(f"Rule {told.winner.id} “{shown(told.winner.name, 60)}” decides it:")
        click.echo(f"  {sentence(told.winner)}")
    for head, others in (("These match too:", told.matched), ("These nearly match:", told.nearly)):
        if others:
            click.echo(f"\n{head}")
            rows = [(str(o.rule.id), shown(o.rule.name, 40), o.text) for o in others]
            print_table(("id", "name", "why it lost"), rows)
    if told.left_out:
        click.echo(f"\nand {told.left_out} more")
