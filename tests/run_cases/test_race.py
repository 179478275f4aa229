# SPDX-License-Identifier: GPL-2.0-or-later
"""The address that was judged is the address that is used, whatever another thread writes.

A program connects a UDP socket while its second thread writes another address
over the one it gave, and looks where the socket went. The rule allows one of
the two. Against a supervisor that judges and then lets the kernel read the
address itself (written here, for that purpose) the program gets through; so the
test is known to bite.
"""

from __future__ import annotations

import asyncio
import os
import select
import struct
from collections.abc import Callable
from pathlib import Path

import pyseccomp

from snetgui.model import Action, Event, Subscription, Syscall, Verdict
from snetgui.source.seccomp import kernel
from snetgui.source.seccomp.memory import Memory
from snetgui.source.seccomp.source import SeccompSource
from tests.patience import SLOWER, seconds

from .conftest import Covered, cover

_CONNECT: int = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, "connect")
ROUNDS = int(20_000 / SLOWER)
BATCHES = 10  # for the variant that is known to lose: it lost eight times in one

_RACER = """
#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static struct sockaddr_in to = {.sin_family = AF_INET};
static volatile int done;
static void *write_over(void *unused) {
    volatile in_port_t *port = &to.sin_port;
    while (!done) { *port = htons(1111); *port = htons(2222); }
    return 0;
}
int main(int argc, char **argv) {
    int rounds = atoi(argv[1]), allowed = 0, denied = 0, elsewhere = 0;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    pthread_t other;
    pthread_create(&other, 0, write_over, 0);
    for (int n = 0; n < rounds; n++) {
        int fd = socket(AF_INET, SOCK_DGRAM, 0);
        if (connect(fd, (void *)&to, sizeof to) == 0) {
            struct sockaddr_in went; socklen_t length = sizeof went;
            getpeername(fd, (void *)&went, &length);
            if (went.sin_port == htons(1111)) allowed++; else elsewhere++;
        } else denied++;
        close(fd);
    }
    done = 1;
    pthread_join(other, 0);
    printf("%d %d %d\\n", allowed, denied, elsewhere);
    return 0;
}
"""


async def test_supervisor_is_never_raced(compiled: Callable[..., Path]) -> None:
    racer = cover(str(compiled(_RACER)), str(ROUNDS))
    source = SeccompSource(racer.notify_fd, deny=True)
    source.tell_events(lambda event: source.answer_now(_only_1111(event)))
    await source.open([Subscription(Syscall.CONNECT)])
    async with asyncio.timeout(seconds(120)):
        allowed, denied, elsewhere = await asyncio.to_thread(_result, racer)
        await source.finished()
    await source.close()
    assert allowed + denied == ROUNDS
    assert allowed, "the other thread never wrote the allowed address"
    assert denied, "the other thread never wrote the denied address"
    assert elsewhere == 0


def test_race_bites_who_lets_the_kernel_read_again(compiled: Callable[..., Path]) -> None:
    program = str(compiled(_RACER))
    for _ in range(BATCHES):
        racer = cover(program, str(ROUNDS))
        _judge_then_continue(racer.notify_fd)
        if _result(racer)[2]:
            return
    raise AssertionError("the naive supervisor was never raced: this test shows nothing")


def _only_1111(event: Event) -> Verdict:
    assert event.remote is not None
    allow = event.remote.port == 1111
    return Verdict(event.id, Action.ALLOW if allow else Action.DENY)


def _judge_then_continue(notify_fd: int) -> None:
    """A naive supervisor: looks at the address, then lets the call go on."""
    notify, memory = kernel.NotifyFd(notify_fd), Memory()
    poll = select.poll()
    poll.register(notify_fd, select.POLLIN)
    while poll.poll(int(seconds(60) * 1000))[0][1] & select.POLLIN:
        call = notify.receive()
        if call is None:
            continue
        if call.number != _CONNECT:
            notify.respond(call.id, 0, flags=kernel.CONTINUE)
            continue
        port = struct.unpack_from("!H", memory.read(call.tid, call.args[1], 16), 2)[0]
        if port == 1111:
            notify.respond(call.id, 0, flags=kernel.CONTINUE)
        else:
            notify.respond(call.id, 0, 1)
    os.close(notify_fd)


def _result(racer: Covered) -> tuple[int, int, int]:
    output, status = racer.wait()
    assert status == 0
    allowed, denied, elsewhere = map(int, output.split())
    return allowed, denied, elsewhere
