# SPDX-License-Identifier: GPL-2.0-or-later
"""What a list file says, as sets that answer at once. Who reads the file is elsewhere."""

from __future__ import annotations

import socket
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from snetgui.model import Event, Facts, IPAddress, ListKind, RuleError, TextKind, TextMatch
from snetgui.model.text import shown

from .hosts import host_form, host_name
from .pattern_set import PatternSet
from .prefixes import Span, merged
from .spans import address_span

MAX_REGEXES = 10_000  # patterns in one list; more would take seconds for each new host
MOST_PROBLEMS = 20  # that are kept with their line; the others are counted
_LOCAL_NAMES = frozenset(
    {
        "localhost",
        "localhost.localdomain",
        "local",
        "broadcasthost",
        "ip6-localhost",
        "ip6-loopback",
        "ip6-localnet",
        "ip6-mcastprefix",
        "ip6-allnodes",
        "ip6-allrouters",
        "ip6-allhosts",
    }
)


class Entries(Protocol):
    """The entries of one list file."""

    def __len__(self) -> int: ...

    def holds(self, event: Event, facts: Facts) -> bool:
        """Whether the event is about one of them; False where the fact is not known."""
        ...


@dataclass(frozen=True, slots=True)
class ParsedList:
    """A list file, read.

    Attributes:
        entries: what was understood.
        problems: (line number from 1, what is wrong), the first MOST_PROBLEMS.
        bad_lines: how many lines were not understood. They list nothing.
    """

    entries: Entries
    problems: tuple[tuple[int, str], ...]
    bad_lines: int


def parse_list(kind: ListKind, lines: Iterable[str]) -> ParsedList:
    """Read a list, one entry a line; "#" begins a comment, "!" does at a line's start.

    Addresses: single ones, networks, "first-last". Hosts: names, or the format
    of hosts(5), whose own entries for the local machine are passed over; a name
    stands for itself alone, "*.name" or ".name" for all below it too. Host
    regexes: RE2, in any case. sha256: hex, also as sha256sum(1) prints it.
    """
    builder = _BUILDERS[kind]()
    problems: list[tuple[int, str]] = []
    bad = 0
    for number, raw in enumerate(lines, 1):
        line = raw.lstrip("\ufeff")  # the mark that some editors begin a file with
        text = line.strip() if kind is ListKind.HOST_REGEXES else line.partition("#")[0].strip()
        if not text or text[0] in "#!":
            continue
        try:
            builder.add(text)
        except RuleError as fault:
            bad += 1
            if len(problems) < MOST_PROBLEMS:
                problems.append((number, f"{shown(text, 60)}: {fault.problem}"))
    return ParsedList(builder.build(), tuple(problems), bad)


class _Builder(Protocol):
    def add(self, text: str) -> None: ...

    def build(self) -> Entries: ...


class AddressEntries:
    """Addresses and networks: those of the remote address."""

    def __init__(self, spans: dict[int, list[Span]]) -> None:
        four, six = merged(spans[4]), merged(spans[6])
        self._ends: dict[int, tuple[Sequence[int], Sequence[int]]] = {
            4: (array("L", [a for a, _ in four]), array("L", [b for _, b in four])),
            6: ([a for a, _ in six], [b for _, b in six]),
        }

    def __len__(self) -> int:
        return sum(len(firsts) for firsts, _ in self._ends.values())

    def holds(self, event: Event, facts: Facts) -> bool:
        return event.remote is not None and event.remote.ip is not None and event.remote.ip in self

    def __contains__(self, ip: IPAddress) -> bool:
        firsts, lasts = self._ends[ip.version]
        at = bisect_right(firsts, int(ip)) - 1
        return at >= 0 and int(ip) <= lasts[at]


