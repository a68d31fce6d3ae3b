"""Tense: whether the verb that a time expression depends on looks back or ahead."""

from bisect import bisect_right

from sayso.model import Parse, Token

AHEAD_AUX = frozenset(
    {"will", "'ll", "’ll", "shall", "would", "may", "might", "could", "should", "must", "can", "wo", "to"}
)
PAST_AUX = frozenset({"was", "were", "had", "has", "have", "did", "'ve", "’ve", "'d", "been", "got"})
# "is due Monday", "scheduled for Friday": to come, whatever the participle looks like.
AWAITED = frozenset({"schedule", "expect", "plan", "due", "slate", "set", "intend", "await", "upcoming"})
TELLING = frozenset(
    {"say", "tell", "report", "claim", "write", "add", "announce", "show", "recall", "follow", "echo", "stem"}
)
# What one was prompted or managed to do was done when one was: "it prompted the army to strike on Friday".
BRINGING_ABOUT = frozenset(
    {
        "allow",
        "begin",
        "cause",
        "continue",
        "drive",
        "enable",
        "force",
        "help",
        "lead",
        "manage",
        "move",
        "prompt",
        "start",
    }
)
# Verbs whose past looks like their present, and which a parser takes for it: "when shells hit the town on Tuesday".
UNCHANGED = frozenset(
    {"beat", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "shut", "split", "spread"}
)
CALLED_OFF = frozenset({"abandon", "cancel", "collapse", "delay", "postpone", "scrap", "suspend", "scuttle", "shelve"})
NAMING = frozenset({"compound", "nummod", "nmod", "amod"})
BACK_WORDS = frozenset({"since", "ago"})
AHEAD_WORDS = frozenset({"until", "till", "by"})


class Tenses:
    """Looks up tokens and tenses of one parse by character."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._starts = [token.start for token in parse.tokens]

    def token_at(self, position: int) -> Token | None:
        """The token that covers the character, or the last one before it."""
        index = bisect_right(self._starts, position) - 1
        return self.parse.tokens[index] if index >= 0 else None

    def tense(self, start: int, end: int) -> int:
        """-1, 0 or 1 for the expression at these characters: its verb looks back, says nothing, looks ahead."""
        token = self.token_at(max(start, end - 1))
        if token is None:
            return 0
        while token.head != token.i and start <= self.parse.head(token).start < end:
            token = self.parse.head(token)
        before = self.token_at(start - 1) if start > 0 else None
        word = before.text.lower() if before else ""
        if word in BACK_WORDS or (word == "of" and self._word_before(before) == "as"):
            return -1
        # "The November 27 accord": a name tells nothing of the verb.
        found = 0 if token.dep in NAMING and self.parse.head(token).pos in ("NOUN", "PROPN") else self._climb(token)
        if word in AHEAD_WORDS:
            return found + 1 if found <= 0 else found
        return found

    def _word_before(self, token: Token | None) -> str:
        before = self.token_at(token.start - 1) if token is not None and token.start > 0 else None
        return before.text.lower() if before is not None else ""

    def is_perfect(self, start: int) -> bool:
        """Does the verb that governs the words at this character say "has been", "have waited"?"""
        token = self.token_at(start)
        for above in (token, *self.parse.ancestors(token)) if token is not None else ():
            if above.pos in ("VERB", "AUX"):
                aux = [child.text.lower() for child in self.parse.dependents(above, "aux")]
                return above.tag in ("VBN", "VBG") and any(word in ("has", "have", "'ve", "’ve") for word in aux)
        return False

    def _climb(self, token: Token) -> int:
        for above in (token, *self.parse.ancestors(token)):
            if above.lemma in AWAITED and above.pos in ("ADJ", "VERB") and above.tag != "VBD":
                return 1
            if above.pos in ("VERB", "AUX"):
                tense = self._of_verb(above)
                if tense is not None:
                    return tense
        return 0

    def _was_called_off(self, verb: Token) -> bool:
        """Was it once to happen, and the sentence tells that it did not: "were to meet Monday, but the talks were put off"?"""
        head = self.parse.head(verb)
        if head.lemma != "be" or head.tag != "VBD":
            return False
        sentence = self.parse.sentences[verb.sentence]
        tokens = self.parse.tokens[sentence.first : sentence.last]
        return any(
            token.lemma in CALLED_OFF or (token.lemma in ("call", "put") and self._is_off(token)) for token in tokens
        )

    def _is_off(self, verb: Token) -> bool:
        return any(child.lemma == "off" for child in self.parse.dependents(verb, "prt", "advmod", "prep"))

    def _of_verb(self, verb: Token) -> int | None:
        """The tense of a verb form; None when the form does not tell and its head may."""
        aux = {child.text.lower() for child in self.parse.dependents(verb, "aux", "auxpass")}
        if aux & (PAST_AUX - {"been"}) and not aux & {"will", "'ll", "’ll", "to"}:
            return -1
        if verb.tag == "VBD":
            return -1
        if aux & AHEAD_AUX:
            if aux == {"to"} and self._was_called_off(verb):
                return -1
            return None if aux == {"to"} and self.parse.head(verb).lemma in BRINGING_ABOUT else 1
        if verb.tag == "VBN":
            return 0 if aux else -1
        if verb.tag in ("VB", "VBP") and verb.lemma in UNCHANGED:
            return -1
        if verb.tag in ("VBZ", "VBP"):
            return -1 if verb.lemma in TELLING else 1
        if verb.tag == "VB":
            return 1
        if verb.tag == "VBG" and aux:
            return 1
        return None
