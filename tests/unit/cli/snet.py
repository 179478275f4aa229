# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `snet` as its entry point starts it."""

from __future__ import annotations

from snetgui.cli.main import main

if __name__ == "__main__":
    main(prog_name="snet")
