// SPDX-License-Identifier: GPL-2.0-or-later
#include "call.h"

#include <linux/in.h>
#include <linux/string.h>
#include <net/net_namespace.h>
#include <net/sock.h>

static u16 name_family(const void *name, int len)
{
	const struct sockaddr *address = name;

	if (!name || len < (int)sizeof(address->sa_family))
		return AF_UNSPEC;
	return address->sa_family;
}

bool snet_call_disconnects(const struct snet_call *call)
{
	return call->name_len >= (int)sizeof(sa_family_t) &&
	       name_family(call->name, call->name_len) == AF_UNSPEC;
}

static bool is_internet(const struct sock *sk)
{
	return sk->sk_family == AF_INET || sk->sk_family == AF_INET6;
}

/* Protocols in which naming a peer in a send can make a connection. */
static bool connects_by_naming(const struct sock *sk)
{
	if (is_internet(sk) && sk->sk_protocol == IPPROTO_SCTP)
		return true;
	return sk->sk_family == AF_TIPC &&
	       (sk->sk_type == SOCK_STREAM || sk->sk_type == SOCK_SEQPACKET);
}

static bool connects_fast(const struct sock *sk, const struct msghdr *msg)
{
	if (!(msg->msg_flags & MSG_FASTOPEN) || sk->sk_type != SOCK_STREAM)
		return false;
	return is_internet(sk) || sk->sk_family == AF_SMC;
}

/* Sockets that send to whom they are connected to, whatever is named. */
static bool ignores_name(const struct sock *sk, const struct msghdr *msg)
{
	switch (sk->sk_type) {
	case SOCK_STREAM:
	case SOCK_DCCP:
		return true;
	case SOCK_SEQPACKET:
		return sk->sk_family == AF_UNIX || sk->sk_family == AF_VSOCK;
	case SOCK_DGRAM:
		/* Over IPv6, UDP takes no family for no name. */
		return sk->sk_family == AF_INET6 &&
		       (sk->sk_protocol == IPPROTO_UDP ||
			sk->sk_protocol == IPPROTO_UDPLITE) &&
		       name_family(msg->msg_name, msg->msg_namelen) ==
			       AF_UNSPEC;
	default:
		return false;
	}
}

bool snet_call_from_message(struct snet_call *call, struct socket *sock,
			    const struct msghdr *msg)
{
	const struct sock *sk = sock->sk;

	if (!msg->msg_name || msg->msg_namelen <= 0 || !sk)
		return false;
	*call = (struct snet_call) {
		.sock = sock,
		.syscall = SNET_SYSCALL_SENDMSG,
		.name = msg->msg_name,
		.name_len = msg->msg_namelen,
	};
	if (connects_by_naming(sk) || connects_fast(sk, msg)) {
		call->syscall = SNET_SYSCALL_CONNECT;
		return !snet_call_disconnects(call);
	}
	return !ignores_name(sk, msg);
}

/*
 * The internet protocols take an address without a family for one of the
 * socket's own; it is told so, or it would slip past whoever reads it.
 */
static void address_set(struct snet_address *address, const struct sock *sk,
			const void *name, int len)
{
	address->len = clamp_t(int, len, 0, sizeof(address->raw));
	memcpy(&address->raw, name, address->len);
	if (is_internet(sk) && address->len >= sizeof(sa_family_t) &&
	    address->raw.ss_family == AF_UNSPEC)
		address->raw.ss_family = sk->sk_family;
}

static void address_ask(struct snet_address *address, struct socket *sock)
{
	struct sockaddr *raw = (struct sockaddr *)&address->raw;
	int len = kernel_getsockname(sock, raw);

	address->len = clamp_t(int, len, 0, sizeof(address->raw));
}

void snet_what_gather(struct snet_what *what, const struct snet_call *call)
{
	const struct sock *sk = call->sock->sk;

	what->syscall = call->syscall;
	what->family = sk->sk_family;
	what->type = sk->sk_type;
	what->protocol = sk->sk_protocol;
	what->netns = sock_net(sk)->ns.inum;
	if (call->syscall == SNET_SYSCALL_BIND) {
		address_set(&what->local, sk, call->name, call->name_len);
		return;
	}
	address_ask(&what->local, call->sock);
	if (call->name)
		address_set(&what->remote, sk, call->name, call->name_len);
}
