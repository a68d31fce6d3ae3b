"""Which place is it? Candidates weighed twice: by themselves, then in the light of the others' likeliest readings."""

import math
from collections.abc import Sequence

from sayso.placing.context import Group, Scene, Vector, kilometres, vector
from sayso.placing.cues import OF_CUE
from sayso.resources.gazetteer import Entry

WIDE = frozenset({"country", "region", "water"})


class Reading:
    """The candidates of one group with their features' sums and shares."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.vectors: list[Vector | None] = [vector(entry) for entry in group.entries]
        self.alone: list[list[str]] = []
        self.features: list[list[str]] = []
        self.shares: list[float] = []

    def weigh(self, features: list[list[str]], weights: dict[str, float]) -> None:
        """Shares of the candidates that sum to 1, from their features."""
        totals = [sum([weights.get(name, 0.0) for name in own]) for own in features]
        top = max(totals, default=0.0)
        raised = [math.exp(total - top) for total in totals]
        whole = sum(raised)
        self.shares = [value / whole for value in raised]

    @property
    def best(self) -> int:
        """The index of the likeliest candidate, the first of equals."""
        return max(range(len(self.shares)), key=lambda index: self.shares[index])


def alone(entry: Entry, group: Group, scene: Scene, entries: Sequence[Entry]) -> list[str]:
    """Features of a candidate without the other places of the document."""
    place = entry.place
    size = int(2 * math.log10(place.population + 1))
    fame = int(math.log2(entry.fame + 1))
    found = [f"1 k={place.kind}", f"1 m={entry.match.name}", f"1 k={place.kind} m={entry.match.name}"]
    if place.kind == "city":
        found += [f"1 size>{n}" for n in range(2, size + 1)]
        found += [f"1 fame>{n}" for n in range(1, fame + 1)]
        if place.population == max(other.place.population for other in entries):
            found.append("1 largest")
    if place.kind in ("region", "water", "facility"):
        found += [f"1 own fame>{n}" for n in range(1, fame + 1)]
    if entry.fame == max(other.fame for other in entries):
        found.append("1 most famous")
    if group.cue:
        fits = place.kind in OF_CUE[group.cue]
        found.append(f"1 cue {group.cue} {'fits' if fits else 'against'}")
    else:
        found.append(f"1 no cue k={place.kind}")
    if scene.country is not None:
        found.append("1 publisher's country" if place.country == scene.country else "1 not publisher's country")
    if place.lat is None:
        found.append("1 no point")
    return found


class Lights:
    """What the other names' likeliest readings throw on a candidate."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self.countries: dict[str, float] = {}
        self.named: dict[str, int] = {}
        self.divisions: dict[int, float] = {}
        self.best: list[tuple[Reading, Entry, Vector | None, float]] = []
        self.total = 0.0
        for reading in readings:
            count = len(reading.group.spots) ** 0.5
            self.total += count
            top = reading.group.entries[reading.best]
            self.best.append((reading, top, reading.vectors[reading.best], reading.shares[reading.best]))
            for entry, share in zip(reading.group.entries, reading.shares, strict=True):
                if share < 0.02:
                    continue
                country = entry.place.country or ""
                self.countries[country] = self.countries.get(country, 0.0) + share * count
                for division in self.lines(entry):
                    self.divisions[division] = self.divisions.get(division, 0.0) + share * count

    @staticmethod
    def lines(entry: Entry) -> tuple[int, ...]:
        """The numbers of the divisions that a place is or lies in."""
        own = (entry.number,) if entry.place.kind in ("admin1", "admin2") else ()
        return tuple({number: None for number in (entry.admin1, entry.admin2, *own) if number >= 0})

    def on(self, reading: Reading, index: int) -> list[str]:
        """Features of a candidate in the light of the other names."""
        group, entry = reading.group, reading.group.entries[index]
        own, share = len(group.spots) ** 0.5, reading.shares[index]
        rest = self.total - own
        found: list[str] = []
        if group.containers:
            found.append(self._contained(group, entry))
        if rest > 0:
            same = sum(
                other * count
                for other, count in self._shares_of_country(reading, entry)
            )  # fmt: skip
            found += [f"2 country share>{step}" for step in (0.05, 0.2, 0.4, 0.6, 0.8) if same / rest > step]
            if same <= 0.01 * rest:
                found.append("2 country alone")
        if entry.admin1 >= 0 or entry.place.kind == "admin1":
            line = entry.admin1 if entry.admin1 >= 0 else entry.number
            lit = self.divisions.get(line, 0.0) - share * own - self._twins(reading, line, index) * own
            if rest > 0:
                found += [f"2 province share>{step}" for step in (0.02, 0.1, 0.3, 0.6) if lit / rest > step]
        if entry.admin2 >= 0 and entry.place.kind == "city":
            lit = self.divisions.get(entry.admin2, 0.0) - share * own - self._twins(reading, entry.admin2, index) * own
            found += [f"2 district share>{step}" for step in (0.3, 1.0) if lit > step]
        found += self._named_divisions(reading, entry)
        found += self._near(reading, index)
        return found

    def _shares_of_country(self, reading: Reading, entry: Entry) -> list[tuple[float, float]]:
        """(share, count) of the entry's country over the other groups."""
        country = entry.place.country or ""
        own = sum(
            share for other, share in zip(reading.group.entries, reading.shares, strict=True)
            if share >= 0.02 and (other.place.country or "") == country
        )  # fmt: skip
        return [(max(0.0, self.countries.get(country, 0.0) - own * len(reading.group.spots) ** 0.5), 1.0)]

    def _twins(self, reading: Reading, line: int, index: int) -> float:
        """The share of the same name's other candidates in that division (a city and the county of its name)."""
        return sum(
            share for i, (other, share) in enumerate(zip(reading.group.entries, reading.shares, strict=True))
            if i != index and share >= 0.02 and line in self.lines(other)
        )  # fmt: skip

    def _contained(self, group: Group, entry: Entry) -> str:
        kinds = set()
        for container in group.containers:
            for outer in container.entries:
                kind = outer.place.kind
                if outer.number in (entry.admin1, entry.admin2) and outer.number >= 0:
                    return f"2 inside {kind}"
                if kind == "country" and outer.place.country == entry.place.country and entry.place.kind != "country":
                    return "2 inside country"
                kinds.add(kind)
        return "2 not inside" + (" wide" if kinds & {"country", "admin1"} else "")

    def _named_divisions(self, reading: Reading, entry: Entry) -> list[str]:
        """Is the candidate's country, province or district itself named in the document?"""
        found = []
        for other, top, _, _ in self.best:
            if other is reading:
                continue
            if top.place.kind == "country" and top.place.country == entry.place.country:
                found.append("2 country named")
            if top.place.kind == "admin1" and top.number == entry.admin1:
                found.append("2 province named")
            if top.place.kind == "admin2" and top.number == entry.admin2:
                found.append("2 district named")
        return list(dict.fromkeys(found))

    def _near(self, reading: Reading, index: int) -> list[str]:
        own = reading.vectors[index]
        if own is None:
            return []
        kind = reading.group.entries[index].place.kind
        if kind in WIDE:
            return ["2 wide"]
        nearest, weight, lit = 20000.0, 0.0, {100: 0.0, 400: 0.0}
        for other, top, there, share in self.best:
            if other is reading or there is None or top.place.kind in WIDE:
                continue
            distance = kilometres(own, there)
            weight += share
            nearest = min(nearest, distance) if share > 0.3 else nearest
            for radius in lit:
                lit[radius] += share if distance < radius else 0.0
        found = [f"2 nearest<{limit}" for limit in (30, 100, 250, 600, 1500) if nearest < limit]
        if weight > 0:
            found += [f"2 around {r} >{step}" for r in lit for step in (0.2, 0.5, 0.8) if lit[r] / weight > step]
        if any(top.place.kind == "city" and other.group.dateline and there is not None and kilometres(own, there) < 300
               for other, top, there, _ in self.best if other is not reading):  # fmt: skip
            found.append("2 near dateline")
        return found


def rank(scene: Scene, weights: dict[str, float], passes: int = 3) -> list[Reading]:
    """Weigh the candidates of every group that has any; the readings, in the order of the groups."""
    readings = [Reading(group) for group in scene.groups if group.entries]
    for reading in readings:
        group = reading.group
        reading.alone = [alone(entry, group, scene, group.entries) for entry in group.entries]
        reading.weigh(reading.alone, weights)
    for _ in range(passes - 1):
        lights = Lights(readings)
        lit = [[lights.on(reading, i) for i in range(len(reading.group.entries))] for reading in readings]
        for reading, found in zip(readings, lit, strict=True):
            reading.features = [own + more for own, more in zip(reading.alone, found, strict=True)]
            reading.weigh(reading.features, weights)
    return readings
