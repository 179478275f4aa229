// SPDX-License-Identifier: GPL-2.0-or-later
#include "hooks.h"

#include <linux/capability.h>
#include <linux/net.h>
#include <linux/netlink.h>
#include <linux/sched.h>
#include <linux/user_namespace.h>
#include <net/sock.h>

#include "agent.h"
#include "call.h"
#include "hold.h"
#include "subscription.h"

/*
 * An administrator's generic netlink sockets are how snet itself is spoken
 * to: with the policy deny and no agent, holding them would lock out the next
 * agent for good.
 */
static bool is_way_in(const struct sock *sk)
{
	return sk->sk_family == AF_NETLINK &&
	       sk->sk_protocol == NETLINK_GENERIC &&
	       ns_capable_noaudit(&init_user_ns, CAP_NET_ADMIN);
}

static bool is_exempt(const struct sock *sk)
{
	return sk->sk_kern_sock || (current->flags & PF_KTHREAD) ||
	       snet_agent_is_current() || is_way_in(sk);
}

/* Every hook of every family and protocol ends here. */
static int decide(const struct snet_call *call)
{
	const struct sock *sk = call->sock->sk;

	if (!sk || !snet_subscription_covers(call->syscall, sk->sk_family,
					     sk->sk_protocol) ||
	    is_exempt(sk))
		return 0;
	return snet_hold(call);
}

static int hook_socket_bind(struct socket *sock, struct sockaddr *address,
			    int len)
{
	const struct snet_call call = {
		.sock = sock,
		.syscall = SNET_SYSCALL_BIND,
		.name = address,
		.name_len = len,
	};

	return snet_subscribed(SNET_SYSCALL_BIND) ? decide(&call) : 0;
}

static int hook_socket_connect(struct socket *sock, struct sockaddr *address,
			       int len)
{
	const struct snet_call call = {
		.sock = sock,
		.syscall = SNET_SYSCALL_CONNECT,
		.name = address,
		.name_len = len,
	};

	if (!snet_subscribed(SNET_SYSCALL_CONNECT) ||
	    snet_call_disconnects(&call))
		return 0;
	return decide(&call);
}

static int hook_socket_listen(struct socket *sock, int backlog)
{
	const struct snet_call call = {
		.sock = sock,
		.syscall = SNET_SYSCALL_LISTEN,
	};

	return snet_subscribed(SNET_SYSCALL_LISTEN) ? decide(&call) : 0;
}

static int hook_socket_sendmsg(struct socket *sock, struct msghdr *msg,
			       int size)
{
	struct snet_call call;

	if (!snet_subscribed(SNET_SYSCALL_SENDMSG) &&
	    !snet_subscribed(SNET_SYSCALL_CONNECT))
		return 0;
	if (!snet_call_from_message(&call, sock, msg))
		return 0;
	return decide(&call);
}

#define HOOK(call, hook)				\
	{						\
		.name = #hook,				\
		.syscall = SNET_SYSCALL_##call,		\
		.offset = SNET_HOOK_OFFSET(hook),	\
		.function = { .hook = hook_##hook },	\
	}

const struct snet_hook snet_hooks[SNET_HOOKS] = {
	HOOK(BIND, socket_bind),
	HOOK(CONNECT, socket_connect),
	HOOK(LISTEN, socket_listen),
	HOOK(SENDMSG, socket_sendmsg),
};

u32 snet_hooks_mask(void)
{
	u32 mask = 0;
	int i;

	for (i = 0; i < SNET_HOOKS; i++)
		mask |= BIT(snet_hooks[i].syscall);
	return mask;
}
