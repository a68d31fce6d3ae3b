"""Persons: whom a title or an epithet without a name means: "the minister", "the French leader", "the accused"."""

from collections.abc import Iterator

from sayso.naming.clauses import doers_beside
from sayso.naming.drafts import MEMORY, Casting, Draft
from sayso.naming.evidence import agrees, held_elsewhere
from sayso.naming.known_by_name import KIN
from sayso.naming.offices import HEADS
from sayso.naming.otherwise import office, offices
from sayso.naming.sighting import Sighting
from sayso.naming.wordlists import words

# Words for those who have one of several titles.
OF_TITLES: dict[str, frozenset[str]] = {
    "lawmaker": words("mp senator congressman congresswoman deputy representative parliamentarian legislator"),
    "legislator": words("mp senator congressman congresswoman deputy representative parliamentarian lawmaker"),
    "parliamentarian": words("mp lawmaker legislator deputy"),
    "mp": words("lawmaker parliamentarian legislator deputy"),
    "deputy": words("lawmaker legislator"),
    "judge": words("justice magistrate"),
    "diplomat": words("ambassador envoy"),
    "envoy": words("ambassador"),
    "monarch": words("king queen emir sultan"),
    "pontiff": words("pope"),
}  # fmt: skip
HEADING = words("president minister premier chancellor king queen emir sultan pope leader chairman")
ACCUSED = frozenset({"accuse", "accused", "defendant", "suspect"})
CHARGED = words("charge accuse arrest indict convict sentence prosecute jail detain remand try acquit imprison")
TRIED = words("trial arrest conviction charge case indictment")
CONFESSING = words("plead confess")


def person_meant(casting: Casting, sighting: Sighting, owner: Draft | None) -> tuple[Draft | None, str]:
    """The person of a name whom a definite title, word for a leader or word for who is charged means, and the rule."""
    if sighting.number != "one":
        return None, ""
    for draft, because in _rules(casting, sighting, owner):
        if draft is not None:
            return draft, because
    return None, ""


def _rules(casting: Casting, sighting: Sighting, owner: Draft | None) -> Iterator[tuple[Draft | None, str]]:
    yield _titled(casting, sighting, owner), "the title of someone named"
    yield _leading(casting, sighting, owner), "who leads that state"
    yield (
        None if sighting.regions else _told_of(casting, sighting, owner),
        "the only person that was told of just before",
    )
    yield _charged(casting, sighting) if owner is None else None, "the only one who is charged"


