# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `snet`: its subcommands by name, each imported when it is called."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, cast

import click
from click.shell_completion import CompletionItem

from snetgui import __version__


class Lazy(NamedTuple):
    """Where a subcommand is ("module:attribute") and its line in the overview."""

    place: str
    help: str


# A new subcommand is one line here.
COMMANDS: Final = {
    "agent": Lazy("snetgui.cli.agent:agent", "Answer held calls in this terminal."),
    "completion": Lazy("snetgui.cli.completion:completion", "Print the shell's completion script."),
    "config": Lazy("snetgui.cli.config:config", "Show and change the kernel module's parameters."),
    "log": Lazy("snetgui.cli.log:log", "Show past and live decisions."),
    "rules": Lazy("snetgui.cli.rules:rules", "List, change, test, import and export rules."),
    "run": Lazy("snetgui.cli.run:run", "Run a program behind the firewall."),
    "status": Lazy("snetgui.cli.status:status", "Show the kernel module's state and counters."),
}


class LazyGroup(click.Group):
    """A group whose help and completion import none of its commands.

    Whatever snet itself reports becomes one line and an exit code here, so
    that no command needs to catch it.
    """

    def __init__(self, *args: Any, commands: Mapping[str, Lazy], **options: Any) -> None:
        super().__init__(*args, **options)
        self._lazy: Final = dict(commands)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command; None if there is none of that name."""
        lazy = self._lazy.get(cmd_name)
        if lazy is None:
            return None
        module, _, name = lazy.place.partition(":")
        return cast(click.Command, getattr(importlib.import_module(module), name))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names from the table alone, then options."""
        names = [
            CompletionItem(name, help=self._lazy[name].help)
            for name in sorted(self._lazy)
            if name.startswith(incomplete)
        ]
        return names + super(click.Group, self).shell_complete(ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._lazy[name].help) for name in sorted(self._lazy)])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; snet's own exceptions end it in one line."""
        from snetgui.model.errors import SnetError  # noqa: PLC0415  (only a command needs it)

        try:
            return super().invoke(ctx)
        except SnetError as problem:
            from .failure import Failure  # noqa: PLC0415

            raise Failure(problem) from problem
        except OSError as fault:
            from .failure import FULL, Unwritten  # noqa: PLC0415

            if fault.errno not in FULL:
                raise
            raise Unwritten(fault) from fault


@click.command(
    cls=LazyGroup,
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no kernel module,"
    " 4 not permitted, 5 another agent is there.",
)
@click.version_option(__version__, prog_name="snet", message="%(prog)s %(version)s")
def main() -> None:
    """The interactive firewall that holds network calls until someone answers."""
