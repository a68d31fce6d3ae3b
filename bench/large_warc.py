"""A large WARC, made up while it is read, in constant memory.

python -m bench.large_warc [--gigabytes 2] [--compressed]

The archive is a stream that is nowhere: pages of articles among pictures, as in a crawl. Prints its size, the articles that were
found, the seconds, and the peak of the process's memory after a tenth of it and after all of it, which must be the same.
"""

import argparse
import gzip
import io
import random
import resource
import time
from collections.abc import Iterator

from bench import samples as made
from sayso.reading.intake import stories_of
from sayso.reading.politeness import Fetcher
from sayso.reading.stories import Story, Taking
from sayso.reading.visiting import Visitor

PICTURE = 400_000
EVERY = 100


def records(size: int, *, compressed: bool) -> Iterator[bytes]:
    """Records of pictures, and of a page after every hundred, up to so many bytes."""
    noise, made_so_far, number = random.Random(5), 0, 0
    while made_so_far < size:
        url = f"http://post.example/{number}"
        if number % EVERY:
            record = made.warc([(url, noise.randbytes(PICTURE), "image/jpeg", 200)], compressed=False)
        else:
            record = made.warc([(url, made.page(title=f"Ferry {number}"), "text/html", 200)], compressed=False)
        data = gzip.compress(record, 1) if compressed else record
        made_so_far += len(data)
        number += 1
        yield data


class Nowhere(io.RawIOBase):
    """A stream of pieces."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""
        self.given = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes, put together from the pieces."""
        if not self._rest:
            self._rest = next(self._pieces, b"")
        piece, self._rest = self._rest[:size], self._rest[size:]
        self.given += len(piece)
        return piece


def peak() -> float:
    """The most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Read it, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gigabytes", type=float, default=2.0)
    options.add_argument("--compressed", action="store_true")
    asked = options.parse_args()
    size = int(asked.gigabytes * 1e9)
    stream, start = Nowhere(records(size, compressed=asked.compressed)), time.monotonic()
    stories, early = 0, 0.0
    taking = Taking(form="warc")
    for one in stories_of("-", taking, Visitor(Fetcher(taking)), standard_input=stream):  # type: ignore[arg-type]  # only read() is asked for
        stories += isinstance(one, Story)
        if not early and stream.given > size / 10:
            early = peak()
    seconds = time.monotonic() - start
    print(f"{stream.given / 1e9:.2f} GB, {stories} articles, {seconds:.0f} s")
    print(f"peak of memory: {early:.0f} MiB after a tenth, {peak():.0f} MiB after all of it")


if __name__ == "__main__":
    main()
