# SPDX-License-Identifier: GPL-2.0-or-later
"""What every test can rely on, however the tests were started."""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

# nohup and a shell's background jobs hand down ignored signals, and a program
# that starts with a signal ignored stays so (signal(7)): those under test
# would then never hear it.
signal.signal(signal.SIGINT, signal.default_int_handler)
for number in (signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)

# How long an example takes says how busy the machine is, not whether it holds.
settings.register_profile("snet", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("snet")
