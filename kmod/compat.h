/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What differs between kernels, and nothing else.  No other file asks for a
 * version number.
 */
#ifndef _SNET_COMPAT_H
#define _SNET_COMPAT_H

#include <linux/file.h>
#include <linux/fs.h>
#include <linux/lsm_hooks.h>
#include <linux/mm_types.h>
#include <linux/rcupdate.h>
#include <linux/version.h>
#include <net/genetlink.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 1, 0)
#error "snet needs Linux 6.1 or newer"
#endif

#if !IS_ENABLED(CONFIG_SECURITY_NETWORK)
#error "snet needs CONFIG_SECURITY_NETWORK"
#endif

#if !IS_ENABLED(CONFIG_KPROBES) || !IS_ENABLED(CONFIG_KALLSYMS_ALL)
#error "snet needs CONFIG_KPROBES and CONFIG_KALLSYMS_ALL"
#endif

/*
 * Since 6.12 each LSM hook is a row of static calls; before, it is a list.
 * SNET_HOOK_OFFSET is where in the framework's table a hook has its own.
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
#define SNET_ATTACH_STATIC_CALL 1
#define SNET_HOOK_OFFSET(name) offsetof(struct lsm_static_calls_table, name)
#else
#define SNET_ATTACH_STATIC_CALL 0
#define SNET_HOOK_OFFSET(name) offsetof(struct security_hook_heads, name)
#endif

/* Since 6.8 an LSM is known by a struct lsm_id, before by its bare name. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
#define SNET_LSM_ID_STRUCT 1
#else
#define SNET_LSM_ID_STRUCT 0
#endif

/*
 * Groups that ask for CAP_NET_ADMIN came with 6.7 and went into the stable
 * series.  Without them there is no group rather than an open one.
 */
#ifdef GENL_MCAST_CAP_NET_ADMIN
#define SNET_HAVE_DECISIONS 1
#define SNET_MCAST_FLAGS .flags = GENL_MCAST_CAP_NET_ADMIN,
#else
#define SNET_HAVE_DECISIONS 0
#define SNET_MCAST_FLAGS
#endif

/**
 * snet_compat_exe_file - the running program of an address space
 * @mm: that of the calling thread, so it stays
 *
 * get_mm_exe_file() is not exported.  Since 6.7 struct file may be reused
 * while it is looked at, and get_file_rcu() checks for that; before, it is
 * freed after a grace period.
 *
 * Return: the file with a reference taken, or NULL.
 */
static inline struct file *snet_compat_exe_file(struct mm_struct *mm)
{
	struct file *file;

	rcu_read_lock();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	file = get_file_rcu(&mm->exe_file);
#else
	file = rcu_dereference(mm->exe_file);
	if (file && !get_file_rcu(file))
		file = NULL;
#endif
	rcu_read_unlock();
	return file;
}

#endif /* _SNET_COMPAT_H */
