# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules` where files can't be written: all is as it was, and it is said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.rights import unprivileged

from .rules_kit import LIMIT_S, ROOT, SNET, Done, Snet

NOBODY = 65534


def start(folder: Path, commands: Sequence[Any], **more: Any) -> subprocess.Popen[str]:
    """Have a process do them; give() waits for it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.cli.rules_child", str(folder)],
        cwd=ROOT, stdin=-1, stdout=-1, text=True,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "EDITOR": "sed -i s/deny/allow/"},
        **more,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(json.dumps(commands))
    process.stdin.close()
    process.stdin = None
    return process


def given(process: subprocess.Popen[str]) -> list[Done]:
    output, _ = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0
    return [Done(stdout, stderr, code) for code, stdout, stderr in json.loads(output)]


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that an unprivileged user owns: the rights of root forbid nothing."""
    name = Path(tempfile.mkdtemp(prefix="snet-test-"))
    yield name
    for path in (name, *name.iterdir()):
        path.chmod(0o700)
    shutil.rmtree(name)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


CHANGES = (
    ["add", "--action", "deny", "--exe", "/c"],
    ["edit", "1", "--note", "changed"],
    ["edit", "1"],
    ["disable", "1", "2"],
    ["remove", "--yes", "1"],
    ["import", "FILE"],
)


@unprivileged
@pytest.mark.parametrize("what", ["file", "folder"])
def test_read_only_rules_are_listed_and_changes_refused(
    place: Path, runtime: Path, what: str
) -> None:
    folder = place / "data"
    snet = Snet(folder, runtime)
    snet.add("--exe", "/a")
    snet.add("--exe", "/b", "--lifetime", "1h")
    (place / "more.json").write_text(snet("export").stdout.replace("/a", "/c"))
    user = NOBODY if os.geteuid() == 0 else None
    for path in (place, folder, *place.rglob("*")):
        if user:
            os.chown(path, user, user)
    (folder if what == "folder" else folder / "rules.db").chmod(0o500)
    before = contents(folder)
    changes = [
        [str(place / "more.json") if word == "FILE" else word for word in words]
        for words in CHANGES
    ]
    listed, *refused = given(start(folder, [["list"], *changes], user=user))
    assert "/a" not in listed.stderr and "a may not do anything" in listed.stdout
    warning = f"snet: {folder}/rules.db is read-only: changes of the rules are refused.\n"
    assert (listed.code, listed.stderr) == (0, warning)
    for done, words in zip(refused, changes, strict=True):
        assert done.code == 1 and not done.stdout, words
        assert "rules.db is read-only: make the file and its directory writable" in done.stderr
        assert "could not write down" not in done.stderr
    kept = Path(refused[2].stderr.partition("; what you wrote is in ")[2].partition("\n")[0])
    assert '"action": "allow"' in kept.read_text()
    kept.unlink()
    assert contents(folder) == before


@unprivileged
def test_what_may_not_be_read_is_not_said_to_be_empty(place: Path) -> None:
    folder = place / "rules"
    folder.mkdir(mode=0o000)
    user = NOBODY if os.geteuid() == 0 else None
    for path in (place, folder):
        if user:
            os.chown(path, user, user)
    paths = [folder / "1.json", folder]
    one, whole = given(start(place / "data", [["import", str(path)] for path in paths], user=user))
    assert (one.code, one.stderr) == (1, f"snet: {paths[0]} can't be read: Permission denied\n")
    assert whole.code == 2 and "is not readable" in whole.stderr


def test_a_full_disk_takes_all_rules_of_a_file_or_none(tmp_path: Path, snet: Snet) -> None:
    kept = snet.add("--exe", "/kept")
    document = json.loads(snet("export").stdout)
    (one,) = document["rules"]
    document["rules"] = [
        {**one, "id": number, "name": f"rule {number}", "note": "x" * 2000}
        for number in range(1, 1201)
    ]
    file = tmp_path / "many.json"
    file.write_text(json.dumps(document))
    size = (snet.folder / "rules.db").stat().st_size
    commands = [
        size + 2_200_000,  # less than they take
        *(["import", str(file)], ["list"], ["check"]),
        0,
        *(["import", str(file)], ["list", "--limit", "1"]),
    ]
    full, listed, _checked, again, many = given(start(snet.folder, commands))
    assert full.code == 1 and not full.stdout
    assert full.stderr.startswith("snet: ") and "rules.db can't be used" in full.stderr
    assert "kept may not" in listed.stdout and listed.stdout.count("\n") == 2
    assert again.code == 0 and "1200 added" in again.stderr
    assert "1 of 1201 rules" in many.stderr
    assert kept in snet.rules()


@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["export"], ["show", "1"]])
def test_what_it_says_has_no_room(snet: Snet, words: list[str]) -> None:
    snet.add("--exe", "/a", "--note", "x" * 10_000)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*SNET, "rules", *words, "--data-dir", str(snet.folder)],
            env=snet.environ, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True,
            timeout=LIMIT_S, check=False,
        )  # fmt: skip
    said = "snet: what it says can't be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_two_programs_add_rules_at_the_same_time(snet: Snet) -> None:
    """Both also find no file at first, and make it."""
    both = [
        start(snet.folder, [["add", "--action", "deny", "--exe", f"/{who}/{n}"] for n in range(8)])
        for who in ("a", "b")
    ]
    for done in [done for process in both for done in given(process)]:
        assert (done.code, done.stderr) == (0, "")
    rules = snet.rules()
    assert sorted(rules) == list(range(1, 17))
    paths = {rule["conditions"]["exe"]["exact"] for rule in rules.values()}
    assert paths == {f"/{who}/{n}" for who in "ab" for n in range(8)}
