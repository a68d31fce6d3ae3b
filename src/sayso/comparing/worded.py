"""Worded: what the words of a text tell of a claim by themselves, whoever its actors are.

The same for the claims of one article, which are known by the parse, and for those of a ledger, which has the text alone.
"""

from collections.abc import Sequence

from sayso.comparing.dates import days_of, names_a_day
from sayso.comparing.denials import denies, denies_doing, is_flat_denial, is_no_denial, is_untold
from sayso.comparing.lawful import standing_of
from sayso.comparing.loose import has_loose_doer
from sayso.comparing.partial import held_against, is_given, is_of_another, is_of_several_fronts, is_of_some
from sayso.comparing.view import View
from sayso.model import Attribution, Claim, Span


def worded(claim: Claim, lemma: str, sentence: int, text: str, held: Attribution | None, cues: Sequence[Span]) -> View:
    """A view with all that the words around a claim tell, and nothing of its actors, its holder and its place.

    text: the document's. held: the attribution that holds the claim; None for the article's own voice. cues: of that one and
    of those around it.
    """
    event, day = claim.event, None if claim.time is None else claim.time.span
    return View(
        claim=claim,
        lemma=lemma,
        sentence=sentence,
        days=None if claim.time is None else days_of(claim.time.edtf),
        named_day=day is not None and names_a_day(day.words(text)),
        disowned=is_untold(event, text)
        or (event.factuality != "denied" and held is not None and denies(held.cue, text)),
        loose_doer=has_loose_doer(event, text, cues, held),
        of_some=is_of_some(event.toll, text),
        another=is_of_another(event.trigger, text),
        denies_doing=held is not None and denies_doing(event, held.cue, text),
        compared=held_against(event.toll, text),
        standing=standing_of(event.trigger, text, () if held is None else held.content),
        no_denial=is_no_denial(event, text, cues),
        flat_denial=is_flat_denial(event, text),
        given=held is None and is_given(event.toll, text),
        spread=is_of_several_fronts(event.toll, text),
    )
