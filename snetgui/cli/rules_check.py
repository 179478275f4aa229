# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules check`: rules that a person may want to clear away."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import click

from snetgui.engine.backend import Backend
from snetgui.model import Rule, UnknownRule
from snetgui.model.text import shown
from snetgui.rules.hygiene import Finding

from .failure import Exit
from .rules_output import print_json, print_table
from .rules_session import PAGE, data_dir_option, json_option, run, say_all


@click.command()
@json_option
@data_dir_option
def check(*, as_json: bool, data_dir: Path | None) -> None:
    """Find rules that can never win, repeat others, were never used or whose program is gone.

    Exits with 1 if anything was found. JSON: {"findings": [{"rule_id", "kind",
    "fix": "remove" or "disable", "text", "because": number of the rule that
    shadows or repeats it}], "warnings": [what the engine says of its files]}.
    """
    found, names, warnings = run(
        data_dir, lambda backend: _look(backend, names=not as_json), warn=False
    )
    if as_json:
        findings = [dataclasses.asdict(finding) for finding in found]
        print_json({"findings": findings, "warnings": list(warnings)})
    elif found:
        rows = [
            (str(f.rule_id), names.get(f.rule_id, ""), f.kind.value, f.text, f.fix.value)
            for f in found
        ]
        print_table(("id", "name", "what", "why", "fix"), rows)
    else:
        click.echo("Nothing to clear away.")
    if not as_json:
        say_all(warnings)
    sys.exit(Exit.FAILED if found or warnings else Exit.DONE)


async def _look(
    backend: Backend, *, names: bool
) -> tuple[list[Finding], dict[int, str], tuple[str, ...]]:
    found: list[Finding] = []
    while True:
        page = await backend.findings(offset=len(found), limit=PAGE)
        found += page.rows
        if len(page.rows) < PAGE:
            break
    ids = {finding.rule_id for finding in found} if names else set()
    called = {rule_id: await _name(backend, rule_id) for rule_id in ids}
    return found, called, (await backend.status()).warnings


async def _name(backend: Backend, rule_id: int) -> str:
    try:
        rule: Rule = await backend.rule(rule_id)
    except UnknownRule:  # it went away meanwhile
        return ""
    return shown(rule.name, 60)
