# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine offered to other processes, and the client that uses it from there.

The client is a Backend like the engine itself: windows and commands can't tell
the two apart.
"""

from .client import BackendClient, connect
from .server import BackendServer, socket_path

__all__ = ["BackendClient", "BackendServer", "connect", "socket_path"]
