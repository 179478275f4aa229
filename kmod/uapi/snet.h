/* SPDX-License-Identifier: GPL-2.0-or-later WITH Linux-syscall-note */
/*
 * snet - Security for NETwork syscalls: the generic netlink protocol.
 *
 * This file is the protocol's one home: every number that crosses the
 * boundary between the module and a program is here and nowhere else.
 *
 * The family is called "SNET", its version is SNET_GENL_VERSION.  It lives in
 * the initial network namespace only.  Integers are in host byte order.
 * Times are nanoseconds of CLOCK_MONOTONIC unless said otherwise, so a
 * countdown is a subtraction and neither a clock jump nor a suspend harms it.
 *
 * Rights: every command except VERSION and STATS asks for CAP_NET_ADMIN in the
 * initial user namespace, both of the sender of the message and of whoever
 * opened the socket; otherwise EPERM.  Joining the "decisions" group asks for
 * the same.  VERDICT, EXTEND, PENDING and UNREGISTER ask in addition that the
 * message comes from the agent's own socket; otherwise ENOENT for VERDICT and
 * EXTEND (to anybody else the agent's events do not exist) and EPERM for the
 * other two.
 *
 * Refusals: EINVAL, ERANGE and the like come with an extended-ack text
 * (NETLINK_EXT_ACK) that says what was wrong, and the offset of the attribute
 * where there is one.  Attributes are validated strictly: an unknown,
 * truncated, oversized or repeated one is EINVAL, and so is a nested one
 * without NLA_F_NESTED.  Of the flags of a message, REQUEST, ACK, ECHO and
 * DUMP are known; others are EINVAL, a command or dump that does not exist is
 * EOPNOTSUPP.  What is malformed is told before what is not allowed by the
 * sender's not being the agent.
 *
 * Never held: sockets and threads of the kernel itself; the process that
 * registered as the agent; generic netlink sockets of tasks that have
 * CAP_NET_ADMIN in the initial user namespace (or the policy deny would lock
 * out the next agent); a connect with AF_UNSPEC, as it dissolves an
 * association and makes none.
 *
 * The commands, each as a tree of attributes.  "?" may be absent,
 * "*" may stand several times.  "->" is the direction program to module,
 * "<-" is module to program.
 *
 * SNET_C_VERSION         what is loaded
 *   -> (nothing)
 *   <- SNET_A_PROTOCOL_VERSION   u32   SNET_PROTOCOL_VERSION
 *      SNET_A_MODULE_VERSION     string
 *      SNET_A_HOOKS              u32   mask of (1 << enum snet_syscall): what
 *                                      this module can hold on this kernel
 *      SNET_A_ATTACH             string, how it joined the LSM framework
 *
 * SNET_C_REGISTER        become the agent
 *   -> SNET_A_PROTOCOL_VERSION   u32   what the program was built for;
 *                                      EPROTO if the module's differs
 *   <- acknowledgement.  All that is still pending is told again, each as an
 *      EVENT, in the order of ids; the first ones can come before the
 *      acknowledgement.  EBUSY if there is an agent already (this one
 *      included).
 *
 * SNET_C_UNREGISTER      stop being the agent
 *   -> (nothing)
 *   <- acknowledgement.  What is pending stays until its deadline or until
 *      another agent answers it.  Closing the socket does the same.
 *      Subscriptions stay too: who wants the machine untouched flushes them.
 *
 * SNET_C_INSERT          add a subscription
 *   -> SNET_A_SUBSCRIPTION       nested
 *        SNET_A_SUB_SYSCALL?     u16   enum snet_syscall
 *        SNET_A_SUB_FAMILY?      u16   AF_*
 *        SNET_A_SUB_PROTOCOL?    u16   IPPROTO_* or the family's own
 *      An absent field is a wildcard.  A syscall that SNET_A_HOOKS lacks can
 *      be subscribed to, and never comes.
 *   <- acknowledgement.  EEXIST if it stands already, ENOSPC at
 *      max_subscriptions.
 *
 * SNET_C_REMOVE          take back a subscription: the same triple exactly
 *   -> SNET_A_SUBSCRIPTION       nested, as for INSERT
 *   <- acknowledgement.  ENOENT if it does not stand.
 *
 * SNET_C_FLUSH           take back all subscriptions
 *   -> (nothing)
 *   <- acknowledgement
 *
 * SNET_C_LIST            dump of the subscriptions
 *   -> (nothing, NLM_F_DUMP)
 *   <- SNET_A_SUBSCRIPTION       nested, one message each
 *
 * SNET_C_EVENT           module to agent: a call is held (also the PENDING dump)
 *   <- SNET_A_ID                 u64   unique since the module was loaded
 *      SNET_A_SYSCALL            u16   enum snet_syscall
 *      SNET_A_FAMILY             u16
 *      SNET_A_TYPE               u16   SOCK_*
 *      SNET_A_PROTOCOL           u16
 *      SNET_A_LOCAL?             binary, sockaddr as the kernel has it; the one
 *                                      to be bound, for a BIND
 *      SNET_A_REMOTE?            binary, sockaddr as the kernel has it, as long
 *                                      as the program gave it: it can be too
 *                                      short.  Where the internet protocols
 *                                      take AF_UNSPEC for their own family,
 *                                      their own is told.
 *      SNET_A_PID                u32   process (thread group), initial pid ns
 *      SNET_A_TID                u32   thread, initial pid namespace
 *      SNET_A_START_TIME         u64   start of the process, CLOCK_BOOTTIME ns:
 *                                      field 22 of /proc/PID/stat before its
 *                                      division into clock ticks
 *      SNET_A_UID                u32   real user id, initial user namespace
 *      SNET_A_GID                u32   real group id
 *      SNET_A_COMM               string, at most 15 bytes
 *      SNET_A_EXE?               string, path of the executable as its own
 *                                      root sees it, " (deleted)" appended
 *                                      where it was unlinked; absent where
 *                                      there is none or it is too long
 *      SNET_A_EXE_DEV?           u64   as st_dev of stat(2) on 64 bit
 *      SNET_A_EXE_INO?           u64
 *      SNET_A_EXE_CTIME?         s64   nanoseconds since 1970 (realtime)
 *      SNET_A_PPID               u32   parent process, initial pid namespace
 *      SNET_A_CGROUP             u64   id in the unified hierarchy
 *      SNET_A_NETNS              u64   inode number of the socket's namespace
 *      SNET_A_MNTNS?             u64   inode number; absent where the kernel
 *                                      does not let it be known
 *      SNET_A_RAISED             u64   when the call was held
 *      SNET_A_DEADLINE           u64   when the policy will answer
 *
 * SNET_C_ENDED           module to agent: an event that it was told of is over
 *   <- SNET_A_ID                 u64
 *      SNET_A_VERDICT            u16   enum snet_verdict
 *      SNET_A_ERRNO?             u16   with SNET_DENY: what the caller sees
 *      SNET_A_REASON             u16   enum snet_reason
 *      SNET_A_HELD               u64   nanoseconds from raised to ended
 *   Sent for every EVENT exactly once, those answered by a VERDICT included
 *   (and then before the VERDICT's acknowledgement, if there is room in the
 *   socket), and never before it.  An event that ends before its EVENT could
 *   be sent has neither.  An agent that unregisters or dies is told no more.
 *
 * SNET_C_DECISION        module to group "decisions": how one event ended
 *   <- all of EVENT, and SNET_A_VERDICT, SNET_A_ERRNO?, SNET_A_REASON,
 *      SNET_A_HELD.  Events that nobody was asked about (no agent, overflow)
 *      are in it too.  A slow observer loses messages (ENOBUFS) and harms
 *      nobody else.
 *
 * SNET_C_VERDICT         agent to module: answers
 *   -> SNET_A_ANSWER*            nested, 1 to SNET_MAX_ANSWERS
 *        SNET_A_ANS_ID           u64
 *        SNET_A_ANS_VERDICT      u16   enum snet_verdict
 *        SNET_A_ANS_ERRNO?       u16   with SNET_DENY only, 1 to 4095 without
 *                                      the kernel's own (512 and above);
 *                                      EPERM if absent
 *   <- acknowledgement.  The whole message is checked first: anything
 *      malformed is EINVAL and nothing is answered.  Then each answer is
 *      applied; if some of the events were not there (unknown, ended in the
 *      meantime, another agent's) the others are answered all the same and
 *      the result is ENOENT.  Which way each event ended is told by ENDED.
 *
 * SNET_C_EXTEND          agent to module: more time for one event
 *   -> SNET_A_ID                 u64
 *      SNET_A_SECONDS            u32   from now on; at least 1
 *   <- SNET_A_ID                 u64
 *      SNET_A_DEADLINE           u64   the deadline that now holds.  Never
 *                                      earlier than before, never later than
 *                                      max_delay after the event was raised.
 *      ENOENT as for VERDICT.
 *
 * SNET_C_PENDING         dump of the agent's pending events: those that it was
 *                        sent an EVENT of, in the order of ids
 *   -> (nothing, NLM_F_DUMP)
 *   <- messages of SNET_C_EVENT
 *
 * SNET_C_CONFIG_GET      the parameters
 *   -> (nothing)
 *   <- SNET_A_VERDICT_DELAY      u32   seconds
 *      SNET_A_VERDICT_POLICY     u32   enum snet_verdict
 *      SNET_A_DEBUG              u32   0 or 1
 *      SNET_A_MAX_PENDING        u32
 *      SNET_A_MAX_SUBSCRIPTIONS  u32
 *      SNET_A_MAX_DELAY          u32   seconds
 *
 * SNET_C_CONFIG_SET      change some of them; all or none
 *   -> any of the above
 *   <- acknowledgement; ERANGE outside the limits.  Events that are pending
 *      keep their deadline; the policy is read when it is applied.
 *
 * SNET_C_STATS           counters since the module was loaded
 *   -> (nothing)
 *   <- SNET_A_STAT_*             u64   each of enum snet_stat_attr
 *   At all times  RAISED == PENDING + the sum of the ENDED_* ones,
 *   and  ALLOWED + DENIED == the sum of the ENDED_* ones.
 */
