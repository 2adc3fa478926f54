"""Measures a path with UDP, for the link's own tests: `probe.py echo` answers on port 9000 until its input ends;
`probe.py send HOST COUNT SIZE INTERVAL_MS` sends numbered packets there and prints what came back."""
import json
import select
import socket
import struct
import sys
import time

PORT = 9000
PATIENCE_S = 2.0


def echo():
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.bind(("0.0.0.0", PORT))
    print("listening", flush=True)
    while True:
        ready, _, _ = select.select([line, sys.stdin], [], [])
        if sys.stdin in ready:
            return
        data, sender = line.recvfrom(2048)
        line.sendto(data, sender)


def send(host, count, size, interval_s):
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.setblocking(False)
    sent_at, rtts, arrived = {}, [], []

    def take(until):
        while (left := until - time.monotonic()) > 0 and select.select([line], [], [], left)[0]:
            number = struct.unpack("!I", line.recv(2048)[:4])[0]
            now = time.monotonic()
            arrived.append(now)
            rtts.append((now - sent_at[number]) * 1000)

    begin = time.monotonic()
    for number in range(count):
        sent_at[number] = time.monotonic()
        line.sendto(struct.pack("!I", number).ljust(size, b"."), (host, PORT))
        take(begin + (number + 1) * interval_s)
    take(time.monotonic() + PATIENCE_S)
    span = arrived[-1] - arrived[0] if len(arrived) > 1 else 0
    kbps = (len(arrived) - 1) * (size + 28) * 8 / span / 1000 if span else 0
    print(json.dumps({"received": len(rtts), "rttsMs": rtts, "kbps": kbps}))


if __name__ == "__main__":
    if sys.argv[1] == "echo":
        echo()
    else:
        send(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]) / 1000)
