"""Where the compiled gazetteer is kept, and how several processes come by it at once."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from sayso.errors import BadResource

VARIABLE = "SAYSO_CACHE"
# A builder that has not finished after this many seconds is taken to have died; the next one builds for itself.
PATIENCE = 120.0


def cache_folder(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """The folder for compiled files: SAYSO_CACHE, else the operating system's cache folder for this user."""
    environment = os.environ if environment is None else environment
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    if platform == "win32" and environment.get("LOCALAPPDATA"):
        return Path(environment["LOCALAPPDATA"]) / "sayso" / "cache"
    if platform == "darwin":
        return Path("~/Library/Caches/sayso").expanduser()
    return Path(environment.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "sayso"


def made_once(name: str, make: Callable[[Path], None], folder: Path | None = None) -> Path:
    """The file of that name in the cache, made by `make(temporary path)` if it is not there yet.

    The first of several processes makes it, the others wait for it; it appears whole or not at all. Where the cache
    folder cannot be written and SAYSO_CACHE is not set, the system's temporary folder stands in, per user; raises
    BadResource where a folder that was asked for cannot be written.
    """
    asked = folder is not None or bool(os.environ.get(VARIABLE))
    places = [folder if folder is not None else cache_folder()]
    shared = Path(tempfile.gettempdir()) / f"sayso-cache-{_user()}"
    if not asked:
        places.append(shared)
    causes: list[str] = []
    for place in places:
        try:
            if place is shared:
                _ours(place)
            return _made_in(place, name, make)
        except OSError as error:
            causes.append(str(error))
    raise BadResource(
        str(places[0] / name),
        f"cannot be written ({'; '.join(causes)}); set {VARIABLE} to a folder that can be, with 60 MB free",
    )


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _ours(folder: Path) -> None:
    """Make a folder in the temporary folder, which everyone can write to; raises PermissionError where it is another's."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to another user")


def _made_in(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    target = folder / name
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = folder / f"{name}.lock"
    if not _locked(lock) and _appeared(target, lock):
        return target
    try:
        _make(folder, target, make)
    finally:
        lock.unlink(missing_ok=True)
    return target


def _make(folder: Path, target: Path, make: Callable[[Path], None]) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f"{target.name}.", suffix=".part", dir=folder)
    os.close(handle)
    made = Path(temporary)
    try:
        make(made)
        _replace(made, target)
    finally:
        made.unlink(missing_ok=True)


def _replace(made: Path, target: Path) -> None:
    try:
        made.replace(target)
    except PermissionError:
        # Windows refuses while another process has the same file mapped; that file is as good as ours.
        if not target.exists():
            raise


def _locked(lock: Path) -> bool:
    """Take the lock if it is free."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def _appeared(target: Path, lock: Path) -> bool:
    """Wait for another process to make the file. False: it gave up, or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if target.exists():
            return True
        try:
            stale = time.time() - lock.stat().st_mtime > PATIENCE
        except FileNotFoundError:
            return target.exists()
        if stale:
            return False
        time.sleep(0.2)
    return False
