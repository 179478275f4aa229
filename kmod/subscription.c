// SPDX-License-Identifier: GPL-2.0-or-later
#include "subscription.h"

#include <linux/mutex.h>
#include <linux/rculist.h>
#include <linux/slab.h>

#include "config.h"

static_assert(__SNET_SYSCALL_MAX <= 32, "snet_subscribed_syscalls is 32 bits");

/**
 * struct subscription - one that stands
 * @list: in subscriptions; RCU
 * @match: never changes
 * @rcu: frees it after the last reader
 */
struct subscription {
	struct list_head list;
	struct snet_match match;
	struct rcu_head rcu;
};

/* Writers hold the mutex, readers are under RCU. */
static DEFINE_MUTEX(subscriptions_mutex);
static LIST_HEAD(subscriptions);
static unsigned int subscriptions_count;
static unsigned int subscriptions_changes;

u32 snet_subscribed_syscalls;

static bool covers(const struct snet_match *match, u16 syscall, u16 family,
		   u16 protocol)
{
	if ((match->fields & SNET_MATCH_SYSCALL) && match->syscall != syscall)
		return false;
	if ((match->fields & SNET_MATCH_FAMILY) && match->family != family)
		return false;
	if ((match->fields & SNET_MATCH_PROTOCOL) &&
	    match->protocol != protocol)
		return false;
	return true;
}

bool snet_subscription_covers(u16 syscall, u16 family, u16 protocol)
{
	const struct subscription *sub;
	bool found = false;

	rcu_read_lock();
	list_for_each_entry_rcu(sub, &subscriptions, list) {
		found = covers(&sub->match, syscall, family, protocol);
		if (found)
			break;
	}
	rcu_read_unlock();
	return found;
}

static bool same(const struct snet_match *a, const struct snet_match *b)
{
	return a->fields == b->fields && a->syscall == b->syscall &&
	       a->family == b->family && a->protocol == b->protocol;
}

static struct subscription *find(const struct snet_match *match)
{
	struct subscription *sub;

	lockdep_assert_held(&subscriptions_mutex);
	list_for_each_entry(sub, &subscriptions, list)
		if (same(&sub->match, match))
			return sub;
	return NULL;
}

/* To be called after every change, before the mutex is released. */
static void changed(void)
{
	const struct subscription *sub;
	u32 mask = 0;

	lockdep_assert_held(&subscriptions_mutex);
	list_for_each_entry(sub, &subscriptions, list)
		mask |= (sub->match.fields & SNET_MATCH_SYSCALL) ?
			BIT(sub->match.syscall) :
			GENMASK(SNET_SYSCALL_MAX, 0);
	WRITE_ONCE(snet_subscribed_syscalls, mask);
	subscriptions_changes++;
}

static int insert(const struct snet_match *match)
{
	struct subscription *sub;

	lockdep_assert_held(&subscriptions_mutex);
	if (find(match))
		return -EEXIST;
	if (subscriptions_count >=
	    snet_config_get(SNET_CONFIG_MAX_SUBSCRIPTIONS))
		return -ENOSPC;
	sub = kzalloc(sizeof(*sub), GFP_KERNEL);
	if (!sub)
		return -ENOMEM;
	sub->match = *match;
	list_add_tail_rcu(&sub->list, &subscriptions);
	subscriptions_count++;
	changed();
	return 0;
}

int snet_subscription_insert(const struct snet_match *match)
{
	int err;

	mutex_lock(&subscriptions_mutex);
	err = insert(match);
	mutex_unlock(&subscriptions_mutex);
	return err;
}

static void take_out(struct subscription *sub)
{
	lockdep_assert_held(&subscriptions_mutex);
	list_del_rcu(&sub->list);
	subscriptions_count--;
	kfree_rcu(sub, rcu);
}

int snet_subscription_remove(const struct snet_match *match)
{
	struct subscription *sub;

	mutex_lock(&subscriptions_mutex);
	sub = find(match);
	if (sub) {
		take_out(sub);
		changed();
	}
	mutex_unlock(&subscriptions_mutex);
	return sub ? 0 : -ENOENT;
}

void snet_subscription_flush(void)
{
	struct subscription *sub, *next;

	mutex_lock(&subscriptions_mutex);
	list_for_each_entry_safe(sub, next, &subscriptions, list)
		take_out(sub);
	changed();
	mutex_unlock(&subscriptions_mutex);
}

unsigned int snet_subscription_walk(unsigned int skip,
				    int (*show)(const struct snet_match *match,
						void *data),
				    void *data, unsigned int *changes)
{
	const struct subscription *sub;
	unsigned int index = 0;

	mutex_lock(&subscriptions_mutex);
	*changes = subscriptions_changes;
	list_for_each_entry(sub, &subscriptions, list) {
		if (index >= skip && show(&sub->match, data))
			break;
		index++;
	}
	mutex_unlock(&subscriptions_mutex);
	return index;
}

void snet_subscription_exit(void)
{
	snet_subscription_flush();
}
