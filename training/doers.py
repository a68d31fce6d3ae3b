"""Make the weights of doers: who did what an event's own words leave without a doer.

usage: python -m training.doers

Reads the annotated ledgers (training/ledgers.py) and the sentences of PLV (training/coding/dyads.py), writes
src/sayso/resources/attachment/agent.json. Deterministic. Each article's events have their agents by roles that were fitted
without it: on articles that the roles have seen hardly a doer is missed, and the choice would learn from other cases than
it meets. The figure in the file is over five folds by article.

The choice learns from what the stages before it find at that moment, so that the same command on another state of the code makes other
weights; those that ship are kept from an earlier state (docs/decisions/2026-11-28-weights-of-doers-are-kept.md).
"""

from collections.abc import Iterator, Sequence

import msgspec

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
from training.attachment import TARGET, Case, article_of, cross_validated, names_of, of_gold
from training.coding.cases import Reader
from training.coding.dyads import Dyad, dyads
from training.coding.dyads import role_cases as marked_cases
from training.coding.fit import fit
from training.coding.together import ROLE_LABELS, ROLE_SHRINK
from training.gold import spans
from training.ledgers import FOLDS, Article, articles, shared
from training.participants import cases as role_cases


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


def main() -> None:
    """Write the weights and print their figure."""
    lexicon, mates, tagger = Lexicon.open(), ClaimWeights.open().mates, Tagger.open()
    found = articles()
    pieces = with_unseen_roles(found, dyads(Reader(Parser.open(), tagger, lexicon)), lexicon, tagger)
    cases = [case for n, article in enumerate(found) for case in choices(n, article, pieces[n], mates)]
    learned = cross_validated("agent", cases)
    encoded = msgspec.json.format(msgspec.json.encode(learned.weights, order="sorted"), indent=1)
    (TARGET / "agent.json").write_bytes(encoded + b"\n")


if __name__ == "__main__":
    main()
