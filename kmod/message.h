/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages that the module sends of itself, and what dumps share with them. */
#ifndef _SNET_MESSAGE_H
#define _SNET_MESSAGE_H

#include <linux/skbuff.h>

#include "common.h"
#include "event.h"

/* May sleep.  Return: NULL where there is no memory. */
struct sk_buff *snet_message_event(struct snet_event *event);
struct sk_buff *snet_message_ended(const struct snet_event *event);

/*
 * All that an EVENT carries, for a message of a dump.  The deadline is read
 * under snet_table_lock, which the caller holds.  Return: 0 or -EMSGSIZE.
 */
int snet_message_fill_event(struct sk_buff *skb,
			    const struct snet_event *event, u64 deadline);

/* Does anybody listen to the group "decisions"? */
bool snet_message_observed(void);

/* Tell those who listen how an event ended.  May sleep. */
void snet_message_decision(struct snet_event *event);

#endif /* _SNET_MESSAGE_H */
