# SPDX-License-Identifier: GPL-2.0-or-later
"""Rights, places, sandboxes and what does not exist for a covered program."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.rights import as_another

from .conftest import SNET, Reached, Run, plain

ALL = ("--policy", "allow", "--hold", "all", "--no-remember")
NOBODY: dict[str, Any] = {"user": 65534, "group": 65534, "extra_groups": [], "cwd": "/"}


def _python(program: str) -> list[str]:
    return ["/usr/bin/python3", "-SEc", textwrap.dedent(program)]


def _same(run: Run, program: str, **more: Any) -> str:
    """Run a program with and without: it prints the same. Returns what it printed."""
    without = plain(*_python(program), **more)
    assert without.returncode == 0, without.stderr
    under = run(*_python(program), options=ALL, **more)
    assert (under.returncode, under.stdout) == (0, without.stdout), under.stderr
    return without.stdout


_UNIX = """
    import os, socket
    folder = os.environ["FOLDER"]; os.chdir(folder); os.umask(0o027)
    s = socket.socket(socket.AF_UNIX); s.bind("relative"); s.listen()
    print(s.getsockname(), oct(os.stat("relative").st_mode))
    for name in ("relative", "./relative", folder + "/relative"):
        c = socket.socket(socket.AF_UNIX); c.connect(name)
        a, _ = s.accept(); c.sendall(b"x"); print(a.recv(1), c.getpeername())
    try: socket.socket(socket.AF_UNIX).connect("missing")
    except OSError as error: print(error.errno)
    d = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); d.bind("\\0" + folder)
    e = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); e.bind("e")
    e.sendto(b"hello", "\\0" + folder); print(d.recvfrom(9)); d.sendto(b"back", "e")
    print(e.recv(9))
