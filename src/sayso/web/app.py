"""The application: one ledger, its API, its pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Final

from fastapi import FastAPI

from sayso.model import Run
from sayso.running.one import Opener, open_pipeline
from sayso.settings import Settings
from sayso.web import errors, pages, schemas
from sayso.web.desk import Access, Desk
from sayso.web.guarding import Guard
from sayso.web.limits import Limits
from sayso.web.routes import (
    about,
    actors,
    adding,
    claims,
    disputes,
    documents,
    exports,
    incidents,
    logs,
    overviews,
    reviewing,
    search,
    who,
)
from sayso.web.users import Users, file_beside

API: Final = "/api/v1"
ROUTES: Final = (
    about,
    overviews,
    claims,
    documents,
    incidents,
    disputes,
    who,
    actors,
    search,
    reviewing,
    adding,
    logs,
    exports,
)
LARGEST_UPLOAD: Final = 100_000_000


def app(
    where: str | Path | None = None,
    *,
    access: Access | None = None,
    maps: Path | None = None,
    settings: Settings | None = None,
    opener: Opener = open_pipeline,
    run: Run | None = None,
    folder: Path = pages.FOLDER,
    limits: Limits | None = None,
    largest: int = LARGEST_UPLOAD,
) -> FastAPI:
    """The application that serves a ledger (a path or address, as `Store.open` takes it).

    access: who may come in; by default everybody on this machine, unless the ledger has users. maps: a PMTiles file.
    settings, opener, run: how what is added is read. folder: the built pages. limits: how often one caller may ask. largest: bytes that may be uploaded at once.

    Raises NoLedger, LedgerDamaged, LedgerVersion.
    """
    nobody = Access(open=True, users=Users(Path()))
    desk = Desk(where, nobody, maps=maps, settings=settings, opener=opener, run=run)
    desk.access = access if access is not None else Access(open=True, users=Users(file_beside(desk.store)))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        desk.lanes.narrow()
        yield
        desk.close()

    made = FastAPI(
        title="sayso",
        version=version("sayso"),
        description="What is reported to have happened, and on whose say-so.",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    made.state.desk = desk
    made.state.pages = pages.Pages(folder)
    errors.register(made)
    for route in ROUTES:
        made.include_router(route.router, prefix=API)
    made.include_router(pages.router)
    schemas.describe(made)
    made.add_middleware(Guard, desk=desk, limits=limits if limits is not None else Limits(), largest=largest)
    return made
