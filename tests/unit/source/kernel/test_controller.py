# SPDX-License-Identifier: GPL-2.0-or-later
"""A real generic netlink socket and the real controller of this kernel."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest

from snetgui.model import SourceMissing
from snetgui.source.kernel import Channel, Client, KernelSource
from snetgui.source.kernel.controller import CONTROLLER, NOTIFY, find_family
from snetgui.source.kernel.conversation import Conversation


@pytest.fixture
def channel() -> Iterator[Channel]:
    with Channel() as made:
        yield made


def test_the_controller_finds_itself(channel: Channel) -> None:
    family = find_family(Conversation(channel), "nlctrl")
    assert family is not None
    assert family.id == CONTROLLER
    assert family.groups == {"notify": NOTIFY}


def test_family_that_is_not_there(channel: Channel) -> None:
    assert find_family(Conversation(channel), "NOSUCHFAMILY") is None


def test_every_family_of_this_kernel_is_read_as_pyroute2_reads_it(channel: Channel) -> None:
    from pyroute2 import GenericNetlinkSocket  # noqa: PLC0415
    from pyroute2.netlink import CTRL_CMD_GETFAMILY, ctrlmsg  # noqa: PLC0415

    theirs = {}
    with GenericNetlinkSocket() as other:
        other.bind("nlctrl", ctrlmsg)
        ask = ctrlmsg()
        ask["cmd"], ask["version"] = CTRL_CMD_GETFAMILY, 1
        for each in other.nlm_request(ask, msg_type=CONTROLLER, msg_flags=0x301):
            groups = each.get_attr("CTRL_ATTR_MCAST_GROUPS") or []
            theirs[each.get_attr("CTRL_ATTR_FAMILY_NAME")] = (
                each.get_attr("CTRL_ATTR_FAMILY_ID"),
                {
                    g.get_attr("CTRL_ATTR_MCAST_GRP_NAME"): g.get_attr("CTRL_ATTR_MCAST_GRP_ID")
                    for g in groups
                },
            )
    assert "nlctrl" in theirs
    conversation = Conversation(channel)
    for name, (number, groups) in theirs.items():
        family = find_family(conversation, name)
        assert family is not None
        assert (family.id, family.groups) == (number, groups)


def test_nothing_comes_when_nothing_was_asked(channel: Channel) -> None:
    assert channel.receive(0) is None
    assert channel.receive(0.01) is None


def test_message_of_another_process_is_thrown_away(channel: Channel) -> None:
    """Another program's socket may send to ours: only the kernel is listened to."""
    if os.geteuid() != 0:
        pytest.skip("only root may send to another generic netlink socket")
    with (
        socket.socket(fileno=os.dup(channel.fileno())) as ours,
        socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 16) as stranger,
    ):
        stranger.sendto(bytes(20), (ours.getsockname()[0], 0))
        assert ours.recv(100, socket.MSG_PEEK) == bytes(20)
    assert channel.receive(0) is None


def loaded() -> bool:
    with Channel() as channel:
        return find_family(Conversation(channel), "SNET") is not None


@pytest.mark.skipif(loaded(), reason="the module is loaded here")
async def test_missing_module_on_this_machine() -> None:
    with pytest.raises(SourceMissing, match="modprobe snet"):
        Client()
    async with KernelSource() as source:
        with pytest.raises(SourceMissing, match="modprobe snet"):
            await source.open([])
