# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules` over one folder of files: in this process, or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from snetgui.cli.main import main

LIMIT_S = 60
ROOT = Path(__file__).parents[3]
SNET = (sys.executable, "-m", "tests.unit.cli.snet")


@dataclass(frozen=True)
class Done:
    """What a command said, and how it ended."""

    stdout: str
    stderr: str
    code: int


class Snet:
    """The command, as a person types it.

    Called, it runs in this process: that is a hundred times as fast to start.
    """

    def __init__(self, folder: Path, runtime: Path) -> None:
        self.folder = folder
        self.environ = {**os.environ, "XDG_RUNTIME_DIR": str(runtime)}
        self.environ.pop("SNET_DATA_DIR", None)

    def __call__(
        self,
        command: str,
        *arguments: str,
        code: int | None = 0,
        given: str | None = None,
        **env: str,
    ) -> Done:
        """Run it; code is how it has to end, None: as it likes."""
        words = ["rules", command, "--data-dir", str(self.folder), *arguments]
        ran = CliRunner().invoke(
            main, words, input=given, env=self._in_process(env), prog_name="snet"
        )
        if not isinstance(ran.exception, SystemExit | None):
            raise ran.exception
        return checked(Done(ran.stdout, ran.stderr, ran.exit_code), code)

    def process(self, command: str, *arguments: str, code: int = 0, **more: Any) -> Done:
        """The same in a process of its own."""
        done = subprocess.run(
            [*SNET, "rules", command, "--data-dir", str(self.folder), *arguments],
            env=self.environ, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT_S,
            check=False, **({"stdin": subprocess.DEVNULL} | more),
        )  # fmt: skip
        return checked(Done(done.stdout, done.stderr, done.returncode), code)

    def complete(self, words: str, number: int) -> list[str]:
        """What the shell would offer for the word of that number."""
        env = {
            "_SNET_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number),
            "SNET_DATA_DIR": str(self.folder),
        }  # fmt: skip
        ran = CliRunner().invoke(main, [], env=self._in_process(env), prog_name="snet")
        return [line.partition(",")[2] for line in ran.stdout.splitlines() if line]

    def _in_process(self, env: dict[str, str]) -> dict[str, str | None]:
        return {"XDG_RUNTIME_DIR": self.environ["XDG_RUNTIME_DIR"], "SNET_DATA_DIR": None, **env}

    def told(self, command: str, *arguments: str, code: int = 0) -> Any:
        """What --json prints."""
        return json.loads(self(command, "--json", *arguments, code=code).stdout)

    def add(self, *arguments: str) -> int:
        number: int = self.told("add", "--action", "deny", *arguments)["id"]
        return number

    def rules(self, *arguments: str) -> dict[int, dict[str, Any]]:
        return {rule["id"]: rule for rule in self.told("list", *arguments)["rules"]}


def checked(done: Done, code: int | None) -> Done:
    assert code is None or done.code == code, done.stderr
    assert "Traceback" not in done.stderr
    return done
