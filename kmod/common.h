/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Included first by every file: the module's name, its version, and how its
 * lines in the log begin.
 */
#ifndef _SNET_COMMON_H
#define _SNET_COMMON_H

#define SNET_NAME "snet"

/* The one place of the version; dkms.conf reads it from here. */
#define SNET_MODULE_VERSION "0.1.0"

#ifdef pr_fmt
#undef pr_fmt
#endif
#define pr_fmt(fmt) SNET_NAME ": " fmt

#include <linux/build_bug.h>
#include <linux/kernel.h>
#include <linux/types.h>

#include "compat.h"
#include "limits.h"
#include "uapi/snet.h"

#endif /* _SNET_COMMON_H */
