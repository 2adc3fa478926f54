"""Owns one test window: its properties, and its picture, which is painted in a pixmap and shown whole, so that a capture
never sees half a frame."""
import time

from Xlib import X, Xutil

from layout import BAND, COLUMNS, MARKER, ROWS, STRIP, code_bits, colour_of
from sheets import GROUND

EVENTS = X.StructureNotifyMask
TYPES = {"normal": "NORMAL", "dialog": "DIALOG", "utility": "UTILITY"}
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
SCROLL_PX_PER_S = 240
ICON = 32


class TestWindow:
    def __init__(self, screen, sheets, spec):
        self.screen, self.sheets, self.spec = screen, sheets, spec
        self.number = spec["number"]
        self.width, self.height = spec["width"], spec["height"]
        self.fps = spec["fps"]
        self.counter = 0
        self.next_frame = 0.0
        self.started = time.monotonic()
        self.is_mapped = False
        root, depth = screen.root, screen.screen.root_depth
        self.window = root.create_window(
            spec["x"], spec["y"], self.width, self.height, 0, depth, event_mask=EVENTS
        )
        self.describe()
        self.canvas = None
        self.make_canvas()

    def describe(self):
        spec, screen, window = self.spec, self.screen, self.window
        self.retitle(spec["title"])
        window.set_wm_class(spec["program"].lower(), spec["program"])
        window.set_wm_normal_hints(
            flags=Xutil.USPosition | Xutil.USSize, x=spec["x"], y=spec["y"], width=self.width, height=self.height
        )
        # Not in front of the client that is tested; a manager that moves the focus 200 times also takes seconds.
        screen.set_cardinals(window, "_NET_WM_USER_TIME", [0])
        window.set_wm_protocols([screen.atom("WM_DELETE_WINDOW")])
        kind = screen.atom("_NET_WM_WINDOW_TYPE_" + TYPES[spec["type"]])
        screen.set_cardinals(window, "_NET_WM_WINDOW_TYPE", [kind], "ATOM")
        icon = [0xFF000000 | screen.pixel(colour_of(self.number))] * (ICON * ICON)
        screen.set_cardinals(window, "_NET_WM_ICON", [ICON, ICON, *icon])

    def retitle(self, title):
        self.screen.set_text(self.window, "_NET_WM_NAME", title)
        self.window.set_wm_name(title.encode("latin-1", "replace").decode("latin-1"))

    def make_canvas(self):
        if self.canvas is not None:
            self.canvas.free()
        self.canvas = self.window.create_pixmap(self.width, self.height, self.screen.screen.root_depth)
        self.paint_face()
        self.paint_code()
        self.window.change_attributes(background_pixmap=self.canvas)
        self.show(0, self.height)

    def resized(self, width, height):
        if (width, height) == (self.width, self.height):
            return
        self.width, self.height = width, height
        self.make_canvas()

    def content_top(self):
        return int(self.height * BAND)

    def paint_face(self):
        self.fill(colour_of(self.number), 0, 0, self.width, self.height)
        self.paint_content()
        self.paint_marker()

    def paint_content(self):
        top, content = self.content_top(), self.spec["content"]
        if content == "text" or content == "scroll":
            sheet = self.sheets.of(self.spec["text"])
            offset = 0 if content == "text" else int((time.monotonic() - self.started) * SCROLL_PX_PER_S)
            self.fill(GROUND, 0, top, self.width, self.height - top)
            self.paint_sheet(sheet, top, offset)
        elif content == "motion":
            self.paint_motion(top)

    def paint_sheet(self, sheet, top, offset):
        """Again and again below itself, as a long page would go on."""
        y, source_y = top, offset % sheet.height
        while y < self.height:
            rows = min(sheet.height - source_y, self.height - y)
            width = min(sheet.width, self.width)
            self.canvas.copy_area(self.screen.gc, sheet.pixmap, 0, source_y, width, rows, 0, y)
            y, source_y = y + rows, 0
            if self.spec["content"] == "text":
                return

    def paint_motion(self, top):
        """Bars that wander at their own speeds, as much change as a film has."""
        at, height = time.monotonic() - self.started, self.height - top
        bars = 12
        for bar in range(bars):
            y = top + height * bar // bars
            self.fill(colour_of(self.number + bar), 0, y, self.width, height // bars + 1)
            x = int((at * (60 + 35 * bar)) % max(1, self.width))
            self.fill(WHITE if bar % 2 else BLACK, x, y, self.width // 8 + 1, height // bars + 1)

    def paint_marker(self):
        side, half = self.width * MARKER, self.width * MARKER / 2
        top = int(self.height * (1 - MARKER))
        self.fill(BLACK, int(self.width - side), top, int(half) + 1, self.height - top)
        self.fill(WHITE, int(self.width - half), top, int(half) + 1, self.height - top)

    def paint_code(self):
        self.counter += 1
        bits = code_bits(self.number, int(time.time() * 1000), self.counter)
        cell_width, cell_height = self.width / COLUMNS, self.height * STRIP / ROWS
        cells = ([], [])
        for at, bit in enumerate(bits):
            left, right = int(at % COLUMNS * cell_width), int((at % COLUMNS + 1) * cell_width)
            top, end = int(at // COLUMNS * cell_height), int((at // COLUMNS + 1) * cell_height)
            cells[bit].append((left, top, right - left, end - top))
        for bit, colour in enumerate((BLACK, WHITE)):
            self.screen.gc.change(foreground=self.screen.pixel(colour))
            self.canvas.poly_fill_rectangle(self.screen.gc, cells[bit])

    def fill(self, colour, x, y, width, height):
        if width <= 0 or height <= 0:
            return
        self.screen.gc.change(foreground=self.screen.pixel(colour))
        self.canvas.fill_rectangle(self.screen.gc, x, y, width, height)

    def show(self, top, rows):
        self.window.copy_area(self.screen.gc, self.canvas, 0, top, self.width, rows, 0, top)

    def draw_frame(self):
        if self.spec["content"] in ("scroll", "motion"):
            self.paint_content()
            self.paint_marker()
            self.paint_code()
            self.show(0, self.height)
        else:
            self.paint_code()
            self.show(0, int(self.height * STRIP) + 1)

    def frame_due(self, now):
        if self.fps == 0 or now < self.next_frame:
            return
        # From the frame that was due, not from now: a late one must not slow the others.
        self.next_frame = max(self.next_frame + 1 / self.fps, now)
        self.draw_frame()

    def close(self):
        self.canvas.free()
        self.window.destroy()
