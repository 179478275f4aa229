# SPDX-License-Identifier: GPL-2.0-or-later
"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Runs in one transaction with the note of the revision."""
    ${upgrades if upgrades else "raise NotImplementedError"}
