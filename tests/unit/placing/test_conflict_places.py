"""Places of conflicts that gazetteers often lack or spell otherwise."""

from collections.abc import Callable
from math import cos, hypot, radians

import pytest

from sayso.model import Place, Toponym
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

# Towns that the gazetteer has, in spellings of the press, of another language or of another alphabet's other reading.
PRESS = [
    ("Daret Izza", "SY", 36.28, 36.85), ("Taduf", "SY", 36.35, 37.54), ("Atareb", "SY", 36.14, 36.82),
    ("Andan", "SY", 36.29, 37.04), ("Hreitan", "SY", 36.27, 37.08), ("Maaret Misreen", "SY", 36.01, 36.67),
    ("Benesh", "SY", 35.96, 36.71), ("Teftanaz", "SY", 35.99, 36.78), ("Areeha", "SY", 35.81, 36.61),
    ("Kafr Takhareem", "SY", 36.12, 36.51), ("Salqeen", "SY", 36.14, 36.45), ("Souran", "SY", 35.29, 36.74),
    ("Halfaiya", "SY", 35.26, 36.60), ("Morek", "SY", 35.37, 36.68), ("Kafr Zeta", "SY", 35.37, 36.60),
    ("Salamieh", "SY", 35.01, 37.05), ("Tal Refaat", "SY", 36.47, 37.10), ("Garablus", "SY", 36.82, 38.01),
    ("Menbej", "SY", 36.53, 37.95), ("Ras al-Ein", "SY", 36.85, 40.07), ("Tel Tamr", "SY", 36.66, 40.37),
    ("Shaddadeh", "SY", 36.06, 40.73), ("Mayadeen", "SY", 35.02, 40.45), ("Enkhel", "SY", 33.02, 36.13),
    ("Jassem", "SY", 32.99, 36.06), ("al-Herak", "SY", 32.75, 36.30), ("Kesweh", "SY", 33.36, 36.24),
    ("Hamouriyeh", "SY", 33.53, 36.42), ("Yabroud", "SY", 33.97, 36.66), ("Nebek", "SY", 34.02, 36.73),
    ("al-Qusair", "SY", 34.51, 36.58), ("al-Qaryatein", "SY", 34.23, 37.24), ("Sokhna", "SY", 34.89, 38.87),
    ("Beiji", "IQ", 34.93, 43.49), ("Hawijah", "IQ", 35.32, 43.77), ("Meqdadiyah", "IQ", 33.98, 44.94),
    ("Khanakin", "IQ", 34.35, 45.39), ("Tuz Khormato", "IQ", 34.89, 44.63), ("Rutbah", "IQ", 33.04, 40.28),
    ("Hadithah", "IQ", 34.14, 42.38), ("Karakosh", "IQ", 36.27, 43.38), ("Sherqat", "IQ", 35.49, 43.23),
    ("Makhmour", "IQ", 35.77, 43.58), ("Zentan", "LY", 31.93, 12.25), ("Gharian", "LY", 32.17, 13.02),
    ("Beni Walid", "LY", 31.75, 13.99), ("Agedabia", "LY", 30.76, 20.22), ("Darnah", "LY", 32.77, 22.64),
    ("Tarhouna", "LY", 32.43, 13.63), ("Murzuk", "LY", 25.92, 13.92), ("Mareb", "YE", 15.46, 45.33),
    ("Zingibar", "YE", 13.13, 45.38), ("Hudaida", "YE", 14.80, 42.95), ("Radaa", "YE", 14.41, 44.84),
    ("Zalinje", "SD", 12.91, 23.47), ("Kaduqli", "SD", 11.01, 29.72), ("Um Rawaba", "SD", 12.91, 31.21),
    ("Avdeevka", "UA", 48.14, 37.75), ("Gorlovka", "UA", 48.30, 38.05), ("Chasov Yar", "UA", 48.59, 37.83),
    ("Izyum", "UA", 49.21, 37.26), ("Kupyansk", "UA", 49.71, 37.61), ("Severodonetsk", "UA", 48.95, 38.49),
    ("Lisichansk", "UA", 48.90, 38.43), ("Slavyansk", "UA", 48.85, 37.61), ("Krasnogorovka", "UA", 48.01, 37.51),
    ("Gulyaypole", "UA", 47.66, 36.26), ("Orekhov", "UA", 47.57, 35.79), ("Maryinka", "UA", 47.94, 37.50),
    ("Popasnaya", "UA", 48.63, 38.37), ("Rubezhnoye", "UA", 49.01, 38.38), ("Balakleya", "UA", 49.46, 36.86),
    ("Energodar", "UA", 47.50, 34.66), ("Volchansk", "UA", 50.29, 36.94), ("Ilovaysk", "UA", 47.92, 38.20),
    ("Snezhnoye", "UA", 48.03, 38.77), ("Agdam", "AZ", 39.99, 46.93), ("Fuzuli", "AZ", 39.60, 47.15),
    ("Jebrail", "AZ", 39.40, 47.03), ("Kelbajar", "AZ", 40.11, 46.04), ("Hasavyurt", "RU", 43.25, 46.59),
    ("Buinaksk", "RU", 42.82, 47.12), ("Munguno", "NG", 12.67, 13.61), ("Maidougouri", "NG", 11.85, 13.16),
    ("Dikoa", "NG", 12.03, 13.92), ("Tillabery", "NE", 14.21, 1.45), ("Mekelle", "ET", 13.50, 39.48),
    ("Aksum", "ET", 14.12, 38.72), ("Beletweyne", "SO", 4.74, 45.20), ("Kismayu", "SO", -0.36, 42.55),
    ("Bulo Burte", "SO", 3.85, 45.57), ("Afgoy", "SO", 2.14, 45.12), ("Dhusamareb", "SO", 5.54, 46.39),
    ("Galkaio", "SO", 6.77, 47.43), ("Las Anood", "SO", 8.48, 47.36), ("Qunduz", "AF", 36.73, 68.86),
    ("Trinkot", "AF", 32.63, 65.87), ("Sar-i-Pul", "AF", 36.22, 65.93), ("Feyzabad", "AF", 37.12, 70.58),
    ("Taluqan", "AF", 36.74, 69.53), ("Maymaneh", "AF", 35.92, 64.78), ("Mingaora", "PK", 34.78, 72.36),
    ("Baramula", "IN", 34.21, 74.34), ("Shupiyan", "IN", 33.72, 74.83), ("Bandipore", "IN", 34.42, 74.65),
]  # fmt: skip


