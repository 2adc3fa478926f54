"""Looks at the X server's own picture of the screen: one JSON command per line on standard input, one JSON answer per line on
standard output, in order. Commands: {"do": "until", "seen": bool, "place": [x, y, width, height], "withinS": s}, answered with
the wall clock in milliseconds or null; {"do": "save", "file": path}."""
import json
import sys
import time

from PIL import Image
from Xlib import X
from Xlib.display import Display

ALL_PLANES = 0xFFFFFFFF
PAUSE_S = 0.005
# A plain desktop has one colour, an empty window two; words and their edges have more.
COLOURS_OF_WORDS = 8


def picture(root, x, y, width, height):
    return root.get_image(x, y, width, height, X.ZPixmap, ALL_PLANES).data


def is_seen(root, place):
    return len(set(memoryview(picture(root, *place)).cast("I"))) >= COLOURS_OF_WORDS


def until(root, seen, place, within_s):
    end = time.monotonic() + within_s
    while is_seen(root, place) != seen:
        if time.monotonic() > end:
            return None
        time.sleep(PAUSE_S)
    return time.time() * 1000


def save(root, file):
    size = root.get_geometry()
    data = picture(root, 0, 0, size.width, size.height)
    Image.frombytes("RGB", (size.width, size.height), data, "raw", "BGRX").save(file)


def main():
    root = Display().screen().root
    for line in sys.stdin:
        asked = json.loads(line)
        value = None
        if asked["do"] == "until":
            value = until(root, asked["seen"], asked["place"], asked["withinS"])
        else:
            save(root, asked["file"])
        print(json.dumps({"ok": True, "value": value}), flush=True)


main()
