# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules by the marks of what they ask, so that few are looked at to find the best.

A mark stands for a condition value that rules ask for, and knows the rules
whose first value it is. Where they are many they are divided by their next
mark, and so on. With many rules it is not the steps that take the time but the
memory they lead through, of which the processor has little at hand: that is
why one rule needs no list, a few no table, and equal ones stand together.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

from snetgui.model import Rule

from .order import Order

FEW: Final = 4  # rules that are looked at one by one

_WORST: Final[Order] = 1 << 256  # beyond every priority


class Mark:
    """Stands for a condition value that rules ask for.

    Attributes:
        attribute: which one the value is of, as attributes.ORDER counts.
        value: the value.
        needs: names of the Facts fields that tell whether it holds.
        uses: how many rules ask for it.
        node: the enabled rules of whose marks it is the first.
        bound: none of them has a better place; as in a branch.
    """

    __slots__ = ("attribute", "bound", "needs", "node", "uses", "value")

    def __init__(self, attribute: int, value: Any, needs: frozenset[str]) -> None:
        self.attribute = attribute
        self.value = value
        self.needs = needs
        self.uses = 0
        self.node: Node | None = None
        self.bound: Order = _WORST

    def insert(self, entry: Entry) -> None:
        """Put a rule in whose first mark it is."""
        self.node = _with(self.node, entry, 1)
        self.bound = min(self.bound, entry.place)

    def remove(self, entry: Entry) -> None:
        """Take a rule out that was put in."""
        self.node = _without(self.node, entry, 1)
        if self.node is None:
            self.bound = _WORST


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A rule as the index knows it.

    Attributes:
        place: order(rule).
        marks: of its condition values, in the order of the attributes.
    """

    place: Order
    rule: Rule
    marks: tuple[Mark, ...]


class Same:
    """Rules that ask for the very same: only the best of them can win.

    Attributes:
        entries: two or more, best first.
        place, rule, marks: of the best.
    """

    __slots__ = ("entries", "marks", "place", "rule")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = sorted(entries, key=_place)
        self._name_best()

    def add(self, entry: Entry) -> None:
        """Put one more in."""
        insort(self.entries, entry, key=_place)
        self._name_best()

    def _name_best(self) -> None:
        best = self.entries[0]
        self.place, self.rule, self.marks = best.place, best.rule, best.marks


class Branch:
    """Rules whose first marks are the same, divided by their next one.

    Attributes:
        bound: no rule in it has a better place. After a removal it may be too
            good: then the branch is visited for nothing, no more.
        own: those without further marks.
        below: those with further marks, by the next one.
    """

    __slots__ = ("below", "bound", "own")

    def __init__(self) -> None:
        self.bound: Order = _WORST
        self.own: Leaf | None = None
        self.below: dict[Mark, Node] = {}

    def insert(self, leaf: Leaf, depth: int) -> None:
        """Put rules in that have this branch's marks, so many."""
        self.bound = min(self.bound, leaf.place)
        if len(leaf.marks) <= depth:
            self.own = leaf if self.own is None else _joined(self.own, leaf)
            return
        mark = leaf.marks[depth]
        self.below[mark] = _with(self.below.get(mark), leaf, depth + 1)

    def remove(self, entry: Entry, depth: int) -> None:
        """Take a rule out that was put in."""
        if len(entry.marks) <= depth:
            self.own = None if self.own is None else _rest(self.own, entry)
            return
        mark = entry.marks[depth]
        left = _without(self.below.pop(mark), entry, depth + 1)
        if left is not None:
            self.below[mark] = left


Leaf = Entry | Same
Few = tuple[Leaf, ...]
Node = Leaf | Few | Branch
"""Rules with the same first marks: as many as there are asks for one or another. Few are
best first."""


def best(held: list[Mark]) -> Rule | None:
    """The rule that wins of those whose marks are all held.

    held: by rising attribute. Rules that ask for what is rare come first; what
    is found there lets others be passed over.
    """
    among = set(held)
    found: Leaf | None = None
    for at, mark in enumerate(held, 1):
        node = mark.node
        if node is None or (found is not None and mark.bound >= found.place):
            continue
        if type(node) is Branch:
            found = _better(node, found, among, held, at)
        else:
            found = _better_leaf(node, found, among)
    return None if found is None else found.rule


