/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The table of pending events, and the counters.
 *
 * One spinlock stands over all that decides: which events are pending, how
 * each one ended, what the agent was told, who the agent is, and the counters.
 * So an event has exactly one decision, and the counters add up whenever they
 * are read.
 */
#ifndef _SNET_TABLE_H
#define _SNET_TABLE_H

#include <linux/spinlock.h>

#include "common.h"
#include "event.h"

/**
 * struct snet_counters - what STATS tells
 *
 * raised == pending + the sum of ended[], and
 * allowed + denied == the sum of ended[], whenever the lock is free.
 *
 * @raised: calls that a subscription covered
 * @pending: seats taken in the table
 * @ended: by enum snet_reason
 * @allowed: ended with SNET_ALLOW
 * @denied: ended with SNET_DENY
 * @unsent: messages that did not fit the agent's socket and were kept
 * @lost: ENDED messages given up on
 * @agents: registrations
 */
struct snet_counters {
	u64 raised;
	u64 pending;
	u64 ended[__SNET_REASON_MAX];
	u64 allowed;
	u64 denied;
	u64 unsent;
	u64 lost;
	u64 agents;
};

/* Process context only.  Nothing sleeps under it. */
extern spinlock_t snet_table_lock;

/* Under snet_table_lock. */
extern struct snet_counters snet_counters;

/**
 * snet_table_admit - count a call as raised, and take a seat for it
 * @decision: set where there is no seat: the policy's, and why
 *
 * Return: true where the call has a seat, which must then be given to an
 * event by snet_table_seat() or back by snet_table_vacate().
 */
bool snet_table_admit(struct snet_decision *decision);

/*
 * Put an event onto a seat: from here on it has an id, and can be told of and
 * decided.  It may be over already when this returns (the module goes).
 */
void snet_table_seat(struct snet_event *event);

/* There was no memory for an event: OVERFLOW. */
void snet_table_vacate(struct snet_decision *decision);

/* An id for an event that ended without a seat. */
u64 snet_table_new_id(void);

/*
 * The waiting thread gives up: policy, if the deadline has passed at @now.
 * Return: true where the event is over, by this or by something else.
 */
bool snet_table_expire(struct snet_event *event, u64 now);

/* A signal came.  The event is over when this returns. */
void snet_table_cancel(struct snet_event *event);

/*
 * The agent's answer to one event.
 * Return: 0, or -ENOENT where it was not told of such an event, or it ended.
 */
int snet_table_answer(u64 id, const struct snet_decision *decision);

/*
 * More time, counted from now.
 * Return: 0 with the @deadline that holds, or -ENOENT as for answer.
 */
int snet_table_extend(u64 id, u32 seconds, u64 *deadline);

u64 snet_table_deadline(struct snet_event *event);

/**
 * snet_table_walk_told - show the pending events that the agent was told of
 * @after: pass over ids up to this
 * @show: called under snet_table_lock; non-zero ends the walk
 * @data: for @show
 *
 * Return: the id of the last one that was shown without ending the walk.
 */
u64 snet_table_walk_told(u64 after,
			 int (*show)(struct snet_event *event, void *data),
			 void *data);

void snet_table_read_counters(struct snet_counters *counters);

/* Under the lock: every pending event is to be told (a new agent). */
void snet_table_tell_all(void);

/* Under the lock: nobody knows of any pending event (the agent went). */
void snet_table_forget_told(void);

/*
 * End all that is pending by policy, and from now on whatever is raised, as
 * the module goes.
 */
void snet_table_close(void);

#endif /* _SNET_TABLE_H */
