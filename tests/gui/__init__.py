# SPDX-License-Identifier: GPL-2.0-or-later
"""Tests of the windows: widgets with real events, and the real app under Xvfb."""
