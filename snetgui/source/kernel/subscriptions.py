# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets of subscriptions that make sense."""

from __future__ import annotations

import socket
from typing import Final

from snetgui.model import Subscription, Syscall

# Every call of every family. Whoever asks a person about all of this asks about
# the desktop's own sockets too, those that the question itself needs included.
EVERYTHING: Final = (Subscription(),)

# What leaves the machine or lets others in. bind is left out: it precedes each
# listen and nearly each UDP send, so that it would ask everything twice.
INTERNET: Final = tuple(
    Subscription(syscall, family)
    for family in (socket.AF_INET, socket.AF_INET6)
    for syscall in (Syscall.CONNECT, Syscall.SENDMSG, Syscall.LISTEN)
)
