# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `tests/vm/arm64`."""

import sys

from tests.vm.arm.cli import main

sys.exit(main())
