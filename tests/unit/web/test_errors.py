"""Errors have one shape, and say what is wrong."""

import msgspec
import pytest
from starlette.testclient import TestClient

from sayso.web.errors import Failure

API = "/api/v1"


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
        ("/claims?cursor=nonsense", 400, "bad_cursor", "no list gave"),
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
