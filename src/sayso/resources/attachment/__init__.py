"""Weights of the log-linear choosers that tie places and times to events, pronouns to actors, and mentions to incidents.

Each file maps the names of binary features to weights. They are made by `python -m training.attachment` and,
for incidents, `python -m training.incidents`, from annotated ledgers; the figures stand in the file's own "figures".
"""

from importlib import resources

import msgspec
from msgspec import Struct

from sayso.errors import BadResource


class Weights(Struct, frozen=True):
    """A weight for each binary feature; features that are not listed weigh nothing."""

    weights: dict[str, float]
    figures: dict[str, float] = {}  # msgspec copies mutable defaults

    def score(self, features: list[str]) -> float:
        """The sum of the weights of the features that are there."""
        get = self.weights.get
        return sum(get(feature, 0.0) for feature in features)


def load_weights(name: str) -> Weights:
    """The weights of one chooser: "place", "time" or "incident"; raises BadResource for a malformed file."""
    where = f"resources/attachment/{name}.json"
    try:
        data = resources.files(__package__).joinpath(f"{name}.json").read_bytes()
        return msgspec.json.decode(data, type=Weights)
    except (OSError, msgspec.DecodeError) as error:
        raise BadResource(where, str(error)) from error
