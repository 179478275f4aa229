# SPDX-License-Identifier: GPL-2.0-or-later
"""Framing on the socket: one JSON object a line, of bounded length."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from snetgui.model import SnetError

# A page of a thousand rules with 4,096-byte paths is 8 MB escaped.
LIMIT = 16 * 1024 * 1024

Message = dict[str, Any]


class ProtocolError(ValueError):
    """The other side does not speak this protocol: the connection is over."""


def pack(message: Message) -> bytes:
    """One line. Lone surrogates (bytes that were not UTF-8) survive as escapes.

    Raises:
        SnetError: it would be above LIMIT, which the other side does not read.
    """
    line = json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"
    if len(line) > LIMIT:
        raise SnetError(f"this is above the {LIMIT >> 20} MiB of a message: ask for less at a time")
    return line


async def receive(reader: asyncio.StreamReader) -> Message | None:
    """The next message; None at the end. Raises ProtocolError."""
    try:
        line = await reader.readuntil(b"\n")
    except asyncio.IncompleteReadError:
        return None
    except asyncio.LimitOverrunError as fault:
        raise ProtocolError("a message is too long") from fault
    except ConnectionError:
        return None
    return _parse(line)


def _parse(line: bytes) -> Message:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise ProtocolError("a message is not JSON") from fault
    if not isinstance(message, dict) or type(message.get("id")) is not int:
        raise ProtocolError("a message has no id")
    return message
