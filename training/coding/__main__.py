"""Make the weights that judge which words are events, and of which type; of who takes part; and those of marked pairs.

usage: python -m training.coding [--only events pairs] [--tagger FOLDER] [--figures]

Reads the annotated ledgers (SAYSO_GOLD/gold/ledger/train.jsonl and training/annotations) and the sentences of
SAYSO_GOLD/gold/events/plv-train.jsonl; writes events.json with roles.json, which teach each other, and pairs.json in
src/sayso/resources/codebook/weights, and pairs.npz in src/sayso/resources/encoder.
Deterministic, and independent of the weights of events and participants that are there.

The judge of events weighs the tagger's scores, and these flatter on articles that the tagger was trained on. --tagger
names a folder with weights of the tagger that have not seen (all of) them, where there are such.
--figures prints figures of pairs over five folds by sentence and of participants over five folds by article; those of
events come from `python -m evaluation.coding`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.parsing import Parser
from sayso.resources.codebook import Lexicon, Weights
from sayso.tagging import Tagger
from sayso.tagging.sentences import HERE, SentenceEncoder
from training.coding.cases import EVENT_LABELS, Reader
from training.coding.fit import Case
from training.coding.folds import calibration_of, in_folds
from training.coding.pairs import fit_head, fit_pairs, pair_cases, pair_figures
from training.coding.together import ROLE_LABELS, ROLE_SHRINK, SHRINK, alone, annotated, besides
from training.ledgers import TARGET, macro_f1
from training.ledgers import in_folds as roles_in_folds


def main() -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", choices=("events", "pairs"), default=("events", "pairs"))
    parser.add_argument("--tagger", type=Path, help="folder of the tagger's weights to take scores from")
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    reader = Reader(Parser.open(), Tagger.open(options.tagger), Lexicon.open())
    if "events" in options.only:
        taught = besides(alone(annotated(reader), reader.lexicon), reader)
        write("events", calibrated(taught.lexicon.events, taught.cases.events))
        write("roles", taught.lexicon.roles)
        if options.figures:
            print(role_figures(taught.cases.roles))
    if "pairs" in options.only:
        cases, vectors = pair_cases(reader.parser, reader.lexicon, SentenceEncoder.open())
        if options.figures:
            print(pair_figures(cases, vectors))
        write("pairs", fit_pairs(cases))
        fit_head(vectors, cases).save(HERE / "pairs.npz")


def calibrated(weights: Weights, cases: Sequence[Case]) -> Weights:
    """The judge of events, its confidence calibrated on articles judged by weights that have not seen them."""
    return msgspec.structs.replace(weights, calibration=calibration_of(in_folds(cases, EVENT_LABELS, SHRINK)))


def role_figures(cases: Sequence[Case]) -> str:
    """How many phrases get their right part from weights that have not seen the article."""
    pairs = roles_in_folds(cases, ROLE_LABELS, ROLE_SHRINK)
    right = sum(wanted == got for wanted, got in pairs) / len(pairs)
    return f"participants in five folds: accuracy {right:.3f}, macro-F1 {macro_f1(pairs):.3f}, {len(pairs)} phrases"


def write(name: str, weights: Weights) -> None:
    """Put a set of weights where sayso opens it."""
    TARGET.joinpath(f"{name}.json").write_bytes(msgspec.json.encode(weights) + b"\n")
    print(f"{name}: {len(weights.rows)} features kept")


if __name__ == "__main__":
    main()
