"""Nominals: common nouns that stand for someone: "the rebel group", "three soldiers", "residents", "the wounded"."""

from sayso.model import ActorKind, Parse, Token
from sayso.naming.belonging import of_a_state, opposed, owner_of
from sayso.naming.no_one import COLLECTIVE, before_its_name, likened, no_one, speaks
from sayso.naming.otherwise import OF_THE_STATE
from sayso.naming.phrases import AMOUNTS, FATED, GATHERED, SAYING, acts, bounds, counted_of, only_its_country, partitive
from sayso.naming.sighting import Bounds, Number, Sighting
from sayso.naming.titles import role
from sayso.naming.wordlists import NOBODY, WORDS_OF
from sayso.resources.actors import Registry
from sayso.resources.people import Noun, People

ARGUMENT = frozenset(
    {"nsubj", "nsubjpass", "dobj", "iobj", "dative", "pobj", "conj", "poss", "appos", "ROOT", "agent", "oprd",
     "nmod", "npadvmod", "dep", "ccomp", "pcomp", "acl", "advcl", "xcomp", "relcl", "parataxis", "csubj", "acomp"}
)  # fmt: skip
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
OTHER = frozenset(
    {"other", "another", "more", "further", "additional", "second", "third", "fourth", "new", "different"}
)


OF_AN_ARMY = frozenset({"army", "military", "naval", "navy", "intelligence", "marine", "commanding"})
ANY_OF_THEM = frozenset({"a", "an", "each", "every", "any", "either", "neither", "no"})


def nominal(
    parse: Parse, token: Token, people: People, registry: Registry, by_head: dict[int, Sighting]
) -> Sighting | None:
    """The sighting of a nominal, None where the token is no one."""
    if (
        token.pos in ("PUNCT", "AUX", "ADP", "CCONJ", "SCONJ", "PART", "SPACE", "SYM", "INTJ")
        or counted_of(parse, token)
        or only_its_country(parse, token)
        or likened(parse, token)
        or before_its_name(parse, token, by_head)
        or opposed(parse, token)
    ):
        return None
    inner = partitive(parse, token)
    counted_noun = _noun(parse, inner, people) if inner is not None and token.lemma in AMOUNTS else None
    noun = counted_noun or _noun(parse, token, people) or (_noun(parse, inner, people) if inner is not None else None)
    named_by = inner if inner is not None and token.lemma not in GATHERED else token
    amount = inner is not None or token.pos == "NUM" or (token.lemma in AMOUNTS and noun is None)
    if noun is None:
        noun = _unknown(parse, token, inner, by_head)
    if noun is None or not _stands(parse, token, noun, people, by_head):
        return None
    asking = [
        child.lemma for child in parse.dependents(token, "poss", "det") if child.lemma in ("whose", "what", "which")
    ]
    if asking and not (asking == ["which"] and parse.head(token).dep == "relcl"):  # "the town which rebels entered"
        return None
    if token.lemma.lower() == "bomber" and noun.group == "attackers" and _an_aircraft(parse, token, by_head):
        noun = people.noun("bomber_aircraft") or noun
    edges = bounds(parse, token)
    joined = after_joined(parse, token, edges.first, by_head) if noun.collective else 0
    if joined:
        edges = Bounds(joined, edges.last, joined, edges.core_last)
    children = [parse.tokens[i] for i in parse.children[token.i] if i < token.i]
    if joined:
        children = list(parse.tokens[joined : token.i])
    lemmas = [child.lemma for child in children]
    number = _number(token, inner, noun)
    owner = owner_of(parse, token, inner, by_head)
    if owner is not None and owner.head < joined:
        owner = next((by_head[i] for i in reversed(range(joined, token.i)) if i in by_head), None)
    if token.lemma.lower() in MACHINES and owner is None and not acts(parse, token):
        return None
    known = registry.roles.get(token.text.lower()) if not role(parse, token).endswith("-general") else None
    police = (
        noun.group == "officers" and not set(lemmas) & OF_AN_ARMY
    )  # an officer is the police's, unless told otherwise
    return Sighting(
        head=token.i, first=edges.first, last=edges.last, core_first=edges.core_first, core_last=edges.core_last,
        kind="nominal", sentence=token.sentence, key=role(parse, named_by), noun=noun, number=number,
        actor_kind=_kind(noun, number, lemmas),
        sector=sector_of(noun, _kind(noun, number, lemmas), known.sector if known is not None and not police else None),
        words=modifiers(parse, children, owner, fleeting=noun.group != "states"),
        country=owner.country if owner is not None and of_a_state(owner) else None, owner=owner,
        definite=any(lemma in DEFINITE for lemma in lemmas) or any(t.dep == "poss" for t in children),
        counted=amount or any(t.dep == "nummod" or t.lemma in ("several", "many", "some", "few") for t in children),
        other=any(lemma in OTHER for lemma in lemmas) or token.lemma == "other" or bool(ANY_OF_THEM & set(lemmas)),
        subject=token.dep in ("nsubj", "nsubjpass", "agent"), gender=people.gendered.get(token.lemma.lower()),
        because=f"{named_by.lemma} is a word for {noun.group}", places=placed(parse, token, by_head),
    )  # fmt: skip


