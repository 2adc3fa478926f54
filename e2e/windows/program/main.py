"""Opens real X windows and does with them what it is told: one JSON command per line on standard input, one JSON answer
per line on standard output, in the same order. Ends with its standard input. What it draws: layout.py, test_window.py."""
import json
import os
import select
import sys
import time

from PIL import Image
from Xlib import X, Xutil

from screen import Screen
from sheets import Sheets
from test_window import TestWindow

IDLE_S = 5.0
ICONIC = 3


class Program:
    def __init__(self):
        self.screen = Screen()
        self.sheets = Sheets(self.screen)
        self.windows = {}
        self.by_xid = {}
        self.unread = b""

    def run(self):
        streams = [sys.stdin.fileno(), self.screen.display.fileno()]
        while True:
            self.take_events()
            self.draw_due()
            self.screen.display.flush()
            if self.screen.display.pending_events():
                continue
            ready, _, _ = select.select(streams, [], [], self.pause_s())
            if streams[0] in ready and not self.read_commands():
                return

    def read_commands(self):
        chunk = os.read(sys.stdin.fileno(), 1 << 20)
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

    def take_events(self):
        display, sizes = self.screen.display, {}
        while display.pending_events():
            event = display.next_event()
            window = self.by_xid.get(getattr(getattr(event, "window", None), "id", None))
            if window is None:
                continue
            if event.type == X.ConfigureNotify:
                sizes[window] = (event.width, event.height)
            elif event.type == X.MapNotify:
                window.is_mapped = True
            elif event.type == X.UnmapNotify:
                window.is_mapped = False
            elif event.type == X.ClientMessage and event.data[1][0] == self.screen.atom("WM_DELETE_WINDOW"):
                self.do_close(window.number)
        for window, size in sizes.items():
            window.resized(*size)

    def draw_due(self):
        now = time.monotonic()
        for window in self.windows.values():
            window.frame_due(now)

    def pause_s(self):
        due = [window.next_frame for window in self.windows.values() if window.fps > 0]
        return max(0.0, min(due) - time.monotonic()) if due else IDLE_S

    def wait_until(self, is_so):
        end = time.monotonic() + IDLE_S
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError("the window manager did not do it")
            self.screen.display.flush()
            select.select([self.screen.display.fileno()], [], [], 0.02)
            self.take_events()

    # Commands.

    def do_open(self, windows):
        opened = [self.made(spec) for spec in windows]
        self.wait_until(lambda: all(window.is_mapped for window in opened))
        for window in opened:
            window.show(0, window.height)
        self.screen.display.sync()
        return [window.window.id for window in opened]

    def made(self, spec):
        window = TestWindow(self.screen, self.sheets, spec)
        self.windows[window.number] = window
        self.by_xid[window.window.id] = window
        window.window.map()
        # Its buffer is copied with each request that is added, so it mustn't grow; a flush sends only what fits at once.
        self.screen.display.sync()
        return window

    def do_close(self, number):
        window = self.windows.pop(number)
        del self.by_xid[window.window.id]
        window.close()
        self.screen.display.sync()

    def do_retitle(self, number, title):
        self.windows[number].retitle(title)
        self.screen.display.sync()

    def do_resize(self, number, width, height):
        window = self.windows[number]
        window.window.set_wm_normal_hints(flags=Xutil.USSize, width=width, height=height)
        window.window.configure(width=width, height=height)
        self.wait_until(lambda: (window.width, window.height) == (width, height))

    def do_move(self, number, x, y):
        self.windows[number].window.configure(x=x, y=y)
        self.screen.display.sync()

    def do_minimise(self, number):
        window = self.windows[number]
        self.screen.ask_manager(window.window, "WM_CHANGE_STATE", [ICONIC])
        self.wait_until(lambda: not window.is_mapped)

    def do_restore(self, number):
        window = self.windows[number]
        self.screen.ask_manager(window.window, "_NET_ACTIVE_WINDOW", [2])
        self.wait_until(lambda: window.is_mapped)

    def do_desktop(self, number, desktop):
        window = self.windows[number]
        self.screen.ask_manager(window.window, "_NET_WM_DESKTOP", [desktop, 2])
        current = self.screen.root.get_full_property(self.screen.atom("_NET_CURRENT_DESKTOP"), X.AnyPropertyType)
        self.wait_until(lambda: window.is_mapped == (current.value[0] == desktop))

    def do_fullscreen(self, number, on):
        window = self.windows[number]
        self.screen.ask_manager(
            window.window, "_NET_WM_STATE", [int(on), self.screen.atom("_NET_WM_STATE_FULLSCREEN"), 0, 2]
        )
        self.screen.display.sync()

    def do_raise(self, number):
        self.screen.ask_manager(self.windows[number].window, "_NET_ACTIVE_WINDOW", [2])
        self.screen.display.sync()

    def do_play(self, number, fps):
        window = self.windows[number]
        window.fps, window.next_frame = fps, time.monotonic()
        return window.counter

    def do_content(self, number, content, text):
        window = self.windows[number]
        window.spec.update(content=content, text=text)
        window.make_canvas()
        self.screen.display.sync()

    def do_save(self, number, file):
        """The very pixels, for comparing; grey where the name ends in .pgm."""
        window = self.windows[number]
        image = window.canvas.get_image(0, 0, window.width, window.height, X.ZPixmap, 0xFFFFFFFF)
        picture = Image.frombytes("RGB", (window.width, window.height), image.data, "raw", "BGRX")
        (picture.convert("L") if file.endswith(".pgm") else picture).save(file)

    def do_count(self):
        return len(self.windows)


if __name__ == "__main__":
    Program().run()
