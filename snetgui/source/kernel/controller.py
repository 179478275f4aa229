# SPDX-License-Identifier: GPL-2.0-or-later
"""The generic netlink controller: which families there are, which come and go.

Source: include/uapi/linux/genetlink.h; net/netlink/genetlink.c sends
CTRL_CMD_NEWFAMILY and CTRL_CMD_DELFAMILY to the group "notify" of "nlctrl".
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from . import wire
from .conversation import Conversation

CONTROLLER: Final = 0x10  # GENL_ID_CTRL
NOTIFY: Final = 0x10  # the group "notify" has the controller's own id
_VERSION: Final = 2
_NEWFAMILY: Final = 1
_DELFAMILY: Final = 2
_GETFAMILY: Final = 3
_FAMILY_ID: Final = 1
_FAMILY_NAME: Final = 2
_MCAST_GROUPS: Final = 7
_GROUP_NAME: Final = 1
_GROUP_ID: Final = 2


@dataclass(frozen=True, slots=True)
class Family:
    """A generic netlink family: its number and those of its multicast groups."""

    id: int
    groups: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FamilyChange:
    """A family came (there is True) or went."""

    name: str
    there: bool


def find_family(conversation: Conversation, name: str) -> Family | None:
    """Look a family up; None if there is none of that name in this network namespace."""
    body = wire.command(_GETFAMILY, _VERSION, wire.c_string(_FAMILY_NAME, name))
    replies, outcome = conversation.ask(CONTROLLER, body)
    if outcome.errno == errno.ENOENT or not replies:
        return None
    _, fields = wire.generic(replies[0].body)
    groups = wire.attributes(fields.get(_MCAST_GROUPS, b""))
    return Family(
        id=wire.number(fields, _FAMILY_ID, 2),
        groups=dict(_group(raw) for raw in groups.values()),
    )


def family_change(frame: wire.Frame) -> FamilyChange | None:
    """Read what the controller tells to "notify"; None for anything else."""
    if frame.kind != CONTROLLER:
        return None
    command, fields = wire.generic(frame.body)
    if command not in (_NEWFAMILY, _DELFAMILY):
        return None
    return FamilyChange(wire.string(fields, _FAMILY_NAME), there=command == _NEWFAMILY)


def _group(raw: bytes) -> tuple[str, int]:
    fields = wire.attributes(raw)
    return wire.string(fields, _GROUP_NAME), wire.number(fields, _GROUP_ID, 4)
