# SPDX-License-Identifier: GPL-2.0-or-later
"""What an event is, told as the marks of the condition values that hold for it.

For each condition name there is one attribute: it keeps all values that rules
ask for, each under a mark, and tells an event's marks without looking at
the values one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from snetgui.model import (
    Address,
    AddressMatch,
    Event,
    Facts,
    HostMatch,
    ListMatch,
    PortMatch,
    TextKind,
    TextMatch,
)

from .conditions import PROCESS, Lists, texts_of, value_of
from .hosts import host_form
from .pattern_table import PatternTable
from .prefixes import PrefixTable, blocks
from .text import fold
from .tree import Mark

_MOST_CACHED = 8192  # texts of programs and command lines; the rest is found again


class Attribute(Protocol):
    """The values that rules ask for in one condition."""

    def add(self, value: Any, mark: Mark) -> None:
        """Keep a value. Raises RuleError if it can't be compiled; nothing changed then."""
        ...

    def remove(self, value: Any, mark: Mark) -> None:
        """Forget a value that was added with that mark."""
        ...

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        """The marks of all values that hold for the event."""
        ...


ORDER: tuple[str, ...] = (
    PROCESS,
    "sha256",
    "remote",
    "host",
    "exe",
    "command",
    "application",
    "package",
    "unit",
    "local",
    "remote_ports",
    "local_ports",
    "lists",
    "interface",
    "netns",
    "users",
    "groups",
    "ancestor",
    "protocols",
    "families",
    "types",
    "syscalls",
)
"""The conditions, those first that tell rules apart best."""


def attribute(name: str, lists: Lists) -> Attribute:
    """A new, empty attribute for the condition of that name."""
    if name == "lists":
        return _ListValues(lists)
    if name in _TEXTS:
        return _Texts(texts_of(name))
    return _KINDS.get(name, _Equals)(value_of(name))


class _Equals:
    """Values that hold for what equals them."""

    def __init__(self, get: Callable[[Event, Facts], Any]) -> None:
        self._get = get
        self._marks: dict[Any, tuple[Mark, ...]] = {}

    def add(self, value: Any, mark: Mark) -> None:
        self._marks[value] = (mark,)

    def remove(self, value: Any, mark: Mark) -> None:
        del self._marks[value]

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        value = self._get(event, facts)
        return () if value is None else self._marks.get(value, ())


class _Members:
    """Sets, which hold for each of their members."""

    def __init__(self, get: Callable[[Event, Facts], Any]) -> None:
        self._get = get
        self._marks: dict[Any, list[Mark]] = {}

    def add(self, value: frozenset[Any], mark: Mark) -> None:
        for member in value:
            self._marks.setdefault(member, []).append(mark)

    def remove(self, value: frozenset[Any], mark: Mark) -> None:
        for member in value:
            _drop(self._marks, member, mark)

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        return self._marks.get(self._get(event, facts), ())


class _Texts:
    """Exact texts, globs and regular expressions; what holds for a text is kept for a while."""

    def __init__(self, get: Callable[[Event, Facts], tuple[str, ...]]) -> None:
        self._get = get
        self._exact: dict[str, Mark] = {}
        self._folded: dict[str, list[Mark]] = {}
        self._patterns: PatternTable[Mark] = PatternTable()
        self._cache: dict[str, tuple[Mark, ...]] = {}

    def add(self, value: TextMatch, mark: Mark) -> None:
        if value.kind is not TextKind.EXACT:
            self._patterns.add(value, mark)
        elif value.ignore_case:
            self._folded.setdefault(fold(value.value), []).append(mark)
        else:
            self._exact[value.value] = mark
        self._forget(value)

    def remove(self, value: TextMatch, mark: Mark) -> None:
        if value.kind is not TextKind.EXACT:
            self._patterns.remove(value, mark)
        elif value.ignore_case:
            _drop(self._folded, fold(value.value), mark)
        else:
            del self._exact[value.value]
        self._forget(value)

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        texts = self._get(event, facts)
        if len(texts) == 1:
            return self._cache.get(texts[0]) or self._find(texts[0])
        return [mark for text in texts for mark in self._find(text)]

    def _find(self, text: str) -> tuple[Mark, ...]:
        kept = self._cache.get(text)
        if kept is not None:
            return kept
        found = self._patterns.find(text)
        if text in self._exact:
            found.append(self._exact[text])
        if self._folded:
            found += self._folded.get(fold(text), ())
        if len(self._cache) >= _MOST_CACHED:
            self._cache.clear()
        kept = self._cache[text] = tuple(found)
        return kept

    def _forget(self, value: TextMatch) -> None:
        if value.kind is TextKind.EXACT and not value.ignore_case:
            self._cache.pop(value.value, None)
        else:
            self._cache.clear()


