"""Words beside a name that tell what kind of place it is."""

from sayso.model import Parse
from sayso.resources.gazetteer import part_of

# Words that tell the kind of what they name, before ("the city of Homs") or after ("Idlib province").
CITY_WORDS = frozenset({"city", "town", "village", "suburb", "township", "neighborhood", "neighbourhood", "hamlet"})
PROVINCE_WORDS = frozenset({
    "province", "governorate", "oblast", "state", "region", "countryside", "republic", "department", "prefecture",
    "provinces", "governorates",
})  # fmt: skip
DISTRICT_WORDS = frozenset({"district", "county", "raion", "parish", "subdistrict", "borough", "sub-district"})
# The kinds of place that a cue fits.
OF_CUE = {"city": ("city",), "province": ("admin1", "region"), "district": ("admin2",)}


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


def compass_of(parse: Parse, first: int, last: int) -> str | None:
    """The compass part that the words at the name, tokens [first, last), tell: "northeast" for "north-eastern Mali".

    "The north of Mali" is a part of it; "north of Gao" is not.
    """
    tokens = parse.tokens
    sentence = parse.sentences[tokens[first].sentence]
    before = [token.text for token in tokens[max(sentence.first, first - 4) : first]]
    if last - first > 1 and part_of(tokens[first].text) is not None:
        return part_of(tokens[first].text)
    if before[-1:] == ["of"] and len(before) >= 3 and before[-3].lower() in ("the", "country"):
        return part_of(before[-2])
    if len(before) >= 3 and before[-2] == "-":
        joined = part_of(before[-3] + before[-1])
        if joined is not None:
            return joined
    return part_of(before[-1]) if before and before[-1].lower().endswith(ADJECTIVE) else None


# "Northern Mali" and "northeast Mali" are parts; "east Aleppo" may be a half of the city.
ADJECTIVE = ("ern", "central", "northeast", "northwest", "southeast", "southwest")
