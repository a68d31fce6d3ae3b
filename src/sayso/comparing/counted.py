"""Of whom a number of people is: of everybody, of a kind of people, of women and children alone."""

from typing import Final

from sayso.comparing.view import View

# Words for victims that say nothing of the kind.
EVERYBODY: Final = "people"
ANYBODY: Final = dict.fromkeys(("people", "persons", "person", "victims", "others"), EVERYBODY) | dict.fromkeys(
    ("civilian", "residents", "locals"), "civilians"
)
# Words that count, and tell nothing of those who are counted.
NUMBERS: Final = frozenset(
    """
    least more most many few some dozen score hundred thousand one two three four five six seven eight nine ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty people person victim other
    """.split()  # noqa: SIM905  # words are read more easily than a list of strings
)
# Words for everybody, among whom women and children may be counted apart.
EVERYBODYS: Final = frozenset({"people", "person", "civilian", "resident", "victim", "local"})


def of_whom(view: View) -> str:
    """Of whom a number is: of everybody, unless its words tell a kind or a people."""
    kind = view.claim.event.toll.of
    if kind is not None:
        return ANYBODY.get(kind, kind)
    named = sorted(word for word in counted_words(view) - NUMBERS if not word.isdigit() and word not in ANYBODY)
    return named[0] if named else EVERYBODY


def counted_words(view: View) -> frozenset[str]:
    """The words for those who are counted: for its targets, where the number was read from them ("a toll of 48, children among those killed")."""
    event = view.claim.event
    apart = event.toll.evidence and event.patient
    if apart and not any(told.overlaps(patient) for told in event.toll.evidence for patient in event.patient):
        return frozenset()
    return view.patient_words


def of_the_weak(view: View) -> bool:
    """Does it count women or children, and not everybody?"""
    words = counted_words(view)
    return any(word.startswith(("child", "wom", "girl", "boy")) for word in words) and not words & EVERYBODYS
