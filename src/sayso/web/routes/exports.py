"""Exports: claims in a format that other tools read, as a download."""

import shutil
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from sayso.exporting import FORMATS, Asked, Coarsening, Embargo, Export, Grain, deliver, log_export, policy_of
from sayso.ledger import ClaimFilter, Store
from sayso.web.asking import AskedClaims
from sayso.web.desk import Desk, Reader, Reading, Served
from sayso.web.lanes import in_lane
from sayso.web.routes.incidents import registry_names
from sayso.web.schemas import streams

router = APIRouter(tags=["export"])

Name = Literal[
    "csv", "parquet", "eventreport", "acled", "ucdp", "plover", "geojson", "graphml", "annotations", "rdf", "ftm", "html"
]  # fmt: skip


@router.get(
    "/export/{format}", responses=streams("application/octet-stream", "The export, or a ZIP archive of its files.")
)
async def export(
    store: Reading,
    desk: Served,
    user: Reader,
    asked: AskedClaims,
    format: Name,  # noqa: A002  # the parameter's own name
    policy: Annotated[
        Literal["lowest", "highest", "majority"] | None, Query(description="One row an incident, under this policy.")
    ] = None,
    embargo: Annotated[str | None, Query(max_length=20, description="Withhold what is newer: 72h, 3d, 2w.")] = None,
    coarsen: Annotated[str | None, Query(max_length=20, description="Places no finer than: 0.1deg, admin1.")] = None,
    *,
    package: Annotated[bool, Query(description="With what belongs beside it, as a ZIP archive.")] = False,
) -> Response:
    """The claims that fit, in a format. What is guarded comes with the manifest that tells what was changed, as an archive."""
    found = _asked(asked, format, policy, embargo, coarsen)
    folder = Path(tempfile.mkdtemp(prefix="sayso-export-"))
    packed = package or embargo is not None or coarsen is not None
    try:
        file = await in_lane(desk.lanes.exporting, _made, store, desk, found, folder, by=user.name, package=packed)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    media = FORMATS[format].media if file.name == FORMATS[format].file else "application/zip"
    away = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(file, media_type=media, filename=file.name, background=away)


def _asked(asked: ClaimFilter, name: str, policy: str | None, embargo: str | None, coarsen: str | None) -> Asked:
    now = datetime.now(UTC).replace(microsecond=0)
    return Asked(
        format=FORMATS[name],
        chosen=asked,
        made=now.isoformat().replace("+00:00", "Z"),
        policy=policy_of(policy),
        embargo=None if embargo is None else Embargo.of(embargo, now),
        coarsening=None if coarsen is None else Coarsening(Grain.of(coarsen)),
    )


def _made(store: Store, desk: Desk, asked: Asked, folder: Path, *, by: str, package: bool) -> Path:
    """Write an export into a folder, note it in the ledger's log, and give the file that is sent."""
    made = Export(store, asked, registry_names())
    delivered = deliver(made, f"{folder}/")
    if desk.writable:
        with desk.writing() as writer:
            log_export(writer, made, delivered, by=by)
    if not package:
        return folder / asked.format.file
    archive = folder / f"sayso-{asked.format.name}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in delivered.files:
            packed.write(file, file.name)
    return archive
