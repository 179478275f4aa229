/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding what the kernel does not export, and naming what was found. */
#ifndef _SNET_SYMBOL_H
#define _SNET_SYMBOL_H

#include "common.h"

/**
 * snet_symbol_find - the address of a data symbol of the kernel
 * @name: its name
 *
 * Asks for a kprobe on it.  That is refused, as data cannot be probed, but by
 * then the name has been resolved.  Nothing that is not exported is called.
 *
 * Return: the address, or NULL where the kernel has no such symbol.
 */
void *snet_symbol_find(const char *name);

/* Does the symbol that starts at @function have @part in its name? */
bool snet_symbol_names(const void *function, const char *part);

/**
 * snet_symbol_read - copy kernel memory that may not be there
 * @to: where to
 * @from: the address to be doubted
 * @size: bytes
 *
 * Return: true where all of it could be read.
 */
bool snet_symbol_read(void *to, const void *from, size_t size);

/* Is there a readable string at @from, and is it @expected? */
bool snet_symbol_string_is(const char *from, const char *expected);

#endif /* _SNET_SYMBOL_H */
