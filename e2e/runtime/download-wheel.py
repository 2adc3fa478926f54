"""Downloads one wheel from the Python package index with nothing but Python itself, for systems without pip.

usage: download-wheel.py NAME VERSION PLATFORM FOLDER
"""

import html
import os
import re
import shutil
import sys
import urllib.parse
import urllib.request

TIMEOUT_S = 60


def main() -> None:
    name, version, platform, folder = sys.argv[1:5]
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
    page_url = f"{index}/{name}/"
    with urllib.request.urlopen(page_url, timeout=TIMEOUT_S) as answer:
        page = answer.read().decode()
    prefix = f"{name.replace('-', '_')}-{version}-"
    for link in re.findall(r'href="([^"]+)"', page):
        url = urllib.parse.urljoin(page_url, html.unescape(link))
        file = urllib.parse.unquote(urllib.parse.urlparse(url).path.rsplit("/", 1)[-1])
        if file.startswith(prefix) and platform in file and file.endswith(".whl"):
            with urllib.request.urlopen(url, timeout=TIMEOUT_S) as answer, open(f"{folder}/{file}", "wb") as out:
                shutil.copyfileobj(answer, out)
            return
    sys.exit(f"{page_url} lists no {prefix}*{platform}.whl")


main()
