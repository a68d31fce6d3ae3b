"""Serving: an application on a port, until it is told to stop."""

import os
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from sayso.errors import SaysoError


class CannotServe(SaysoError):
    """The server cannot be started as asked."""


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises CannotServe."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # with its protocol, since asyncio lets small packets go at once (TCP_NODELAY) only where it knows that this is TCP
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two servers have one port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
    except (OSError, OverflowError) as error:
        made.close()
        cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotServe(f"{host}:{port} cannot be served on: {cause}; choose another with --port") from error
    return made


def serve(app: FastAPI, listening: socket.socket, ready: Callable[[], None] = lambda: None) -> None:
    """Serve until interrupted. ready: called when answers are given."""
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, date_header=True, proxy_headers=False,
        timeout_graceful_shutdown=3, timeout_keep_alive=75,
    )  # fmt: skip
    _Server(config, ready).run([listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()
