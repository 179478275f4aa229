# SPDX-License-Identifier: GPL-2.0-or-later
"""The first release's history."""

import sqlalchemy as sa
from alembic import op

revision = "history_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Runs in one transaction with the note of the revision."""
    op.execute("PRAGMA application_id = 0x736e4869")  # "snHi"
    op.create_table(
        "strings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hash", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "addresses",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hash", sa.Integer, nullable=False),
        sa.Column("base", sa.BLOB, nullable=False),
        sa.Column("ported", sa.Boolean, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "flows",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("program", sa.Integer, sa.ForeignKey("strings.id"), nullable=False),
        sa.Column("uid", sa.Integer, nullable=False),
        sa.Column("user", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("syscall", sa.Text, nullable=False),
        sa.Column("family", sa.Integer, nullable=False),
        sa.Column("type", sa.Integer, nullable=False),
        sa.Column("protocol", sa.Integer, nullable=False),
        sa.Column("remote", sa.Integer, sa.ForeignKey("addresses.id")),
        sa.Column("local", sa.Integer, sa.ForeignKey("addresses.id")),
        sa.Column("port", sa.Integer),
        sa.Column("hosts", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("interface", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("errno", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("rule_id", sa.Integer),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("last_id", sa.Integer, nullable=False),
    )
    op.create_table(
        "processes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("ppid", sa.Integer, nullable=False),
        sa.Column("start_ns", sa.Integer, nullable=False),
        sa.Column("gid", sa.Integer, nullable=False),
        sa.Column("comm", sa.Integer, sa.ForeignKey("strings.id"), nullable=False),
        sa.Column("exe_dev", sa.Integer),
        sa.Column("exe_ino", sa.Integer),
        sa.Column("exe_ctime_ns", sa.Integer),
        sa.Column("cgroup", sa.Integer, nullable=False),
        sa.Column("netns", sa.Integer, nullable=False),
        sa.Column("mntns", sa.Integer, nullable=False),
        sa.Column("command", sa.Text),
        sa.Column("ancestors", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("sha256", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("application", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("package", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("unit", sa.Integer, sa.ForeignKey("strings.id")),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("flow", sa.Integer, sa.ForeignKey("flows.id"), nullable=False),
        sa.Column("process", sa.Integer, sa.ForeignKey("processes.id"), nullable=False),
        sa.Column("tid", sa.Integer),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("held_ns", sa.Integer, nullable=False),
        sa.Column("event_id", sa.Integer, nullable=False),
        sa.Column("port", sa.Integer),
    )
    op.create_table(
        "totals",
        sa.Column("step", sa.Integer, primary_key=True),
        sa.Column("bucket", sa.Integer, primary_key=True),
        sa.Column("flow", sa.Integer, sa.ForeignKey("flows.id"), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "activity",
        sa.Column("step", sa.Integer, primary_key=True),
        sa.Column("bucket", sa.Integer, primary_key=True),
        sa.Column("program", sa.Integer, sa.ForeignKey("strings.id"), primary_key=True),
        sa.Column("action", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "spans",
        sa.Column("minute", sa.Integer, primary_key=True),
        sa.Column("first_id", sa.Integer, nullable=False),
        sa.Column("last_id", sa.Integer, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
    )
    op.create_index("strings_hash", "strings", ["hash"])
    op.create_index("addresses_hash", "addresses", ["hash"])
    op.create_index("addresses_text", "addresses", ["text"])
    op.create_index("flows_key", "flows", ["program", "remote", "port"])
    op.create_index("decisions_flow", "decisions", ["flow"])
    op.execute("INSERT INTO counters (name, value) VALUES ('decisions', 0)")
