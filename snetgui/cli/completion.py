# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet completion`: the script that makes a shell complete snet's commands.

What the shells ask and how they are answered is click's. Its scripts for bash
and fish lose values with blanks or commas in them, which names of rules have.
"""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import get_completion_class

_BASH: Final = """\
_snet_completion() {
    local IFS=$'\\n' line
    COMPREPLY=()
    while read -r line; do
        case $line in
            dir,*) compopt -o dirnames ;;
            file,*) compopt -o default ;;
            plain,*)
                line=${line#plain,}
                COMPREPLY+=("$line")
                # Readline quotes names of files only.
                [[ $line == *[!A-Za-z0-9_.,:/@%+=-]* ]] && compopt -o filenames
                ;;
        esac
    done < <(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD _SNET_COMPLETE=bash_complete "$1")
    return 0
}
complete -o nosort -F _snet_completion snet"""

_FISH: Final = """\
function __snet_complete
    set -lx _SNET_COMPLETE fish_complete
    set -lx COMP_WORDS (commandline -cp)
    set -lx COMP_CWORD (commandline -t)
    for line in (snet)
        set -l said (string split -m 1 , -- $line)
        switch $said[1]
            case dir
                __fish_complete_directories $said[2]
            case file
                __fish_complete_path $said[2]
            case plain
                echo $said[2]
        end
    end
end
complete --no-files --command snet --arguments '(__snet_complete)'"""


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    For this session: eval "$(snet completion bash)", the same with zsh, or
    snet completion fish | source. For good: save what it prints where your
    shell looks for completions.
    """
    click.echo({"bash": _BASH, "fish": _FISH}.get(shell) or _of_click(ctx, shell))


def _of_click(ctx: click.Context, shell: str) -> str:
    make = get_completion_class(shell)
    if make is None:
        raise click.UsageError(f"no completion for {shell}")
    return make(ctx.find_root().command, {}, "snet", "_SNET_COMPLETE").source()
