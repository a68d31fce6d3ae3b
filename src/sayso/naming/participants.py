"""Participants: the actors that the agent or patient spans of an event name."""

import re
from bisect import bisect_left

from sayso.model import Cast, Mention, Parse, Span, Token
from sayso.naming.pairs import counts_two
from sayso.naming.phrases import partitive
from sayso.naming.wordlists import words
from sayso.resources.people import People

# What someone has or is hit in: "IS bases", "civilian casualties", "rebel positions" mean those they belong to.
BELONGINGS = words(
    """
    base basis position stronghold target casualty convoy vehicle site camp camps hideout headquarters facility checkpoint
    death loss militant commander member leader fighter side life property home house flat office car truck interest
    property asset installation depot bunker patrol ranks rank post outpost hand troop plane warplane jet aircraft
    helicopter drone missile artillery airstrike strike attack raid offensive bombardment shelling operation campaign
    advance assault bombing fire gunfire rocket mortar tank force body remains supporter ship vessel embassy mission
    gains move decision action demonstration protest rally march strike crackdown regime line lines store shop
    business bus team newspaper unit infrastructure oil equipment weapon arsenal supply fleet group official
    statement proposal offer plan request claim accusation allegation policy sanction presence account passport licence
    license visa reinforcement gathering barracks fortification tunnel warehouse tactic effort survey poll study report
    power airpower firepower resolution concentration grouping letter attempt rhetoric remark comment conduct behaviour behavior handling treatment
    """
)


