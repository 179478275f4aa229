# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet log --explain`: all that is known of a past decision, and what the rules say of it now."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Final

import click

from snetgui.engine.backend import Backend
from snetgui.model import Recorded
from snetgui.model.fields import errno_name
from snetgui.model.names import family_name, protocol_name, type_name
from snetgui.model.text import shown
from snetgui.rules.explain import Explanation
from snetgui.store.export import decision_fields

from .log_output import user_words, where_words, why_words
from .log_session import files_and_rules, find_decision
from .rules_explain import explanation_object, print_explanation
from .rules_output import print_json
from .rules_session import run

_LONG: Final = 5000


def explain(directory: Path | None, number: int, *, as_json: bool) -> None:
    """Print it. Raises SnetError if there is no such decision."""

    async def work(backend: Backend) -> tuple[Recorded, Explanation]:
        found = await find_decision(backend, number)
        return found, await backend.explain(found.decision.event, found.decision.facts)

    found, told = run(directory, work, files=files_and_rules)
    if as_json:
        fields = {"kind": "decision"} | decision_fields(found.id, found.decision)
        print_json(fields | {"explanation": explanation_object(told)})
        return
    _print(found)
    click.echo("\nBy the rules as they are now:")
    print_explanation(told)


def _print(found: Recorded) -> None:
    decision = found.decision
    error = f", the caller saw {errno_name(decision.errno)}" if decision.errno else ""
    click.echo(f"Decision {found.id}: {decision.action.value}, {why_words(decision)}{error}")
    for label, text in _details(found).items():
        if text:
            click.echo(f"  {label + ':':<17}{shown(text, _LONG)}")


def _details(found: Recorded) -> dict[str, str]:
    """What is known, "" where it is not."""
    decision = found.decision
    event, facts, process = decision.event, decision.facts, decision.event.process
    socket = (family_name(event.family), type_name(event.type), protocol_name(event))
    return {
        "when": f"{decision.when.astimezone():%Y-%m-%d %H:%M:%S.%f %z}",
        "held": f"{decision.held_ns / 1e6:.3f} ms",
        "call": f"{event.syscall.value} {where_words(decision)}",
        "socket": " ".join(socket),
        "local": "" if event.local is None else str(event.local),
        "remote": "" if event.remote is None else str(event.remote),
        "hosts": " ".join(facts.hosts or ()),
        "interface": facts.interface or "",
        "program": process.exe or "(none)",
        "thread": process.comm,
        "process": f"{process.pid}, thread {process.tid}, started by {process.ppid}",
        "user": f"{user_words(decision)} (uid {process.uid}, gid {process.gid})",
        "command": "" if facts.command is None else shlex.join(facts.command),
        "started through": " ← ".join(facts.ancestors or ()),
        "application": facts.application or "",
        "package": facts.package or "",
        "unit": facts.unit or "",
        "sha256": facts.sha256 or "",
    }
