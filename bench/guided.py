"""Inputs that atheris steers into new branches of a reader: no crash, no hang, nothing but stories, problems and things passed over.

python -m bench.guided FORM [--inputs 10000] [--corpus FOLDER]

Needs `atheris`, which is no dependency of sayso: install it into an environment of its own that also sees sayso's packages. It begins with
the sound samples of `bench.hostile`, keeps in the corpus what reaches new code, and ends at the first input that makes the reader
raise, or that takes longer than 20 s; that input is then written to a file `crash-...`, `timeout-...` or `oom-...`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sayso.reading"]):
    from sayso.reading.intake import stories_of
    from sayso.reading.kinds import FORMS

from bench.hostile import outcomes, samples

SECONDS = 20
MIB = 4_096


def main() -> None:
    """Run it; atheris ends the process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("form", choices=FORMS)
    options.add_argument("--inputs", type=int, default=10_000)
    options.add_argument("--corpus", type=Path)
    asked = options.parse_args()
    assert stories_of is not None
    corpus = asked.corpus or Path(tempfile.mkdtemp(prefix=f"sayso-{asked.form}-"))
    corpus.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, sound in enumerate(samples(Path(folder))[asked.form]):
            (corpus / f"sound-{number}").write_bytes(sound)

    def one(data: bytes) -> None:
        for _ in outcomes(data, asked.form):
            pass

    limits = [f"-atheris_runs={asked.inputs}", f"-timeout={SECONDS}", f"-rss_limit_mb={MIB}", "-max_len=65536"]
    atheris.Setup([sys.argv[0], *limits, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
