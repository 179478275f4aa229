# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the history file, as the newest migration leaves them.

Millions of decisions repeat a few thousand facts. What repeats is kept once:

- a *flow* is all that decisions of the same kind share: who (program, user),
  what, whereto, and how it ended. Every filter but time is one on flows.
- a *process* is what else is known of one process.
- a *decision* is what is left: when, how long held, and numbers.

Counts stand where they are asked for, and are kept with each batch: of a flow,
of a process, of a flow in an hour (totals; packing.py says what becomes of them),
and the ids of each minute (spans). So no view and no plot ever reads all decisions.

Times are microseconds since 1970 (UTC); unsigned 64-bit numbers have the sign
that SQLite gives their bits.
"""

from __future__ import annotations

from sqlalchemy import BLOB, Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

strings = Table(
    "strings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", Integer, nullable=False),  # of the text: an index of it would hold it twice
    Column("text", Text, nullable=False),
    Index("strings_hash", "hash"),
)

# A socket address without its port. ported: the port was cut out of the bytes.
addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", Integer, nullable=False),
    Column("base", BLOB, nullable=False),
    Column("ported", Boolean, nullable=False),
    Column("text", Text, nullable=False),  # the IP address or the path, to be searched
    Index("addresses_hash", "hash"),
    Index("addresses_text", "text"),
)

flows = Table(
    "flows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("program", Integer, ForeignKey("strings.id"), nullable=False),
    Column("uid", Integer, nullable=False),
    Column("user", Integer, ForeignKey("strings.id")),
    Column("syscall", Text, nullable=False),
    Column("family", Integer, nullable=False),
    Column("type", Integer, nullable=False),
    Column("protocol", Integer, nullable=False),
    Column("remote", Integer, ForeignKey("addresses.id")),
    Column("local", Integer, ForeignKey("addresses.id")),
    Column("port", Integer),  # the service's, see model.HistoryQuery
    Column("hosts", Integer, ForeignKey("strings.id")),  # a JSON list
    Column("interface", Integer, ForeignKey("strings.id")),
    Column("action", Text, nullable=False),
    Column("errno", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("rule_id", Integer),
    Column("count", Integer, nullable=False),
    Index("flows_key", "program", "remote", "port"),
    Index("flows_remote", "remote"),
    Index("flows_hosts", "hosts"),
    Index("flows_user", "user"),
)

processes = Table(
    "processes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pid", Integer, nullable=False),
    Column("ppid", Integer, nullable=False),
    Column("start_ns", Integer, nullable=False),
    Column("gid", Integer, nullable=False),
    Column("comm", Integer, ForeignKey("strings.id"), nullable=False),
    Column("exe_dev", Integer),
    Column("exe_ino", Integer),
    Column("exe_ctime_ns", Integer),
    Column("cgroup", Integer, nullable=False),
    Column("netns", Integer, nullable=False),
    Column("mntns", Integer, nullable=False),
    Column("command", Text),  # a JSON list; seldom the same for two processes
    Column("ancestors", Integer, ForeignKey("strings.id")),  # a JSON list
    Column("sha256", Integer, ForeignKey("strings.id")),
    Column("application", Integer, ForeignKey("strings.id")),
    Column("package", Integer, ForeignKey("strings.id")),
    Column("unit", Integer, ForeignKey("strings.id")),
    Column("count", Integer, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("flow", Integer, ForeignKey("flows.id"), nullable=False),
    Column("process", Integer, ForeignKey("processes.id"), nullable=False),
    Column("tid", Integer),  # NULL where it is the process's own number
    Column("at", Integer, nullable=False),
    Column("held_ns", Integer, nullable=False),
    Column("event_id", Integer, nullable=False),
    Column("port", Integer),  # the one that is not the service's
    Index("decisions_flow", "flow"),
)

# bucket: when the hour begins, seconds since 1970. What is not packed yet.
totals = Table(
    "totals",
    metadata,
    Column("bucket", Integer, primary_key=True),
    Column("flow", Integer, ForeignKey("flows.id"), primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

packed_hours, packed_days = (
    Table(
        name,
        metadata,
        Column("bucket", Integer, primary_key=True),
        Column("flows", BLOB, nullable=False),
        Column("counts", BLOB, nullable=False),
    )
    for name in ("packed_hours", "packed_days")
)

# Which ids a minute's decisions have. Minutes overlap where the clock was set.
spans = Table(
    "spans",
    metadata,
    Column("minute", Integer, primary_key=True),  # seconds since 1970
    Column("first_id", Integer, nullable=False),
    Column("last_id", Integer, nullable=False),
    Column("count", Integer, nullable=False),
)

# name "decisions": how many were ever recorded, which is the last one's id.
counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
