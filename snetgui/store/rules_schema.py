# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the rules file, as the newest migration leaves them.

What is listed and sorted has a column. The conditions are one JSON text with
its version beside it (see rule_rows.py): a rule is always read as a whole.
Times are microseconds since 1970 (UTC), spans are seconds.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text

metadata = MetaData()

rules = Table(
    "rules",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("errno", Integer, nullable=False),
    Column("enabled", Integer, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("lifetime", Text, nullable=False),
    Column("lifetime_s", Float),
    Column("lifetime_until", Integer),
    Column("remaining_s", Float),
    Column("created", Integer, nullable=False),
    Column("boot_id", Text, nullable=False),
    Column("boottime_s", Float, nullable=False),
    Column("process_pid", Integer),
    Column("process_start_ns", Integer),
    Column("last_used", Integer),
    Column("hits", Integer, nullable=False),
    Column("conditions_version", Integer, nullable=False),
    Column("conditions", Text, nullable=False),
    sqlite_autoincrement=True,  # an id is never used again: a larger one is newer
)

# What a person sets, and the mode: see settings_rows.py.
settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
