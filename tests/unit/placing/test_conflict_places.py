"""Places of conflicts that gazetteers often lack or spell otherwise."""

from collections.abc import Callable
from math import cos, hypot, radians

import pytest

from sayso.model import Toponym
from sayso.placing import explain
from sayso.resources.gazetteer import Gazetteer

KNOWN = [
    ("Talbiseh", "SY", 34.84, 36.73), ("al-Rastan", "SY", 34.93, 36.73), ("Kafranbel", "SY", 35.61, 36.57),
    ("Khirbat al-Jawz", "SY", 35.89, 36.20), ("Tel Abyad", "SY", 36.70, 38.96), ("Kobane", "SY", 36.89, 38.35),
    ("Jisr al-Shughour", "SY", 35.81, 36.32), ("Khan Sheikhoun", "SY", 35.44, 36.65), ("Saraqeb", "SY", 35.86, 36.81),
    ("Maarat al-Numan", "SY", 35.64, 36.68), ("Douma", "SY", 33.57, 36.40), ("Darayya", "SY", 33.46, 36.24),
    ("Moadamiya", "SY", 33.46, 36.19), ("Zabadani", "SY", 33.72, 36.10), ("Madaya", "SY", 33.69, 36.10),
    ("al-Bukamal", "SY", 34.45, 40.92), ("Deir Ezzor", "SY", 35.34, 40.14), ("Baghouz", "SY", 34.46, 40.95),
    ("Houla", "SY", 34.88, 36.52), ("Kefraya", "SY", 35.99, 36.68), ("Hmeimim", "SY", 35.41, 35.95),
    ("Fallujah", "IQ", 33.35, 43.78), ("Sinjar", "IQ", 36.32, 41.87), ("Amerli", "IQ", 34.73, 44.59),
    ("Tal Afar", "IQ", 36.38, 42.45), ("Jalawla", "IQ", 34.27, 45.17), ("al-Qaim", "IQ", 34.37, 41.09),
    ("Ras Lanuf", "LY", 30.50, 18.53), ("Brega", "LY", 30.41, 19.58), ("Bin Jawad", "LY", 30.80, 18.10),
    ("Tawergha", "LY", 32.02, 15.10), ("Baga", "NG", 13.12, 13.82), ("Chibok", "NG", 10.87, 12.85),
    ("Dapchi", "NG", 12.50, 11.50), ("Fotokol", "CM", 12.37, 14.22), ("Diabaly", "ML", 14.68, -6.01),
    ("Arbinda", "BF", 14.23, -0.86), ("El Adde", "SO", 3.19, 41.92), ("Mpeketoni", "KE", -2.39, 40.69),
    ("Pibor", "SS", 6.80, 33.13), ("Jebel Marra", "SD", 12.95, 24.27), ("El Geneina", "SD", 13.45, 22.45),
    ("Mai Kadra", "ET", 14.07, 36.57), ("Debaltseve", "UA", 48.34, 38.41), ("Shyrokyne", "UA", 47.10, 37.82),
    ("Mataghis", "AZ", 40.33, 46.80), ("Miranshah", "PK", 33.00, 70.07), ("Marjah", "AF", 31.52, 64.12),
    ("Ain al-Hilweh", "LB", 33.54, 35.38), ("Mamasapano", "PH", 6.90, 124.51), ("Maungdaw", "MM", 20.82, 92.37),
    ("Donbas", "UA", 48.1, 38.3), ("Eastern Ghouta", "SY", 33.55, 36.45), ("Golan Heights", "SY", 33.0, 35.8),
]  # fmt: skip


@pytest.mark.parametrize(("name", "country", "lat", "lon"), KNOWN)
def test_the_place_is_known_where_it_is(name: str, country: str, lat: float, lon: float, gazetteer: Gazetteer) -> None:
    near = [
        one.place
        for one in explain(name, gazetteer)
        if one.place.country == country and one.place.lat is not None and one.place.lon is not None
        and hypot(one.place.lat - lat, (one.place.lon - lon) * cos(radians(lat))) * 111 < 25
    ]  # fmt: skip
    assert near != []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Syrian troops shelled Talbiseh, north of Homs.", "Talbiseh", "SY"),
        ("Libyan rebels retook the oil port of Ras Lanuf.", "Ras Lanuf", "LY"),
        ("Gunmen raided Baga in Nigeria's Borno state.", "Baga", "NG"),
        ("Turkish forces entered Tel Abyad in northern Syria.", "Tel Abyad", "SY"),
        ("Pro-Russian rebels took Debaltseve in eastern Ukraine.", "Debaltseve", "UA"),
        ("A drone strike near Miranshah in North Waziristan killed four, Pakistani officials said.", "Miranshah", "PK"),
    ],
)
def test_it_is_found_and_read_in_a_sentence(
    text: str, name: str, country: str, places_of: Callable[[str], tuple[Toponym, ...]]
) -> None:
    assert [one.place.country for one in places_of(text) if one.name == name and one.place] == [country]
