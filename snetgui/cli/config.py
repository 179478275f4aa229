# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet config`: the kernel module's parameters, shown and changed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any, Final, TypeVar, cast

import click

from snetgui.model import Action
from snetgui.source.kernel import Client, Config, ConfigChange

_Value = TypeVar("_Value")

_POLICIES: Final = {"accept": Action.ALLOW, "deny": Action.DENY}
_SWITCH: Final = {"off": False, "on": True}
NAMES: Final = tuple(field.name.replace("_", "-") for field in dataclasses.fields(Config))


@click.group()
def config() -> None:
    """Show and change the kernel module's parameters (as root)."""


@config.command()
@click.argument("name", type=click.Choice(NAMES), required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def get(*, name: str | None, as_json: bool) -> None:
    """Show all parameters, or the value of NAME alone."""
    with Client() as client:
        values = config_fields(client.config())
    wanted = values if name is None else {name: values[name]}
    if as_json:
        click.echo(json.dumps(wanted))
    elif name is not None:
        click.echo(_text(values[name]))
    else:
        for key, value in wanted.items():
            click.echo(f"{key:<20}{_text(value)}")


@config.command("set")
@click.argument("name", type=click.Choice(NAMES))
@click.argument("value")
def set_(*, name: str, value: str) -> None:
    """Set the parameter NAME.

    verdict-delay and max-delay are seconds, verdict-policy is accept or deny,
    debug is on or off. Calls that are held already keep their deadline. It
    lasts until the module is unloaded.
    """
    change = cast(ConfigChange, {name.replace("-", "_"): parse_value(name, value)})
    with Client() as client:
        client.configure(**change)


def parse_value(name: str, value: str) -> int | bool | Action:
    """A parameter's value as typed; the module's own limits are its own to check."""
    if name == "verdict-policy":
        return _choice(name, value, _POLICIES | {"0": Action.ALLOW, "1": Action.DENY})
    if name == "debug":
        return _choice(name, value, _SWITCH | {"0": False, "1": True})
    if not (value.isascii() and value.isdigit()):
        raise click.BadParameter(f"{name}: {value!r} is no whole number", param_hint="VALUE")
    return int(value)


def _choice(name: str, value: str, choices: Mapping[str, _Value]) -> _Value:
    if value not in choices:
        names = " or ".join(key for key in choices if not key.isdigit())
        raise click.BadParameter(f"{name}: {value!r} is not {names}", param_hint="VALUE")
    return choices[value]


def config_fields(values: Config) -> dict[str, Any]:
    """The parameters under the names that people type: numbers, switches and one word."""
    fields = {key.replace("_", "-"): value for key, value in dataclasses.asdict(values).items()}
    policy = "accept" if values.verdict_policy is Action.ALLOW else "deny"
    return fields | {"verdict-policy": policy}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)
