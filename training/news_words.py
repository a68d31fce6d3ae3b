"""How common words are in news: from which linking starts when it counts which words tell one happening from another.

usage: python -m training.news_words GOLD_FOLDER [OUT]

Counts, over the training and development parts of the gold sets named in SETS, in how many stretches of STRETCH words each stem
stands. All that is kept of the texts is the stems that stand in at least LEAST of them, each with its share in millionths.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sayso.linking.words import content_stems, stretches
from sayso.resources.linking import WORDS_FILE

SETS: Final = (
    "attribution/polnear-train", "entities/worldwide-train", "events/muc4-dev", "linking/ecbplus-train", "place/lgl",
    "place/geovirus",
)  # fmt: skip
LEAST: Final = 20
OUT: Final = Path(__file__).parents[1] / "src" / "sayso" / "resources" / "linking" / WORDS_FILE


def texts(folder: Path) -> Iterator[str]:
    """The texts of the sets."""
    for name in SETS:
        for line in (folder / f"{name}.jsonl").read_bytes().splitlines():
            yield json.loads(line)["text"]


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    whole = 0
    for text in texts(options.folder):
        for stretch in stretches(text):
            counts.update(content_stems(stretch))
            whole += 1
    kept = sorted((stem, count) for stem, count in counts.items() if count >= LEAST and not stem[0].isdigit())
    options.out.write_text(
        "".join(f"{stem}\t{round(1e6 * count / whole)}\n" for stem, count in kept), encoding="utf-8", newline="\n"
    )
    print(f"{whole} stretches, {len(kept)} stems")


if __name__ == "__main__":
    main()
