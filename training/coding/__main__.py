"""Make the weights that judge which words are events, and of which type; of who takes part; and those of marked pairs.

usage: python -m training.coding [--only events roles pairs calibration] [--earlier FOLDER] [--figures]

Reads the annotated ledgers (SAYSO_GOLD/gold/ledger/train.jsonl and training/annotations) and the sentences of
SAYSO_GOLD/gold/events/plv-train.jsonl; writes subject.json, events.json with roles.json, which teach each other, and pairs.json in
src/sayso/resources/codebook/weights, and pairs.npz in src/sayso/resources/encoder.
calibration brings the confidence of events.json, as it is there, to what is observed of the events told of the development articles.
Deterministic, and independent of the weights of events and participants that are there.

The judge of events weighs the tagger's scores, and these flatter on articles that the tagger was trained on. --earlier
names a folder with weights of the tagger from before, whose scores stand in for them there (training/coding/flattered.py).
--figures prints figures of pairs over five folds by sentence and of participants over five folds by article; those of
events come from `python -m evaluation.coding`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from sayso.parsing import Parser
from sayso.resources.codebook import Lexicon, Subject, Weights
from sayso.tagging.sentences import HERE, SentenceEncoder
from training.coding.cases import EVENT_LABELS, reader_of, told_articles
from training.coding.fit import Case
from training.coding.folds import calibration_of, honest, in_folds
from training.coding.pairs import fit_head, fit_pairs, pair_cases, pair_figures, pair_vectors
from training.coding.subjects import fit_subject
from training.coding.telling import calibrated_as_told
from training.coding.together import ROLE_LABELS, ROLE_SHRINK, SHRINK, alone, annotated, besides
from training.gold import ledgers
from training.ledgers import TARGET, macro_f1
from training.ledgers import in_folds as roles_in_folds

STEPS: Final = ("events", "roles", "pairs", "calibration")


def main() -> None:
    """Write the weights, and print the figures of the folds if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", choices=STEPS, default=STEPS)
    parser.add_argument(
        "--earlier", type=Path, help="folder of the tagger's weights before it learned from the annotated articles"
    )
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    if {"events", "roles"} & set(options.only):
        reader = reader_of(options.earlier)
        taught = besides(alone(annotated(reader), reader.lexicon), reader)
        if "events" in options.only:
            write_subject(fit_subject(told_articles(ledgers(), reader)))
            write("events", calibrated(taught.lexicon.events, taught.cases.events))
        if "roles" in options.only:
            write("roles", taught.lexicon.roles)
        if options.figures:
            print(role_figures(taught.cases.roles))
    if "pairs" in options.only:
        cases, vectors = pair_cases(Parser.open(), Lexicon.open()), pair_vectors(SentenceEncoder.open())
        if options.figures:
            print(pair_figures(cases, vectors))
        write("pairs", fit_pairs(cases))
        fit_head(vectors, cases).save(HERE / "pairs.npz")
    if "calibration" in options.only:
        write("events", calibrated_as_told(Lexicon.open().events))


def calibrated(weights: Weights, cases: Sequence[Case]) -> Weights:
    """The judge of events, its confidence calibrated on articles that neither it nor the tagger has seen."""
    return msgspec.structs.replace(weights, calibration=calibration_of(honest(in_folds(cases, EVENT_LABELS, SHRINK))))


def role_figures(cases: Sequence[Case]) -> str:
    """How many phrases get their right part from weights that have not seen the article."""
    pairs = roles_in_folds(cases, ROLE_LABELS, ROLE_SHRINK)
    right = sum(wanted == got for wanted, got in pairs) / len(pairs)
    return f"participants in five folds: accuracy {right:.3f}, macro-F1 {macro_f1(pairs):.3f}, {len(pairs)} phrases"


def write_subject(subject: Subject) -> None:
    """Put the weights of subjects where sayso opens them."""
    TARGET.joinpath("subject.json").write_bytes(msgspec.json.encode(subject) + b"\n")
    print(f"subject: {len(subject.words)} words")


def write(name: str, weights: Weights) -> None:
    """Put a set of weights where sayso opens it."""
    TARGET.joinpath(f"{name}.json").write_bytes(msgspec.json.encode(weights) + b"\n")
    print(f"{name}: {len(weights.rows)} features kept")


if __name__ == "__main__":
    main()
