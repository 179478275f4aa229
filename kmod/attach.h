/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Joining the LSM framework after it has closed.
 *
 * attach.c is the order of things; attach_list.c (6.1 to 6.11) and
 * attach_static_call.c (6.12 and later) know one generation of the framework
 * each, and one of them is compiled to something.
 */
#ifndef _SNET_ATTACH_H
#define _SNET_ATTACH_H

#include "common.h"
#include "hooks.h"

/* How it is done on this kernel, in words. */
extern const char snet_attach_name[];

/* Either all hooks are on when it returns 0, or none is. */
int snet_attach_init(void);

/* All hooks off, and no thread on its way into one. */
void snet_attach_exit(void);

/*
 * What a generation has to offer.  Nothing is written before prepare() has
 * returned 0 for every hook.
 */

/* Find the framework's table, and prove that it is what it seems. */
int snet_generation_find(void);

/* Prove that a hook's part of the table is sane and has room for one more. */
int snet_generation_prepare(unsigned int index);

int snet_generation_join(unsigned int index);

/* From here on no thread newly enters the hook.  Cannot fail. */
void snet_generation_leave(unsigned int index);

/* All threads that were on their way in have passed. */
void snet_generation_forget(unsigned int index);

#endif /* _SNET_ATTACH_H */
