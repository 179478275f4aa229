# SPDX-License-Identifier: GPL-2.0-or-later
"""The kernel module snet, for your own programs.

`Client` says everything that the protocol knows, as plain method calls;
`KernelSource` is the same on asyncio; `watch` is an agent of one function;
`Observer` reads every decision along.
"""

from snetgui.model import (
    Action,
    Address,
    Decision,
    Ended,
    Event,
    ExeIdentity,
    Process,
    Reason,
    SourceBusy,
    SourceError,
    SourceMissing,
    SourcePermission,
    SourceRefused,
    SourceVersion,
    Subscription,
    Syscall,
    UnknownEvent,
    Verdict,
)

from .channel import Channel
from .client import Client
from .line import seed_line
from .messages import Config, ConfigChange, Stats, Version
from .observer import Observer
from .source import KernelSource
from .subscriptions import EVERYTHING, INTERNET
from .watch import watch
from .wire import MalformedMessage

__all__ = [
    "EVERYTHING",
    "INTERNET",
    "Action",
    "Address",
    "Channel",
    "Client",
    "Config",
    "ConfigChange",
    "Decision",
    "Ended",
    "Event",
    "ExeIdentity",
    "KernelSource",
    "MalformedMessage",
    "Observer",
    "Process",
    "Reason",
    "SourceBusy",
    "SourceError",
    "SourceMissing",
    "SourcePermission",
    "SourceRefused",
    "SourceVersion",
    "Stats",
    "Subscription",
    "Syscall",
    "UnknownEvent",
    "Verdict",
    "Version",
    "seed_line",
    "watch",
]
