# SPDX-License-Identifier: GPL-2.0-or-later
"""Debian's stock kernels, as packages, unpacked without being installed.

Their names change with every security update, so only the meta-packages are
named here and the rest is read from what they depend on.
"""

import re
from pathlib import Path

from tests.vm import cache
from tests.vm.command import retry, run
from tests.vm.kernels import Kernel


def fetch(name: str, image_meta: str, headers_meta: str) -> Kernel:
    """Return the newest kernel that these meta-packages name."""
    image = depends(image_meta, r"linux-image-\d\S*-amd64")
    release = image.removeprefix("linux-image-")
    packages = [image, *header_packages(depends(headers_meta, r"linux-headers-\d\S*-amd64"))]
    root = cache.folder("kernels") / f"{release}_{_version(image)}"
    with cache.lock(f"kernel-{name}"):
        if not root.exists():
            _unpack(packages, release, root)
    return Kernel(
        name=name,
        release=release,
        image=root / "boot" / f"vmlinuz-{release}",
        headers=root / "usr/src" / f"linux-headers-{release}",
    )


def depends(package: str, pattern: str, *, apt: tuple[str, ...] = ()) -> str:
    """Return the one package matching a pattern that another one depends on."""
    text = run([*apt, "apt-cache", "depends", "--important", package])
    found = re.findall(rf"Depends: ({pattern})$", text, re.MULTILINE)
    if not found:
        raise LookupError(
            f"{package} depends on no {pattern}; is the package list up to date?\n{text}"
        )
    return str(found[0])


def header_packages(headers: str, *, apt: tuple[str, ...] = ()) -> list[str]:
    """Return all packages that building a module against these headers takes."""
    return [
        headers,
        depends(headers, r"linux-headers-\S+-common", apt=apt),
        depends(headers, r"linux-kbuild-\S+", apt=apt),
    ]


def unpack_into(
    root: Path, packages: list[str], *, download: Path, apt: tuple[str, ...] = ()
) -> None:
    """Download packages into a folder and unpack them below root."""
    retry([*apt, "apt-get", "download", "-q", *packages], cwd=None if apt else download)
    for package in download.glob("*.deb"):
        run(["dpkg-deb", "-x", str(package), str(root)])
        package.unlink()


def _version(package: str) -> str:
    text = run(["apt-cache", "policy", package])
    found = re.search(r"Candidate: (\S+)", text)
    if found is None:
        raise LookupError(f"{package} has no candidate\n{text}")
    return re.sub(r"[^\w.+-]", "_", found[1])


def _unpack(packages: list[str], release: str, root: Path) -> None:
    """Unpack beside the final place and move there last: a torn folder never counts."""
    part = root.with_name(root.name + ".part")
    run(["rm", "-rf", str(part)])
    part.mkdir()
    unpack_into(part, packages, download=part)
    _relocate_makefile(part / "usr/src" / f"linux-headers-{release}" / "Makefile", root)
    run(["depmod", "-b", str(part), release])
    part.rename(root)


def _relocate_makefile(makefile: Path, root: Path) -> None:
    """The packaged one includes the common headers from /usr/src."""
    text = makefile.read_text()
    makefile.write_text(text.replace("include /usr/src/", f"include {root}/usr/src/"))
