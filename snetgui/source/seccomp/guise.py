# SPDX-License-Identifier: GPL-2.0-or-later
"""Acting as the program would: with its rights, from its folder, under its root.

A supervisor that has more rights than the program (root, whose program dropped
them) must not lend them, and the path of a UNIX socket means what it means to
the program. Where anything differs, the call is made in a thread that takes on
what is the program's, makes that one call and ends: the rights, the folder, the
root and the umask of a thread are its own (credentials(7), CLONE_FS in clone(2)).
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

import pyseccomp

from snetgui.model import Process

from . import kernel
from .kernel import LIBC
from .threads import Thread, status_field

_CLONE_FS = 0x200
_CLONE_NEWNET = 0x40000000
_SIOCGSKNS = 0x894C
_CAP_SYS_ADMIN = 21

_NATIVE = pyseccomp.Arch.NATIVE
_SETGROUPS = pyseccomp.resolve_syscall(_NATIVE, "setgroups")
_SETRESUID = pyseccomp.resolve_syscall(_NATIVE, "setresuid")
_SETRESGID = pyseccomp.resolve_syscall(_NATIVE, "setresgid")

Act = Callable[[bytes], int]
"""A system call on an address: its value, or minus the errno."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the kernel checks of whoever makes a socket call."""

    uid: int
    gid: int
    groups: tuple[int, ...]
    effective: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path starts.

    Attributes:
        root: a descriptor of the program's root; None where it is ours too.
        folder: a descriptor of its current folder.
        umask: what a new file does not get.
    """

    root: int | None
    folder: int
    umask: int


@dataclass(frozen=True, slots=True)
class Guise:
    """What differs from the supervisor; None where nothing does.

    Attributes:
        netns: a descriptor of the namespace in which to make a socket.
    """

    rights: Rights | None = None
    place: Place | None = None
    netns: int | None = None

    def run(self, act: Act, address: bytes) -> int:
        """Take it on and act. Only in a thread that ends afterwards.

        Returns:
            what act() returns, or minus the errno of what could not be taken on.
        """
        try:
            if self.place is not None:
                address = _go_to(self.place, address)
            if self.netns is not None and LIBC.setns(self.netns, _CLONE_NEWNET) != 0:
                return -ctypes.get_errno()
            if self.rights is not None:
                _take_on(self.rights)
        except OSError as error:
            return -(error.errno or 1)
        return act(address)

    def close(self) -> None:
        place = (self.place.root, self.place.folder) if self.place else ()
        for fd in (*place, self.netns):
            if fd is not None:
                os.close(fd)


class Caller(Protocol):
    """Whose call it is, and on which socket (-1: on none)."""

    @property
    def thread(self) -> Thread: ...

    @property
    def process(self) -> Process: ...

    @property
    def fd(self) -> int: ...


class Wardrobe:
    """Knows what the supervisor itself is, and finds what differs of a thread.

    Attributes:
        may_name_others: it may send another process's SCM_CREDENTIALS.
    """

    def __init__(self) -> None:
        own = Thread(os.getpid())
        self._privileged = bool(kernel.capabilities(0)) or os.geteuid() == 0
        self._rights = (os.geteuid(), os.getegid(), kernel.capabilities(0))
        self.may_name_others = bool(kernel.capabilities(0) & 1 << _CAP_SYS_ADMIN)
        self._userns = _inode(own, "ns/user")
        self._netns = _inode(own, "ns/net")
        self._places = _place_ids(own)
        own.close()

    def find(self, caller: Caller, address: bytes, *, makes_file: bool) -> Guise | None:
        """Return the guise for a call that names address; None if none is needed.

        Raises:
            OSError: the thread is gone, or may not be looked into.
        """
        thread = caller.thread
        rights = self._differing_rights(caller) if self._privileged else None
        place = None
        if is_path(address) and (makes_file or not self._same_place(thread, address)):
            place = _place(thread, own_root=_place_ids(thread) == self._places)
        return Guise(rights, place) if rights or place else None

    def find_for_new_socket(self, caller: Caller) -> Guise | None:
        """Return the guise for a socket made for the caller. Raises OSError."""
        thread = caller.thread
        rights = self._differing_rights(caller) if self._privileged else None
        netns = None
        if _inode(thread, "ns/net") != self._netns:
            netns = thread.open("ns/net", os.O_RDONLY)
        return Guise(rights, netns=netns) if rights or netns is not None else None

    def _differing_rights(self, caller: Caller) -> Rights | None:
        thread, process = caller.thread, caller.process
        effective = kernel.capabilities(thread.tid)
        stranger = _inode(thread, "ns/user") != self._userns
        if (process.uid, process.gid, effective) == self._rights and not stranger:
            return None
        if stranger and self._is_ours(caller.fd):
            effective = 0  # what it may in its user namespace it may not here
        status = thread.status()
        groups = tuple(map(int, status_field(status, "Groups").split()))
        return Rights(process.uid, process.gid, groups, effective)

    def _is_ours(self, fd: int) -> bool:
        """Whether a socket is of the supervisor's own network namespace."""
        if fd < 0:
            return True
        try:
            netns = fcntl.ioctl(fd, _SIOCGSKNS)
        except OSError:
            return True
        try:
            return os.fstat(netns).st_ino == self._netns
        finally:
            os.close(netns)

    def _same_place(self, thread: Thread, address: bytes) -> bool:
        return address[2:3] == b"/" and _place_ids(thread) == self._places