def matching(held: Iterable[Mark]) -> Iterator[Entry]:
    """All rules whose marks are all held."""
    marks = sorted(held, key=attrgetter("attribute"))
    among = set(marks)
    waiting = [mark.node for mark in marks if mark.node is not None]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Branch):
            waiting += [] if node.own is None else [node.own]
            waiting += _next(node.below, among, marks)
        elif isinstance(node, tuple):
            waiting += node
        elif among.issuperset(node.marks):
            yield from _entries(node)


def _better(
    node: Branch, found: Leaf | None, among: set[Mark], held: list[Mark], after: int
) -> Leaf | None:
    """The best of what is there for these marks, and of what was found already.

    after: how many of those held can't lead any further. Loops and exact types
    stand here where comprehensions and isinstance() would be shorter: those call,
    and this is on every verdict's way.
    """
    if found is not None and node.bound >= found.place:
        return found
    own = node.own
    if own is not None and (found is None or own.place < found.place):
        found = own  # all of its marks led here
    below = node.below.get
    for mark in held[after:]:
        child = below(mark)
        if type(child) is Branch:
            found = _better(child, found, among, held, after)
        elif child is not None:
            found = _better_leaf(child, found, among)
    return found


def _better_leaf(node: Node, found: Leaf | None, among: set[Mark]) -> Leaf | None:
    """The same of few rules or one."""
    if type(node) is Entry or type(node) is Same:
        if (found is None or node.place < found.place) and among.issuperset(node.marks):
            return node
    elif isinstance(node, tuple):
        for leaf in node:
            if found is not None and leaf.place >= found.place:
                break
            if among.issuperset(leaf.marks):
                return leaf
    return found


def _next(below: dict[Mark, Node], among: set[Mark], further: list[Mark]) -> list[Node]:
    """What is below for marks that are held, found by looking at the fewer of the two."""
    if len(below) < len(further):
        return [node for mark, node in below.items() if mark in among]
    return [below[mark] for mark in further if mark in below]


def _with(there: Node | None, leaf: Leaf, depth: int) -> Node:
    """What was there, with rules more that have the same first marks, so many."""
    if there is None:
        return leaf
    if isinstance(there, Branch):
        there.insert(leaf, depth)
        return there
    few = there if isinstance(there, tuple) else (there,)
    same = next((other for other in few if other.marks == leaf.marks), None)
    if same is not None:
        few = tuple(other for other in few if other is not same)
        leaf = _joined(same, leaf)
    if not few:
        return leaf
    few = tuple(sorted((*few, leaf), key=_place))
    return few if len(few) <= FEW else _divided(few, depth)


def _divided(few: Few, depth: int) -> Branch:
    branch = Branch()
    for leaf in few:
        branch.insert(leaf, depth)
    return branch


def _without(there: Node | None, entry: Entry, depth: int) -> Node | None:
    """What was there, without a rule that was put in; None if that was all."""
    if isinstance(there, Branch):
        there.remove(entry, depth)
        return there if there.below or there.own is not None else None
    if not isinstance(there, tuple):
        return None if there is None else _rest(there, entry)
    left = [_rest(leaf, entry) if leaf.marks == entry.marks else leaf for leaf in there]
    few = tuple(sorted((leaf for leaf in left if leaf is not None), key=_place))
    return few if len(few) > 1 else few[0]


def _joined(one: Leaf, other: Leaf) -> Same:
    """Both as one; they ask for the same."""
    if isinstance(one, Entry):
        return Same((one, *_entries(other)))
    for entry in _entries(other):
        one.add(entry)
    return one


def _rest(there: Leaf, entry: Entry) -> Leaf | None:
    left = [other for other in _entries(there) if other is not entry]
    return Same(left) if len(left) > 1 else left[0] if left else None


def _entries(leaf: Leaf) -> Iterable[Entry]:
    return leaf.entries if isinstance(leaf, Same) else (leaf,)


def _place(leaf: Leaf) -> Order:
    return leaf.place
