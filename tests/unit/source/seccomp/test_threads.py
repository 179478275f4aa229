# SPDX-License-Identifier: GPL-2.0-or-later
"""Who a thread is, seen on this process and its children."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from snetgui.source.seccomp import kernel
from snetgui.source.seccomp.threads import Thread, Threads, is_stopped, status_field


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(["sleep", "60"]) as child:
        yield child
        child.kill()


def test_process_of_a_child(child: subprocess.Popen[bytes]) -> None:
    thread = Thread(child.pid)
    found = thread.process()
    stat = Path(f"/proc/{child.pid}/exe").stat()
    assert (found.pid, found.tid, found.ppid) == (child.pid, child.pid, os.getpid())
    assert (found.uid, found.gid) == (os.geteuid(), os.getegid())
    assert found.exe_id is not None
    assert (found.exe_id.dev, found.exe_id.ino, found.exe_id.ctime_ns) == (
        stat.st_dev,
        stat.st_ino,
        stat.st_ctime_ns,
    )
    assert found.netns == Path("/proc/self/ns/net").stat().st_ino
    assert found.mntns == Path("/proc/self/ns/mnt").stat().st_ino
    assert thread.process() is found, "nothing changed"
    thread.close()


def test_a_thread_names_its_process() -> None:
    found: list[Thread] = []
    other = threading.Thread(target=lambda: found.append(Thread(threading.get_native_id())))
    other.start()
    other.join()
    while Path(f"/proc/self/task/{found[0].tid}").exists():
        pass  # join() returns a moment before the kernel lets the thread go
    assert found[0].tgid == os.getpid()
    with pytest.raises(OSError):
        found[0].process()
    found[0].close()


def test_exec_makes_it_another_program() -> None:
    script = "read go; exec cat"
    with subprocess.Popen(["sh", "-c", script], stdin=subprocess.PIPE) as child:
        thread = Thread(child.pid)
        before = thread.process()
        assert child.stdin is not None
        child.stdin.write(b"\n")
        child.stdin.flush()
        while (after := thread.process()).comm != "cat":
            pass
        assert after.exe != before.exe
        assert after.exe_id != before.exe_id
        assert after.key == before.key
        thread.close()
        child.kill()


def test_a_thread_that_is_gone_fails(child: subprocess.Popen[bytes]) -> None:
    thread = Thread(child.pid)
    child.kill()
    child.wait()
    with pytest.raises(OSError):
        thread.process()
    thread.close()
    with pytest.raises(OSError):
        Thread(child.pid)


def test_the_one_unused_longest_is_forgotten(child: subprocess.Popen[bytes]) -> None:
    threads = Threads(most=1)
    first = threads.get(child.pid)
    assert threads.get(child.pid) is first
    threads.get(os.getpid())
    assert first.pidfd == -1
    threads.close()


def test_without_the_pidfd_s_own_word(
    child: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kernels before 6.13 tell it in /proc: the same."""
    new = Thread(child.pid)
    monkeypatch.setattr(kernel, "pidfd_info", lambda _: None)
    old = Thread(child.pid)
    assert old.process() == new.process()
    old.close()
    new.close()


def test_status_field() -> None:
    text = b"Name:\tx\nUmask:\t0022\nGroups:\t1 2 \n"
    assert (status_field(text, "Umask"), status_field(text, "Groups")) == (b"0022", b"1 2")


def test_stopped_or_not(child: subprocess.Popen[bytes]) -> None:
    assert not is_stopped(child.pid)
    child.send_signal(signal.SIGSTOP)
    os.waitpid(child.pid, os.WUNTRACED)
    assert is_stopped(child.pid)
    child.kill()
    child.wait()
    assert not is_stopped(child.pid), "it is gone"
