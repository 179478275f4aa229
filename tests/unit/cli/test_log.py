# SPDX-License-Identifier: GPL-2.0-or-later
"""`snet log`: past decisions, over real files and over an engine in another process."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address as ip
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from snetgui.cli import log_session, output
from snetgui.cli.log_views import whole
from snetgui.cli.main import main
from snetgui.model import (
    Action,
    Decision,
    Event,
    Facts,
    Process,
    Reason,
    Slot,
    Step,
    Syscall,
    ip_address,
    unix_address,
)
from snetgui.store.export import FIELDS
from snetgui.store.history import HistoryStore

LIMIT_S = 60
ROOT = Path(__file__).parents[3]
# Young enough for the engine to keep it.
NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
START = NOON - timedelta(days=2)
HOSTILE = "/opt/\x1b[31m[bold]x\n\u202egnp.exe"


def at(clock: str) -> str:
    """A time of that day, as people type it."""
    return f"{START:%Y-%m-%d}T{clock}Z"


PLACES = {
    "web": (Syscall.CONNECT, ip_address(ip("192.0.2.1"), 443), ("example.org",)),
    "mail": (Syscall.CONNECT, ip_address(ip("2001:db8::7"), 993), ("mail.example.org",)),
    "socket": (Syscall.CONNECT, unix_address("/run/dbus"), None),
    "serve": (Syscall.ACCEPT, ip_address(ip("192.0.2.9"), 50123), None),
}


def decision(
    number: int, exe: str, place: str, *, uid: int = 1000, reason: Reason = Reason.RULE
) -> Decision:
    """Ten minutes after the one before."""
    syscall, remote, hosts = PLACES[place]
    denied = place == "mail"
    process = Process(
        pid=1000 + number, tid=1000 + number, ppid=1, start_time_ns=number, uid=uid, gid=uid,
        comm="comm", exe=exe,
    )  # fmt: skip
    event = Event(
        id=number, syscall=syscall, family=remote.family, type=1,
        protocol=0 if remote.path else 6, process=process, raised_ns=0, deadline_ns=0,
        local=ip_address(ip("192.0.2.20"), 22) if syscall is Syscall.ACCEPT else None,
        remote=remote,
    )  # fmt: skip
    return Decision(
        event=event, action=Action.DENY if denied else Action.ALLOW, errno=13 if denied else 0,
        reason=reason, held_ns=1_500_000, when=START + timedelta(minutes=10 * number),
        rule_id=7 if reason is Reason.RULE else None,
        facts=Facts(
            user={0: "root", 1000: "ada"}[uid], hosts=hosts, command=(exe, "-x y"), unit="a.scope"
        ),
    )  # fmt: skip


DECISIONS = [
    decision(1, "/usr/bin/curl", "web"),
    decision(2, "/usr/bin/curl", "mail"),
    decision(3, "/usr/bin/mutt", "mail", reason=Reason.PERSON),
    decision(4, "/usr/sbin/sshd", "serve", uid=0, reason=Reason.TIMEOUT),
    decision(5, "/usr/bin/curl", "socket", reason=Reason.NO_AGENT),
    decision(6, HOSTILE, "web"),
    decision(7, "/usr/bin/curl", "web", uid=0),
]
ALL = [1, 2, 3, 4, 5, 6, 7]

Snet = Callable[..., Result]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a history. Not to be written to."""
    folder = tmp_path_factory.mktemp("filled")
    fill(folder)
    return folder


def fill(folder: Path) -> None:
    with closing(HistoryStore(folder / "history.db")) as store:
        assert store.open() == ()
        store.append(DECISIONS)


