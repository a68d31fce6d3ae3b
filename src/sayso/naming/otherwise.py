"""Otherwise: the same people under another word, and names that are also read as common nouns."""

from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words

# Different words for the same people, where they are many and meant as known.
SAME_PEOPLE = (
    words("scientist researcher author biologist scholar academic"),
    words("protester protestor demonstrator marcher activist crowd"),
    words("fighter militant insurgent rebel jihadist terrorist extremist gunman attacker assailant militiaman"),
    words("soldier troop serviceman"),
    words("worker employee staff labourer laborer"),
    words("resident villager local inhabitant"),
    words("migrant refugee asylum-seeker"),
    words("prisoner detainee inmate"),
    words("lawmaker legislator parliamentarian mp"),
    words("journalist reporter correspondent"),
    words("suspect accused defendant"),
    words("hostage captive"),
)
FIGHTERS = SAME_PEOPLE[2]
OF_THE_STATE = words("government regime army state loyalist pro pro-government pro-regime")
HEADS_OF_GOVERNMENT = frozenset({"pm", "premier"})
SUFFERERS = frozenset({"victim", "dead", "deceased", "wounded", "injured"})
DEATHLY = words("kill die murder shoot stab injure wound hurt drown slay massacre execute behead")


def other_word(casting: Casting, sighting: Sighting) -> Draft | None:
    """Several people under another word: "the demonstrators" after "protesters", "the victims" after "five girls died"."""
    if sighting.number != "many" or sighting.words - {"same", "dead", "male", "female", "young"}:
        return None
    alike = next((nouns for nouns in SAME_PEOPLE if sighting.key in nouns), None)
    if alike is None and sighting.key not in SUFFERERS:
        return None
    parse = casting.parse
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if draft.number != "many" or draft.named or seen.kind == "pronoun":
            continue
        if alike is not None and draft.nouns & alike and not draft.words - sighting.words:
            return draft
        if (
            alike is None
            and draft.kind in ("civilians", "crowd", "person")
            and parse.head(parse.tokens[seen.head]).lemma in DEATHLY
        ):
            return draft
    return None


def same_name(casting: Casting, sighting: Sighting) -> Draft | None:
    """The named draft whose name, or whose surname, is just this capitalised word: "Congress", "Baker" after "Ana Baker"."""
    if sighting.core_last - sighting.core_first != 1 or sighting.counted or sighting.owner is not None:
        return None
    word = casting.parse.tokens[sighting.head]
    if not word.text[:1].isupper() or sighting.first < sighting.core_first or word.pos != "PROPN":
        return None
    wanted = word.text.casefold()
    for draft in casting.drafts:
        if not draft.named or draft.kind == "state":
            continue
        first = draft.sightings[0].spelled
        if first == wanted if draft.kind != "person" else first.split()[1:][-1:] == [wanted]:
            return draft
    return None


def office(key: str, told: frozenset[str]) -> tuple[str, frozenset[str]]:
    """A title and its modifiers, one title for the head of a government: "the PM" is the prime minister."""
    return ("minister", told | {"prime"}) if key in HEADS_OF_GOVERNMENT else (key, told)


def offices(draft: Draft) -> tuple[set[str], set[str]]:
    """The titles of a draft and their modifiers, see `office`."""
    if not draft.nouns & HEADS_OF_GOVERNMENT:
        return draft.nouns, draft.words
    return draft.nouns | {"minister"}, draft.words | {"prime"}
