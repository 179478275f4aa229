# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet run -- COMMAND`: one program and all its children behind the firewall.

Needs neither root nor the kernel module. What is imported here is what starts
the command; the engine is loaded while the command starts.
"""

from __future__ import annotations

import errno
import socket
import sys
from typing import IO, Final

import click

from snetgui.model import Rule, SnetError, Subscription, Syscall
from snetgui.model.text import shown

from .params import SubscriptionSet

OWN_FAILURE: Final = 125  # as env(1), nice(1) and timeout(1)
NOT_EXECUTABLE: Final = 126
NOT_FOUND: Final = 127

# Calling out, serving and who calls in; and any use of the families that reach
# other machines by other ways.
USUAL: Final = tuple(
    Subscription(syscall, family)
    for family in (socket.AF_INET, socket.AF_INET6)
    for syscall in (Syscall.CONNECT, Syscall.SENDMSG, Syscall.LISTEN, Syscall.ACCEPT)
) + tuple(
    Subscription(None, family)
    for family in (socket.AF_PACKET, socket.AF_VSOCK, socket.AF_BLUETOOTH, socket.AF_CAN)
)


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option(
    "--policy",
    type=click.Choice(["allow", "deny"]),
    default="allow",
    show_default=True,
    help="The answer to a call that nobody answers in time.",
)
@click.option(
    "--delay",
    type=click.FloatRange(1, 3600),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="How long a call is held.",
)
@click.option(
    "--rules",
    "rules_file",
    type=click.File("rb"),
    help="Rules that hold for this run besides the remembered ones (snet rules export).",
)
@click.option(
    "--json", "as_json", is_flag=True, help="A line of JSON for each decision, on stderr."
)
@click.option("--no-remember", is_flag=True, help="Neither use nor write remembered rules.")
@click.option(
    "--ask",
    type=click.Choice(["auto", "window", "terminal", "nobody"]),
    default="auto",
    show_default="window, else terminal, else nobody",
    help="Where to ask.",
)
@click.option(
    "--hold",
    type=SubscriptionSet(),
    default=USUAL,
    show_default="connect,sendmsg,listen,accept of inet and inet6, and all of packet, vsock, …",
    help="Which calls to hold: 'all', or SYSCALL[/FAMILY[/PROTOCOL]] with commas between.",
)
def run(  # noqa: PLR0913  (one parameter for each option)
    *,
    command: tuple[str, ...],
    policy: str,
    delay: float,
    rules_file: IO[bytes] | None,
    as_json: bool,
    no_remember: bool,
    ask: str,
    hold: tuple[Subscription, ...],
) -> None:
    """Run COMMAND behind the firewall: it, and all that it starts.

    Each network call that no rule decides is held and asked about: on the
    screen, else in this terminal, else the policy answers. Ends as COMMAND
    ends; what it leaves running stays covered until it ends.

    With --json the fields of a line are those of snet agent --json (kind is
    "decision"), and rule, the number of the rule that decided.

    Exit codes: those of COMMAND; 125 snet itself failed, 126 COMMAND can't be
    executed, 127 it is not found.
    """
    from snetgui.source.seccomp.launch import launch  # noqa: PLC0415 - not for --help

    from .supervise import Options, supervise  # noqa: PLC0415

    try:
        options = Options(
            deny=policy == "deny",
            delay_s=delay,
            rules=_rules(rules_file),
            as_json=as_json,
            remember=not no_remember,
            ask=ask,
            hold=hold,
        )
        launched = launch(command, lambda problem: _failed(command[0], problem))
    except SnetError as problem:
        click.echo(f"snet: {problem}", err=True)
        sys.exit(OWN_FAILURE)
    supervise(launched, options)


def _rules(file: IO[bytes] | None) -> tuple[Rule, ...]:
    """The rules of a file. Raises SnetError if it, or one of them, can't be used."""
    if file is None:
        return ()
    from snetgui.rules.exchange import load  # noqa: PLC0415 - only with --rules

    loaded = load(file.read())
    if loaded.rejected:
        first = loaded.rejected[0]
        raise SnetError(f"{file.name}: rule {first.position}: {first.reason}")
    return loaded.rules


def _failed(name: str, problem: SnetError) -> int:
    """Say why there is no command to supervise; returns the exit code."""
    from snetgui.source.seccomp.launch import CommandFailed  # noqa: PLC0415

    if not isinstance(problem, CommandFailed):
        click.echo(f"snet: {problem}", err=True)
        return OWN_FAILURE
    if problem.errno == errno.ENOENT and "/" not in name:
        click.echo(f"snet: {shown(name)}: command not found", err=True)
        return NOT_FOUND
    click.echo(f"snet: {shown(name)}: {problem}", err=True)
    return NOT_FOUND if problem.errno == errno.ENOENT else NOT_EXECUTABLE
