"""The built pages: files as the build made them, and the first page for every address that the pages know themselves."""

import mimetypes
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, Response

from sayso.web.errors import Refused

FOLDER: Final = Path(__file__).parent / "pages"
PACKED: Final = (("br", ".br"), ("gzip", ".gz"))
FOREVER: Final = "public, max-age=31536000, immutable"
MISSING: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>sayso: the pages are not built</title>
<h1>The pages are not built</h1>
<p>This sayso runs from its sources. In its folder, <code>tools/install</code> makes the
pages; the wheel of sayso has them already. The ledger can be read at <a href="/api/v1/about">/api/v1</a> without them.</p>
</html>
"""

router = APIRouter(include_in_schema=False)


class Pages:
    """The files of a folder by the path under which they are asked for; looked at again when its first page changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: int | None = None
        self._files: dict[str, Path] = {}

    def files(self) -> dict[str, Path]:
        """Every file; none where the pages are not built. Nothing outside the folder is ever among them."""
        first = self._folder / "index.html"
        made = first.stat().st_mtime_ns if first.is_file() else None
        if made != self._made:
            found = self._folder.rglob("*") if made is not None else ()
            self._files = {f"/{one.relative_to(self._folder).as_posix()}": one for one in found if one.is_file()}
            self._made = made
        return self._files

    def answer(self, path: str, accepted: str) -> Response:
        """The file of a path, packed as the browser takes it, or the first page."""
        files = self.files()
        if not files:
            return Response(MISSING, 503, media_type="text/html")
        name = path if path in files else "/index.html"
        if name != path and path.startswith("/assets/"):
            raise Refused(404, "not_found", "there is no such file; load the page again", path[:200])
        headers = {"Cache-Control": FOREVER if name.startswith("/assets/") else "no-cache", "Vary": "Accept-Encoding"}
        chosen = files[name]
        media = mimetypes.guess_type(name)[0] or "application/octet-stream"
        taken = {one.partition(";")[0].strip() for one in accepted.split(",")}
        for coding, ending in PACKED:
            packed = files.get(name + ending)
            if packed is not None and coding in taken:
                headers["Content-Encoding"] = coding
                chosen = packed
                break
        return FileResponse(chosen, headers=headers, media_type=media)


@router.get("/api/{rest:path}")
def nothing(rest: str) -> Response:
    """No such part of the API."""
    raise Refused(
        404, "not_found", "there is no such part of the API; /api/v1/openapi.json tells what there is", rest[:200]
    )


@router.api_route("/{rest:path}", methods=["GET", "HEAD"])
def page(request: Request, rest: str) -> Response:
    """A file of the pages, or the first page."""
    pages: Pages = request.app.state.pages
    return pages.answer(f"/{rest}", request.headers.get("accept-encoding", ""))
