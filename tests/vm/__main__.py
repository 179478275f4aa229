# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `tests/vm/run`."""

import sys

from tests.vm.cli import main

sys.exit(main())
