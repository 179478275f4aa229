# SPDX-License-Identifier: GPL-2.0-or-later
"""Start an emulated arm64 machine and run one command there."""

import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence

from tests.vm.arm.disk import CHECKOUT, TOOLS, Disk
from tests.vm.arm.start import Start
from tests.vm.boot import Machine, Outcome, follow
from tests.vm.channel import Channel

_CHANNEL = "/channel"
_PATH = f"{TOOLS}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

# The libraries' index is what Python finds libseccomp by. The first program's end
# is a panic, and so the machine's end.
_GUEST = """\
/sbin/ldconfig
cd {checkout}
exec </dev/null > /dev/vport*p1 2>&1
/bin/bash tests/vm/guest.sh {channel} {nonce} no env {settings} {command}
sync
echo o >/proc/sysrq-trigger
while :; do /bin/sleep 1; done
"""


def boot(
    disk: Disk,
    start: Start,
    machine: Machine,
    channel: Channel,
    command: Sequence[str],
    env: Mapping[str, str],
) -> Outcome:
    """Run the command in a guest; what it prints goes to this terminal."""
    settings = {"PATH": _PATH, **env}
    (channel.folder / "guest").write_text(
        _GUEST.format(
            checkout=CHECKOUT,
            channel=_CHANNEL,
            nonce=channel.nonce,
            settings=shlex.join(f"{name}={value}" for name, value in settings.items()),
            command=shlex.join(command),
        )
    )
    process = subprocess.Popen(
        _qemu(disk, start, machine, channel),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    return follow(process, machine, channel, sys.stdout.buffer)


def _qemu(disk: Disk, start: Start, machine: Machine, channel: Channel) -> list[str]:
    append = f"console=ttyAMA0 ignore_loglevel printk.devkmsg=on panic=-1 {machine.append}"
    return [
        *("qemu-system-aarch64", "-M", "virt", "-cpu", "max", "-accel", "tcg,thread=multi"),
        *("-smp", str(machine.cpus), "-m", machine.memory, "-nodefaults", "-no-reboot"),
        *("-display", "none", "-pidfile", str(channel.pidfile)),
        *("-kernel", str(start.kernel), "-initrd", str(start.initramfs)),
        *("-append", append.strip()),
        *("-chardev", "file,id=console,path=/dev/stderr", "-serial", "chardev:console"),
        *("-device", "virtio-serial-pci", "-chardev", "file,id=printed,path=/dev/stdout"),
        *("-device", "virtserialport,chardev=printed,nr=1"),
        *("-drive", f"file={disk.image},format=raw,if=virtio,snapshot=on"),
        *("-drive", f"file={start.checkout},format=raw,if=virtio,snapshot=on"),
        *("-virtfs", f"local,path={channel.folder},mount_tag=channel,security_model=none"),
    ]
