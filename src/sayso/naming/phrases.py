"""Phrases: the words that belong to a noun, and the places of a sentence where a name acts."""

from sayso.model import Parse, Token
from sayso.naming.sighting import Bounds
from sayso.naming.wordlists import words

LEFT = frozenset({"det", "predet", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "advmod", "case", "neg"})
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any", "all", "each", "every"})
# "of" after these nouns names whom they are made of: "dozens of people", "a group of soldiers".
AMOUNTS = words(
    """
    number dozen hundred thousand million score group team majority lot handful couple crowd wave series pair host
    most some many all each several few one two three four five six seven eight nine ten rest part half none both
    bulk much total minority section remainder plenty trio any another ton gathering
    """
)
ADDRESSED = words(
    """
    accuse urge blame condemn warn call criticise criticize ask tell denounce thank press pressure sanction invite
    support back assure inform sue slam praise threaten persuade convince force allow help demand request beg provoke
    isolate punish join prompt compel encourage oblige spur induce
    """
)
FATED = words(
    """
    kill wound injure die hurt arrest detain hospitalize hospitalise displace evacuate flee abduct kidnap execute
    behead shoot torture rescue trap treat maim rape round charge jail imprison release free massacre
    """
)
SAYING = words(
    """
    say tell claim announce report accuse deny add warn urge confirm argue state declare explain insist admit ask
    demand condemn blame reject allege vow call arrest detain kill threaten promise refuse agree decide protest
    """
)
DIRECTED = frozenset({"by", "with", "against", "between", "among", "for", "from", "to", "alongside", "behind"})
GATHERED = frozenset({"coalition", "alliance", "bloc", "union", "axis"})
LOCATIVE = frozenset(
    {"in", "at", "near", "around", "outside", "inside", "into", "toward", "towards", "within", "across", "throughout",
     "through", "off", "over", "via", "beyond", "onto", "above", "from", "to"}
)  # fmt: skip
RELATED = words(
    """
    talk meeting tie relation relations agreement accord deal cooperation negotiation sanction war conflict
    pressure support trade alliance dispute tension dialogue diplomacy accusation charge demand warning
    call appeal message response statement answer
    """
)


JOINING = frozenset({"-", "’", "'", "‘", "."})


def bounds(parse: Parse, head: Token) -> Bounds:
    """The noun phrase of a head: its determiner and modifiers before it, and an "of" phrase after it."""
    first = head.i
    for child in reversed(parse.children[head.i]):
        token = parse.tokens[child]
        if child > head.i or token.text in JOINING or _between_adjectives(parse, token, head):
            continue
        if token.dep not in LEFT or _cut_off(parse, token, first) or _stray(parse, token, first, head):
            break
        first = _leftmost(parse, token, first)
    core_first = first
    while core_first < head.i and parse.tokens[core_first].lemma in DETERMINERS:
        core_first += 1
    last = _of_phrase(parse, head)
    return Bounds(first, last, core_first, head.i + 1)


def _between_adjectives(parse: Parse, token: Token, head: Token) -> bool:
    """Is it the comma of "a small, armed group"?"""
    if token.text != "," or token.head != head.i or token.i == 0:
        return False
    before, after = parse.tokens[token.i - 1], parse.tokens[token.i + 1]
    determined = any(child.i < before.i for child in parse.dependents(head, "det"))
    return determined and before.dep == after.dep == "amod" and before.head == after.head == head.i


def _leftmost(parse: Parse, token: Token, limit: int) -> int:
    """The first token of a modifier's own words, when they run on unbroken to limit."""
    first = token.i
    for child in parse.children[token.i]:
        if child < first and parse.tokens[child].dep != "punct":
            first = _leftmost(parse, parse.tokens[child], limit)
    return first


def _stray(parse: Parse, token: Token, first: int, head: Token) -> bool:
    """Is a modifier no part of the phrase: a date before it, a name before its numeral ("Aleppo 40 civilians"), a number before "the"?"""
    if token.name in ("DATE", "TIME") and token.dep in ("compound", "nmod") and token.pos != "NOUN":
        return parse.tokens[head.i].name not in ("DATE", "TIME")
    closed = any(t.pos == "DET" or t.name == "NORP" for t in parse.tokens[first : head.i] if t.head == head.i)
    if closed and token.dep in ("compound", "nmod") and token.pos == "PROPN":
        return True
    if token.pos == "NUM" and token.text[:1].isdigit() and parse.tokens[first].text.lower() == "the":
        return True
    numbered = any(t.pos == "NUM" and t.head == head.i for t in parse.tokens[first : head.i])
    return numbered and token.dep in ("compound", "nmod") and token.pos == "PROPN"


def _cut_off(parse: Parse, token: Token, following: int) -> bool:
    """Is the modifier cut off from what follows by a comma, a dash between spaces or a quotation mark?"""
    after = parse.subtree(token)[-1].i + 1 if parse.children[token.i] else token.i + 1
    if token.dep == "amod" and [t.text for t in parse.tokens[after:following]] == [","]:  # "a small, armed group"
        return not any(child.i < token.i for child in parse.dependents(parse.head(token), "det"))
    return any(parse.tokens[i].text in {",", ";", ":", "—", "–", "(", ")", "”"} for i in range(after, following))


