// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linux 6.12 and later: each hook is a row of slots, one for each LSM that
 * could be, each with a static call and a static key that lets it be called.
 * The LSMs take them from the first on at boot; the rest stays free.  A free
 * slot is filled by what the kernel exports for any static call and any static
 * key, so no memory is written that is meant to be read only, and no other
 * LSM is touched.  Being in a later slot, snet is asked last.
 */
#include "attach.h"

#if SNET_ATTACH_STATIC_CALL

#include <linux/jump_label.h>
#include <linux/static_call.h>

#include "symbol.h"

const char snet_attach_name[] = "static call";

static const u8 *table;

/* The slot that each hook has taken; set once, by prepare. */
static struct lsm_static_call slots[SNET_HOOKS];

static const struct lsm_static_call *row(size_t offset)
{
	return (const struct lsm_static_call *)(table + offset);
}

/**
 * struct view - copies of what a slot points to
 * @slot: the slot
 * @key: its static call
 * @hook: what the LSM in it registered; unset where there is none
 * @taken: there is an LSM in it
 * @active: it is called
 */
struct view {
	struct lsm_static_call slot;
	struct static_call_key key;
	struct security_hook_list hook;
	bool taken;
	bool active;
};

static bool look(struct view *view, const struct lsm_static_call *slot)
{
	struct static_key_false active;

	if (!snet_symbol_read(&view->slot, slot, sizeof(view->slot)) ||
	    !snet_symbol_read(&view->key, view->slot.key, sizeof(view->key)) ||
	    !snet_symbol_read(&active, view->slot.active, sizeof(active)))
		return false;
	view->active = static_key_count(&view->slot.active->key) > 0;
	view->taken = view->slot.hl;
	return !view->taken ||
	       snet_symbol_read(&view->hook, view->slot.hl, sizeof(view->hook));
}

/* An LSM's slot: all that is known of it must agree. */
static bool is_sane(const struct view *view, const struct lsm_static_call *of,
		    const char *name)
{
	return view->active && view->hook.scalls == of &&
	       view->key.func == view->hook.hook.lsm_func_addr &&
	       snet_symbol_names(view->key.func, name);
}

/* A module such as this one leaves no trace but a slot that is called. */
static bool is_foreign(const struct view *view)
{
	return !view->taken && view->active;
}

static bool is_free(const struct view *view)
{
	return !view->taken && !view->active && !view->key.func;
}

/* The capabilities are the one LSM that every kernel has, and first. */
static bool begins_with_capability(void)
{
	const struct lsm_static_call *slot =
		row(SNET_HOOK_OFFSET(capable));
	struct view view;
	struct lsm_id id;

	return look(&view, slot) && view.taken &&
	       is_sane(&view, slot, "cap_capable") &&
	       snet_symbol_read(&id, view.hook.lsmid, sizeof(id)) &&
	       snet_symbol_string_is(id.name, "capability");
}

int __init snet_generation_find(void)
{
	table = snet_symbol_find("static_calls_table");
	if (!table) {
		pr_err("not loaded: this kernel has no static_calls_table\n");
		return -EOPNOTSUPP;
	}
	if (!begins_with_capability()) {
		pr_err("not loaded: static_calls_table is not as expected\n");
		return -EOPNOTSUPP;
	}
	return 0;
}

int __init snet_generation_prepare(unsigned int index)
{
	const struct snet_hook *hook = &snet_hooks[index];
	const struct lsm_static_call *first = row(hook->offset);
	struct view view;
	int i;

	for (i = 0; i < MAX_LSM_COUNT; i++) {
		if (!look(&view, first + i))
			break;
		if (is_free(&view)) {
			slots[index] = view.slot;
			return 0;
		}
		if (!is_foreign(&view) && !is_sane(&view, first, hook->name))
			break;
	}
	pr_err("not loaded: %s has %s\n", hook->name,
	       i < MAX_LSM_COUNT ? "an unexpected slot" : "no free slot");
	return i < MAX_LSM_COUNT ? -EOPNOTSUPP : -ENOSPC;
}

int __init snet_generation_join(unsigned int index)
{
	const struct lsm_static_call *slot = &slots[index];

	__static_call_update(slot->key, slot->trampoline,
			     snet_hooks[index].function.lsm_func_addr);
	static_key_enable(&slot->active->key);
	return 0;
}

void snet_generation_leave(unsigned int index)
{
	static_key_disable(&slots[index].active->key);
}

void snet_generation_forget(unsigned int index)
{
	__static_call_update(slots[index].key, slots[index].trampoline, NULL);
}

#endif /* SNET_ATTACH_STATIC_CALL */
