# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule in the person's own editor: opened again until it says something sensible."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from snetgui.engine.backend import Backend
from snetgui.engine.clock import read_clock
from snetgui.model import Birth, Rule, RuleError, SnetError
from snetgui.model.text import shown
from snetgui.rules.fields import meant_otherwise

from .rules_session import find_rule, run
from .rules_text import rule_of, text_of, with_heading, without_heading

_USUAL: Final = ("sensible-editor", "editor", "nano", "vi")
_MOST_BYTES: Final = 64 << 20


class _Meanwhile(SnetError):
    """The rule was changed by somebody else while it was edited.

    Attributes:
        rule: as it is now.
    """

    def __init__(self, rule: Rule) -> None:
        super().__init__(
            "the rule was changed meanwhile; below is what you wrote: change it once more to"
            " keep yours instead, or empty the file"
        )
        self.rule = rule


def edit_in_editor(directory: Path | None, named: str) -> tuple[Rule, bool]:
    """Let the person edit a rule; returns it as it is then, and whether it was changed.

    Raises:
        SnetError: it was given up with something wrong in it, the editor failed,
            or the rule could not be kept: then the text is, and it is said where.
    """
    base = run(directory, lambda backend: find_rule(backend, named))
    text, problem = text_of(base), ""
    with tempfile.TemporaryDirectory(prefix="snet-") as folder:
        path = Path(folder) / f"rule-{base.id}.json"
        while True:
            before, saved = text, _edited(path, with_heading(text, base, problem))
            text = without_heading(saved)
            if text == before or not text.strip():
                if problem:
                    raise SnetError(f"nothing was changed: {problem}")
                return base, False
            try:
                made = _checked(rule_of(saved, base), base)
                return (base, False) if made == base else (_kept(directory, made, base), True)
            except _Meanwhile as other:
                base, problem = other.rule, str(other)
            except RuleError as wrong:
                problem = str(wrong)
            except SnetError as fault:
                kept = _saved_for_later(path)
                raise SnetError(f"{fault}; what you wrote is in {kept}") from fault


def _checked(made: Rule, base: Rule) -> Rule:
    """The rule, if a person can mean it. Raises RuleError."""
    clock = read_clock()
    now = Birth(clock.wall, clock.boot_id, clock.boottime_s)
    for fault in meant_otherwise(made, now, base):
        raise fault
    return made


def _kept(directory: Path | None, made: Rule, base: Rule) -> Rule:
    async def work(backend: Backend) -> Rule:
        now = await backend.rule(base.id)
        if text_of(now) != text_of(base):
            raise _Meanwhile(now)
        return await backend.change_rule(
            replace(
                made,
                birth=now.birth,
                remaining_s=now.remaining_s,
                hits=now.hits,
                last_used=now.last_used,
            )
        )

    return run(directory, work, warn=False)


def _edited(path: Path, text: str) -> str:
    """What the person makes of a text."""
    path.write_text(text, encoding="utf-8")
    # As git does it: an editor may come with arguments.
    command = ["sh", "-c", f'{_editor()} "$@"', "sh", str(path)]
    code = subprocess.run(command, check=False).returncode
    if code:
        raise SnetError(f"nothing was changed: the editor {shown(_editor(), 60)} ended with {code}")
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise SnetError(f"nothing was changed: the text can't be read ({fault})") from fault


def _editor() -> str:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    found = named or next(filter(shutil.which, _USUAL), None)
    if found is None:
        raise SnetError("there is no editor: say which in the variable EDITOR")
    return found


def _saved_for_later(path: Path) -> Path:
    """Where the text stays when all else of the edit goes."""
    descriptor, name = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".json")
    with os.fdopen(descriptor, "wb") as file:
        file.write(path.read_bytes())
    return Path(name)
