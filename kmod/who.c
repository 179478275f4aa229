// SPDX-License-Identifier: GPL-2.0-or-later
#include "who.h"

#include <linux/cgroup.h>
#include <linux/cred.h>
#include <linux/dcache.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/kdev_t.h>
#include <linux/pid.h>
#include <linux/proc_ns.h>
#include <linux/slab.h>
#include <linux/stat.h>
#include <linux/uidgid.h>
#include <linux/user_namespace.h>

#include "symbol.h"

/*
 * How the kernel itself tells a thread's mount namespace, which is a private
 * structure.  Set once at load, NULL where it was not found.
 */
static const struct proc_ns_operations *mntns __ro_after_init;

void __init snet_who_init(void)
{
	const struct proc_ns_operations *found;
	struct proc_ns_operations copy;

	found = snet_symbol_find("mntns_operations");
	if (snet_symbol_read(&copy, found, sizeof(copy)) &&
	    snet_symbol_names(copy.get, "mntns_get") &&
	    snet_symbol_names(copy.put, "mntns_put"))
		mntns = found;
}

static u64 mntns_number(void)
{
	struct ns_common *ns = mntns ? mntns->get(current) : NULL;
	u64 number;

	if (!ns)
		return 0;
	number = ns->inum;
	mntns->put(ns);
	return number;
}

/* Return: a copy of the path, NULL where it is too long, or -ENOMEM. */
static char *path_text(const struct path *path)
{
	char *buffer = kmalloc(PATH_MAX, GFP_KERNEL);
	char *text;

	if (!buffer)
		return ERR_PTR(-ENOMEM);
	text = d_path(path, buffer, PATH_MAX);
	if (IS_ERR(text)) {
		text = NULL;
	} else {
		text = kstrdup(text, GFP_KERNEL);
		if (!text)
			text = ERR_PTR(-ENOMEM);
	}
	kfree(buffer);
	return text;
}

/*
 * vfs_getattr gives what stat(2) of the path gives, on overlayfs too.  No
 * other LSM is asked, as it is not the program that looks; and no server is
 * waited for, as it could be behind the very call that is held.
 */
static int exe_identity(struct snet_exe *exe, const struct path *path)
{
	struct kstat stat;
	int err;

	err = vfs_getattr_nosec(path, &stat, STATX_INO | STATX_CTIME,
				AT_STATX_DONT_SYNC);
	if (err)
		return err;
	exe->dev = new_encode_dev(stat.dev);
	exe->ino = stat.ino;
	exe->ctime = stat.ctime.tv_sec * NSEC_PER_SEC + stat.ctime.tv_nsec;
	exe->known = true;
	return 0;
}

static int exe_gather(struct snet_exe *exe)
{
	struct file *file;
	int err = 0;

	file = current->mm ? snet_compat_exe_file(current->mm) : NULL;
	if (!file)
		return 0;
	exe->path = path_text(&file->f_path);
	if (IS_ERR(exe->path)) {
		err = PTR_ERR(exe->path);
		exe->path = NULL;
	} else {
		exe_identity(exe, &file->f_path);
	}
	fput(file);
	return err;
}

int snet_who_gather(struct snet_who *who)
{
	who->pid = task_tgid_nr(current);
	who->tid = task_pid_nr(current);
	who->uid = from_kuid(&init_user_ns, current_uid());
	who->gid = from_kgid(&init_user_ns, current_gid());
	who->start_time = current->group_leader->start_boottime;
	who->mntns = mntns_number();
	get_task_comm(who->comm, current);

	rcu_read_lock();
	who->ppid = task_tgid_nr(rcu_dereference(current->real_parent));
	who->cgroup = cgroup_id(task_dfl_cgroup(current));
	rcu_read_unlock();

	return exe_gather(&who->exe);
}

void snet_who_free(struct snet_who *who)
{
	kfree(who->exe.path);
}
