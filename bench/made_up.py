"""Articles that nobody wrote and nobody read: Ledger nouns made from templates, for the tests and measurements of the store.

The same number gives the same article. Names, places and numbers are drawn so that a few are frequent and most are rare, as
in the news; what they say means nothing.
"""

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from sayso.model import (
    Actor,
    Attribution,
    Cast,
    Claim,
    ClaimPlace,
    ClaimTime,
    Count,
    Dispute,
    Document,
    Event,
    Ledger,
    Mention,
    Place,
    Published,
    Run,
    Span,
    TimeExpression,
    Toll,
    Toponym,
)
from sayso.model.actor import ActorKind
from sayso.model.event import EventType, Factuality

CLAIMS: Final = 20
"""Claims of an article."""

ACTORS: Final = 3_000
PLACES: Final = 2_500
PUBLISHERS: Final = 150
FIRST_DAY: Final = date(2012, 1, 1)
DAYS: Final = 4_000
RUN: Final = Run("0.1.0", "made up", "0" * 64)

COUNTRIES: Final = (
    "SY", "IQ", "UA", "YE", "AF", "SD", "ML", "NG", "SO", "ET", "CD", "MM", "PK", "IN", "LY", "LB", "IL", "PS", "TR", "IR",
    "MX", "CO", "VE", "HT", "PH", "TH", "BD", "KE", "UG", "TD", "NE", "BF", "CM", "CF", "SS", "MZ", "EG", "DZ", "FR", "GB",
)  # fmt: skip
SYLLABLES: Final = ("ba", "do", "ka", "li", "mo", "na", "pe", "ra", "su", "ti", "va", "zo", "che", "dar", "fen", "gul")
KINDS: Final[tuple[ActorKind, ...]] = (
    "armed_group",
    "military",
    "government_body",
    "party",
    "ngo",
    "person",
    "police",
    "civilians",
)
EVENTS: Final[tuple[tuple[str, EventType, str | None], ...]] = (
    ("shelled", "ASSAULT", "heavy_weapons"), ("bombed", "ASSAULT", "aerial"), ("attacked", "ASSAULT", None),
    ("shot at", "ASSAULT", "firearms"), ("abducted", "ASSAULT", "abduct"), ("detained", "COERCE", "arrest"),
    ("besieged", "COERCE", "siege"), ("met", "CONSULT", "meet"), ("urged", "REQUEST", "change"), ("accused", "ACCUSE", "allege"),
    ("threatened", "THREATEN", "violence"), ("marched against", "PROTEST", "demo"), ("praised", "SUPPORT", None),
    ("helped", "AID", None), ("banned", "SANCTION", "list"), ("reinforced", "MOBILIZE", "troops"),
)  # fmt: skip
FACTUALITIES: Final[tuple[Factuality, ...]] = (
    "happened", "happened", "happened", "happened", "happened", "ongoing", "denied", "planned", "possible", "demanded",
)  # fmt: skip


