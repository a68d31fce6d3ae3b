"""Adding news: files, a text or an address become a job, and a job tells how far it is."""

import asyncio
import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Request
from fastapi import Path as InPath
from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response, StreamingResponse

from sayso.reading.dates import checked_date
from sayso.running.background import Addition
from sayso.web.body import body_of
from sayso.web.desk import Admin, Desk, Reader, Served
from sayso.web.encoding import answer, encoded
from sayso.web.errors import Refused
from sayso.web.jobs import Job
from sayso.web.listing import Listed, Part
from sayso.web.schemas import gives, ref, streams
from sayso.web.users import User

router = APIRouter(tags=["add"])

MOST_FILES: Final = 1_000
LONGEST_NAME: Final = 120
EVERY: Final = 0.3
BEAT: Final = 15.0
"""Seconds after which something is sent even where nothing has changed, so that nobody between takes the connection for dead."""

JobId = Annotated[str, InPath(pattern="^[0-9a-f]{16}$")]


class Pasted(Struct, frozen=True, forbid_unknown_fields=True):
    """A text, or the address of a page or feed. published: YYYY-MM-DD."""

    text: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


class Begun(Struct, frozen=True):
    """The id of the job that was made."""

    job: str


BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": ref(Pasted)},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            },
        },
    }
}


@router.post("/add", status_code=202, responses=gives(Begun, "A job was made.", 202), openapi_extra=BODY)
async def add(request: Request, desk: Served, user: Admin) -> Response:
    """Add files, a text, or what an address gives."""
    if not desk.writable:
        raise Refused(409, "read_only", "the ledger cannot be written")
    folder = Path(tempfile.mkdtemp(prefix="sayso-add-"))
    try:
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        sources = await _files(request, folder) if media == "multipart/form-data" else await _pasted(request, folder)
        job = _begin(desk, user, folder, sources)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return answer(Begun(job.id), 202)


def _begin(desk: Desk, user: User, folder: Path, sources: tuple[str, ...]) -> Job:
    address = desk.store.address
    ledger = str(address.path.absolute()) if address.path is not None else address.url
    addition = Addition(
        ledger=ledger, folder=str(folder), sources=sources, by=user.name, settings=desk.settings, opener=desk.opener,
        run=desk.run,
    )  # fmt: skip
    return desk.jobs.add(addition, user.name)


async def _pasted(request: Request, folder: Path) -> tuple[str, ...]:
    given = await body_of(request, Pasted)
    if (given.text is None) == (given.url is None):
        raise Refused(422, "invalid", "give either a text or the url of a page", "body")
    if given.url is not None:
        if not given.url.lower().startswith(("http://", "https://")):
            raise Refused(422, "invalid", "the url must begin with http:// or https://", "body $.url")
        return (given.url,)
    assert given.text is not None
    if not given.text.strip():
        raise Refused(422, "invalid", "the text is empty", "body $.text")
    checked_date(given.published)
    line = {
        "doc": given.title or "pasted text", "text": given.text, "title": given.title, "date": given.published,
        "publisher": given.publisher,
    }  # fmt: skip
    told = msgspec.json.encode({name: value for name, value in line.items() if value is not None})
    (folder / "pasted.jsonl").write_bytes(told + b"\n")
    return ("pasted.jsonl",)


async def _files(request: Request, folder: Path) -> tuple[str, ...]:
    names: list[str] = []
    async with request.form(max_files=MOST_FILES, max_fields=20) as form:
        for field, given in form.multi_items():
            if field != "files" or not isinstance(given, UploadFile):
                raise Refused(422, "invalid", "send files under the name `files`", field[:100])
            name = file_name(given.filename or "", names)
            names.append(name)
            await run_in_threadpool(_keep, given, folder / name)
    if not names:
        raise Refused(422, "invalid", "no file was sent", "files")
    return tuple(names)


def _keep(given: UploadFile, path: Path) -> None:
    with path.open("wb") as file:
        shutil.copyfileobj(given.file, file)


def file_name(given: str, taken: list[str]) -> str:
    """The name under which a file is kept: the last part of what the browser sent, in characters that mean nothing to a system."""
    last = re.split(r"[/\\]", given)[-1]
    name = re.sub(r"[^\w.,() -]", "_", last, flags=re.ASCII).strip(" .")[-LONGEST_NAME:].lstrip("-. ") or "file"
    stem, dot, ending = name.partition(".")
    number = 1
    while name.lower() in {one.lower() for one in taken}:
        number += 1
        name = f"{stem}-{number}{dot}{ending}"
    return name


@router.get("/jobs", responses=gives(Listed[Job]))
def jobs(desk: Served, part: Part, user: Reader) -> Response:
    """The jobs of this server, the latest first."""
    del user
    return answer(part.cut(desk.jobs.all()))


@router.get("/jobs/{id}", responses=gives(Job))
def job(desk: Served, id: JobId, user: Reader) -> Response:  # noqa: A002  # the noun's own field name
    """How far a job is."""
    del user
    return answer(desk.jobs.get(id))


@router.get("/jobs/{id}/events", responses=streams("text/event-stream", "The job, whenever it has got further."))
async def events(desk: Served, id: JobId, user: Reader) -> Response:  # noqa: A002  # the same
    """How far a job is, told until it is over."""
    del user
    desk.jobs.get(id)
    return StreamingResponse(
        _events(desk, id),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _events(desk: Desk, id_: str) -> AsyncIterator[bytes]:
    last, quiet = b"", 0.0
    while True:
        found = desk.jobs.get(id_)
        line = encoded(found)
        if line != last or quiet >= BEAT:
            yield b"data: " + line + b"\n\n"
            last, quiet = line, 0.0
        if found.done:
            return
        await asyncio.sleep(EVERY)
        quiet += EVERY
