"""Owns the link: two network namespaces, and every packet between them and this machine. Side A stands behind the link; side
B and the server (this machine) stand beyond it, and reach each other undisturbed. One JSON command per line on standard
input, one JSON answer per line on standard output; all is undone when standard input ends."""
import json
import os
import select
import signal
import subprocess
import sys
import time

import namespaces
from shaper import Shaper

BITS = 24
MULTICAST = range(224, 240)
FORWARD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "forward.py")


class Link:
    def __init__(self, seed):
        namespaces.end_abandoned()
        subnet = namespaces.free_subnet()
        self.addresses = {"a": f"{subnet}.1", "b": f"{subnet}.2", "server": f"{subnet}.254"}
        self.shapers = {"aToB": Shaper(seed), "bToA": Shaper(seed + 1)}
        self.namespaces, self.tuns, self.forwards = {}, {}, []
        self.unread = b""
        # Sent by A to nobody who is here, such as a server on the Internet.
        self.astray = []
        for side in ("a", "b"):
            self.namespaces[side], self.tuns[side] = namespaces.make_side(side, self.addresses[side], BITS)
        self.tuns["server"] = namespaces.make_server_side(self.addresses["server"], BITS)
        self.side_of = {bytes(map(int, address.split("."))): side for side, address in self.addresses.items()}
        # Where side A may move to, as a laptop that gets another address.
        self.moved = f"{subnet}.101"
        self.side_of[bytes(map(int, self.moved.split(".")))] = "a"

    def run(self):
        names = {descriptor: side for side, descriptor in self.tuns.items()}
        waiting = [sys.stdin.fileno(), *names]
        while True:
            ready, _, _ = select.select(waiting, [], [], self.pause_s())
            for descriptor in ready:
                if descriptor in names:
                    self.take_packets(names[descriptor], descriptor)
                elif not self.take_commands():
                    return
            self.deliver()

    def take_packets(self, source, descriptor):
        while True:
            try:
                packet = os.read(descriptor, 65536)
            except BlockingIOError:
                return
            self.route(source, packet)

    def route(self, source, packet):
        if packet[0] >> 4 != 4:
            return  # IPv6 asks for routers that aren't there
        target = packet[16:20]
        if target[0] in MULTICAST:
            targets = [side for side in self.tuns if side != source]  # how .local names are found
        else:
            targets = [self.side_of[target]] if target in self.side_of else []
            if source == "a" and not targets:
                self.astray.append(repr(packet[16:]))
        for side in targets:
            if source == "a":
                self.shapers["aToB"].enter((side, packet), time.monotonic(), len(packet))
            elif side == "a":
                self.shapers["bToA"].enter((side, packet), time.monotonic(), len(packet))
            else:
                self.write(side, packet)

    def deliver(self):
        now = time.monotonic()
        for shaper in self.shapers.values():
            for side, packet in shaper.leave(now):
                self.write(side, packet)

    def write(self, side, packet):
        try:
            os.write(self.tuns[side], packet)
        except OSError:
            pass  # the device's own queue is full or it is going down: lost, as on any network

    def pause_s(self):
        due = [at for at in (shaper.next_at() for shaper in self.shapers.values()) if at is not None]
        return max(0.0, min(due) - time.monotonic()) if due else None

    def take_commands(self):
        chunk = os.read(sys.stdin.fileno(), 65536)
        *lines, self.unread = (self.unread + chunk).split(b"\n")
        for line in lines:
            self.answer(json.loads(line))
        return chunk != b""

    def answer(self, command):
        try:
            value = getattr(self, "do_" + command.pop("do"))(**command)
            reply = {"ok": True, "value": value}
        except Exception as failure:  # told to whoever asked, who knows what to do
            reply = {"ok": False, "message": f"{type(failure).__name__}: {failure}"}
        print(json.dumps(reply), flush=True)

    def do_describe(self):
        return {"addresses": self.addresses, "moved": self.moved, "namespaces": self.namespaces}

    def do_set(self, directions, limits):
        for direction in directions:
            self.shapers[direction].set(limits)

    def do_astray(self):
        return self.astray

    def do_counts(self):
        return {name: shaper.counts for name, shaper in self.shapers.items()}

    def do_forward(self, port):
        """So that 127.0.0.1:port is the same server on both sides, over the link: browsers trust only this name."""
        server, local = f"{self.addresses['server']}:{port}", f"127.0.0.1:{port}"
        self.start_forward([], server, local)
        for namespace in self.namespaces.values():
            self.start_forward(["ip", "netns", "exec", namespace], local, server)

    def start_forward(self, prefix, listen, target):
        command = [*prefix, sys.executable, "-B", FORWARD, listen, target]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.forwards.append(child)
        if child.stdout.readline() == b"":
            raise OSError(f"nothing can listen on {listen}")

    def end(self):
        for child in self.forwards:
            child.stdin.close()
            child.kill()
            child.wait()
        for namespace in self.namespaces.values():
            namespaces.end_side(namespace)
        for descriptor in self.tuns.values():
            os.close(descriptor)


def main():
    # As an exception, so that the end below is run; with a word, for whoever still asks afterwards.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("SIGTERM came."))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal; whoever started us ends us
    link = Link(int(sys.argv[1]))
    try:
        link.run()
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        link.end()


if __name__ == "__main__":
    main()
