// SPDX-License-Identifier: GPL-2.0-or-later
#include "agent.h"

#include <linux/netlink.h>
#include <linux/notifier.h>
#include <linux/pid.h>
#include <linux/slab.h>
#include <net/net_namespace.h>

#include "outbox.h"
#include "table.h"

static struct snet_agent __rcu *agent;

const struct snet_agent *snet_agent_get(void)
{
	return rcu_dereference_protected(agent,
					 lockdep_is_held(&snet_outbox_mutex));
}

bool snet_agent_present(void)
{
	lockdep_assert_held(&snet_table_lock);
	return rcu_access_pointer(agent);
}

bool snet_agent_is_current(void)
{
	const struct snet_agent *a;
	bool is;

	rcu_read_lock();
	a = rcu_dereference(agent);
	is = a && a->process == task_tgid(current);
	rcu_read_unlock();
	return is;
}

bool snet_agent_is_sender(u32 portid)
{
	const struct snet_agent *a;
	bool is;

	rcu_read_lock();
	a = rcu_dereference(agent);
	is = a && a->portid == portid;
	rcu_read_unlock();
	return is;
}

/* Not under a lock: the last reference to a socket may run its destructor. */
static void free_now(struct snet_agent *a)
{
	sock_put(a->sk);
	put_pid(a->process);
	kfree(a);
}

static void free_rcu(struct rcu_head *rcu)
{
	struct snet_agent *a = container_of(rcu, struct snet_agent, rcu);

	put_pid(a->process);
	kfree(a);
}

static struct snet_agent *make(struct sock *sk, u32 portid)
{
	struct snet_agent *a = kzalloc(sizeof(*a), GFP_KERNEL);

	if (!a)
		return NULL;
	sock_hold(sk);
	a->sk = sk;
	a->portid = portid;
	a->process = get_pid(task_tgid(current));
	return a;
}

/* Return: false where there is an agent already. */
static bool install(struct snet_agent *a)
{
	bool done = false;

	lockdep_assert_held(&snet_outbox_mutex);
	spin_lock(&snet_table_lock);
	if (!snet_agent_present()) {
		rcu_assign_pointer(agent, a);
		snet_counters.agents++;
		snet_table_tell_all();
		done = true;
	}
	spin_unlock(&snet_table_lock);
	return done;
}

int snet_agent_register(struct sock *sk, u32 portid)
{
	struct snet_agent *a = make(sk, portid);
	bool done;

	if (!a)
		return -ENOMEM;
	mutex_lock(&snet_outbox_mutex);
	done = install(a);
	mutex_unlock(&snet_outbox_mutex);
	if (!done) {
		free_now(a);
		return -EBUSY;
	}
	snet_outbox_kick();
	return 0;
}

/*
 * What is pending stays, untold, until its deadline or the next agent.  What
 * waited to be said to this agent is forgotten.
 */
static void uninstall(void)
{
	lockdep_assert_held(&snet_outbox_mutex);
	spin_lock(&snet_table_lock);
	RCU_INIT_POINTER(agent, NULL);
	snet_outbox_forget();
	snet_table_forget_told();
	spin_unlock(&snet_table_lock);
}

/*
 * A closed socket's address is free for another socket before we hear of its
 * end, so where @closed is set, the agent goes only if its own socket is dead.
 */
static bool drop(u32 portid, bool closed)
{
	struct snet_agent *a;

	mutex_lock(&snet_outbox_mutex);
	a = rcu_dereference_protected(agent,
				      lockdep_is_held(&snet_outbox_mutex));
	if (a && (a->portid != portid ||
		  (closed && !sock_flag(a->sk, SOCK_DEAD))))
		a = NULL;
	if (a)
		uninstall();
	mutex_unlock(&snet_outbox_mutex);
	if (!a)
		return false;
	sock_put(a->sk);
	call_rcu(&a->rcu, free_rcu);
	return true;
}

int snet_agent_unregister(u32 portid)
{
	return drop(portid, false) ? 0 : -EPERM;
}

static int on_release(struct notifier_block *block, unsigned long action,
		      void *data)
{
	const struct netlink_notify *notify = data;

	if (action == NETLINK_URELEASE &&
	    notify->protocol == NETLINK_GENERIC &&
	    net_eq(notify->net, &init_net) &&
	    snet_agent_is_sender(notify->portid))
		drop(notify->portid, true);
	return NOTIFY_DONE;
}

static struct notifier_block release_notifier = {
	.notifier_call = on_release,
};

int __init snet_agent_init(void)
{
	return netlink_register_notifier(&release_notifier);
}

/* Nothing can register any more when this is called. */
void snet_agent_exit(void)
{
	const struct snet_agent *a;

	netlink_unregister_notifier(&release_notifier);
	a = rcu_access_pointer(agent);
	if (a)
		drop(a->portid, false);
	rcu_barrier();
}
