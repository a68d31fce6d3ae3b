"""An object store of the kind of S3, in memory: as much of it as reading and writing a lake needs.

usage: python s3.py FOLDER

Fills it with the files of a folder, reads them into a lake of the store, and prints what came of it as a line of JSON. A process
of its own, since it opens sockets.
"""

import io
import json
import sys
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, quote, unquote, urlsplit
from xml.sax.saxutils import escape

from sayso.errors import SaysoError
from sayso.model import Document, Ledger, Run
from sayso.reading.stories import Taking
from sayso.running.cluster import Lake
from sayso.running.cluster.answering import answer_piece, decode_answer
from sayso.running.cluster.pieces import encode_piece, files_in, pieces_of
from sayso.settings import Settings

BUCKET = "press"
objects: dict[str, bytes] = {}
parts: dict[str, dict[int, bytes]] = {}


class _Readable(Protocol):
    """What can be read by size and by line."""

    def read(self, size: int, /) -> bytes:
        """So many bytes."""
        ...

    def readline(self) -> bytes:
        """A line."""
        ...


def _joined(stream: _Readable) -> bytes:
    """Pieces, each after a line with its size; after the last, lines with check sums."""
    data = b""
    while size := int(stream.readline().split(b";")[0], 16):
        data += stream.read(size)
        stream.readline()
    while stream.readline().strip():
        pass
    return data


class Store(BaseHTTPRequestHandler):
    """Objects by path, without any check of who asks."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", headers.get("length") or str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    @property
    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).strip("/")

    def do_HEAD(self) -> None:
        """Whether there is a bucket or an object, and how large it is."""
        found = b"" if self._key == BUCKET else objects.get(self._key)
        if found is None:
            self._answer(404)
        else:
            self._answer(200, found, Last_Modified=formatdate(0, usegmt=True), ETag='"1"')

    def do_GET(self) -> None:
        """An object, a part of it, or what begins with a prefix."""
        if self._key == BUCKET:
            self._list(parse_qs(urlsplit(self.path).query))
            return
        data, wanted = objects[self._key], self.headers.get("Range")
        if wanted is None:
            self._answer(200, data, ETag='"1"')
            return
        first, last = wanted.removeprefix("bytes=").split("-")
        part = data[int(first) : int(last) + 1]
        self._answer(206, part, Content_Range=f"bytes {first}-{int(first) + len(part) - 1}/{len(data)}", ETag='"1"')

    def _list(self, asked: dict[str, list[str]]) -> None:
        prefix = f"{BUCKET}/{asked.get('prefix', [''])[0]}"
        found = sorted(key for key in objects if key.startswith(prefix))
        contents = "".join(
            f"<Contents><Key>{escape(key.removeprefix(f'{BUCKET}/'))}</Key><Size>{len(objects[key])}</Size>"
            "<LastModified>1970-01-01T00:00:00Z</LastModified></Contents>"
            for key in found
        )
        body = f"<ListBucketResult><KeyCount>{len(found)}</KeyCount><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>"
        self._answer(200, body.encode(), Content_Type="application/xml")

    def do_POST(self) -> None:
        """Begin an object that comes in parts, or put its parts together."""
        asked = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        self._body()
        if "uploads" in asked:
            began = f"<InitiateMultipartUploadResult><UploadId>{self._key}</UploadId></InitiateMultipartUploadResult>"
            self._answer(200, began.encode())
            return
        objects[self._key] = b"".join(part for _, part in sorted(parts.pop(self._key).items()))
        ended = '<CompleteMultipartUploadResult><ETag>"1"</ETag></CompleteMultipartUploadResult>'
        self._answer(200, ended.encode())

    def do_PUT(self) -> None:
        """Keep an object, a part of one, or a copy of one."""
        data = self._body()
        asked = parse_qs(urlsplit(self.path).query)
        if "partNumber" in asked:
            parts.setdefault(self._key, {})[int(asked["partNumber"][0])] = data
            self._answer(200, ETag='"1"')
            return
        copied = self.headers.get("x-amz-copy-source")
        objects[self._key] = data if copied is None else objects[unquote(copied).strip("/")]
        body = b"" if copied is None else b'<CopyObjectResult><ETag>"1"</ETag></CopyObjectResult>'
        self._answer(200, body, ETag='"1"')

    def _body(self) -> bytes:
        """What was sent; it may come in pieces, by the rules of HTTP, of S3, or of both."""
        if self.headers.get("Transfer-Encoding") == "chunked":
            data = _joined(self.rfile)
        else:
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        return _joined(io.BytesIO(data)) if "aws-chunked" in (self.headers.get("Content-Encoding") or "") else data

    def do_DELETE(self) -> None:
        """Forget an object."""
        objects.pop(self._key, None)
        self._answer(204)


def address(port: int, path: str) -> str:
    """A path in the store."""
    server = quote(f"http://127.0.0.1:{port}", safe="")
    return f"s3://key:secret@{BUCKET}/{quote(path)}?endpoint_override={server}&region=us-east-1"


def _read(document: Document) -> Ledger:
    return Ledger(document, Run("test", "test", "test"))


def main(folder: str) -> None:
    """Serve, read, tell."""
    for file in Path(folder).iterdir():
        objects[f"{BUCKET}/2024/{file.name}"] = file.read_bytes()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Store)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    lake = Lake(address(port, "lake"))
    run = Run("test", "test", "test")
    lake.opened(run)
    pieces = [one for file in files_in([address(port, "2024")]) for one in pieces_of(file, Taking(), lines=True)]
    answers = [decode_answer(answer_piece(encode_piece(one), 0, _read, Settings())) for one in pieces]
    lake.write(answers)
    Lake(address(port, "lake")).opened(run)
    told = {
        "root": lake.root,
        "sources": sorted({one.source for one in pieces}),
        "kept": sorted(lake.keys()) == sorted(one.key for one in pieces),
        "objects": sorted(key for key in objects if "/lake/" in key),
        "problems": [one.problem for one in answers if one.problem],
    }
    try:
        files_in([address(port, "nothing")])
    except SaysoError as error:
        told["missing"] = str(error)
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
