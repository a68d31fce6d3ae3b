"""The OpenAPI document is true: what it says may be asked for can be asked for, and every answer is of the form that it tells."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import checks
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks as oas
from starlette.testclient import TestClient

from made.desk import RUN, open_desk
from sayso.web import app
from sayso.web.limits import Limits, Rate
from unit.web.conftest import client_of

API = "/api/v1"
MANY = Rate(1e9, 1e9)
EXAMPLES = 4
CHECKS = (
    checks.not_a_server_error,
    oas.status_code_conformance,
    oas.content_type_conformance,
    oas.response_schema_conformance,
    oas.response_headers_conformance,
)


@pytest.fixture(scope="module")
def served(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("openapi") / "desk.sayso"
    path.write_bytes(template.read_bytes())
    limits = Limits({"read": MANY, "change": MANY, "login": MANY})
    with client_of(app(path, opener=open_desk, run=RUN, limits=limits)) as client:
        yield client


@pytest.fixture
def document(served: TestClient) -> dict[str, Any]:
    return dict(served.get(f"{API}/openapi.json").json())


def test_the_document_tells_every_path_with_its_answer(document: dict[str, Any]) -> None:
    assert "3.1.0" == document["openapi"]
    lacking = [
        f"{method} {path}"
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if not any("schema" in one for code in operation["responses"].values() for one in code["content"].values())
        or "default" not in operation["responses"]
    ]
    assert [] == lacking
    assert "#noun/" not in str(document)
    assert {"ClaimRecord", "IncidentRecord", "Failure"} <= set(document["components"]["schemas"])


def test_whatever_the_document_allows_is_answered_as_it_says(served: TestClient) -> None:
    schema = schemathesis.openapi.from_asgi(f"{API}/openapi.json", served.app, headers={"host": "localhost"})
    tried = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if not operation.path.endswith("/events") and "/export/" not in operation.path:
            _try(served, operation)
            tried += 1
    assert tried > 30


def _try(served: TestClient, operation: Any) -> None:
    """Ask an operation for a few things that it says may be asked for, and hold its answers against what it says of them."""
    token = served.cookies["sayso_csrf"]

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any) -> None:
        answer = case.call(headers={"host": "localhost", "x-sayso-csrf": token}, cookies={"sayso_csrf": token})
        case.validate_response(answer, checks=[*CHECKS])

    ask()
