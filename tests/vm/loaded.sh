#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# In the guest: loaded.sh PARAMETERS COMMAND... runs a command with the module loaded.
set -euo pipefail

read -ra parameters <<<"$1"
shift
insmod "$SNET_KO" "${parameters[@]}"
exec "$@"
