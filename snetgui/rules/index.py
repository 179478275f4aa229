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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from snetgui.model import Event, Facts, Rule

from . import attributes
from .conditions import Lists, asked
from .order import Order, order

_FEW = 16  # rules in a branch before it is divided
_BITS = 5  # of a number tell its attribute
_WORST: Order = 1 << 256  # beyond every priority

_AT = {name: at for at, name in enumerate(attributes.ORDER)}

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
        self._known: list[dict[Any, int]] = [{} for _ in attributes.ORDER]
        self._more_uses: dict[int, int] = {}
        self._active: list[attributes.Attribute] = []
        self._last = 0
        self._root = _Branch()

    def add(self, rule: Rule) -> Entry:
        """Put a rule in. Raises RuleError if a value can't be compiled; nothing changed then."""
        values = [(_AT[name], value) for name, value in asked(rule).items()]
        values.sort(key=itemgetter(0))
        taken: list[tuple[int, Any]] = []
        numbers = []
        try:
            for at, value in values:
                numbers.append(self._take(at, value))
                taken.append((at, value))
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

    def values(self, name: str) -> Mapping[Any, int]:
        """All values that rules ask for in one condition, with their numbers."""
        return self._known[attributes.ORDER.index(name)]

    def is_empty(self) -> bool:
        """Whether no rule and no condition value is left."""
        left = (*self._known, self._more_uses, self._active)
        return not (any(left) or self._root.in_use)

    def _take(self, at: int, value: Any) -> int:
        known = self._known[at]
        fresh = ((self._last + 1) << _BITS) | at
        number = known.setdefault(value, fresh)
        if number != fresh:
            self._more_uses[number] = self._more_uses.get(number, 0) + 1
            return number
        try:
            self._attributes[at].add(value, number)
        except Exception:  # whatever it was: the value is not known then
            del known[value]
            raise
        self._last += 1
        if len(known) == 1:
            self._choose_active()
        return number

    def _give_back(self, at: int, value: Any) -> None:
        known = self._known[at]
        number = known[value]
        more = self._more_uses.pop(number, 0)
        if more > 1:
            self._more_uses[number] = more - 1
        if more:
            return
        self._attributes[at].remove(value, number)
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
        here: best first: the rules without further numbers, and until there
            are too many of them those with further numbers too.
        below: where those with further numbers are then, by their next one. A
            rule that is alone there stands there itself.
    """

    __slots__ = ("below", "bound", "here")

    def __init__(self) -> None:
        self.bound: Order = _WORST
        self.here: list[Entry] = []
        self.below: dict[int, _Branch | Entry] | None = None

    @property
    def in_use(self) -> bool:
        return bool(self.here or self.below)

    def insert(self, entry: Entry, depth: int) -> None:
        self.bound = min(self.bound, entry.place)
        if self.below is not None and len(entry.numbers) > depth:
            _insert_below(self.below, entry, depth)
            return
        insort(self.here, entry, key=_place)
        if self.below is None and len(self.here) > _FEW:
            self._divide(depth)

    def remove(self, entry: Entry, depth: int) -> None:
        if self.below is None or len(entry.numbers) == depth:
            del self.here[bisect_left(self.here, entry.place, key=_place)]
            return
        number = entry.numbers[depth]
        branch = self.below[number]
        if isinstance(branch, _Branch):
            branch.remove(entry, depth + 1)
            if branch.in_use:
                return
        del self.below[number]

    def best(self, held: set[int]) -> Rule | None:
        winner: Rule | None = None
        place = _WORST
        waiting: list[_Branch | Entry] = [self]
        while waiting:
            branch = waiting.pop()
            if isinstance(branch, Entry):
                if branch.place < place and held.issuperset(branch.numbers):
                    place, winner = branch.place, branch.rule
                continue
            if winner is not None and branch.bound >= place:
                continue
            for entry in branch.here:
                if entry.place >= place:
                    break
                if held.issuperset(entry.numbers):
                    place, winner = entry.place, entry.rule
                    break
            if branch.below is not None:
                _visit(branch.below, held, waiting)
        return winner

    def matching(self, held: set[int]) -> Iterator[Entry]:
        waiting: list[_Branch | Entry] = [self]
        while waiting:
            branch = waiting.pop()
            here = branch.here if isinstance(branch, _Branch) else [branch]
            yield from (entry for entry in here if held.issuperset(entry.numbers))
            if isinstance(branch, _Branch) and branch.below is not None:
                _visit(branch.below, held, waiting)

    def _divide(self, depth: int) -> None:
        further = [entry for entry in self.here if len(entry.numbers) > depth]
        if len(further) <= _FEW:
            return
        self.here = [entry for entry in self.here if len(entry.numbers) == depth]
        self.below = {}
        for entry in further:
            _insert_below(self.below, entry, depth)


def _insert_below(below: dict[int, _Branch | Entry], entry: Entry, depth: int) -> None:
    number = entry.numbers[depth]
    branch = below.get(number)
    if branch is None:
        below[number] = entry
        return
    if isinstance(branch, Entry):
        alone, branch = branch, _Branch()
        branch.insert(alone, depth + 1)
        below[number] = branch
    branch.insert(entry, depth + 1)


def _visit(
    below: dict[int, _Branch | Entry], held: set[int], waiting: list[_Branch | Entry]
) -> None:
    """Add the branches whose number holds, looking at the fewer of the two."""
    if len(below) < len(held):
        waiting.extend([branch for number, branch in below.items() if number in held])
    else:
        waiting.extend([below[number] for number in held if number in below])


def _place(entry: Entry) -> Order:
    return entry.place
