"""Who may come in, and what a change needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sayso.ledger import Store
from sayso.web import app
from sayso.web.desk import access_for
from sayso.web.guarding import CSP
from sayso.web.limits import Limits, Rate
from sayso.web.users import BadUsers, Users, file_beside

API = "/api/v1"


@pytest.fixture
def users(path: Path) -> Users:
    with Store.open(path) as store:
        return Users(file_beside(store))


@pytest.fixture
def shut(path: Path, users: Users) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A server with one user of each role, and their tokens."""
    tokens = {role: users.add(role.title(), role) for role in ("reader", "reviewer", "admin")}
    with TestClient(app(path), base_url="http://localhost:8321") as client:
        yield client, tokens


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_without_users_whoever_is_at_this_machine_is_its_user(client: TestClient) -> None:
    user = client.get(f"{API}/about").json()["user"]
    assert ("admin", False) == (user["role"], user["named"])


def test_a_browser_can_be_given_a_name(client: TestClient) -> None:
    assert 200 == client.post(f"{API}/me", json={"name": " Anna  Łęcka "}).status_code
    assert {"name": "Anna Łęcka", "role": "admin", "named": True} == client.get(f"{API}/about").json()["user"]
    assert 422 == client.post(f"{API}/me", json={"name": " \t"}).status_code


def test_with_users_nobody_comes_in_without_a_token(shut: tuple[TestClient, dict[str, str]]) -> None:
    client, tokens = shut
    assert 401 == client.get(f"{API}/claims").status_code
    assert 401 == client.get(f"{API}/claims", headers=bearing("x" * 43)).status_code
    assert 200 == client.get(f"{API}/claims", headers=bearing(tokens["reader"])).status_code


def test_a_token_can_be_kept_as_a_cookie_that_no_script_reads(shut: tuple[TestClient, dict[str, str]]) -> None:
    client, tokens = shut
    client.get("/")
    csrf = {"X-Sayso-CSRF": client.cookies["sayso_csrf"]}
    assert 401 == client.post(f"{API}/login", json={"token": "guess"}, headers=csrf).status_code
    answer = client.post(f"{API}/login", json={"token": tokens["reviewer"]}, headers=csrf)
    assert "Reviewer" == answer.json()["name"]
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith("sayso_token"))
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert "secure" not in cookie.lower()
    assert "Reviewer" == client.get(f"{API}/about").json()["user"]["name"]
    assert 403 == client.post(f"{API}/add", json={"text": "x"}, headers=csrf).status_code
    client.post(f"{API}/logout", headers=csrf)
    assert 401 == client.get(f"{API}/about").status_code


def test_behind_a_server_with_tls_the_cookie_goes_there_alone(path: Path, users: Users) -> None:
    token = users.add("anna", "reader")
    with Store.open(path) as store:
        access = access_for(store, "127.0.0.1", names=["news.example"])
    with TestClient(app(path, access=access), base_url="http://news.example") as client:
        client.get("/")
        headers = {"X-Sayso-CSRF": client.cookies["sayso_csrf"], "Origin": "https://news.example"}
        answer = client.post(f"{API}/login", json={"token": token}, headers=headers)
    assert "secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_who_may_not_add_is_refused(shut: tuple[TestClient, dict[str, str]], role: str) -> None:
    client, tokens = shut
    answer = client.post(f"{API}/add", json={"text": "x"}, headers=bearing(tokens[role]))
    assert (403, "not_allowed") == (answer.status_code, answer.json()["error"]["code"])


def test_who_is_removed_is_out_at_once(shut: tuple[TestClient, dict[str, str]], users: Users) -> None:
    client, tokens = shut
    assert 200 == client.get(f"{API}/claims", headers=bearing(tokens["reader"])).status_code
    users.remove("Reader")
    assert 401 == client.get(f"{API}/claims", headers=bearing(tokens["reader"])).status_code
    with pytest.raises(BadUsers, match="no user 'Reader'"):
        users.remove("Reader")


def test_tokens_are_kept_as_hashes_alone(users: Users) -> None:
    token = users.add("anna", "reviewer")
    kept = users.path.read_text(encoding="utf-8")
    assert token not in kept
    assert 0o600 == users.path.stat().st_mode & 0o777
    again = users.add("anna", "admin")
    assert users.holding(token) is None
    (one,) = users.entries()
    assert "admin" == one.role
    assert users.holding(again) is not None


def test_a_broken_file_of_users_lets_nobody_in(path: Path, users: Users) -> None:
    users.path.write_text("{", encoding="utf-8")
    with TestClient(app(path), base_url="http://localhost:8321") as client:
        answer = client.get(f"{API}/claims")
    assert 500 == answer.status_code
    assert "no file of users" in answer.json()["error"]["message"]


