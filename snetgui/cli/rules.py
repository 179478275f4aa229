# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules`: the rules, from a terminal; its subcommands by name."""

from __future__ import annotations

from typing import Final

import click

from .main import Lazy, LazyGroup

COMMANDS: Final = {
    "add": Lazy("snetgui.cli.rules_edit:add", "Add a rule."),
    "check": Lazy("snetgui.cli.rules_check:check", "Find rules to clear away."),
    "disable": Lazy("snetgui.cli.rules_edit:disable", "Switch rules off."),
    "edit": Lazy("snetgui.cli.rules_edit:edit", "Change fields of a rule."),
    "enable": Lazy("snetgui.cli.rules_edit:enable", "Switch rules on."),
    "explain": Lazy(
        "snetgui.cli.rules_explain:explain", "Tell which rule decides a call, and why."
    ),
    "export": Lazy("snetgui.cli.rules_export:export", "Write rules to a file."),
    "import": Lazy("snetgui.cli.rules_import:import_", "Take rules over from files."),
    "list": Lazy("snetgui.cli.rules_list:list_", "List, search and sort rules."),
    "remove": Lazy("snetgui.cli.rules_edit:remove", "Forget rules."),
    "show": Lazy("snetgui.cli.rules_list:show", "Show one rule in full."),
}


@click.command(
    cls=LazyGroup,
    commands=COMMANDS,
    epilog="Exit codes: 0 done, 1 failed (check: something was found; import: a rule was not"
    " taken over as it is), 2 wrong usage.",
)
def rules() -> None:
    """List, change, test, import and export rules.

    A running snet of yours is asked, so that a change is in play at once; where
    none runs, the files are changed. RULE is a rule's number or its whole name.
    """
