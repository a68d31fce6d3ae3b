"""The reasons for a reading, in words."""

from collections.abc import Sequence

from sayso.resources.gazetteer import Entry, Match

OF_MATCH = {
    Match.MAIN: "its name", Match.ALIAS: "another of its names", Match.DERIVED: "short for its name",
    Match.DEMONYM: "its people or adjective", Match.SKELETON: "its name in another transliteration",
}  # fmt: skip
OF_FEATURE = {
    "1 largest": "the most populous town of that name",
    "1 most famous": "the best known of that name",
    "1 cue city fits": "the text calls it a town",
    "1 cue province fits": "the text calls it a province",
    "1 cue district fits": "the text calls it a district",
    "1 publisher's country": "in the publisher's country",
    "2 inside admin1": "the text puts it in its province",
    "2 inside admin2": "the text puts it in its district",
    "2 inside country": "the text puts it in its country",
    "2 country named": "its country is named",
    "2 province named": "its province is named",
    "2 district named": "its district is named",
    "2 near dateline": "near the place of the dateline",
    "2 nearest<100": "near other places of the text",
}


def because(entry: Entry, features: Sequence[str]) -> str:
    """How the name fits the place, its size, and what in the text speaks for it: "its name; pop. 775,404; ..."."""
    reasons = [OF_MATCH[entry.match]]
    if entry.place.population:
        reasons.append(f"population {entry.place.population:,}")
    reasons += [OF_FEATURE[feature] for feature in features if feature in OF_FEATURE]
    return "; ".join(reasons)
