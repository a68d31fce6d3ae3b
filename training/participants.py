"""From annotated articles to cases for the weights of participants; `python -m training.coding` makes the weights."""

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.coding.prospects import prospects
from sayso.coding.role_features import role_features
from sayso.model import Parse, Token
from sayso.resources.codebook import Lexicon
from training.coding.cases import Seen
from training.coding.fit import Case
from training.gold import spans
from training.ledgers import Article, set_apart


def cases(found: Sequence[Article], lexicon: Lexicon) -> Iterator[Case]:
    """For each phrase beside an event: agent, patient or none."""
    for article in found:
        yield from cases_of(article.record, article.seen, lexicon)


def cases_of(record: dict[str, Any], seen: Sequence[Seen], lexicon: Lexicon) -> Iterator[Case]:
    """The same for one article and the candidates in it that gold has an event for."""
    for one in seen:
        if one.gold is not None:
            near = one.around.near(one.candidate)
            for prospect in prospects(one.candidate.frame, one.parse):
                features = role_features(prospect, one.candidate, one.gold["type"], near, one.parse, lexicon)
                role = part_of(prospect.head, one.gold, one.parse)
                yield Case(one.article, set_apart(features, record), role)


def part_of(head: Token, gold: dict[str, Any], parse: Parse) -> str:
    """What the phrase of a head is to a gold event: agent, patient or none."""
    for role in ("agent", "patient"):
        for span in spans(gold[role]):
            root = parse.root_of(span)
            if root is not None and span.covers(head.span) and _coordinated(head, root, parse):
                return role
    return "none"


def _coordinated(head: Token, root: Token, parse: Parse) -> bool:
    while head.i != root.i and head.dep == "conj" and head.head != head.i:
        head = parse.head(head)
    return head.i == root.i