class _Addresses:
    """Networks, ranges and paths."""

    def __init__(self, get: Callable[[Event, Facts], Address | None]) -> None:
        self._get = get
        self._tables: dict[int, PrefixTable[Mark]] = {4: PrefixTable(), 6: PrefixTable()}
        self._paths: dict[str, list[Mark]] = {}

    def add(self, value: AddressMatch, mark: Mark) -> None:
        for version, prefix, shift in _address_blocks(value):
            self._tables[version].add(prefix, shift, mark)
        for path in value.paths:
            self._paths.setdefault(path, []).append(mark)

    def remove(self, value: AddressMatch, mark: Mark) -> None:
        for version, prefix, shift in _address_blocks(value):
            self._tables[version].remove(prefix, shift, mark)
        for path in value.paths:
            _drop(self._paths, path, mark)

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        address = self._get(event, facts)
        if address is None:
            return ()
        ip = address.ip
        if ip is not None:
            return self._tables[ip.version].find(int(ip))
        return () if address.path is None else self._paths.get(address.path, ())


class _Ports:
    """Ports and ranges of them; there are few enough ports to keep all answers."""

    def __init__(self, get: Callable[[Event, Facts], int | None]) -> None:
        self._get = get
        self._table: PrefixTable[Mark] = PrefixTable()
        self._cache: dict[int, list[Mark]] = {}

    def add(self, value: PortMatch, mark: Mark) -> None:
        for first, last in value.ranges:
            for prefix, shift in blocks(first, last):
                self._table.add(prefix, shift, mark)
        self._cache.clear()

    def remove(self, value: PortMatch, mark: Mark) -> None:
        for first, last in value.ranges:
            for prefix, shift in blocks(first, last):
                self._table.remove(prefix, shift, mark)
        self._cache.clear()

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        port = self._get(event, facts)
        if port is None:
            return ()
        found = self._cache.get(port)
        if found is None:
            found = self._cache[port] = self._table.find(port)
        return found


class _Hosts:
    """Host names, and domains with all below them."""

    def __init__(self, get: Callable[[Event, Facts], tuple[str, ...] | None]) -> None:
        self._get = get
        self._names: dict[str, tuple[Mark, ...]] = {}
        self._domains: dict[str, Mark] = {}

    def add(self, value: HostMatch, mark: Mark) -> None:
        self._names[value.name] = (*self._names.get(value.name, ()), mark)
        if value.subdomains:
            self._domains[value.name] = mark

    def remove(self, value: HostMatch, mark: Mark) -> None:
        left = tuple(other for other in self._names.pop(value.name) if other is not mark)
        if left:
            self._names[value.name] = left
        if value.subdomains:
            del self._domains[value.name]

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        hosts = self._get(event, facts)
        if not hosts:
            return ()
        out: list[Mark] = []
        for host in hosts:
            name = host_form(host)
            out += self._names.get(name, ())
            if self._domains:
                self._above(name, out)
        return out

    def _above(self, name: str, out: list[Mark]) -> None:
        """Add the domains that the name lies below; a label may be empty, as in "a..b"."""
        at = name.find(".")
        while at >= 0:
            mark = self._domains.get(name[at + 1 :])
            if mark is not None:
                out.append(mark)
            at = name.find(".", at + 1)


class _ListValues:
    """Memberships in list files; each file is asked once, however many rules use it."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._marks: dict[Mark, Sequence[ListMatch]] = {}
        self._uses: dict[ListMatch, int] = {}

    def add(self, value: tuple[ListMatch, ...], mark: Mark) -> None:
        self._marks[mark] = value
        for entry in value:
            self._uses[entry] = self._uses.get(entry, 0) + 1

    def remove(self, value: tuple[ListMatch, ...], mark: Mark) -> None:
        del self._marks[mark]
        for entry in value:
            self._uses[entry] -= 1
            if not self._uses[entry]:
                del self._uses[entry]

    def marks(self, event: Event, facts: Facts) -> Iterable[Mark]:
        held = {entry for entry in self._uses if self._holds(entry, event, facts)}
        return [mark for mark, wanted in self._marks.items() if held.issuperset(wanted)]

    def _holds(self, entry: ListMatch, event: Event, facts: Facts) -> bool:
        entries = self._lists.get(entry)
        return entries is not None and entries.holds(event, facts)


_TEXTS = frozenset({"exe", "command", "ancestor", "unit"})

_KINDS: dict[str, Callable[[Callable[[Event, Facts], Any]], Attribute]] = {
    **dict.fromkeys(("remote", "local"), _Addresses),
    **dict.fromkeys(("remote_ports", "local_ports"), _Ports),
    **dict.fromkeys(("users", "groups", "syscalls", "families", "types", "protocols"), _Members),
    "host": _Hosts,
}


def _address_blocks(value: AddressMatch) -> Iterable[tuple[int, int, int]]:
    for network in value.networks:
        shift = network.max_prefixlen - network.prefixlen
        yield network.version, int(network.network_address) >> shift, shift
    for span in value.ranges:
        for prefix, shift in blocks(int(span.first), int(span.last)):
            yield span.first.version, prefix, shift


def _drop(table: dict[Any, list[Mark]], key: Any, mark: Mark) -> None:
    table[key].remove(mark)
    if not table[key]:
        del table[key]
