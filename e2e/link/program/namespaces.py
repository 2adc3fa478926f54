"""Owns the network namespaces and the TUN devices in them. Needs root. Names hold our process id, so that what a killed
process left behind can be known and removed."""
import fcntl
import os
import re
import signal
import struct
import subprocess

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
NAME = re.compile(r"^parley-(\d+)-[ab]$")


def ip(*words, check=True):
    done = subprocess.run(["ip", *words], capture_output=True, text=True)
    if check and done.returncode != 0:
        raise OSError(f"ip {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def open_tun(name):
    """A device lives as long as this descriptor."""
    descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(descriptor, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return descriptor


def make_side(side, address, subnet_bits):
    namespace, device = f"parley-{os.getpid()}-{side}", f"parley{os.getpid()}{side}"
    ip("netns", "add", namespace)
    descriptor = open_tun(device)
    ip("link", "set", device, "netns", namespace)
    inside = ("-n", namespace)
    ip(*inside, "link", "set", "lo", "up")
    # So that browsers think themselves online. What isn't for the other two goes nowhere.
    ip(*inside, "address", "add", f"{address}/{subnet_bits}", "dev", device)
    ip(*inside, "link", "set", device, "up")
    ip(*inside, "route", "add", "default", "dev", device)
    return namespace, descriptor


def make_server_side(address, subnet_bits):
    device = f"parley{os.getpid()}s"
    descriptor = open_tun(device)
    ip("address", "add", f"{address}/{subnet_bits}", "dev", device)
    ip("link", "set", device, "up")
    return descriptor


def free_subnet():
    """Of 10.213.0.0/16, one that no interface of ours has."""
    taken = set(re.findall(r"inet 10\.213\.(\d+)\.", ip("-4", "address")))
    first = os.getpid() % 250
    for step in range(250):
        third = (first + step) % 250
        if str(third) not in taken:
            return f"10.213.{third}"
    raise OSError("no free network")


def end_side(namespace):
    for pid in ip("netns", "pids", namespace, check=False).split():
        try:
            os.kill(int(pid), signal.SIGKILL)
        except ProcessLookupError:
            pass  # it was quicker
    ip("netns", "delete", namespace, check=False)


def end_abandoned():
    """Those whose maker was killed together with whatever should have ended them."""
    for line in ip("netns", "list").splitlines():
        found = NAME.match(line.split(" ")[0])
        if found and not os.path.exists(f"/proc/{found[1]}"):
            end_side(found[0])
