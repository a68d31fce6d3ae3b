"""Speakers: whose words an attribution gives, and whom "I" and "we" inside of them mean."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from sayso.model import Actor, ActorKind, Attribution, Cast, Mention, Parse, Span, Token
from sayso.naming.interviews import interviewed
from sayso.naming.participants import actors_of, mention_at
from sayso.naming.quotation import quoted
from sayso.naming.together import as_one, company_of
from sayso.naming.wordlists import NOBODY, WORDS_OF, words
from sayso.resources.people import People

REPORTS = words(
    """
    report website study survey poll data datum estimate article account investigation footage video figure result file
    document notice argument finding analysis
    """
)
# What speaks for those who made it, where the words tell who that is.
MADE_BY = words("footage video figure result file document notice argument finding analysis")
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
GOVERNING = frozenset({"GOV", "MIL", "SPY"})
OFFICES = words(
    """
    president premier minister chancellor secretary ambassador envoy spokesman spokeswoman spokesperson king queen prince
    princess emir sultan monarch crown official government general admiral commander diplomat negotiator
    """
)
OF_A_PARTY = words("candidate opposition leader chairman chairwoman nominee party")
LONGEST_ID = 48
# How many words before "the statement" its issuing is looked for.
LOOK_BACK = 1_500
NOT_IN_IDS = re.compile(r"[^A-Z0-9]+")


def speakers(cast: Cast, parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[Cast, tuple[Attribution, ...]]:
    """The attributions with their source_actor, and the cast with first-person pronouns tied to who speaks.

    A source that joins several becomes one actor with members; "the statement" speaks for those who issued it.
    """
    voices = _Voices(cast, parse)
    heard = {one.id: voices.of(one.source) if one.source else None for one in attributions}
    heard |= _again(parse, voices, attributions, heard)
    mentions = {mention.head: mention for mention in cast.mentions}
    for one in sorted(attributions, key=lambda a: -sum(piece.end - piece.start for piece in a.content)):
        # The outer words come first, so that "we said" inside of them already has its speaker, and the inner ones win.
        speaker = heard[one.id] or _own_word(mentions, one)
        heard[one.id] = speaker
        if speaker is not None:
            if (
                one.kind != "indirect" or one.parent is None
            ):  # what is told indirectly inside a quotation is told in its "we"
                for mention in _first_person(parse, voices, one, speaker):
                    mentions[mention.head] = mention
            if one.kind != "indirect":
                _someone_else(cast, parse, voices, one, speaker, mentions)
    spoken = tuple(msgspec.structs.replace(one, source_actor=heard[one.id]) for one in attributions)
    for mention in _running_on(parse, voices, attributions, heard):
        mentions.setdefault(mention.head, mention)
    answering = interviewed(cast, parse)
    for mention in _own_words(voices, answering[1], answering[0]) if answering is not None else ():
        mentions.setdefault(mention.head, mention)
    ordered = tuple(sorted(mentions.values(), key=lambda m: (m.head, m.span)))
    return Cast(tuple(voices.actors.values()), ordered), spoken


def _own_word(mentions: dict[Span, Mention], one: Attribution) -> str | None:
    """The actor of a source that is a first-person pronoun inside of someone's words."""
    for span in one.source:
        if span in mentions:
            return mentions[span].actor
    return None


