# SPDX-License-Identifier: GPL-2.0-or-later
"""The exceptions of snet.

SnetError
 ├─ SourceError            where events come from failed
 │   ├─ SourceMissing      there is none: no module, no seccomp. Retry later
 │   ├─ SourceVersion      too old or too new for this program
 │   ├─ SourcePermission   this process may not (CAP_NET_ADMIN)
 │   ├─ SourceBusy         another agent is registered
 │   ├─ SourceRefused      the source refused what was asked, and says why
 │   └─ UnknownEvent       that event is not pending (any more): no fault
 ├─ StoreError             the world's fault: full, locked, read-only
 │   ├─ StoreDamaged       set aside, a new one was begun
 │   └─ StoreVersion       written by a newer snet: left as it is
 ├─ RuleError              a rule that says nothing sensible, field and fix named
 ├─ SettingsError          a setting that can't be, named, with the fix
 ├─ UnknownRule            no such rule (any more)
 └─ UnknownQuestion        no such question (any more)

The text of each is one sentence for a person: what is wrong and the way out.
"""

from __future__ import annotations


class SnetError(Exception):
    """Anything that snet itself reports."""


class SourceError(SnetError):
    """Where events come from failed."""


class SourceMissing(SourceError):
    """There is no such source on this machine now."""


class SourceVersion(SourceError):
    """The source is too old or too new for this program."""


class SourcePermission(SourceError):
    """This process may not use the source."""


class SourceBusy(SourceError):
    """Another agent is registered."""


class SourceRefused(SourceError):
    """The source refused what was asked."""


class UnknownEvent(SourceError):
    """The event is not pending (any more)."""


class StoreError(SnetError):
    """The store could not do it: full, locked, read-only."""


class StoreDamaged(StoreError):
    """The file was damaged; it was set aside and a new one begun."""


class StoreVersion(StoreError):
    """The file was written by a newer snet and is left as it is."""


class RuleError(SnetError):
    """A rule's field says nothing sensible."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem

    def __reduce__(self) -> tuple[type[RuleError], tuple[str, str]]:
        """A copy is made of what made it."""
        return type(self), (self.field, self.problem)


class SettingsError(SnetError):
    """A setting that can't be.

    Attributes:
        field: its name in Settings, or "mode".
    """

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field = field

    def __reduce__(self) -> tuple[type[SettingsError], tuple[str, str]]:
        """A copy is made of what made it."""
        return type(self), (self.field, str(self))


class UnknownRule(SnetError):
    """No such rule (any more)."""


class UnknownQuestion(SnetError):
    """No such question (any more)."""