def after_joined(parse: Parse, token: Token, first: int, by_head: dict[int, Sighting]) -> int:
    """Where the phrase of a body begins after another state's ("government planes" in "Ghanaian and government planes"); 0 elsewhere."""
    joining = [i for i in range(first + 1, token.i - 1) if parse.tokens[i].lemma in ("and", "or")]
    if not joining or not any(i in by_head and by_head[i].actor_kind in STATELY for i in range(first, joining[-1])):
        return 0
    return joining[-1] + 1


STATELY = frozenset({"state", "government_body", "military", "police"})


def sector_of(noun: Noun, kind: ActorKind, of_role: str | None) -> str | None:
    """The sector of a nominal: soldiers' for fighters of the state, else the role's, else the noun's."""
    if kind == "military" and noun.sector == "REB":
        return "MIL"
    return of_role or noun.sector


def modifiers(parse: Parse, children: list[Token], owner: Sighting | None, *, fleeting: bool) -> frozenset[str]:
    """The lemmas of what modifies a noun and its modifiers ("human rights group"), the owner's own name left out.

    fleeting: what it does just now does not count ("the fleeing rebels" are the rebels; "developing countries" differ).
    """
    known = owner is not None and (owner.entry is not None or owner.actor_kind == "person")
    own = range(owner.core_first, owner.core_last) if known and owner is not None else range(0)
    found = [t for t in children if t.dep in ("amod", "compound", "nmod", "conj") and t.i not in own]
    inner = [t for one in found for t in parse.dependents(one, "amod", "compound", "npadvmod") if t.i not in own]
    return frozenset(t.lemma.lower() for t in (*found, *inner) if not (fleeting and t.tag == "VBG"))


def placed(parse: Parse, token: Token, by_head: dict[int, Sighting]) -> frozenset[str]:
    """The words of the place that a phrase puts someone in, where that is no one: "London" in "the mayor of London"."""
    whose = [
        noun
        for prep in parse.dependents(token, "prep")
        if prep.lemma in ("of", "for")
        for noun in parse.dependents(prep, "pobj")
    ]
    whose += [child for child in parse.dependents(token, "compound", "nmod", "poss") if child.i < token.i]
    return frozenset(one.text.casefold() for one in whose if one.pos == "PROPN" and one.i not in by_head)


def _noun(parse: Parse, token: Token, people: People) -> Noun | None:
    lemma = token.lemma.lower()
    if token.pos == "ADJ" and token.dep in ("amod", "compound") and lemma in BEFORE_NOUNS:
        return people.noun(lemma)
    if token.pos in ("VERB", "ADJ"):
        wanted = ("det",) if lemma not in ("other", "accused") else ("det", "nummod", "amod")
        if (
            token.dep not in ARGUMENT
            or not any(parse.dependents(token, *wanted))
            or any(parse.dependents(token, "nsubj", "dobj"))
        ):
            return None
        return people.noun(token.text.lower()) if token.text.lower() in NOMINALISED else None
    if token.pos not in ("NOUN", "PROPN", "PRON", "X"):
        return None
    if lemma == "power" and token.tag != "NNS":
        return None
    before = parse.tokens[token.i - 1] if token.i else None
    if lemma == "general" and role(parse, token) != lemma:
        return people.noun("secretary-general")
    pair = f"{before.lemma.lower()}_{lemma}" if before is not None and before.head == token.i else lemma
    return people.noun(pair, lemma, token.text.lower())


