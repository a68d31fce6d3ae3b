"""Make the weights of participants.

usage: python -m training.participants [--figures]

Reads the annotated ledgers (training/ledgers.py) and the sentences of PLV (training/coding/dyads.py), writes src/sayso/resources/codebook/weights/roles.json.
Deterministic. --figures prints the share of phrases that are given their right part in five folds by article.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from sayso.coding.participants import role_features
from sayso.coding.prospects import prospects
from sayso.model import Parse, Token
from sayso.parsing import Parser
from sayso.resources.codebook import Lexicon
from sayso.tagging import Tagger
from training.coding.cases import Reader
from training.coding.dyads import dyads, role_cases
from training.coding.fit import Case, fit
from training.gold import spans
from training.ledgers import TARGET, Article, articles, in_folds, macro_f1, set_apart, shared

LABELS = ("none", "agent", "patient")
# Strength of the penalty, chosen by the figures of the folds.
SHRINK = 3.0


def cases(found: Sequence[Article], lexicon: Lexicon) -> Iterator[Case]:
    """For each phrase beside an event: agent, patient or none."""
    for article in found:
        for one in article.seen:
            if one.gold is not None:
                near = one.around.near(one.candidate)
                for prospect in prospects(one.candidate.frame, one.parse):
                    features = role_features(prospect, one.candidate, one.gold["type"], near, one.parse, lexicon)
                    role = _role(prospect.head, one.gold, one.parse)
                    yield Case(one.article, set_apart(features, article.record), role)


def _role(head: Token, gold: dict[str, Any], parse: Parse) -> str:
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


def main(figures: bool) -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    lexicon = Lexicon.open()
    reader = Reader(Parser.open(), Tagger.open(), lexicon)
    made = [*cases(articles(), lexicon), *(case for one in dyads(reader) for case in role_cases(one, lexicon))]
    if figures:
        pairs = in_folds(made, LABELS, SHRINK)
        right = sum(wanted == got for wanted, got in pairs) / len(pairs)
        print(f"participants in five folds: accuracy {right:.3f}, macro-F1 {macro_f1(pairs):.3f}, {len(pairs)} phrases")
    weights = shared(fit(made, LABELS, SHRINK))
    TARGET.joinpath("roles.json").write_bytes(msgspec.json.encode(weights) + b"\n")
    print(f"roles: {len(made)} cases, {len(weights.rows)} features kept")


if __name__ == "__main__":
    main("--figures" in sys.argv[1:])
