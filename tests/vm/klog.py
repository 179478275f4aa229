# SPDX-License-Identifier: GPL-2.0-or-later
"""What in a kernel log means that something is wrong in the kernel."""

import re

START = "snet-vm: start"
"""Written to the log by the guest before its work; what came earlier is the boot's own."""

_BAD = re.compile(
    r"""
      \bWARNING:                    | \bBUG\b                | \bOops\b
    | Call\ Trace:                  | cut\ here              | Kernel\ panic
    | KASAN                         | KCSAN                  | KFENCE | UBSAN
    | possible\ (circular|recursive|irq|deadlock)            | inconsistent\ lock
    | suspicious\ RCU               | non-static\ key        | bad\ unlock\ balance
    | held\ lock\ freed             | lock\ held\ when\ returning
    | still\ has\ locks\ held       | Invalid\ wait\ context
    | scheduling\ while\ atomic     | sleeping\ function\ called
    | unreferenced\ object          | new\ suspected\ memory\ leaks
    | ODEBUG                        | refcount_t             | list_(add|del)\ corruption
    | general\ protection           | stack\ guard           | double\ fault
    | unable\ to\ handle            | protection\ fault      | Bad\ page
    | hung_task                     | blocked\ for\ more\ than | soft\ lockup | hard\ LOCKUP
    | rcu.*detected\ stall          | workqueue\ lockup      | to\ become\ free
    | Poison\ overwritten           | Object\ already\ free  | Objects\ remaining
    """,
    re.VERBOSE,
)


def complaints(log: str) -> list[str]:
    """Return the lines after the last START that tell of a fault."""
    _boot, _mark, ours = log.rpartition(START)
    return [line for line in ours.splitlines() if _BAD.search(line)]
