# SPDX-License-Identifier: GPL-2.0-or-later
"""The guest's disk: Debian for arm64, unpacked but never set up, and Python packages for it.

Nothing of it runs on this machine, so no emulation of single programs is
needed: packages are unpacked without their scripts, and what those would have
written and the tests need is written here.
"""

import hashlib
import shutil
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.vm import cache
from tests.vm.command import retry, run

TOOLS = "/opt/snet/bin"
"""Where the guest has its Python with the packages that snet needs."""
CHECKOUT = "/snet"
"""Where the guest has the checkout."""

_MIRROR = "http://deb.debian.org"
_SOURCES = f"""\
deb {_MIRROR}/debian bookworm main
deb {_MIRROR}/debian bookworm-updates main
deb {_MIRROR}/debian-security bookworm-security main
"""
_KERNELS = ("linux-image-arm64", "linux-image-6.12-arm64")
_PACKAGES = (
    *("base-files", "base-passwd", "bash", "busybox-static", "coreutils", "dash", "findutils"),
    *("grep", "iproute2", "kmod", "libcap2-bin", "login", "mount", "netbase", "procps", "sed"),
    *("tar", "util-linux", "libc-bin", "libseccomp2", "python3"),
    # programs under `snet run`, and what compiles the tests' own: of 64 and of 32 bits
    *("curl", "git", "iputils-ping", "nodejs", "strace"),
    *("gcc", "libc6-dev", "gcc-arm-linux-gnueabihf", "libc6-dev-armhf-cross"),
)
_NOT_NEEDED = ("usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/info")
_PYTHON = (3, 11)
"""Bookworm's."""
_NO_SCREEN = "PyQt6"
_TEST_PACKAGES = ("hypothesis", "pytest", "pytest-asyncio", "pytest-timeout", "requests")
_PLATFORMS = [f"manylinux{tag}_aarch64" for tag in ("2014", "_2_17", "_2_28", "_2_34", "_2_36")]
_SIZE = "3G"


@dataclass(frozen=True, slots=True)
class Disk:
    """What a machine boots from.

    Attributes:
        image: an ext4 file system with Debian in it.
        kernels: a folder with boot/ and lib/modules/ of Debian's kernels.
    """

    image: Path
    kernels: Path


def fetch() -> Disk:
    """Return the disk; made the first time, and when what is to be on it changes."""
    folder = cache.folder("arm64") / _key()
    with cache.lock("arm64"):
        if not folder.exists():
            _make(folder)
    return Disk(folder / "root.img", folder / "kernels")


def compile_python(folder: Path, within: str) -> None:
    """Write the byte code that emulated Python would take long for."""
    if sys.version_info[:2] == _PYTHON:
        compiling = [sys.executable, "-m", "compileall", "-q", "-s", str(folder), "-p", within]
        # Some of the standard library's tests are wrong on purpose.
        run(["sh", "-c", '"$@" >/dev/null 2>&1 || true', "sh", *compiling, str(folder)])


def _key() -> str:
    what = repr((_SOURCES, _KERNELS, _PACKAGES, _PLATFORMS, requirements()))
    return hashlib.sha256(what.encode() + Path(__file__).read_bytes()).hexdigest()[:12]


def _make(folder: Path) -> None:
    """Make it beside the final place and move there last: a torn folder never counts."""
    for old in folder.parent.iterdir():
        run(["rm", "-rf", str(old)])
    part = folder.with_name("part")
    root = part / "root"
    part.mkdir()
    _unpack(root, part / "sources.list")
    _take_kernels(root, part / "kernels")
    for name in _NOT_NEEDED:
        shutil.rmtree(root / name)
    _write_settings(root)
    _install_python_packages(root)
    run(["mke2fs", "-q", "-t", "ext4", "-d", str(root), str(part / "root.img"), _SIZE])
    shutil.rmtree(root)
    part.rename(folder)


def _unpack(root: Path, sources: Path) -> None:
    sources.write_text(_SOURCES)
    make = ["mmdebstrap", "--mode=root", "--variant=extract", "--architectures=arm64"]
    valid = '--aptopt=Acquire::Check-Valid-Until "false"'
    packages = ",".join((*_PACKAGES, *_KERNELS))
    retry([*make, valid, f"--include={packages}", "bookworm", str(root), str(sources)])


def _take_kernels(root: Path, kernels: Path) -> None:
    (kernels / "lib").mkdir(parents=True)
    shutil.move(root / "boot", kernels / "boot")
    shutil.move(root / "lib/modules", kernels / "lib/modules")
    shutil.copy(root / "bin/busybox", kernels / "busybox")
    for modules in (kernels / "lib/modules").iterdir():
        run(["depmod", "-b", str(kernels), modules.name])


def _write_settings(root: Path) -> None:
    """What the packages' scripts would have written."""
    etc = root / "etc"
    shutil.copy(root / "usr/share/base-passwd/passwd.master", etc / "passwd")
    shutil.copy(root / "usr/share/base-passwd/group.master", etc / "group")
    (etc / "nsswitch.conf").write_text("passwd: files\ngroup: files\nhosts: files dns\n")
    (etc / "hosts").write_text("127.0.0.1 localhost\n::1 localhost\n")
    (etc / "fstab").write_text("")
    for name in ("resolv.conf", "hostname"):
        (etc / name).write_text("")
    (root / CHECKOUT[1:]).mkdir()
    (root / "channel").mkdir()


def _install_python_packages(root: Path) -> None:
    """A virtual environment of which nothing has to be run to make it."""
    tools = root / TOOLS[1:]
    packages = tools.parent / f"lib/python{_PYTHON[0]}.{_PYTHON[1]}/site-packages"
    tools.mkdir(parents=True)
    (tools.parent / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.2\n")
    for name in ("python", "python3"):
        (tools / name).symlink_to("/usr/bin/python3")
    (tools / "snet").write_text(
        f"#!{TOOLS}/python\nimport sys\nfrom snetgui.cli.main import main\nsys.exit(main())\n"
    )
    (tools / "snet").chmod(0o755)
    retry([*_pip(packages), *requirements()])
    (packages / "snet.pth").write_text(f"{CHECKOUT}\n")
    compile_python(root / "usr/lib/python3.11", "/usr/lib/python3.11")
    compile_python(packages, "/" + str(packages.relative_to(root)))


def _pip(target: Path) -> list[str]:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    version = f"{_PYTHON[0]}.{_PYTHON[1]}"
    platforms = [f"--platform={platform}" for platform in _PLATFORMS]
    return [
        *(*pip, "install", "--quiet", "--no-compile", "--target", str(target)),
        *("--only-binary=:all:", "--python-version", version, *platforms),
    ]


def requirements() -> list[str]:
    """Return what pip is to install in the guest."""
    project = tomllib.loads((cache.CHECKOUT / "pyproject.toml").read_text())["project"]
    return [
        *(one for one in project["dependencies"] if not one.startswith(_NO_SCREEN)),
        *(
            one
            for one in project["optional-dependencies"]["dev"]
            if one.partition(">")[0] in _TEST_PACKAGES
        ),
    ]
