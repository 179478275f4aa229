# SPDX-License-Identifier: GPL-2.0-or-later
"""Tests of the guest are collected in a guest only."""

import os

collect_ignore_glob = [] if os.environ.get("SNET_GUEST") else ["guest/*"]