def near(one: Place, lat: float, lon: float) -> bool:
    return (
        one.lat is not None
        and one.lon is not None
        and hypot(one.lat - lat, (one.lon - lon) * cos(radians(lat))) * 111 < 25
    )


@pytest.mark.parametrize(("name", "country", "lat", "lon"), PRESS)
def test_the_first_place_of_its_country_is_the_town_however_the_press_spells_it(
    name: str, country: str, lat: float, lon: float, gazetteer: Gazetteer
) -> None:
    best = next(one.place for one in explain(name, gazetteer) if one.place.country == country)
    assert near(best, lat, lon)


@pytest.mark.parametrize(("name", "country", "lat", "lon"), KNOWN)
def test_the_place_is_known_where_it_is(name: str, country: str, lat: float, lon: float, gazetteer: Gazetteer) -> None:
    assert any(one.place.country == country and near(one.place, lat, lon) for one in explain(name, gazetteer))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Syrian troops shelled Talbiseh, north of Homs.", "Talbiseh", "SY"),
        ("Libyan rebels retook the oil port of Ras Lanuf.", "Ras Lanuf", "LY"),
        ("Gunmen raided Baga in Nigeria's Borno state.", "Baga", "NG"),
        ("Turkish forces entered Tel Abyad in northern Syria.", "Tel Abyad", "SY"),
        ("Pro-Russian rebels took Debaltseve in eastern Ukraine.", "Debaltseve", "UA"),
        ("Planes struck the village of Daret Izza in Syria's Aleppo province.", "Daret Izza", "SY"),
        ("A barrel bomb fell on the village of Taduf, Syrian activists said.", "Taduf", "SY"),
        ("Shells fell on the town of Gulyaypole, Ukrainian officials said.", "Gulyaypole", "UA"),
        ("Fighting went on in Loder, the Yemeni army said.", "Loder", "YE"),
        ("A drone strike near Miranshah in North Waziristan killed four, Pakistani officials said.", "Miranshah", "PK"),
    ],
)
def test_it_is_found_and_read_in_a_sentence(
    text: str, name: str, country: str, places_of: Callable[[str], tuple[Toponym, ...]]
) -> None:
    assert [one.place.country for one in places_of(text) if one.name == name and one.place] == [country]
