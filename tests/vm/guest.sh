#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What runs first in the guest: guest.sh FOLDER NONCE TERMINAL COMMAND...
# TERMINAL is yes where the command wants one of its own.
# It runs the command, looks after the kernel, and tells the end: see channel.py.
set -uo pipefail

folder=$1
nonce=$2
terminal=$3
shift 3
kmemleak=/sys/kernel/debug/kmemleak

prepare() {
	export HOME=/tmp/snet-home XDG_RUNTIME_DIR=/run/user/0 TMPDIR=/tmp LC_ALL=C.UTF-8
	export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share
	export XDG_STATE_HOME=$HOME/.local/state XDG_CACHE_HOME=$HOME/.cache
	export PYTHONDONTWRITEBYTECODE=1 SNET_GUEST=1 SNET_KO=$folder/snet.ko
	mkdir -p "$HOME" "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" \
		"$XDG_STATE_HOME" "$XDG_CACHE_HOME"
	chmod 700 "$HOME" "$XDG_RUNTIME_DIR"
	ulimit -n 65536
	ip link set lo up
	[[ ! -e /proc/sys/kernel/hung_task_timeout_secs ]] ||
		echo 60 >/proc/sys/kernel/hung_task_timeout_secs
	[[ ! -e $kmemleak ]] || echo scan=off >"$kmemleak"
	echo 'snet-vm: start' >/dev/kmsg
}

unload() {
	[[ ! -d /sys/module/snet ]] || rmmod snet
}

# Objects only count as leaked once they are older than five seconds, and the
# first scan may still see their address in a register or on a stack.
leaks() {
	[[ -e $kmemleak ]] || return 0
	sleep 6
	echo scan >"$kmemleak"
	echo scan >"$kmemleak"
	cat "$kmemleak"
}

run_command() {
	if [[ $terminal == yes ]]; then
		script -qec "$(printf '%q ' "$@")" /dev/null
	else
		"$@" </dev/null
	fi
}

prepare
run_command "$@" 2>&1
code=$?
unload || code=90
leaks >"$folder/leaks.log" || code=91
dmesg >"$folder/dmesg.log" || code=92
echo "$nonce $code" >"$folder/result.part"
sync
mv "$folder/result.part" "$folder/result"
