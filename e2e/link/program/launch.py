"""Starts a program inside a namespace: launch.py NAMESPACE PROGRAM WORDS… Its debugging ports, which it tells on standard
error and opens on the namespace's own loopback, are opened on this machine's as well, so that a test driver reaches them."""
import asyncio
import ctypes
import os
import re
import signal
import socket
import sys

from forward import pump

PORTS = 4
LISTENING = re.compile(rb"(listening on ws://127\.0\.0\.1:)(\d+)")
CLONE_NEWNET, PR_SET_PDEATHSIG = 0x40000000, 1
LIBC = ctypes.CDLL(None, use_errno=True)


def enter(namespace):
    with open(f"/run/netns/{namespace}") as handle:
        if LIBC.setns(handle.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter {namespace}")


def tie():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


async def serve(listener, port):
    async def connect(reader, writer):
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))

    await asyncio.start_server(connect, sock=listener)


async def relay_errors(stream, listeners):
    while line := await stream.readline():
        found = LISTENING.search(line)
        if found and listeners:
            listener = listeners.pop()
            await serve(listener, int(found[2]))
            line = LISTENING.sub(rb"\g<1>%d" % listener.getsockname()[1], line)
        os.write(2, line)


async def main(namespace, command):
    # A socket belongs to the network that its maker was in: these to the machine, all later ones to the namespace.
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(PORTS)]
    enter(namespace)
    child = await asyncio.create_subprocess_exec(
        # Standard input and output and the pipes of a driver (3, 4) are its own.
        *command, stderr=asyncio.subprocess.PIPE, close_fds=False, preexec_fn=tie, limit=1 << 24
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, child.send_signal, number)
    errors = asyncio.create_task(relay_errors(child.stderr, listeners))
    code = await child.wait()
    errors.cancel()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    os._exit(asyncio.run(main(sys.argv[1], sys.argv[2:])))
