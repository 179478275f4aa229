# SPDX-License-Identifier: GPL-2.0-or-later
"""Offering an engine to the user's other programs while it runs, if nothing stands against it."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from hashlib import sha256
from pathlib import Path

from snetgui.engine.assemble import DATA_DIR_VARIABLE, data_dir
from snetgui.engine.backend import Backend
from snetgui.model import SnetError

from .server import BackendServer, socket_path

Make = Callable[[], AbstractAsyncContextManager[Backend]]

_log = logging.getLogger(__name__)


def offer_path(directory: Path | None = None) -> Path:
    """The socket of the engine over the files of directory; None is data_dir().

    Each directory has one of its own, so that who asks about one is never
    answered about another.
    """
    usual = socket_path()
    if directory is None and not os.environ.get(DATA_DIR_VARIABLE):
        return usual
    place = os.path.realpath(directory or data_dir())
    return usual.with_name(f"{usual.name}-{sha256(os.fsencode(place)).hexdigest()[:16]}")


@asynccontextmanager
async def offered(backend: Backend, directory: Path | None = None) -> AsyncIterator[bool]:
    """Offer a backend where `snet rules` looks for one; gives whether it is.

    An engine that can't be offered (another one is, the folder is not to be
    had) protects all the same: that is a warning, no error.

    Args:
        directory: of its files, as offer_path().
    """
    server = BackendServer(backend, offer_path(directory))
    try:
        await server.start()
    except (SnetError, OSError) as fault:
        _log.warning("other programs can't reach this engine: %s", fault)
        yield False
        return
    try:
        yield True
    finally:
        await server.close()


def shared(make: Make, directory: Path | None = None) -> Make:
    """What makes an engine, and offers it for as long as it is there."""

    @asynccontextmanager
    async def making() -> AsyncIterator[Backend]:
        async with make() as backend, offered(backend, directory):
            yield backend

    return making
