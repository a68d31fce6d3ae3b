"""Speech: who speaks where, so that "he said" after someone's words is that one, and not whom the words are about."""

from collections.abc import Sequence

from sayso.model import Attribution, Parse, Span, Token
from sayso.naming.sighting import Sighting

# Sentences over which someone goes on speaking.
GOES_ON = 2
# What is no speech: who wants or plans something has not spoken.
UNSPOKEN = frozenset({"plans", "wants", "fears", "hopes", "decides", "seems"})


class Speech:
    """The attributions of a document by the tokens of their sources and contents."""

    def __init__(self, parse: Parse, told: Sequence[Attribution] = ()) -> None:
        self._parse = parse
        attributions = [one for one in told if one.cue_class not in UNSPOKEN]
        self._by_source: dict[int, Attribution] = {}
        self._sources: dict[str, set[int]] = {one.id: set() for one in attributions}
        self._contents = {one.id: self._tokens(one.content) for one in attributions}
        for one in attributions:
            for span in one.source:
                root = parse.root_of(span)
                if root is not None:
                    self._by_source.setdefault(root.i, one)
                    self._sources[one.id].add(root.i)
        self._around: dict[int, Attribution] = {}
        for one in sorted(attributions, key=lambda one: -len(self._contents[one.id])):
            self._around.update(dict.fromkeys(self._contents[one.id], one))
        outer = [one for one in attributions if one.source and one.parent is None]
        self._outer = sorted(outer, key=lambda one: one.source[0].start)

    def _tokens(self, spans: Sequence[Span]) -> frozenset[int]:
        return frozenset(token.i for span in spans for token in self._parse.within(span))

    def by(self, token: Token) -> Attribution | None:
        """The attribution that a token is the source of."""
        return self._by_source.get(token.i)

    def around(self, token: Token) -> Attribution | None:
        """The innermost attribution in whose words a token stands."""
        return self._around.get(token.i)

    def before(self, one: Attribution) -> Attribution | None:
        """Whoever spoke last before, in the article's own words and at most two sentences before."""
        if one.parent is not None:
            return None
        at = self._outer.index(one)
        last = self._outer[at - 1] if at else None
        if last is None:
            return None
        ends = max(span.end for span in (*last.source, *last.cue, *last.content))
        starts = min(span.start for span in (*one.source, *one.cue, *one.content))
        end, start = self._parse.sentence_at(Span(ends - 1, ends)), self._parse.sentence_at(Span(starts, starts + 1))
        return last if end is not None and start is not None and start.i - end.i <= GOES_ON else None

    def spoken_of(self, one: Attribution, seen: Sighting) -> bool:
        """Does a sighting stand in the words of an attribution?"""
        return seen.head in self._contents[one.id]

    def put_in(self, one: Attribution, token: Token) -> bool:
        """Is "they said" put into the middle of a content told indirectly, before which may stand who they are?"""
        content = self._contents[one.id]
        return one.kind == "indirect" and bool(content) and min(content) < token.i < max(content)

    def speaks_in(self, one: Attribution, seen: Sighting) -> bool:
        """Is a sighting the source of an attribution?"""
        return seen.head in self._sources[one.id]
