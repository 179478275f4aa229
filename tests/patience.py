# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a test waits before it calls something hung."""

from __future__ import annotations

import os

SLOWER = float(os.environ.get("SNET_SLOWER", "1"))
"""How many times longer than on an ordinary machine; emulation says so."""


def seconds(usual: float) -> float:
    """What is enough on an ordinary machine, made enough on this one."""
    return usual * SLOWER
