// SPDX-License-Identifier: GPL-2.0-or-later
#include "table.h"

#include <linux/hashtable.h>
#include <linux/ktime.h>

#include "agent.h"
#include "config.h"
#include "outbox.h"

DEFINE_SPINLOCK(snet_table_lock);

struct snet_counters snet_counters;

/* All under snet_table_lock.  The list is in the order of ids. */
static DEFINE_HASHTABLE(events_by_id, SNET_HASH_BITS);
static LIST_HEAD(events);
static u64 last_id;
static bool closed;

static void decide_by_policy(struct snet_decision *decision, u16 reason)
{
	decision->verdict = snet_config_get(SNET_CONFIG_VERDICT_POLICY);
	decision->error = decision->verdict == SNET_DENY ? EPERM : 0;
	decision->reason = reason;
}

static void count_ending(const struct snet_decision *decision)
{
	lockdep_assert_held(&snet_table_lock);
	snet_counters.ended[decision->reason]++;
	if (decision->verdict == SNET_ALLOW)
		snet_counters.allowed++;
	else
		snet_counters.denied++;
}

/*
 * The one place where an event is decided.  Whoever comes first with the lock
 * in hand wins; for the others it is over.  Return: true for the winner.
 */
static bool end(struct snet_event *event, const struct snet_decision *decision)
{
	lockdep_assert_held(&snet_table_lock);
	if (event->over)
		return false;
	event->decision = *decision;
	event->ended = ktime_get_ns();
	/* Pairs with snet_event_is_over(): the above is seen with it. */
	smp_store_release(&event->over, true);
	count_ending(decision);
	snet_counters.pending--;
	snet_outbox_ended(event);
	hash_del(&event->by_id);
	list_del_init(&event->pending);
	wake_up(&event->wait);
	snet_event_put(event);
	return true;
}

static void end_by_policy(struct snet_event *event, u16 reason)
{
	struct snet_decision decision;

	decide_by_policy(&decision, reason);
	end(event, &decision);
}

/* Return: why a call that is raised now cannot be held, or 0. */
static u16 reason_to_refuse(void)
{
	lockdep_assert_held(&snet_table_lock);
	if (closed)
		return SNET_REASON_UNLOAD;
	if (!snet_agent_present())
		return SNET_REASON_NO_AGENT;
	if (snet_counters.pending >= snet_config_get(SNET_CONFIG_MAX_PENDING))
		return SNET_REASON_OVERFLOW;
	return 0;
}

bool snet_table_admit(struct snet_decision *decision)
{
	u16 reason;

	spin_lock(&snet_table_lock);
	snet_counters.raised++;
	reason = reason_to_refuse();
	if (reason) {
		decide_by_policy(decision, reason);
		count_ending(decision);
	} else {
		snet_counters.pending++;
	}
	spin_unlock(&snet_table_lock);
	return !reason;
}

void snet_table_seat(struct snet_event *event)
{
	spin_lock(&snet_table_lock);
	event->id = ++last_id;
	hash_add(events_by_id, &event->by_id, event->id);
	list_add_tail(&snet_event_get(event)->pending, &events);
	if (closed)
		end_by_policy(event, SNET_REASON_UNLOAD);
	else if (snet_agent_present())
		snet_outbox_raised(event);
	spin_unlock(&snet_table_lock);
}

void snet_table_vacate(struct snet_decision *decision)
{
	decide_by_policy(decision, SNET_REASON_OVERFLOW);
	spin_lock(&snet_table_lock);
	snet_counters.pending--;
	count_ending(decision);
	spin_unlock(&snet_table_lock);
}

u64 snet_table_new_id(void)
{
	u64 id;

	spin_lock(&snet_table_lock);
	id = ++last_id;
	spin_unlock(&snet_table_lock);
	return id;
}

bool snet_table_expire(struct snet_event *event, u64 now)
{
	bool over;

	spin_lock(&snet_table_lock);
	if (now >= event->deadline)
		end_by_policy(event, SNET_REASON_TIMEOUT);
	over = event->over;
	spin_unlock(&snet_table_lock);
	return over;
}

void snet_table_cancel(struct snet_event *event)
{
	static const struct snet_decision cancelled = {
		.verdict = SNET_DENY,
		.error = EINTR,
		.reason = SNET_REASON_CANCELLED,
	};

	spin_lock(&snet_table_lock);
	end(event, &cancelled);
	spin_unlock(&snet_table_lock);
}

/*
 * What the agent may speak of: pending, and told (or just being told: it can
 * be quicker with its answer than we with our notes).
 */
static bool is_told(const struct snet_event *event)
{
	lockdep_assert_held(&snet_table_lock);
	return event->tell == SNET_TELL_TOLD ||
	       event->tell == SNET_TELL_EVENT_LEAVING;
}

static struct snet_event *find_told(u64 id)
{
	struct snet_event *event;

	lockdep_assert_held(&snet_table_lock);
	hash_for_each_possible(events_by_id, event, by_id, id)
		if (event->id == id)
			return is_told(event) ? event : NULL;
	return NULL;
}

int snet_table_answer(u64 id, const struct snet_decision *decision)
{
	struct snet_event *event;

	spin_lock(&snet_table_lock);
	event = find_told(id);
	if (event)
		end(event, decision);
	spin_unlock(&snet_table_lock);
	return event ? 0 : -ENOENT;
}

static u64 extended(const struct snet_event *event, u32 seconds)
{
	u64 bound = event->raised +
		    snet_config_get(SNET_CONFIG_MAX_DELAY) * (u64)NSEC_PER_SEC;
	u64 wanted = ktime_get_ns() + seconds * (u64)NSEC_PER_SEC;

	return max(event->deadline, min(wanted, bound));
}

int snet_table_extend(u64 id, u32 seconds, u64 *deadline)
{
	struct snet_event *event;

	spin_lock(&snet_table_lock);
	event = find_told(id);
	if (event) {
		event->deadline = extended(event, seconds);
		*deadline = event->deadline;
	}
	spin_unlock(&snet_table_lock);
	return event ? 0 : -ENOENT;
}

u64 snet_table_deadline(struct snet_event *event)
{
	u64 deadline;

	spin_lock(&snet_table_lock);
	deadline = event->deadline;
	spin_unlock(&snet_table_lock);
	return deadline;
}

u64 snet_table_walk_told(u64 after,
			 int (*show)(struct snet_event *event, void *data),
			 void *data)
{
	struct snet_event *event;

	spin_lock(&snet_table_lock);
	list_for_each_entry(event, &events, pending) {
		if (event->id <= after || !is_told(event))
			continue;
		if (show(event, data))
			break;
		after = event->id;
	}
	spin_unlock(&snet_table_lock);
	return after;
}

void snet_table_read_counters(struct snet_counters *counters)
{
	spin_lock(&snet_table_lock);
	*counters = snet_counters;
	spin_unlock(&snet_table_lock);
}

void snet_table_tell_all(void)
{
	struct snet_event *event;

	lockdep_assert_held(&snet_table_lock);
	list_for_each_entry(event, &events, pending)
		snet_outbox_raised(event);
}

void snet_table_forget_told(void)
{
	struct snet_event *event;

	lockdep_assert_held(&snet_table_lock);
	list_for_each_entry(event, &events, pending)
		event->tell = SNET_TELL_NOTHING;
}

void snet_table_close(void)
{
	struct snet_event *event, *next;

	spin_lock(&snet_table_lock);
	closed = true;
	list_for_each_entry_safe(event, next, &events, pending)
		end_by_policy(event, SNET_REASON_UNLOAD);
	spin_unlock(&snet_table_lock);
}
