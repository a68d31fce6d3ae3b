"""The scene of an article: where its events and attributions stand, as far as that tells which place or time is whose."""

from collections.abc import Sequence

from sayso.claiming.holders import holder_of
from sayso.model import Attribution, Event, Parse, Span, Token


class Scene:
    """The triggers of all events of one article, and whose words its sentences are."""

    def __init__(self, parse: Parse, events: Sequence[Event], attributions: Sequence[Attribution]) -> None:
        self._parse = parse
        self._attributions = attributions
        roots = [parse.root_of(event.trigger) for event in events]
        self._triggers = {root.i for root in roots if root is not None}
        self._cues = {token.i for one in attributions for span in one.cue for token in parse.within(span)}
        self._holders: dict[Span, str | None] = {}

    def is_trigger(self, token: Token) -> bool:
        """Does the token name an event?"""
        return token.i in self._triggers

    def is_cue(self, token: Token) -> bool:
        """Is the token a word of saying?"""
        return token.i in self._cues

    def holder(self, span: Span) -> str | None:
        """The id of the attribution in whose content the span stands; None for the article's own voice."""
        if span not in self._holders:
            found = holder_of(span, self._attributions, self._parse)
            self._holders[span] = found.id if found is not None else None
        return self._holders[span]

    def nearer(self, trigger: Token, site: Token) -> bool:
        """Does the trigger of another event of the sentence stand between the two, or nearer to the site?"""
        gap = abs(trigger.i - site.i)
        sentence = self._parse.sentences[site.sentence]
        around = range(max(sentence.first, site.i - gap + 1), min(sentence.last, site.i + gap))
        return any(i in self._triggers for i in around if i != trigger.i)

    def governor(self, site: Token) -> Token:
        """The first word above a place or time that is not a preposition nor part of the same name or list."""
        token = site
        for token in self._parse.ancestors(site):
            if token.pos != "ADP" and token.dep not in WITHIN_NAME:
                return token
        return token


WITHIN_NAME = frozenset({"compound", "appos", "conj", "nmod", "pobj", "pcomp"})
