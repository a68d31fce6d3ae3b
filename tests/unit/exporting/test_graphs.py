"""GraphML and RDF, read by networkx and rdflib."""

import io
import sys
from collections.abc import Callable

import networkx as nx
import pytest
from msgspec.structs import replace

from sayso.errors import MissingExtra
from sayso.exporting import graphml
from sayso.exporting.rows import Row, Words
from sayso.model import Span

Written = Callable[..., bytes]


def test_the_network_has_a_node_for_every_claim_and_an_edge_from_who_says_it(
    written: Written, rows: tuple[Row, ...]
) -> None:
    graph = nx.read_graphml(io.BytesIO(written("graphml")))
    kinds = nx.get_node_attributes(graph, "node")
    assert len(rows) == sum(kind == "claim" for kind in kinds.values())
    assert set(kinds) == set(graph.nodes)
    says = [(one, other) for one, other, data in graph.edges(data=True) if data["relation"] == "says"]
    assert {f"claim:{row.id}" for row in rows} == {other for _, other in says}
    denial = next(row for row in rows if row.factuality == "denied" and row.holder_id == "RUS_MOD")
    assert ("actor:RUS_MOD", f"claim:{denial.id}") in says


def test_disputes_join_claims_and_parts_join_their_whole(written: Written, rows: tuple[Row, ...]) -> None:
    graph = nx.read_graphml(io.BytesIO(written("graphml")))
    relations = [(one, other, data) for one, other, data in graph.edges(data=True)]
    disputes = {frozenset((one, other)) for one, other, data in relations if data["relation"] == "disputes"}
    wanted = {frozenset((f"claim:{row.id}", f"claim:{contest.other}")) for row in rows for contest in row.contests}
    assert wanted == disputes
    parts = {(one, other) for one, other, data in relations if data["relation"] == "part of"}
    assert ("actor:RUS_MIL", "actor:RUS_MOD") in parts


def test_every_attribute_of_the_network_is_declared_with_its_meaning() -> None:
    assert all(what for _, what in (*graphml.NODE.values(), *graphml.EDGE.values()))


def test_characters_that_no_xml_may_hold_do_not_break_the_file(written: Written, rows: tuple[Row, ...]) -> None:
    row = replace(rows[0], trigger=Words(Span(0, 9), 'a\x00b\ufffe<&"\n>'))
    graph = nx.read_graphml(io.BytesIO(written("graphml", [row])))
    assert f'{row.type}: a\ufffdb\ufffd<&"\n>' == graph.nodes[f"claim:{row.id}"]["label"]


def test_a_claim_is_a_view_according_to_its_holder(written: Written, rows: tuple[Row, ...]) -> None:
    from rdflib import PROV, RDF, Graph, Literal, Namespace, URIRef

    sem, sayso = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/"), Namespace("urn:sayso:term:")
    graph = Graph().parse(data=written("rdf"), format="turtle")
    views = set(graph.subjects(RDF.type, sem.View))
    assert len(rows) == len(views)
    for view in views:
        event = graph.value(view, sayso.claims)
        assert (event, RDF.type, sem.Event) in graph
        assert (graph.value(view, sem.accordingTo), RDF.type, sem.Authority) in graph
        assert graph.value(view, PROV.wasQuotedFrom) is not None
    denial = next(row for row in rows if row.factuality == "denied" and row.holder_id == "RUS_MOD")
    node = URIRef(f"urn:sayso:claim:{denial.id}")
    assert URIRef("urn:sayso:actor:RUS_MOD") == graph.value(node, sem.accordingTo)
    assert Literal("denied") == graph.value(node, sayso.factuality)


def test_days_and_places_of_rdf_can_be_asked_for(written: Written) -> None:
    from rdflib import Graph

    found = Graph().parse(data=written("rdf"), format="turtle").query(
        """
        PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT ?name ?lat WHERE {
          ?event a sem:Event ; sem:hasTimeStamp "2018-03-08"^^xsd:date ; sem:hasPlace ?place .
          ?place rdfs:label ?name ; geo:lat ?lat .
        }
        """
    )  # fmt: skip
    assert {("Ma‘arrat an Nu‘mān", 35.6483)} == {(str(row[0]), float(row[1])) for row in found}  # type: ignore[index, arg-type]


@pytest.mark.parametrize(("name", "library"), [("rdf", "rdflib"), ("ftm", "followthemoney")])
def test_a_library_that_is_not_installed_is_named_with_its_extra(
    name: str, library: str, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        MissingExtra, match=rf'needs the library {library}; install it with: pip install "sayso\[exports\]"'
    ):
        written(name)
