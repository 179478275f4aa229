# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of questions that nobody answered in time."""
