/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parameters: set by the module's command line, sysfs and CONFIG_SET. */
#ifndef _SNET_CONFIG_H
#define _SNET_CONFIG_H

#include "common.h"

enum snet_config_key {
	SNET_CONFIG_VERDICT_DELAY,
	SNET_CONFIG_VERDICT_POLICY,
	SNET_CONFIG_DEBUG,
	SNET_CONFIG_MAX_PENDING,
	SNET_CONFIG_MAX_SUBSCRIPTIONS,
	SNET_CONFIG_MAX_DELAY,

	SNET_CONFIG_KEYS
};

/**
 * struct snet_config_entry - one parameter
 * @name: for messages
 * @attr: its attribute in CONFIG_GET and CONFIG_SET
 * @min: smallest value that is accepted
 * @max: largest value that is accepted
 * @value: the present one; written whole, so read with READ_ONCE and no lock.
 *         Always within @min and @max.
 */
struct snet_config_entry {
	const char *name;
	u16 attr;
	u32 min;
	u32 max;
	u32 value;
};

extern struct snet_config_entry snet_config[SNET_CONFIG_KEYS];

static inline u32 snet_config_get(enum snet_config_key key)
{
	return READ_ONCE(snet_config[key].value);
}

/* Return: 0, or -ERANGE where @value is outside of the entry's limits. */
int snet_config_check(const struct snet_config_entry *entry, u32 value);

/* The caller has checked. */
static inline void snet_config_set(struct snet_config_entry *entry, u32 value)
{
	WRITE_ONCE(entry->value, value);
}

#endif /* _SNET_CONFIG_H */
