/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which calls the agent wants to be asked about. */
#ifndef _SNET_SUBSCRIPTION_H
#define _SNET_SUBSCRIPTION_H

#include "common.h"

/* A field that is not set in snet_match.fields is a wildcard. */
#define SNET_MATCH_SYSCALL	BIT(0)
#define SNET_MATCH_FAMILY	BIT(1)
#define SNET_MATCH_PROTOCOL	BIT(2)

/**
 * struct snet_match - the triple of a subscription
 * @fields: mask of SNET_MATCH_*
 * @syscall: enum snet_syscall; 0 where it is a wildcard
 * @family: AF_*; 0 where it is a wildcard
 * @protocol: 0 where it is a wildcard
 */
struct snet_match {
	u16 fields;
	u16 syscall;
	u16 family;
	u16 protocol;
};

/*
 * Bit per enum snet_syscall that some subscription covers.  What most calls
 * cost while nobody subscribed is one read of this.
 */
extern u32 snet_subscribed_syscalls;

static inline bool snet_subscribed(u16 syscall)
{
	return READ_ONCE(snet_subscribed_syscalls) & BIT(syscall);
}

/* Takes no lock and does not sleep. */
bool snet_subscription_covers(u16 syscall, u16 family, u16 protocol);

/* Return: 0, -EEXIST, -ENOSPC or -ENOMEM. */
int snet_subscription_insert(const struct snet_match *match);

/* Return: 0 or -ENOENT. */
int snet_subscription_remove(const struct snet_match *match);

void snet_subscription_flush(void);

/**
 * snet_subscription_walk - show the subscriptions one by one
 * @skip: how many to pass over
 * @show: called for each, under the list's mutex; non-zero ends the walk
 * @data: for @show
 * @changes: set to a number that differs after every change of the list
 *
 * Return: how many there are before the one at which @show ended the walk.
 */
unsigned int snet_subscription_walk(unsigned int skip,
				    int (*show)(const struct snet_match *match,
						void *data),
				    void *data, unsigned int *changes);

void snet_subscription_exit(void);

#endif /* _SNET_SUBSCRIPTION_H */