def _of_phrase(parse: Parse, head: Token) -> int:
    """The end of an "of" phrase that follows the head, clear of relative clauses; else just after the head."""
    for child in parse.children[head.i]:
        token = parse.tokens[child]
        if child == head.i + 1 and token.lemma == "of" and token.dep == "prep":
            for inner in parse.children[child]:
                noun = parse.tokens[inner]
                if inner > child and noun.dep in ("pobj", "pcomp") and noun.pos in ("NOUN", "PROPN", "PRON", "NUM"):
                    return bounds(parse, noun).last
    return head.i + 1


def full(parse: Parse, head: Token) -> int:
    """The end of the phrase with what describes it after its head: "rebels in northern Aleppo", "men who fled".

    Stops at commas and quotation marks, at prepositions of time, and after twelve words.
    """
    end = head.i + 1
    for child in parse.children[head.i]:
        token = parse.tokens[child]
        if child < end:
            continue
        stop = parse.subtree(token)[-1].i + 1
        inside = parse.tokens[end:stop]
        if (
            token.dep not in DESCRIBING
            or stop - head.i > LONGEST_TAIL
            or any(t.pos == "PUNCT" and t.text != "-" for t in inside)
        ):
            break
        if token.dep == "prep" and token.lemma in ("on", "since", "after", "before", "during", "by", "until"):
            break
        if parse.tokens[end].i != min(t.i for t in parse.subtree(token)):
            break
        end = stop
    return end


LONGEST_TAIL = 12
DESCRIBING = frozenset({"prep", "relcl", "acl", "amod"})


def partitive(parse: Parse, head: Token) -> Token | None:
    """The noun that an amount is counted of: "people" for the head "dozens" in "dozens of people"."""
    if head.lemma not in AMOUNTS and head.lemma not in GATHERED and head.pos != "NUM":
        return None
    for of in parse.dependents(head, "prep"):
        if of.lemma in ("of", "among"):
            for noun in parse.dependents(of, "pobj"):
                return noun
    return None


def counted_of(parse: Parse, token: Token) -> bool:
    """Is the noun counted by an amount before it, so that the whole phrase names someone ("dozens of people")?"""
    if token.dep != "pobj":
        return False
    of = parse.head(token)
    head = parse.head(of)
    if only_its_country(parse, head):
        return False
    return of.lemma in ("of", "among") and partitive(parse, head) is token and head.i != of.i


def seated(parse: Parse, after: int) -> bool:
    """Does a name only tell where somebody has a seat ("the Norway-based monitor")?"""
    following = [token.text.lower() for token in parse.tokens[after : after + 2]]
    return len(following) == 2 and following[0] in ("-", "‑") and following[1] in ("based", "born", "registered")


def only_its_country(parse: Parse, head: Token) -> bool:
    """Does a noun only tell of a part of one country ("the rest of the country"), so that the country is meant?"""
    if head.lemma not in AMOUNTS:
        return False
    inner = partitive(parse, head)
    return inner is not None and inner.lemma.lower() in COUNTRIES and inner.tag == "NN"


COUNTRIES = frozenset({"country", "nation", "kingdom", "republic"})


def acts(parse: Parse, token: Token) -> bool:
    """Does a place name stand where only someone can: subject, owner, partner or addressee, not a location?

    "Damascus rejected the plan" and "talks with Damascus" do; "strikes on Damascus" and "Damascus was hit" do not.
    """
    head = parse.head(token)
    if token.dep == "conj":
        return acts(parse, head) or _before_its_verb(parse, token)
    if token.dep in ("nsubj", "poss"):
        return head.lemma not in ("be", "lie", "see", "remain", "have", "province", "city", "street", "suburb")
    if token.dep == "dobj":
        return head.lemma in ADDRESSED or _made_to_act(parse, token, head)
    if token.dep == "nsubjpass":
        return head.lemma in ADDRESSED
    if token.dep == "pobj" and head.dep in ("agent", "prep"):
        above = parse.head(head)
        if head.lemma == "by" and above.pos == "NOUN":  # "raids by regime planes"
            return True
        if head.dep == "agent" or head.lemma in ("with", "between", "against", "as", "than", "like"):
            return True
        return head.lemma in DIRECTED and (above.lemma in RELATED or above.lemma in ADDRESSED)
    return False


def _before_its_verb(parse: Parse, token: Token) -> bool:
    """Does a verb follow that the parser gave to others ("struck bakeries and Oslo has accused the rebels")?"""
    verb = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    return verb is not None and verb.sentence == token.sentence and verb.pos in ("AUX", "VERB") and verb.tag in FINITE


FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def _made_to_act(parse: Parse, token: Token, verb: Token) -> bool:
    """Is it the object that another verb's infinitive has for its subject ("prompted Oslo to act")?"""
    return any(child.i > token.i and child.tag == "VB" for child in parse.dependents(verb, "xcomp", "ccomp"))


def located(parse: Parse, token: Token) -> bool:
    """Does the name stand in a phrase of place: "in Syria", "northern Iraq"?"""
    head = parse.head(token)
    if any(child.lemma in COMPASS for child in parse.dependents(token, "amod", "compound")):
        return True
    return token.dep == "pobj" and head.dep == "prep" and head.lemma in LOCATIVE


COMPASS = words(
    """
    northern southern eastern western central north south east west northeastern northwestern southeastern
    southwestern upper lower mainland rural downtown
    """
)
