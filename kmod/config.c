// SPDX-License-Identifier: GPL-2.0-or-later
#include "config.h"

#include <linux/kstrtox.h>
#include <linux/module.h>
#include <linux/moduleparam.h>

struct snet_config_entry snet_config[SNET_CONFIG_KEYS] = {
	[SNET_CONFIG_VERDICT_DELAY] = {
		.name = "verdict_delay",
		.attr = SNET_A_VERDICT_DELAY,
		.min = SNET_VERDICT_DELAY_MIN,
		.max = SNET_VERDICT_DELAY_MAX,
		.value = SNET_VERDICT_DELAY_DEFAULT,
	},
	[SNET_CONFIG_VERDICT_POLICY] = {
		.name = "verdict_policy",
		.attr = SNET_A_VERDICT_POLICY,
		.min = SNET_ALLOW,
		.max = SNET_DENY,
		.value = SNET_ALLOW,
	},
	[SNET_CONFIG_DEBUG] = {
		.name = "debug",
		.attr = SNET_A_DEBUG,
		.min = 0,
		.max = 1,
		.value = 0,
	},
	[SNET_CONFIG_MAX_PENDING] = {
		.name = "max_pending",
		.attr = SNET_A_MAX_PENDING,
		.min = SNET_MAX_PENDING_MIN,
		.max = SNET_MAX_PENDING_MAX,
		.value = SNET_MAX_PENDING_DEFAULT,
	},
	[SNET_CONFIG_MAX_SUBSCRIPTIONS] = {
		.name = "max_subscriptions",
		.attr = SNET_A_MAX_SUBSCRIPTIONS,
		.min = SNET_MAX_SUBSCRIPTIONS_MIN,
		.max = SNET_MAX_SUBSCRIPTIONS_MAX,
		.value = SNET_MAX_SUBSCRIPTIONS_DEFAULT,
	},
	[SNET_CONFIG_MAX_DELAY] = {
		.name = "max_delay",
		.attr = SNET_A_MAX_DELAY,
		.min = SNET_MAX_DELAY_MIN,
		.max = SNET_MAX_DELAY_MAX,
		.value = SNET_MAX_DELAY_DEFAULT,
	},
};

int snet_config_check(const struct snet_config_entry *entry, u32 value)
{
	return value < entry->min || value > entry->max ? -ERANGE : 0;
}

static int param_set(const char *text, const struct kernel_param *param)
{
	struct snet_config_entry *entry = param->arg;
	u32 value;
	int err;

	err = kstrtou32(text, 0, &value);
	if (!err)
		err = snet_config_check(entry, value);
	if (err) {
		pr_warn("%s must be a number from %u to %u\n",
			entry->name, entry->min, entry->max);
		return err;
	}
	snet_config_set(entry, value);
	return 0;
}

static int param_get(char *buffer, const struct kernel_param *param)
{
	const struct snet_config_entry *entry = param->arg;

	return sysfs_emit(buffer, "%u\n", READ_ONCE(entry->value));
}

static const struct kernel_param_ops param_ops = {
	.set = param_set,
	.get = param_get,
};

module_param_cb(verdict_delay, &param_ops,
		&snet_config[SNET_CONFIG_VERDICT_DELAY], 0644);
MODULE_PARM_DESC(verdict_delay, "seconds that an event waits for its verdict (30)");

module_param_cb(verdict_policy, &param_ops,
		&snet_config[SNET_CONFIG_VERDICT_POLICY], 0644);
MODULE_PARM_DESC(verdict_policy, "default answer: 0 accept, 1 deny (0)");

module_param_cb(debug, &param_ops, &snet_config[SNET_CONFIG_DEBUG], 0644);
MODULE_PARM_DESC(debug, "log each event and each ending: 0 or 1 (0)");

module_param_cb(max_pending, &param_ops,
		&snet_config[SNET_CONFIG_MAX_PENDING], 0644);
MODULE_PARM_DESC(max_pending, "events held at one time (1024)");

module_param_cb(max_subscriptions, &param_ops,
		&snet_config[SNET_CONFIG_MAX_SUBSCRIPTIONS], 0644);
MODULE_PARM_DESC(max_subscriptions, "subscriptions at one time (256)");

module_param_cb(max_delay, &param_ops,
		&snet_config[SNET_CONFIG_MAX_DELAY], 0644);
MODULE_PARM_DESC(max_delay, "seconds beyond which no event can be extended (600)");
