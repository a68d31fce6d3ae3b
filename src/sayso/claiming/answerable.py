"""Answerable: whom the words around a deed's noun make answer for it.

"Russian aircraft were responsible for the strike", "the group behind the attack", "blamed the army for the raid", "a raid that
it blamed on the army", "accused the army of the attack": the doer is told, by no word that the deed's own participants are read from.
"""

from collections.abc import Iterator
from typing import Final

from sayso.model import Attribution, Event, Parse, Span, Token

ANSWERING: Final = frozenset({"responsible", "accountable", "answerable", "liable"})
BLAMING: Final = frozenset({"blame", "accuse", "condemn"})
SUBJECTS: Final = ("nsubj", "nsubjpass")


def answerable_for(event: Event, parse: Parse, holder: Attribution | None) -> Span | None:
    """The words of the doer of an event that are not its own participants; None where it has some, or nothing tells one.

    holder: of the event. Whom somebody blames is the doer where it is held by who blames, and not in another's mouth.
    """
    deed = parse.root_of(event.trigger)
    if event.agent or deed is None or deed.pos not in ("NOUN", "PROPN"):
        return None
    cues = [] if holder is None else [word.i for cue in holder.cue for word in parse.within(cue)]
    doer = next((doer for doer, by in _doers(deed, parse) if by is None or by.i in cues), None)
    return None if doer is None or doer.pos == "PRON" else _phrase(doer, parse)


def _doers(deed: Token, parse: Parse) -> Iterator[tuple[Token, Token | None]]:
    """The words below or above a deed's noun that tell who answers for it, with the verb by which somebody blames it."""
    above = parse.head(deed)
    if deed.dep == "pobj" and above.i != deed.i:
        over = parse.head(above)
        if above.lemma == "behind" and over.pos in ("AUX", "VERB"):
            yield from ((one, None) for one in parse.dependents(over, *SUBJECTS))
        elif above.lemma == "behind" and over.pos in ("NOUN", "PROPN"):
            yield over, None
        elif above.lemma == "for" and over.lemma in ANSWERING:
            yield from ((one, None) for verb in (over, parse.head(over)) for one in parse.dependents(verb, *SUBJECTS))
        elif above.lemma in ("for", "of") and over.lemma in BLAMING:
            yield from ((one, over) for one in parse.dependents(over, "nsubjpass", "dobj"))
        elif above.lemma in ("for", "of") and over.dep in ("dobj", "nsubjpass") and parse.head(over).lemma in BLAMING:
            yield over, parse.head(over)
    if deed.dep in ("dobj", "nsubjpass") and above.lemma == "blame":
        yield from ((one, above) for verb in (above, deed) for one in _blamed(verb, parse))
    for clause in parse.dependents(deed, "relcl", "acl"):
        if clause.lemma == "blame":
            yield from ((one, clause) for one in _blamed(clause, parse))


def _blamed(verb: Token, parse: Parse) -> Iterator[Token]:
    for on in parse.dependents(verb, "prep"):
        if on.lemma in ("on", "upon"):
            yield from parse.dependents(on, "pobj")


def _phrase(head: Token, parse: Parse) -> Span:
    """The head with the words right before it that belong to it."""
    first = min(
        (one.start for one in parse.subtree(head) if one.i < head.i and one.sentence == head.sentence),
        default=head.start,
    )
    return Span(first, head.end)
