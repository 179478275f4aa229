# SPDX-License-Identifier: GPL-2.0-or-later
"""pyqtgraph, loaded so that nothing but the plot is changed by it.

Only the history's window imports this: NumPy and pyqtgraph take 23 MB and a
fifth of a second, which who never looks need not pay. It has no types for mypy.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_BINDING = "PYQTGRAPH_QT_LIB"


@contextmanager
def _as_it_was() -> Iterator[None]:
    """A person's choice of another Qt can't be followed, and faults stay faults.

    While it is loaded, pyqtgraph sets a hook under which a program goes on
    after an exception that nobody expected.
    """
    hook, binding = sys.excepthook, os.environ.pop(_BINDING, None)
    try:
        yield
    finally:
        sys.excepthook = hook
        if binding is not None:
            os.environ[_BINDING] = binding


with _as_it_was():
    pg: Any = importlib.import_module("pyqtgraph")
