"""What a report shows, in the order in which it shows it, every piece in words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from sayso.exporting.about import About
from sayso.exporting.countries import country
from sayso.exporting.report.nouns import AccountView, ClaimView, DisputeView, PaperView, Piece, Quoted, Report
from sayso.exporting.rows import Contest, Paper, Party, Row, Voice, Where, Words
from sayso.exporting.wording import count_words, date_words, shortened, squeezed, toll_words
from sayso.model import Count

MARKS: Final = {
    "happened": "●", "ongoing": "◐", "denied": "✗", "planned": "▷", "possible": "?", "demanded": "!", "hypothetical": "○",
}  # fmt: skip
HOW: Final = {
    "contradicts": "The two contradict each other", "denies": "Denied by one side", "differs": "The two tell it differently"
}  # fmt: skip
INFERRED: Final = {
    "agent": "who", "agent_actor": "who", "patient": "to whom", "patient_actor": "to whom", "place": "where", "time": "when"
}  # fmt: skip
KNOWN: Final = {"given": "as given", "read": "as printed", "inferred": "inferred from the text", "unknown": "not known"}
NAME = 80
SEVERAL = 2


def report_of(rows: Sequence[Row], about: About) -> Report:
    """The report of rows that are of one incident or of one document."""
    papers = {row.paper.id: row.paper for row in rows}
    sources = {id_: number for number, id_ in enumerate(papers, 1)}
    views = {row.id: _claim(number, row, sources) for number, row in enumerate(rows, 1)}
    incidents = {row.incident for row in rows}
    one_document = len(papers) == 1 and (len(incidents) > 1 or any("documents" in one for one in about.chosen))
    accounts = tuple(_accounts(rows, views))
    disputes = tuple(_disputes(rows, views))
    return Report(
        kind="Document" if one_document else "Incident",
        title=_title(rows, next(iter(papers.values())) if one_document else None),
        facts=tuple(_facts(rows, accounts)),
        accounts=accounts,
        disputes=disputes,
        elsewhere=sum(1 for _, contest in _contests(rows) if contest.other not in views),
        papers=tuple(_paper(paper, sources[paper.id], rows, views) for paper in papers.values()),
        matrix=not one_document and len(rows) >= SEVERAL,
        runs=tuple(dict.fromkeys(row.run for row in rows)),
        about=about,
    )


def _title(rows: Sequence[Row], paper: Paper | None) -> str:
    if paper is not None:
        return squeezed(paper.title or paper.name or "Untitled document")
    if not rows:
        return "No claims"
    kinds = [
        f"{row.type.capitalize()}, {row.mode.replace('_', ' ')}" if row.mode else row.type.capitalize() for row in rows
    ]
    place = next((where_words(row.where) for row in rows if row.where is not None), "")
    day = next((date_words(row.when.edtf) for row in rows if row.when is not None and row.when.edtf), "")
    around = ", ".join(one for one in (place, day) if one)
    return max(kinds, key=lambda kind: (kinds.count(kind), kind)) + (f": {around}" if around else "")


def _facts(rows: Sequence[Row], accounts: Sequence[AccountView]) -> Iterator[tuple[str, str]]:
    """The figures at the head of the page."""
    yield "claims", str(len(rows))
    yield "holders", str(len(accounts))
    yield "independent origins", str(len({row.origin for row in rows}))
    yield "documents", str(len({row.paper.id for row in rows}))
    killed = [row.toll.killed for row in rows if row.toll.killed is not None]
    if killed:
        yield "killed, as told", _range(killed)


def _range(counts: Sequence[Count]) -> str:
    """From the lowest to the highest number that anyone gives."""
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    least, most = min([*lows, *highs]), max([*lows, *highs])
    open_end = any(count.high is None for count in counts) and (not highs or max(lows, default=0) >= max(highs))
    told = f"{least:,}" if least == most else f"{least:,} to {most:,}"
    return f"{told} or more" if open_end else told


def _accounts(rows: Sequence[Row], views: dict[str, ClaimView]) -> Iterator[AccountView]:
    """The claims by who makes them, in the order in which they are first told.

    Of a holder that goes by several names the account has its name in the registry, and each claim the words.
    """
    by_holder: dict[str, list[Row]] = {}
    for row in rows:
        by_holder.setdefault(_account(row), []).append(row)
    for told in by_holder.values():
        first, labels = told[0], {row.holder for row in told}
        who = first.voices[-1].who if first.voices else None
        several = who is not None and len(labels) > 1
        yield AccountView(
            holder=who.name if several and who is not None else _holder(first),
            chain=() if several else tuple((shortened(voice.label, NAME), _cue(voice)) for voice in first.voices),
            kind="" if who is None else who.kind.replace("_", " "),
            several=several,
            claims=tuple(views[row.id] for row in told),
        )


def _account(row: Row) -> str:
    """What makes two claims one holder's: who it is where the registry knows it, else its words in the document."""
    if not row.voices:
        return f"{row.paper.id}: the article"
    who = row.voices[-1].who
    return who.id if who is not None and who.registry is not None else f"{row.paper.id}: {row.holder}"


def _cue(voice: Voice) -> str:
    return ", ".join(squeezed(cue.text) for cue in voice.cue if cue.text)


def _holder(row: Row) -> str:
    if row.voices:
        return shortened(row.holder, NAME * 2)
    outlet = row.paper.publisher or row.paper.agency
    return f"{squeezed(outlet)}, in its own voice" if outlet else "The article, in its own voice"


