# SPDX-License-Identifier: GPL-2.0-or-later
"""Waiting for the module to come or go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from . import wire
from .channel import Channel
from .controller import NOTIFY, family_change, find_family
from .conversation import Conversation
from .header import GENL_NAME


class FamilyWatch:
    """Hears of every load and unload of the module from its making on."""

    def __init__(self, open_channel: Callable[[], Channel]) -> None:
        self._channel: Final = open_channel()
        self._conversation: Final = Conversation(self._channel)
        self._channel.join(NOTIFY)

    def is_there(self) -> bool:
        """Whether the module is loaded now."""
        return find_family(self._conversation, GENL_NAME) is not None

    async def change(self, within: float | None) -> bool:
        """Wait for the next load or unload; False after `within` seconds without one."""
        try:
            async with asyncio.timeout(within):
                while not self._heard():
                    await self._readable()
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        """Stop listening."""
        self._channel.close()

    def _heard(self) -> bool:
        self._conversation.drain()
        inbox = self._conversation.inbox
        heard = any(_is_ours(frame) for frame in inbox)
        inbox.clear()
        return heard

    async def _readable(self) -> None:
        loop = asyncio.get_running_loop()
        ready = asyncio.Event()
        loop.add_reader(self._channel.fileno(), ready.set)
        try:
            await ready.wait()
        finally:
            loop.remove_reader(self._channel.fileno())


def _is_ours(frame: wire.Frame) -> bool:
    try:
        change = family_change(frame)
    except wire.MalformedMessage:
        return False
    return change is not None and change.name == GENL_NAME
