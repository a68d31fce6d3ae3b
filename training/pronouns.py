"""Make the weights of pronouns: whom "they" and "he" go back to.

usage: python -m training.pronouns [--anew]

Learns from the choices that are kept beside this file (pronouns.json.gz: features by number, no words of any article) and writes
src/sayso/resources/attachment/pronoun.json. Deterministic: it makes the file that ships. --anew reads the annotated ledgers
(training/ledgers.py) first and keeps the choices that they offer. A ledger has no chains of mentions, but events and sources
whose words it ties to an actor: a pronoun among them is rightly tied to whom the actor's other words are tied to. The figure in
the file is over five folds by article.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from sayso import attributing
from sayso.claiming.chooser import Option
from sayso.model import Span, Token
from sayso.naming.drafts import Casting, Draft
from sayso.naming.participants import conjoined
from sayso.naming.pronouns import REFLEXIVE, candidates
from sayso.naming.ranking import Candidate, features_of
from sayso.naming.resolving import begin, walk
from sayso.naming.sighting import Sighting
from sayso.pipeline import Pipeline
from sayso.reading.clean_copy import clean
from sayso.resources.attachment import Weights
from training.attachment import TARGET
from training.choosing import FOLDS, Case, learn, scored
from training.coding.cases import document_in
from training.doers import keep, kept_cases
from training.gold import ledgers, spans

KEPT: Final = Path(__file__).with_name("pronouns.json.gz")
# Over the folds, anything from 2 to 8 does equally well.
SMOOTH: Final = 5.0
LEAST: Final = 6
THIRD: Final = frozenset({"he", "she", "it", "they"})
FIRST_OR_SECOND: Final = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
OTHERS: Final = frozenset(
    {"who", "whom", "which", "that", "this", "these", "those", "both", "herself", "himself", "itself"}
)


def named_in(record: dict[str, Any]) -> dict[tuple[str, ...], set[Span]]:
    """The words of each actor, or of several who are told as one side, where the ledger is sure which words name whom."""
    found: dict[tuple[str, ...], set[Span]] = defaultdict(set)
    for event in record["events"]:
        for role in ("agent", "patient"):
            words, actors = spans(event[role]), tuple(sorted(event[f"{role}_actor"] or ()))
            if len(words) == 1 and actors:
                found[actors].add(words[0])
    for one in record["attributions"]:
        words = spans(one["source"])
        if len(words) == 1 and one["source_actor"]:
            found[one["source_actor"],].add(words[0])
    return found


class _Gold:
    """Whom a ledger's actors are taken for."""

    def __init__(self, record: dict[str, Any], casting: Casting) -> None:
        self._casting = casting
        self._members = {one["id"]: tuple(one.get("members") or ()) for one in record["actors"]}
        self._tied: dict[tuple[str, ...], set[frozenset[Draft]]] = defaultdict(set)
        self._asked: dict[tuple[int, int], tuple[str, ...]] = {}
        for actors, words in named_in(record).items():
            for span in words:
                root = casting.parse.root_of(span)
                if root is not None and is_pronoun(root):
                    self._asked[root.start, root.end] = actors
                elif root is not None:
                    heads = [token.i for token in conjoined(casting.parse, root, span)]
                    self._tied[actors].add(frozenset(casting.of[head] for head in heads if head in casting.of))

    def allows(self, token: Token, meant: frozenset[Draft]) -> bool:
        """May a pronoun rightly be tied to these drafts?"""
        actors = self._asked.get((token.start, token.end), ())
        if meant in self._tied.get(actors, ()):
            return True
        members = self._members.get(actors[0], ()) if len(actors) == 1 else actors
        if not len(members) == len(meant) > 1:
            return False
        alone = [{draft for one in self._tied.get((member,), ()) for draft in one} for member in members]
        told = [one for one in alone if one]
        return bool(told) and all(one & meant for one in told)


def is_pronoun(token: Token) -> bool:
    """Does a word name nobody by itself?"""
    return token.tag in ("PRP", "PRP$", "WP", "WDT") or token.text.lower() in FIRST_OR_SECOND | OTHERS


Asked = tuple[Sighting, list[Candidate], list[list[str]]]


def choices(number: int, record: dict[str, Any], casting: Casting, sightings: Sequence[Sighting]) -> Iterator[Case]:
    """For each pronoun of which an article's ledger tells whom it means, the choice among those whom it may go back to."""
    asked: list[Asked] = []
    for sighting in walk(casting, sightings):
        token = casting.parse.tokens[sighting.head]
        if sighting.kind == "pronoun" and sighting.key in THIRD and token.text.lower() not in REFLEXIVE:
            offered = candidates(casting, sighting)
            asked.append((sighting, offered, features_of(casting, sighting, offered)))
    gold = _Gold(record, casting)
    for sighting, offered, features in asked:
        token = casting.parse.tokens[sighting.head]
        # Drafts may have become one since.
        meant = [frozenset(final(casting, draft) for draft in one.meant) for one in offered]
        chosen = frozenset(n for n, one in enumerate(meant) if gold.allows(token, one))
        if chosen and len(set(meant)) > 1:
            values: dict[frozenset[Draft], str] = {}
            options = [
                Option(n, values.setdefault(one, str(len(values) + 1)), told)
                for n, (one, told) in enumerate(zip(meant, features, strict=True))
            ]
            yield Case(number, options, chosen, wanted=True)


def final(casting: Casting, draft: Draft) -> Draft:
    """What a draft has become at the end of the walk."""
    return casting.of.get(draft.sightings[0].head, draft) if not draft.members else draft


def choices_found() -> list[Case]:
    """The choices of the annotated articles, as the stages before them find them now."""
    tools = Pipeline.open().tools
    found: list[Case] = []
    for number, record in enumerate(ledgers()):
        document = clean(document_in(record))
        parse, tagged = tools.parser.parse(document), tools.tagger.read(document)
        told = attributing.find_attributions(document, parse, tools.cues, tagged=tagged.attributions)
        casting, sightings = begin(parse, tools.registry, tagged.tags, told)
        found += choices(number, record, casting, sightings)
    return found


def over_folds(cases: Sequence[Case]) -> float:
    """The share of pronouns that are tied rightly by weights that have not seen the article, of those that can be."""
    right = 0
    for fold in range(FOLDS):
        weights = learn([case for case in cases if case.article % FOLDS != fold], SMOOTH, LEAST)
        for case in cases:
            if case.article % FOLDS == fold:
                shares = scored(case, weights)
                best = max(shares, key=shares.__getitem__)
                right += any(case.options[i].value == best for i in case.right)
    return right / len(cases)


def main() -> None:
    """Write the weights and print their figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--anew", action="store_true", help="make the choices from the annotated articles first")
    if parser.parse_args().anew:
        KEPT.write_bytes(keep(choices_found()))
    cases = kept_cases(KEPT.read_bytes())
    figures = {"accuracy over five folds": round(over_folds(cases), 3), "cases": float(len(cases))}
    weights = {name: round(weight, 2) for name, weight in learn(cases, SMOOTH, LEAST).items() if abs(weight) >= 0.02}
    print("pronoun", figures, len(weights), "weights", flush=True)
    encoded = msgspec.json.format(msgspec.json.encode(Weights(weights, figures), order="sorted"), indent=1)
    (TARGET / "pronoun.json").write_bytes(encoded + b"\n")


if __name__ == "__main__":
    main()
