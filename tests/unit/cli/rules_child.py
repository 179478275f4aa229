# SPDX-License-Identifier: GPL-2.0-or-later
"""Several `snet rules` commands one after the other, in a process that has less than ours.

python -m tests.unit.cli.rules_child FOLDER: reads JSON, a list of commands: a
list of words each, or a number: the most bytes that a file may have from then on
(0: as many as it likes). Prints JSON: [code, stdout, stderr] of each command.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from .rules_kit import Snet


def main() -> None:
    folder = Path(sys.argv[1])
    snet = Snet(folder, folder.parent / "no-such-run")
    out = []
    for words in json.load(sys.stdin):
        if isinstance(words, int):
            soft = words or resource.RLIM_INFINITY
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, resource.RLIM_INFINITY))
            continue
        done = snet(*words, code=None)
        out.append([done.code, done.stdout, done.stderr])
    print(json.dumps(out))


if __name__ == "__main__":
    main()
