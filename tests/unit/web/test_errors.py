"""Errors have one shape, and say what is wrong."""

import base64

import msgspec
import pytest
from starlette.testclient import TestClient

from sayso.web.errors import Failure

API = "/api/v1"


def word(cursor: list[object]) -> str:
    """A cursor that somebody made up."""
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


@pytest.mark.parametrize(
    ("asked", "status", "code", "words"),
    [
        ("/claims/" + "0" * 64, 404, "not_found", "no claim"),
        ("/documents/" + "0" * 64, 404, "not_found", "no document"),
        ("/incidents/" + "0" * 64, 404, "not_found", "no incident"),
        ("/actors/" + "0" * 64, 404, "not_found", "no actor"),
        ("/nothing", 404, "not_found", "openapi.json"),
        ("/claims/zzz", 422, "invalid", "pattern"),
        ("/claims?limit=0", 422, "invalid", "greater than or equal to 1"),
        ("/claims?limit=1001", 422, "invalid", "less than or equal to 1000"),
        ("/claims?cursor=nonsense", 400, "bad_query", "no list gave"),
        ("/documents?cursor=nonsense", 400, "bad_query", "no list gave"),
        ("/actors?cursor=nonsense", 400, "bad_cursor", "no list gave"),
        (f"/incidents?cursor={word(['incidents day', True, '2015-01-01', 1, 2])}", 400, "bad_query", "no list gave"),
        (f"/disputes?cursor={word(['disputes', True, 'x y', 1, 2])}", 400, "bad_query", "no list gave"),
        (f"/labels?cursor={word(['labels', True, 5, 'a'])}", 400, "bad_query", "no list gave"),
        ("/claims?cursor=ox", 400, "bad_cursor", "no list gave"),
        (f"/claims?cursor={word(['day', True, '2015-01-01', 1 << 70])}", 400, "bad_query", "no list gave"),
        (f"/claims?cursor={word(['day', True, 'a' + chr(0), 1])}", 400, "bad_query", "no list gave"),
        (f"/claims?cursor={word(['day', False, '2015-01-01', 1])}", 400, "bad_query", "another order"),
        ("/claims?near=here", 400, "bad_query", "LAT,LON,KM"),
        ("/claims?near=91,0,5", 400, "bad_query", "no point on the earth"),
        ("/claims?since=yesterday", 422, "invalid", "pattern"),
        ("/claims?words=%22open", 400, "bad_query", "quotation marks"),
        ("/claims?words=", 400, "bad_query", "at least one"),
        ("/search", 422, "invalid", "required"),
        ("/claims?who=%00", 400, "bad_query", "NUL"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_told(client: TestClient, asked: str, status: int, code: str, words: str) -> None:
    answer = client.get(API + asked)
    told = msgspec.json.decode(answer.content, type=Failure).error
    assert (status, code) == (answer.status_code, told.code)
    assert words in told.message
