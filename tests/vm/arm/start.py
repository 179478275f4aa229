# SPDX-License-Identifier: GPL-2.0-or-later
"""What the machine is started with: a kernel, a first file system, the checkout."""

import re
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from tests.vm import cache
from tests.vm.arm.disk import CHECKOUT, Disk, compile_python
from tests.vm.command import run

KERNELS = ("6.12", "6.1")
_INIT = Path(__file__).with_name("init")
_MODULES = (
    *("pci_host_generic", "virtio_pci", "virtio_blk", "virtio_console"),
    *("ext4", "9pnet_virtio", "9p"),
)


@dataclass(frozen=True, slots=True)
class Start:
    """What to start with: files, and the kernel's release."""

    release: str
    kernel: Path
    initramfs: Path
    checkout: Path


def prepare(disk: Disk, name: str, folder: Path) -> Start:
    """Make it ready in a folder for a kernel of KERNELS."""
    kernel = find_kernel(disk, name)
    release = kernel.name.removeprefix("vmlinuz-")
    initramfs, checkout = folder / "initramfs", folder / "checkout.tar"
    _make_initramfs(disk, release, folder / "first", initramfs)
    _pack_checkout(folder / "checkout", checkout)
    return Start(release, kernel, initramfs, checkout)


def find_kernel(disk: Disk, name: str) -> Path:
    """Return the image of a kernel of KERNELS."""
    for path in (disk.kernels / "boot").glob("vmlinuz-*"):
        if re.match(rf"vmlinuz-{re.escape(name)}\.\d", path.name):
            return path
    raise LookupError(f"no kernel {name} for arm64 in {disk.kernels}")


def _make_initramfs(disk: Disk, release: str, first: Path, initramfs: Path) -> None:
    """Busybox, the modules that the disk needs, and a script."""
    (first / "bin").mkdir(parents=True)
    shutil.copy(disk.kernels / "busybox", first / "bin/busybox")
    shutil.copy(_INIT, first / "init")
    (first / "init").chmod(0o755)
    (first / "modules").mkdir()
    for number, module in enumerate(_modules(disk, release)):
        _copy_module(module, first / "modules" / f"{number:02}.ko")
    pack = 'cd "$0" && find . | cpio --quiet -o -H newc >"$1"'
    run(["sh", "-c", pack, str(first), str(initramfs)])
    shutil.rmtree(first)


def _modules(disk: Disk, release: str) -> list[Path]:
    """In the order in which they have to be loaded."""
    base = ["modprobe", "-C", "/dev/null", "-d", str(disk.kernels), "-S", release]
    shown = run([*base, "--show-depends", "--all", *_MODULES])
    found = re.findall(r"^insmod (\S+)", shown, re.MULTILINE)
    return [Path(path) for path in dict.fromkeys(found)]


def _copy_module(module: Path, target: Path) -> None:
    if module.suffix == ".xz":
        target.write_bytes(subprocess.check_output(["xz", "-dc", str(module)]))
    else:
        shutil.copy(module, target)


def _pack_checkout(folder: Path, target: Path) -> None:
    listed = run(["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],
                 cwd=cache.CHECKOUT)  # fmt: skip
    for name in filter(None, listed.split("\0")):
        source = cache.CHECKOUT / name
        if source.is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    compile_python(folder, CHECKOUT)
    with tarfile.open(target, "w") as tar:
        tar.add(folder, ".", filter=_roots)
    shutil.rmtree(folder)


def _roots(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member
