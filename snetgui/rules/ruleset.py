# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules in play, and which of them decides an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from snetgui.model import Event, Facts, ListMatch, Rule, RuleError, UnknownRule

from .collector import paused
from .index import Index
from .lists import Entries
from .tree import Entry


class RuleSet:
    """Rules by id, each id once. Whether a rule has expired is the caller's to know."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._entries: dict[int, Entry] = {}
        self._lists: dict[ListMatch, Entries] = {}
        self._index = Index(self._lists)
        self._needs: Counter[str] = Counter()
        self._needed: frozenset[str] | None = None
        with paused():
            for rule in gathered(rules):
                self.add(rule)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Rule]:
        return iter([entry.rule for entry in self._entries.values()])

    def __contains__(self, rule_id: int) -> bool:
        return rule_id in self._entries

    @property
    def needs(self) -> frozenset[str]:
        """Names of the Facts fields that enabled rules ask about."""
        if self._needed is None:
            self._needed = frozenset(self._needs)
        return self._needed

    @property
    def index(self) -> Index:
        """The index, for those who look at more than the winner."""
        return self._index

    @property
    def entries(self) -> Iterable[Entry]:
        """All rules as the index knows them."""
        return self._entries.values()

    def get(self, rule_id: int) -> Rule:
        """The rule with that id. Raises UnknownRule."""
        return self._entry(rule_id).rule

    def add(self, rule: Rule) -> None:
        """Put a rule in play.

        Raises:
            RuleError: its id is taken, or a condition can't be compiled; the
                set is then as it was.
        """
        if rule.id in self._entries:
            raise RuleError("id", f"there is a rule {rule.id} already")
        entry = self._entries[rule.id] = self._index.add(rule)
        self._count(entry, 1)

    def replace(self, rule: Rule) -> None:
        """Put a rule in the place of the one with its id.

        Raises:
            UnknownRule, RuleError: the set is then as it was.
        """
        old = self._entry(rule.id)
        new = self._index.add(rule)
        self._index.remove(old)
        self._entries[rule.id] = new
        self._count(old, -1)
        self._count(new, 1)

    def remove(self, rule_id: int) -> Rule:
        """Take a rule out; returns it. Raises UnknownRule."""
        entry = self._entry(rule_id)
        self._index.remove(entry)
        del self._entries[rule_id]
        self._count(entry, -1)
        return entry.rule

    def set_list(self, wanted: ListMatch, entries: Entries | None) -> None:
        """Say what a list file holds now; None: it can't be read, so nothing is in it."""
        if entries is None:
            self._lists.pop(wanted, None)
        else:
            self._lists[wanted] = entries

    @property
    def lists(self) -> frozenset[ListMatch]:
        """The list files that rules ask about: those to read and to watch."""
        rules = (entry.rule for entry in self._entries.values())
        return frozenset(wanted for rule in rules for wanted in rule.conditions.lists or ())

    def decide(self, event: Event, facts: Facts) -> Rule | None:
        """The enabled rule that wins for this event; None where none matches."""
        return self._index.best(event, facts)

    def _entry(self, rule_id: int) -> Entry:
        try:
            return self._entries[rule_id]
        except KeyError:
            raise UnknownRule(f"there is no rule {rule_id} (any more)") from None

    def _count(self, entry: Entry, by: int) -> None:
        if not entry.rule.enabled:
            return
        for mark in entry.marks:
            for fact in mark.needs:
                self._needs[fact] += by
                if not self._needs[fact]:
                    del self._needs[fact]
                self._needed = None


def gathered(rules: Iterable[Rule]) -> list[Rule]:
    """The rules of a program one after the other, so that they come to lie together in memory.

    Of very many, the processor has little at hand: what is near to what it
    looked at before costs it less.
    """
    return sorted(rules, key=_program)


def _program(rule: Rule) -> str:
    exe = rule.conditions.exe
    return "" if exe is None else exe.value
