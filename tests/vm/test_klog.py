# SPDX-License-Identifier: GPL-2.0-or-later
"""The kernel log's patterns, on lines as kernels write them."""

import pytest

from tests.vm import klog

FAULTS = [
    "[    1.0] WARNING: CPU: 0 PID: 1 at net/core/sock.c:1 sock_free+0x1/0x2",
    "[    1.0] BUG: kernel NULL pointer dereference, address: 0000000000000008",
    "[    1.0] BUG: scheduling while atomic: curl/12/0x00000002",
    "[    1.0] BUG: sleeping function called from invalid context at mm/slab.h:1",
    "[    1.0] BUG: KASAN: slab-use-after-free in snet_hold+0x1/0x2 [snet]",
    "[    1.0] Oops: general protection fault, probably for non-canonical address",
    "[    1.0] WARNING: possible circular locking dependency detected",
    "[    1.0] WARNING: inconsistent lock state",
    "[    1.0] WARNING: suspicious RCU usage",
    "[    1.0] UBSAN: shift-out-of-bounds in kmod/table.c:1:2",
    "unreferenced object 0xffff888004ba3c00 (size 96):",
    "[    1.0] kmemleak: 3 new suspected memory leaks (see /sys/kernel/debug/kmemleak)",
    "[    1.0] INFO: task curl:123 blocked for more than 60 seconds.",
    "[    1.0] refcount_t: underflow; use-after-free.",
    "[    1.0] list_del corruption. prev->next should be ffff888, but was dead",
    "[    1.0] rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:",
    "[    1.0] watchdog: BUG: soft lockup - CPU#0 stuck for 26s! [rmmod:99]",
    "[    1.0] Kernel panic - not syncing: kernel: panic_on_warn set ...",
    "[    1.0] unregister_netdevice: waiting for lo to become free. Usage count = 2",
    "[    1.0] BUG snet_event (Tainted: G): Objects remaining in snet_event on shutdown",
    "[    1.0] ODEBUG: free active (active state 0) object: 0 object type: timer_list",
]
FINE = [
    "[    1.0] snet: loading out-of-tree module taints kernel.",
    "[    1.0] snet: module verification failed: signature and/or required key missing",
    "[    1.0] snet: version 0.1.0, joined by static call",
    "[    1.0] snet: verdict_delay must be a number from 1 to 3600",
    "[    1.0] random: crng init done",
]


@pytest.mark.parametrize("line", FAULTS)
def test_fault_is_seen(line: str) -> None:
    assert klog.complaints(f"{klog.START}\n{line}") == [line]


@pytest.mark.parametrize("line", FINE)
def test_other_lines_are_no_fault(line: str) -> None:
    assert klog.complaints(f"{klog.START}\n{line}") == []


def test_what_came_before_the_start_is_the_boots_own() -> None:
    assert klog.complaints(f"{FAULTS[0]}\n{klog.START}\n{FINE[0]}") == []


def test_a_log_without_start_counts_whole() -> None:
    assert klog.complaints(FAULTS[0]) == [FAULTS[0]]
