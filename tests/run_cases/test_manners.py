# SPDX-License-Identifier: GPL-2.0-or-later
"""The command's exit status, signals, surroundings and children are its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from .conftest import SNET, WALL_S, Reached, Run, plain, supervisors, until

DENY = ("--policy", "deny")


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("exit 0", 0),
        ("exit 3", 3),
        ("exit 255", 255),
        ("kill -TERM $$", -15),
        ("kill -KILL $$", -9),
    ],
)
def test_ends_as_the_command_ends(script: str, status: int, run: Run) -> None:
    assert run("sh", "-c", script).returncode == status


@pytest.mark.parametrize(
    ("command", "status", "line"),
    [
        ("no-such-command", 127, "snet: no-such-command: command not found\n"),
        ("/no/such/file", 127, "snet: /no/such/file: No such file or directory\n"),
        ("/etc/passwd", 126, "snet: /etc/passwd: Permission denied\n"),
        ("/", 126, "snet: /: Permission denied\n"),
        ("\x1b[31mred", 127, "snet: \\x1b[31mred: command not found\n"),
    ],
)
def test_command_that_cannot_start(command: str, status: int, line: str, run: Run) -> None:
    done = run(command)
    assert (done.returncode, done.stdout, done.stderr) == (status, "", line)


def test_script_without_first_line_runs_in_the_shell(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("echo $0 $1\n")
    script.chmod(0o755)
    assert run(str(script), "one").stdout == f"{script} one\n"


def test_surroundings_are_the_same(run: Run, tmp_path: Path) -> None:
    look = "pwd; umask; ulimit -n; ls /proc/self/fd; env; grep Sig[BI] /proc/self/status"
    own = {"cwd": tmp_path, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C", "ODD": "\xe4"}}
    own["env"]["SNET_DATA_DIR"] = str(tmp_path)  # type: ignore[index]
    assert run("sh", "-c", look, **own).stdout == plain("sh", "-c", look, **own).stdout


def test_closed_standard_descriptors_stay_closed(run: Run) -> None:
    words = f"exec {SNET} run --ask nobody -- ls /proc/self/fd 0<&- 2>&-"
    assert plain("sh", "-c", words).stdout == plain("sh", "-c", "ls /proc/self/fd 0<&- 2>&-").stdout


def test_a_pipe_that_the_command_closes_is_closed(data_dir: Path) -> None:
    with _Running("sh", "-c", "exec >/dev/null; sleep 30") as face:
        assert _line(face) == ""
        assert face.poll() is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGUSR1, signal.SIGHUP])
def test_signals_reach_the_command(number: signal.Signals, data_dir: Path) -> None:
    script = f"trap 'echo got; exit 9' {number.name[3:]}; echo ready; while :; do sleep 0.05; done"
    with _Running("bash", "-c", script) as face:
        assert _line(face) == "ready\n"
        face.send_signal(number)
        assert _line(face) == "got\n"
        assert face.wait(WALL_S) == 9


def test_stop_and_continue(data_dir: Path) -> None:
    with _Running("bash", "-c", "echo $$; kill -STOP $$; echo on; exit 4") as face:
        command = int(_line(face))
        _pid, status = os.waitpid(face.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert _state(command) == "T"
        os.kill(face.pid, signal.SIGCONT)
        assert _line(face) == "on\n"
        assert face.wait(WALL_S) == 4


def test_killing_the_face_kills_the_command(data_dir: Path) -> None:
    with _Running("bash", "-c", "echo $$; while :; do sleep 0.05; done") as face:
        command = int(_line(face))
        face.kill()
        assert face.wait(WALL_S) == -9
        until(lambda: not Path(f"/proc/{command}").exists())


def test_left_behind_is_covered_until_it_ends(web: Reached, run: Run, tmp_path: Path) -> None:
    """A daemon: its parent ends at once, and it calls out later."""
    gate, result = tmp_path / "gate", tmp_path / "result"
    script = (
        f"(setsid sh -c 'while ! [ -e {gate} ]; do sleep 0.05; done; curl -sS {web.url};"
        f" echo $? >{result}' >/dev/null 2>&1 &) ; exit 5"
    )
    assert run("sh", "-c", script, options=DENY).returncode == 5
    gate.touch()
    until(result.exists)
    until(lambda: result.read_text() == "7\n")
    assert not web.peers
    until(lambda: not supervisors(tmp_path))


def test_supervisor_killed_lets_nothing_through(web: Reached, data_dir: Path) -> None:
    script = f"echo $PPID; read; curl -sS {web.url}; echo $?; exit 6"
    with _Running("bash", "-c", script, stdin=subprocess.PIPE) as face:
        os.kill(int(_line(face)), signal.SIGKILL)
        assert face.stdin is not None
        face.stdin.write("\n")
        face.stdin.flush()
        assert _line(face) == "7\n"
        assert face.wait(WALL_S) == 6
    assert not web.peers


def test_nobody_is_said_once_and_decisions_are_told(web: Reached, run: Run) -> None:
    done = run("sh", "-c", f"curl -sS {web.url}; curl -sS {web.url}", options=("--json",))
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith("snet:")] == [
        "snet: nobody can be asked here: what no rule decides is allowed (--policy)"
    ]
    told = [json.loads(line) for line in lines if line.startswith("{")]
    assert [(row["kind"], row["comm"], row["decision"], row["rule"]) for row in told] == [
        ("decision", "curl", "allow", None)
    ] * 2
    assert told[0]["remote"] == {"family": 2, "ip": "127.0.0.1", "port": web.port}


def test_rules_of_a_file_decide_and_are_not_kept(
    web: Reached, run: Run, tmp_path: Path, data_dir: Path
) -> None:
    rules = tmp_path / "rules.json"
    row = {
        "name": "curl",
        "action": "allow",
        "conditions": {"exe": {"regex": ".*/curl"}},
        "birth": {"created": "2026-01-01T00:00:00+00:00"},
    }
    rules.write_text(json.dumps({"format": "snet rules", "version": 1, "rules": [row]}))
    with_rules = ("--rules", str(rules), *DENY)
    assert run("curl", "-sS", web.url, options=with_rules).returncode == 0
    assert run("curl", "-sS", web.url, options=DENY).returncode == 7
    rules.write_text(json.dumps({"format": "snet rules", "version": 1, "rules": [{}]}))
    refused = run("true", options=with_rules)
    assert refused.returncode == 125
    assert "rule 1" in refused.stderr


def test_no_remember_touches_no_file(web: Reached, run: Run, data_dir: Path) -> None:
    assert run("curl", "-sS", web.url, options=("--no-remember",)).returncode == 0
    assert not data_dir.exists()


class _Running:
    """A command under snet run, by itself in a process group; killed at the end."""

    def __init__(self, *command: str, stdin: int = subprocess.DEVNULL) -> None:
        self.face = subprocess.Popen(
            [SNET, "run", "--ask", "nobody", *DENY, "--", *command],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            process_group=0,
        )

    def __enter__(self) -> subprocess.Popen[str]:
        return self.face

    def __exit__(self, *_: object) -> None:
        if self.face.returncode is None:
            self.face.kill()
        self.face.wait(WALL_S)
        for stream in (self.face.stdin, self.face.stdout):
            if stream is not None:
                stream.close()


def _line(face: subprocess.Popen[str]) -> str:
    assert face.stdout is not None
    return face.stdout.readline()


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]
