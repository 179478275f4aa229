/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every bound of the module.  What a parameter can be set to is here; what it
 * is set to is in config.c.
 */
#ifndef _SNET_LIMITS_H
#define _SNET_LIMITS_H

/* Seconds that an event waits for its verdict. */
#define SNET_VERDICT_DELAY_MIN		1
#define SNET_VERDICT_DELAY_MAX		3600
#define SNET_VERDICT_DELAY_DEFAULT	30

/* Seconds after it was raised beyond which no event can be extended. */
#define SNET_MAX_DELAY_MIN		1
#define SNET_MAX_DELAY_MAX		86400
#define SNET_MAX_DELAY_DEFAULT		600

/*
 * Events held at one time; also the ENDED messages kept for an agent that
 * does not read.  One event is about 1 KiB with a usual path, 5 KiB at worst.
 */
#define SNET_MAX_PENDING_MIN		1
#define SNET_MAX_PENDING_MAX		16384
#define SNET_MAX_PENDING_DEFAULT	1024

/* Every held kind of call walks the subscriptions, so they are few. */
#define SNET_MAX_SUBSCRIPTIONS_MIN	1
#define SNET_MAX_SUBSCRIPTIONS_MAX	4096
#define SNET_MAX_SUBSCRIPTIONS_DEFAULT	256

/* Largest errno that a verdict can carry: 512 and above are the kernel's. */
#define SNET_ERRNO_MAX			511

/* Buckets of the table of events by id: 1 << this. */
#define SNET_HASH_BITS			10

/* How long until an agent whose socket was full is tried again. */
#define SNET_RETRY_MS			50

/* How late a deadline may be noticed. */
#define SNET_WAIT_SLACK_NS		1000000

/* Most entries that a sane kernel has for one LSM hook. */
#define SNET_HOOK_ENTRIES_MAX		64

/* Longest symbol or LSM name that is looked at. */
#define SNET_SYMBOL_MAX			256

#endif /* _SNET_LIMITS_H */
