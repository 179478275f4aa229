/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a thread is about to do, where from and where to. */
#ifndef _SNET_CALL_H
#define _SNET_CALL_H

#include <linux/net.h>
#include <linux/socket.h>

#include "common.h"

/**
 * struct snet_call - a call as a hook sees it; lives on the hook's stack
 * @sock: the socket; the caller's descriptor keeps it
 * @syscall: enum snet_syscall
 * @name: address that the call carries, in kernel memory (so it cannot change
 *        after it was looked at), or NULL
 * @name_len: its length, as the program gave it; 0 where there is none
 */
struct snet_call {
	struct socket *sock;
	u16 syscall;
	const void *name;
	int name_len;
};

/**
 * struct snet_address - a socket address
 * @len: 0 where there is none
 * @raw: @len bytes, the rest is zero
 */
struct snet_address {
	unsigned int len;
	struct sockaddr_storage raw;
};

/**
 * struct snet_what - the part of an event that tells the call
 * @syscall: enum snet_syscall
 * @family: of the socket
 * @type: SOCK_*
 * @protocol: of the socket
 * @netns: inode number of the socket's namespace
 * @local: where from
 * @remote: where to
 */
struct snet_what {
	u16 syscall;
	u16 family;
	u16 type;
	u16 protocol;
	u64 netns;
	struct snet_address local;
	struct snet_address remote;
};

/*
 * Does the connect dissolve an association instead of making one?  All
 * families that accept AF_UNSPEC there do so, none connects with it.
 */
bool snet_call_disconnects(const struct snet_call *call);

/**
 * snet_call_from_message - what a send amounts to
 * @call: to be filled
 * @sock: the socket
 * @msg: the message
 *
 * Return: false where the send names no peer (or a name that the protocol
 * ignores); true with @call as a CONNECT where it connects by sending, and as
 * a SENDMSG else.
 */
bool snet_call_from_message(struct snet_call *call, struct socket *sock,
			    const struct msghdr *msg);

/* May sleep: it asks the socket for its local address. */
void snet_what_gather(struct snet_what *what, const struct snet_call *call);

#endif /* _SNET_CALL_H */
