"""A real PostgreSQL for the tests: started from the machine's own packages, in a folder that goes away."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

Address = Callable[[], str]
"""Gives addresses where there is no ledger yet, another at each call."""

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _tool(name: str) -> str:
    found = next((str(place / name) for place in PLACES if (place / name).exists()), None) or shutil.which(name)
    if found is None:
        raise RuntimeError(
            f"the tests need PostgreSQL's {name}: install the package postgresql (tools/install dev does)"
        )
    return found


@contextmanager
def running() -> Iterator["Server"]:
    """Start a server that is reached by its socket alone, and stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-pg-"))
    # PostgreSQL refuses to be run by root
    as_user: dict[str, Any] = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(folder, "postgres", "postgres")
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "cwd": folder, **as_user}
    data = folder / "data"
    options = f"-c listen_addresses='' -k {folder} -c fsync=off -c full_page_writes=off"
    try:
        subprocess.run(
            [_tool("initdb"), "-D", data, "-A", "trust", "-U", "desk", "--no-sync", "-E", "UTF8"], check=True, **quiet
        )
        subprocess.run(
            [_tool("pg_ctl"), "-D", data, "-w", "-o", options, "-l", folder / "log", "start"], check=True, **quiet
        )
        try:
            yield Server(folder)
        finally:
            subprocess.run([_tool("pg_ctl"), "-D", data, "-m", "immediate", "stop"], check=True, **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    """A server that is running."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"desk_{uuid.uuid4().hex}"
        with psycopg.connect(f"host={self.folder} user=desk dbname=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://desk@/{name}?host={self.folder}"
