# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules that are not needed, each with its fix."""
