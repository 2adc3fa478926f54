"""Owns the connection to the X server, and what is asked of the window manager."""
from Xlib import X, display, error, protocol

ALL = X.SubstructureRedirectMask | X.SubstructureNotifyMask


class Screen:
    def __init__(self):
        self.display = display.Display()
        self.display.set_error_handler(self._on_error)
        self.screen = self.display.screen()
        self.root = self.screen.root
        self.gc = self.root.create_gc(graphics_exposures=0)
        self._atoms = {}

    def _on_error(self, failure, _request):
        # A window may be gone by the time its last frame is drawn; whatever else fails is our mistake.
        if not isinstance(failure, (error.BadWindow, error.BadDrawable)):
            raise SystemExit(f"X error: {failure}")

    def atom(self, name):
        if name not in self._atoms:
            self._atoms[name] = self.display.intern_atom(name)
        return self._atoms[name]

    def pixel(self, colour):
        red, green, blue = colour
        return red << 16 | green << 8 | blue

    def set_text(self, window, name, text):
        window.change_property(self.atom(name), self.atom("UTF8_STRING"), 8, text.encode())

    def set_cardinals(self, window, name, values, kind="CARDINAL"):
        window.change_property(self.atom(name), self.atom(kind), 32, values)

    def ask_manager(self, window, message, values):
        data = (32, (list(values) + [0] * 5)[:5])
        event = protocol.event.ClientMessage(window=window, client_type=self.atom(message), data=data)
        self.root.send_event(event, event_mask=ALL)
