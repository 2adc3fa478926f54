"""Cuts a piece out of a picture and enlarges it, for reading small text: enlarge.py IN OUT LEFT TOP WIDTH HEIGHT TIMES."""
import sys

from PIL import Image

source, target, *numbers = sys.argv[1:]
left, top, width, height, times = map(int, numbers)
piece = Image.open(source).convert("L").crop((left, top, left + width, top + height))
piece.resize((width * times, height * times), Image.LANCZOS).save(target)
