# SPDX-License-Identifier: GPL-2.0-or-later
"""Globs with one star at most, which need no regular expression: nearly all that people write."""

from __future__ import annotations

from typing import NamedTuple

from snetgui.model import TextKind, TextMatch

_SPECIAL = frozenset("*?[\\")


class SimpleGlob(NamedTuple):
    """What a text begins and ends with.

    Attributes:
        star: "", "*" (whatever has no "/") or "**" (whatever it is) between them.
    """

    head: str
    star: str
    tail: str

    def holds(self, text: str) -> bool:
        """Whether the text meets it."""
        head, star, tail = self
        if not star:
            return text == head
        end = len(text) - len(tail)
        if end < len(head) or not text.startswith(head) or not text.endswith(tail):
            return False
        return star == "**" or text.find("/", len(head), end) < 0


def simple_glob(match: TextMatch) -> SimpleGlob | None:
    """The glob of a condition, if it is as simple."""
    if match.kind is not TextKind.GLOB or match.ignore_case:
        return None
    head, star, tail = match.value.partition("*")
    if tail.startswith("*"):
        star, tail = "**", tail[1:]
    if _SPECIAL.isdisjoint(head) and _SPECIAL.isdisjoint(tail):
        return SimpleGlob(head, star, tail)
    return None
