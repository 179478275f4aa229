# SPDX-License-Identifier: GPL-2.0-or-later
"""Debian sid's newest kernel, built for with sid's own compiler in a small chroot."""

from pathlib import Path

from tests.vm import cache, debian
from tests.vm.command import retry, run
from tests.vm.kernels import Kernel

_MIRROR = "http://deb.debian.org/debian"
_TOOLS = "make,libelf1t64,pahole"


def fetch() -> Kernel:
    """Return sid's kernel of today; its chroot is made the first time."""
    with cache.lock("kernel-sid"):
        root = _chroot()
        within = enter(root)
        retry([*within, "apt-get", "update", "-q"])
        image = debian.depends("linux-image-amd64", r"linux-image-\d\S*-amd64", apt=within)
        release = image.removeprefix("linux-image-")
        kernel_image = root / "usr/lib/modules" / release / "vmlinuz"
        if not kernel_image.exists():
            _unpack(root, image, within)
    return Kernel(
        name="sid",
        release=release,
        image=kernel_image,
        headers=Path("/usr/src") / f"linux-headers-{release}",
        chroot=root,
    )


def enter(root: Path) -> tuple[str, ...]:
    """Return what to put before a command so that it runs in the chroot, with a /proc."""
    script = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'
    return ("unshare", "--mount", "sh", "-c", script, str(root))


def _chroot() -> Path:
    root = cache.folder("sid") / "root"
    if not root.exists():
        part = root.with_name("part")
        run(["rm", "-rf", str(part)])
        valid = '--aptopt=Acquire::Check-Valid-Until "false"'
        make = ["mmdebstrap", "--variant=apt", f"--include={_TOOLS}", valid]
        retry([*make, "sid", str(part), _MIRROR])
        part.rename(root)
    return root


def _unpack(root: Path, image: str, within: tuple[str, ...]) -> None:
    headers = debian.depends("linux-headers-amd64", r"linux-headers-\d\S*-amd64", apt=within)
    compiler = debian.depends(headers, r"gcc-\d+\S*", apt=within)
    retry([*within, "apt-get", "install", "-q", "-y", "--no-install-recommends", compiler])
    packages = [
        image,
        debian.depends(image, r"linux-binary-\S+", apt=within),
        debian.depends(image, r"linux-modules-\S+", apt=within),
        *debian.header_packages(headers, apt=within),
    ]
    debian.unpack_into(root, packages, download=root, apt=within)
    run(["depmod", "-b", str(root), image.removeprefix("linux-image-")])
