"""Owns where things stand in a test window, as fractions of its size, and what the code says. ../read-code.ts is its
other half: change both together."""

COLUMNS = 32
ROWS = 2
STRIP = 0.08  # height of the code, from the top
BAND = 0.16  # where the band of the window's colour ends and its content begins
MARKER = 0.06  # side of the mark in the lower right corner: black, then white

# Far apart also after chroma subsampling; the number in the code tells apart those that share one.
COLOURS = (
    (200, 40, 40), (40, 90, 200), (40, 150, 60), (190, 150, 20), (150, 50, 170), (20, 150, 160),
    (220, 110, 30), (90, 60, 30), (230, 120, 170), (110, 160, 20), (70, 70, 110), (150, 150, 150),
)


def colour_of(number):
    return COLOURS[number % len(COLOURS)]


def code_bits(number, drawn_at_ms, counter):
    """16 bits of the window's number, 32 of the time, 8 of a frame counter, 8 that prove them."""
    data = (number & 0xFFFF).to_bytes(2, "big") + (drawn_at_ms & 0xFFFFFFFF).to_bytes(4, "big")
    data += (counter & 0xFF).to_bytes(1, "big")
    data += bytes([crc8(data)])
    return [byte >> shift & 1 for byte in data for shift in range(7, -1, -1)]


def crc8(data):
    crc = 0xFF  # so that a white or a black strip proves nothing
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ 0x07) & 0xFF if crc & 0x80 else crc << 1
    return crc
