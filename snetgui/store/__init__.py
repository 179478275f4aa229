# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules and history in two SQLite files that survive what the world does to them."""
