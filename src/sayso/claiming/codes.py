"""Codes that depend on who does it to whom: filled in once the sides of a claim are known."""

from collections.abc import Iterable, Iterator

import msgspec

from sayso.model import Actor, Cast, Claim
from sayso.resources.codebook import Codebook


def with_codes(cast: Cast, claims: Iterable[Claim], codebook: Codebook) -> Iterator[Claim]:
    """The claims with the codes that their actors decide: UCDP's types of violence, some of ACLED's sub-event types."""
    actors = {actor.id: actor for actor in cast.actors}
    for claim in claims:
        event = claim.event
        agents, patients = _sides(claim.agent_actor, actors), _sides(claim.patient_actor, actors)
        codes = codebook.between(event.codes, event.type, event.mode, agents, patients)
        if codes == event.codes:
            yield claim
        else:
            yield msgspec.structs.replace(claim, event=msgspec.structs.replace(event, codes=codes))


def _sides(ids: Iterable[str], actors: dict[str, Actor]) -> list[Actor]:
    """The actors, a coalition as its members where they are told."""
    found: list[Actor] = []
    for name in ids:
        actor = actors.get(name)
        if actor is None:
            continue
        members = [actors[one] for one in actor.members if one in actors]
        found.extend(members or [actor])
    return found
