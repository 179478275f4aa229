// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux 6.1 to 6.11: each hook is a list of the LSMs' entries.  Heads and
 * entries are read-only memory once the kernel has started, so the one pointer
 * at the list's end that must change is written through a second, writable
 * mapping of its page; the page's own protection stays.  At the end of the
 * list, snet is asked last.
 */
#include "attach.h"

#if !SNET_ATTACH_STATIC_CALL

#include <linux/delay.h>
#include <linux/mm.h>
#include <linux/rculist.h>
#include <linux/vmalloc.h>

#include "symbol.h"

const char snet_attach_name[] = "hook list";

static u8 *table;

/*
 * Our entries.  One that was taken out keeps pointing onwards, for the threads
 * that still sleep in its function.
 */
static struct security_hook_list entries[SNET_HOOKS];

static struct hlist_head *head_of(size_t offset)
{
	return (struct hlist_head *)(table + offset);
}

static bool lsm_is(const struct security_hook_list *entry, const char *name)
{
#if SNET_LSM_ID_STRUCT
	struct lsm_id id;

	return snet_symbol_read(&id, entry->lsmid, sizeof(id)) &&
	       snet_symbol_string_is(id.name, name);
#else
	return snet_symbol_string_is(entry->lsm, name);
#endif
}

/*
 * Go to the end of a list, and on the way make sure that each entry is one of
 * an LSM for this hook.  Return: the pointer at the end, NULL where the list
 * is not as expected.
 */
static struct hlist_node **end_of(struct hlist_head *head, const char *name)
{
	struct hlist_node **link = &head->first;
	struct security_hook_list entry;
	struct hlist_node *node;
	int i;

	for (i = 0; i < SNET_HOOK_ENTRIES_MAX; i++) {
		if (!snet_symbol_read(&node, link, sizeof(node)))
			return NULL;
		if (!node)
			return link;
		if (!snet_symbol_read(&entry,
				      hlist_entry(node, typeof(entry), list),
				      sizeof(entry)))
			return NULL;
		if (entry.head != head || entry.list.pprev != link ||
		    !snet_symbol_names(*(void **)&entry.hook, name))
			return NULL;
		link = &node->next;
	}
	return NULL;
}

static struct page *page_of(const void *address)
{
#ifdef MODULES_VADDR
	if ((unsigned long)address >= MODULES_VADDR &&
	    (unsigned long)address < MODULES_END)
		return vmalloc_to_page(address);
#endif
	if (is_vmalloc_addr(address))
		return vmalloc_to_page(address);
	return virt_addr_valid(address) ? virt_to_page(address) : NULL;
}

/**
 * poke - write one pointer that may be in read-only memory
 * @where: the pointer
 * @value: its new value
 *
 * Return: 0; -ENOMEM; -EFAULT where the page is not what it should be, and
 * then nothing was written.
 */
static int poke(void *where, const void *value)
{
	struct page *page = page_of(where);
	const void **alias;
	void *map;
	int err = -EFAULT;

	if (!page)
		return -EFAULT;
	map = vmap(&page, 1, VM_MAP, PAGE_KERNEL);
	if (!map)
		return -ENOMEM;
	alias = map + offset_in_page(where);
	if (READ_ONCE(*alias) == READ_ONCE(*(void **)where)) {
		/* After all that was written to what @value points to. */
		smp_store_release(alias, value);
		err = 0;
	}
	vunmap(map);
	return err;
}

static void set_lsm(struct security_hook_list *entry)
{
#if SNET_LSM_ID_STRUCT
	static const struct lsm_id id = { .name = SNET_NAME };

	entry->lsmid = &id;
#else
	entry->lsm = SNET_NAME;
#endif
}

static bool begins_with_capability(void)
{
	struct hlist_head *head = head_of(SNET_HOOK_OFFSET(capable));
	struct security_hook_list entry;
	struct hlist_node *node;

	return snet_symbol_read(&node, &head->first, sizeof(node)) && node &&
	       snet_symbol_read(&entry, hlist_entry(node, typeof(entry), list),
				sizeof(entry)) &&
	       entry.head == head && lsm_is(&entry, "capability") &&
	       snet_symbol_names(entry.hook.capable, "cap_capable");
}

int __init snet_generation_find(void)
{
	table = snet_symbol_find("security_hook_heads");
	if (!table) {
		pr_err("not loaded: this kernel has no security_hook_heads\n");
		return -EOPNOTSUPP;
	}
	if (!begins_with_capability()) {
		pr_err("not loaded: security_hook_heads is not as expected\n");
		return -EOPNOTSUPP;
	}
	return 0;
}

int __init snet_generation_prepare(unsigned int index)
{
	const struct snet_hook *hook = &snet_hooks[index];
	struct hlist_head *head = head_of(hook->offset);

	if (!end_of(head, hook->name)) {
		pr_err("not loaded: the list of %s is not as expected\n",
		       hook->name);
		return -EOPNOTSUPP;
	}
	entries[index].head = head;
	entries[index].hook = hook->function;
	set_lsm(&entries[index]);
	return 0;
}

int __init snet_generation_join(unsigned int index)
{
	struct security_hook_list *entry = &entries[index];
	struct hlist_node **link;
	int err;

	link = end_of(entry->head, snet_hooks[index].name);
	if (!link)
		return -EOPNOTSUPP;
	entry->list.next = NULL;
	entry->list.pprev = link;
	err = poke(link, &entry->list);
	if (err)
		pr_err("not loaded: the list of %s cannot be written\n",
		       snet_hooks[index].name);
	return err;
}

/* The pointer to our entry, wherever it is by now. */
static struct hlist_node **link_to(const struct security_hook_list *entry)
{
	struct hlist_node **link = &entry->head->first;

	while (*link && *link != &entry->list)
		link = &(*link)->next;
	return link;
}

static int unlink_entry(const struct security_hook_list *entry)
{
	struct hlist_node **link = link_to(entry);
	struct hlist_node *next = entry->list.next;
	int err;

	if (!*link)
		return 0;
	/* Backward first: if the second fails, doing both again is right. */
	err = next ? poke(&next->pprev, link) : 0;
	return err ? err : poke(link, next);
}

/* There is no way back from here, so want of memory is waited out. */
void snet_generation_leave(unsigned int index)
{
	int err;

	do {
		err = unlink_entry(&entries[index]);
		if (err == -ENOMEM)
			msleep(100);
	} while (err == -ENOMEM);
	WARN_ON(err);
}

void snet_generation_forget(unsigned int index)
{
}

#endif /* !SNET_ATTACH_STATIC_CALL */
