#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Print the line of each network call that the kernel module holds, and allow it."""

from contextlib import suppress

from snetgui.source.kernel import Action, Event, seed_line, watch


def decide(event: Event) -> Action:
    print(seed_line(event), flush=True)
    return Action.ALLOW


with suppress(KeyboardInterrupt):
    watch(decide)
