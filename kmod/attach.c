// SPDX-License-Identifier: GPL-2.0-or-later
#include "attach.h"

#include <linux/rcupdate.h>

static void leave(unsigned int count)
{
	unsigned int i;

	for (i = 0; i < count; i++)
		snet_generation_leave(i);
	/* A thread may be just before the call of what was taken out. */
	synchronize_rcu_tasks();
	for (i = 0; i < count; i++)
		snet_generation_forget(i);
}

static int prepare(void)
{
	unsigned int i;
	int err;

	err = snet_generation_find();
	for (i = 0; !err && i < SNET_HOOKS; i++)
		err = snet_generation_prepare(i);
	return err;
}

int __init snet_attach_init(void)
{
	unsigned int i;
	int err;

	err = prepare();
	if (err)
		return err;
	for (i = 0; i < SNET_HOOKS; i++) {
		err = snet_generation_join(i);
		if (err) {
			leave(i);
			return err;
		}
	}
	return 0;
}

void snet_attach_exit(void)
{
	leave(SNET_HOOKS);
}
