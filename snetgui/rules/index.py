# SPDX-License-Identifier: GPL-2.0-or-later
"""The index: which rule wins, found in a time that does not grow with their number.

Every condition value that rules ask for has a number, and a rule is the set of
its values' numbers. An event is told as the numbers of all values that hold
for it; a rule matches exactly if its numbers are among them. Rules are kept in
a tree along their numbers, in the order of attributes.ORDER, so that only
branches are visited whose values hold for the event, and none that can't beat
the best rule found so far. A branch with few rules is a plain list.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from snetgui.model import Event, Facts, Rule

from . import attributes
from .conditions import Lists, asked
from .order import Order, order

_FEW = 8  # rules in a branch before it is divided
_BITS = 5  # of a number tell its attribute
_WORST: Order = (1 << 63, 0, 0, 0, 0)

assert len(attributes.ORDER) <= 1 << _BITS


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as the index knows it.

    Attributes:
        place: order(rule).
        numbers: of its condition values, in the order of the attributes.
    """

    place: Order
    rule: Rule
    numbers: tuple[int, ...]


class Index:
    """The rules by what they ask. Disabled rules are known, but in no branch."""

    def __init__(self, lists: Lists) -> None:
        self._attributes = [attributes.attribute(name, lists) for name in attributes.ORDER]
        self._known: list[dict[Any, list[int]]] = [{} for _ in attributes.ORDER]
        self._active: list[attributes.Attribute] = []
        self._last = 0
        self._root = _Branch()

    def add(self, rule: Rule) -> Entry:
        """Put a rule in. Raises RuleError if a value can't be compiled; nothing changed then."""
        values = asked(rule)
        taken: list[tuple[int, Any]] = []
        numbers = []
        try:
            for at, name in enumerate(attributes.ORDER):
                if name in values:
                    numbers.append(self._take(at, values[name]))
                    taken.append((at, values[name]))
        except Exception:  # whatever it was: give back what was taken, and say it
            for at, value in taken:
                self._give_back(at, value)
            raise
        entry = Entry(order(rule), rule, tuple(numbers))
        if rule.enabled:
            self._root.insert(entry, 0)
        return entry

    def remove(self, entry: Entry) -> None:
        """Take a rule out that add() returned."""
        if entry.rule.enabled:
            self._root.remove(entry, 0)
        values = asked(entry.rule)
        for number in entry.numbers:
            at = number & ((1 << _BITS) - 1)
            self._give_back(at, values[attributes.ORDER[at]])

    def numbers(self, event: Event, facts: Facts) -> set[int]:
        """The numbers of all values that hold for the event."""
        held: set[int] = set()
        for attribute in self._active:
            held.update(attribute.numbers(event, facts))
        return held

    def best(self, event: Event, facts: Facts) -> Rule | None:
        """The enabled rule that wins for the event."""
        return self._root.best(self.numbers(event, facts))

    def matching(self, held: set[int]) -> Iterator[Entry]:
        """All enabled rules whose numbers are among these."""
        return self._root.matching(held)

    def number_of(self, name: str, value: Any) -> int | None:
        """The number of a condition value, None if no rule asks for it."""
        found = self._known[attributes.ORDER.index(name)].get(value)
        return found[0] if found else None

    def is_empty(self) -> bool:
        """Whether no rule and no condition value is left."""
        return not (any(self._known) or self._active or self._root.in_use)

    def _take(self, at: int, value: Any) -> int:
        known = self._known[at]
        found = known.get(value)
        if found is None:
            number = ((self._last + 1) << _BITS) | at
            self._attributes[at].add(value, number)
            self._last += 1
            found = known[value] = [number, 0]
            if len(known) == 1:
                self._choose_active()
        found[1] += 1
        return found[0]

    def _give_back(self, at: int, value: Any) -> None:
        known = self._known[at]
        found = known[value]
        found[1] -= 1
        if not found[1]:
            self._attributes[at].remove(value, found[0])
            del known[value]
            if not known:
                self._choose_active()

    def _choose_active(self) -> None:
        pairs = zip(self._attributes, self._known, strict=True)
        self._active = [attribute for attribute, known in pairs if known]


def condition_of(number: int) -> str:
    """The name of the condition that a value's number belongs to."""
    return attributes.ORDER[number & ((1 << _BITS) - 1)]


class _Branch:
    """Rules whose first numbers are the same.

    Attributes:
        bound: no rule below has a better place. After a removal it may be too
            good: then the branch is visited for nothing, no more.
        ended: rules without further numbers, best first.
        few: rules with further numbers, until there are too many of them.
        by_number: where those are then, by their next number.
    """

    __slots__ = ("bound", "by_number", "ended", "few")

    def __init__(self) -> None:
        self.bound: Order = _WORST
        self.ended: list[Entry] = []
        self.few: list[Entry] = []
        self.by_number: dict[int, _Branch] | None = None

    @property
    def in_use(self) -> bool:
        return bool(self.ended or self.few or self.by_number)

    def insert(self, entry: Entry, depth: int) -> None:
        self.bound = min(self.bound, entry.place)
        if len(entry.numbers) == depth:
            insort(self.ended, entry, key=_place)
        elif self.by_number is not None:
            self._insert_below(self.by_number, entry, depth)
        else:
            self.few.append(entry)
            if len(self.few) > _FEW:
                self._divide(depth)

    def remove(self, entry: Entry, depth: int) -> None:
        if len(entry.numbers) == depth:
            del self.ended[bisect_left(self.ended, entry.place, key=_place)]
        elif self.by_number is not None:
            branch = self.by_number[entry.numbers[depth]]
            branch.remove(entry, depth + 1)
            if not branch.in_use:
                del self.by_number[entry.numbers[depth]]
        else:
            self.few.remove(entry)

    def best(self, held: set[int]) -> Rule | None:
        winner: Rule | None = None
        place = _WORST
        waiting = [self]
        while waiting:
            branch = waiting.pop()
            if branch.bound >= place:
                continue
            if branch.ended and branch.ended[0].place < place:
                place, winner = branch.ended[0].place, branch.ended[0].rule
            for entry in branch.few:
                if entry.place < place and held.issuperset(entry.numbers):
                    place, winner = entry.place, entry.rule
            if branch.by_number is not None:
                branch.add_below(held, waiting)
        return winner

    def matching(self, held: set[int]) -> Iterator[Entry]:
        waiting = [self]
        while waiting:
            branch = waiting.pop()
            yield from branch.ended
            yield from (entry for entry in branch.few if held.issuperset(entry.numbers))
            branch.add_below(held, waiting)

    def add_below(self, held: set[int], waiting: list[_Branch]) -> None:
        below = self.by_number
        if below is None:
            return
        if len(below) < len(held):
            waiting.extend([branch for number, branch in below.items() if number in held])
        else:
            waiting.extend([below[number] for number in held if number in below])

    def _divide(self, depth: int) -> None:
        self.by_number = {}
        for entry in self.few:
            self._insert_below(self.by_number, entry, depth)
        self.few = []

    def _insert_below(self, below: dict[int, _Branch], entry: Entry, depth: int) -> None:
        branch = below.get(entry.numbers[depth])
        if branch is None:
            branch = below[entry.numbers[depth]] = _Branch()
        branch.insert(entry, depth + 1)


def _place(entry: Entry) -> Order:
    return entry.place
