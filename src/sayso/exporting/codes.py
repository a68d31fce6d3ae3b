"""Codes: sayso's actors and events in the columns of other projects.

A claim's own codes come from the codebook, by type, mode and sides. Here is what the columns want beside them: ACLED's inter codes,
codes of events whose sides are told by several claims, and where PLOVER's manual places what sayso's codebook places
elsewhere.
"""

from typing import Final

from sayso.exporting.rows import Party, Row, Who
from sayso.model import ActorKind, EventType

# ACLED's inter codes; 4, identity militia, is not told apart from the words alone.
STATE, REBELS, POLITICAL_MILITIA, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = 1, 2, 3, 5, 6, 7, 8

STATE_KINDS: Final[frozenset[ActorKind]] = frozenset({"state", "government_body", "military", "police"})
JOINT_KINDS: Final[frozenset[ActorKind]] = frozenset({"igo", "coalition"})
UNARMED_KINDS: Final[frozenset[ActorKind]] = frozenset(
    {"civilians", "crowd", "person", "media", "ngo", "company", "party"}
)
STATE_SECTORS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# An armed group that rebels (or wants a state of its own) is of the rebels; every other one is a political militia.
REBEL_SECTORS: Final = frozenset({"REB", "SEP"})

UCDP_TYPES: Final = {"state-based": 1, "non-state": 2, "one-sided": 3}
FROM_AFAR: Final = frozenset({"aerial", "drone", "heavy_weapons", "explosives"})

# PLOVER's manual counts these under other types than sayso's codebook does.
PLOVER_TYPES: Final[dict[tuple[EventType, str | None], str]] = {
    ("CONCEDE", "release"): "RETREAT",
    ("CONCEDE", "access"): "RETREAT",
    ("CONCEDE", "resign"): "RETREAT",
    ("COERCE", "convict"): "SANCTION",
}
PLOVER_SECTORS: Final = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
    ]
)
# Sectors of the registry whose name differs; MED is the media in the registry and medicine in PLOVER. IGO and NGO are no
# sectors there but codes of actors of their own.
PLOVER_SECTOR_OF: Final = {"MED": "JRN", "HLH": "MED", "PAR": "PRM", "SEP": "REB"}

VERBAL_COOPERATION: Final = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE"})
MATERIAL_COOPERATION: Final = frozenset({"COOPERATE", "AID", "RETREAT"})
VERBAL_CONFLICT: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def plover_type(type: EventType, mode: str | None) -> str:  # noqa: A002  # the noun's own field name
    """The event's type by PLOVER's manual: release, access and resign are RETREAT there, convict is SANCTION."""
    return PLOVER_TYPES.get((type, mode), type)


def quad_code(plover: str) -> int:
    """PLOVER's quad code of one of its types: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    if plover in VERBAL_COOPERATION:
        return 1
    if plover in MATERIAL_COOPERATION:
        return 2
    return 3 if plover in VERBAL_CONFLICT else 4


def plover_sector(who: Who) -> str | None:
    """The actor's sector as PLOVER writes it; None where PLOVER has none for it."""
    sector = PLOVER_SECTOR_OF.get(who.sector or "", who.sector)
    return sector if sector in PLOVER_SECTORS else None


def inter_code(who: Who, row: Row) -> int:
    """ACLED's inter code of an actor in an event: forces of another state than the event's are external."""
    country = row.where.country if row.where is not None else None
    if who.kind in JOINT_KINDS:
        return EXTERNAL
    if who.kind in STATE_KINDS or (who.kind == "person" and who.sector in STATE_SECTORS):
        return EXTERNAL if country is not None and who.country is not None and who.country != country else STATE
    if who.kind == "armed_group":
        return REBELS if who.sector is None or who.sector in REBEL_SECTORS else POLITICAL_MILITIA
    if row.type == "PROTEST" and who.kind in UNARMED_KINDS and who in row.agent.who:
        return RIOTERS if row.mode in ("riot", "vandalize") else PROTESTERS
    return CIVILIANS if who.kind in UNARMED_KINDS else EXTERNAL


def side(party: Party) -> str | None:
    """The side of a party in an armed conflict: "state", "group", "unarmed"; None where it is not known or mixed."""
    sides = {_side(one) for one in party.who}
    return sides.pop() if len(sides) == 1 else None


def _side(who: Who) -> str | None:
    if who.kind in STATE_KINDS or who.kind == "coalition":
        return "state"
    if who.kind == "armed_group":
        return "group"
    if who.kind == "person":
        return {"REB": "group", "MIL": "state"}.get(who.sector or "", "unarmed")
    return "unarmed" if who.kind in UNARMED_KINDS else None


def type_of_violence(row: Row) -> int | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None where the sides are not known.

    The claim's own code decides. Where it has none (its sides may have been told by another claim of the incident), what the
    sides are does; but what falls on civilians from afar may have been meant for others, and is left open.
    """
    if row.codes.ucdp is not None:
        return UCDP_TYPES.get(row.codes.ucdp)
    if row.type != "ASSAULT":
        return None
    doer, victim = side(row.agent), side(row.patient)
    if doer == "group" and victim == "group":
        return 2
    if doer in ("state", "group") and victim in ("state", "group"):
        return 1
    return 3 if doer in ("state", "group") and victim == "unarmed" and row.mode not in FROM_AFAR else None


def acled_type(row: Row) -> tuple[str, str] | None:
    """ACLED's event and sub-event type; None where none fits.

    The codebook's code of type and mode; an attack whose means are not told is one on civilians or a clash by who meets whom.
    """
    if row.codes.acled is not None:
        event, _, sub = row.codes.acled.partition(": ")
        if event == "Battles" and side(row.patient) == "unarmed":
            return "Violence against civilians", "Attack"
        if row.mode == "capture" and side(row.agent) == "state":
            return "Battles", "Government regains territory"
        return event, sub
    if row.type != "ASSAULT":
        return None
    doer, victim = side(row.agent), side(row.patient)
    if doer == "state" and any(who.kind == "crowd" for who in row.patient.who):
        return (
            "Protests",
            "Protest with intervention" if row.toll.killed is None else "Excessive force against protesters",
        )
    if victim == "unarmed":
        return "Violence against civilians", "Attack"
    return ("Battles", "Armed clash") if doer in ("state", "group") and victim in ("state", "group") else None


def disorder_type(event: str, sub: str) -> str:
    """ACLED's disorder type of an event and sub-event type."""
    if sub == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if event == "Protests" or sub == "Violent demonstration":
        return "Demonstrations"
    return "Strategic developments" if event == "Strategic developments" else "Political violence"