class HostEntries:
    """Host names, and domains with all below them: those of the remote host."""

    def __init__(self, names: frozenset[str], domains: frozenset[str]) -> None:
        self._names = names
        self._domains = domains

    def __len__(self) -> int:
        return len(self._names | self._domains)

    def holds(self, event: Event, facts: Facts) -> bool:
        return any(host_form(host) in self for host in facts.hosts or ())

    def __contains__(self, name: str) -> bool:
        if name in self._names:
            return True
        while name and self._domains:
            if name in self._domains:
                return True
            name = name.partition(".")[2]
        return False


class RegexEntries:
    """Patterns of host names: those that match one of the remote host's."""

    def __init__(self, patterns: PatternSet[int]) -> None:
        self._patterns = patterns

    def __len__(self) -> int:
        return len(self._patterns)

    def holds(self, event: Event, facts: Facts) -> bool:
        return any(self._patterns.find(host_form(host)) for host in facts.hosts or ())


class HashEntries:
    """sha256 of executables: that of the event's program."""

    def __init__(self, hashes: frozenset[bytes]) -> None:
        self._hashes = hashes

    def __len__(self) -> int:
        return len(self._hashes)

    def holds(self, event: Event, facts: Facts) -> bool:
        return facts.sha256 is not None and bytes.fromhex(facts.sha256) in self._hashes


class _AddressBuilder:
    def __init__(self) -> None:
        self._spans: dict[int, list[Span]] = {4: [], 6: []}

    def add(self, text: str) -> None:
        try:  # most lines are single IPv4 addresses, and lists are long
            number = int.from_bytes(socket.inet_pton(socket.AF_INET, text))
        except (OSError, ValueError):
            self._add_span(text)
        else:
            self._spans[4].append((number, number))

    def _add_span(self, text: str) -> None:
        first, last = address_span("address", text)
        self._spans[first.version].append((int(first), int(last)))

    def build(self) -> Entries:
        return AddressEntries(self._spans)


class _HostBuilder:
    def __init__(self) -> None:
        self._names: set[str] = set()
        self._domains: set[str] = set()

    def add(self, text: str) -> None:
        words = text.split()
        if len(words) == 1:
            self._add_name(words[0])
            return
        try:
            address_span("address", words[0])
        except RuleError:
            raise RuleError("host", "more than one word, and the first is no address") from None
        for word in words[1:]:
            if word.lower() not in _LOCAL_NAMES and word != words[0]:
                self._add_name(word)

    def _add_name(self, word: str) -> None:
        below = word.removeprefix("*").removeprefix(".")
        (self._names if below == word else self._domains).add(host_name("host", below))

    def build(self) -> Entries:
        return HostEntries(frozenset(self._names), frozenset(self._domains))


class _RegexBuilder:
    def __init__(self) -> None:
        self._patterns: PatternSet[int] = PatternSet()

    def add(self, text: str) -> None:
        if len(self._patterns) >= MAX_REGEXES:
            raise RuleError("host regex", f"the list has more than {MAX_REGEXES} patterns")
        self._patterns.add(TextMatch(text, TextKind.REGEX, ignore_case=True), len(self._patterns))

    def build(self) -> Entries:
        return RegexEntries(self._patterns)


class _HashBuilder:
    def __init__(self) -> None:
        self._hashes: set[bytes] = set()

    def add(self, text: str) -> None:
        try:
            digest = bytes.fromhex(text.split(maxsplit=1)[0])
        except ValueError:
            raise RuleError("sha256", "not a hexadecimal number") from None
        if len(digest) != 32:
            raise RuleError("sha256", f"{len(digest) * 2} digits where 64 are needed")
        self._hashes.add(digest)

    def build(self) -> Entries:
        return HashEntries(frozenset(self._hashes))


_BUILDERS: dict[ListKind, Callable[[], _Builder]] = {
    ListKind.ADDRESSES: _AddressBuilder,
    ListKind.HOSTS: _HostBuilder,
    ListKind.HOST_REGEXES: _RegexBuilder,
    ListKind.SHA256: _HashBuilder,
}
