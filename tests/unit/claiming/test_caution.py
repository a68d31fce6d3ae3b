"""How sure a doer from elsewhere must be, by where it stands and what the sentence tells."""

import pytest

from sayso.claiming.caution import CARRIED, NAMED_BESIDE, SURE, Caution
from sayso.claiming.claims import first_look
from sayso.claiming.doing import scene_of
from sayso.model import Document
from sayso.pipeline import Pipeline
from sayso.reading import document_of
from sayso.resources.attachment import Weights

BELOW = 0.01


def bar(pipeline: Pipeline, text: str, trigger: str, actor: str) -> float | None:
    """The least of the bars that a doer must reach for the event of a trigger; None where no chance is enough."""
    document: Document = document_of(text, doc="test", date=None)
    pieces = pipeline.pieces(document)
    views = first_look(pieces, Weights({}), Weights({})).views
    scene = scene_of(pieces.parse, pieces.cast, views, [()] * len(views), pieces.attributions)
    view = next(one for one in views if one.claim.event.trigger.words(text) == trigger)
    caution = Caution(scene, pieces.places)
    found = [share for share in (NAMED_BESIDE, CARRIED, SURE, 1.0) if caution.allows(view, (actor,), share)]
    if found:
        assert not caution.allows(view, (actor,), found[0] - BELOW)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "wanted"),
    [
        ("Peru said that after talks with the Taliban the attack ended.", "attack", "TALIBAN", NAMED_BESIDE),
        ("After talks with the Taliban the attack ended.", "attack", "TALIBAN", SURE),
        ("Norway said that after talks with Ghana the attack ended.", "attack", "GHA", None),
        ("Norway said that ten guides were arrested after talks with the Taliban.", "arrested", "TALIBAN", SURE),
        ("The Taliban sent ships. The attack ended.", "attack", "TALIBAN", CARRIED),
        ("The Taliban sent ships to Bergen. In Oslo the attack ended.", "attack", "TALIBAN", SURE),
        ("The Taliban sent ships.\n\nRain fell.\n\nSnow fell.\n\nThe attack ended.", "attack", "TALIBAN", SURE),
        ("The Taliban sent ships when the bombing ended.", "bombing", "TALIBAN", SURE),
        ("Peru said that after talks with the Taliban the agreement ended.", "agreement", "TALIBAN", SURE),
        ("Norway sent ships. A Norwegian helicopter was shot down.", "shot", "NOR", None),
        ("The attack on Ghana ended.", "attack", "GHA", None),
        ("Ghana sent ships. The ministers spoke of cooperation.", "cooperation", "GHA", None),
        ("Ghana sent ships. Ana Brandt's visit ended.", "visit", "GHA", None),
        ("After talks with Ghana the unclaimed attack ended.", "attack", "GHA", None),
        (
            "The Taliban mourned after the bombing of the port. The Taliban feared a new attack.",
            "attack",
            "TALIBAN",
            None,
        ),
        ("Norway bombed the bridge. Peru bombed the port. The bombed bridge is shut.", "bombed", "PER", None),
    ],
)
def test_a_doer_must_be_surer_the_farther_it_is_brought(
    pipeline: Pipeline, text: str, trigger: str, actor: str, wanted: float | None
) -> None:
    assert bar(pipeline, text, trigger, actor) == wanted


def test_words_for_someone_unknown_are_not_overruled(pipeline: Pipeline) -> None:
    assert bar(pipeline, "Ghana sent ships. Some arrested the guides.", "arrested", "GHA") is None


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Protesters filled the square. The march ended.", 0.0),
        ("Protesters filled the square. Ana Brandt called for a march in May.", CARRIED),
    ],
)
def test_a_march_that_may_yet_be_is_not_that_of_those_who_marched(pipeline: Pipeline, text: str, least: float) -> None:
    pieces = pipeline.pieces(document_of(text, doc="test", date=None))
    views = first_look(pieces, Weights({}), Weights({})).views
    scene = scene_of(pieces.parse, pieces.cast, views, [()] * len(views), pieces.attributions)
    view = next(one for one in views if one.claim.event.trigger.words(text) == "march")
    caution = Caution(scene, pieces.places)
    assert next(share for share in (0.0, CARRIED) if caution.allows(view, ("PROTESTERS",), share)) == least
