# SPDX-License-Identifier: GPL-2.0-or-later
"""The seccomp supervisor: one program and all its children, without root and without a module.

A filter (filter.py) hands the network calls of the program to the supervisor
(source.py), which judges a copy of the call's arguments and, on allow, performs
the call itself on a duplicate of the program's descriptor with that same copy.
So the address that was judged is the address that is used, whatever another
thread writes meanwhile. "Continue", by which the kernel would read the
program's memory and descriptors a second time, is the answer for socket(2)
alone, whose arguments are registers.

What is covered: socket, connect, bind, listen, accept, accept4, and the sends
that can name a peer (sendto, sendmsg, sendmmsg) of the program and of all that
descend from it, in the 64-bit calls of x86-64 and arm64 and the 32-bit calls of
both, socketcall(2) included. The x32 calls of x86-64 do not exist for it.

What could go round it is not available to the program: io_uring (ENOSYS),
SCTP's connects and binds by socket option (ENOPROTOOPT; not those of a 32-bit
x86 program, whose socketcall(2) has them in memory).

What differs from running the program by itself:
- no_new_privs is set: a setuid or setgid program runs without its rights, and
  file capabilities do not apply (sudo, su and, for some, ping).
- Who asks a UNIX socket for its peer's process (SO_PEERCRED, SO_PASSCRED) is
  told the supervisor's pid; user and group are the program's.
- A process that made itself unreadable (PR_SET_DUMPABLE 0, as ssh-agent does)
  can be read by a privileged supervisor only: else its calls fail with EPERM.
- A held call that a handled signal interrupts without SA_RESTART fails with EINTR,
  and unlike a connect that was under way nothing goes on behind it.
- A handled signal that comes in the instant in which a call is answered may make
  the kernel take the answer and start the call again all the same
  (seccomp_do_user_notification, up to Linux 6.18 at least): then it is made twice,
  as no supervisor can tell. It takes a storm of signals on a busy machine to see it.
- AppArmor and SELinux see the supervisor make the call, not the program.
- Under another root (chroot, bubblewrap) and without CAP_SYS_CHROOT, a UNIX
  socket is bound under its name without the folder.
- seccomp allows one supervisor for a process: a second one inside, ours or
  another's, is refused (EBUSY).
- Orphans become children of the supervisor instead of init's.

What it is not: a cage for hostile code. A program may ask others to act for it
(a bus, a print server), trace processes of the same user that are not covered,
and use connections that others hand to it.
"""
