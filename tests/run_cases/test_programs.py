# SPDX-License-Identifier: GPL-2.0-or-later
"""Real programs: allowed, they behave as without snet; denied, nobody is reached."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Reached, Run, plain

DENY = ("--policy", "deny")

_ASYNCIO = """
import asyncio, sys
async def main():
    async def talk(reader, writer):
        writer.write(await reader.readline()); await writer.drain(); writer.close()
    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async def one(n):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"line %d\\n" % n)
        line = await reader.readline(); writer.close(); return line
    print(await asyncio.gather(*(one(n) for n in range(20))))
    reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
    writer.write(b"GET / HTTP/1.0\\r\\n\\r\\n")
    print((await reader.read()).split(b"\\r\\n\\r\\n")[1])
    writer.close(); server.close()
asyncio.run(main())
"""
_NODE = """
const http = require('http');
const server = http.createServer((request, response) => response.end('from node\\n'));
server.listen(0, '127.0.0.1', () => {
  const get = (port, then) => http.get({port, host: '127.0.0.1'}, (response) => {
    response.on('data', (data) => process.stdout.write(data)); response.on('end', then);
  }).on('error', (error) => { console.log(error.code); process.exit(3); });
  const end = () => server.close(() => process.exit(0));
  get(server.address().port, () => get(+process.argv[1], end));
});
server.on('error', (error) => { console.log(error.code); process.exit(4); });
"""
_SCRIPT = """
for n in 1 2 3; do curl -sS "$0" | tr a-z A-Z & done
wait
echo one | cat | wc -l
(exit 7) | true; (exit 7)
"""


def _programs(web: Reached) -> dict[str, list[str]]:
    url = web.url
    return {
        "curl": ["curl", "-sS", "--max-time", "20", url],
        "curl by name": ["curl", "-sS", "-4", "--max-time", "20", f"http://localhost:{web.port}/"],
        "requests": [
            sys.executable,
            "-c",
            f"import requests; r = requests.get({url!r}); print(r.status_code, r.text)",
        ],
        "urllib in threads": [
            sys.executable,
            "-c",
            "import urllib.request as u, concurrent.futures as c\n"
            f"def get(_): return u.urlopen({url!r}).read()\n"
            "with c.ThreadPoolExecutor(8) as e: print(*e.map(get, range(24)))",
        ],
        "asyncio": [sys.executable, "-c", _ASYNCIO, str(web.port)],
        "node": ["node", "-e", _NODE, str(web.port)],
        "shell": ["bash", "-c", _SCRIPT, url],
    }


@pytest.mark.parametrize(
    "name", ["curl", "curl by name", "requests", "urllib in threads", "asyncio", "node", "shell"]
)
def test_program_allowed_and_denied(name: str, web: Reached, run: Run) -> None:
    command = _programs(web)[name]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    without = plain(*command)
    reached = len(web.peers)
    assert reached
    allowed = run(*command)
    assert (allowed.returncode, allowed.stdout) == (without.returncode, without.stdout)
    assert len(web.peers) == 2 * reached
    denied = run(*command, options=DENY)
    assert denied.stdout != without.stdout
    assert len(web.peers) == 2 * reached, "a denied program got through"


def test_git_clone_from_a_local_server(web: Reached, run: Run, tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    origin = tmp_path / "origin"
    identity = ("-c", "user.name=t", "-c", "user.email=t@localhost")
    plain("git", "init", "-q", str(origin))
    plain("git", *identity, "-C", str(origin), "commit", "--allow-empty", "-qm", "one")
    port = _free_port()
    daemon = subprocess.Popen(
        ["git", "daemon", "--export-all", f"--base-path={tmp_path}", "--listen=127.0.0.1",
         f"--port={port}", "--reuseaddr", "--verbose"],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert daemon.stderr is not None
        while "Ready to rumble" not in (line := daemon.stderr.readline()):
            if not line:
                pytest.skip("git daemon is not installed")
        url = f"git://127.0.0.1:{port}/origin"
        allowed = run("git", "clone", "-q", url, str(tmp_path / "clone"))
        assert allowed.returncode == 0, allowed.stderr
        assert (tmp_path / "clone" / ".git" / "HEAD").exists()
        while "connect" not in daemon.stderr.readline().lower():
            pass
        denied = run("git", "clone", "-q", url, str(tmp_path / "none"), options=DENY)
        assert denied.returncode == 128
        assert not (tmp_path / "none").exists()
    finally:
        daemon.terminate()
        rest = daemon.communicate(timeout=20)[1]
    assert "Connection" not in rest


def test_ping(run: Run) -> None:
    if plain("ping", "-c1", "-W5", "127.0.0.1").returncode:
        pytest.skip("ping does not work here by itself")
    assert run("ping", "-c1", "-W5", "127.0.0.1").returncode == 0
    assert run("ping", "-c1", "-W2", "127.0.0.1", options=DENY).returncode != 0


_UDP = """
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
int main(int argc, char **argv) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0) { perror("socket"); return 2; }
    struct timeval limit = {.tv_sec = 10};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    char got[64];
    if (sendto(fd, "one", 3, 0, (void *)&to, sizeof to) != 3) { perror("sendto"); return 3; }
    printf("%.*s\\n", (int)recv(fd, got, sizeof got, 0), got);
    struct iovec piece[2] = {{"t", 1}, {"wo", 2}};
    char control[CMSG_SPACE(sizeof(struct in_pktinfo))] = {0};
    struct msghdr message = {.msg_name = &to, .msg_namelen = sizeof to, .msg_iov = piece,
        .msg_iovlen = 2, .msg_control = control, .msg_controllen = sizeof control};
    struct cmsghdr *first = CMSG_FIRSTHDR(&message);
    first->cmsg_level = IPPROTO_IP; first->cmsg_type = IP_PKTINFO;
    first->cmsg_len = CMSG_LEN(sizeof(struct in_pktinfo));
    if (sendmsg(fd, &message, 0) != 3) { perror("sendmsg"); return 4; }
    printf("%.*s\\n", (int)recv(fd, got, sizeof got, 0), got);
    message.msg_control = 0; message.msg_controllen = 0;
    struct mmsghdr many[3] = {{message, 9}, {message, 9}, {message, 9}};
    if (sendmmsg(fd, many, 3, 0) != 3) { perror("sendmmsg"); return 5; }
    for (int n = 0; n < 3; n++)
        printf("%u %.*s\\n", many[n].msg_len, (int)recv(fd, got, sizeof got, 0), got);
    int listener = socket(AF_INET, SOCK_STREAM, 0), caller = socket(AF_INET, SOCK_STREAM, 0);
    socklen_t length = sizeof to;
    to.sin_port = 0;
    if (bind(listener, (void *)&to, sizeof to)) { perror("bind"); return 6; }
    if (listen(listener, 4)) { perror("listen"); return 6; }
    getsockname(listener, (void *)&to, &length);
    if (connect(caller, (void *)&to, sizeof to)) { perror("connect"); return 7; }
    struct sockaddr_in peer; length = sizeof peer;
    int taken = accept(listener, (void *)&peer, &length);
    struct sockaddr_in own; socklen_t own_length = sizeof own;
    getsockname(caller, (void *)&own, &own_length);
    printf("accepted %d %d\\n", taken >= 0, length == own_length && !memcmp(&peer, &own, length));
    return 0;
}
"""


@pytest.mark.parametrize("small", [False, True], ids=["native", "32 bit"])
def test_every_call_in_both_widths(
    small: bool, echo: Reached, run: Run, compiled: Callable[..., Path]
) -> None:
    program = str(compiled(_UDP, small=small))
    without = plain(program, str(echo.port))
    assert (without.returncode, without.stdout.splitlines()[-1]) == (0, "accepted 1 1")
    reached = len(echo.peers)
    allowed = run(program, str(echo.port), options=("--policy", "allow", "--hold", "all"))
    assert (allowed.returncode, allowed.stdout) == (0, without.stdout), allowed.stderr
    assert len(echo.peers) == 2 * reached
    denied = run(program, str(echo.port), options=DENY)
    assert (denied.returncode, denied.stderr.splitlines()[-1]) == (
        3, "sendto: Operation not permitted"
    )  # fmt: skip
    assert run(program, "1", options=(*DENY, "--hold", "create")).returncode == 2
    assert len(echo.peers) == 2 * reached


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
