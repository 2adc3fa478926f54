"""Moves and presses the X server's own mouse and keyboard as it is told: one JSON list of steps per line on standard input, one
JSON answer per line on standard output. Steps: {"to": [x, y]}, {"down": button}, {"up": button}, {"press": key},
{"release": key}. Buttons 4 and 5 are the wheel; a key is called as X calls its symbol."""
import json
import sys
import time

from Xlib import X, XK
from Xlib.display import Display
from Xlib.ext import xtest

PAUSE_S = 0.04


def take(display, step):
    if "to" in step:
        x, y = step["to"]
        xtest.fake_input(display, X.MotionNotify, x=round(x), y=round(y))
    elif "down" in step:
        xtest.fake_input(display, X.ButtonPress, step["down"])
    elif "press" in step:
        xtest.fake_input(display, X.KeyPress, code_of(display, step["press"]))
    elif "release" in step:
        xtest.fake_input(display, X.KeyRelease, code_of(display, step["release"]))
    else:
        xtest.fake_input(display, X.ButtonRelease, step["up"])
    display.sync()
    time.sleep(PAUSE_S)


def code_of(display, key):
    return display.keysym_to_keycode(XK.string_to_keysym(key))


def main():
    display = Display()
    for line in sys.stdin:
        for step in json.loads(line)["steps"]:
            take(display, step)
        print(json.dumps({"ok": True, "value": None}), flush=True)


main()
