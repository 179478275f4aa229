# SPDX-License-Identifier: GPL-2.0-or-later
"""Load the module, unload it, read its parameters and the kernel's log."""

import ctypes
import os
from pathlib import Path

from tests.vm import klog

_MODULE = Path("/sys/module/snet")

# The calls that insmod and rmmod make: starting those takes longer than loading.
_FINIT_MODULE = 313
_DELETE_MODULE = 176
_libc = ctypes.CDLL(None, use_errno=True)


class LoadError(Exception):
    """The kernel refused the module."""


def load(**parameters: int) -> None:
    """Load the module under test with these parameters."""
    words = " ".join(f"{name}={value}" for name, value in parameters.items())
    with Path(os.environ["SNET_KO"]).open("rb") as file:
        if _libc.syscall(_FINIT_MODULE, file.fileno(), words.encode(), 0):
            raise LoadError(os.strerror(ctypes.get_errno()))


def unload() -> None:
    """Unload it; fails while it is in use."""
    if _libc.syscall(_DELETE_MODULE, b"snet", os.O_NONBLOCK):
        raise LoadError(os.strerror(ctypes.get_errno()))


def is_loaded() -> bool:
    """Whether there is such a module now."""
    return _MODULE.exists()


def parameter(name: str) -> int:
    """Return a parameter as sysfs has it."""
    return int((_MODULE / "parameters" / name).read_text())


def set_parameter(name: str, value: int) -> None:
    """Change a parameter by sysfs."""
    (_MODULE / "parameters" / name).write_text(str(value))


class KernelLog:
    """The kernel's messages from now on."""

    def __init__(self) -> None:
        self._file = os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        os.lseek(self._file, 0, os.SEEK_END)

    def lines(self) -> list[str]:
        """Return what came since the last time."""
        found = []
        while True:
            try:
                found.append(os.read(self._file, 8192).decode(errors="replace").rstrip())
            except BlockingIOError:
                return found
            except BrokenPipeError:
                found.append("messages were overwritten before they were read")

    def complaints(self) -> list[str]:
        """Return the lines since the last time that tell of a fault."""
        return klog.complaints("\n".join([klog.START, *self.lines()]))

    def close(self) -> None:
        """Stop reading."""
        os.close(self._file)
