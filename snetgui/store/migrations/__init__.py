# SPDX-License-Identifier: GPL-2.0-or-later
"""Alembic's migrations: one folder a file, each with its environment and its versions."""