def is_path(address: bytes) -> bool:
    """Whether a sockaddr names a file: AF_UNIX, neither abstract nor unnamed."""
    return len(address) > 2 and address[2] != 0 and _family(address) == socket.AF_UNIX


def _family(address: bytes) -> int:
    return int(struct.unpack_from("=H", address)[0])


def _inode(thread: Thread, name: str) -> int:
    return thread.stat(name).st_ino


def _place_ids(thread: Thread) -> tuple[int, int, int]:
    root = thread.stat("root")
    return root.st_dev, root.st_ino, _inode(thread, "ns/mnt")


def _place(thread: Thread, *, own_root: bool) -> Place:
    umask = int(status_field(thread.status(), "Umask"), 8)
    folder = thread.open("cwd", os.O_PATH | os.O_DIRECTORY)
    try:
        root = None if own_root else thread.open("root", os.O_PATH | os.O_DIRECTORY)
    except OSError:
        os.close(folder)
        raise
    return Place(root, folder, umask)


def _go_to(place: Place, address: bytes) -> bytes:
    """Go there; returns the address that means from there what was meant."""
    if LIBC.unshare(_CLONE_FS) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    os.umask(place.umask)
    if place.root is not None:
        os.fchdir(place.root)
        try:
            os.chroot(".")
        except PermissionError:
            return _seen_from_here(place.root, place.folder, address)
    os.fchdir(place.folder)
    return address


def _seen_from_here(root: int, folder: int, address: bytes) -> bytes:
    """Find a file under another root without chroot(2)'s privilege.

    Its folder is opened there and named by descriptor; the name in it is left to
    the call. A socket bound so has this name for who asks for its address.
    """
    path = address[2:].split(b"\0", 1)[0]
    if not path.startswith(b"/"):
        path = os.readlink(b"/proc/self/fd/%d" % folder) + b"/" + path  # noqa: PTH115 (bytes)
    above, _, name = path.rpartition(b"/")
    parent = kernel.open_in_root(root, above or b"/")
    os.fchdir(parent)
    os.close(parent)
    return address[:2] + (name or b".") + b"\0"


def _take_on(rights: Rights) -> None:
    """Raw calls: those of the C library would change every thread (nptl(7))."""
    groups = (ctypes.c_uint32 * len(rights.groups))(*rights.groups)
    keep = ctypes.c_long(-1)
    with suppress(PermissionError):  # who may not change groups has the program's anyway
        _raw(_SETGROUPS, len(rights.groups), groups)
    _raw(_SETRESGID, keep, ctypes.c_long(rights.gid), keep)
    _raw(_SETRESUID, keep, ctypes.c_long(rights.uid), keep)
    kernel.set_effective(rights.effective)


def _raw(number: int, *arguments: object) -> None:
    if LIBC.syscall(number, *arguments) != 0:
        raise OSError(ctypes.get_errno(), "taking on the program's rights")
