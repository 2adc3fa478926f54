"""Passes TCP connections on: forward.py LISTEN_HOST:PORT TARGET_HOST:PORT. Says one line when it listens, and ends with its
standard input."""
import asyncio
import sys


async def pump(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass  # one end broke off; the other is told by the close
    finally:
        writer.close()


async def forward(reader, writer, target):
    try:
        far_reader, far_writer = await asyncio.open_connection(*target)
    except OSError:
        writer.close()
        return
    await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))


async def main(listen, target):
    server = await asyncio.start_server(lambda reader, writer: forward(reader, writer, target), *listen)
    print("listening", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


def address_of(text):
    host, port = text.rsplit(":", 1)
    return host, int(port)


if __name__ == "__main__":
    asyncio.run(main(address_of(sys.argv[1]), address_of(sys.argv[2])))
