// SPDX-License-Identifier: GPL-2.0-or-later
#include "message.h"

#include <net/genetlink.h>
#include <net/net_namespace.h>

#include "netlink.h"
#include "table.h"

#define PUT_U16(skb, attr, value)	nla_put_u16(skb, attr, value)
#define PUT_U32(skb, attr, value)	nla_put_u32(skb, attr, value)
#define PUT_U64(skb, attr, value) \
	nla_put_u64_64bit(skb, attr, value, SNET_A_PAD)

/* Most that the attributes of an event take, its path apart. */
static size_t event_size(const struct snet_event *event)
{
	const char *path = event->who.exe.path;

	return 5 * nla_total_size(sizeof(u16)) +
	       6 * nla_total_size(sizeof(u32)) +
	       12 * nla_total_size_64bit(sizeof(u64)) +
	       2 * nla_total_size(sizeof(struct sockaddr_storage)) +
	       nla_total_size(TASK_COMM_LEN) +
	       (path ? nla_total_size(strlen(path) + 1) : 0);
}

/* Most that the attributes of a decision take. */
static size_t decision_size(void)
{
	return 3 * nla_total_size(sizeof(u16)) +
	       2 * nla_total_size_64bit(sizeof(u64));
}

static int put_address(struct sk_buff *skb, int attr,
		       const struct snet_address *address)
{
	if (!address->len)
		return 0;
	return nla_put(skb, attr, address->len, &address->raw);
}

static int put_what(struct sk_buff *skb, const struct snet_what *what)
{
	if (PUT_U16(skb, SNET_A_SYSCALL, what->syscall) ||
	    PUT_U16(skb, SNET_A_FAMILY, what->family) ||
	    PUT_U16(skb, SNET_A_TYPE, what->type) ||
	    PUT_U16(skb, SNET_A_PROTOCOL, what->protocol) ||
	    PUT_U64(skb, SNET_A_NETNS, what->netns) ||
	    put_address(skb, SNET_A_LOCAL, &what->local) ||
	    put_address(skb, SNET_A_REMOTE, &what->remote))
		return -EMSGSIZE;
	return 0;
}

static int put_exe(struct sk_buff *skb, const struct snet_exe *exe)
{
	if (exe->path && nla_put_string(skb, SNET_A_EXE, exe->path))
		return -EMSGSIZE;
	if (!exe->known)
		return 0;
	if (PUT_U64(skb, SNET_A_EXE_DEV, exe->dev) ||
	    PUT_U64(skb, SNET_A_EXE_INO, exe->ino) ||
	    nla_put_s64(skb, SNET_A_EXE_CTIME, exe->ctime, SNET_A_PAD))
		return -EMSGSIZE;
	return 0;
}

static int put_who(struct sk_buff *skb, const struct snet_who *who)
{
	if (PUT_U32(skb, SNET_A_PID, who->pid) ||
	    PUT_U32(skb, SNET_A_TID, who->tid) ||
	    PUT_U32(skb, SNET_A_PPID, who->ppid) ||
	    PUT_U32(skb, SNET_A_UID, who->uid) ||
	    PUT_U32(skb, SNET_A_GID, who->gid) ||
	    PUT_U64(skb, SNET_A_START_TIME, who->start_time) ||
	    PUT_U64(skb, SNET_A_CGROUP, who->cgroup) ||
	    nla_put_string(skb, SNET_A_COMM, who->comm))
		return -EMSGSIZE;
	if (who->mntns && PUT_U64(skb, SNET_A_MNTNS, who->mntns))
		return -EMSGSIZE;
	return put_exe(skb, &who->exe);
}

int snet_message_fill_event(struct sk_buff *skb,
			    const struct snet_event *event, u64 deadline)
{
	if (PUT_U64(skb, SNET_A_ID, event->id) ||
	    PUT_U64(skb, SNET_A_RAISED, event->raised) ||
	    PUT_U64(skb, SNET_A_DEADLINE, deadline) ||
	    put_what(skb, &event->what) || put_who(skb, &event->who))
		return -EMSGSIZE;
	return 0;
}

/* The event is over. */
static int put_decision(struct sk_buff *skb, const struct snet_event *event)
{
	const struct snet_decision *decision = &event->decision;

	if (PUT_U16(skb, SNET_A_VERDICT, decision->verdict) ||
	    PUT_U16(skb, SNET_A_REASON, decision->reason) ||
	    PUT_U64(skb, SNET_A_HELD, event->ended - event->raised))
		return -EMSGSIZE;
	if (decision->verdict == SNET_DENY &&
	    PUT_U16(skb, SNET_A_ERRNO, decision->error))
		return -EMSGSIZE;
	return 0;
}

/* Ends a message; @err is what filling it gave. */
static struct sk_buff *finish(struct sk_buff *skb, void *head, int err)
{
	if (WARN_ON_ONCE(err)) {
		nlmsg_free(skb);
		return NULL;
	}
	genlmsg_end(skb, head);
	return skb;
}

static struct sk_buff *start(size_t size, u8 command, void **head)
{
	struct sk_buff *skb = genlmsg_new(size, GFP_KERNEL);

	if (!skb)
		return NULL;
	*head = genlmsg_put(skb, 0, 0, &snet_netlink_family, 0, command);
	if (WARN_ON_ONCE(!*head)) {
		nlmsg_free(skb);
		return NULL;
	}
	return skb;
}

struct sk_buff *snet_message_event(struct snet_event *event)
{
	struct sk_buff *skb;
	void *head;

	skb = start(event_size(event), SNET_C_EVENT, &head);
	if (!skb)
		return NULL;
	return finish(skb, head,
		      snet_message_fill_event(skb, event,
					      snet_table_deadline(event)));
}

struct sk_buff *snet_message_ended(const struct snet_event *event)
{
	struct sk_buff *skb;
	void *head;
	int err;

	skb = start(decision_size(), SNET_C_ENDED, &head);
	if (!skb)
		return NULL;
	err = PUT_U64(skb, SNET_A_ID, event->id);
	if (!err)
		err = put_decision(skb, event);
	return finish(skb, head, err);
}

bool snet_message_observed(void)
{
	return SNET_HAVE_DECISIONS &&
	       genl_has_listeners(&snet_netlink_family, &init_net,
				  SNET_NETLINK_DECISIONS);
}

void snet_message_decision(struct snet_event *event)
{
	struct sk_buff *skb;
	void *head;
	int err;

	if (!snet_message_observed())
		return;
	skb = start(event_size(event) + decision_size(), SNET_C_DECISION,
		    &head);
	if (!skb)
		return;
	err = snet_message_fill_event(skb, event, snet_table_deadline(event));
	if (!err)
		err = put_decision(skb, event);
	skb = finish(skb, head, err);
	if (skb)
		genlmsg_multicast(&snet_netlink_family, skb, 0,
				  SNET_NETLINK_DECISIONS, GFP_KERNEL);
}