OF_AIRCRAFT = frozenset({"strategic", "heavy", "carrier", "stealth", "range", "nuclear"})
# Machines are meant as the force that owns or sends them.
MACHINES = frozenset({"plane", "warplane", "tank", "warship", "helicopter", "jet", "aircraft", "drone", "gunship", "frigate",
                      "submarine", "destroyer", "artillery", "convoy"})  # fmt: skip
BEFORE_NOUNS = frozenset({"terrorist", "rebel", "military", "militant", "insurgent", "civilian", "jihadist", "opposition",
                          "government", "guerrilla", "separatist", "paramilitary"})  # fmt: skip
# What belongs to those named before it, and what they do.
STRUCK = frozenset({"post", "position", "base", "site", "convoy", "vehicle", "stronghold", "casualty", "death", "target",
                    "headquarters", "hideout", "camp", "airport", "airfield", "aircraft", "loss", "life", "toll", "area",
                    "neighborhood", "neighbourhood", "home", "house", "checkpoint", "rank", "airbase", "fatality", "gathering",
                    "concentration"})  # fmt: skip
STRIKING = frozenset({"attack", "strike", "airstrike", "offensive", "bombing", "bombardment", "shelling", "raid", "assault",
                      "fire", "advance", "operation", "campaign", "crackdown", "ambush", "rocket", "mortar", "coup",
                      "protest", "demonstration", "rally", "leader", "takeover", "activity", "device", "rocketry",
                      "explosive", "bomb", "shell", "missile", "gunfire"})  # fmt: skip
NOMINALISED = frozenset({"wounded", "injured", "dead", "displaced", "accused", "elderly", "faithful", "other", "others",
                         "deceased", "opposition", "military", "insurgent", "militant", "rebel"})  # fmt: skip
PERSONS = Noun("civilians", "person", "civilians", "CVL", False)
SPEAKER = Noun("speakers", "other", "other", None, True)


def _an_aircraft(parse: Parse, token: Token, by_head: dict[int, Sighting]) -> bool:
    """Is a bomber an aircraft ("two Japanese bombers", "a long-range bomber"), and nobody who throws bombs?"""
    before = [child for child in parse.dependents(token, "amod", "compound", "nmod") if child.i < token.i]
    if any(child.lemma.lower() in ("suicide", "car", "lone", "would", "alleged", "suspected") for child in before):
        return False
    states = [by_head[child.i] for child in before if child.i in by_head]
    return any(one.actor_kind == "state" for one in states) or any(t.lemma.lower() in OF_AIRCRAFT for t in before)


def _unknown(parse: Parse, token: Token, inner: Token | None, by_head: dict[int, Sighting]) -> Noun | None:
    """What a word unknown to the lexicon may stand for: a bare number of people, or a subject that speaks."""
    if token.lemma in ("anyone", "someone", "everyone", "anybody", "everybody", "somebody", "nobody"):
        return PERSONS
    verb = parse.head(token)
    bare = token.pos == "NUM" or token.lemma in AMOUNTS or token.lemma == "other"
    if bare and inner is None and token.dep in ("nsubj", "nsubjpass", "dobj", "conj"):
        fated = verb.lemma in FATED or parse.head(verb).lemma in FATED or token.lemma == "other"
        telling = token.dep == "nsubj" and verb.lemma in SAYING and any(parse.dependents(token, "det"))
        return PERSONS if fated or telling else None
    if inner is not None and inner.i in by_head:
        of = by_head[inner.i]
        if of.actor_kind == "state":  # "parts of the country" is a place
            return None
        return Noun("members", of.actor_kind, of.actor_kind, of.sector, collective=False)
    said = speaks(token, verb) and token.lemma not in NOBODY | WORDS_OF
    return SPEAKER if said and inner is None else None


