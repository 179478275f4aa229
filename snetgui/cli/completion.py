# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet completion`: the script that makes a shell complete snet's commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    For this session: eval "$(snet completion bash)". For good: save what it
    prints where your shell looks for completions.
    """
    make = get_completion_class(shell)
    if make is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(make(ctx.find_root().command, {}, "snet", "_SNET_COMPLETE").source())
