"""Domestic: bodies of a state that a text names without it ("the interior ministry", "police"), where it is on one state.

Most of what an article names by country, people and places alike, is of the state that it is on, and its bodies need no adjective there.
What a text of several states leaves open stays open, and so does what may be another's: the army where two states have armies, rulers
and forces where what is told is done abroad, and whoever is named in a sentence that tells of another state alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from sayso.model import Actor, ActorKind, Cast, Parse, Toponym
from sayso.naming.phrases import AMOUNTS
from sayso.naming.whose import COMMON
from sayso.naming.wordlists import words
from sayso.resources.actors import Entry, Registry

BODIES: Final[frozenset[ActorKind]] = frozenset({"government_body", "military", "police"})
STATELY: Final[frozenset[ActorKind]] = BODIES | {"state"}
# The shares of all that is named by country which must be of the state that a text is on, for its rulers, for its police and army and
# for other bodies of its government; and where next to nothing is of another state. Chosen on annotated articles.
MOST, MORE, FAR_MORE, ALMOST_ALL = 0.6, 0.7, 0.8, 0.9
FEWEST = 2
REGIME: Final = "regime"
RULING: Final = frozenset({"government", "regime", "loyalist"})
# Bodies that a state has one of, so that it is known by the pattern of its name; there are many courts and two houses.
ONE_OF_A_KIND: Final = words(
    "GOV JUNTA MIL AIRFORCE NAVY COASTGUARD BORDERGUARD POLICE SECURITY INTELLIGENCE MOFA MOD MOI MOJ MOH ELECTION CENTRALBANK "
    "PRESIDENCY PMO"
)
LOCAL: Final = words(
    "local state provincial regional territorial municipal district county city town village metropolitan civil traffic"
)
# Who is called so may be anybody's, or is no body of a state.
ANYBODY: Final = words(
    """
    other another foreign western eastern international allied coalition alliance un u.n. nato eu european global world opposition
    rebel islamic islamist popular voluntary evil dark such any every no each neighbouring neighboring friendly enemy private
    school university company hospital festival small own general united nations joint tribal party
    """
)
MACHINES: Final = words(
    "aircraft plane planes warplane warplanes jet jets helicopter helicopters drone drones artillery tank tanks gunship gunships "
    "warship warships bomber bombers ship ships vessel vessels"
)
TROOPS: Final = words(
    "forces force troops soldiers soldier servicemen sailors sailor marines conscripts recruits pilots airmen"
)
# Of a parliament's two houses each does what the other does not.
HOUSES: Final = words("house houses senate chamber commons lords assembly")
# May be said of any of its bodies, a town's among them.
ANY_OF_ITS: Final = words("authority authorities leadership administration administrations ministers officials")
SOME: Final = AMOUNTS | words("several eleven twelve fifteen twenty thirty forty fifty")
DETERMINERS: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "their", "her"})


class Home(Struct, frozen=True):
    """The state that a text is on: its entry, and the share of what is named by country that is of it.

    abroad: most of the towns and provinces that the text names are of another: what its people tell of is done there.
    """

    state: Entry
    share: float
    abroad: bool = False


def domestic(cast: Cast, parse: Parse, places: Iterable[Toponym], registry: Registry) -> Cast:
    """The cast with the state of those bodies which the text names without it, where it is on one state alone."""
    home = home_of(cast, places, registry)
    if home is not None:
        cast = _settled(cast, home.state, dict(_told(cast, parse, home, registry)))
    regime = only_regime(cast, registry)
    return _settled(cast, regime, dict(_of_regime(cast, regime, registry))) if regime is not None else cast


def home_of(cast: Cast, places: Iterable[Toponym], registry: Registry) -> Home | None:
    """The state that most of what a text names by country is of; None where it is on several or on none."""
    of = {actor.id: actor.country for actor in cast.actors}
    counts = Counter(country for mention in cast.mentions if (country := of.get(mention.actor)) is not None)
    found = [
        (one.where.country, one.where.kind) for one in places if one.where is not None and one.where.country is not None
    ]
    counts.update(country for country, _ in found)
    if not counts:
        return None
    (country, most), total = counts.most_common(1)[0], counts.total()
    state = registry.state(country)
    if state is None or most < max(FEWEST, MOST * total):
        return None
    within = Counter(where for where, kind in found if kind != "country")
    return Home(state, most / total, abroad=2 * within[country] < within.total())


def only_regime(cast: Cast, registry: Registry) -> Entry | None:
    """The state whose rulers are the only ones that a text calls a regime ("the Ghanaian regime"), if there is one."""
    called = {
        actor.country
        for actor in cast.actors
        if actor.kind == "government_body" and any(REGIME in name.lower().split() for name in actor.names)
    } - {None}
    return registry.state(next(iter(called)) or "") if len(called) == 1 else None


def _of_regime(cast: Cast, state: Entry, registry: Registry) -> Iterator[tuple[str, Entry | None]]:
    """The ids of bodies that are called a regime or a regime's own, and nobody else's, each with its entry."""
    actors = {actor.id: actor for actor in cast.actors}
    for actor in cast.actors:
        called = [name for one in actor.names if (name := _bare(one))]
        if not _homeless(actor, actors) or not called or any(_anybodys(name) for name in called):
            continue
        if all(REGIME in name for name in called):
            some = _some_of_them(called) or actor.kind == "police"
            body = registry.bodies["MIL" if actor.kind == "military" else "GOV"]
            yield actor.id, None if some else registry.body_of(state, body)


def _told(cast: Cast, parse: Parse, home: Home, registry: Registry) -> Iterator[tuple[str, Entry | None]]:
    """The ids of the bodies that are of the home state, each with its entry where the registry has one."""
    actors = {actor.id: actor for actor in cast.actors}
    rivals = {one.kind for one in cast.actors if one.country not in (None, home.state.country)}
    for actor in cast.actors:
        called = [name for one in actor.names if (name := _bare(one))]
        if not _homeless(actor, actors) or not called or any(_anybodys(name) for name in called):
            continue
        if home.abroad and (actor.kind == "military" or any(RULING.intersection(name) for name in called)):
            continue
        if not _enough(actor, called, home.share, rivalled=actor.kind in rivals):
            continue
        if home.share < ALMOST_ALL and _beside_another(actor, cast, actors, parse, home.state):
            continue
        entries = (_entry(name, actor, home.state, registry) for name in called if not _some_of_them(called))
        entry = next((one for one in entries if one is not None), None)
        plain = any(COMMON.issuperset(name) or RULING.intersection(name) for name in called)
        if entry is not None or plain or home.share >= ALMOST_ALL:
            yield actor.id, entry


def _homeless(actor: Actor, actors: Mapping[str, Actor]) -> bool:
    """Is it a body of a state of which nothing tells whose it is?"""
    if actor.kind not in BODIES or actor.country is not None or actor.registry is not None or actor.members:
        return False
    owner = actors.get(actor.part_of or "")
    return owner is None or (owner.kind in BODIES and owner.sector != "IGO")


def _bare(phrase: str) -> list[str]:
    """The words of a phrase in small letters, without its article."""
    found = phrase.lower().replace("’s", "").replace("'s", "").split()
    return found[1:] if found and found[0] in DETERMINERS else found


def _anybodys(name: Sequence[str]) -> bool:
    """May who is called so be of any state, or of none ("pro-government fighters", "Western governments")?"""
    return bool(ANYBODY.intersection(name)) or any(word.startswith(("pro-", "anti-", "ex-")) for word in name)


def _some_of_them(called: Sequence[Sequence[str]]) -> bool:
    """Are only some of a body's meant, and not it ("over 500 police officers", "eleven government fighters", "part of the army")?"""
    return any(
        any(letter.isdigit() for letter in word) or word.removesuffix("s") in SOME for name in called for word in name
    )


