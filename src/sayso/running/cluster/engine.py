"""Which cluster, and how much of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from msgspec import Struct

from sayso.errors import MissingExtra, NoCluster

# Ray tells its plans, bars and warnings to the terminal; who wants them sets these otherwise.
QUIET: Final = {
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_DATA_LOG_LEVEL": "CRITICAL",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
}


class Engine(Struct, frozen=True):
    """A Ray cluster and how it is used.

    address: of a cluster that runs ("auto", "ray://host:10001", "host:6379"); None starts one on this machine and ends it.
    workers: actors that read, each with a processor core of its own; None is one for each core of the cluster.
    part: the most documents that one actor reads, and writes, at a time: what a lost machine must read again.
    """

    address: str | None = None
    workers: int | None = None
    part: int = 256


def _ray() -> Any:
    try:
        import ray  # noqa: PLC0415  # an extra, and a second to load
    except ImportError as error:
        raise MissingExtra("--engine ray", "ray", "cluster") from error
    return ray


@contextmanager
def connected(engine: Engine) -> Iterator[Any]:
    """Ray, connected to the engine's cluster; a connection that is there already is used and left.

    Raises MissingExtra where Ray is not installed, NoCluster where none answers.
    """
    ray = _ray()
    if ray.is_initialized():
        yield ray
        return
    os.environ.update({name: os.environ.get(name, value) for name, value in QUIET.items()})
    try:
        if engine.address is None:
            ray.init(address="local", include_dashboard=False, log_to_driver=False, logging_level="error")
        else:
            ray.init(address=engine.address, log_to_driver=False, logging_level="error")
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise NoCluster(engine.address or "this machine", str(error)) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def workers_of(ray: Any, engine: Engine) -> int:
    """How many actors read."""
    return engine.workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
