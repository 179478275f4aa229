// SPDX-License-Identifier: GPL-2.0-or-later
#include "outbox.h"

#include <linux/jiffies.h>
#include <linux/workqueue.h>
#include <net/genetlink.h>
#include <net/net_namespace.h>

#include "agent.h"
#include "config.h"
#include "message.h"
#include "table.h"

DEFINE_MUTEX(snet_outbox_mutex);

/* Both under snet_table_lock. */
static LIST_HEAD(line);
static unsigned int endings_in_line;

static void drain_work(struct work_struct *work)
{
	snet_outbox_drain();
}

static DECLARE_DELAYED_WORK(retry, drain_work);

void snet_outbox_raised(struct snet_event *event)
{
	lockdep_assert_held(&snet_table_lock);
	event->tell = SNET_TELL_EVENT_KEPT;
	event->unsent = false;
	list_add_tail(&snet_event_get(event)->outbox, &line);
}

/* Takes no reference: the caller's becomes the line's. */
static void line_up_ending(struct snet_event *event)
{
	lockdep_assert_held(&snet_table_lock);
	if (endings_in_line >= snet_config_get(SNET_CONFIG_MAX_PENDING)) {
		snet_counters.lost++;
		event->tell = SNET_TELL_NOTHING;
		snet_event_put(event);
		return;
	}
	event->tell = SNET_TELL_ENDED_KEPT;
	event->unsent = false;
	list_add_tail(&event->outbox, &line);
	endings_in_line++;
}

/* Gives back the line's reference. */
static void leave_line(struct snet_event *event)
{
	lockdep_assert_held(&snet_table_lock);
	if (event->tell == SNET_TELL_ENDED_KEPT)
		endings_in_line--;
	event->tell = SNET_TELL_NOTHING;
	list_del_init(&event->outbox);
	snet_event_put(event);
}

void snet_outbox_ended(struct snet_event *event)
{
	lockdep_assert_held(&snet_table_lock);
	switch (event->tell) {
	case SNET_TELL_EVENT_KEPT:
		leave_line(event);
		break;
	case SNET_TELL_TOLD:
		line_up_ending(snet_event_get(event));
		break;
	default:
		/* EVENT is leaving: has_left() sees that it is over. */
		break;
	}
}

void snet_outbox_forget(void)
{
	struct snet_event *event, *next;

	lockdep_assert_held(&snet_outbox_mutex);
	lockdep_assert_held(&snet_table_lock);
	list_for_each_entry_safe(event, next, &line, outbox)
		leave_line(event);
}

/* The first in line, with the line's reference, or NULL. */
static struct snet_event *next_to_leave(void)
{
	struct snet_event *event;

	lockdep_assert_held(&snet_outbox_mutex);
	spin_lock(&snet_table_lock);
	event = list_first_entry_or_null(&line, struct snet_event, outbox);
	if (event) {
		list_del_init(&event->outbox);
		if (event->tell == SNET_TELL_ENDED_KEPT) {
			event->tell = SNET_TELL_ENDED_LEAVING;
			endings_in_line--;
		} else {
			event->tell = SNET_TELL_EVENT_LEAVING;
		}
	}
	spin_unlock(&snet_table_lock);
	return event;
}

static void has_left(struct snet_event *event)
{
	lockdep_assert_held(&snet_table_lock);
	if (event->tell == SNET_TELL_EVENT_LEAVING && event->over) {
		line_up_ending(event);
		return;
	}
	event->tell = event->tell == SNET_TELL_EVENT_LEAVING ?
		      SNET_TELL_TOLD : SNET_TELL_NOTHING;
	snet_event_put(event);
}

static void has_not_left(struct snet_event *event)
{
	lockdep_assert_held(&snet_table_lock);
	if (event->tell == SNET_TELL_EVENT_LEAVING && event->over) {
		event->tell = SNET_TELL_NOTHING;
		snet_event_put(event);
		return;
	}
	if (!event->unsent)
		snet_counters.unsent++;
	event->unsent = true;
	if (event->tell == SNET_TELL_ENDED_LEAVING) {
		event->tell = SNET_TELL_ENDED_KEPT;
		endings_in_line++;
	} else {
		event->tell = SNET_TELL_EVENT_KEPT;
	}
	list_add(&event->outbox, &line);
}

/*
 * Would it fit?  Trying and failing would make the agent's next read fail
 * with ENOBUFS, and block its socket until it has read everything.  Half of
 * the socket is left to the answers to the agent's own commands, for which
 * netlink makes no such check.
 */
static bool fits(const struct sock *sk, const struct sk_buff *skb)
{
	unsigned int used = atomic_read(&sk->sk_rmem_alloc);

	return !used || used + skb->truesize <= READ_ONCE(sk->sk_rcvbuf) / 2;
}

static int say(const struct snet_agent *agent, struct snet_event *event)
{
	struct sk_buff *skb;

	lockdep_assert_held(&snet_outbox_mutex);
	if (sock_flag(agent->sk, SOCK_DEAD))
		return -ECONNREFUSED;
	skb = event->tell == SNET_TELL_ENDED_LEAVING ?
	      snet_message_ended(event) : snet_message_event(event);
	if (!skb)
		return -ENOMEM;
	if (!fits(agent->sk, skb)) {
		kfree_skb(skb);
		return -EAGAIN;
	}
	return genlmsg_unicast(&init_net, skb, agent->portid);
}

/* Return: 0 where something was sent, -ENOENT where there is nothing. */
static int drain_one(const struct snet_agent *agent)
{
	struct snet_event *event = next_to_leave();
	int err;

	if (!event)
		return -ENOENT;
	err = say(agent, event);
	spin_lock(&snet_table_lock);
	if (err)
		has_not_left(event);
	else
		has_left(event);
	spin_unlock(&snet_table_lock);
	return err;
}

void snet_outbox_drain(void)
{
	const struct snet_agent *agent;
	int err = -ENOENT;

	mutex_lock(&snet_outbox_mutex);
	agent = snet_agent_get();
	while (agent) {
		err = drain_one(agent);
		if (err)
			break;
	}
	mutex_unlock(&snet_outbox_mutex);
	/* A dead socket is soon heard of, and then all is forgotten. */
	if (err != -ENOENT && err != -ECONNREFUSED)
		schedule_delayed_work(&retry, msecs_to_jiffies(SNET_RETRY_MS));
}

void snet_outbox_kick(void)
{
	cancel_delayed_work(&retry);
	schedule_delayed_work(&retry, 0);
}

static void give_up(void)
{
	mutex_lock(&snet_outbox_mutex);
	spin_lock(&snet_table_lock);
	snet_counters.lost += endings_in_line;
	snet_outbox_forget();
	spin_unlock(&snet_table_lock);
	mutex_unlock(&snet_outbox_mutex);
}

void snet_outbox_exit(void)
{
	give_up();
	cancel_delayed_work_sync(&retry);
}
