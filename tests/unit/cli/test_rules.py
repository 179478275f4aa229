# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet rules` as people use it, over files and over an engine in another process."""

from __future__ import annotations

import io
import json
import os
import pty
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from snetgui.cli.rules_output import print_table
from snetgui.engine import assemble
from snetgui.store.rules import RuleStore

from .rules_kit import ROOT, Snet


def life(snet: Snet) -> None:
    """A rule from its making to its end; what is said by the way."""
    number = snet.add("--exe", "/usr/bin/curl", "--remote-port", "443")
    made = snet("show", str(number)).stdout
    assert "program:            /usr/bin/curl" in made
    assert snet.told("edit", str(number), "--remote-port", "80", "--remote-port", "8000-8100")[
        "conditions"
    ]["remote_ports"] == [80, [8000, 8100]]
    assert snet.told("show", "Deny curl with anything, port 80 (http) or 8000 to 8100")["enabled"]
    assert snet.told("disable", str(number)) == {"disabled": [number]}
    asked = ("--exe", "/usr/bin/curl", "--remote", "192.0.2.1", "--port", "80")
    told = snet.told("explain", *asked)
    assert (told["winner"], told["matched"][0]["why"]) == (None, "switched off")
    snet("enable", str(number))
    assert snet.told("explain", *asked)["winner"] == number
    assert f"Rule {number} " in snet("explain", *asked).stdout
    missed = snet.told("explain", *asked[:-1], "443")
    assert (missed["winner"], missed["nearly"][0]["condition"]) == (None, "remote_ports")
    assert [rule["id"] for rule in snet.told("remove", str(number))["removed"]] == [number]
    snet("show", str(number), code=1)


def test_rule_over_the_files(snet: Snet) -> None:
    life(snet)


def test_rule_over_an_engine_elsewhere(snet: Snet, engine: subprocess.Popen[str]) -> None:
    life(snet)
    kept = snet.add("--exe", "/kept")
    file = sqlite3.connect(snet.folder / "rules.db")
    with closing(file):
        assert file.execute("SELECT id FROM rules").fetchall() == [(kept,)]


