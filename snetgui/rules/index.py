# SPDX-License-Identifier: GPL-2.0-or-later
"""The index: which rule wins, found in a time that does not grow with their number.

Every condition value that rules ask for has a mark, and a rule is the set of
its values' marks. An event is told as the marks of all values that hold for
it; a rule matches exactly if its marks are among them. Rules are kept in a
tree along their marks, in the order of attributes.ORDER, so that only branches
are visited whose values hold for the event, and none that can't beat the best
rule found so far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from snetgui.model import Conditions, Event, Facts, LifetimeKind, Rule

from . import attributes, tree
from .conditions import PROCESS, Lists, needs
from .order import order
from .tree import Entry, Mark

_AT = {name: at for at, name in enumerate(attributes.ORDER)}
_values: Callable[[Conditions], tuple[Any, ...]] = attrgetter(*attributes.ORDER[1:])

assert attributes.ORDER[0] == PROCESS  # which is no field of Conditions


class Index:
    """The rules by what they ask. Disabled rules are known, but in no branch."""

    def __init__(self, lists: Lists) -> None:
        self._attributes = [attributes.attribute(name, lists) for name in attributes.ORDER]
        self._known: list[dict[Any, Mark]] = [{} for _ in attributes.ORDER]
        self._active: list[attributes.Attribute] = []
        self._unasking = Mark(
            len(attributes.ORDER), None, frozenset()
        )  # the root of rules that ask for nothing

    def add(self, rule: Rule) -> Entry:
        """Put a rule in. Raises RuleError if a value can't be compiled; nothing changed then."""
        marks: list[Mark] = []
        try:
            for at, value in _asked(rule):
                marks.append(self._take(at, value))
        except Exception:  # whatever it was: give back what was taken, and say it
            for mark in marks:
                self._give_back(mark)
            raise
        entry = Entry(order(rule), rule, tuple(marks))
        if rule.enabled:
            self._root(entry).insert(entry)
        return entry

    def remove(self, entry: Entry) -> None:
        """Take a rule out that add() returned."""
        if entry.rule.enabled:
            self._root(entry).remove(entry)
        for mark in entry.marks:
            self._give_back(mark)

    def held(self, event: Event, facts: Facts) -> list[Mark]:
        """The marks of all values that hold for the event, by rising attribute."""
        held: list[Mark] = []
        for attribute in self._active:
            held += attribute.marks(event, facts)
        return held

    def best(self, event: Event, facts: Facts) -> Rule | None:
        """The enabled rule that wins for the event."""
        return tree.best([*self.held(event, facts), self._unasking])

    def matching(self, held: Iterable[Mark]) -> Iterator[Entry]:
        """All enabled rules whose marks are among these."""
        return tree.matching((*held, self._unasking))

    def values(self, name: str) -> Mapping[Any, Mark]:
        """All values that rules ask for in one condition, with their marks."""
        return self._known[_AT[name]]

    def is_empty(self) -> bool:
        """Whether no rule and no condition value is left."""
        return not (any(self._known) or self._active or self._unasking.node)

    def _root(self, entry: Entry) -> Mark:
        return entry.marks[0] if entry.marks else self._unasking

    def _take(self, at: int, value: Any) -> Mark:
        known = self._known[at]
        mark = known.get(value)
        if mark is None:
            mark = Mark(at, value, needs(attributes.ORDER[at], value))
            self._attributes[at].add(value, mark)
            known[value] = mark
            if len(known) == 1:
                self._choose_active()
        mark.uses += 1
        return mark

    def _give_back(self, mark: Mark) -> None:
        mark.uses -= 1
        if mark.uses:
            return
        known = self._known[mark.attribute]
        self._attributes[mark.attribute].remove(mark.value, mark)
        del known[mark.value]
        if not known:
            self._choose_active()

    def _choose_active(self) -> None:
        pairs = zip(self._attributes, self._known, strict=True)
        self._active = [attribute for attribute, known in pairs if known]


def _asked(rule: Rule) -> list[tuple[int, Any]]:
    """Which attributes the rule asks about, by rising number, and for which values."""
    values = enumerate(_values(rule.conditions), 1)
    found = [(at, value) for at, value in values if value is not None]
    if rule.lifetime.kind is LifetimeKind.PROCESS:
        found.insert(0, (0, rule.birth.process))
    return found


def condition_of(mark: Mark) -> str:
    """The name of the condition that a value's mark belongs to."""
    return attributes.ORDER[mark.attribute]