def _enough(actor: Actor, called: Sequence[Sequence[str]], share: float, *, rivalled: bool) -> bool:
    """Is so much of the text on the home state that a body of that kind and name is its own?

    rivalled: another state's body of the same kind is named too. Machines or soldiers that are not said to be a state's may be
    anyone's ("a helicopter", "troops").
    """
    if any(RULING.intersection(name) for name in called):
        return share >= MOST
    if actor.kind == "military" and (rivalled or all(name[-1] in MACHINES | TROOPS for name in called)):
        return False
    return share >= (FAR_MORE if rivalled or actor.kind == "government_body" else MORE)


def _beside_another(actor: Actor, cast: Cast, actors: Mapping[str, Actor], parse: Parse, state: Entry) -> bool:
    """Does the sentence before the first mention tell of other states, and not of the home state ("Ghana's minister asked the police")?"""
    first = next((one for one in cast.mentions if one.actor == actor.id and one.kind in ("name", "nominal")), None)
    sentence = parse.sentence_at(first.span) if first is not None else None
    if first is None or sentence is None:
        return False
    before = (one for one in cast.mentions if sentence.span.start <= one.head.start < first.span.start)
    countries = {actors[one.actor].country for one in before if actors[one.actor].kind in STATELY} - {None}
    return bool(countries) and state.country not in countries


