"""Titles: role words that stand before or beside a name, and names that stand inside a phrase for the same one."""

from itertools import pairwise

from sayso.model import Parse, Token
from sayso.naming.no_one import ALLIES
from sayso.naming.otherwise import OF_THE_STATE
from sayso.naming.recognised import HONORIFICS
from sayso.naming.sighting import Sighting
from sayso.naming.styles import tie_style
from sayso.resources.people import People

# A generic noun with a name before it is that one: "the SANA news agency", "Islamic State group", "Nusra Front militants".
SAME_GROUPS = frozenset({"groups", "armed", "rebels", "attackers", "media", "companies", "helpers", "parties",
                         "coalitions", "gangs", "communities"})  # fmt: skip
PARTS = frozenset({"team", "unit", "staff", "panel", "council", "squad", "division", "section", "wing", "branch", "camp",
                   "delegation", "board", "personnel", "couple", "pair", "trio", "duo", "side", "crew", "cell"})  # fmt: skip
MEMBERS = frozenset({"fighter", "militant", "terrorist", "jihadist", "rebel", "force", "insurgent", "troop", "gunman",
                     "extremist", "member", "jihadi", "militiaman", "element"})  # fmt: skip


# With these before it a title is another one: the vice president is not the president.
LESSER = frozenset({"vice", "deputy", "assistant", "former", "ex", "acting", "under"})
# A general of these is no soldier.
GENERALS = frozenset(
    {"secretary", "attorney", "director", "governor", "solicitor", "auditor", "consul", "inspector", "surgeon"}
)


def role(parse: Parse, token: Token) -> str:
    """The lemma of a role word, kept apart where the word before or after makes it another role ("vice-president")."""
    word = token.lemma.lower()
    before = _word_before(parse, token)
    if before in LESSER or (word == "general" and before in GENERALS):
        return f"{before}-{word}"
    after = [t.text.lower() for t in parse.tokens[token.i + 1 : token.i + 3]]
    return f"{word}-elect" if "elect" in after and after[0] in ("-", "elect") else word


def _word_before(parse: Parse, token: Token) -> str:
    """The lemma of the word before a token in its sentence, past a hyphen; "" where there is none."""
    at = token.i - 1
    if at > 0 and parse.tokens[at].text in ("-", "‑", "–"):
        at -= 1
    if at < 0 or parse.tokens[at].sentence != token.sentence:
        return ""
    return parse.tokens[at].lemma.lower()


def add_titles(parse: Parse, sighting: Sighting, people: People, by_head: dict[int, Sighting]) -> None:
    """Give a person the titles around the name, tie appositions and generic heads to the name they stand with."""
    if sighting.kind == "name" and sighting.actor_kind in ("person", "other"):
        _before(parse, sighting, people, by_head)
    if sighting.kind == "name" and sighting.actor_kind == "person":
        _of_whom(parse, sighting, by_head)
    if sighting.kind in ("name", "nominal"):
        _beside(parse, sighting, by_head)
    if sighting.kind == "nominal":
        tie_style(parse, sighting, by_head)
        _generic(sighting)
        _after_name(parse, sighting, by_head)
        _followed(parse, sighting, by_head)
        _set_off(parse, sighting, by_head)
        _bracketed(parse, sighting, by_head)
        _joined(parse, sighting, people, by_head)


def titular(token: Token, people: People) -> bool:
    """Is the word a title or a word for what someone is ("Mr", "Mayor")?"""
    return token.text.casefold().strip(".") in HONORIFICS or people.noun(token.lemma.lower()) is not None


def _joined(parse: Parse, sighting: Sighting, people: People, by_head: dict[int, Sighting]) -> None:
    """Tie a title to the name that a second title stands with: "party leader and Prime Minister Ana Brandt"."""
    if sighting.number != "one" or sighting.same_as is not None or sighting.noun is None:
        return
    if any(parse.dependents(parse.tokens[sighting.head], "det", "poss")):
        return
    for token in parse.dependents(parse.tokens[sighting.head], "conj"):
        name = by_head.get(token.i)
        after = parse.tokens[sighting.head + 1] if sighting.head + 1 < len(parse.tokens) else token
        if name is None or name.kind != "name" or after.lemma != "and":
            continue
        titled = any(titular(one, people) for one in parse.tokens[name.first : name.core_first])
        if titled and name.first == after.i + 1:
            sighting.same_as, sighting.because = name, "a title beside another one"
            name.titles = (*name.titles, sighting.key)
            name.owner = name.owner or sighting.owner


