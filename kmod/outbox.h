/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is to be said to the agent: EVENT and ENDED, in order, each once.
 *
 * A message that does not fit the agent's socket stays first in line, and all
 * others behind it, until it fits.  An EVENT whose event ends in the meantime
 * is taken out, and its ENDED is then not sent either.
 */
#ifndef _SNET_OUTBOX_H
#define _SNET_OUTBOX_H

#include <linux/mutex.h>

#include "common.h"
#include "event.h"

/*
 * Held while a message leaves, and while the agent changes: a message cannot
 * go to an agent that it is not for.  Taken before snet_table_lock.
 */
extern struct mutex snet_outbox_mutex;

/* Under snet_table_lock: put in line the EVENT of an event. */
void snet_outbox_raised(struct snet_event *event);

/*
 * Under snet_table_lock: an event has ended.  Its EVENT is taken out of the
 * line, or where it has left, its ENDED is put in line.
 */
void snet_outbox_ended(struct snet_event *event);

/* Under snet_table_lock: the agent is gone, and with it what it was to hear. */
void snet_outbox_forget(void);

/* Send what can be sent.  May sleep, though never for the agent. */
void snet_outbox_drain(void);

/* The same, soon, from a worker. */
void snet_outbox_kick(void);

/*
 * Give up what is left.  No event is raised and no command comes in any more
 * when this is called, so nothing is put in line after it.
 */
void snet_outbox_exit(void);

#endif /* _SNET_OUTBOX_H */
