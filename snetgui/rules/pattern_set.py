# SPDX-License-Identifier: GPL-2.0-or-later
"""Many patterns, tried on a text in a few passes instead of one by one.

Patterns live in blocks, each block one RE2 set. A change compiles one block
again (at its next use), never all; a text costs one pass for each block.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

import re2

from snetgui.model import TextMatch

from .text import checked_pattern, compiled, options, searchable

K = TypeVar("K", bound=Hashable)

_BLOCK = 64  # patterns that a change compiles again: well under a millisecond each
_ALWAYS = ""  # matches every text: its absence tells that a set gave up


class PatternSet(Generic[K]):
    """Globs and regular expressions, each with a key of its own."""

    def __init__(self) -> None:
        self._blocks: dict[bool, list[_Block[K]]] = {False: [], True: []}
        self._home: dict[K, _Block[K]] = {}

    def __len__(self) -> int:
        return len(self._home)

    def add(self, match: TextMatch, key: K) -> None:
        """Put a pattern in. Raises RuleError if it is none; the set is then as it was."""
        source = checked_pattern(match)
        block = self._block_with_room(match.ignore_case)
        block.add(key, source)
        self._home[key] = block

    def remove(self, key: K) -> None:
        """Take a pattern out. Raises KeyError."""
        self._home.pop(key).remove(key)

    def find(self, text: str) -> list[K]:
        """The keys of all patterns that match."""
        if not self._home:
            return []
        text = searchable(text)
        return [
            key for blocks in self._blocks.values() for block in blocks for key in block.find(text)
        ]

    def _block_with_room(self, ignore_case: bool) -> _Block[K]:
        blocks = self._blocks[ignore_case]
        if not blocks or len(blocks[-1]) >= _BLOCK:
            blocks[:] = [block for block in blocks if len(block)]
            blocks.append(_Block(ignore_case))
        return blocks[-1]


class _Block(Generic[K]):
    """Up to _BLOCK patterns, compiled together at the first use after a change."""

    def __init__(self, ignore_case: bool) -> None:
        self._ignore_case = ignore_case
        self._sources: dict[K, str] = {}
        self._keys: tuple[K, ...] = ()
        self._set: Any = None
        self._stale = True

    def __len__(self) -> int:
        return len(self._sources)

    def add(self, key: K, source: str) -> None:
        self._sources[key] = source
        self._stale = True

    def remove(self, key: K) -> None:
        del self._sources[key]
        self._stale = True

    def find(self, text: str) -> list[K]:
        if not self._sources:
            return []
        if self._stale:
            self._compile()
        hits = (self._set.Match(text) or []) if self._set is not None else []
        always = len(self._keys)
        if always in hits:
            return [self._keys[hit] for hit in hits if hit != always]
        return self._one_by_one(text)

    def _one_by_one(self, text: str) -> list[K]:
        """RE2's sets give up where memory runs out; its single patterns never do."""
        return [
            key
            for key, source in self._sources.items()
            if compiled(source, self._ignore_case).search(text) is not None
        ]

    def _compile(self) -> None:
        self._keys = tuple(self._sources)
        self._stale = False
        chosen = options(self._ignore_case)
        made = re2.Set.SearchSet(chosen)
        for source in self._sources.values():
            made.Add(searchable(source))
        made.Add(_ALWAYS)
        try:
            made.Compile()
        except re2.error:  # too large together
            made = None
        self._set = made
