# SPDX-License-Identifier: GPL-2.0-or-later
"""Text conditions, compiled once for RE2, which no pattern can make hang."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import re2

from snetgui.model import RuleError, TextKind, TextMatch
from snetgui.model.said import translate

MAX_PATTERN = 8192  # characters: twice the longest path, and what RE2 compiles in no time
_SHORT = 256  # characters
_PATTERN_MEMORY = 8 << 20  # bytes, RE2's own default
_SPECIAL = frozenset("\\.+*?()|[]{}^$")
_SURROGATES = {code: 0x10F000 + code - 0xD800 for code in range(0xD800, 0xE000)}


def text_test(match: TextMatch) -> Callable[[str], bool]:
    """Return the function that tells whether a text meets this condition.

    Raises:
        RuleError: the pattern is not one (field "pattern").
    """
    if match.kind is TextKind.EXACT:
        return _exact_test(match.value, match.ignore_case)
    search = compiled(pattern(match), match.ignore_case).search
    return lambda text: search(searchable(text)) is not None


def pattern(match: TextMatch) -> str:
    """The RE2 pattern of a glob or regex condition, to be searched for.

    Raises:
        RuleError: a glob that can't be read (field "pattern").
    """
    if match.kind is TextKind.GLOB:
        return glob_pattern(match.value)
    return match.value


def checked_pattern(match: TextMatch) -> str:
    """As pattern(), of one that compiles. Raises RuleError (field "pattern") also if it does not.

    A short glob without a class always does: compiling thousands takes a second.
    """
    source = pattern(match)
    if match.kind is not TextKind.GLOB or "[" in match.value or len(match.value) > _SHORT:
        compiled(source, match.ignore_case)
    return source


@functools.lru_cache(maxsize=1024)
def compiled(source: str, ignore_case: bool) -> Any:
    """Compile an RE2 pattern. Raises RuleError (field "pattern") if it is none."""
    if len(source) > MAX_PATTERN:
        problem = translate(
            "Problem",
            "{count} characters are above {most}",
            count=str(len(source)),
            most=str(MAX_PATTERN),
        )
        raise RuleError("pattern", problem)
    try:
        return re2.compile(searchable(source), options(ignore_case))
    except (re2.error, UnicodeEncodeError) as fault:
        problem = translate("Problem", "not a regular expression: {why}", why=_reason(fault))
        raise RuleError("pattern", problem) from fault


@functools.cache
def options(ignore_case: bool) -> Any:
    """RE2's options for every pattern of a rule, alone or in a set."""
    chosen = re2.Options()
    chosen.case_sensitive = not ignore_case
    chosen.never_capture = True
    chosen.log_errors = False
    chosen.max_mem = _PATTERN_MEMORY
    return chosen


def searchable(text: str) -> str:
    """Map bytes that were not UTF-8 (surrogate escapes) to what RE2 can read.

    They become private use characters of plane 16, so that "any character"
    covers them and no other name reads the same.
    """
    return text if text.isascii() else text.translate(_SURROGATES)


def fold(text: str) -> str:
    """The form in which texts are compared where case does not matter."""
    return text.lower()


def glob_pattern(glob: str) -> str:
    r"""Translate a glob: * any but "/", ** any, ? one but "/", [a-z] [!a-z], \ quotes.

    Raises:
        RuleError: a "[" that nothing closes, or a "\\" at the end (field "pattern").
    """
    out = [r"\A"]
    at = 0
    while at < len(glob):
        piece, at = _glob_piece(glob, at)
        out.append(piece)
    out.append(r"\z")
    return "".join(out)


def _glob_piece(glob: str, at: int) -> tuple[str, int]:
    char = glob[at]
    if glob.startswith("**", at):
        return r"(?s:.*)", at + 2
    if char == "*":
        return "[^/]*", at + 1
    if char == "?":
        return "[^/]", at + 1
    if char == "[":
        return _glob_class(glob, at)
    if char == "\\":
        if at + 1 == len(glob):
            problem = translate(
                "Problem", 'nothing follows the "\\" at its end; write "\\\\" for one'
            )
            raise RuleError("pattern", problem)
        return _quoted(glob[at + 1]), at + 2
    return _quoted(char), at + 1


def _glob_class(glob: str, at: int) -> tuple[str, int]:
    start = at + 2 if glob[at + 1 : at + 2] in {"!", "^"} else at + 1
    end = glob.find("]", start + 1)
    if end < 0:
        problem = translate("Problem", 'no "]" closes the "["; write "\\[" for the character')
        raise RuleError("pattern", problem)
    inside = "".join("\\" + char if char in "\\[]^&~" else char for char in glob[start:end])
    return f"[^/{inside}]" if start == at + 2 else f"[{inside}]", end + 1


def _quoted(char: str) -> str:
    return "\\" + char if char in _SPECIAL else char


def _exact_test(value: str, ignore_case: bool) -> Callable[[str], bool]:
    if ignore_case:
        folded = fold(value)
        return lambda text: fold(text) == folded
    return lambda text: text == value


def _reason(fault: Exception) -> str:
    text = fault.args[0] if fault.args else ""
    return text.decode(errors="replace") if isinstance(text, bytes) else str(text)
