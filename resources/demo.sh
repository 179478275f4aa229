#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# In a virtual machine that has the module loaded: a real curl to a real server
# is held until the terminal answers.  demo.sh allow does without a person.
set -euo pipefail

answer=${1:-ask}
port=8080

serve() {
	local folder
	folder=$(mktemp -d)
	echo "hello from the server on port $port" >"$folder/index.html"
	python3 -m http.server --bind 127.0.0.1 --directory "$folder" "$port" >/dev/null 2>&1
}

until_true() {
	local deadline=$((SECONDS + 120))
	until "$@"; do
		((SECONDS < deadline)) || return 1
		sleep 0.2
	done
}

server_listens() {
	[[ $(ss -Hltn "sport = :$port") ]]
}

agent_subscribed() {
	snet status | grep -q '^subscriptions *connect'
}

visit() {
	until_true agent_subscribed
	echo "--- curl http://127.0.0.1:$port/ is called now"
	curl -sS "http://127.0.0.1:$port/" || true
	echo "--- curl has ended"
	kill -INT "$agent"
}

serve &
server=$!
until_true server_listens
agent=$BASHPID
visit &
trap 'kill "$server" 2>/dev/null' EXIT
echo "--- the module is loaded; a call to connect is asked about here"
exec snet agent --subscribe connect/inet/tcp --answer "$answer"
