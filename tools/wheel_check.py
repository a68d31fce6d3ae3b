"""An installed sayso reads an article, adds it to a ledger and serves the pages: python tools/wheel_check.py ARTICLE."""

import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path


def main(article: str) -> None:
    """Read, add, serve; fails where one of them does."""
    sayso = str(Path(sys.executable).with_name("sayso"))
    read = subprocess.run([sayso, "read", article, "--date", "2018-03-09", "--json"], capture_output=True, check=True)
    assert b'"events":[{' in read.stdout, "no event was read"
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "my.sayso")
        subprocess.run([sayso, "add", article, "--ledger", ledger], capture_output=True, check=True)
        command = [sayso, "serve", ledger, "--port", "0", "--no-browser"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
            try:
                assert server.stdout is not None
                address = next(found for line in server.stdout if (found := re.search(r"http://[\d.]+:\d+", line)))
                with urllib.request.urlopen(f"{address.group()}/") as page:
                    assert b'<div id="app"' in page.read(), "the pages are not in the wheel"
                with urllib.request.urlopen(f"{address.group()}/api/v1/claims?limit=1") as answer:
                    assert b'"items":[{' in answer.read(), "no claim is served"
            finally:
                server.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
