# SPDX-License-Identifier: GPL-2.0-or-later
"""The store of rules: a small, precious file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from snetgui.model import LastingMode, Rule, RuleError, Settings, UnknownRule
from snetgui.rules.collector import paused

from .database import BUSY_TIMEOUT_S, Access, Database
from .look import Kind
from .rule_rows import to_row, to_rule
from .rules_schema import metadata, rules
from .rules_schema import settings as settings_table
from .settings_rows import MODE, KeptSettings, from_rows, mode_row, settings_rows
from .values import instant_in, utc_now

KIND: Final = Kind(
    name="rules",
    application_id=0x736E5275,  # "snRu"
    head="rules_0002",
    scripts="snetgui.store:migrations/rules",
    metadata=metadata,
    thorough=True,
    durable=True,
    restore=True,
)
_IDS_A_STATEMENT = 500
_STREAMED = {"yield_per": 500}  # else all rows are held beside all rules


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A stored rule that can't be read: it stays in the file and matches nothing.

    Attributes:
        name: untrusted text; "" where not even that can be read.
        problem: one sentence.
    """

    id: int
    name: str
    problem: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the file holds, both by rising id: oldest first."""

    rules: tuple[Rule, ...]
    broken: tuple[BrokenRule, ...]


class RuleStore:
    """The rules on disk.

    Thread-safe: any method from any thread; changes wait for each other. Each
    change is one transaction: it is on the disk when the call returns, or the
    file is as before and StoreError is raised. The caller keeps its own memory
    in step by changing it only after the call has returned.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        self._database = Database(KIND, path, clock=clock, busy_timeout_s=busy_timeout_s)
        self._seen: tuple[int, int] | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know of the file, oldest first; grows while it is open."""
        return self._database.warnings

    @property
    def in_memory(self) -> bool:
        """Whether the file can't be used, so that rules end with the program."""
        return self._database.access is Access.MEMORY

    def open(self) -> tuple[str, ...]:
        """Open or make the file, migrated; returns the warnings.

        Never raises for the state of the file: a damaged one is set aside; where
        it can't be used at all, the rules live in memory until the end.
        """
        return self._database.open()

    def close(self) -> None:
        """Close; later calls raise StoreError. Closing twice is fine."""
        self._database.close()

    def load(self) -> Loaded:
        """All rules; those that can't be read are named, the others come all the same.

        Raises:
            StoreError: the file can't be read.
        """
        found: list[Rule] = []
        broken: list[BrokenRule] = []
        with self._database.read() as connection, paused():
            statement = select(rules).order_by(rules.c.id)
            for row in connection.execute(statement, execution_options=_STREAMED):
                try:
                    found.append(to_rule(row))
                except (ValueError, TypeError, OverflowError, RuleError) as fault:
                    name = row.name if isinstance(row.name, str) else ""
                    broken.append(BrokenRule(row.id, name, str(fault)))
        return Loaded(tuple(found), tuple(broken))

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since the last call; the first says no.

        Another's commit shows in data_version (sqlite.org/pragma.html). Raises StoreError.
        """
        with self._database.write() as connection:
            version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        before, self._seen = self._seen, (self._database.generation, int(version))
        return before is not None and before != self._seen

    def add(self, rule: Rule) -> Rule:
        """Store a new rule; returns it with its id, which was never used before.

        Raises:
            RuleError: a number that the file can't hold.
            StoreError
        """
        return self.add_many([rule])[0]

    def add_many(self, new: Iterable[Rule], *, keep_ids: bool = False) -> tuple[Rule, ...]:
        """Store new rules, all or none; returns them with rising ids. Raises as add().

        With keep_ids a rule whose id is not 0 is put back under it, as after a
        deletion that is undone; RuleError if it is in use or was never given.
        """
        rows = [(rule, to_row(rule)) for rule in new]
        kept: list[Rule] = []
        with self._database.write() as connection:
            last = next_id = _last_id(connection)
            for rule, row in rows:
                if keep_ids and rule.id:
                    _check_given(connection, rule.id, last)
                    row["id"] = rule.id
                    connection.execute(insert(rules), row)
                else:
                    next_id += 1
                    row["id"] = next_id
                kept.append(replace(rule, id=row["id"]))
            new_rows = [row for _, row in rows if row["id"] > last]
            if new_rows:
                connection.execute(insert(rules), new_rows)
        return tuple(kept)

    def replace(self, rule: Rule) -> None:
        """Write a rule over the one with its id, hits and last use included.

        Raises:
            UnknownRule: there is none with that id; nothing was changed.
            RuleError, StoreError: as add().
        """
        self.replace_many([rule])

    def replace_many(self, changed: Iterable[Rule]) -> None:
        """Write rules over those with their ids, all or none. Raises as replace()."""
        rows = [(rule.id, to_row(rule)) for rule in changed]
        with self._database.write() as connection:
            for rule_id, row in rows:
                result = connection.execute(update(rules).where(rules.c.id == rule_id).values(row))
                if result.rowcount == 0:
                    raise UnknownRule(f"there is no rule {rule_id} any more")

    def delete(self, ids: Sequence[int]) -> tuple[int, ...]:
        """Delete rules, broken ones too; returns the ids that were there. Raises StoreError."""
        gone: list[int] = []
        with self._database.write() as connection:
            for start in range(0, len(ids), _IDS_A_STATEMENT):
                some = ids[start : start + _IDS_A_STATEMENT]
                statement = delete(rules).where(rules.c.id.in_(some)).returning(rules.c.id)
                gone.extend(connection.scalars(statement))
        return tuple(sorted(gone))

    def touch(self, uses: Mapping[int, tuple[int, datetime]]) -> None:
        """Write down hit counts (in all, not since last time) and last uses.

        One transaction for all of them; ids that are gone are passed over.
        Raises StoreError.
        """
        self._update_each(
            {"hits": "new_hits", "last_used": "new_last_used"},
            [
                {"rule": rule_id, "new_hits": hits, "new_last_used": instant_in(last)}
                for rule_id, (hits, last) in uses.items()
            ],
        )

    def write_remaining(self, seconds: Mapping[int, float]) -> None:
        """Write down what is left of SPAN lifetimes, in one transaction. Raises StoreError."""
        self._update_each(
            {"remaining_s": "new_remaining"},
            [{"rule": rule_id, "new_remaining": left} for rule_id, left in seconds.items()],
        )

    def settings(self) -> KeptSettings:
        """Settings and mode, those as at first that were never written or can't be read.

        Raises StoreError.
        """
        with self._database.read() as connection:
            rows = connection.execute(select(settings_table.c.name, settings_table.c.value))
            return from_rows((row.name, row.value) for row in rows)

    def write_settings(self, new: Settings) -> None:
        """Write all settings, in one transaction. Raises StoreError."""
        with self._database.write() as connection:
            for name, value in settings_rows(new).items():
                _put(connection, name, value)

    def write_mode(self, mode: LastingMode, instead_of: LastingMode | None = None) -> None:
        """Write the mode; with instead_of only where that is written still. Raises StoreError."""
        with self._database.write() as connection:
            if instead_of is not None:
                name, value = settings_table.c.name, settings_table.c.value
                found = connection.scalar(select(value).where(name == MODE))
                if found != mode_row(instead_of):
                    return
            _put(connection, MODE, mode_row(mode))

    def _update_each(self, columns: dict[str, str], values: list[dict[str, float]]) -> None:
        if not values:
            return
        statement = update(rules).where(rules.c.id == bindparam("rule"))
        statement = statement.values({name: bindparam(new) for name, new in columns.items()})
        with self._database.write() as connection:
            connection.execute(statement, values)


def _put(connection: Connection, name: str, value: str) -> None:
    put = insert_or_update(settings_table).values(name=name, value=value)
    connection.execute(put.on_conflict_do_update(set_={"value": value}))


def _check_given(connection: Connection, rule_id: int, last: int) -> None:
    """Refuse an id that is in use, or above all that were ever given: the next would follow it."""
    if not 0 < rule_id <= last:
        raise RuleError("id", f"{rule_id} was never given to a rule; leave it out for a new one")
    if connection.scalar(select(rules.c.id).where(rules.c.id == rule_id)) is not None:
        raise RuleError("id", f"there is a rule {rule_id} already")


def _last_id(connection: Connection) -> int:
    """The highest id ever used, deleted rules included (sqlite.org/autoinc.html)."""
    statement = text("SELECT seq FROM sqlite_sequence WHERE name = 'rules'")
    return int(connection.scalar(statement) or 0)