def test_engine_that_has_died_is_not_waited_for(snet: Snet, runtime: Path) -> None:
    command = [sys.executable, "-m", "tests.unit.cli.engine_process", str(snet.folder)]
    with subprocess.Popen(
        command, env=snet.environ, cwd=ROOT, stdin=-1, stdout=-1, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.kill()
    assert list((runtime / "snet").iterdir())
    assert snet.rules() == {}


WRONG = [
    (("add", "--remote-port", "1"), "--action: nothing is chosen; write one of allow, deny"),
    (("add", "--action", "deny", "--remote-port", "70000"), "--remote-port: 70000 is above 65535"),
    (("add", "--action", "deny", "--exe", "curl"), "--exe: curl is no whole path"),
    (("add", "--action", "allow", "--error", "EPERM"), "--error: an allow carries none"),
    (("add", "--action", "deny", "--exe", "regex:("), "--exe: not a regular expression"),
    (("add", "--action", "deny", "--user", "nobody-of-that-name"), "--user: there is no user"),
    (
        ("add", "--action", "deny", "--lifetime", "until 2001-01-01 00:00"),
        "--lifetime: 2001-01-01 00:00 is over already",
    ),
    (("add", "--action", "deny", "--lifetime", "once"), "--lifetime: an answer for once"),
    (("explain", "--remote", "example.com"), "--remote: "),
    (("explain", "--syscall", "connect,bind"), "--syscall: connect,bind is more than one"),
    (("explain", "--port", "70000"), "70000 is not in the range"),
    (("list", "--sort", "colour"), "'colour' is not one of"),
    (("import", "--from", "nowhere", "x"), "'nowhere' is not one of"),
    (("remove",), "Missing argument"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_wrong_usage(snet: Snet, arguments: tuple[str, ...], says: str) -> None:
    done = snet(arguments[0], *arguments[1:], code=2)
    assert says in done.stderr
    assert not (snet.folder / "rules.db").exists() or snet.rules() == {}


@pytest.mark.parametrize(
    "arguments",
    [("show", "7"), ("show", "no name"), ("edit", "7", "--note", "x"), ("enable", "7"),
     ("remove", "7"), ("remove", "--yes", "no name"), ("export", "7"), ("import", "/nowhere"),
     ("explain", "--decision", "7")],
)  # fmt: skip
def test_what_is_not_there(snet: Snet, arguments: tuple[str, ...]) -> None:
    done = snet(*arguments, code=1)
    assert done.stdout == ""
    assert done.stderr.startswith("snet: ") and done.stderr.count("\n") == 1


def test_a_rule_that_never_matches_yet_is_said(snet: Snet) -> None:
    done = snet("add", "--action", "deny", "--host", "example.com")
    assert "Added rule 1" in done.stdout and "It never matches yet" in done.stderr
    assert "never" not in snet("edit", "1", "--host", "").stderr
    assert "never" in snet("edit", "1", "--interface", "wlan0", "--json").stderr


def test_list_filters_sorts_and_pages(snet: Snet) -> None:
    for name, more in {
        "b": ("--exe", "/usr/bin/curl", "--lifetime", "1h"),
        "C": ("--exe", "glob:/opt/**", "--priority", "5"),
        "a": ("--host", "*.example.com", "--enabled", "no"),
    }.items():
        snet.add("--name", name, *more)
    names = [rule["name"] for rule in snet.told("list", "--sort", "name")["rules"]]
    assert names == ["a", "b", "C"]
    for arguments, ids in {
        (): [3, 2, 1],
        ("--reverse",): [1, 2, 3],
        ("curl",): [1],
        ("CURL", "hour"): [1],
        ("curl", "day"): [],
        ("--program", "/opt/**"): [2],
        ("--lifetime", "span", "--lifetime", "until"): [1],
        ("--disabled",): [3],
        ("--enabled", "--sort", "priority"): [2, 1],
        ("--action", "allow"): [],
        ("--origin", "person", "--limit", "1", "--offset", "1"): [2],
        ("--limit", "0"): [],
    }.items():
        assert list(snet.rules(*arguments)) == ids, arguments
    told = snet.told("list", "--limit", "1")
    assert (told["total"], told["offset"], told["rules"][0]["left_s"]) == (3, 0, None)
    assert "1 of 3 rules" in snet("list", "--limit", "1").stderr


def test_an_empty_list_says_why_it_is_empty(snet: Snet) -> None:
    empty = snet("list")
    assert empty.stderr.startswith("snet: There are no rules yet. ")
    assert "snet rules add" in empty.stderr and not empty.stdout
    assert snet("list", "curl").stderr == empty.stderr
    assert snet.told("list") == {"total": 0, "offset": 0, "rules": []}
    snet.add("--exe", "/a")
    assert snet("list", "curl").stderr == "snet: no rule is like that, of 1\n"
    assert snet("list", "--offset", "5").stderr == "snet: 0 of 1 rules\n"


def test_the_program_itself(snet: Snet) -> None:
    """As the shell starts it: bytes that are no text, exit codes, JSON on its own."""
    made = json.loads(snet.process("add", "--json", "--action", "deny", "--exe", "/x\udcff").stdout)
    assert made["conditions"] == {"exe": {"exact": "/x\udcff"}}
    assert "\\xff may not do anything" in snet.process("list").stdout
    assert snet.process("show", "7", code=1).stderr.startswith("snet: there is no rule 7")
    assert "Try 'snet rules show --help'" in snet.process("show", code=2).stderr


HOSTILE = ["line\nfeed", "\x1b[31mred", "[bold]x[/bold]", "\u202edlog", "a" * 200, ":smile: \\n"]


def test_a_narrow_terminal_cuts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.StringIO()
    monkeypatch.setattr(said, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", said)
    monkeypatch.setenv("COLUMNS", "40")
    words = "no-program-may-do-anything-on-the-network"
    print_table(("id", "what it does", "ends"), [("1", words, "until restart")])
    assert "…" not in said.getvalue()
    column = [line[4:].split("  ")[0].strip() for line in said.getvalue().splitlines()[1:]]
    assert "".join(column) == words


def test_hostile_names_and_paths_never_reach_the_terminal(snet: Snet) -> None:
    path = "/" + "x" * 4090 + "\n[red]"
    for name in HOSTILE:
        snet.add("--name", name, "--exe", path)
    assert {rule["name"] for rule in snet.rules().values()} == set(HOSTILE)
    for command in (["list"], ["show", "1"], ["check"], ["explain", "--exe", path]):
        done = snet(*command, code=int(command == ["check"]))
        for line in (done.stdout + done.stderr).splitlines():
            assert line.isprintable(), line
    assert "[bold]x[/bold]" in snet("list").stdout
    assert ":smile:" in snet("list").stdout
    assert snet.told("show", HOSTILE[0])["id"] == 1


def test_check_finds_and_says_so_in_its_exit_code(snet: Snet) -> None:
    assert "Nothing" in snet("check").stdout
    snet.add("--exe", "/bin/sh")
    snet.add("--exe", "/bin/sh")
    (finding,) = snet.told("check", code=1)["findings"]
    assert (finding["rule_id"], finding["because"], finding["fix"]) == (1, 2, "remove")
    assert "duplicate" in snet("check", code=1).stdout


def test_lists_are_read_before_rules_are_asked_about(snet: Snet, tmp_path: Path) -> None:
    """A command over the files is as quick as its engine: what a list says must not be late."""
    listed = tmp_path / "blocked"
    listed.write_text("192.0.2.7\n" * 20_000)
    number = snet.add("--list", f"addresses:{listed}")
    asked = ("--exe", "/bin/sh", "--remote", "192.0.2.7")
    assert snet.told("explain", *asked)["winner"] == number
    assert snet.told("explain", *asked[:-1], "192.0.2.8")["winner"] is None
    assert snet.told("check")["warnings"] == []
    listed.unlink()
    [warning] = snet.told("check", code=1)["warnings"]
    assert "blocked can't be read (No such file or directory)" in warning


def test_remove_asks_on_a_terminal_alone(snet: Snet) -> None:
    number = snet.add("--exe", "/bin/sh")
    main, other = pty.openpty()
    try:
        os.write(main, b"n\n")
        said = snet.process("remove", str(number), code=1, stdin=other).stderr
        assert "nothing was removed" in said
        assert number in snet.rules()
        os.write(main, b"y\n")
        snet.process("remove", str(number), stdin=other)
        assert snet.rules() == {}
    finally:
        os.close(main)
        os.close(other)


def test_broken_rule_is_named_and_removed(snet: Snet) -> None:
    snet.add("--exe", "/a")
    snet.add("--exe", "/b", "--name", "no\ngood")
    with closing(sqlite3.connect(snet.folder / "rules.db")) as file, file:
        file.execute("UPDATE rules SET conditions = '{' WHERE id = 2")
    done = snet("list")
    assert "Rule 2 “no\\ngood” can't be read" in done.stderr
    assert "snet rules remove 2 deletes it" in done.stderr
    assert "/a" not in done.stderr
    assert snet.told("check", code=1)["warnings"]
    assert snet("remove", "2").stdout == "Removed rule 2, which could not be read\n"
    assert snet("list").stderr == ""
    snet("remove", "2", code=1)


@pytest.mark.parametrize("state", ["newer", "locked", "in the way"])
def test_files_that_cannot_be_used_keep_nothing(
    snet: Snet, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = partial(RuleStore, busy_timeout_s=0.1)
    monkeypatch.setattr(assemble, "RuleStore", impatient)
    number = snet.add("--exe", "/a")
    path = snet.folder / "rules.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        if state == "newer":
            file.execute("UPDATE alembic_version SET version_num = 'rules_9999'")
        elif state == "locked":
            file.execute("BEGIN IMMEDIATE")
        else:
            path.rename(snet.folder / "kept.db")
            path.mkdir()
        done = snet("add", "--action", "deny", "--exe", "/b", code=1)
        assert done.stdout == ""
        assert "rules.db" in done.stderr
        if state == "locked":
            file.execute("ROLLBACK")
            assert list(snet.rules()) == [number]


def test_damaged_file_is_set_aside_and_said(snet: Snet) -> None:
    snet.folder.mkdir(mode=0o700)
    (snet.folder / "rules.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)
    (snet.folder / "rules.db").chmod(0o600)
    done = snet("list")
    assert "set aside" in done.stderr
    assert len(list(snet.folder.glob("rules.db.damaged*"))) == 1


def test_export_and_import_round_trip(snet: Snet, tmp_path: Path) -> None:
    snet.add("--exe", "/a", "--lifetime", "until 2099-01-02 03:04", "--note", "n\n\u202e")
    snet.add("--exe", "/b\udcff", "--host", "*.example.com")
    file = tmp_path / "rules.json"
    snet("export", "-o", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert snet("export").stdout == file.read_text()
    again = snet.told("import", str(file))
    assert again == {"added": [], "there": [1, 2], "rejected": [], "dry_run": False}
    other = Snet(tmp_path / "other", tmp_path / "run")
    dry = other.told("import", "--dry-run", str(file))
    assert len(dry["added"]) == 2 and other.rules() == {}
    other("import", "-", given=file.read_text())
    assert lasting(other) == lasting(snet)


def lasting(snet: Snet) -> list[dict[str, Any]]:
    """The rules without what each moment changes."""
    return [{k: v for k, v in rule.items() if k != "left_s"} for rule in snet.rules().values()]


def test_export_that_fails_leaves_the_old_file(snet: Snet, tmp_path: Path) -> None:
    snet.add("--exe", "/a")
    before = set(tmp_path.iterdir())
    done = snet("export", "-o", str(tmp_path / "no" / "file"), code=1)
    assert "can't be written: No such file" in done.stderr
    full = snet("export", "-o", "/dev/full", code=1) if os.getuid() else None
    assert full is None or "can't be written" in full.stderr
    assert set(tmp_path.iterdir()) == before


def opensnitch(name: str, operator: dict[str, Any], **more: Any) -> str:
    rule = {
        "name": name, "action": "deny", "duration": "always", "enabled": True,
        "precedence": False, "nolog": False, "description": "", "operator": operator,
    }  # fmt: skip
    return json.dumps({**rule, **more})


def test_import_of_opensnitchs_folder_names_what_is_left_out(snet: Snet, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    simple = {"type": "simple", "operand": "process.path", "data": "/usr/bin/curl"}
    (folder / "1.json").write_text(opensnitch("curl", simple))
    (folder / "2.json").write_text(opensnitch("no\nsuch", {"type": "moon", "operand": "x"}))
    (folder / "3.json").write_text("{")
    (folder / "notes.txt").write_text("no rule")
    done = snet("import", str(folder), code=1)
    assert "curl may not" in done.stdout
    assert "“no\\nsuch”" in done.stderr and "this is not JSON" in done.stderr
    assert "1 added, 0 there already, 2 reported" in done.stderr
    (rule,) = snet.rules().values()
    assert (rule["origin"], rule["priority"]) == ("imported", -1)
    assert snet.told("import", str(folder), code=1)["there"] == [1]


def test_import_finds_what_opensnitch_has_beside_its_rules(snet: Snet, tmp_path: Path) -> None:
    """Names of networks, and of a folder of lists those files that it reads itself."""
    folder, lists = tmp_path / "opensnitchd" / "rules", tmp_path / "lists"
    for made in (folder, lists):
        made.mkdir(parents=True)
    names = {"LAN": ["10.0.0.0/8", "::1", 7, "fc00::/7"], "ODD": 5}
    (folder.parent / "network_aliases.json").write_text(json.dumps(names))
    lan = {"type": "network", "operand": "dest.network", "data": "LAN"}
    listed = {"type": "lists", "operand": "lists.ips", "data": str(lists)}
    (folder / "1.json").write_text(opensnitch("lan", lan))
    (folder / "2.json").write_text(opensnitch("listed", listed))
    for file in ("bad.txt", ".bad.txt.swp", "README"):
        (lists / file).write_text("192.0.2.1\n")
    (lists / "a.folder").mkdir()
    snet("import", str(folder), code=1)
    by_name = {rule["name"]: rule["conditions"] for rule in snet.rules().values()}
    assert by_name["lan"]["remote"] == {"networks": ["10.0.0.0/8", "fc00::/7"]}
    assert [one["path"] for one in by_name["listed"]["lists"]] == [str(lists / "bad.txt")]
    (folder.parent / "network_aliases.json").write_text("[")
    other = Snet(tmp_path / "other", tmp_path / "run")
    assert "name LAN stands for is not known" in other("import", str(folder), code=1).stderr


def test_import_of_one_broken_rule_takes_the_others(snet: Snet, tmp_path: Path) -> None:
    for exe in ("/a", "/b"):
        snet.add("--exe", exe)
    data = json.loads(snet("export").stdout)
    data["rules"][0]["action"] = "explode"
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(data))
    other = Snet(tmp_path / "other", tmp_path / "run")
    told = other.told("import", str(file), code=1)
    assert (told["added"], [one["position"] for one in told["rejected"]]) == ([1], [1])


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b'{"format": "snet rules", "version": 99}']
)
def test_import_of_what_is_no_file_of_rules(snet: Snet, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rules.json"
    file.write_bytes(content)
    snet("import", str(file), code=1)
    assert snet.rules() == {}


def test_completion_of_rules_fields_and_values(snet: Snet) -> None:
    snet.add("--exe", "/a", "--name", "web")
    snet.add("--exe", "/a", "--name", "plain,evil\nplain,word")
    assert snet.complete("snet rules show ", 3) == ["2", "1"]
    assert snet.complete("snet rules show w", 3) == ["web"]
    assert snet.complete("snet rules show p", 3) == []
    assert snet.complete("snet rules add --remote-p", 3) == ["--remote-port"]
    assert snet.complete("snet rules add --protocol tcp,ud", 4) == ["tcp,udp", "tcp,udplite"]
    assert snet.complete("snet rules add --error econnre", 4) == ["ECONNREFUSED", "ECONNRESET"]
    assert snet.complete("snet rules exp", 2) == ["explain", "export"]
