"""`sayso serve` and `sayso users`."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import msgspec
import pytest

from made.arbin import arbin_ledger
from made.calling import Sayso
from sayso.ledger import Store
from sayso.web.serving import bound


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "desk.sayso"
    with Store.open(found, write=True) as store:
        store.add(arbin_ledger())
    return found


@contextmanager
def serving(*given: str) -> Iterator[int]:
    """A server in a process of its own, and its port."""
    command = [sys.executable, "-m", "sayso", "serve", *given, "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = []
        try:
            for line in server.stderr:
                said.append(line)
                if found := re.search(r"http://\S+:(\d+)/", line):
                    yield int(found[1])
                    break
            else:
                pytest.fail("the server ended: " + "".join(said))
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(60) in (0, 130, -signal.SIGINT)


def asked(port: int, path: str, **headers: str) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def addresses(port: int) -> set[str]:
    """The addresses (hex, as the kernel has them) on which a port listens."""
    rows = (line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:])
    return {row[1].partition(":")[0] for row in rows if row[3] == "0A" and int(row[1].partition(":")[2], 16) == port}


@pytest.mark.enable_socket
def test_a_ledger_is_served_on_this_machine_alone_to_who_has_a_token(sayso: Sayso, path: Path) -> None:
    code, token, _ = sayso("users", "add", "anna", "--role", "reviewer", "--ledger", str(path))
    assert 0 == code
    with serving(str(path)) as port:
        assert 401 == asked(port, "/api/v1/about")[0]
        status, body = asked(port, "/api/v1/about", Authorization=f"Bearer {token.strip()}")
        assert 200 == status
        about = msgspec.json.decode(body)
        assert ("desk.sayso", "anna", "reviewer") == (about["ledger"], about["user"]["name"], about["user"]["role"])
        if sys.platform == "linux":
            assert {"0100007F"} == addresses(port)
        sayso("users", "remove", "anna", "--ledger", str(path))
        assert 200 == asked(port, "/api/v1/about")[0]


@pytest.mark.enable_socket
def test_packets_of_answers_wait_for_nothing() -> None:
    with bound("127.0.0.1", 0) as listening:
        listening.listen()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as taken:
            assert socket.IPPROTO_TCP == taken.proto


def test_users_are_added_listed_and_taken_out(sayso: Sayso, path: Path) -> None:
    ledger = ("--ledger", str(path))
    _, token, told = sayso("users", "add", "anna", "--role", "reviewer", *ledger)
    assert len(token.strip()) > 40
    assert "anna is a reviewer" in told
    assert sayso("users", "list", *ledger)[1].startswith("anna\treviewer\t")
    assert (0, "", "") == sayso("users", "remove", "anna", *ledger)
    assert "there are no users" in sayso("users", "list", *ledger)[2]
    code, _, told = sayso("users", "remove", "anna", *ledger)
    assert 1 == code
    assert "there is no user 'anna'" in told


@pytest.mark.enable_socket
def test_what_cannot_be_served_is_told(sayso: Sayso, path: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for given, words in (
            ((str(path), "--host", "0.0.0.0"), "others can reach 0.0.0.0"),
            ((str(path), "--port", port), "choose another with --port"),
            ((str(path), "--maps", str(tmp_path / "none")), "there is no such file"),
            ((str(tmp_path / "none"),), "there is no such file"),
        ):
            code, _, told = sayso("serve", *given, "--no-browser")
            assert 1 == code
            assert words in told