def _claim(number: int, row: Row, sources: dict[str, int]) -> ClaimView:
    places = [where_words(one) for one in (row.where, *row.others) if one is not None]
    return ClaimView(
        number=number,
        id=row.id,
        holder=_holder(row),
        cue=_cue(row.voices[-1]) if row.voices else "",
        what=f"{row.type} {row.mode.replace('_', ' ')}" if row.mode else row.type,
        factuality=row.factuality,
        mark=MARKS[row.factuality],
        who=_party(row.agent),
        whom=_party(row.patient),
        where="; ".join(dict.fromkeys(places)),
        when=date_words(row.when.edtf) if row.when is not None and row.when.edtf else "",
        toll=toll_words(row.toll),
        killed=count_words(row.toll.killed) if row.toll.killed is not None else "",
        injured=count_words(row.toll.injured) if row.toll.injured is not None else "",
        quoted=_quoted(row),
        inferred=tuple(dict.fromkeys(INFERRED[one] for one in row.inferred if one in INFERRED)),
        disputed=tuple(dict.fromkeys(one.field for one in row.contests)),
        source=sources[row.paper.id],
        span=f"{row.trigger.span.start}-{row.trigger.span.end}" if row.trigger is not None else "",
        confidence=f"{row.confidence:.2f}",
    )


def _party(party: Party) -> str:
    """The words that name who takes part, and who that is where they do not tell it."""
    words = ", ".join(shortened(one.text, NAME) for one in party.words if one.text)
    names = [one.name for one in party.who if one.name.casefold() not in words.casefold()]
    if words and names:
        return f"{words} ({', '.join(dict.fromkeys(names))})"
    return words or ", ".join(dict.fromkeys(names))


def where_words(where: Where | None) -> str:
    """A place with what it lies in: "Arbin (Rif-dimashq, Syria)"."""
    if where is None:
        return ""
    found = country(where.country)
    around = [where.admin1, found.name if found is not None else None]
    told = [one for one in around if one and one.casefold() != where.name.casefold()]
    return squeezed(where.name) + (f" ({', '.join(told)})" if told else "")


def _quoted(row: Row) -> Quoted | None:
    sentence, trigger = row.sentence, row.trigger
    if sentence is None or not sentence.text:
        return None
    if trigger is None or sentence.altered or not _inside(sentence, trigger):
        return Quoted(squeezed(sentence.text), "", "")
    start, end = trigger.span.start - sentence.span.start, trigger.span.end - sentence.span.start
    return Quoted(sentence.text[:start], sentence.text[start:end], sentence.text[end:])


def _inside(sentence: Words, trigger: Words) -> bool:
    return sentence.tail is None and sentence.span.covers(trigger.span)


def _disputes(rows: Sequence[Row], views: dict[str, ClaimView]) -> Iterator[DisputeView]:
    """The disputes between claims of the report, those that hang together in one, in the order in which they are first met."""
    by_id = {row.id: row for row in rows}
    groups: list[tuple[Contest, dict[str, None]]] = []
    for row, contest in _contests(rows):
        if contest.other not in by_id:
            continue
        pair = {row.id: None, contest.other: None}
        kind = (contest.field, contest.how)
        joined = [one for one in groups if (one[0].field, one[0].how) == kind and not pair.keys().isdisjoint(one[1])]
        first = joined[0] if joined else (contest, pair)
        for one in joined[1:]:
            groups.remove(one)
            first[1].update(one[1])
        first[1].update(pair)
        if not joined:
            groups.append(first)
    for contest, ids in groups:
        told = [by_id[id_] for id_ in sorted(ids, key=lambda id_: views[id_].number)]
        yield DisputeView(contest.field, HOW[contest.how], contest.note, tuple(_sides(contest, told, views)))


def _sides(contest: Contest, rows: Sequence[Row], views: dict[str, ClaimView]) -> Iterator[tuple[ClaimView, ...]]:
    spoken = [(row, views[row.id]) for row in rows]
    if contest.how != "denies":
        yield from ((one,) for _, one in spoken)
        return
    yield tuple(one for row, one in spoken if not _denies(row))
    yield tuple(one for row, one in spoken if _denies(row))


def _denies(row: Row) -> bool:
    return row.factuality == "denied" or row.type == "REJECT"


def _contests(rows: Sequence[Row]) -> Iterator[tuple[Row, Contest]]:
    """Each dispute once, with the claim that it is first met at."""
    seen: set[tuple[frozenset[str], str]] = set()
    for row in rows:
        for contest in row.contests:
            key = (frozenset({row.id, contest.other}), contest.field)
            if key not in seen:
                seen.add(key)
                yield row, contest


def _paper(paper: Paper, number: int, rows: Sequence[Row], views: dict[str, ClaimView]) -> PaperView:
    own = [row for row in rows if row.paper.id == paper.id]
    published = paper.published
    return PaperView(
        number=number,
        title=squeezed(paper.title or paper.name or "Untitled"),
        publisher=squeezed(paper.publisher or paper.agency or ""),
        published=date_words(published.edtf) if published.edtf else "",
        known=KNOWN[published.how],
        url=paper.url,
        safe_url=paper.url is not None and paper.url.startswith(("http://", "https://")),
        id=paper.id,
        claims=len(own),
        pieces=() if paper.text is None else tuple(_pieces(paper.text, own, views)),
    )


def _pieces(text: str, rows: Iterable[Row], views: dict[str, ClaimView]) -> Iterator[Piece]:
    """The text cut at the triggers."""
    triggers = [(row.trigger.span.start, row.trigger.span.end, views[row.id].number) for row in rows if row.trigger]
    cuts = sorted({0, len(text), *(start for start, _, _ in triggers), *(end for _, end, _ in triggers)})
    for start, end in pairwise(cuts):
        yield Piece(
            text[start:end], tuple(number for first, last, number in triggers if first <= start and end <= last)
        )
