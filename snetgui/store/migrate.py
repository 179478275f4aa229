# SPDX-License-Identifier: GPL-2.0-or-later
"""Bringing a file to this program's schema, in one transaction, with Alembic.

Alembic is imported only where there is something to do: nearly every start
finds the file at the head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config


def upgrade(connection: Connection, scripts: str) -> None:
    """Run what is missing up to the head, in the transaction that is open.

    Args:
        scripts: the folder, as Alembic writes it: "package:folder" or a path.
    """
    from alembic import command  # noqa: PLC0415

    config = _config(scripts)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def known(revision: str, scripts: str) -> bool:
    """Whether this program has ever written files of that revision."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    directory = ScriptDirectory.from_config(_config(scripts))
    return any(script.revision == revision for script in directory.walk_revisions())


def run() -> None:
    """What each env.py does: run on the caller's connection, inside its transaction."""
    from alembic import context  # noqa: PLC0415

    connection = context.config.attributes["connection"]
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()


def _config(scripts: str) -> Config:
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    return config
