"""View: a claim laid open for comparison, with its actors, place, time and holder resolved."""

import math
from collections.abc import Iterable

from msgspec import Struct

from sayso.comparing.dates import Days
from sayso.comparing.lawful import Standing
from sayso.comparing.partial import Compared
from sayso.model import Claim, DisputeField, DisputeHow, Place

# A field on which two claims pull apart, how, and why.
Finding = tuple[DisputeField, DisputeHow, str]
EARTH_KM = 6371.0
# Kinds of actors whom an attack harms beside its target, and those that can be a side of a fight.
BYSTANDERS = frozenset({"civilians", "crowd"})
PARTIES = frozenset({"state", "coalition", "armed_group", "military", "police", "government_body", "party"})
# Those that act for their state.
ORGANS = frozenset({"state", "military", "police", "government_body"})
# Kinds and sectors (PLOVER) of those who belong to a state, and yet do not speak or act for it: its people, its opposition.
OF_ITS_OWN_KIND = frozenset({"crowd", "civilians", "ngo", "company", "other"})
OF_ITS_OWN_SECTOR = frozenset({"OPP", "REB", "INS", "CVL", "REF", "CRM", "NGO", "EDU", "HLH", "BUS", "JUD"})
# Words for those who speak against a state, even where a state's name stands before them ("Syria's opposition").
OPPOSED = (
    "opposition", "opponent", "rebel", "activist", "critic", "dissident", "insurgent", "protester", "resident",
)  # fmt: skip


class View(Struct, frozen=True):
    """What two claims are compared by.

    agents, patients: actor ids, with those that they are part of (a state's air force also stands for the state).
    own_agents, own_patients: the ids as read. speaker: the actor ids of the holder and what it is part of, empty for
    the article's own voice. source: the words that name the holder, cut to lemmas or stems; nameless: nothing tells who the holder is
    ("it was reported", "he said" of nobody known).
    sentence: index of the sentence of the trigger; lemma: of the trigger; definite: "the attack", "these strikes".
    agent_words, patient_words: lemmas of the agent and patient phrases. bystanders: all its patients are civilians or crowds;
    parties: those of its patients that can be a side of a fight; known_parties: those of them that the registry knows.
    states: countries of the organs of states among its doers.
    kind: the trigger's part of speech (UPOS); "" where it is not known.
    doubtful_doer, doubtful_speaker: told by a common noun ("the army") that may be of another state, or by
    somebody else ("she says that he denies it"). named_day: its time names a day. disowned: its holder denies it, by the
    cue, though it is not read as denied. loose_doer: its doers stand behind its word without a word that ties them to it (`sayso.comparing.loose`).
    vague: its doers are known by kind alone ("gunmen"), so that another name for them is no other doer.
    ruling: its doers are those of a government that its words do not name ("government forces", "the president's troops").
    several: its word is a plural ("air strikes").
    denies_doing: it is denied by a verb that has no doer but who denies ("denied carrying out the attack").
    standing: what its holder calls it, lawful or unlawful (`sayso.comparing.lawful`).
    compared: its words set its toll against the one told before ("a lower toll").
    another: its words set it apart from what is told around it ("a similar attack", "has previously accused ... of attacks").
    of_some: its toll is of some of the victims ("another five"). no_denial: it tells that something did not happen, and yet denies nothing that others say ("failed to", "will not"). flat_denial: it says that there was no such thing at all ("there was no meeting").
    given: its toll is told as the article's own, though the words say that somebody gave it. spread: its toll is of several fronts.
    pointing: its word points at what was told right before ("that attack").
    relay: whom its holder, a source without a name, told it ("trusted sources told the observatory"), with what they are part of.
    """

    claim: Claim
    lemma: str
    sentence: int
    definite: bool = False
    agents: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    own_agents: tuple[str, ...] = ()
    own_patients: tuple[str, ...] = ()
    speaker: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()
    nameless: bool = False
    place: Place | None = None
    days: Days | None = None
    patient_words: frozenset[str] = frozenset()
    bystanders: bool = False
    parties: frozenset[str] = frozenset()
    known_parties: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    agent_words: frozenset[str] = frozenset()
    kind: str = ""
    named_day: bool = False
    doubtful_doer: bool = False
    doubtful_speaker: bool = False
    disowned: bool = False
    loose_doer: bool = False
    vague: bool = False
    of_some: bool = False
    ruling: bool = False
    several: bool = False
    denies_doing: bool = False
    standing: Standing = ""
    compared: Compared = ""
    another: bool = False
    no_denial: bool = False
    flat_denial: bool = False
    given: bool = False
    spread: bool = False
    pointing: bool = False
    relay: frozenset[str] = frozenset()


def acts_for_its_whole(kind: str, sector: str | None, whole: str) -> bool:
    """Does an actor of that kind and sector speak and act for what it is part of? A state's army does, its opposition does not.

    whole: the kind of what it is part of; a source of the police, whoever that is, speaks for the police.
    """
    return kind not in OF_ITS_OWN_KIND and (whole not in ("state", "person") or sector not in OF_ITS_OWN_SECTOR)


def speaks_against(words: Iterable[str]) -> bool:
    """Do the words that name a speaker, lemmas or stems, name somebody who does not speak for a state?"""
    return any(word.startswith(opposed) for word in words for opposed in OPPOSED)


def is_plural(noun: str) -> bool:
    """Does a noun for a deed look like several ("strikes")?"""
    return noun.endswith("s") and not noun.endswith("ss")


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance between two places' points; None where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))
