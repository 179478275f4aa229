# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# What tests/run and resources/try need on a fresh Debian 12, and quickly
# nothing where it is there already.  To be sourced; works as root or by sudo.
#
# The lists are for those who source this:
# shellcheck disable=SC2034

snet_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
snet_venv=${SNET_VENV:-$snet_root/.venv}
snet_cache=${SNET_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/snet}

# What the programs run with: Python, Qt's libraries, D-Bus.
snet_packages_run=(
	ca-certificates curl dbus fonts-dejavu-core hicolor-icon-theme iproute2 kmod
	libdbus-1-3 libegl1 libfontconfig1 libgl1 libseccomp2 libxcb-cursor0
	libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
	libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
	libxkbcommon-x11-0 netbase procps python3 python3-venv
)
# What the module is built with.
snet_packages_build=(gcc libc6-dev libelf-dev make)
# What builds the module for Debian's kernels and boots them.
snet_packages_vm=(
	busybox-static cpio file gcc-12 pahole qemu-system-x86 udev xz-utils zstd
)
# What only the tests need.
snet_packages_test=(
	alsa-utils dbus-x11 desktop-file-utils dunst fonts-inter fonts-noto-core
	gcc-multilib git grim imagemagick iputils-ping libglib2.0-bin
	libnl-genl-3-dev nodejs openbox pkg-config shellcheck sparse strace sway
	trayer x11-utils xauth xdotool xfce4-panel xvfb
)
# What resources/translate compiles translations with.
snet_packages_translate=(qt6-l10n-tools)
# What the kernels "debug" and "sid" need beyond that.
snet_packages_debug=(bc bison flex libssl-dev linux-source-6.12)
snet_packages_sid=(mmdebstrap)
# What tests/vm/arm64 makes its disk with, and emulates the machine.
snet_packages_arm64=(cpio e2fsprogs git kmod mmdebstrap qemu-system-arm xz-utils)

snet_say() {
	printf '==> %s\n' "$*" >&2
}

snet_die() {
	printf '%s\n' "$*" >&2
	exit 1
}

# The network has hiccups: try four times, with longer and longer pauses.
snet_retry() {
	local pause
	for pause in 5 15 45; do
		"$@" && return
		snet_say "failed, trying again in $pause s: $*"
		sleep "$pause"
	done
	"$@"
}

# Show what a command prints only if it fails.
snet_quietly() {
	local printed
	if ! printed=$("$@" 2>&1); then
		printf '%s\n' "$printed" >&2
		return 1
	fi
}

snet_as_root() {
	if ((EUID == 0)); then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		snet_die "this needs root or sudo: $*"
	fi
}

snet_apt() {
	snet_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
		-o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" </dev/null
}

# The package lists also name the newest kernels, so a day is old enough.
snet_refresh_lists() {
	local stamp=$snet_cache/lists-refreshed
	if [[ ! -e $stamp || $(find "$stamp" -mmin +1440) ]] ||
		! apt-cache show linux-image-amd64 >/dev/null 2>&1; then
		snet_say "reading the package lists"
		snet_retry snet_apt update
		mkdir -p "$snet_cache"
		touch "$stamp"
	fi
}

snet_missing_packages() {
	local package
	for package; do
		[[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
			echo "$package"
	done
}

# snet_install PACKAGE...
snet_install() {
	local missing
	mapfile -t missing < <(snet_missing_packages "$@")
	((${#missing[@]})) || return 0
	command -v apt-get >/dev/null ||
		snet_die "this is no Debian; these packages are needed: ${missing[*]}"
	snet_refresh_lists
	snet_say "installing ${missing[*]}"
	snet_retry snet_apt install --no-install-recommends "${missing[@]}"
}

# A Python of at least 3.11 that can make virtual environments.
snet_find_python() {
	local python
	for python in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do
		if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
			2>/dev/null; then
			echo "$python"
			return
		fi
	done
	snet_die "no Python of 3.11 or later with its venv module was found"
}

# snet_make_venv [EXTRA]: an editable install, made anew when pyproject.toml changes.
snet_make_venv() {
	local target=$snet_root${1:+[$1]} stamp=$snet_venv/snet-${1:-plain}.sum sum python
	sum=$(sha256sum <"$snet_root/pyproject.toml")
	[[ ! -e $stamp || $(<"$stamp") != "$sum" ]] || return 0
	python=$(snet_find_python)
	snet_say "installing $target into $snet_venv"
	[[ -x $snet_venv/bin/python ]] || "$python" -m venv "$snet_venv"
	snet_retry snet_quietly "$snet_venv/bin/python" -m pip install \
		--disable-pip-version-check -e "$target"
	echo "$sum" >"$stamp"
}

# Run a command with a screen of its own, on a display that nobody else has.
snet_with_screen() {
	local folder screen display code=0
	folder=$(mktemp -d)
	mkfifo "$folder/display"
	Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/display" \
		>"$folder/log" 2>&1 &
	screen=$!
	if ! read -r -t 30 display <"$folder/display"; then
		cat "$folder/log" >&2
		snet_die "Xvfb did not start"
	fi
	DISPLAY=:$display dbus-run-session -- "$@" || code=$?
	kill "$screen"
	wait "$screen" || true
	rm -rf "$folder"
	return "$code"
}
