"""Make the weights that judge which words are events, and of which type; and those of marked pairs.

usage: python -m training.coding [--only events pairs] [--tagger FOLDER] [--figures]

Reads the annotated ledgers (SAYSO_GOLD/gold/ledger/train.jsonl and training/annotations) and the sentences of
SAYSO_GOLD/gold/events/plv-train.jsonl; writes events.json and pairs.json in src/sayso/resources/codebook/weights, and
pairs.npz in src/sayso/resources/encoder.
Deterministic.

The judge of events weighs the tagger's scores, and these flatter on articles that the tagger was trained on. --tagger
names a folder with weights of the tagger that have not seen (all of) them, where there are such.
--figures prints figures of pairs over five folds by sentence; those of events come from `python -m evaluation.coding`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.parsing import Parser
from sayso.resources.codebook import Lexicon, Weights
from sayso.tagging import Tagger
from sayso.tagging.sentences import HERE, SentenceEncoder
from training.coding.cases import EVENT_LABELS, Reader, event_cases, unmarked_cases
from training.coding.fit import Case, fit
from training.coding.folds import calibration_of, in_folds
from training.coding.pairs import fit_head, fit_pairs, pair_cases, pair_figures
from training.gold import ledgers

TARGET = Path("src/sayso/resources/codebook/weights")
# Strength of the penalty, chosen by the figures of the folds.
SHRINK = 2.0


def main() -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", choices=("events", "pairs"), default=("events", "pairs"))
    parser.add_argument("--tagger", type=Path, help="folder of the tagger's weights to take scores from")
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    reader = Reader(Parser.open(), Tagger.open(options.tagger), Lexicon.open())
    if "events" in options.only:
        cases = [case for n, record in enumerate(ledgers()) for case in event_cases(n, record, reader)]
        write("events", event_weights([*cases, *unmarked_cases(reader)]))
    if "pairs" in options.only:
        cases, vectors = pair_cases(reader.parser, reader.lexicon, SentenceEncoder.open())
        if options.figures:
            print(pair_figures(cases, vectors))
        write("pairs", fit_pairs(cases))
        fit_head(vectors, cases).save(HERE / "pairs.npz")


def event_weights(cases: Sequence[Case]) -> Weights:
    """The judge of events, its confidence calibrated on articles judged by weights that have not seen them."""
    calibration = calibration_of(in_folds(cases, EVENT_LABELS, SHRINK))
    return msgspec.structs.replace(fit(cases, EVENT_LABELS, SHRINK), calibration=calibration)


def write(name: str, weights: Weights) -> None:
    """Put a set of weights where sayso opens it."""
    TARGET.joinpath(f"{name}.json").write_bytes(msgspec.json.encode(weights) + b"\n")
    print(f"{name}: {len(weights.rows)} features kept")


if __name__ == "__main__":
    main()
