// SPDX-License-Identifier: GPL-2.0-or-later
#include "hold.h"

#include <linux/atomic.h>
#include <linux/freezer.h>
#include <linux/hrtimer.h>
#include <linux/ktime.h>
#include <linux/printk.h>
#include <linux/rcupdate.h>
#include <linux/sched/signal.h>
#include <linux/wait.h>

#include "config.h"
#include "event.h"
#include "message.h"
#include "outbox.h"
#include "table.h"

/*
 * Threads between snet_hold()'s beginning and end.  Those that are in the few
 * instructions around have not slept since the hook was entered, or will not
 * before it is left; synchronize_rcu_tasks() waits for them.
 */
static atomic_t threads_inside = ATOMIC_INIT(0);
static DECLARE_WAIT_QUEUE_HEAD(all_left);

static void enter(void)
{
	atomic_inc(&threads_inside);
}

static void leave(void)
{
	if (atomic_dec_and_test(&threads_inside))
		wake_up(&all_left);
}

static bool debugging(void)
{
	return snet_config_get(SNET_CONFIG_DEBUG);
}

static void log_raised(const struct snet_event *event)
{
	const struct snet_what *what = &event->what;

	if (debugging())
		pr_info_ratelimited("event %llu: %s family %u type %u protocol %u pid %u [%*pE]\n",
				    event->id,
				    snet_event_syscall_name(what->syscall),
				    what->family, what->type, what->protocol,
				    event->who.pid,
				    (int)strlen(event->who.comm),
				    event->who.comm);
}

static void log_ended(const struct snet_event *event)
{
	const struct snet_decision *decision = &event->decision;

	if (debugging())
		pr_info_ratelimited("event %llu: %s (%s), errno %u, after %llu us\n",
				    event->id,
				    decision->verdict == SNET_ALLOW ?
					    "allow" : "deny",
				    snet_event_reason_name(decision->reason),
				    decision->error,
				    (event->ended - event->raised) /
					    NSEC_PER_USEC);
}

static int answer_of(const struct snet_decision *decision)
{
	if (decision->reason == SNET_REASON_CANCELLED)
		return -ERESTARTSYS;
	return decision->verdict == SNET_ALLOW ? 0 : -decision->error;
}

/*
 * Sleeps until something may have happened.  The state is set before the
 * event is looked at, so a decision in between is not slept over.
 */
static void sleep_once(struct snet_event *event)
{
	ktime_t deadline = ns_to_ktime(snet_table_deadline(event));
	DEFINE_WAIT(entry);

	prepare_to_wait(&event->wait, &entry,
			TASK_INTERRUPTIBLE | TASK_FREEZABLE);
	if (!snet_event_is_over(event) && !signal_pending(current))
		schedule_hrtimeout_range(&deadline, SNET_WAIT_SLACK_NS,
					 HRTIMER_MODE_ABS);
	finish_wait(&event->wait, &entry);
}

/* The event is over when this returns. */
static void wait_for_decision(struct snet_event *event)
{
	while (!snet_event_is_over(event)) {
		sleep_once(event);
		if (snet_event_is_over(event))
			break;
		if (signal_pending(current)) {
			snet_table_cancel(event);
			break;
		}
		/* Not so where it was extended meanwhile. */
		if (snet_table_expire(event, ktime_get_ns()))
			break;
	}
}

static int hold_seated(struct snet_event *event)
{
	snet_table_seat(event);
	log_raised(event);
	snet_outbox_drain();
	wait_for_decision(event);
	/* In most cases the agent's own VERDICT has sent ENDED. */
	if (event->decision.reason != SNET_REASON_VERDICT)
		snet_outbox_drain();
	log_ended(event);
	snet_message_decision(event);
	return answer_of(&event->decision);
}

/*
 * Nobody was asked.  There is an event only for those who look on, or for the
 * log; where there is no memory for it, the decision stands all the same.
 */
static void show_unasked(const struct snet_call *call, u64 raised,
			 const struct snet_decision *decision)
{
	struct snet_event *event;

	if (!snet_message_observed() && !debugging())
		return;
	event = snet_event_new(call, raised);
	if (!event)
		return;
	event->id = snet_table_new_id();
	event->deadline = raised;
	event->ended = ktime_get_ns();
	event->decision = *decision;
	event->over = true;
	log_raised(event);
	log_ended(event);
	snet_message_decision(event);
	snet_event_put(event);
}

static u64 first_deadline(u64 raised)
{
	return raised + snet_config_get(SNET_CONFIG_VERDICT_DELAY) *
			(u64)NSEC_PER_SEC;
}

static int hold(const struct snet_call *call)
{
	struct snet_decision decision;
	u64 raised = ktime_get_ns();
	struct snet_event *event;
	int answer;

	if (!snet_table_admit(&decision)) {
		/* The module goes: nothing that sleeps any more. */
		if (decision.reason != SNET_REASON_UNLOAD)
			show_unasked(call, raised, &decision);
		return answer_of(&decision);
	}
	event = snet_event_new(call, raised);
	if (!event) {
		snet_table_vacate(&decision);
		return answer_of(&decision);
	}
	event->deadline = first_deadline(raised);
	answer = hold_seated(event);
	snet_event_put(event);
	return answer;
}

int snet_hold(const struct snet_call *call)
{
	int answer;

	enter();
	answer = hold(call);
	leave();
	return answer;
}

/*
 * snet_attach_exit() has waited for those on the way in, so all are counted.
 * A thread that was counted late finds the table closed and does not sleep.
 * When the count is nought, some may still be on their last instructions.
 */
void snet_hold_exit(void)
{
	snet_table_close();
	wait_event(all_left, !atomic_read(&threads_inside));
	synchronize_rcu_tasks();
	synchronize_rcu();
	snet_outbox_drain();
}