#ifndef _UAPI_SNET_H
#define _UAPI_SNET_H

#define SNET_GENL_NAME		"SNET"
#define SNET_GENL_VERSION	1
#define SNET_GENL_DECISIONS	"decisions"

/* Raised whenever a program written for the older number would go wrong. */
#define SNET_PROTOCOL_VERSION	1

/* Most answers in one SNET_C_VERDICT. */
#define SNET_MAX_ANSWERS	1024

enum snet_command {
	SNET_C_UNSPEC		= 0,
	SNET_C_VERSION		= 1,
	SNET_C_REGISTER		= 2,
	SNET_C_UNREGISTER	= 3,
	SNET_C_INSERT		= 4,
	SNET_C_REMOVE		= 5,
	SNET_C_FLUSH		= 6,
	SNET_C_LIST		= 7,
	SNET_C_EVENT		= 8,
	SNET_C_ENDED		= 9,
	SNET_C_DECISION		= 10,
	SNET_C_VERDICT		= 11,
	SNET_C_EXTEND		= 12,
	SNET_C_PENDING		= 13,
	SNET_C_CONFIG_GET	= 14,
	SNET_C_CONFIG_SET	= 15,
	SNET_C_STATS		= 16,

	__SNET_C_MAX
};
#define SNET_C_MAX (__SNET_C_MAX - 1)