class _Voices:
    """The actors so far, joined speakers included."""

    def __init__(self, cast: Cast, parse: Parse) -> None:
        self.cast = cast
        self.parse = parse
        self.actors = {actor.id: actor for actor in cast.actors}
        self._joined: dict[tuple[str, ...], str] = {}
        self._names: dict[str, str] = {}
        self._called: dict[str, set[str]] = {}
        for actor in cast.actors:
            for name in actor.names:
                self._names.setdefault(_plain(name), actor.id)

    def of(self, source: tuple[Span, ...]) -> str | None:
        """The id of the actor that a source names."""
        found = as_one(self.cast, actors_of(self.cast, self.parse, source)) or self._behind(source)
        if len(source) == 1 and (poster := self._poster(source[0])) is not None:
            return poster
        if len(found) > 1:
            return self._together(found, source)
        return found[0] if found else self._someone(source)

    def side(self, actor_id: str) -> str:
        """On whose behalf "we" is said: of the body or state that a person belongs to, else of the speaker's own."""
        actor = self.actors[actor_id]
        whole = self.actors.get(actor.part_of or "")
        if actor.kind != "person" or whole is None:
            return actor_id
        return actor_id if whole.kind == "state" and not _governs(actor) else whole.id

    def _together(self, ids: tuple[str, ...], source: tuple[Span, ...]) -> str:
        if ids not in self._joined:
            phrase = " ".join(span.words(self.parse.text) for span in source)
            made = company_of([self.actors[one] for one in ids], phrase, source, tuple(self.actors))
            self.actors[made.id] = made
            self._joined[ids] = made.id
        return self._joined[ids]

    def before(self, at: int, word: str, speaker: str) -> str | None:
        """The last actor before a mention that a third-person pronoun fits, the speaker left aside."""
        wanted = THIRD[word]
        for mention in reversed(self.cast.mentions[max(0, at - LAST_MENTIONS) : at]):
            actor = self.actors.get(mention.actor)
            if actor is None or mention.actor == speaker or mention.kind == "demonym":
                continue
            if (actor.kind == "person") == (wanted in ("he", "she")) and not self._pronouns(mention.actor) - {wanted}:
                return mention.actor
        return None

    def fits(self, id_: str, pronoun: str) -> bool:
        """Can "he", "she", "it" or "they" be an actor who speaks?"""
        actor = self.actors[id_]
        if pronoun == "they":
            return actor.kind in ("civilians", "crowd", "other") and actor.registry is None
        if (actor.kind == "person") != (pronoun in ("he", "she")):
            return False
        return not self._pronouns(id_) - {pronoun}

    def _pronouns(self, actor: str) -> set[str]:
        """By which pronouns the text calls an actor: he, she, it, they."""
        if not self._called:
            for mention in self.cast.mentions:
                if mention.kind == "pronoun":
                    word = THIRD.get(mention.span.words(self.parse.text).lower())
                    if word is not None:
                        self._called.setdefault(mention.actor, set()).add(word)
        found = self._called.get(actor, set())
        return found if found & {"he", "she"} else set()

    def _someone(self, source: tuple[Span, ...]) -> str | None:
        """A new actor for a source that no rule knows: whoever is made to speak is someone."""
        head = self.parse.root_of(source[0])
        if head is None or head.pos not in ("NOUN", "PROPN") or head.lemma.lower() in WORDS_OF | NOBODY:
            return None
        name = source[0].words(self.parse.text)
        if _plain(name) in self._names:
            return self._names[_plain(name)]
        noun = People.open().noun(head.lemma.lower())
        plural = head.tag in ("NNS", "NNPS")
        kind: ActorKind = "person" if head.name == "PERSON" else "other"
        if noun is not None:
            kind = noun.many if plural else noun.one
        id_ = self._free(NOT_IN_IDS.sub("_", name.upper()).strip("_")[:LONGEST_ID] or "SPEAKER")
        self.actors[id_] = Actor(id_, kind, (name,), sector=noun.sector if noun is not None else None, evidence=source)
        self._names[_plain(name)] = id_
        return id_

    def _free(self, wanted: str) -> str:
        id_, number = wanted, 2
        while id_ in self.actors:
            id_, number = f"{wanted}_{number}", number + 1
        return id_

    def _behind(self, source: tuple[Span, ...]) -> tuple[str, ...]:
        """Who speaks through "the statement": its owner or author, else those who issued one before."""
        for span in source:
            head = self.parse.root_of(span)
            if head is None or head.lemma.lower() not in WORDS_OF | MADE_BY:
                continue
            author = self._author(head) or (self._issuer(head) if head.lemma.lower() not in REPORTS else None)
            if author is not None:
                return (author,)
        return ()

    def _poster(self, source: Span) -> str | None:
        """Who says something by way of a platform that stands there as if it spoke ("the Front in a post on Telegram said")."""
        token = self.parse.root_of(source)
        while token is not None and token.dep in ("conj", "appos") and self.parse.head(token).i != token.i:
            token = self.parse.head(token)
        preposition = self.parse.head(token) if token is not None else None
        if (
            token is None
            or preposition is None
            or token.dep != "pobj"
            or preposition.lemma not in ("on", "via", "through")
        ):
            return None
        for above in self.parse.ancestors(preposition):
            if above.lemma.lower() in WORDS_OF or above.pos == "VERB":
                continue
            mention = mention_at(self.cast, above)
            if mention is not None:
                return mention.actor
        return None

    def _author(self, head: Token) -> str | None:
        for token in self.parse.dependents(head, "poss", "compound", "amod"):
            mention = mention_at(self.cast, token)
            if mention is not None:
                return mention.actor
        made = list(self.parse.dependents(head, "acl"))
        preps = [prep for above in (head, *made) for prep in self.parse.dependents(above, "prep", "agent")]
        for prep in preps:
            if prep.lemma in ("by", "from", "of"):
                for token in self.parse.dependents(prep, "pobj"):
                    mention = mention_at(self.cast, token)
                    if mention is not None:
                        return mention.actor
        return None

    def _issuer(self, head: Token) -> str | None:
        """The subject of the last verb of issuing whose object is such a word, else the author of the last one named."""
        for i in range(head.i - 1, max(-1, head.i - 1 - LOOK_BACK), -1):
            token = self.parse.tokens[i]
            if token.lemma.lower() in WORDS_OF and token.pos == "NOUN":
                for verb in self.parse.ancestors(token):
                    for subject in self.parse.dependents(verb, "nsubj"):
                        mention = mention_at(self.cast, subject)
                        if mention is not None:
                            return mention.actor
                author = self._author(token)
                if author is not None:
                    return author
        return None


