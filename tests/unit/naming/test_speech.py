"""Whom "he said" means after somebody's words."""

from collections.abc import Callable

import pytest

from sayso.attributing import find_attributions
from sayso.model import Document, Parse
from sayso.naming import resolve
from sayso.resources.actors import Registry
from sayso.resources.cues import CueLexicon


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'Omar Haddad met us. "Tomas Brandt wants the port. Brandt never asked. Brandt will get nothing," he recalled.',
            "OMAR_HADDAD",
        ),
        (
            "Omar Haddad said Tomas Brandt had sold the port. Brandt has a ferry, Haddad said. He added that it was old.",
            "OMAR_HADDAD",
        ),
        ('"The border is closed," explained a trader, Omar Haddad. "We wait," he added.', "OMAR_HADDAD"),
    ],
)
def test_who_goes_on_speaking_is_who_spoke_and_not_whom_he_spoke_of(
    parse_text: Callable[..., tuple[Document, Parse]], registry: Registry, text: str, wanted: str
) -> None:
    document, parse = parse_text(text)
    cast = resolve(document, parse, registry, None, find_attributions(document, parse, CueLexicon.open()))
    (pronoun,) = [one for one in cast.mentions if one.span.words(text).lower() == "he"]
    assert pronoun.actor == wanted
