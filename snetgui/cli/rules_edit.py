# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules add`, `edit`, `enable`, `disable` and `remove`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from snetgui.engine.backend import Backend
from snetgui.engine.clock import read_clock
from snetgui.model import Birth, Rule, SnetError, UnknownRule
from snetgui.model.text import shown
from snetgui.rules.fields import read_fields, write_fields
from snetgui.rules.labels import LABELS, NAME_OF
from snetgui.rules.summary import rule_name, sentence
from snetgui.rules.untold import untold_words

from .rules_editor import edit_in_editor
from .rules_output import print_json, rule_object
from .rules_params import OPTIONS, RuleName, field_options, given_fields, group_id, user_id
from .rules_session import data_dir_option, find_ids, find_rule, json_option, run, say


@click.command()
@field_options(*LABELS)
@json_option
@data_dir_option
def add(*, as_json: bool, data_dir: Path | None, **options: Any) -> None:
    """Add a rule: what it answers, and all that must hold for it to.

    snet rules add --action deny --exe /usr/bin/curl --remote-port 443

    An option that is given several times, or several values with commas
    between, mean any of these. JSON: the rule.
    """
    rule = _rule(given_fields(options), None)
    _print_kept(run(data_dir, lambda backend: backend.add_rule(rule)), "Added", as_json=as_json)


@click.command()
@click.argument("rule", type=RuleName())
@field_options(*LABELS)
@json_option
@data_dir_option
def edit(*, rule: str, as_json: bool, data_dir: Path | None, **options: Any) -> None:
    """Change the fields of RULE that are given; an empty text asks nothing any more.

    snet rules edit 7 --remote-port 80,443 --host ''

    Without any, RULE is opened in the editor that VISUAL or EDITOR names, and
    again until it is right; left as it is, nothing is changed.

    A new lifetime counts from now on. JSON: the rule.
    """
    given = given_fields(options)
    if not given:
        edited, changed = edit_in_editor(data_dir, rule)
        _print_kept(edited, "Changed" if changed else "Left as it was:", as_json=as_json)
        return

    async def work(backend: Backend) -> Rule:
        base = await find_rule(backend, rule)
        return await backend.change_rule(_rule(given, base))

    _print_kept(run(data_dir, work), "Changed", as_json=as_json)


@click.command()
@click.argument("rules", type=RuleName(), nargs=-1, required=True)
@json_option
@data_dir_option
def enable(*, rules: tuple[str, ...], as_json: bool, data_dir: Path | None) -> None:
    """Switch RULES on. JSON: {"enabled": [their numbers]}."""
    _switch(rules, data_dir, enabled=True, as_json=as_json)


@click.command()
@click.argument("rules", type=RuleName(), nargs=-1, required=True)
@json_option
@data_dir_option
def disable(*, rules: tuple[str, ...], as_json: bool, data_dir: Path | None) -> None:
    """Switch RULES off. JSON: {"disabled": [their numbers]}."""
    _switch(rules, data_dir, enabled=False, as_json=as_json)


@click.command()
@click.argument("rules", type=RuleName(), nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask; without a terminal nothing is asked.")
@json_option
@data_dir_option
def remove(*, rules: tuple[str, ...], yes: bool, as_json: bool, data_dir: Path | None) -> None:
    """Forget RULES, also one that can't be read (by its number).

    JSON: {"removed": [the rules]}, without those that can't be read.
    """

    async def work(backend: Backend) -> tuple[tuple[Rule, ...], list[int]]:
        ids, unread = await _to_remove(backend, rules)
        if not yes and sys.stdin.isatty():
            await _confirm(backend, ids)
        before = len((await backend.status()).warnings)
        gone = await backend.delete_rules([*ids, *unread])
        if unread and len((await backend.status()).warnings) > before - len(unread):
            raise UnknownRule(f"there is no rule {', '.join(map(str, unread))} (any more)")
        return gone, unread

    gone, unread = run(data_dir, work)
    if as_json:
        clock = read_clock()
        print_json({"removed": [rule_object(rule, clock) for rule in gone]})
        return
    for rule in gone:
        click.echo(f"Removed rule {rule.id}: {sentence(rule)}")
    for number in unread:
        click.echo(f"Removed rule {number}, which could not be read")


def birth_now() -> Birth:
    """Of a rule that is made now."""
    clock = read_clock()
    return Birth(clock.wall, clock.boot_id, clock.boottime_s)


def _rule(given: Mapping[str, str], base: Rule | None) -> Rule:
    """The rule that these fields make. Raises click.UsageError, which names each wrong one."""
    fields = dict(given) if base is None else write_fields(base) | dict(given)
    if base is not None and base.name == rule_name(base.action, base.conditions):
        fields["name"] = given.get("name", "")  # a name that was made up follows the rule
    checked = read_fields(fields, birth_now(), base=base, user_id=user_id, group_id=group_id)
    if checked.rule is None:
        raise click.UsageError("\n".join(map(_problem_words, checked.problems)))
    return checked.rule


def _problem_words(problem: Any) -> str:
    field = NAME_OF.get(problem.field, problem.field)
    return f"--{OPTIONS.get(field, field)}: {problem.problem}"


def _print_kept(rule: Rule, verb: str, *, as_json: bool) -> None:
    if as_json:
        print_json(rule_object(rule, read_clock()))
    else:
        click.echo(f"{verb} rule {rule.id}: {sentence(rule)}")
    if why := untold_words(rule.conditions):
        say(str(why))


def _switch(
    names: tuple[str, ...], directory: Path | None, *, enabled: bool, as_json: bool
) -> None:
    async def work(backend: Backend) -> tuple[Rule, ...]:
        return await backend.set_enabled(await find_ids(backend, names), enabled)

    turned = run(directory, work)
    if as_json:
        print_json({"enabled" if enabled else "disabled": [rule.id for rule in turned]})
        return
    for rule in turned:
        click.echo(f"Switched {'on' if enabled else 'off'} rule {rule.id}: {sentence(rule)}")


async def _to_remove(backend: Backend, names: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """Numbers of rules that are there, and numbers that may be of what can't be read."""
    ids, unread = [], []
    for name in names:
        try:
            ids.append((await find_rule(backend, name)).id)
        except UnknownRule:
            if not name.isdecimal():
                raise
            unread.append(int(name))
    return list(dict.fromkeys(ids)), list(dict.fromkeys(unread))


async def _confirm(backend: Backend, ids: list[int]) -> None:
    for rule_id in ids:
        rule = await backend.rule(rule_id)
        say(f"rule {rule.id} “{shown(rule.name, 60)}”: {sentence(rule)}")
    if not click.confirm("Forget?", err=True):
        raise SnetError("nothing was removed")
