# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule as text for an editor, and back: its JSON as an exported file has it, and a heading.

Lines of the heading begin with #; there are always as many, so that a line
keeps its number when the text is opened again. Only what a person decides is in
the text: all else (number, origin, birth, uses) stays as it is.
"""

from __future__ import annotations

import json
from typing import Any, Final

from snetgui.model import Rule, RuleError
from snetgui.model.text import shown
from snetgui.rules.exchange import rule_from_json, rule_to_json
from snetgui.rules.json_values import mapping, only
from snetgui.rules.summary import rule_name, sentence

_MEMBERS: Final = (
    *("name", "enabled", "action", "errno", "conditions", "lifetime", "priority", "note"),
)
_HELP: Final = (
    "",
    "There can be: name, enabled, action, errno (what a denied program sees), conditions,",
    'lifetime, priority, note; each as "snet rules export" writes it. An empty file, or one',
    "that is left as it is, changes nothing. Lines that begin with # count for nothing.",
)


def text_of(rule: Rule) -> str:
    """What the person edits, without a heading. Invisible characters are escaped."""
    given = {name: value for name, value in rule_to_json(rule).items() if name in _MEMBERS}
    text = json.dumps(given, indent=1, ensure_ascii=False)
    return "".join(map(_plain, text)) + "\n"


def with_heading(text: str, rule: Rule, problem: str = "") -> str:
    """The text as it is opened: what it is about, what is wrong with it, how to go on."""
    about = f"Rule {rule.id}: {shown(sentence(rule), 200)}"
    wrong = f"WRONG: {shown(problem, 300)}" if problem else ""
    return "".join(f"# {line}".rstrip() + "\n" for line in (about, wrong, *_HELP)) + text


def without_heading(text: str) -> str:
    """The text that the person left."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def rule_of(text: str, base: Rule) -> Rule:
    """The rule that an edited text says, as another version of base.

    Raises:
        RuleError: what is wrong and where, in a sentence.
    """
    given = mapping("rule", _read(text))
    only("rule", given, _MEMBERS)
    kept = {name: value for name, value in rule_to_json(base).items() if name not in _MEMBERS}
    made = rule_from_json({**kept, **given})
    if made.name == base.name == rule_name(base.action, base.conditions):
        # A name that was made up follows the rule.
        name = rule_name(made.action, made.conditions)
        made = rule_from_json({**kept, **given, "name": name})
    return made


def _read(text: str) -> Any:
    lines = text.splitlines(keepends=True)
    try:
        return json.loads("".join("\n" if line.startswith("#") else line for line in lines))
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        problem = f"this is not JSON: {fault.msg[:1].lower()}{fault.msg[1:]} ({where})"
        raise RuleError("text", problem) from None
    except RecursionError:
        raise RuleError("text", "this is not JSON that can be read") from None


def _plain(char: str) -> str:
    return char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1]
