/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The path of a call that a subscription covers, from hook to answer. */
#ifndef _SNET_HOLD_H
#define _SNET_HOLD_H

#include "call.h"
#include "common.h"

/**
 * snet_hold - hold the calling thread until its call is decided
 * @call: what it is about to do
 *
 * Sleeps without any of the module's locks; a signal, the freezer, the
 * deadline, the agent and the module's end all get it out.
 *
 * Return: 0 to let the call go on; the negative errno that it is denied with;
 * or -ERESTARTSYS where a signal came, so that the call is made again after a
 * handler that restarts calls, and gives EINTR after another.
 */
int snet_hold(const struct snet_call *call);

/*
 * After snet_attach_exit(): answer all that is held, wait until no thread is inside
 * of the module, and tell the agent.
 */
void snet_hold_exit(void);

#endif /* _SNET_HOLD_H */
