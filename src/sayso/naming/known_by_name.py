"""Known by name: which names of a document are names of the same actor.

The registry's entry decides first, then equal names, then short forms: a surname or a given name of a person named in
full, the acronym of an organisation.
"""

from rapidfuzz.distance import Levenshtein

from sayso.model import Parse
from sayso.naming.drafts import Casting, Draft
from sayso.naming.recognised import comparable
from sayso.naming.sighting import Sighting
from sayso.resources.actors import Entry, Registry

LONGEST_ACRONYM = 8
# A body's name may open with its country: "United States Supreme Court" is the "Supreme Court" of the same article.
BODIES = frozenset({"government_body", "military", "police", "other", "party"})
LONGEST_STATE = 2
LONGEST_TITLE = 5
LONG = 7  # letters of a surname that is known with one of them wrong
KIN = frozenset({"son", "daughter", "child", "baby", "nephew", "niece", "cousin", "grandson", "granddaughter", "father", "mother",
                 "brother", "sister", "husband", "wife", "uncle", "aunt", "grandfather", "grandmother"})  # fmt: skip


class NameIndex:
    """Drafts by registry entry, by whole name, and by the words and initials of their names."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self.entries: dict[str, Draft] = {}
        self.whole: dict[str, Draft] = {}
        self.words: dict[str, list[Draft]] = {}
        self.initials: dict[str, Draft] = {}
        self.national: dict[str, Draft] = {}
        self.titles: dict[str, list[Draft]] = {}
        self.turned: dict[frozenset[str], Draft] = {}

    def add(self, parse: Parse, sighting: Sighting, draft: Draft) -> None:
        """Make the draft findable by a name of its."""
        if sighting.entry is not None:
            self.entries.setdefault(sighting.entry.id, draft)
        self.whole.setdefault(sighting.spelled, draft)
        family = army_of(sighting.entry)
        if family is not None:
            self.entries.setdefault(family, draft)
        words = sighting.spelled.split()
        if sighting.actor_kind == "person":
            title = [token.text for token in parse.tokens[sighting.first : sighting.core_first]]
            if 2 <= len(title) <= LONGEST_TITLE and all(word[:1].isupper() and word.isalpha() for word in title):
                self.titles.setdefault("".join(word[0] for word in title).lower(), []).append(draft)
            for word in reversed([*words, sighting.short] if sighting.short else words):
                listed = self.words.setdefault(word, [])
                if draft not in listed:
                    listed.append(draft)
            return
        self._without_country(parse, sighting, draft)
        if sighting.actor_kind in BODIES and len(turned(sighting.spelled)) >= FEWEST:
            self.turned.setdefault(turned(sighting.spelled), draft)
        if 2 <= len(words) <= LONGEST_ACRONYM:
            for initials in (
                "".join(w[0] for w in words),
                "".join(w[0] for w in words if w not in ("of", "the", "for", "and")),
            ):
                self.initials.setdefault(initials, draft)

    def misspelt(self, word: str) -> list[Draft]:
        """The people whose long surname a word is but for one letter, where all that it may be are one person."""
        if len(word) < LONG:
            return []
        near = [
            draft
            for other, drafts in self.words.items()
            if abs(len(other) - len(word)) <= 1 and other[0] == word[0] and Levenshtein.distance(other, word) == 1
            for draft in drafts
            if not word.startswith(other) and not other.startswith(word)  # Orlov and Orlova are two
        ]
        return near if len(set(map(id, near))) == 1 else []

    def _without_country(self, parse: Parse, sighting: Sighting, draft: Draft) -> None:
        tokens = parse.tokens[sighting.core_first : sighting.core_last]
        if sighting.kind != "name" or sighting.actor_kind not in BODIES:
            return
        for at in range(1, min(len(tokens) - 1, LONGEST_STATE + 1)):
            match = self._registry.longest_at([token.text for token in tokens[:at]], 0)
            if match is not None and match.length == at and match.entry.kind == "state":
                self.national.setdefault(comparable(tokens[at:]), draft)


def cast_names(casting: Casting, sightings: list[Sighting], registry: Registry) -> None:
    """Tie every name and demonym to a draft: full names first, so that short forms find them wherever they stand."""
    index = NameIndex(registry)
    names = [s for s in sightings if s.kind in ("name", "demonym")]
    full = [s for s in names if not short(s)]
    for sighting in [*full, *(s for s in names if short(s))]:
        draft = _found(casting, sighting, index)
        if draft is None:
            draft = casting.draft(sighting)
        else:
            casting.tie(sighting, draft)
        index.add(casting.parse, sighting, draft)


def short(sighting: Sighting) -> bool:
    """Is the name a single word, titles apart, that may stand for a longer name?"""
    alone = sighting.core_last - sighting.core_first == 1 or (
        sighting.actor_kind == "person" and " " not in sighting.spelled
    )
    return alone and (sighting.entry is None or sighting.weak)


def _found(casting: Casting, sighting: Sighting, index: NameIndex) -> Draft | None:
    if sighting.entry is not None:
        family = army_of(sighting.entry)
        draft = index.entries.get(sighting.entry.id) or (index.entries.get(family) if family is not None else None)
        if draft is not None or not sighting.weak:
            return draft
    key = sighting.spelled
    draft = index.whole.get(key) or (index.whole.get(key[:-1]) if key.endswith("s") else None)
    if draft is not None:
        return draft
    if short(sighting):
        return _short_form(casting, sighting, key, index)
    if sighting.actor_kind == "person":
        return _person(key, index)
    if sighting.kind != "name":
        return None
    return index.national.get(key) or (index.turned.get(turned(key)) if sighting.actor_kind in BODIES else None)


def turned(spelled: str) -> frozenset[str]:
    """The words of a body's name in whichever order ("the Ministry of the Interior", "the Interior Ministry")."""
    return frozenset(spelled.split()) - {"of", "the", "for", "and"}