def _entry(name: Sequence[str], actor: Actor, state: Entry, registry: Registry) -> Entry | None:
    """The entry of the state's body of that name: its own, or by pattern where a state has one of the kind."""
    if not name or (LOCAL | HOUSES | ANY_OF_ITS).intersection(name) or not state.adjectives:
        return None
    if actor.kind == "military" and RULING.intersection(name):
        return registry.body_of(state, registry.bodies["MIL"])
    found = registry.by_name(f"{state.adjectives[0].lstrip('=~')} {' '.join(name)}")
    entry = next((one for one in found if one.kind == actor.kind and one.country == state.country), None)
    made = entry is not None and entry.id.removeprefix(f"{state.id}_") in registry.bodies
    return None if made and entry is not None and entry.id.removeprefix(f"{state.id}_") not in ONE_OF_A_KIND else entry


def _settled(cast: Cast, home: Entry, told: dict[str, Entry | None]) -> Cast:
    """The cast with the bodies' state; bodies of one entry are one actor, at the place of the first."""
    if not told:
        return cast
    present = {actor.registry: actor.id for actor in cast.actors if actor.registry is not None}
    state = present.get(home.id)
    ids, taken = {actor.id: actor.id for actor in cast.actors}, {actor.id for actor in cast.actors}
    for id_, entry in told.items():
        if entry is not None:
            free = entry.id if entry.id not in taken else id_
            ids[id_] = present.setdefault(entry.id, free)
            taken.add(ids[id_])
    actors: dict[str, Actor] = {}
    for actor in cast.actors:
        own = msgspec.structs.replace(
            actor,
            id=ids[actor.id],
            members=tuple(ids[one] for one in actor.members),
            part_of=ids.get(actor.part_of or ""),
        )
        if actor.id in told:
            entry = told[actor.id]
            own = msgspec.structs.replace(
                own, country=home.country, part_of=own.part_of or state, registry=entry.id if entry is not None else None,
                sector=(entry.sector if entry is not None else None) or own.sector,
            )  # fmt: skip
        before = actors.get(own.id)
        actors[own.id] = own if before is None else _one(before, own)
    mentions = tuple(msgspec.structs.replace(one, actor=ids[one.actor]) for one in cast.mentions)
    return Cast(tuple(actors.values()), mentions)


def _one(first: Actor, other: Actor) -> Actor:
    """Two readings of one body as one actor."""
    return msgspec.structs.replace(
        first, names=tuple(dict.fromkeys((*first.names, *other.names))), part_of=first.part_of or other.part_of,
        active=first.active or other.active,
    )  # fmt: skip
