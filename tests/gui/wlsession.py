# SPDX-License-Identifier: GPL-2.0-or-later
"""A Wayland compositor (sway, without a screen) with a bus and a home, and a hand in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .picture import Picture, from_ppm
from .wlhand import Hand
from .xsession import Session, bus, buses, end, until

SIZE = (1280, 800)
_NOBODY = 65_534
_CONFIG = """
xwayland disable
output HEADLESS-1 resolution {size}
focus_follows_mouse no
default_border none
{more}
"""


@dataclass
class WaylandSession(Session):
    """A screen and a hand."""

    hand: Hand

    def window(self, title: str) -> str:
        """Id of the window whose title matches, "" if there is none; panels are no windows."""
        found = [node for node in self._windows() if title in (node.get("name") or "")]
        return str(found[-1]["id"]) if found else ""

    def focused(self) -> str:
        """Title of the window that has the keyboard, as far as windows go."""
        return next((node["name"] for node in self._windows() if node["focused"]), "")

    def focus(self, window: str) -> None:
        self.run("swaymsg", f"[con_id={window}]", "focus")

    def type(self, text: str) -> None:
        self.hand.type(text)

    def key(self, name: str) -> None:
        self.hand.key(name)

    def move(self, x: int, y: int) -> None:
        self.hand.move(x, y)

    def click_at(self, x: int, y: int, times: int = 1) -> None:
        self.hand.move(x, y)
        for _ in range(times):
            self.hand.press(down=True)
            self.hand.press(down=False)

    def scroll(self, x: int, y: int) -> None:
        self.hand.move(x, y)
        self.hand.scroll()

    def look(self) -> Picture:
        """What is on the screen now."""
        shot = subprocess.run(
            ["grim", "-t", "ppm", "-"], check=True, env=self.env, capture_output=True, timeout=60
        )
        return from_ppm(shot.stdout)

    def _windows(self) -> list[dict[str, Any]]:
        tree = json.loads(self.run("swaymsg", "-r", "-t", "get_tree").stdout)
        found: list[dict[str, Any]] = []
        todo = [tree]
        while todo:
            node = todo.pop()
            todo += node.get("nodes", []) + node.get("floating_nodes", [])
            if node.get("pid"):
                found.append(node)
        return found


@contextmanager
def wayland_session(home: Path, *, more: str = "") -> Iterator[WaylandSession]:
    """A session that shares nothing with the person's; `more` goes into sway's settings."""
    with ExitStack() as stack:
        home.mkdir(parents=True, exist_ok=True)
        run = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="snet-")))
        if os.geteuid() == 0:
            shutil.chown(run, _NOBODY, _NOBODY)
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(run),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "LC_ALL": "C.UTF-8",
            **buses(bus(stack, run, _not_root())),
        }
        env |= _compositor(stack, run, env, more)
        hand = Hand(run / env["WAYLAND_DISPLAY"], SIZE)
        stack.callback(hand.close)
        yield WaylandSession(env, home, stack, hand)


def _compositor(stack: ExitStack, run: Path, env: dict[str, str], more: str) -> dict[str, str]:
    """Start sway; returns where it is to be found."""
    config = run / "sway.conf"
    config.write_text(_CONFIG.format(size="{}x{}".format(*SIZE), more=more))
    headless = {
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
        "HOME": str(run),
    }
    with (run / "sway.log").open("wb") as log:
        sway = subprocess.Popen(
            [*_not_root(), "sway", "-c", str(config)], env=env | headless, cwd=run, stderr=log
        )
    stack.callback(end, sway)

    def found(pattern: str) -> Path | None:
        assert sway.poll() is None, (run / "sway.log").read_text()
        return next((path for path in run.glob(pattern) if path.suffix != ".lock"), None)

    control = until(lambda: found("sway-ipc.*"), "sway")
    display = until(lambda: found("wayland-*"), "its display")
    return {"WAYLAND_DISPLAY": display.name, "SWAYSOCK": str(control)}


def _not_root() -> list[str]:
    """Sway refuses to be root; a session's user and root may both use what it offers."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
