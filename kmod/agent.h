/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one program that is registered to give verdicts. */
#ifndef _SNET_AGENT_H
#define _SNET_AGENT_H

#include <net/sock.h>

#include "common.h"

/**
 * struct snet_agent - the registered program
 * @sk: its socket, with a reference: so that its memory is not another
 *      socket's, though the socket may be closed
 * @portid: its address
 * @process: the thread group that registered, with a reference
 * @rcu: frees it after the last reader
 *
 * Nothing in it changes.  There is one or none; it is replaced under
 * snet_outbox_mutex and snet_table_lock, and read under either, or under RCU
 * (then only @portid and @process, as the reference to @sk is given back
 * without waiting for readers).
 */
struct snet_agent {
	struct sock *sk;
	u32 portid;
	struct pid *process;
	struct rcu_head rcu;
};

/* Under snet_outbox_mutex. */
const struct snet_agent *snet_agent_get(void);

/* Under snet_table_lock. */
bool snet_agent_present(void);

/* Is the calling thread the agent's own?  Takes no lock. */
bool snet_agent_is_current(void);

/* Does a message with this sender come from the agent's socket? */
bool snet_agent_is_sender(u32 portid);

/*
 * The calling process becomes the agent, reached by @sk; all that is pending
 * will be told to it.  Return: 0, -EBUSY or -ENOMEM.
 */
int snet_agent_register(struct sock *sk, u32 portid);

/* Return: 0, or -EPERM where @portid is not the agent's. */
int snet_agent_unregister(u32 portid);

int snet_agent_init(void);
void snet_agent_exit(void);

#endif /* _SNET_AGENT_H */