/* What a program was about to do. */
enum snet_syscall {
	SNET_SYSCALL_CREATE	= 0,	/* not held by protocol version 1 */
	SNET_SYSCALL_BIND	= 1,
	SNET_SYSCALL_CONNECT	= 2,	/* also what connects by sending */
	SNET_SYSCALL_LISTEN	= 3,
	SNET_SYSCALL_ACCEPT	= 4,	/* not held by protocol version 1 */
	SNET_SYSCALL_SENDMSG	= 5,	/* a send that names its peer */
	SNET_SYSCALL_RECVMSG	= 6,	/* not held by protocol version 1 */

	__SNET_SYSCALL_MAX
};
#define SNET_SYSCALL_MAX (__SNET_SYSCALL_MAX - 1)

/* Also the values of the verdict policy. */
enum snet_verdict {
	SNET_ALLOW		= 0,
	SNET_DENY		= 1,

	__SNET_VERDICT_MAX
};
#define SNET_VERDICT_MAX (__SNET_VERDICT_MAX - 1)

/* Why an event ended as it did. */
enum snet_reason {
	SNET_REASON_VERDICT	= 1,	/* the agent answered */
	SNET_REASON_TIMEOUT	= 2,	/* policy: the deadline passed */
	SNET_REASON_NO_AGENT	= 3,	/* policy: nobody there to ask */
	SNET_REASON_OVERFLOW	= 4,	/* policy: max_pending, or no memory */
	SNET_REASON_CANCELLED	= 5,	/* a signal ended the wait; the call was
					 * not made (it may be restarted, and is
					 * then a new event).  Told and counted
					 * as SNET_DENY with EINTR.
					 */
	SNET_REASON_UNLOAD	= 6,	/* policy: the module was removed */

	__SNET_REASON_MAX
};
#define SNET_REASON_MAX (__SNET_REASON_MAX - 1)

