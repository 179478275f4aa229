# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of decisions, past and as they are made."""
