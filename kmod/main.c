// SPDX-License-Identifier: GPL-2.0-or-later
/* What the module consists of, in the order in which it comes to life. */
#include "common.h"

#include <linux/module.h>

#include "agent.h"
#include "attach.h"
#include "hold.h"
#include "netlink.h"
#include "outbox.h"
#include "subscription.h"
#include "who.h"

static int __init snet_init(void)
{
	int err;

	snet_who_init();

	err = snet_agent_init();
	if (err)
		goto err_agent;

	err = snet_netlink_init();
	if (err)
		goto err_netlink;

	err = snet_attach_init();
	if (err)
		goto err_attach;

	pr_info("version %s, joined by %s\n", SNET_MODULE_VERSION,
		snet_attach_name);
	return 0;

err_attach:
	snet_hold_exit();
	snet_netlink_exit();
	snet_outbox_exit();
err_netlink:
	snet_agent_exit();
	snet_subscription_exit();
err_agent:
	return err;
}

/*
 * First nobody comes in any more, then those who are in are let go and the
 * agent is told of it, then nobody can speak to us, then we fall silent.
 */
static void __exit snet_exit(void)
{
	snet_attach_exit();
	snet_hold_exit();
	snet_netlink_exit();
	snet_outbox_exit();
	snet_agent_exit();
	snet_subscription_exit();
	pr_info("gone\n");
}

module_init(snet_init);
module_exit(snet_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("snet: holds network system calls until a person decides");
MODULE_AUTHOR("The snet authors");
MODULE_VERSION(SNET_MODULE_VERSION);
MODULE_ALIAS_GENL_FAMILY(SNET_GENL_NAME);
