"""The weights of pronouns, the choices that they are learned from, and which choice of an article is right."""

from collections.abc import Callable
from typing import Any, Final

from sayso.model import Document, Parse
from sayso.naming.resolving import begin
from sayso.resources.actors import Registry
from sayso.resources.attachment import load_weights
from training.choosing import learn
from training.doers import kept_cases
from training.pronouns import KEPT, LEAST, SMOOTH, choices

# What rounding of another processor's sums may change of a weight, and what is too small to be kept.
ROUNDING: Final = 0.03

TEXT: Final = (
    "Ana Brandt and Jonas Lund met soldiers in Oslo. They discussed a treaty. The soldiers said they were tired."
)


def record(**actors: list[str]) -> dict[str, Any]:
    """A ledger in which They and, second, the soldiers' "they" are told."""

    def span(words: str, nth: int = 0) -> list[int]:
        at = TEXT.index(words)
        for _ in range(nth):
            at = TEXT.index(words, at + 1)
        return [at, at + len(words)]

    told = [("Ana Brandt", ["ANA"]), ("Jonas Lund", ["JONAS"]), ("soldiers", ["SOLDIERS"]), ("They", actors["they"])]
    events = [
        {"agent": [span(words)], "agent_actor": who, "patient": None, "patient_actor": None} for words, who in told
    ]
    return {"events": events, "attributions": [], "actors": [{"id": "ANA"}, {"id": "JONAS"}, {"id": "SOLDIERS"}]}


def right(parse: Parse, registry: Registry, they: list[str]) -> set[bool]:
    """Whether each right option of the only choice means several."""
    found = list(choices(0, record(they=they), *begin(parse, registry, None, ())))
    assert len(found) == 1
    return {"joined" in found[0].options[n].features for n in found[0].right}


def test_they_of_two_actors_are_rightly_those_named_together(
    parse_text: Callable[..., tuple[Document, Parse]],
) -> None:
    assert right(parse_text(TEXT)[1], Registry.open(), ["ANA", "JONAS"]) == {True}


def test_they_of_one_actor_are_rightly_whom_its_other_words_name(
    parse_text: Callable[..., tuple[Document, Parse]],
) -> None:
    assert right(parse_text(TEXT)[1], Registry.open(), ["SOLDIERS"]) == {False}


def test_the_weights_that_ship_are_learned_from_the_choices_that_are_kept() -> None:
    shipped = load_weights("pronoun").weights
    learned = learn(kept_cases(KEPT.read_bytes()), SMOOTH, LEAST)
    assert not {name for name, weight in learned.items() if abs(weight - shipped.get(name, 0.0)) > ROUNDING}
