# SPDX-License-Identifier: GPL-2.0-or-later
"""Patterns by the folder that all their matches lie in, so that few are tried on a path."""

from __future__ import annotations

from typing import Generic

from snetgui.model import TextKind, TextMatch

from .pattern_set import K, PatternSet
from .simple_glob import SimpleGlob, simple_glob

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-,:@ ")
_MOST_SIMPLE = 500  # more are faster as sets, where they are compiled
_GLOB_SPECIAL = frozenset("*?[\\")
_QUANTIFIERS = frozenset("*+?{")


class PatternTable(Generic[K]):
    """Globs and regular expressions, each with a key of its own."""

    def __init__(self) -> None:
        self._folders: dict[str, _Folder[K]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._folders.values()))

    def add(self, match: TextMatch, key: K) -> None:
        """Put a pattern in. Raises RuleError if it is none; nothing changed then."""
        name = folder(match)
        patterns = self._folders.get(name) or _Folder()
        patterns.add(match, key)
        self._folders[name] = patterns

    def remove(self, match: TextMatch, key: K) -> None:
        """Take a pattern out. Raises KeyError."""
        name = folder(match)
        self._folders[name].remove(key)
        if not len(self._folders[name]):
            del self._folders[name]

    def find(self, text: str) -> list[K]:
        """The keys of all patterns that match."""
        if not self._folders:
            return []
        out: list[K] = []
        end = 0
        while True:
            patterns = self._folders.get(text[:end])
            if patterns is not None:
                out += patterns.find(text)
            end = text.find("/", end) + 1
            if not end:
                return out


class _Folder(Generic[K]):
    """The patterns of one folder: simple globs, up to many, are tried one by one."""

    __slots__ = ("_heads", "_patterns", "_simple")

    def __init__(self) -> None:
        self._simple: dict[K, SimpleGlob] = {}
        self._heads: tuple[str, ...] = ()  # most texts begin with none, as one call can tell
        self._patterns: PatternSet[K] | None = None

    def __len__(self) -> int:
        return len(self._simple) + (0 if self._patterns is None else len(self._patterns))

    def add(self, match: TextMatch, key: K) -> None:
        simple = simple_glob(match)
        if simple is not None and len(self._simple) < _MOST_SIMPLE:
            self._simple[key] = simple
            self._heads += (simple.head,)
            return
        patterns = self._patterns or PatternSet()
        patterns.add(match, key)
        self._patterns = patterns

    def remove(self, key: K) -> None:
        if key in self._simple:
            del self._simple[key]
            self._heads = tuple(simple.head for simple in self._simple.values())
        elif self._patterns is not None:
            self._patterns.remove(key)
        else:
            raise KeyError(key)

    def find(self, text: str) -> list[K]:
        found = []
        if text.startswith(self._heads):
            found = [key for key, simple in self._simple.items() if simple.holds(text)]
        return found if self._patterns is None else found + self._patterns.find(text)


def folder(match: TextMatch) -> str:
    """What every match begins with, up to its last "/"; "" where that can't be told.

    Told of a glob by what stands before its first special character, of a
    regular expression only where it begins with "^" and has no "|".
    """
    if match.ignore_case:
        return ""
    value = match.value
    if match.kind is TextKind.REGEX:
        if not value.startswith("^") or "|" in value:
            return ""
        value = value[1:]
        end = next((at for at, char in enumerate(value) if char not in _PLAIN), len(value))
        if value[end : end + 1] in _QUANTIFIERS:
            end -= 1  # a quantifier may ask for none of the character before it
    else:
        end = next((at for at, char in enumerate(value) if char in _GLOB_SPECIAL), len(value))
    return value[: value.rfind("/", 0, max(end, 0)) + 1]
