# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules import`: rules of files, snet's own or OpenSnitch's; what is left out is named."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import click

from snetgui.engine import proc
from snetgui.engine.backend import MOST_RULES_AT_ONCE, Backend
from snetgui.engine.clock import read_clock
from snetgui.model import Rule, RuleError, SnetError, StoreError
from snetgui.model.text import shown
from snetgui.rules.exchange import FORMAT, Loaded, Rejected, load, rule_to_json
from snetgui.rules.expiry import expired
from snetgui.rules.opensnitch import load_opensnitch
from snetgui.rules.opensnitch_operators import Environment
from snetgui.rules.summary import sentence

from .failure import Exit
from .rules_edit import birth_now
from .rules_output import print_json
from .rules_params import user_id
from .rules_session import all_rules, data_dir_option, json_option, run, say

PIECE_BYTES: Final = 4 << 20  # of rules in one call: a message holds several times that
_MOST_BYTES: Final = 256 << 20
_MOST_FILES: Final = 100_000
_STDIN: Final = "-"
_NETWORKS: Final = "network_aliases.json"


@dataclass(frozen=True, slots=True)
class _Taken:
    """What became of the files: rules that are new, those that were there, what is reported."""

    added: tuple[Rule, ...]
    there: tuple[Rule, ...]
    rejected: tuple[Rejected, ...]


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--from",
    "kind",
    type=click.Choice(["auto", "snet", "opensnitch"]),
    default="auto",
    show_default=True,
    help="Whose files these are.",
)
@click.option("--dry-run", is_flag=True, help="Change nothing, tell what would be done.")
@json_option
@data_dir_option
def import_(
    *, paths: tuple[str, ...], kind: str, dry_run: bool, as_json: bool, data_dir: Path | None
) -> None:
    """Take rules over from PATHS: files, a folder of OpenSnitch's, or - for standard input.

    Rules get new numbers, in the order of their ages. One that is there
    already, word for word, is not added again. All of the rest are added, or
    none. Each rule that could not be taken over as it is, is named with the
    reason; then the exit code is 1.

    JSON: {"added": […], "there": [numbers], "rejected": [{"position", "name",
    "reason"}], "dry_run"}; added are numbers, with --dry-run names.
    """
    loaded = _loaded(_files(paths), kind)

    async def work(backend: Backend) -> _Taken:
        new, there = _split(loaded.rules, (await all_rules(backend))[0])
        added = tuple(new) if dry_run else await add_all(backend, new)
        return _Taken(added, tuple(there), loaded.rejected)

    taken = run(data_dir, work)
    if as_json:
        print_json(_object(taken, dry_run=dry_run))
    else:
        _print(taken, dry_run=dry_run)
    sys.exit(Exit.FAILED if taken.rejected else Exit.DONE)


