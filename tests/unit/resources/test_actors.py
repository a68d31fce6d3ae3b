"""The actor registry: its data holds together, and its look-ups read names as news writes them."""

import pytest

from sayso.resources.actors import Registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.open()


def test_part_of_and_members_name_entries(registry: Registry) -> None:
    named = {(e.id, other) for e in registry.entries.values() for other in (e.part_of, *e.members) if other}
    assert set() == {(of, other) for of, other in named if registry.get(other) is None}


def test_countries_are_codes_of_states(registry: Registry) -> None:
    assert set() == {(e.id, e.country) for e in registry.entries.values() if e.country and not registry.state(e.country)}
