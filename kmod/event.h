/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An event: one call of one thread, held until it is decided. */
#ifndef _SNET_EVENT_H
#define _SNET_EVENT_H

#include <linux/list.h>
#include <linux/refcount.h>
#include <linux/wait.h>

#include "call.h"
#include "common.h"
#include "who.h"

/**
 * enum snet_tell - what the agent knows of an event
 * @SNET_TELL_NOTHING: nothing, and no message is on its way
 * @SNET_TELL_EVENT_KEPT: EVENT waits in the outbox
 * @SNET_TELL_EVENT_LEAVING: EVENT is being put into the agent's socket
 * @SNET_TELL_TOLD: EVENT is in the agent's socket
 * @SNET_TELL_ENDED_KEPT: ENDED waits in the outbox
 * @SNET_TELL_ENDED_LEAVING: ENDED is being put into the agent's socket
 *
 * It only moves downwards, but for a message that did not fit (LEAVING back to
 * KEPT) and for the agent's going away (back to NOTHING).
 */
enum snet_tell {
	SNET_TELL_NOTHING,
	SNET_TELL_EVENT_KEPT,
	SNET_TELL_EVENT_LEAVING,
	SNET_TELL_TOLD,
	SNET_TELL_ENDED_KEPT,
	SNET_TELL_ENDED_LEAVING,
};

/**
 * struct snet_decision - how an event ended
 * @verdict: enum snet_verdict
 * @error: what the caller sees with SNET_DENY; 0 with SNET_ALLOW
 * @reason: enum snet_reason
 */
struct snet_decision {
	u16 verdict;
	u16 error;
	u16 reason;
};

/**
 * struct snet_event - one held call
 *
 * References: the held thread has one until it leaves the hook; the table has
 * one while the event is pending; the outbox has one while a message about it
 * is kept or leaving.  The last one to go frees it.
 *
 * @refs: how many
 * @id: unique since the module was loaded; set once, when it gets its seat
 * @raised: ktime_get_ns(); never changes
 * @what: never changes
 * @who: never changes
 * @wait: the held thread sleeps here, alone
 * @by_id: in the table's hash while it is pending; snet_table_lock
 * @pending: in the table's list while it is pending; snet_table_lock
 * @outbox: in the outbox's list while @tell is one of KEPT; snet_table_lock
 * @tell: snet_table_lock
 * @unsent: the present message was counted as UNSENT; snet_table_lock
 * @deadline: ktime_get_ns(); grows only; snet_table_lock
 * @over: decided.  Set once, under snet_table_lock, after @ended and
 *        @decision, which never change from then on: whoever has seen it with
 *        snet_event_is_over() may read those without the lock.
 * @ended: ktime_get_ns()
 * @decision: how
 */
struct snet_event {
	refcount_t refs;
	u64 id;
	u64 raised;
	struct snet_what what;
	struct snet_who who;
	wait_queue_head_t wait;

	struct hlist_node by_id;
	struct list_head pending;
	struct list_head outbox;
	enum snet_tell tell;
	bool unsent;
	u64 deadline;

	bool over;
	u64 ended;
	struct snet_decision decision;
};

static inline bool snet_event_is_over(const struct snet_event *event)
{
	return smp_load_acquire(&event->over);
}

/*
 * An event of the calling thread, with one reference.  May sleep.
 * Return: NULL where there is no memory.
 */
struct snet_event *snet_event_new(const struct snet_call *call, u64 raised);

static inline struct snet_event *snet_event_get(struct snet_event *event)
{
	refcount_inc(&event->refs);
	return event;
}

/* Does not sleep. */
void snet_event_put(struct snet_event *event);

/* In words, for the log. */
const char *snet_event_syscall_name(u16 syscall);
const char *snet_event_reason_name(u16 reason);

#endif /* _SNET_EVENT_H */