"""


def test_unix_paths_mean_what_they_mean_to_the_program(run: Run) -> None:
    shown = []
    for under in (False, True):
        folder = Path(os.environ["SNET_DATA_DIR"]).parent / f"unix{under}"
        folder.mkdir()
        environment = {**os.environ, "FOLDER": str(folder)}
        start = run if under else plain
        more: dict[str, Any] = {"options": ALL} if under else {}
        done = start(*_python(_UNIX), env=environment, **more)
        assert done.returncode == 0, done.stderr
        shown.append(done.stdout.replace(str(folder), "FOLDER"))
    assert shown[0] == shown[1]
    assert shown[0].startswith("relative 0o140750\n")


def test_descriptors_and_credentials_are_passed(run: Run) -> None:
    program = """
        import array, os, socket, struct
        a, b = socket.socketpair()
        r, w = os.pipe()
        socket.send_fds(a, [b"take"], [w])
        data, fds, *_ = socket.recv_fds(b, 9, 2); os.write(fds[0], b"through"); print(data)
        print(os.read(r, 9))
        b.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        me = struct.pack("3i", os.getpid(), os.getuid(), os.getgid())
        a.sendmsg([b"who"], [(socket.SOL_SOCKET, 2, me)])
        data, control, *_ = b.recvmsg(9, 99)
        print(data, struct.unpack("3i", control[0][2])[1:] == (os.getuid(), os.getgid()))
        try: a.sendmsg([b"bad"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [999]))])
        except OSError as error: print(error.errno)
    """
    assert _same(run, program) == "b'take'\nb'through'\nb'who' True\n9\n"


def test_large_and_many_sends(run: Run) -> None:
    program = """
        import socket, threading
        a, b = socket.socketpair(); data = bytes(range(256)) * 20000; got = bytearray()
        def read():
            while len(got) < len(data): got.extend(b.recv(99999))
        thread = threading.Thread(target=read); thread.start()
        print(a.sendmsg([data[:1000], data[1000:3_000_000], data[3_000_000:]]))
        thread.join(); print(got == data)
        a.setblocking(False); sent = 0
        try:
            while True: sent += a.sendmsg([data])
        except BlockingIOError: print("full", sent > 0)
        b.close()
        try: a.sendmsg([b"x"])
        except BrokenPipeError: print("pipe")
        d = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try: d.sendto(bytes(70000), ("127.0.0.1", 9))
        except OSError as error: print(error.errno)
    """
    assert _same(run, program).splitlines() == ["5120000", "True", "full True", "pipe", "90"]


def test_sigpipe_ends_who_does_not_handle_it(run: Run) -> None:
    program = """
        import signal, socket
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        a, b = socket.socketpair(); b.close(); a.sendmsg([b"x"]); print("lived")
    """
    for done in (plain(*_python(program)), run(*_python(program), options=ALL)):
        assert (done.returncode, done.stdout) == (-13, "")


@as_another
def test_rights_that_were_dropped_stay_dropped(run: Run, tmp_path: Path) -> None:
    program = f"""
        import os, socket
        path = {str(tmp_path / "private")!r}
        if not os.path.exists(path):
            s = socket.socket(socket.AF_UNIX); s.bind(path); s.listen(); os.chmod(path, 0o600)
        os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)
        def attempt(act):
            try: act(); print("done")
            except OSError as error: print(error.errno)
        attempt(lambda: socket.socket().bind(("127.0.0.1", 81)))
        attempt(lambda: socket.socket(socket.AF_UNIX).connect(path))
        attempt(lambda: socket.socket(socket.AF_UNIX).bind("/etc/not-here"))
        attempt(lambda: socket.socket().bind(("127.0.0.1", 0)))
    """
    assert _same(run, program) == "13\n13\n13\ndone\n"


@as_another
def test_capability_that_was_dropped_stays_dropped(run: Run) -> None:
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed")
    bind = _python(
        "import socket\ntry: socket.socket().bind(('127.0.0.1', 82)); print('done')\n"
        "except OSError as error: print(error.errno)"
    )
    drop = ["setpriv", "--inh-caps=-all", "--bounding-set=-net_bind_service"]
    without = plain(*drop, *bind)
    assert without.stdout == "13\n"
    assert run(*drop, *bind, options=ALL).stdout == without.stdout


@as_another
def test_another_root_folder(run: Run, tmp_path: Path) -> None:
    program = f"""
        import os, socket, encodings.idna
        jail = {str(tmp_path)!r} + "/jail" + str(len(os.listdir({str(tmp_path)!r})))
        os.mkdir(jail); os.chroot(jail); os.chdir("/")
        s = socket.socket(socket.AF_UNIX); s.bind("/sock"); s.listen()
        c = socket.socket(socket.AF_UNIX); c.connect("/sock")
        print(s.getsockname(), os.listdir("/"))
        t = socket.socket(socket.AF_UNIX); t.bind("sock2"); print(sorted(os.listdir("/")))
    """
    assert _same(run, program) == "/sock ['sock']\n['sock', 'sock2']\n"


@as_another
def test_as_an_ordinary_user(web: Reached, run: Run, tmp_path: Path) -> None:
    environment = {**os.environ, "SNET_DATA_DIR": "/nonexistent/snet"}
    done = run("curl", "-sS", web.url, options=(), env=environment, **NOBODY)
    assert (done.returncode, done.stdout) == (0, "hello from the server\n"), done.stderr
    done = run("curl", "-sS", web.url, options=("--policy", "deny"), env=environment, **NOBODY)
    assert done.returncode == 7


@as_another
def test_program_that_may_not_be_looked_into_is_not_let_through(web: Reached, run: Run) -> None:
    """PR_SET_DUMPABLE 0, as ssh-agent does; only a privileged supervisor may look."""
    program = f"""
        import ctypes, socket
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
        try: socket.create_connection(("127.0.0.1", {web.port})); print("through")
        except OSError as error: print(error.errno)
    """
    assert run(*_python(program), options=ALL, **NOBODY).stdout == "1\n"
    assert not web.peers
    assert run(*_python(program), options=ALL).stdout == "through\n"


@as_another
def test_setuid_program_gets_no_rights(
    run: Run, compiled: Callable[..., Path], tmp_path: Path
) -> None:
    source = (
        '#include <stdio.h>\n#include <unistd.h>\nint main(void) { printf("%d\\n", geteuid()); }'
    )
    program = Path("/var/tmp") / f"snet-setuid-{os.getpid()}"
    shutil.copy(compiled(source), program)
    try:
        program.chmod(stat.S_ISUID | 0o755)
        if plain(str(program), **NOBODY).stdout != "0\n":
            pytest.skip("setuid programs do not work here")
        assert run(str(program), options=ALL, **NOBODY).stdout == "65534\n"
    finally:
        program.unlink()


def test_one_supervisor_inside_another_is_refused(run: Run) -> None:
    done = run(SNET, "run", "--", "true")
    assert done.returncode == 125
    assert done.stderr.splitlines()[-1] == (
        "snet: This process is under a seccomp supervisor already, and the kernel allows one:"
        " start snet run outside of it."
    )


def test_traced_program(web: Reached, run: Run) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    command = ("strace", "-f", "-e", "trace=connect", "-o", "/dev/null", "curl", "-sS", web.url)
    done = run(*command)
    assert (done.returncode, done.stdout) == (0, "hello from the server\n"), done.stderr
    assert run(*command, options=("--policy", "deny")).returncode == 7
    assert len(web.peers) == 1


def test_program_with_a_filter_of_its_own(web: Reached, run: Run) -> None:
    """The stricter of the two holds."""
    program = f"""
        import errno, pyseccomp as s, socket
        f = s.SyscallFilter(s.ALLOW); f.add_rule(s.ERRNO(errno.ENETDOWN), "connect"); f.load()
        try: socket.create_connection(("127.0.0.1", {web.port}))
        except OSError as error: print(error.errno)
    """
    assert run(sys.executable, "-c", textwrap.dedent(program)).stdout == "100\n"
    assert not web.peers


_NAMESPACES = """
    import fcntl, os, socket, struct
    s = socket.socket()
    fcntl.ioctl(s, 0x8914, struct.pack("16sh22x", b"lo", 0x41))  # lo up
    s.bind(("127.0.0.1", 80)); s.listen()
    c = socket.create_connection(("127.0.0.1", 80)); a, peer = s.accept()
    print(peer == c.getsockname(), os.getuid())
