# SPDX-License-Identifier: GPL-2.0-or-later
"""Alembic's environment for the rules file: store.migrate hands the connection over."""

from snetgui.store.migrate import run

run()
