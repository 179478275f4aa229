# SPDX-License-Identifier: GPL-2.0-or-later
"""Trying out which rule decides an event."""