def _stands(parse: Parse, token: Token, noun: Noun, people: People, by_head: dict[int, Sighting]) -> bool:
    """Does the noun head its phrase, or act from before a noun that is no one ("rebel attacks")?"""
    if noun.group in ("health", "schools"):
        return acts(parse, token)
    if no_one(parse, token, noun):
        return False
    if token.dep in ARGUMENT:
        return True
    if token.dep in ("compound", "amod", "nmod"):
        above = parse.head(token)
        while above.dep == "compound" and above.head != above.i:
            above = parse.head(above)
        if token.pos == "ADJ" and above.lemma.lower() not in STRUCK | STRIKING:
            return False
        named = above.i in by_head and by_head[above.i].kind == "name"
        return above.pos in ("NOUN", "PROPN", "VERB") and not named and people.noun(above.lemma.lower()) is None
    return False


def _number(token: Token, inner: Token | None, noun: Noun) -> Number:
    if inner is not None:
        return "one" if token.lemma in ("one", "member") and token.tag != "NNS" else "many"
    plural = token.tag in ("NNS", "NNPS") or token.text.lower() in ("people", "police", "others")
    plural = plural or (
        token.dep in ("compound", "amod", "nmod", "npadvmod") and noun.group in COLLECTIVE
    )  # "rebel attacks"
    if noun.collective:
        lost = token.tag == "NNS" and token.dep in ("compound", "nmod", "poss")  # "the regimes strikes", for "regime's"
        return "many" if plural and not lost and token.text.lower() != "police" else "body"
    if token.pos in ("VERB", "ADJ") and token.text.lower() not in ("accused", "deceased"):
        return "many"
    return "many" if plural or token.pos == "NUM" else "one"


def _kind(noun: Noun, number: Number, lemmas: list[str]) -> ActorKind:
    """The actor kind of a noun in its number; modifiers decide for the words that say little."""
    if noun.group in ("groups", "sources", "leaders", "armed", "officials", "officers") or noun.group == "members":
        for lemma in lemmas:
            kind = BY_MODIFIER.get(lemma)
            if kind is not None and number != "one":
                return kind
    if noun.group == "army" and AGAINST & set(lemmas):
        return "armed_group"  # "opposition forces"
    if noun.group == "rebels" and number == "many" and OF_THE_STATE & set(lemmas):
        return "military"  # "government fighters" are no rebels
    return noun.one if number in ("one", "body") else noun.many


AGAINST = frozenset({"opposition", "rebel", "insurgent", "militant", "jihadist", "islamist", "terrorist", "separatist"})
BY_MODIFIER: dict[str, ActorKind] = {
    "rebel": "armed_group",
    "militant": "armed_group",
    "armed": "armed_group",
    "terrorist": "armed_group",
    "terror": "armed_group",
    "jihadist": "armed_group",
    "insurgent": "armed_group",
    "extremist": "armed_group",
    "islamist": "armed_group",
    "paramilitary": "armed_group",
    "guerrilla": "armed_group",
    "separatist": "armed_group",
    "takfiri": "armed_group",
    "military": "military",
    "army": "military",
    "naval": "military",
    "defence": "military",
    "defense": "military",
    "police": "police",
    "security": "police",
    "government": "government_body",
    "state": "government_body",
    "opposition": "party",
    "political": "party",
    "ruling": "party",
    "right": "ngo",
    "rights": "ngo",
    "aid": "ngo",
    "monitoring": "ngo",
    "relief": "ngo",
    "humanitarian": "ngo",
    "environmental": "ngo",
    "media": "media",
    "news": "media",
    "court": "government_body",
    "election": "government_body",
    "company": "company",
    "corporate": "company",
    "airline": "company",
    "bank": "company",
    "university": "other",
    "school": "other",
    "hospital": "other",
    "church": "other",
    "club": "other",
    "community": "other",
}
