"""Inside names: states that the name of someone else has in it, whose body or whose ally it is."""

from collections.abc import Iterator

from sayso.model import Parse
from sayso.naming.recognised import Named
from sayso.naming.sighting import Sighting
from sayso.resources.actors import Registry


def state_inside(parse: Parse, name: Named, registry: Registry) -> Sighting | None:
    """The naming of the state inside of the name of one of its bodies: "Peru" in "Peru's interior ministry"."""
    state = registry.state(name.entry.country) if name.entry is not None and name.entry.country is not None else None
    if state is None or name.entry is None or name.entry.kind not in ("government_body", "military", "police"):
        return None
    told = {word.lstrip("=~") for word in (*state.names, *state.adjectives, *state.people)}
    token = next((one for one in parse.tokens[name.first : name.last] if one.text in told), None)
    if token is None:
        return None
    return Sighting(
        head=token.i, first=token.i, last=token.i + 1, core_first=token.i, core_last=token.i + 1, sentence=token.sentence,
        kind="demonym" if token.text in state.adjectives else "name", key=state.id, actor_kind="state", number="body",
        entry=state, country=state.country, because=f"named in {name.entry.id}",
    )  # fmt: skip


def backers(parse: Parse, name: Named, registry: Registry) -> Iterator[Sighting]:
    """Whom a name tells to back who bears it: "US" in "the US-backed Northern Front"."""
    for token in parse.tokens[name.first : name.last]:
        if token.text.lower() not in BACKED or token.i < name.first + 2 or parse.tokens[token.i - 1].text != "-":
            continue
        at = token.i - 2
        match = registry.longest_at([parse.tokens[at].text], 0)
        if match is not None and match.entry.kind == "state":
            yield Sighting(
                head=at, first=at, last=at + 1, core_first=at, core_last=at + 1, sentence=token.sentence, kind="demonym",
                key=match.entry.id, actor_kind="state", number="body", entry=match.entry, country=match.entry.country,
                because="named as who backs another",
            )  # fmt: skip


BACKED = frozenset({"backed", "supported", "sponsored", "funded", "armed", "trained"})