"""


def check_namespaces(run: Run, **who: Any) -> None:
    command = ["unshare", "-Urn", *_python(_NAMESPACES)]
    if plain("unshare", "-Urn", "true", **who).returncode:
        pytest.skip("user namespaces are forbidden here")
    without = plain(*command, **who)
    assert without.stdout == "True 0\n", without.stderr
    assert run(*command, options=ALL, **who).stdout == without.stdout


def test_program_in_namespaces_of_its_own(run: Run) -> None:
    check_namespaces(run)


@as_another
def test_another_user_in_namespaces_of_its_own(run: Run) -> None:
    check_namespaces(run, **NOBODY)


_NOT_THERE = """
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
static void tell(long result) { printf("%ld %d\\n", result, errno); }
int main(void) {
    char nothing[256] = {0};
    tell(syscall(__NR_io_uring_setup, 1, nothing));
    tell(setsockopt(0, 132, 110, nothing, 16));
#if defined(__x86_64__) && !defined(__ILP32__)
    tell(syscall(0x40000000 | __NR_connect, 0, nothing, 16));
    tell(syscall(__NR_setsockopt, 0, 0x100000084, 0x10000006e, nothing, 16));
#endif
    return 0;
}
"""


@as_another
def test_supervisor_can_not_be_steered_by_the_program(run: Run) -> None:
    program = """
        import os
        try: os.close(os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR)); print("open")
        except OSError as error: print(error.errno)
    """
    assert run(*_python(program), options=ALL, **NOBODY).stdout == "13\n"


def test_what_would_go_round_is_not_there(run: Run, compiled: Callable[..., Path]) -> None:
    lines = run(str(compiled(_NOT_THERE))).stdout.splitlines()
    assert lines[:2] == ["-1 38", "-1 92"]
    assert lines[2:] in ([], ["-1 38", "-1 92"])


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        ("seccomp", "EPERM", "seccomp filters are forbidden here"),
        ("seccomp", "EINVAL", "no seccomp user notification"),
        ("pidfd_getfd", "EPERM", "--cap-add SYS_PTRACE"),
        ("pidfd_getfd", "ENOSYS", "no pidfd_getfd(2)"),
    ],
)
def test_container_or_kernel_that_forbids_it(
    call: str, error: str, says: str, data_dir: Path
) -> None:
    program = f"""
        import errno, os, pyseccomp as s
        f = s.SyscallFilter(s.ALLOW); f.add_rule(s.ERRNO(errno.{error}), {call!r}); f.load()
        os.execv({SNET!r}, [{SNET!r}, "run", "--", "echo", "started"])
    """
    done = plain(sys.executable, "-c", textwrap.dedent(program))
    assert (done.returncode, done.stdout) == (125, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