enum snet_attr {
	SNET_A_UNSPEC		= 0,
	SNET_A_PAD		= 1,

	SNET_A_PROTOCOL_VERSION	= 2,
	SNET_A_MODULE_VERSION	= 3,
	SNET_A_HOOKS		= 4,
	SNET_A_ATTACH		= 5,

	SNET_A_SUBSCRIPTION	= 6,
	SNET_A_ANSWER		= 7,

	SNET_A_ID		= 8,
	SNET_A_SYSCALL		= 9,
	SNET_A_FAMILY		= 10,
	SNET_A_TYPE		= 11,
	SNET_A_PROTOCOL		= 12,
	SNET_A_LOCAL		= 13,
	SNET_A_REMOTE		= 14,
	SNET_A_PID		= 15,
	SNET_A_TID		= 16,
	SNET_A_START_TIME	= 17,
	SNET_A_UID		= 18,
	SNET_A_GID		= 19,
	SNET_A_COMM		= 20,
	SNET_A_EXE		= 21,
	SNET_A_EXE_DEV		= 22,
	SNET_A_EXE_INO		= 23,
	SNET_A_EXE_CTIME	= 24,
	SNET_A_PPID		= 25,
	SNET_A_CGROUP		= 26,
	SNET_A_NETNS		= 27,
	SNET_A_MNTNS		= 28,
	SNET_A_RAISED		= 29,
	SNET_A_DEADLINE		= 30,

	SNET_A_VERDICT		= 31,
	SNET_A_ERRNO		= 32,
	SNET_A_REASON		= 33,
	SNET_A_HELD		= 34,
	SNET_A_SECONDS		= 35,

	SNET_A_VERDICT_DELAY	= 36,
	SNET_A_VERDICT_POLICY	= 37,
	SNET_A_DEBUG		= 38,
	SNET_A_MAX_PENDING	= 39,
	SNET_A_MAX_SUBSCRIPTIONS = 40,
	SNET_A_MAX_DELAY	= 41,

	__SNET_A_MAX
};
#define SNET_A_MAX (__SNET_A_MAX - 1)

/* Inside SNET_A_SUBSCRIPTION. */
enum snet_sub_attr {
	SNET_A_SUB_UNSPEC	= 0,
	SNET_A_SUB_SYSCALL	= 1,
	SNET_A_SUB_FAMILY	= 2,
	SNET_A_SUB_PROTOCOL	= 3,

	__SNET_A_SUB_MAX
};
#define SNET_A_SUB_MAX (__SNET_A_SUB_MAX - 1)

/* Inside SNET_A_ANSWER. */
enum snet_ans_attr {
	SNET_A_ANS_UNSPEC	= 0,
	SNET_A_ANS_PAD		= 1,
	SNET_A_ANS_ID		= 2,
	SNET_A_ANS_VERDICT	= 3,
	SNET_A_ANS_ERRNO	= 4,

	__SNET_A_ANS_MAX
};
#define SNET_A_ANS_MAX (__SNET_A_ANS_MAX - 1)

/* Top level attributes of the reply to SNET_C_STATS, all u64. */
enum snet_stat_attr {
	SNET_A_STAT_UNSPEC	= 0,
	SNET_A_STAT_PAD		= 1,
	SNET_A_STAT_RAISED	= 2,	/* calls that a subscription covered */
	SNET_A_STAT_PENDING	= 3,	/* held right now */
	SNET_A_STAT_ENDED_VERDICT = 4,	/* ENDED_*: by enum snet_reason */
	SNET_A_STAT_ENDED_TIMEOUT = 5,
	SNET_A_STAT_ENDED_NO_AGENT = 6,
	SNET_A_STAT_ENDED_OVERFLOW = 7,
	SNET_A_STAT_ENDED_CANCELLED = 8,
	SNET_A_STAT_ENDED_UNLOAD = 9,
	SNET_A_STAT_ALLOWED	= 10,	/* ended with SNET_ALLOW */
	SNET_A_STAT_DENIED	= 11,	/* ended with SNET_DENY */
	SNET_A_STAT_UNSENT	= 12,	/* messages to the agent that did not
					 * fit its socket and were kept
					 */
	SNET_A_STAT_LOST	= 13,	/* ENDED messages given up on */
	SNET_A_STAT_AGENTS	= 14,	/* registrations */

	__SNET_A_STAT_MAX
};
#define SNET_A_STAT_MAX (__SNET_A_STAT_MAX - 1)

#endif /* _UAPI_SNET_H */
