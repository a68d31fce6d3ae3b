"""What linking knows beforehand.

Weights by which mentions in several documents are linked (made by `python -m training.linking`), and how common words are in
news (made by `python -m training.news_words`).
"""

from importlib import resources

import msgspec
from msgspec import Struct

from sayso.errors import BadResource

FILE = "mentions.json"
WORDS_FILE = "words.tsv"


class Network(Struct, frozen=True):
    """A network of one hidden layer (tanh) that gives the log-odds of "the same event".

    into: (features, hidden); inner: (hidden,); out: (hidden,); bias: of the output.
    """

    into: tuple[tuple[float, ...], ...]
    inner: tuple[float, ...]
    out: tuple[float, ...]
    bias: float


class Look(Struct, frozen=True):
    """How features become the chance that two mentions are of one event.

    features: their names, in the order of the networks' inputs; means, scales: by which they are brought to one size.
    networks: their chances are averaged.
    """

    features: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    networks: tuple[Network, ...]


class MentionWeights(Struct, frozen=True):
    """How alike mentions are, and where groups end.

    first: by what the two mentions have in common; second: also by their chances with all others.
    story: documents belong to one story from this likeness on. event: mentions belong to one event from this mean chance on.
    figures: what training measured.
    """

    first: Look
    second: Look
    story: float
    event: float
    figures: dict[str, float] = {}  # msgspec copies mutable defaults


def load_mention_weights() -> MentionWeights:
    """The weights that are installed; raises BadResource for a missing or malformed file."""
    where = f"resources/linking/{FILE}"
    try:
        return msgspec.json.decode(resources.files(__package__).joinpath(FILE).read_bytes(), type=MentionWeights)
    except (OSError, msgspec.DecodeError) as error:
        raise BadResource(where, str(error)) from error


def load_news_words() -> dict[str, float]:
    """The share of stretches of news, 50 words each, in which each stem stands; stems that are not there are rare.

    Raises BadResource for a missing or malformed file.
    """
    where = f"resources/linking/{WORDS_FILE}"
    try:
        lines = resources.files(__package__).joinpath(WORDS_FILE).read_text(encoding="utf-8").splitlines()
        return {stem: int(share) / 1e6 for stem, share in (line.split("\t") for line in lines)}
    except (OSError, ValueError) as error:
        raise BadResource(where, str(error)) from error
