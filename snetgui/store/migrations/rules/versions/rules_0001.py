# SPDX-License-Identifier: GPL-2.0-or-later
"""The first release's rules."""

import sqlalchemy as sa
from alembic import op

revision = "rules_0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Runs in one transaction with the note of the revision."""
    op.execute("PRAGMA application_id = 0x736e5275")  # "snRu"
    op.create_table(
        "rules",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("errno", sa.Integer, nullable=False),
        sa.Column("enabled", sa.Integer, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("lifetime", sa.Text, nullable=False),
        sa.Column("lifetime_s", sa.Float),
        sa.Column("lifetime_until", sa.Integer),
        sa.Column("remaining_s", sa.Float),
        sa.Column("created", sa.Integer, nullable=False),
        sa.Column("boot_id", sa.Text, nullable=False),
        sa.Column("boottime_s", sa.Float, nullable=False),
        sa.Column("process_pid", sa.Integer),
        sa.Column("process_start_ns", sa.Integer),
        sa.Column("last_used", sa.Integer),
        sa.Column("hits", sa.Integer, nullable=False),
        sa.Column("conditions_version", sa.Integer, nullable=False),
        sa.Column("conditions", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
