# SPDX-License-Identifier: GPL-2.0-or-later
"""Totals by the hour alone, packed once an hour is over; indexes of where flows go."""

import sqlalchemy as sa
from alembic import op

revision = "history_0002"
down_revision = "history_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Runs in one transaction with the note of the revision. What is there is packed later."""
    op.drop_table("activity")
    op.rename_table("totals", "totals_0001")
    op.create_table(
        "totals",
        sa.Column("bucket", sa.Integer, primary_key=True),
        sa.Column("flow", sa.Integer, sa.ForeignKey("flows.id"), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO totals (bucket, flow, count) "
        "SELECT bucket, flow, count FROM totals_0001 WHERE step = 3600 AND count != 0"
    )
    op.drop_table("totals_0001")
    for name in ("packed_hours", "packed_days"):
        op.create_table(
            name,
            sa.Column("bucket", sa.Integer, primary_key=True),
            sa.Column("flows", sa.BLOB, nullable=False),
            sa.Column("counts", sa.BLOB, nullable=False),
        )
    op.drop_column("flows", "last_id")
    op.create_index("flows_remote", "flows", ["remote"])
    op.create_index("flows_hosts", "flows", ["hosts"])
    op.create_index("flows_user", "flows", ["user"])
