"""What assistants are told, by the protocol's own client."""

import os
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from made.apart import apart
from made.arbin import TEXT
from sayso.ledger import Store
from sayso.web.assistants import server


def called(path: Path, tool: str, **given: Any) -> Any:
    """The answer of a tool to a client in the same process."""

    async def call() -> Any:
        with Store.open(path) as store:
            async with Client(server(store)) as client:
                return await client.call_tool(tool, given)

    return apart(lambda: anyio.run(call))


def answered(path: Path, tool: str, **given: Any) -> dict[str, Any]:
    result = called(path, tool, **given)
    assert not result.is_error, result.content
    assert isinstance(result.structured_content, dict)
    return result.structured_content


def quotations(found: Any) -> list[dict[str, Any]]:
    """Every quotation in an answer."""
    if isinstance(found, dict):
        own = [found] if {"document", "start", "end", "words"} <= set(found) else []
        return own + [one for value in found.values() for one in quotations(value)]
    return [one for value in found for one in quotations(value)] if isinstance(found, list) else []


@pytest.mark.parametrize(
    ("tool", "given"),
    [
        ("search_claims", {"words": "market"}),
        ("search_claims", {"happened_as": ["denied"], "limit": 3}),
        ("list_incidents", {"disputed": True}),
        ("get_incident", {}),
        ("get_evidence", {}),
        ("get_document", {"characters": 200}),
    ],
)
def test_every_answer_has_holders_and_the_texts_own_words(path: Path, tool: str, given: dict[str, Any]) -> None:
    with Store.open(path) as store:
        disputed = store.pulled()[0]
        ids: dict[str, dict[str, Any]] = {
            "get_incident": {"id": disputed.incident, "policy": "conservative"},
            "get_evidence": {"claim": disputed.dispute.a},
            "get_document": {"id": disputed.claim_a.document},
        }
        found = answered(path, tool, **{**ids.get(tool, {}), **given})
        quoted = quotations(found)
        assert quoted
        for one in quoted:
            assert one["words"] == store.text(one["document"])[one["start"] : one["end"]][:1_000]
    assert "holder" in str(found)


def test_holders_are_a_chain_with_their_words(path: Path) -> None:
    (claim,) = answered(path, "search_claims", words="shelling", who=["FRONT"])["claims"]
    inner, outer = claim["holders"]
    assert ("an unnamed source", "Adam Rahal") == (
        inner["name"] if not inner["source"] else "an unnamed source",
        outer["name"],
    )
    assert "the mayor" == inner["source"][0]["words"]
    assert "spokesman Col. Adam Rahal" == outer["source"][0]["words"]


def test_a_document_is_read_in_parts(path: Path) -> None:
    with Store.open(path) as store:
        (document,) = [one.id for one in store.documents() if one.title == "Market bombed in Arbin"]
    text, start = "", 0
    while True:
        part = answered(path, "get_document", id=document, start=start, characters=150)
        text += part["text"]
        start = part["end"]
        if not part["more"]:
            break
    assert TEXT == text


def test_lists_are_gone_through_by_their_cursors(path: Path) -> None:
    for tool, kind in (("search_claims", "claims"), ("list_incidents", "incidents")):
        whole = answered(path, tool, limit=50)[kind]
        first = answered(path, tool, limit=2)
        second = answered(path, tool, limit=2, cursor=first["next"])
        assert whole[:4] == first[kind] + second[kind]
    assert answered(path, "search_claims", words="market", limit=50)["next"] is None


def test_what_cannot_be_answered_is_told_in_words(path: Path) -> None:
    for tool, given, words in (
        ("get_incident", {"id": "0" * 64}, "no incident"),
        ("get_evidence", {"claim": "0" * 64}, "no one claim"),
        ("search_claims", {"words": '"open'}, "quotation marks"),
        ("search_claims", {"since": "soon"}, "pattern"),
    ):
        result = called(path, tool, **given)
        assert result.is_error
        assert words in result.content[0].text


def test_the_tools_say_that_they_change_nothing(path: Path) -> None:
    async def listed() -> Any:
        with Store.open(path) as store:
            async with Client(server(store)) as client:
                return (await client.list_tools()).tools

    tools = apart(lambda: anyio.run(listed))
    assert {"search_claims", "list_incidents", "get_incident", "get_evidence", "get_document"} == {
        one.name for one in tools
    }
    assert all(one.annotations.read_only_hint for one in tools)
    assert all(one.description for one in tools)


def test_the_command_speaks_over_standard_input_and_output(path: Path) -> None:
    async def call() -> Any:
        command = StdioServerParameters(
            command=sys.executable,
            args=["-m", "sayso", "mcp", str(path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        async with Client(command) as client:
            return await client.call_tool("search_claims", {"words": "market"})

    result = apart(lambda: anyio.run(call))
    assert not result.is_error
    assert result.structured_content["claims"]