def _governs(actor: Actor) -> bool:
    """Does a person speak for the state: in an office of its government, as the text's own words have it?

    A beekeeper of Ghana does not, nor does a leader of its opposition or a lawmaker.
    """
    called = {word for name in actor.names for word in name.casefold().replace("-", " ").split()}
    return actor.sector in GOVERNING and bool(called & OFFICES) and not called & OF_A_PARTY


def _plain(name: str) -> str:
    """A name without its article and capitals."""
    return name.casefold().removeprefix("the ")


def _someone_else(
    cast: Cast, parse: Parse, voices: _Voices, one: Attribution, speaker: str, mentions: dict[Span, Mention]
) -> None:
    """Tie "he", "they" in someone's own words to the last fitting actor who is not the speaker, or to nobody."""
    quoted = [
        piece
        for piece in one.content
        if parse.text[piece.start] in OPENING or parse.text[max(0, piece.start - 1)] in OPENING
    ]
    for piece in quoted:
        at = bisect_left(cast.mentions, piece.start, key=lambda m: m.head.start)
        while at < len(cast.mentions) and cast.mentions[at].head.start < piece.end:
            mention = mentions.get(cast.mentions[at].head)
            at += 1
            if mention is None or mention.kind != "pronoun" or mention.actor != speaker:
                continue
            word = mention.span.words(parse.text).lower()
            if word not in THIRD:
                continue
            other = voices.before(at - 1, word, speaker)
            del mentions[mention.head]
            if other is not None:
                mentions[mention.head] = msgspec.structs.replace(
                    mention, actor=other, because="nearest plausible actor who is not the speaker"
                )


THIRD = {
    "he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she", "they": "they", "them": "they",
    "their": "they", "it": "it", "its": "it",
}  # fmt: skip
OPENING = frozenset("\"“‘'«„")
LAST_MENTIONS = 30


def _again(
    parse: Parse, voices: _Voices, attributions: tuple[Attribution, ...], heard: dict[str, str | None]
) -> dict[str, str | None]:
    """Who speaks where "he said" was tied to nobody: who spoke last, over however long a quotation."""
    found: dict[str, str | None] = {}
    last: str | None = None
    for one in sorted((a for a in attributions if a.source), key=lambda a: a.source[0].start):
        word = THIRD.get(one.source[0].words(parse.text).lower()) if len(one.source) == 1 else None
        if heard[one.id] is None and word is not None and last is not None and voices.fits(last, word):
            found[one.id] = last
        last = heard[one.id] or found.get(one.id) or last
    return found


def _running_on(
    parse: Parse, voices: _Voices, attributions: tuple[Attribution, ...], heard: dict[str, str | None]
) -> Iterator[Mention]:
    """Mentions of "I" and "we" in a quotation that runs on over sentences which nobody is said to say: who spoke last."""
    told = sorted((piece.start, piece.end, one.id) for one in attributions for piece in one.content)
    for sentence in parse.sentences:
        tokens = [token for token in parse.of(sentence) if token.text.lower() in SINGULAR | PLURAL]
        if (
            not tokens
            or sentence.left_out
            or any(a < sentence.span.end and sentence.span.start < b for a, b, _ in told)
        ):
            continue
        before = [(end, id_) for _, end, id_ in told if end <= sentence.span.start]
        end, spoke = max(before, default=(0, ""))
        last = parse.sentence_at(Span(end - 1, end)) if spoke else None
        speaker = heard.get(spoke)
        if last is not None and speaker is not None and sentence.i - last.i <= RUNNING_ON:
            inside = quoted(parse, sentence.i)
            yield from _own_words(voices, [token for token in tokens if token.i in inside], speaker)


RUNNING_ON = 3  # sentences


def _first_person(parse: Parse, voices: _Voices, one: Attribution, speaker: str) -> list[Mention]:
    """Mentions of "I" and "we" inside a content, tied to the speaker and the speaker's side."""
    return [mention for piece in one.content for mention in _own_words(voices, parse.within(piece), speaker)]


def _own_words(voices: _Voices, tokens: Sequence[Token], speaker: str) -> list[Mention]:
    found = []
    for token in tokens:
        word = token.text.lower()
        if word in SINGULAR and (word != "i" or token.pos == "PRON"):
            found.append(Mention(token.span, token.span, "pronoun", speaker, "the speaker's own word"))
        elif word in PLURAL and token.text != "US":
            actor = voices.side(speaker)
            found.append(Mention(token.span, token.span, "pronoun", actor, "the speaker's side"))
    return found