def actors_of(cast: Cast, parse: Parse, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """Ids of the actors that agent or patient spans name; () where they name no one ("the town", "areas not held").

    A mention with the span's own head is meant; conjoined heads give several actors; a belonging gives its owner
    ("IS bases"). A mention deep inside a span ("the street where rebels fought") counts for nothing.
    """
    found: dict[str, None] = {}
    for span in spans:
        for actor in _named(cast, parse, span):
            found.setdefault(actor)
    return tuple(found)


def _named(cast: Cast, parse: Parse, span: Span) -> list[str]:
    root = parse.root_of(span)
    if root is None:
        return []
    found: list[str] = []
    for head in conjoined(parse, root, span):
        mention = mention_at(cast, head) or _counted(cast, parse, head)
        if mention is not None and mention.kind == "demonym" and _of_another(parse, head):
            return found
        if mention is not None and mention.kind == "demonym" and _of_a_person(parse, head):
            mention = _described(cast, parse, head)
            if mention is None:  # "as a Ghanaian citizen"
                return found
        introduced = _named_after(cast, parse, head)
        if introduced is not None:
            return [*found, introduced.actor]
        several = _pair_of(cast, parse, head, mention) or _sharing(cast, parse, head, mention)
        if several:
            found.extend(several)
            continue
        if mention is not None:
            found.extend(_joined(cast, parse, mention, span))
            found.extend(one for one in (mention.actor, *_hyphened(cast, parse, head)) if one not in found)
            continue
        found.extend(_of_owner(cast, parse, head, span) or _ending_in(cast, head))
    closing = _closing(cast, parse, span)
    if (
        closing is not None
        and (closing.actor not in found or len(found) == 1)
        and (not found or (closing.kind == "name" and (closing.span == span or _titled(cast, closing, found))))
    ):
        return [closing.actor]
    return found or _by_name(cast, span.words(parse.text))


def _named_after(cast: Cast, parse: Parse, head: Token) -> Mention | None:
    """The group whose name a state's name only introduces: the Front of "Ghana's Northern Front", which is not Ghana."""
    above = mention_at(cast, parse.head(head)) if head.dep in ("poss", "compound", "nmod", "amod") else None
    if above is None or above.kind not in ("name", "nominal"):
        return None
    state, group = mention_at(cast, head), cast.actor(above.actor)
    whose = cast.actor(state.actor) if state is not None else None
    groups = ("armed_group", "party", "ngo", "company", "media", "civilians", "crowd")
    return above if whose and group and whose.kind == "state" and group.kind in groups else None


def _pair_of(cast: Cast, parse: Parse, head: Token, mention: Mention | None) -> tuple[str, ...]:
    """The two whom "the two sides", "both leaders" name, or "they" after "Prado and Brandt", told one by one; else ()."""
    actor = cast.actor(mention.actor) if mention is not None and mention.kind in ("nominal", "pronoun") else None
    if actor is None or mention is None or actor.registry is not None or len(actor.members) != TWO:
        return ()
    if mention.kind == "nominal" and not counts_two(parse, head):
        return ()
    return actor.members if COUNTED.match(actor.names[0]) or mention.kind == "pronoun" else ()


TWO = 2
COUNTED = re.compile(r"(?:the two|both)\b", re.IGNORECASE)


def _joined(cast: Cast, parse: Parse, mention: Mention, span: Span) -> list[str]:
    """The states and governments that are joined with a body's own in the words of a span.

    "Ghanaian and Peruvian warplanes" and "regime and allied Peruvian jets" are Peru's and another's.
    """
    own = cast.actor(mention.actor)
    if mention.kind not in ("name", "nominal") or own is None:
        return []
    if own.kind not in ("military", "armed_group") and (own.registry is None or own.kind not in BODIES):
        return []
    found: list[str] = []
    at = parse.within(mention.span)[0].i - 1
    while at > 0 and parse.tokens[at].pos in ("ADJ", "VERB") and parse.tokens[at].lemma in ALLIED:
        at -= 1
    while at > 0 and parse.tokens[at].text in ("and", "or", ",") and span.start < parse.tokens[at].start:
        last = parse.tokens[at - 1]
        other = next((one for one in _ending_at(cast, last) if one.actor != mention.actor), None)
        actor = cast.actor(other.actor) if other is not None else None
        if other is None or actor is None or (actor.kind != "state" and actor.kind not in BODIES):
            break
        found.insert(0, other.actor)
        at = parse.within(other.span)[0].i - 1
    return found


def _sharing(cast: Cast, parse: Parse, head: Token, mention: Mention | None) -> tuple[str, ...]:
    """The groups that share the noun after them: both in "Northern Front and Guides Brigade fighters"; () for one alone."""
    beside = head.dep in ("compound", "nmod") and any(parse.dependents(head, "conj"))
    above = parse.head(head) if beside else head
    of = partitive(parse, above)
    found = _before_noun(cast, parse, of or above)
    return found if len(found) > 1 and (mention is None or of is not None or mention.actor in found) else ()


def _before_noun(cast: Cast, parse: Parse, noun: Token) -> tuple[str, ...]:
    """The groups whose names stand right before a noun, joined by "and"."""
    if noun.pos != "NOUN" or noun.lemma.lower() not in BELONGINGS:
        return ()
    found: list[str] = []
    at = noun.i - 1
    while at > 0 and parse.tokens[at].text.islower() and parse.tokens[at].pos in ("ADJ", "NOUN"):
        at -= 1
    while at >= 0:
        named = next((one for one in _ending_at(cast, parse.tokens[at]) if one.kind == "name"), None)
        actor = cast.actor(named.actor) if named is not None else None
        if named is None or actor is None or actor.kind not in GROUPS:
            break
        found.insert(0, named.actor)
        at = parse.within(named.span)[0].i - 1
        if at < 1 or parse.tokens[at].text not in ("and", "or", ","):
            break
        at -= 1
    return tuple(dict.fromkeys(found))


GROUPS = frozenset({"armed_group", "party", "ngo", "company"})


def _hyphened(cast: Cast, parse: Parse, head: Token) -> list[str]:
    """The state that a hyphen joins to a state's name or adjective ("the Ghanaian-Peruvian talks")."""
    if not _is_state(cast, head):
        return []
    found = []
    for dash, other in ((head.i - 1, head.i - 2), (head.i + 1, head.i + 2)):
        inside = 0 <= other < len(parse.tokens) and parse.tokens[dash].text in HYPHENS
        if inside and _is_state(cast, parse.tokens[other]):
            mention = mention_at(cast, parse.tokens[other])
            found += [mention.actor] if mention is not None else []
    return found


def _is_state(cast: Cast, token: Token) -> bool:
    mention = mention_at(cast, token)
    actor = cast.actor(mention.actor) if mention is not None and mention.kind in ("name", "demonym") else None
    return actor is not None and actor.kind == "state"


HYPHENS = frozenset({"-", "‑", "–"})


def _ending_at(cast: Cast, last: Token) -> list[Mention]:
    """The mentions whose words end with a token, the longest first."""
    at = bisect_left(cast.mentions, last.start, key=lambda one: one.head.start)
    near = cast.mentions[max(0, at - 2) : at + 1]
    return sorted((one for one in near if one.span.end == last.end), key=lambda one: one.span.start)


def _ending_in(cast: Cast, head: Token) -> list[str]:
    """The actor whose words end with a head that is not their own, as in "US-led coalition" where a parser takes "led" for it."""
    return [one.actor for one in _ending_at(cast, head)[:1] if one.kind != "pronoun"]


ALLIED = frozenset({"ally", "allied", "alleged", "suspected", "suspect"})
BODIES = frozenset({"military", "police", "government_body"})


def _of_another(parse: Parse, head: Token) -> bool:
    """Does an adjective of a state only tell where, because the noun is someone else's ("her Ghanaian visit")?"""
    described = head.dep in ("amod", "compound", "nmod")
    return described and any(parse.dependents(parse.head(head), "poss"))


def _described(cast: Cast, parse: Parse, head: Token) -> Mention | None:
    """Someone whom an adjective of a state describes: the citizen of "a Ghanaian citizen", who is not Ghana."""
    above = mention_at(cast, parse.head(head))
    actor = cast.actor(above.actor) if above is not None else None
    return above if actor is not None and actor.kind in ("person", "civilians", "crowd") else None


def _of_a_person(parse: Parse, head: Token) -> bool:
    """Does an adjective describe people, one by one or as civilians, and no force or body?"""
    noun = People.open().noun(parse.head(head).lemma.lower()) if head.dep in ("amod", "compound", "nmod") else None
    if noun is None:
        return False
    return (noun.one if parse.head(head).tag == "NN" else noun.many) in ("person", "civilians", "crowd")


def _titled(cast: Cast, closing: Mention, found: list[str]) -> bool:
    """Does a person's name close a phrase that begins with the title ("Councillor for Works, Ana Brandt")?"""
    name, title = cast.actor(closing.actor), cast.actor(found[0])
    return len(found) == 1 and name is not None and title is not None and name.kind == title.kind == "person"


def _by_name(cast: Cast, words: str) -> list[str]:
    """The actor that the text elsewhere calls by just these words; a state that is none here is only a place."""
    found = next((actor for actor in cast.actors if words in actor.names), None)
    return [found.id] if found is not None and found.kind != "state" else []


def _closing(cast: Cast, parse: Parse, span: Span) -> Mention | None:
    """The mention that closes a span whose own head is no mention, as where the parser lost the phrase's shape.

    Nothing but determiners, numbers, adjectives and titles may stand before it in the span.
    """
    at = bisect_left(cast.mentions, span.end, key=lambda m: m.head.end) - 1
    best: Mention | None = None
    for mention in reversed(cast.mentions[max(0, at - 3) : at + 2]):
        if not span.covers(mention.head):
            continue
        if mention.span == span:
            return mention
        closes = mention.head.end == span.end and all(
            token.pos in SHAPELESS for token in parse.within(span) if token.end <= mention.span.start
        )
        if best is None and (closes or mention.span.covers(span)):
            best = mention
    return best


SHAPELESS = frozenset({"DET", "NUM", "ADJ", "PROPN", "NOUN", "PRON", "ADV"})


def conjoined(parse: Parse, root: Token, span: Span) -> list[Token]:
    """The head of a phrase and the heads conjoined with it inside the span, in the order of the text."""
    found = [root]
    for token in found:
        found.extend(t for t in parse.dependents(token, "conj") if span.start <= t.start and t.end <= span.end)
    return sorted(found, key=lambda token: token.i)


def mention_at(cast: Cast, token: Token) -> Mention | None:
    """The mention whose head is the token."""
    at = bisect_left(cast.mentions, token.start, key=lambda m: m.head.start)
    if at < len(cast.mentions) and cast.mentions[at].head == token.span:
        return cast.mentions[at]
    return None


def _counted(cast: Cast, parse: Parse, token: Token) -> Mention | None:
    """The mention of the amount that a noun is counted by: "dozens of protesters" for "protesters"."""
    of = parse.head(token)
    if token.dep == "pobj" and of.lemma == "of" and partitive(parse, parse.head(of)) is token:
        return mention_at(cast, parse.head(of))
    return None


def _of_owner(cast: Cast, parse: Parse, head: Token, span: Span) -> list[str]:
    """The actors whose belonging the head is, from its modifiers and its "of" phrase."""
    inner = partitive(parse, head)
    if inner is not None and span.covers(inner.span):
        mention = mention_at(cast, inner)
        return [mention.actor] if mention is not None else []
    if head.lemma.lower() not in BELONGINGS:
        return []
    for token in reversed(list(parse.dependents(head, "poss", "compound", "amod", "nmod"))):
        mention = mention_at(cast, token)
        if mention is not None and span.covers(token.span):
            return [mention.actor]
    for of in parse.dependents(head, "prep"):
        if of.lemma in ("of", "by"):
            for token in parse.dependents(of, "pobj"):
                mention = mention_at(cast, token)
                if mention is not None and span.covers(token.span):
                    return [mention.actor]
    return []
