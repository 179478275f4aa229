# SPDX-License-Identifier: GPL-2.0-or-later
"""Tests that run inside a guest, against the loaded module and real sockets."""
