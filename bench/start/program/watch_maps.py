"""Hears the X server say that a window of a program's size came onto the screen: one JSON command per line on standard input, one
JSON answer per line on standard output. Commands: {"do": "forget"} what came so far; {"do": "mapped", "withinS": s}, answered with
the wall clock in milliseconds of the first since then, or null."""
import json
import select
import sys
import time

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadWindow

# Larger than menus, tips, and what toolkits map for themselves.
LEAST = 300


def is_large(window):
    try:
        size = window.get_geometry()
    except (BadDrawable, BadWindow):
        return False
    return size.width >= LEAST and size.height >= LEAST


def next_mapped(display, within_s):
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        while display.pending_events() > 0:
            event = display.next_event()
            heard = time.time() * 1000
            if event.type == X.MapNotify and is_large(event.window):
                return heard
        select.select([display.fileno()], [], [], 0.05)
    return None


def forget(display):
    display.sync()
    while display.pending_events() > 0:
        display.next_event()


def main():
    display = Display()
    display.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
    display.sync()
    for line in sys.stdin:
        asked = json.loads(line)
        value = None
        if asked["do"] == "mapped":
            value = next_mapped(display, asked["withinS"])
        else:
            forget(display)
        print(json.dumps({"ok": True, "value": value}), flush=True)


main()
