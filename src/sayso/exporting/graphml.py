"""GraphML: the network of actors and claims.

Nodes are actors and claims. Edges run from a holder to the claims it makes (`says`), to whose words it repeats (`quotes`), from a claim to
who did it (`by`) and to whom (`to`), from a member to what it is part of (`part of`), and between claims in dispute (`disputes`).
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from sayso.exporting.about import About
from sayso.exporting.rows import Row, Who
from sayso.exporting.text import xml_attribute, xml_text

HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
NODE: Final[dict[str, tuple[str, str]]] = {
    "node": ("string", "actor, outlet or claim"),
    "label": ("string", "the actor's name; of a claim its type and trigger"),
    "kind": ("string", "what the actor is"),
    "country": ("string", "ISO 3166 alpha-2: of the actor, or of the claim's place"),
    "sector": ("string", "sector of the actor"),
    "registry": ("string", "id of the actor in the registry"),
    "type": ("string", "event type of the claim"),
    "mode": ("string", "its mode"),
    "factuality": ("string", "how its holder presents it"),
    "time": ("string", "EDTF"),
    "place": ("string", "name of the place"),
    "latitude": ("double", "WGS 84 degrees"),
    "longitude": ("double", "WGS 84 degrees"),
    "killed_low": ("int", "at least so many killed"),
    "killed_high": ("int", "at most so many killed"),
    "incident": ("string", "id of the incident"),
    "document": ("string", "SHA-256 of the document's text"),
    "confidence": ("double", "0 to 1"),
}
EDGE: Final[dict[str, tuple[str, str]]] = {
    "relation": ("string", "says, quotes, by, to, part of, disputes"),
    "speech": ("string", "of says: direct, indirect or mixed"),
    "cue_class": ("string", "of says: the class of the cue"),
    "field": ("string", "of disputes: on which field"),
    "how": ("string", "of disputes: contradicts, denies, differs"),
}
Value = str | int | float | None


class _Graph:
    """Writes nodes and edges, each node once; what an actor is part of, and the disputes, wait for the end."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.nodes: set[str] = set()
        self.quotes: set[tuple[str, str]] = set()
        self.parts: dict[tuple[str, str], None] = {}
        self.edges = 0
        self.disputes: dict[tuple[str, str, str, str], None] = {}

    def write(self, line: str) -> None:
        self.out.write(line.encode())

    def node(self, name: str, **data: Value) -> str:
        if name not in self.nodes:
            self.nodes.add(name)
            self.write(f"<node id={xml_attribute(name)}>{''.join(_data(data))}</node>\n")
        return name

    def edge(self, source: str, target: str, **data: Value) -> None:
        self.edges += 1
        ends = f"source={xml_attribute(source)} target={xml_attribute(target)}"
        self.write(f'<edge id="r{self.edges}" {ends}>{"".join(_data(data))}</edge>\n')

    def actor(self, who: Who) -> str:
        if who.part_of is not None:
            self.parts[(f"actor:{who.id}", f"actor:{who.part_of}")] = None
        self.parts.update(((f"actor:{member}", f"actor:{who.id}"), None) for member in who.members)
        return self.node(
            f"actor:{who.id}", node="actor", label=who.name, kind=who.kind, country=who.country, sector=who.sector,
            registry=who.registry,
        )  # fmt: skip


def _data(data: dict[str, Value]) -> Iterator[str]:
    for key, value in data.items():
        if value is not None:
            yield f'<data key="{key}">{xml_text(str(value))}</data>'


def write_graphml(rows: Iterable[Row], about: About, out: BinaryIO) -> None:
    """One graph with the nodes and edges of all rows."""
    graph = _Graph(out)
    graph.write(HEAD)
    graph.write(f"<desc>{xml_text(about.notes)}</desc>\n")
    for owner, keys in (("node", NODE), ("edge", EDGE)):
        for key, (kind, _) in keys.items():
            graph.write(f'<key id="{key}" for="{owner}" attr.name="{key}" attr.type="{kind}"/>\n')
    graph.write('<graph id="sayso" edgedefault="directed">\n')
    for row in rows:
        _claim(graph, row)
    for part, whole in graph.parts:
        for end in (part, whole):
            graph.node(end, node="actor", label=end.removeprefix("actor:"))
        graph.edge(part, whole, relation="part of")
    for source, target, field, how in graph.disputes:
        if source in graph.nodes and target in graph.nodes:
            graph.edge(source, target, relation="disputes", field=field, how=how)
    graph.write("</graph>\n</graphml>\n")


def _claim(graph: _Graph, row: Row) -> None:
    where, killed = row.where, row.toll.killed
    claim = graph.node(
        f"claim:{row.id}",
        node="claim",
        label=f"{row.type}: {row.trigger.text}" if row.trigger and row.trigger.text else row.type,
        type=row.type, mode=row.mode, factuality=row.factuality, time=row.when.edtf if row.when else None,
        place=where.name if where else None, country=where.country if where else None,
        latitude=where.lat if where else None, longitude=where.lon if where else None,
        killed_low=None if killed is None else killed.low, killed_high=None if killed is None else killed.high,
        incident=row.incident, document=row.paper.id, confidence=row.confidence,
    )  # fmt: skip
    _holders(graph, row, claim)
    for relation, party in (("by", row.agent), ("to", row.patient)):
        for who in party.who:
            graph.edge(claim, graph.actor(who), relation=relation)
    for one in row.contests:
        source, target = sorted((claim, f"claim:{one.other}"))
        graph.disputes[(source, target, one.field, one.how)] = None


def _holders(graph: _Graph, row: Row, claim: str) -> None:
    """The outlet quotes the outermost speaker, each speaker the next one, and the innermost says it."""
    paper = row.paper
    outlet = paper.publisher or paper.agency or paper.name or paper.id
    last = graph.node(f"outlet:{outlet.casefold()}", node="outlet", label=outlet)
    for voice in row.voices:
        if voice.who is not None:
            speaker = graph.actor(voice.who)
        else:
            speaker = graph.node(f"voice:{paper.id[:16]}:{voice.label.casefold()}", node="actor", label=voice.label)
        if (last, speaker) not in graph.quotes:
            graph.quotes.add((last, speaker))
            graph.edge(last, speaker, relation="quotes")
        last = speaker
    innermost = row.voices[-1] if row.voices else None
    graph.edge(
        last, claim, relation="says", speech=innermost.kind if innermost else None,
        cue_class=innermost.cue_class if innermost else None,
    )  # fmt: skip
