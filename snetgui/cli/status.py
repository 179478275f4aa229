# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet status`: what the kernel module says of itself."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import click

from snetgui.model import Action, SourcePermission, Subscription
from snetgui.model.names import family_name
from snetgui.model.text import shown
from snetgui.source.kernel import Client, Config, Stats, Version

from .config import config_fields


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def status(*, as_json: bool) -> None:
    """Show the kernel module's version, parameters, subscriptions and counters.

    Parameters and subscriptions are shown to root alone.
    """
    with Client() as client:
        version, stats = client.version, client.stats()
        try:
            config, subscriptions = client.config(), client.subscriptions()
        except SourcePermission:
            config, subscriptions = None, None
    if as_json:
        click.echo(json.dumps(_fields(version, stats, config, subscriptions)))
        return
    for name, value in _rows(version, stats, config, subscriptions):
        click.echo(f"{name:<18}{value}")


def _fields(
    version: Version,
    stats: Stats,
    config: Config | None,
    subscriptions: tuple[Subscription, ...] | None,
) -> dict[str, Any]:
    """Everything by its name; what may not be seen is null."""
    return {
        "version": {
            "module": version.module,
            "protocol": version.protocol,
            "hooks": sorted(version.hooks),
            "attach": version.attach,
        },
        "config": config_fields(config) if config else None,
        "subscriptions": None
        if subscriptions is None
        else [dataclasses.asdict(subscription) for subscription in subscriptions],
        "stats": dataclasses.asdict(stats),
    }


def _rows(
    version: Version,
    stats: Stats,
    config: Config | None,
    subscriptions: tuple[Subscription, ...] | None,
) -> list[tuple[str, str]]:
    """The same for a person: a name and what it is."""
    rows = [
        ("module", f"{shown(version.module)}, protocol {version.protocol}"),
        ("joined by", shown(version.attach)),
        ("can hold", ", ".join(sorted(version.hooks))),
    ]
    if config is None or subscriptions is None:
        rows.append(("parameters", "shown to root alone"))
    else:
        answer = "allowed" if config.verdict_policy is Action.ALLOW else "denied"
        rows += [
            ("unanswered calls", f"{answer} after {config.verdict_delay} s"),
            ("at most", f"{config.max_pending} calls held, {config.max_delay} s each"),
            ("subscriptions", ", ".join(map(subscription_text, subscriptions)) or "none"),
        ]
    return [*rows, *_counter_rows(stats)]


def _counter_rows(stats: Stats) -> list[tuple[str, str]]:
    ended = {
        name.removeprefix("ended_").replace("_", " "): count
        for name, count in dataclasses.asdict(stats).items()
        if name.startswith("ended_") and count
    }
    ways = ", ".join(f"{count} by {name}" for name, count in ended.items())
    return [
        ("held so far", f"{stats.raised}, of them {stats.pending} now"),
        ("ended", f"{stats.allowed} allowed, {stats.denied} denied" + (f" ({ways})" * bool(ways))),
        ("agents", f"{stats.agents} registered so far"),
        ("messages", f"{stats.unsent} sent late, {stats.lost} lost"),
    ]


def subscription_text(subscription: Subscription) -> str:
    """As `snet agent --subscribe` takes it: "connect/inet/6", "all"."""
    parts = [
        str(subscription.syscall or "any"),
        "any" if subscription.family is None else family_name(subscription.family),
        "any" if subscription.protocol is None else str(subscription.protocol),
    ]
    while parts and parts[-1] == "any":
        parts.pop()
    return "/".join(parts) or "all"
