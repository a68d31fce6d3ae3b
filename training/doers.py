"""Make the weights of doers: who did what an event's own words leave without a doer.

usage: python -m training.doers [--anew]

Learns from the choices that are kept beside this file (doers.json.gz: features by number, no words of any article) and writes
src/sayso/resources/attachment/agent.json. Deterministic: it makes the file that ships. --anew reads the annotated ledgers
(training/ledgers.py) and the sentences of PLV (training/coding/dyads.py) first and keeps the choices that they offer, which are
others wherever an earlier stage finds something else today (docs/decisions/2026-11-29-choices-of-doers-are-kept.md). Each
article's events have their agents by roles that were fitted without it: on articles that the roles have seen hardly a doer is
missed, and the choice would learn from other cases than it meets. The figure in the file is over five folds by article.
"""

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from sayso.claiming.chooser import Option
from sayso.claiming.claims import ClaimWeights, first_look
from sayso.claiming.doing import doer_options, scene_of
from sayso.claiming.pieces import Pieces
from sayso.claiming.sharing import pair_scores
from sayso.coding import find_events
from sayso.model import Tags
from sayso.naming import actors_of
from sayso.parsing import Parser
from sayso.resources.attachment import Weights
from sayso.resources.codebook import Lexicon
from sayso.settings import Settings
from sayso.tagging import Tagger
from training.attachment import TARGET, article_of, names_of, of_gold
from training.choosing import LEAST, Case, cross_validated
from training.coding.cases import Reader
from training.coding.dyads import Dyad, dyads
from training.coding.dyads import role_cases as marked_cases
from training.coding.fit import fit
from training.coding.together import ROLE_LABELS, ROLE_SHRINK
from training.gold import spans
from training.ledgers import FOLDS, Article, articles, shared
from training.participants import cases as role_cases

KEPT: Final = Path(__file__).with_name("doers.json.gz")


def with_unseen_roles(
    found: Sequence[Article], marked: Sequence[Dyad], lexicon: Lexicon, tagger: Tagger
) -> list[Pieces]:
    """The pieces of the articles, the participants of each by roles fitted on articles of other folds and all marked sentences."""
    cases = list(role_cases(found, lexicon))
    beside = [case for one in marked for case in marked_cases(one, lexicon)]
    pieces = [article.pieces for article in found]
    for fold in range(FOLDS):
        others = [case for case in cases if case.article % FOLDS != fold]
        roles = shared(fit([*others, *beside], ROLE_LABELS, ROLE_SHRINK))
        own = msgspec.structs.replace(lexicon, roles=roles)
        for n in range(fold, len(pieces), FOLDS):
            pieces[n] = with_events(pieces[n], own, tagger.tag(pieces[n].document))
    return pieces


def with_events(pieces: Pieces, lexicon: Lexicon, tags: Tags) -> Pieces:
    """The pieces with the events that a lexicon finds."""
    least = Settings().min_confidence
    events = find_events(pieces.document, pieces.parse, pieces.attributions, lexicon, tags.triggers, least)
    return msgspec.structs.replace(pieces, events=events)


def choices(number: int, article: Article, pieces: Pieces, mates: Weights) -> Iterator[Case]:
    """For each event whose own words name no doer, and which gold has too, the choice among those whom the article offers."""
    gold = article_of(article.record, pieces)
    look = first_look(pieces, Weights({}), Weights({}))
    scene = scene_of(pieces.parse, pieces.cast, look.views, pair_scores(look.views, mates), pieces.attributions)
    names = names_of(gold)
    cast = {actor.id: {name.casefold() for name in actor.names} for actor in pieces.cast.actors}
    for n, claim in enumerate(look.claims):
        event = of_gold(gold, claim.event)
        if event is None or claim.agent_actor:
            continue
        options, doers = doer_options(scene, n)
        wanted: set[str] = set().union(*(names.get(actor, set()) for actor in event["agent_actor"]))
        meant = set(actors_of(pieces.cast, pieces.parse, spans(event["agent"]))) if event["agent_actor"] else set()
        right = {
            i
            for i, option in enumerate(options)
            if option.site is not None
            and any(actor in meant or wanted & cast.get(actor, set()) for actor in doers[option.site])
        }
        yield Case(number, options, frozenset(right or {0}), bool(event["agent_actor"]))


def choices_found() -> list[Case]:
    """The choices of the annotated articles, as the stages before them find them now; takes an hour and more."""
    lexicon, mates, tagger = Lexicon.open(), ClaimWeights.open().mates, Tagger.open()
    found = articles()
    pieces = with_unseen_roles(found, dyads(Reader(Parser.open(), tagger, lexicon)), lexicon, tagger)
    return [case for n, article in enumerate(found) for case in choices(n, article, pieces[n], mates)]


class KeptOption(Struct, frozen=True, array_like=True):
    """An option: the number of its value in its case, 0 for nobody, and the numbers of its features."""

    value: int
    features: list[int]


class KeptCase(Struct, frozen=True, array_like=True):
    """A choice: its article, its options, which of them are right, and whether gold has a doer at all."""

    article: int
    options: list[KeptOption]
    right: list[int]
    wanted: bool


class Kept(Struct, frozen=True):
    """Choices without the words of their articles: the names of the features, and the cases."""

    features: list[str]
    cases: list[KeptCase]


def keep(cases: Sequence[Case]) -> bytes:
    """The choices as bytes, features that are too rare to be learned from left out."""
    counts = Counter(name for case in cases for option in case.options for name in option.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    number = {name: n for n, name in enumerate(names)}
    kept = []
    for case in cases:
        values = {"": 0}
        options = [
            KeptOption(
                values.setdefault(option.value, len(values)), [number[one] for one in option.features if one in number]
            )
            for option in case.options
        ]
        kept.append(KeptCase(case.article, options, sorted(case.right), case.wanted))
    return gzip.compress(msgspec.json.encode(Kept(names, kept)), mtime=0)


def kept_cases(content: bytes) -> list[Case]:
    """The choices that `keep` made bytes of, values told by their numbers."""
    kept = msgspec.json.decode(gzip.decompress(content), type=Kept)
    return [
        Case(
            case.article,
            [
                Option(
                    n or None,
                    str(option.value) if option.value else "",
                    [kept.features[f] for f in option.features],
                )
                for n, option in enumerate(case.options)
            ],
            frozenset(case.right),
            case.wanted,
        )
        for case in kept.cases
    ]


def main() -> None:
    """Write the weights and print their figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--anew", action="store_true", help="make the choices from the annotated articles first")
    if parser.parse_args().anew:
        KEPT.write_bytes(keep(choices_found()))
    learned = cross_validated("agent", kept_cases(KEPT.read_bytes()))
    encoded = msgspec.json.format(msgspec.json.encode(learned.weights, order="sorted"), indent=1)
    (TARGET / "agent.json").write_bytes(encoded + b"\n")


if __name__ == "__main__":
    main()