class _World(Struct, frozen=True):
    """Who and where everything is drawn from."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    publishers: tuple[str, ...]


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def _world() -> _World:
    chance = random.Random(1)  # made up, and the same each time
    actors = []
    for number in range(ACTORS):
        known, country = number % 3 != 0, chance.choice(COUNTRIES)
        name = f"{_word(chance, 3)} {_word(chance, 2)} {number}"
        kind = KINDS[number % len(KINDS)]
        code = f"ACTOR_{number}"
        actors.append(
            Actor(
                code, kind, (name,), country, "REB" if kind == "armed_group" else None, registry=code if known else None
            )
        )
    places = tuple(
        Place(
            name=f"{_word(chance, 3)}-{number}", kind="city", precision="town", geonameid=900_000 + number,
            lat=round(chance.uniform(-35, 60), 4), lon=round(chance.uniform(-100, 120), 4),
            country=COUNTRIES[number % len(COUNTRIES)], population=1_000 + number,
        )
        for number in range(PLACES)
    )  # fmt: skip
    publishers = tuple(
        f"The {_word(chance, 2)} {chance.choice(('Times', 'Post', 'Wire', 'Herald'))} {n}" for n in range(PUBLISHERS)
    )
    return _World(tuple(actors), places, publishers)


WORLD: Final = _world()


def _rank(chance: random.Random, many: int) -> int:
    """A number below `many`, small ones far more often."""
    return min(many - 1, int(many ** chance.random()) - 1)


class _Draft:
    """An article while its sentences are being written."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number + 7)  # the same
        self.text = ""
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.places: list[Toponym] = []
        self.times: list[TimeExpression] = []
        self.attributions: list[Attribution] = []
        self.claims: list[Claim] = []
        self.day = FIRST_DAY + timedelta(self.chance.randrange(DAYS))

    def say(self, words: str) -> Span:
        """Add words to the text; where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def actor(self) -> tuple[str, Span]:
        """Name somebody."""
        one = WORLD.actors[_rank(self.chance, ACTORS)]
        self.actors.setdefault(one.id, one)
        span = self.say(one.names[0])
        self.mentions.append(Mention(span, span, "name", one.id))
        return one.id, span

    def sentence(self, where: Place) -> None:
        """One claim, three in four times held by somebody."""
        number = len(self.claims) + 1
        held = self.chance.random() < 0.75
        source = self.actor() if held else None
        cue = self.say(" said") if held else None
        self.say(" that " if held else "Then ")
        start = len(self.text)
        agent, agent_span = self.actor()
        self.say(" ")
        verb, kind, mode = EVENTS[_rank(self.chance, len(EVENTS))]
        trigger = self.say(verb)
        self.say(" ")
        patient, patient_span = self.actor()
        self.say(" in ")
        self.places.append(Toponym(f"p{number}", self.say(where.name), where.name, where))
        day = self.day - timedelta(self.chance.randrange(5))
        self.say(" on ")
        when = self.say(day.strftime("%d %B %Y"))
        self.times.append(TimeExpression(when, "DATE", day.isoformat(), day.isoformat()))
        toll = Toll()
        if kind == "ASSAULT" and self.chance.random() < 0.4:
            killed = _rank(self.chance, 200) + 1
            toll = Toll(killed=Count(killed, killed), of="people", evidence=(self.say(f", killing {killed} people"),))
        end = len(self.text)
        self.say(".\n")
        if source is not None and cue is not None:
            self.attributions.append(
                Attribution(f"a{number}", "indirect", (source[1],), (Span(cue.start + 1, cue.end),), (Span(start, end),), source[0], "says",
                            confidence=round(self.chance.random(), 3))
            )  # fmt: skip
        event = Event(
            trigger, kind, mode, agent=(agent_span,), patient=(patient_span,), toll=toll,
            factuality=FACTUALITIES[self.chance.randrange(len(FACTUALITIES))], confidence=round(self.chance.random(), 3),
        )  # fmt: skip
        self.claims.append(
            Claim(f"e{number}", event, f"a{number}" if held else None, (agent,), (patient,),
                  ClaimPlace(self.places[-1].span, f"p{number}"), (), ClaimTime(when, day.isoformat()), f"i{(number + 1) // 2}")
        )  # fmt: skip


def made_up(number: int, claims: int = CLAIMS, run: Run = RUN) -> Ledger:
    """The article of a number, with so many claims in pairs of one incident each."""
    draft = _Draft(number)
    draft.say(f"Report {number} of the desk.\n")
    where = WORLD.places[_rank(draft.chance, PLACES)]
    for _ in range(claims):
        if draft.chance.random() < 0.3:
            where = WORLD.places[_rank(draft.chance, PLACES)]
        draft.sentence(where)
    publisher = WORLD.publishers[_rank(draft.chance, PUBLISHERS)]
    disputes = (Dispute("i1", "toll", "e1", "e2", "contradicts"),) if claims > 1 and draft.chance.random() < 0.1 else ()
    return Ledger(
        document=Document(
            doc=f"report-{number}", text=draft.text, id=hashlib.sha256(draft.text.encode()).hexdigest(),
            published=Published(draft.day.isoformat(), "given"), title=f"Report {number}", publisher=publisher,
            url=f"https://example.org/{number}", language="en",
        ),
        run=run,
        cast=Cast(tuple(draft.actors.values()), tuple(draft.mentions)),
        places=tuple(draft.places),
        times=tuple(draft.times),
        attributions=tuple(draft.attributions),
        claims=tuple(draft.claims),
        disputes=disputes,
    )  # fmt: skip


def articles(many: int, claims: int = CLAIMS) -> Iterator[Ledger]:
    """The articles of the numbers from 0 up."""
    for number in range(many):
        yield made_up(number, claims)
