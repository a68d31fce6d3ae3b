"""The code schemes of other projects, as far as sayso names their codes: CAMEO, ACLED, UCDP, PLOVER's contexts.

CAMEO 1.1b3 (Schrodt, 2012): its twenty roots; ACLED Codebook, 2023: event and sub-event types; UCDP GED Codebook 23.1:
types of violence; PLOVER draft 2.0: contexts.
"""

import re

CAMEO = re.compile(r"(0[1-9]|1[0-9]|20)\d{0,2}")
ACLED = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    ),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
}  # fmt: skip
UCDP = ("state-based", "non-state", "one-sided")
CONTEXTS = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security",
    "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum",
    "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip


def check_codes(cameo: str | None, acled: str | None, ucdp: str | None) -> None:
    """Raises ValueError for a code that its scheme does not have."""
    if cameo is not None and not CAMEO.fullmatch(cameo):
        raise ValueError(f'cameo {cameo!r} is no CAMEO code: write 01 to 20, or three or four digits such as "195"')
    if acled is not None:
        kind, _, sub = acled.partition(": ")
        if sub not in ACLED.get(kind, ()):
            raise ValueError(
                f'acled {acled!r} is no event and sub-event type of ACLED; write one such as "Battles: Armed clash"'
            )
    if ucdp is not None and ucdp not in UCDP:
        raise ValueError(f"ucdp {ucdp!r} is none of {', '.join(UCDP)}")


def check_context(name: str) -> None:
    """Raises ValueError for a context that PLOVER does not have."""
    if name not in CONTEXTS:
        raise ValueError(f"contexts: {name!r} is none of PLOVER's contexts: {', '.join(CONTEXTS)}")
