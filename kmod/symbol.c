// SPDX-License-Identifier: GPL-2.0-or-later
#include "symbol.h"

#include <linux/kallsyms.h>
#include <linux/kprobes.h>
#include <linux/string.h>
#include <linux/uaccess.h>

void *snet_symbol_find(const char *name)
{
	struct kprobe probe = { .symbol_name = name };

	/* Success would mean that it is code: not what was asked for. */
	if (!register_kprobe(&probe)) {
		unregister_kprobe(&probe);
		return NULL;
	}
	return probe.addr;
}

bool snet_symbol_names(const void *function, const char *part)
{
	char name[SNET_SYMBOL_MAX];

	snprintf(name, sizeof(name), "%ps", function);
	return strstr(name, part);
}

bool snet_symbol_read(void *to, const void *from, size_t size)
{
	return from && !copy_from_kernel_nofault(to, from, size);
}

bool snet_symbol_string_is(const char *from, const char *expected)
{
	char text[SNET_SYMBOL_MAX];
	size_t size = strlen(expected) + 1;

	return size <= sizeof(text) && snet_symbol_read(text, from, size) &&
	       !memcmp(text, expected, size);
}
