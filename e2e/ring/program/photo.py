"""Takes photographs of the X server's screen as it is told: one JSON command per line on standard input, one JSON answer per line
on standard output. {"do": "photo", "area": [x, y, width, height], "file": path} saves it and answers with its RGB bytes, base64."""
import base64
import json
import sys

from PIL import Image
from Xlib import X
from Xlib.display import Display


def photo(screen, command):
    x, y, width, height = command["area"]
    raw = screen.root.get_image(x, y, width, height, X.ZPixmap, 0xFFFFFFFF)
    picture = Image.frombytes("RGB", (width, height), raw.data, "raw", "BGRX")
    picture.save(command["file"])
    return base64.b64encode(picture.tobytes()).decode()


def main():
    screen = Display().screen()
    for line in sys.stdin:
        try:
            answer = {"ok": True, "value": photo(screen, json.loads(line))}
        except Exception as failure:  # told to the test, which then fails
            answer = {"ok": False, "message": str(failure)}
        print(json.dumps(answer), flush=True)


main()
