/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The thread that makes the call, and the program that it runs. */
#ifndef _SNET_WHO_H
#define _SNET_WHO_H

#include <linux/sched.h>

#include "common.h"

/**
 * struct snet_exe - a program's file
 * @known: false for a thread without one; the rest is then unset
 * @path: as its own root sees it; NULL where it is longer than PATH_MAX.
 *        Owned by this structure.
 * @dev: as stat(2) tells it
 * @ino: as stat(2) tells it
 * @ctime: nanoseconds since 1970
 */
struct snet_exe {
	bool known;
	char *path;
	u64 dev;
	u64 ino;
	s64 ctime;
};

/**
 * struct snet_who - the part of an event that tells who makes the call
 *
 * Numbers are those of the initial namespaces.  Everything is copied while
 * the thread is held in its own hook, so nothing can change in between.
 *
 * @pid: thread group
 * @tid: thread
 * @ppid: parent's thread group
 * @uid: real user id
 * @gid: real group id
 * @start_time: of the process, CLOCK_BOOTTIME ns
 * @cgroup: id in the unified hierarchy
 * @mntns: inode number; 0 where this kernel does not let it be known
 * @comm: the thread's name
 * @exe: the program
 */
struct snet_who {
	u32 pid;
	u32 tid;
	u32 ppid;
	u32 uid;
	u32 gid;
	u64 start_time;
	u64 cgroup;
	u64 mntns;
	char comm[TASK_COMM_LEN];
	struct snet_exe exe;
};

/* Of the calling thread.  May sleep.  Return: 0 or -ENOMEM. */
int snet_who_gather(struct snet_who *who);

void snet_who_free(struct snet_who *who);

void snet_who_init(void);

#endif /* _SNET_WHO_H */