def _followed(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Tie a nominal to the name right after it: "a local resident Malik Kasab", "the rebel group Ahrar al-Sham"."""
    if sighting.number == "many" or sighting.same_as is not None or sighting.noun is None:
        return
    for at in range(sighting.last, min(sighting.last + LONGEST_NAME, len(parse.tokens))):
        name = by_head.get(at)
        if name is not None and name.kind == "name" and name.core_first == sighting.last:
            alike = fits(sighting, name) and (sighting.number == "one") == (name.actor_kind == "person")
            if sighting.key in ALLIES and name.actor_kind == "state":
                sighting.same_as, name.first = name, min(name.first, sighting.first)
                return
            unsure = name.entry is None and (name.actor_kind == "other" or name.core_last - name.core_first == 1)
            if name.sentence == sighting.sentence and (alike or unsure):
                if sighting.number == "body" and name.actor_kind in ("other", "person"):
                    name.actor_kind, name.number = sighting.actor_kind, "body"
                sighting.same_as, sighting.because = name, "stands before the name"
                name.first = min(name.first, sighting.first)
                if sighting.number == "one":
                    name.actor_kind, name.number = "person", "one"
                    name.titles = (*name.titles, sighting.key)
                    name.owner = name.owner or sighting.owner
                    name.sector = name.sector or sighting.sector
            return


def _after_name(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Tie a title to the full name right before it, which lost its comma ("Omar Haddad director of the Watch")."""
    beside = _before_owner(parse, sighting, by_head)
    if beside is not None:
        sighting.same_as, sighting.because = beside, "stands after the name"
        if beside.actor_kind == "person":
            beside.titles = (*beside.titles, sighting.key)
        return
    name, head = sighting.owner, parse.tokens[sighting.head]
    if name is None or name.kind != "name" or name.actor_kind != "person" or sighting.number != "one":
        return
    full = name.core_last - name.core_first > 1 and not parse.tokens[name.core_last - 1].text.endswith("s")
    of_it = any(prep.lemma in ("of", "at") for prep in parse.dependents(head, "prep"))
    if full and of_it and name.core_last == head.i and head.text.islower() and sighting.same_as is None:
        sighting.same_as, sighting.owner, sighting.because = name, None, "stands after the name"
        name.titles = (*name.titles, sighting.key)


def _before_owner(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> Sighting | None:
    """The name right before the owner of a nominal, both of which lost their marks ("Northern Front Ghanas largest militia")."""
    owners = [by_head[i] for i in range(max(0, sighting.head - LONGEST_NAME - 2), sighting.head) if i in by_head]
    owners = [one for one in owners if one.kind in ("name", "demonym") and one.sentence == sighting.sentence]
    for name, owner in pairwise(owners):
        lost = parse.tokens[owner.core_last - 1].text
        after = all(token.dep != "punct" for token in parse.tokens[owner.core_last : sighting.head])
        if name.core_last == owner.core_first and lost[-1:] == "s" and name.kind == "name" and after:
            full = name.entry is not None or name.core_last - name.core_first > 1
            return name if full and sighting.number != "many" and fits(sighting, name) else None
    return None


def _set_off(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Tie a title to a full name set off by commas, where the parser lost it: "the minister at the time, Ana Brandt, said"."""
    if sighting.number != "one" or sighting.same_as is not None or not sighting.definite or sighting.noun is None:
        return
    at = sighting.last
    if [token.text.lower() for token in parse.tokens[at : at + 3]] == ["at", "the", "time"]:
        at += 3
    if at + 1 >= len(parse.tokens) or parse.tokens[at].text != ",":
        return
    name = next(
        (by_head[i] for i in range(at + 1, min(at + 1 + LONGEST_NAME, len(parse.tokens))) if i in by_head), None
    )
    if name is None or name.kind != "name" or name.actor_kind != "person" or name.first != at + 1 or name.titles:
        return
    closed = name.last >= len(parse.tokens) or parse.tokens[name.last].text in SET_OFF
    if closed and name.first == name.core_first and name.core_last - name.core_first > 1 and fits(sighting, name):
        sighting.same_as, sighting.because = name, "stands beside the name"
        name.titles = (*name.titles, sighting.key)
        name.owner = name.owner or sighting.owner


def _bracketed(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Tie what brackets tell of a group to its name right before them: "twelve Front rebels (a group banned in Ghana)"."""
    at = sighting.first - 1
    if sighting.number != "body" or sighting.same_as is not None or at < 1 or parse.tokens[at].text != "(":
        return
    before = by_head.get(at - 1)
    name = before.owner if before is not None and before.kind == "nominal" else before
    if name is None:
        name = next(
            (one for i in range(max(0, at - 3), at) if (one := by_head.get(i)) is not None and one.kind == "name"), None
        )
    if (
        name is None
        or name.kind != "name"
        or name.sentence != sighting.sentence
        or name.actor_kind in ("state", "person")
    ):
        return
    if sighting.actor_kind == name.actor_kind or sighting.key in ("group", "organisation", "organization"):
        sighting.same_as, sighting.because = name, "told of the name in brackets"


SET_OFF = frozenset({",", ".", "”", '"', ";"})
LONGEST_NAME = 5


def _before(parse: Parse, sighting: Sighting, people: People, by_head: dict[int, Sighting]) -> None:
    titles = []
    for i in range(sighting.first, sighting.core_last):
        token = parse.tokens[i]
        noun = people.noun(token.lemma.lower()) if token.pos in ("NOUN", "PROPN") else None
        if noun is not None and not noun.collective and i < sighting.core_last - 1:
            titles.append(role(parse, token))
        if i < sighting.core_first and i in by_head and by_head[i].kind != "pronoun" and by_head[i] is not sighting:
            sighting.owner = sighting.owner or by_head[i]
    if titles:
        sighting.titles = tuple(titles)
        inside = parse.tokens[sighting.first : sighting.core_last]
        sighting.words = frozenset(t.lemma.lower() for t in inside if t.i not in by_head and t.pos != "PUNCT")
        sighting.actor_kind = "person"
        outside = parse.tokens[sighting.first : sighting.core_first]
        sighting.places = frozenset(
            t.text.casefold() for t in outside if t.pos == "PROPN" and t.i not in by_head and not titular(t, people)
        )
        noun = people.noun(titles[-1])
        sighting.sector = sighting.sector or (noun.sector if noun is not None else None)


def _beside(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Tie "Jamal Nasser, the health minister" and "the group, Ahrar al-Sham" together."""
    for token in parse.dependents(parse.tokens[sighting.head], "appos"):
        other = by_head.get(token.i)
        if other is None or other.kind in ("pronoun", "demonym") or other is sighting:
            continue
        if other.actor_kind != "person" and sighting.actor_kind == "person" and _listed(parse, token):
            continue
        if fits(sighting, other):
            later, name = (
                (sighting, other) if other.kind == "name" and sighting.kind == "nominal" else (other, sighting)
            )
            later.same_as = name
            later.because = "stands beside the name"
            if name.actor_kind == "person" and later.kind == "nominal":
                name.titles = (*name.titles, later.key)
                name.owner = name.owner or later.owner


def _of_whom(parse: Parse, sighting: Sighting, by_head: dict[int, Sighting]) -> None:
    """Note the body that a person is named with ("Ana Brandt of the Guides' Union"), where nothing else tells whose he is."""
    for prep in parse.dependents(parse.tokens[sighting.head], "prep"):
        if prep.lemma not in ("of", "from", "with", "at") or prep.i != sighting.core_last:
            continue
        for token in parse.dependents(prep, "pobj"):
            body = by_head.get(token.i)
            if body is not None and body.kind == "name" and body.actor_kind not in ("person", "state", "civilians"):
                sighting.owner = sighting.owner or body


def _listed(parse: Parse, token: Token) -> bool:
    """Is a supposed apposition the second item of a list ("the minister, the board, and its staff")?"""
    for conjunct in (*parse.dependents(token, "conj"), *parse.dependents(parse.head(token), "conj")):
        for mark in parse.tokens[token.i + 1 : conjunct.i]:
            if mark.lemma == "and" and parse.tokens[mark.i - 1].text == ",":
                return True
    return False


def fits(one: Sighting, other: Sighting) -> bool:
    """Can two phrases side by side name the same one? Person with person, group with group."""
    if one.entry is not None and other.entry is not None and one.entry.id != other.entry.id:
        return False
    if "state" in (one.actor_kind, other.actor_kind) and (one.actor_kind, one.number) != (
        other.actor_kind,
        other.number,
    ):
        return False  # "those countries, above all Ghana"
    if {one.actor_kind, other.actor_kind} == {"military", "armed_group"} and (one.words | other.words) & OF_THE_STATE:
        return False  # "regime soldiers, Northern Front fighters"
    if "other" in (one.actor_kind, other.actor_kind):
        return "many" not in (one.number, other.number) or one.number == other.number
    if (one.actor_kind == "person") != (other.actor_kind == "person"):
        return False
    return one.counted == other.counted or one.actor_kind == "person"


def _generic(sighting: Sighting) -> None:
    owner = sighting.owner
    if owner is None or owner.kind != "name" or sighting.counted or sighting.noun is None or sighting.same_as:
        return
    if sighting.number == "one":
        return
    before = owner.first >= sighting.first and owner.last <= sighting.head + 1
    if owner.actor_kind in ("state", "person") or owner.actor_kind == "civilians":
        return
    if sighting.key in MEMBERS and owner.actor_kind in ("armed_group", "military", "police", "coalition", "other"):
        sighting.same_as, sighting.because = owner, f"members of {owner.key}"
    elif (
        before
        and sighting.noun.collective
        and (
            sighting.noun.one == owner.actor_kind or (sighting.noun.group in SAME_GROUPS and sighting.key not in PARTS)
        )
    ):
        sighting.same_as, sighting.because = owner, "a generic word after the name"
