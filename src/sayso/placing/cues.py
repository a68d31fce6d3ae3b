"""Words beside a name that tell what kind of place it is."""

from sayso.model import Parse

# Words that tell the kind of what they name, before ("the city of Homs") or after ("Idlib province").
CITY_WORDS = frozenset({"city", "town", "village", "suburb", "township", "neighborhood", "neighbourhood", "hamlet"})
PROVINCE_WORDS = frozenset({
    "province", "governorate", "oblast", "state", "region", "countryside", "republic", "department", "prefecture",
    "provinces", "governorates",
})  # fmt: skip
DISTRICT_WORDS = frozenset({"district", "county", "raion", "parish", "subdistrict", "borough", "sub-district"})


def cue_of(parse: Parse, first: int, last: int) -> str:
    """The kind that the words beside the name, tokens [first, last), tell: "Idlib province", "the city of Homs"."""
    tokens = parse.tokens
    after = tokens[last].text.lower() if last < len(tokens) else ""
    before = tokens[first - 1].text.lower() if first > 0 else ""
    earlier = tokens[first - 2].text.lower() if first > 1 else ""
    for word in (after, earlier if before == "of" else before):
        if word in CITY_WORDS:
            return "city"
        if word in PROVINCE_WORDS:
            return "province"
        # "the District of California" is a court's
        if word in DISTRICT_WORDS and word == after:
            return "district"
    return ""