FEWEST = 2


def _short_form(casting: Casting, sighting: Sighting, key: str, index: NameIndex) -> Draft | None:
    """Whom a single word names: the nearest person before it with that surname (or given name), or an acronym."""
    text = casting.parse.tokens[sighting.core_last - 1].text
    if text.isupper() and len(text) > 1:
        draft = index.initials.get(key.replace(".", ""))
        if draft is not None:
            return draft
        titled = index.titles.get(key.replace(".", ""), [])
        if titled and len(set(map(id, titled))) == 1 and sighting.entry is None:
            return titled[0]  # "the DP", of "Deputy President Ana Brandt"
    if key.endswith("s") and key not in index.words:
        key = key[:-1]  # "Assads forces", in texts that lost their apostrophes
    listed = index.words.get(key) or index.misspelt(key)
    if not listed or sighting.actor_kind not in ("person", "other"):
        return None
    if KIN.intersection(sighting.titles):  # "her son, Adam", who has her surname's word as his own name at most
        listed = [d for d in listed if any(s.spelled.split()[:1] == [key] for s in d.sightings if s.kind == "name")]
        return listed[0] if listed else None
    by_surname = [d for d in listed if any(s.spelled.split()[-1:] == [key] for s in d.sightings if s.kind == "name")]
    return _nearest(by_surname or listed, sighting)


def _nearest(drafts: list[Draft], sighting: Sighting) -> Draft:
    """Of several who share a name, who was named last before a sighting; else who is named first after it."""
    last = [(max((s.head for s in d.sightings if s.head < sighting.head), default=-1), d) for d in drafts]
    return max(last, key=lambda one: one[0])[1] if any(at >= 0 for at, _ in last) else drafts[0]


def _person(key: str, index: NameIndex) -> Draft | None:
    """A person one of whose names holds the other: the same first and last word, or the end of it ("Abu Leith").

    A letter wrong in a long surname makes nobody else.
    """
    words = key.split()
    if words[-1].endswith("s") and words[-1] not in index.words and words[-1][:-1] in index.words:
        words[-1] = words[-1][:-1]  # "Ana Brandts office", in texts that lost their apostrophes
    if words[-1] not in index.words and len(words) > 1:
        for draft in index.misspelt(words[-1]):
            if any(s.spelled.split()[0] == words[0] and " " in s.spelled for s in draft.sightings if s.kind == "name"):
                return draft
    for draft in index.words.get(words[-1], ()):
        for sighting in draft.sightings:
            other = sighting.spelled.split()
            if sighting.kind != "name" or len(other) < 2 or len(words) < 2:
                continue
            if (other[0], other[-1]) == (words[0], words[-1]) or ends(other, words):
                return draft
            if ends(words, other) and not _another(draft, words, len(other)):
                return draft
    return None


def _another(draft: Draft, words: list[str], shared: int) -> bool:
    """Has a person another given name than one who shares the surname ("Ines do Vale" is not "Rui do Vale", who is "do Vale")?"""
    longer = (one.spelled.split() for one in draft.sightings if one.kind == "name")
    return any(
        len(name) > shared and name[0] != words[0] and not ends(name, words) and not ends(words, name)
        for name in longer
    )


def ends(longer: list[str], shorter: list[str]) -> bool:
    """Is the shorter name the end of the longer one?"""
    return len(shorter) < len(longer) and longer[-len(shorter) :] == shorter


def army_of(entry: Entry | None) -> str | None:
    """A key that a state's army and its armed forces as a whole share, whichever way they are called."""
    if entry is None or entry.kind != "military" or entry.part_of is None:
        return None
    whole = entry.id.rpartition("_")[2] in ("MIL", "ARMY")
    named = entry.name.lower().endswith((" army", " armed forces")) and len(entry.part_of) == ISO
    return f"{entry.part_of}: army" if whole or named else None


ISO = 3
