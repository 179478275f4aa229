/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The module's LSM hooks. */
#ifndef _SNET_HOOKS_H
#define _SNET_HOOKS_H

#include <linux/lsm_hooks.h>

#include "common.h"

/**
 * struct snet_hook - one hook that the module wants
 * @name: the framework's name for it
 * @syscall: the call that it holds
 * @offset: where the framework's table has what belongs to it
 * @function: ours
 */
struct snet_hook {
	const char *name;
	enum snet_syscall syscall;
	size_t offset;
	union security_list_options function;
};

/* To hold another kind of call: a line here, a function in hooks.c. */
#define SNET_HOOKS 4
extern const struct snet_hook snet_hooks[SNET_HOOKS];

/* Mask of (1 << enum snet_syscall) that the hooks can hold. */
u32 snet_hooks_mask(void);

#endif /* _SNET_HOOKS_H */
