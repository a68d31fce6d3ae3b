"""Ten thousand damaged inputs through each reader: no crash, no hang, nothing but stories, problems and things passed over.

python -m bench.hostile [--inputs 10000] [--form NAME]... [--seed 0]

Prints, for each reader, what came out, the slowest input in seconds of the processor, and the inputs a second. A reader that raises ends
the bench with the input written to hostile.bin.
"""

import argparse
import io
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import samples as made
from sayso.reading.intake import stories_of
from sayso.reading.kinds import FORMS, Form
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Story, Taking
from sayso.reading.visiting import Visitor

NOISE: Final = (
    b"\0", b"<", b">", b"]]>", b"<![CDATA[", b"\xff\xfe", b"99999999999", b"-1", b"&x;", b"\r\n\r\n", b'"', b"'", b"{", b"[",
    b"\xe2\x80\x8b", b"\xed\xa0\x80", b"Content-Length: 9999999999\r\n", b"<script", b"--", b"\x1f\x8b\x08", b"PK\x03\x04",
)  # fmt: skip
PAGE = ("http://post.example/1", made.page(), "text/html", 200)


def samples(folder: Path) -> dict[Form, list[bytes]]:
    """Sound samples of every format."""
    item = ("Ferries", "http://post.example/1", "Fri, 02 Oct 2015 23:10:00 -0400", made.STORY)
    return {
        "text": [made.STORY.encode(), made.STORY.encode("utf-16")],
        "html": [made.page(head=made.LINKED_HEAD), made.page()],
        "jsonl": [
            made.jsonl(folder / "a", [{"text": made.STORY, "date": "2015-10-02"}, {"text": made.OTHER}]).read_bytes()
        ],
        "json": [made.encoded([{"text": made.STORY}, {"text": made.OTHER, "date": "2015-10-02"}])],
        "csv": [
            made.csv_file(folder / "b", [["text", "date"], [made.STORY, "2015-10-02"], [made.OTHER, ""]]).read_bytes()
        ],
        "parquet": [
            made.parquet(folder / "c", {"text": [made.STORY, made.OTHER], "date": ["2015-10-02", None]}).read_bytes()
        ],
        "feed": [made.rss([item]), made.ATOM],
        "opml": [made.opml([]), made.opml(["ftp://post.example/feed"])],
        "warc": [made.warc([PAGE]), made.warc([PAGE, PAGE], compressed=False)],
        "wacz": [made.wacz({"archive/a.warc.gz": made.warc([PAGE])})],
        "ninjs": [made.encoded(made.NINJS)],
        "newsml": [made.newsml()],
        "eml": [made.mail(), made.mail(html=True)],
    }


def damaged(sound: list[bytes], noise: random.Random) -> bytes:
    """A sample with pieces cut out, doubled, overwritten, put in or exchanged; now and then nothing but noise."""
    if noise.random() < 0.02:
        return noise.randbytes(noise.randrange(2_000))
    data = bytearray(noise.choice(sound))
    for _ in range(noise.randrange(1, 8)):
        at, length = noise.randrange(len(data) + 1), noise.choice((1, 2, 8, 64, 512))
        match noise.randrange(6):
            case 0:
                del data[at : at + length]
            case 1:
                data[at:at] = data[at : at + length] * noise.randrange(1, 30)
            case 2:
                data[at : at + length] = noise.randbytes(length)
            case 3:
                data[at:at] = noise.choice(NOISE)
            case 4 if at < len(data):
                data[at] ^= 1 << noise.randrange(8)
            case _:
                del data[at:]
    return bytes(data)


def outcomes(data: bytes, form: Form) -> Iterator[str]:
    """What comes out, each thing looked at."""
    # nothing is fetched: the readers are under test
    taking = Taking(form=form, follow=False)
    for one in stories_of("-", taking, Visitor(Fetcher(taking)), standard_input=io.BytesIO(data)):
        if isinstance(one, Story):
            assert one.text.strip()
            assert one.document().text == one.text
        yield type(one).__name__


def main() -> None:
    """Run it, and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, default=10_000)
    options.add_argument("--form", action="append", choices=FORMS)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sound = samples(Path(folder))
    print(f"{'reader':<10}{'inputs':>8}{'stories':>9}{'problems':>10}{'passed':>8}{'slowest':>9}{'a second':>10}")
    for form in asked.form or FORMS:
        noise, found, slowest, start = random.Random(asked.seed), Counter[str](), 0.0, time.monotonic()
        for _ in range(asked.inputs):
            data, began = damaged(sound[form], noise), time.process_time()
            try:
                found.update(outcomes(data, form))
            except BaseException:
                Path("hostile.bin").write_bytes(data)
                print(f"{form}: the input is in hostile.bin", file=sys.stderr)
                raise
            slowest = max(slowest, time.process_time() - began)
        speed = asked.inputs / (time.monotonic() - start)
        counts = (found["Story"], found["Problem"], found["Passed"])
        print(
            f"{form:<10}{asked.inputs:>8}{counts[0]:>9}{counts[1]:>10}{counts[2]:>8}{slowest:>9.2f}{speed:>10.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
