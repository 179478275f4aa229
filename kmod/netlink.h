/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The generic netlink family SNET: what programs can ask of the module. */
#ifndef _SNET_NETLINK_H
#define _SNET_NETLINK_H

#include <net/genetlink.h>

#include "common.h"

/* Index of the group "decisions" in the family. */
#define SNET_NETLINK_DECISIONS 0

extern struct genl_family snet_netlink_family;

int snet_netlink_init(void);
void snet_netlink_exit(void);

#endif /* _SNET_NETLINK_H */
