# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules export`: rules as a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import click

from snetgui.engine.backend import Backend
from snetgui.model import Rule, StoreError
from snetgui.model.text import shown
from snetgui.rules.exchange import export as document_of

from .rules_params import RuleName
from .rules_session import all_rules, data_dir_option, find_rule, run, say


@click.command()
@click.argument("rules", type=RuleName(), nargs=-1)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="To this file."
)
@data_dir_option
def export(*, rules: tuple[str, ...], output: Path | None, data_dir: Path | None) -> None:
    """Write all rules, or RULES, as JSON (resources/rules.schema.json).

    A file is replaced as a whole and only its owner can read it: what failed
    leaves the old one.
    """

    async def work(backend: Backend) -> list[Rule]:
        if rules:
            return [await find_rule(backend, name) for name in dict.fromkeys(rules)]
        return (await all_rules(backend))[0]

    found = list({rule.id: rule for rule in run(data_dir, work)}.values())
    document = document_of(found)
    if output is None:
        click.echo(document, nl=False)
    else:
        write_whole(output, document)
        say(f"{len(found)} rule{'s' * (len(found) != 1)} written to {shown(str(output))}")


def write_whole(path: Path, text: str) -> None:
    """Put a private file in the place of the one of that name, once it is on the disk.

    Raises:
        StoreError: it can't be written; the one before is as it was.
    """
    try:
        place = path.resolve()  # a link stays, what it leads to is replaced
        descriptor, name = tempfile.mkstemp(prefix=f".{place.name[:100]}.", dir=place.parent)
    except OSError as fault:
        raise _failed(path, fault) from fault
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except OSError as fault:
        with suppress(OSError):
            Path(name).unlink()
        raise _failed(path, fault) from fault


def _failed(path: Path, fault: OSError) -> StoreError:
    return StoreError(f"{shown(str(path))} can't be written: {fault.strerror}")