def _titled(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """A person named with that title: "the minister" after "Foreign Minister Sergei Lavrov"."""
    key, told = office(sighting.key, sighting.words)
    titles = OF_TITLES.get(key, frozenset())
    for _, draft in reversed(casting.recent[-MEMORY:]):
        nouns, words_of = offices(draft)
        titled = draft.kind == "person" and draft.named and (key in nouns or bool(titles & nouns))
        titled = titled and told - PASSING <= words_of and not held_elsewhere(casting, sighting, draft)
        titled = titled and not kin_of_another(casting, sighting, draft, owner)
        if titled and agrees(sighting, draft, owner) and not (sighting.country and sighting.country != draft.country):
            return draft
    return None


PASSING = frozenset(
    {"new", "current", "outgoing", "incumbent", "top", "senior", "embattled", "late", "longtime", "same"}
)


def _leading(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """The one of a state who is named and heads it, for "the French leader" or an office that the registry knows to be his."""
    if sighting.regions and sighting.key == "leader":
        return _leading_there(casting, sighting)
    if owner is None or owner.kind != "state" or sighting.country is None:
        return None
    key, told = office(sighting.key, sighting.words)
    named = " ".join([*sorted(told - PASSING - {"visiting", "acting"}), sighting.key])
    others = doers_beside(casting, sighting)
    found = [
        draft for draft in casting.drafts
        if draft.kind == "person" and draft.named and draft.country == sighting.country and draft not in others
        and any(one.head < sighting.head for one in draft.sightings)
        and (_heads(casting, draft, owner) if key == "leader" and not told - PASSING else _held(casting, draft, owner, named))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _leading_there(casting: Casting, sighting: Sighting) -> Draft | None:
    """The one who heads a state of a region, of those named in this sentence and the one before ("the South American leader")."""
    others = doers_beside(casting, sighting)
    found: list[Draft] = []
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if sighting.sentence - seen.sentence > 1:
            break
        state = casting.registry.state(draft.country) if draft.country is not None and draft.kind == "person" else None
        if state is None or state.region not in sighting.regions or draft in found or draft in others:
            continue
        if draft.named and any(role in HEADS and of == state.id for role, of in _offices(casting, draft)):
            found.append(draft)
    return found[0] if len(found) == 1 else None


def _offices(casting: Casting, draft: Draft) -> set[tuple[str, str]]:
    return casting.registry.offices.get(draft.entry.id, set()) if draft.entry is not None else set()


def _heads(casting: Casting, draft: Draft, state: Draft) -> bool:
    """Does a person lead a state, by the registry or by the titles that the text gives?"""
    if any(_held(casting, draft, state, one) for one in HEADS):
        return True
    return draft.entry is None and bool(draft.nouns & HEADING) and not draft.words & LESS


LESS = words("foreign interior defence defense health finance former ex deputy vice ambassador party opposition")


def _held(casting: Casting, draft: Draft, state: Draft, role: str) -> bool:
    """Does the registry know a person to hold, or to have held, an office of a state?"""
    if draft.entry is None or state.entry is None:
        return False
    return (role, state.entry.id) in _offices(casting, draft)


def _told_of(casting: Casting, sighting: Sighting, owner: Draft | None) -> Draft | None:
    """The one person of a name that the text has just told of, for what else he is ("Ana Brandt left. The lawyer said").

    Only where nobody else was called so, nothing after the word tells who is meant, and no other person was named just before.
    """
    parse, token = casting.parse, casting.parse.tokens[sighting.head]
    this = any(one.lemma in ("this", "that") for one in parse.dependents(token, "det"))
    if (
        sighting.key not in EPITHETS
        or this
        or not sighting.subject
        or any(parse.dependents(token, "poss", "relcl", "acl", "prep", "appos", "nummod"))
    ):
        return None
    if owner is not None and owner.kind not in ("state", "party"):
        return None
    if any(
        sighting.key in one.nouns and any(seen.head < sighting.head for seen in one.sightings) for one in casting.drafts
    ):
        return None
    others = doers_beside(casting, sighting)
    near: list[Draft] = []
    for seen, draft in reversed(casting.recent[-MEMORY:]):
        if sighting.sentence - seen.sentence > NEAR:
            break
        if (
            draft.kind == "person"
            and draft.number == "one"
            and draft not in near
            and not (seen.kind == "nominal" and seen.other)
        ):
            near.append(draft)
    known = _foremost(near)
    if known is None or not known.named or known in others or known.nouns & HEADING:
        return None
    elsewhere = sighting.country is not None and known.country not in (None, sighting.country)
    other = sighting.gender is not None and known.gender not in (None, sighting.gender)
    return None if elsewhere or other else known


def _foremost(near: list[Draft]) -> Draft | None:
    """The only one of those named near, or who is by far told of most."""
    if len(near) < TWO:
        return near[0] if near else None
    first, second = sorted(near, key=lambda one: -one.mentions)[:TWO]
    return first if first.mentions >= FEWEST and first.mentions >= TWO * second.mentions else None


TWO, FEWEST = 2, 3
NEAR = 2  # sentences
EPITHETS = words(
    """
    man woman boy girl teenager politician lawmaker legislator businessman businesswoman entrepreneur billionaire lawyer activist
    journalist reporter teacher student professor doctor singer actor actress artist writer author player coach cleric priest bishop
    pastor preacher resident candidate veteran economist scientist psychiatrist tycoon dissident campaigner leader
    """
)


def _charged(casting: Casting, sighting: Sighting) -> Draft | None:
    """The only person of a name whom the text tells to be charged, arrested or tried, for "the accused"."""
    if (
        sighting.key not in ACCUSED
        or sighting.words - {"murder", "alleged", "prime", "main"}
        or _several(casting, sighting)
    ):
        return None
    found = [
        draft for draft in casting.drafts
        if draft.kind == "person" and draft.named and _is_charged(casting, draft, sighting.head)
    ]  # fmt: skip
    told = any(ACCUSED & one.nouns and not one.named and one.kind in ("person", "civilians") for one in casting.drafts)
    return found[0] if len(found) == 1 and not told else None


def _several(casting: Casting, sighting: Sighting) -> bool:
    """Are several meant by a word that may be one or many ("the accused were")?"""
    token = casting.parse.tokens[sighting.head]
    verb = casting.parse.head(token)
    auxiliaries = (verb, *casting.parse.dependents(verb, "aux", "auxpass"))
    return token.dep in ("nsubj", "nsubjpass") and any(
        one.text.lower() in ("were", "are", "have") for one in auxiliaries
    )


def _is_charged(casting: Casting, draft: Draft, before: int) -> bool:
    return any(one.head < before and _done_to(casting, one) for one in draft.sightings)


def _done_to(casting: Casting, seen: Sighting) -> bool:
    """Does a naming tell of somebody who is charged or tried ("police charged her", "his trial", "she pleaded guilty")?"""
    parse = casting.parse
    token = parse.tokens[seen.head]
    above = parse.head(token)
    if token.dep in ("dobj", "nsubjpass"):
        return above.lemma in CHARGED
    if token.dep == "nsubj":
        return above.lemma in CONFESSING
    if token.dep == "poss":
        return above.lemma in TRIED
    if token.dep == "pobj" and above.lemma in ("of", "against"):
        return parse.head(above).lemma in TRIED
    return False


def kin_of_another(casting: Casting, sighting: Sighting, draft: Draft, owner: Draft | None) -> bool:
    """Is it someone's relative ("my father"), and not the same one's as the draft ("his father")?"""
    owned = any(casting.parse.dependents(casting.parse.tokens[sighting.head], "poss"))
    return sighting.key in KIN and owned and (owner is None or owner is not draft.owner)