def test_another_address_needs_a_token(path: Path, users: Users, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    with Store.open(path) as store:
        with pytest.raises(BadUsers, match="others can reach"):
            access_for(store, "0.0.0.0")
        secret.write_text("short\n", encoding="utf-8")
        with pytest.raises(BadUsers, match="at least 20"):
            access_for(store, "0.0.0.0", token_file=secret)
        secret.write_text("a-token-that-is-long-enough\n", encoding="utf-8")
        access = access_for(store, "0.0.0.0", token_file=secret, names=["Desk.Example"])
        assert not access.open
        users.add("anna", "reader")
        assert not access_for(store, "0.0.0.0").open
    with TestClient(app(path, access=access), base_url="http://desk.example") as client:
        assert 401 == client.get(f"{API}/claims").status_code
        assert 200 == client.get(f"{API}/claims", headers=bearing("a-token-that-is-long-enough")).status_code
        assert 401 == client.get(f"{API}/claims", headers={"host": "192.168.7.5:8321"}).status_code
        assert 421 == client.get(f"{API}/claims", headers={"host": "elsewhere.example"}).status_code


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8321", "localhost.evil.example", "192.168.7.5", "[bad", ""]
)
def test_a_name_that_is_not_ours_is_refused(client: TestClient, host: str) -> None:
    answer = client.get(f"{API}/about", headers={"host": host})
    assert (421, "bad_host") == (answer.status_code, answer.json()["error"]["code"])


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9999", "[::1]:8321", "LOCALHOST:1"])
def test_this_machine_has_several_names(client: TestClient, host: str) -> None:
    assert 200 == client.get(f"{API}/about", headers={"host": host}).status_code


def test_a_change_without_the_cookies_value_is_refused(path: Path) -> None:
    with TestClient(app(path), base_url="http://localhost:8321") as client:
        client.get(f"{API}/about")
        refused = [
            client.post(f"{API}/me", json={"name": "x"}),
            client.post(f"{API}/me", json={"name": "x"}, headers={"X-Sayso-CSRF": "guess"}),
            client.post(
                f"{API}/me",
                json={"name": "x"},
                headers={"X-Sayso-CSRF": client.cookies["sayso_csrf"], "Origin": "http://evil.example"},
            ),
            client.get(f"{API}/claims", headers={"Sec-Fetch-Site": "cross-site"}),
        ]
    assert [(403, "forged")] * 4 == [(one.status_code, one.json()["error"]["code"]) for one in refused]


@pytest.mark.parametrize("path_", ["/", "/claims", f"{API}/about", f"{API}/nothing", f"{API}/claims?limit=0"])
def test_every_answer_lets_the_page_reach_nobody_else(client: TestClient, path_: str) -> None:
    headers = client.get(path_).headers
    assert CSP == headers["content-security-policy"]
    assert "nosniff" == headers["x-content-type-options"]
    assert "DENY" == headers["x-frame-options"]
    assert "no-referrer" == headers["referrer-policy"]
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_who_asks_too_often_must_wait(path: Path) -> None:
    now = [0.0]
    rate = Rate(3, 1)
    limits = Limits({"read": rate, "change": rate, "login": Rate(1, 0.1)}, clock=lambda: now[0])
    with TestClient(app(path, limits=limits), base_url="http://localhost:8321") as client:
        assert [200, 200, 200, 429] == [client.get(f"{API}/runs").status_code for _ in range(4)]
        assert "1" == client.get(f"{API}/runs").headers["retry-after"]
        now[0] = 1.5
        assert [200, 429] == [client.get(f"{API}/runs").status_code for _ in range(2)]


def test_an_answer_that_is_known_is_not_given_again(client: TestClient, path: Path) -> None:
    first = client.get(f"{API}/claims")
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get(f"{API}/claims", headers=known)
    assert (304, b"") == (again.status_code, again.content)
    with Store.open(path, write=True) as store:
        store.forget(client.get(f"{API}/documents").json()["items"][0]["id"])
    changed = client.get(f"{API}/claims", headers=known)
    assert 200 == changed.status_code
    assert first.headers["etag"] != changed.headers["etag"]


def test_a_body_that_is_too_large_is_refused(path: Path) -> None:
    served: FastAPI = app(path, largest=1_000)
    with TestClient(served, base_url="http://localhost:8321") as client:
        client.get("/")
        client.headers["X-Sayso-CSRF"] = client.cookies["sayso_csrf"]

        def pieces() -> Iterator[bytes]:
            yield from [b"x" * 600] * 3

        announced = client.post(f"{API}/add", content=b"x" * 1_001)
        streamed = client.post(f"{API}/add", content=pieces(), headers={"Content-Type": "application/json"})
    assert [413, 413] == [announced.status_code, streamed.status_code]