def _files(paths: Sequence[str]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = _MOST_BYTES
    for path in _expanded(paths):
        content = _read(path, left)
        left -= len(content)
        files[path] = content
    if not files:
        raise click.UsageError("there is no file *.json in that folder")
    return files


def _expanded(paths: Sequence[str]) -> Iterable[str]:
    for path in paths:
        found = _in_folder(path)
        if found is None:
            yield path
            continue
        if len(found) > _MOST_FILES:
            raise SnetError(f"{shown(path)} has more than {_MOST_FILES} files")
        yield from found


def _in_folder(path: str) -> list[str] | None:
    """The rules in a folder; None where the path leads to none. Raises StoreError."""
    if path == _STDIN:
        return None
    try:
        names = os.listdir(path)  # noqa: PTH208  (paths stay as they were typed)
    except (NotADirectoryError, FileNotFoundError):
        return None
    except (OSError, ValueError) as fault:
        raise _unread(path, fault) from fault
    return sorted(str(Path(path, name)) for name in names if name.endswith(".json"))


def _unread(path: str, fault: OSError | ValueError) -> StoreError:
    why = fault.strerror if isinstance(fault, OSError) else fault
    return StoreError(f"{shown(path)} can't be read: {why}")


def _read(path: str, most: int) -> bytes:
    try:
        if path == _STDIN:
            content = sys.stdin.buffer.read(most + 1)
        else:
            with Path(path).open("rb") as file:
                content = file.read(most + 1)
    except OSError as fault:
        raise _unread(path, fault) from fault
    if len(content) > most:
        raise SnetError(f"these files have more than {_MOST_BYTES >> 20} MiB")
    return content


def _loaded(files: Mapping[str, bytes], kind: str) -> Loaded:
    if kind == "auto":
        kind = "snet" if any(map(_is_own, files.values())) else "opensnitch"
    if kind == "snet":
        return _own(files)
    by_name = {Path(path).name if len(files) > 1 else path: data for path, data in files.items()}
    if len(by_name) != len(files):
        raise click.UsageError("two of these files have the same name; take over one folder a time")
    known = Environment(user_id=user_id, list_files=_list_files, networks=_networks(files))
    return load_opensnitch(by_name, birth_now(), known)


def _is_own(content: bytes) -> bool:
    with suppress(ValueError, RecursionError):
        data: Any = json.loads(content)
        return isinstance(data, dict) and data.get("format") == FORMAT
    return FORMAT.encode() in content[:200]  # one of snet's that is broken


def _own(files: Mapping[str, bytes]) -> Loaded:
    clock = read_clock()
    rules: list[Rule] = []
    rejected: list[Rejected] = []
    for path, content in files.items():
        try:
            loaded = load(content)
        except RuleError as fault:
            raise RuleError(shown(path), fault.problem) from fault
        rejected += loaded.rejected
        for position, rule in enumerate(loaded.rules, 1):
            if expired(rule, clock, proc.lives):
                rejected.append(Rejected(position, rule.name, "left out: its time is over"))
            else:
                rules.append(replace(rule, id=0))
    return Loaded(tuple(rules), tuple(rejected))


def _networks(paths: Iterable[str]) -> dict[str, Sequence[str]]:
    """What names such as LAN stand for: OpenSnitch has them beside its folder of rules.

    A network that it can't read is none to it either.
    """
    known: dict[str, Sequence[str]] = {}
    for folder in {Path(path).absolute().parent.parent for path in paths if path != _STDIN}:
        with suppress(SnetError, ValueError, RecursionError, AttributeError, TypeError):
            said = json.loads(_read(str(folder / _NETWORKS), _MOST_BYTES))
            for name, networks in said.items():
                known[name] = [one for one in networks if isinstance(one, str) and "/" in one]
    return known


def _list_files(folder: str) -> Sequence[str]:
    """The files that OpenSnitch takes for lists: their names have a dot, but not as first."""
    with suppress(OSError):
        return sorted(str(file) for file in Path(folder).iterdir() if _is_list(file))
    return ()


def _is_list(file: Path) -> bool:
    with suppress(OSError):
        if file.name.startswith(".") or "." not in file.name:
            return False
        return stat.S_ISREG(file.stat().st_mode)
    return False


def _split(rules: Sequence[Rule], kept: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Those that are new, and the kept ones that say the same as one of the others."""
    known = {_meaning(rule): rule for rule in kept}
    new = [rule for rule in rules if _meaning(rule) not in known]
    there = {
        known[_meaning(rule)].id: known[_meaning(rule)] for rule in rules if _meaning(rule) in known
    }
    return new, list(there.values())


def _meaning(rule: Rule) -> tuple[object, ...]:
    own = (rule.name, rule.action, rule.errno, rule.priority, rule.enabled, rule.note)
    return (*own, rule.conditions, rule.lifetime)


async def add_all(backend: Backend, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Add all or none, also where no message could hold them all.

    Raises:
        SnetError: it says so if some were added, and can't be taken back either.
    """
    added: list[Rule] = []
    try:
        for piece in _pieces(rules):
            added += await backend.add_rules(piece)
    except SnetError as fault:
        if added:
            await _take_back(backend, [rule.id for rule in added], fault)
        raise
    return tuple(added)


def _pieces(rules: Sequence[Rule]) -> Iterator[Sequence[Rule]]:
    piece: list[Rule] = []
    size = 0
    for rule in rules:
        weight = len(json.dumps(rule_to_json(rule)))
        if piece and (size + weight > PIECE_BYTES or len(piece) == MOST_RULES_AT_ONCE):
            yield piece
            piece, size = [], 0
        piece.append(rule)
        size += weight
    if piece:
        yield piece


async def _take_back(backend: Backend, ids: Sequence[int], why: SnetError) -> None:
    try:
        await backend.delete_rules(ids)
    except SnetError as fault:
        raise SnetError(
            f"{why}; rules {ids[0]} to {ids[-1]} were added before, and can't be taken back"
            f" ({fault}): remove them when that is mended"
        ) from fault


def _object(taken: _Taken, *, dry_run: bool) -> dict[str, Any]:
    return {
        "added": [rule.name if dry_run else rule.id for rule in taken.added],
        "there": [rule.id for rule in taken.there],
        "rejected": [
            {"position": one.position, "name": one.name, "reason": one.reason}
            for one in taken.rejected
        ],
        "dry_run": dry_run,
    }


def _print(taken: _Taken, *, dry_run: bool) -> None:
    for rule in taken.added:
        number = "" if dry_run else f" {rule.id}"
        off = "" if rule.enabled else " (switched off)"
        click.echo(f"{'Would add' if dry_run else 'Added'} rule{number}{off}: {sentence(rule)}")
    for rule in taken.there:
        click.echo(f"There already is rule {rule.id}: {sentence(rule)}")
    for one in taken.rejected:
        say(f"rule {one.position} “{shown(one.name, 60)}”: {one.reason}")
    say(
        f"{len(taken.added)} {'to add' if dry_run else 'added'}, {len(taken.there)} there already,"
        f" {len(taken.rejected)} reported"
    )
