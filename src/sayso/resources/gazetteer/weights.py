"""The learned weights of placing: two linear models, as JSON beside this file."""

from importlib.resources import files

import msgspec
from msgspec import Struct

from sayso.errors import BadResource, MissingResource


class Weights(Struct, frozen=True):
    """Weight of each feature by name; a feature without one weighs nothing. made: how they were trained, in words."""

    made: str
    weights: dict[str, float]

    @classmethod
    def open(cls, name: str) -> "Weights":
        """The shipped model "spots", "tagged" (is it a place?) or "ranks" (which place?). Raises BadResource."""
        file = files("sayso.resources.gazetteer").joinpath(f"{name}.json")
        if not file.is_file():
            raise MissingResource(f"gazetteer/{name}.json", "is not installed with sayso; install it again")
        try:
            return msgspec.json.decode(file.read_bytes(), type=cls)
        except msgspec.DecodeError as error:
            raise BadResource(f"gazetteer/{name}.json", str(error)) from error
