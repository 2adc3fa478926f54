"""Owns pages of small text, drawn by FreeType as other programs do, and kept in the X server: showing one costs a copy."""
import json

from PIL import Image, ImageDraw, ImageFont
from Xlib import X

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
GROUND, INK = (255, 255, 255), (20, 20, 20)
LEADING = 1.5
MARGIN = 12
ROWS_AT_ONCE = 32  # a request to the X server holds 256 kB at most


class Sheet:
    def __init__(self, pixmap, width, height):
        self.pixmap, self.width, self.height = pixmap, width, height


class Sheets:
    def __init__(self, screen):
        self.screen = screen
        self._made = {}

    def of(self, columns):
        key = json.dumps(columns)
        if key not in self._made:
            self._made[key] = self._upload(picture_of(columns))
        return self._made[key]

    def _upload(self, picture):
        width, height = picture.size
        screen, depth = self.screen, self.screen.screen.root_depth
        pixmap = screen.root.create_pixmap(width, height, depth)
        for top in range(0, height, ROWS_AT_ONCE):
            part = picture.crop((0, top, width, min(height, top + ROWS_AT_ONCE)))
            data = part.tobytes("raw", "BGRX")
            pixmap.put_image(screen.gc, 0, top, width, part.size[1], X.ZPixmap, depth, 0, data)
            screen.display.sync()  # its buffer is copied with each request that is added
        return Sheet(pixmap, width, height)


def picture_of(columns):
    """`columns`: each {px, width, lines}, side by side."""
    step = {column["px"]: int(column["px"] * LEADING + 0.5) for column in columns}
    width = sum(column["width"] for column in columns)
    height = MARGIN + max(len(column["lines"]) * step[column["px"]] for column in columns)
    picture = Image.new("RGB", (width, height), GROUND)
    draw = ImageDraw.Draw(picture)
    left = 0
    for column in columns:
        font = ImageFont.truetype(FONT, column["px"])
        for index, line in enumerate(column["lines"]):
            draw.text((left + MARGIN, MARGIN + index * step[column["px"]]), line, fill=INK, font=font)
        left += column["width"]
    return picture