@pytest.fixture
def snet(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Snet:
    """The command over that folder, or the one that --data-dir names."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("SNET_DATA_DIR", raising=False)

    def run(*arguments: str, code: int = 0, folder: Path = filled) -> Result:
        done = CliRunner().invoke(main, ["log", "--data-dir", str(folder), *arguments])
        assert done.exit_code == code, done.output
        return done

    return run


def told(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def ids(done: Result) -> list[int]:
    return [line["id"] for line in told(done)]


def test_lines_for_people(snet: Snet) -> None:
    done = snet("-n", "all")
    head, *lines = done.stdout.splitlines()
    assert head.split() == ["id", "time", "answer", "why", "program", "user", "call", "where"]
    cells = [re.split(r"\s{1,}", line.strip(), maxsplit=9) for line in lines]
    assert [int(row[0]) for row in cells] == ALL
    local = (START + timedelta(minutes=10)).astimezone()
    assert lines[0].split()[1:3] == f"{local:%Y-%m-%d %H:%M:%S}".split()
    assert lines[0].endswith("ada       connect example.org at 192.0.2.1:443 (https tcp)")
    assert " deny   person     mutt " in lines[2]
    assert lines[2].endswith("mail.example.org at [2001:db8::7]:993 (imaps tcp)")
    assert lines[3].endswith("root      accept  192.0.2.9:50123 to 192.0.2.20:22 (ssh tcp)")
    assert " no agent   curl " in lines[4]
    assert lines[4].endswith("connect /run/dbus")
    assert done.stderr == ""


def test_hostile_names_never_reach_the_terminal(snet: Snet) -> None:
    for arguments in ((), ("--totals", "program"), ("--explain", "6"), ("--csv",), ("--json",)):
        text = snet(*arguments).stdout
        assert all(line.isprintable() for line in text.splitlines()), arguments
    assert "[bold]x\\n\\u202egnp" in snet("--totals", "program").stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ALL),
        (("-r",), ALL[::-1]),
        (("-n", "2"), [6, 7]),
        (("-n", "2", "-r"), [7, 6]),
        (("-n", "0"), []),
        (("--program", "/usr/bin/curl"), [1, 2, 5, 7]),
        (("--program", "/usr/bin"), []),
        (("--destination", "example.org"), [1, 6, 7]),
        (("--destination", "2001:DB8:0::7"), [2, 3]),
        (("--destination", "/run/dbus"), [5]),
        (("--port", "443"), [1, 6, 7]),
        (("--port", "ssh"), [4]),
        (("--user", "root"), [4, 7]),
        (("--user", "1000", "--port", "https"), [1, 6]),
        (("--action", "deny"), [2, 3]),
        (("--reason", "no agent"), [5]),
        (("--syscall", "accept"), [4]),
        (("--rule", "7", "-n", "1"), [7]),
        (("--since", at("12:30")), [3, 4, 5, 6, 7]),
        (("--until", at("12:30")), [1, 2]),
        (("--since", at("12:20:00.000001"), "--until", at("13:00")), [3, 4, 5]),
        (("--since", "1h"), []),
        (("MUTT",), [3]),
        (("curl", "example", "443"), [1, 7]),
        (("gnp.exe",), [6]),
        (("timeout",), [4]),
        (("ada", "--action", "allow", "-r", "-n", "1"), [6]),
    ],
)
def test_filters_and_order(snet: Snet, arguments: tuple[str, ...], expected: list[int]) -> None:
    assert ids(snet("--json", *arguments)) == expected


def test_all_is_read_page_by_page_in_either_order(
    snet: Snet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_session, "PAGE", 2)
    assert ids(snet("--json")) == ALL
    assert ids(snet("--json", "-r")) == ALL[::-1]
    assert ids(snet("--json", "-n", "5")) == ALL[2:]
    assert ids(snet("--json", "--since", at("12:15"), "--until", at("13:05"))) == [
        2, 3, 4, 5, 6,
    ]  # fmt: skip


def test_people_are_told_what_is_left_out(snet: Snet) -> None:
    assert snet("-n", "2").stderr == "snet: the newest 2 of 7; -n all shows them all\n"
    assert snet("-n", "2", "mutt").stderr == ""
    assert snet("-n", "1", "--action", "deny").stderr.startswith("snet: the newest 1 of 2;")


def test_json_is_what_is_documented(snet: Snet) -> None:
    words = set(re.findall(r"[a-z_0-9]+", output.__doc__ or ""))
    rows = told(snet("--json"))
    assert all(set(row) <= words for row in rows)
    expected = DECISIONS[1]
    known = json.loads(output.run_line(expected, expected.when)) | {
        "id": 2, "user": "ada", "command": ["/usr/bin/curl", "-x y"], "unit": "a.scope",
        "hosts": ["mail.example.org"],
    }  # fmt: skip
    rest = dict.fromkeys(("ancestors", "sha256", "application", "package", "interface"))
    assert rows[1] | {"time": known["time"]} == known | rest
    assert datetime.fromisoformat(rows[1]["time"]) == expected.when
    assert (known["errno"], known["rule"], known["held_ms"]) == ("EACCES", 7, 1.5)
    assert rows[5]["exe"] == HOSTILE


def test_csv(snet: Snet) -> None:
    names, *rows = csv.reader(io.StringIO(snet("--csv").stdout))
    assert names == list(FIELDS)
    assert [int(row[0]) for row in rows] == ALL
    assert dict(zip(names, rows[1], strict=True))["command"] == "/usr/bin/curl '-x y'"
    assert snet("--csv", "absent").stdout.strip() == ",".join(FIELDS)


def test_totals(snet: Snet) -> None:
    lines = snet("--totals", "program").stdout.splitlines()
    assert lines[0].split() == ["allowed", "denied", "program"]
    assert lines[1].split()[:2] == ["3", "1"]
    assert lines[1].endswith("▒ /usr/bin/curl")
    assert len(lines) == 5
    assert len(snet("--totals", "program", "-n", "2").stdout.splitlines()) == 3
    (row, *_) = told(snet("--totals", "destination", "--json"))
    assert row == {"kind": "total", "name": "example.org", "allowed": 3, "denied": 0}
    rows = list(csv.reader(io.StringIO(snet("--totals", "program", "--csv", "mutt").stdout)))
    assert rows == [["name", "allowed", "denied"], ["/usr/bin/mutt", "0", "1"]]


def test_plot_has_no_gaps_and_ends_with_the_newest(snet: Snet) -> None:
    done = snet("--plot", "minute", "-n", "11", "curl")
    head, *lines = done.stdout.splitlines()
    assert head.split() == ["minute", "allowed", "denied"]
    assert [line.split()[2:4] for line in lines] == [["0", "0"]] * 10 + [["1", "0"]]
    assert lines[-1].endswith("█" * 30)
    slots = told(snet("--plot", "hour", "--json"))
    assert [(slot["kind"], slot["allowed"], slot["denied"]) for slot in slots] == [
        ("slot", 3, 2), ("slot", 2, 0),
    ]  # fmt: skip
    assert slots[0]["time"] == START.isoformat()
    days = snet("--plot", "day", "--csv").stdout.splitlines()
    assert days == ["time,allowed,denied", f"{START:%Y-%m-%d}T00:00:00+00:00,5,2"]


@pytest.mark.parametrize("name", ["America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati"])
def test_a_plot_by_days_has_those_of_the_persons_clock(
    snet: Snet, zone: Callable[[str], ZoneInfo], name: str
) -> None:
    day = START.astimezone(zone(name)).replace(hour=0, minute=0)
    rows = snet("--plot", "day", "--csv").stdout.splitlines()
    assert rows[1:] == [f"{day.astimezone(UTC).isoformat()},5,2"]
    shown = snet("--plot", "day").stdout.splitlines()
    assert [line.split()[:3] for line in shown[1:]] == [[f"{day:%Y-%m-%d}", "5", "2"]]


@pytest.mark.parametrize("name", ["America/Los_Angeles", "Asia/Kolkata"])
def test_a_plot_by_days_has_no_gaps_when_clocks_change(
    zone: Callable[[str], ZoneInfo], name: str
) -> None:
    here = zone(name)
    midnights = [datetime(2030, 3, day, tzinfo=here) for day in range(8, 13)]
    days = [Slot(midnight.astimezone(UTC), 1, 0) for midnight in midnights]
    gappy = [days[0], days[2], days[4]]
    assert [slot.start for slot in whole(gappy, Step.DAY, 9)] == [slot.start for slot in days]
    assert sum(slot.allowed for slot in whole(gappy, Step.DAY, 9)) == 3
    assert len(whole(gappy, Step.DAY, 2)) == 2


def test_explain_shows_all_and_judges_by_the_rules_of_now(snet: Snet, tmp_path: Path) -> None:
    fill(tmp_path / "data")
    rule = ["--data-dir", str(tmp_path / "data"), "--action", "deny", "--exe", "/usr/bin/mutt"]
    added = CliRunner().invoke(main, ["rules", "add", *rule, "--json"])
    number = json.loads(added.stdout)["id"]
    done = snet("--explain", "3", folder=tmp_path / "data")
    assert "Decision 3: deny, person, the caller saw EACCES" in done.stdout
    for text in ("/usr/bin/mutt '-x y'", "mail.example.org", "inet6 stream tcp", "a.scope"):
        assert text in done.stdout
    assert f"Rule {number} " in done.stdout
    (row,) = told(snet("--explain", "3", "--json", folder=tmp_path / "data"))
    assert (row["id"], row["explanation"]["winner"]) == (3, number)
    past = ["rules", "explain", "--json", "--data-dir", str(tmp_path / "data"), "--decision", "3"]
    assert json.loads(CliRunner().invoke(main, past).stdout) == row["explanation"]


def test_explain_without_rules_or_decision(snet: Snet, filled: Path) -> None:
    assert "No rule decides it" in snet("--explain", "1").stdout
    assert not (filled / "rules.db").exists()
    done = snet("--explain", "8", code=1)
    assert done.stderr == "snet: there is no decision 8 in the history\n"


@pytest.mark.parametrize("view", [(), ("--totals", "program"), ("--plot", "hour"), ("-r",)])
def test_empty_history_says_so_and_makes_no_file(
    snet: Snet, tmp_path: Path, view: tuple[str, ...]
) -> None:
    done = snet(*view, folder=tmp_path / "none")
    assert (done.stdout, done.stderr) == ("", "snet: the history is empty\n")
    assert not (tmp_path / "none").exists()
    done = snet(*view, "absent")
    assert (done.stdout, done.stderr) == ("", "snet: nothing in the history matches\n")


WRONG = [
    (("--json", "--csv"), "--json and --csv: only one of them"),
    (("-f", "--totals", "program"), "--follow and --totals: only one of them"),
    (("--explain", "1", "--plot", "day"), "--plot and --explain: only one of them"),
    (("--explain", "1", "curl"), "--explain ID goes with"),
    (("--explain", "1", "--csv"), "--explain ID goes with"),
    (("--explain", "0"), "'0' is no number above 0"),
    (("--rule", "9" * 30), "is no number above 0"),
    (("-f", "-r"), "--follow goes without"),
    (("-f", "--until", "now"), "--follow goes without"),
    (("--since", "1h", "--until", "2h"), "--since is not before --until"),
    (("--since", "soon"), "'soon' is no time"),
    (("--port", "70000"), "70000 is above 65535"),
    (("--user", "nobody-of-that-name"), "there is no user"),
    (("--program", "no-such-program"), "no program 'no-such-program' is found"),
    (("--reason", "x"), "'x' is not one of"),
    (("-n", "some"), "neither a number nor 'all'"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_wrong_usage(snet: Snet, arguments: tuple[str, ...], says: str) -> None:
    assert says in snet(*arguments, code=2).stderr


def state_of(folder: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in folder.iterdir()}


def damage(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("UPDATE alembic_version SET version_num = 'history_9999'")


@pytest.mark.parametrize(
    ("spoil", "says"), [(damage, "is damaged"), (make_newer, "was written by a newer snet")]
)
def test_file_that_cannot_be_read_is_named_and_left_alone(
    snet: Snet, tmp_path: Path, spoil: Callable[[Path], None], says: str
) -> None:
    fill(tmp_path / "data")
    spoil(tmp_path / "data" / "history.db")
    before = state_of(tmp_path / "data")
    done = snet(folder=tmp_path / "data", code=1)
    assert done.stdout == ""
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert state_of(tmp_path / "data") == before


def test_looking_leaves_the_files_as_they_are(snet: Snet, tmp_path: Path) -> None:
    fill(tmp_path / "data")
    before = state_of(tmp_path / "data")
    snet("-n", "3", folder=tmp_path / "data")
    snet("--totals", "program", folder=tmp_path / "data")
    assert state_of(tmp_path / "data") == before


def test_file_that_is_being_written_can_be_read(snet: Snet, tmp_path: Path) -> None:
    fill(tmp_path / "data")
    with closing(HistoryStore(tmp_path / "data" / "history.db")) as store:
        store.open()
        store.append([replace(DECISIONS[6], held_ns=9)])
        assert ids(snet("--json", folder=tmp_path / "data")) == [*ALL, 8]


@pytest.fixture
def engine(filled: Path, tmp_path: Path) -> Iterator[None]:
    """An engine over a copy of that history, in another process."""
    fill(tmp_path / "engine")
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "tests.unit.cli.engine_process", str(tmp_path / "engine")]
    with subprocess.Popen(
        command, env=environ, cwd=ROOT, stdin=-1, stdout=-1, stderr=-1, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield
        _, errors = process.communicate("", timeout=LIMIT_S)
        assert (process.returncode, errors) == (0, "")


def test_all_of_it_over_an_engine_elsewhere(
    snet: Snet, engine: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file is out of reach meanwhile, so it is the engine that answers."""
    folder = tmp_path / "engine"
    monkeypatch.setattr(log_session, "files", lambda directory: pytest.fail("the file was read"))
    assert ids(snet("--json", folder=folder)) == ALL
    for arguments in (
        ("-n", "2"),
        ("-r", "--csv"),
        ("--totals", "destination"),
        ("--plot", "hour"),
        ("--explain", "2"),
        ("absent",),
    ):
        there, here = snet(*arguments, folder=folder), snet(*arguments)
        assert (there.stdout, there.stderr) == (here.stdout, here.stderr), arguments


def complete(words: str, number: int, folder: Path) -> list[str]:
    environ = {
        "_SNET_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number),
        "SNET_DATA_DIR": str(folder),
    }  # fmt: skip
    done = CliRunner().invoke(main, [], prog_name="snet", env=environ)
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


def test_completion(snet: Snet, filled: Path) -> None:
    assert complete("snet log --rea", 2, filled) == ["--reason"]
    assert complete("snet log --reason no", 3, filled) == ["no agent"]
    assert complete("snet log --since y", 3, filled) == ["yesterday"]
    assert complete("snet log -n a", 3, filled) == ["all"]
    assert complete("snet log --program /usr/bin/", 3, filled) == ["/usr/bin/curl", "/usr/bin/mutt"]
    assert complete("snet log --program /opt", 3, filled) == []
    assert complete("snet log --destination ", 3, filled)[0] == "example.org"
    assert "root" in complete("snet log --user roo", 3, filled)
