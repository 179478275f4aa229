#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Without the module: a real curl to a real server is held by `snet run` until
# somebody answers, and a second time to show what is remembered.
# demo.sh SNET, where SNET is the command.
set -euo pipefail

snet=$1
folder=$(mktemp -d)

serve() {
	mkdir "$folder/www"
	echo "hello from a server on this machine" >"$folder/www/index.html"
	exec python3 -u -m http.server --bind 127.0.0.1 --directory "$folder/www" 0 \
		>"$folder/said" 2>&1
}

# The server says its port once it listens.
port() {
	local deadline=$((SECONDS + 30)) found
	until found=$(grep -oPm1 '(?<=port )\d+' "$folder/said" 2>/dev/null); do
		((SECONDS < deadline)) || return 1
		sleep 0.1
	done
	echo "$found"
}

visit() {
	echo
	echo "--- $1"
	echo "    snet run -- curl http://127.0.0.1:$port/"
	"$snet" run -- curl -sS "http://127.0.0.1:$port/" || echo "    curl failed: it was denied"
}

serve &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
port=$(port)

visit "a program connects, and its call is held:"
visit "the same again: what was answered for longer than until it exits is remembered"
echo
echo "--- now a program of yours, with all that it starts:"
echo "    $snet run -- COMMAND"
