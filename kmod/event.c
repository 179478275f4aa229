// SPDX-License-Identifier: GPL-2.0-or-later
#include "event.h"

#include <linux/slab.h>

static const char *const syscall_names[] = {
	[SNET_SYSCALL_CREATE] = "create",
	[SNET_SYSCALL_BIND] = "bind",
	[SNET_SYSCALL_CONNECT] = "connect",
	[SNET_SYSCALL_LISTEN] = "listen",
	[SNET_SYSCALL_ACCEPT] = "accept",
	[SNET_SYSCALL_SENDMSG] = "sendmsg",
	[SNET_SYSCALL_RECVMSG] = "recvmsg",
};
static_assert(ARRAY_SIZE(syscall_names) == __SNET_SYSCALL_MAX);

static const char *const reason_names[] = {
	[0] = "?",
	[SNET_REASON_VERDICT] = "verdict",
	[SNET_REASON_TIMEOUT] = "timeout",
	[SNET_REASON_NO_AGENT] = "no agent",
	[SNET_REASON_OVERFLOW] = "overflow",
	[SNET_REASON_CANCELLED] = "cancelled",
	[SNET_REASON_UNLOAD] = "unload",
};
static_assert(ARRAY_SIZE(reason_names) == __SNET_REASON_MAX);

const char *snet_event_syscall_name(u16 syscall)
{
	return syscall_names[syscall];
}

const char *snet_event_reason_name(u16 reason)
{
	return reason_names[reason];
}

struct snet_event *snet_event_new(const struct snet_call *call, u64 raised)
{
	struct snet_event *event = kzalloc(sizeof(*event), GFP_KERNEL);

	if (!event)
		return NULL;
	refcount_set(&event->refs, 1);
	event->raised = raised;
	init_waitqueue_head(&event->wait);
	INIT_LIST_HEAD(&event->pending);
	INIT_LIST_HEAD(&event->outbox);
	snet_what_gather(&event->what, call);
	if (snet_who_gather(&event->who)) {
		snet_event_put(event);
		return NULL;
	}
	return event;
}

void snet_event_put(struct snet_event *event)
{
	if (!refcount_dec_and_test(&event->refs))
		return;
	snet_who_free(&event->who);
	kfree(event);
}
