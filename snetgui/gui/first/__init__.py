# SPDX-License-Identifier: GPL-2.0-or-later
"""The first start: three screens that a person can leave at any time."""
