# SPDX-License-Identifier: GPL-2.0-or-later
"""The numbers of kmod/uapi/snet.h, name for name; a test compares the two."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

GENL_NAME: Final = "SNET"
GENL_VERSION: Final = 1
GENL_DECISIONS: Final = "decisions"
PROTOCOL_VERSION: Final = 1
MAX_ANSWERS: Final = 1024


class Command(IntEnum):
    """enum snet_command, SNET_C_*."""

    UNSPEC = 0
    VERSION = 1
    REGISTER = 2
    UNREGISTER = 3
    INSERT = 4
    REMOVE = 5
    FLUSH = 6
    LIST = 7
    EVENT = 8
    ENDED = 9
    DECISION = 10
    VERDICT = 11
    EXTEND = 12
    PENDING = 13
    CONFIG_GET = 14
    CONFIG_SET = 15
    STATS = 16


class SyscallNumber(IntEnum):
    """enum snet_syscall, SNET_SYSCALL_*."""

    CREATE = 0
    BIND = 1
    CONNECT = 2
    LISTEN = 3
    ACCEPT = 4
    SENDMSG = 5
    RECVMSG = 6


class VerdictNumber(IntEnum):
    """enum snet_verdict, SNET_ALLOW and SNET_DENY; also the verdict policy."""

    ALLOW = 0
    DENY = 1


class ReasonNumber(IntEnum):
    """enum snet_reason, SNET_REASON_*."""

    VERDICT = 1
    TIMEOUT = 2
    NO_AGENT = 3
    OVERFLOW = 4
    CANCELLED = 5
    UNLOAD = 6


class Attr(IntEnum):
    """enum snet_attr, SNET_A_*: the attributes of every message but STATS."""

    UNSPEC = 0
    PAD = 1
    PROTOCOL_VERSION = 2
    MODULE_VERSION = 3
    HOOKS = 4
    ATTACH = 5
    SUBSCRIPTION = 6
    ANSWER = 7
    ID = 8
    SYSCALL = 9
    FAMILY = 10
    TYPE = 11
    PROTOCOL = 12
    LOCAL = 13
    REMOTE = 14
    PID = 15
    TID = 16
    START_TIME = 17
    UID = 18
    GID = 19
    COMM = 20
    EXE = 21
    EXE_DEV = 22
    EXE_INO = 23
    EXE_CTIME = 24
    PPID = 25
    CGROUP = 26
    NETNS = 27
    MNTNS = 28
    RAISED = 29
    DEADLINE = 30
    VERDICT = 31
    ERRNO = 32
    REASON = 33
    HELD = 34
    SECONDS = 35
    VERDICT_DELAY = 36
    VERDICT_POLICY = 37
    DEBUG = 38
    MAX_PENDING = 39
    MAX_SUBSCRIPTIONS = 40
    MAX_DELAY = 41


class SubAttr(IntEnum):
    """enum snet_sub_attr, SNET_A_SUB_*: inside Attr.SUBSCRIPTION."""

    UNSPEC = 0
    SYSCALL = 1
    FAMILY = 2
    PROTOCOL = 3


class AnsAttr(IntEnum):
    """enum snet_ans_attr, SNET_A_ANS_*: inside Attr.ANSWER."""

    UNSPEC = 0
    PAD = 1
    ID = 2
    VERDICT = 3
    ERRNO = 4


class StatAttr(IntEnum):
    """enum snet_stat_attr, SNET_A_STAT_*: the attributes of STATS."""

    UNSPEC = 0
    PAD = 1
    RAISED = 2
    PENDING = 3
    ENDED_VERDICT = 4
    ENDED_TIMEOUT = 5
    ENDED_NO_AGENT = 6
    ENDED_OVERFLOW = 7
    ENDED_CANCELLED = 8
    ENDED_UNLOAD = 9
    ALLOWED = 10
    DENIED = 11
    UNSENT = 12
    LOST = 13
    AGENTS = 14
