"""Is a claim that something did not happen its holder's denial of it?

| what the text says                              | factuality | a denial |
| ----------------------------------------------- | ---------- | -------- |
| The army denied shelling the town               | denied     | yes      |
| "We did not shell the town," he said             | denied     | yes      |
| The army failed to take the town                | denied     | no: it tells how something ended |
| Police prevented an attack                      | denied     | no: the same |
| The town will not fall, he said                 | denied     | no: a forecast |
| She said that the army will deny it             | denied     | no: another foretells the denial |
| It denied it, saying rebels shelled the town     | denied     | no: it accuses  |
| The army denied earlier accusations             | REJECT     | no: of these accusations it says nothing |
| She denied she had met him                        | REJECT     | no: what she denies is told by a clause, which has its own claim |
| It was an attempt to deny the massacre            | denied     | no: another's   |
| There were no deaths                              | denied     | no: a number    |
| It did not say what agent was used in the attack | denied     | no: it is silent |
| The gas had never been used before               | denied     | no: it tells of other days |
| There have been no strikes so far                | denied     | no: the same |
| He vowed never to meet the general                | denied     | no: a promise |
| I did nothing that was not ordered                | denied     | no: it says that it was |
| He cannot be released                            | denied     | no: it tells what is possible |
| The court ruled against the siege                | denied     | no: by no word of denial |
| There were no strikes in that area at that time   | denied     | no: of a place and time told elsewhere |
| Neither side fired on the other                  | denied     | no: of both sides, and so of no one's deed |
| Army Denies Shelling Market                       | denied     | no: a headline among the words of an article |
| Its own data says otherwise, though it denies it  | denied     | no: by another than the holder |
"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.model import Count, Event, Span

# Marks of factuality that tell how something ended, and deny nothing that others say.
ENDED: Final = re.compile(
    r"\b(fail\w*|unable|prevent\w*|foil\w*|thwart\w*|stop\w*|halt\w*|avert\w*|refus\w*|without|spare[ds]?|avoid\w*|escap\w*|block\w*"
    r"|repel\w*|repuls\w*|abort\w*|cancel\w*|postpon\w*|unsuccessful\w*|lack\w*)\b",
    re.IGNORECASE,
)
AHEAD: Final = re.compile(
    r"\b(will|won't|wont|would|shall|going to|could|may(?! \d)|might|should|must|if|cannot|can ?not|can't)\b[^.;:]*$",
    re.IGNORECASE,
)
SILENT: Final = re.compile(
    r"(\b(not|no one|nobody|never)|n't)\s+(\w+\s+){0,2}(say|said|mention|specif|report|comment|disclos|confirm|know|clear|identif|reveal|address"
    r"|elaborat|rule out)\w*\b[^.;:]*$|\bmention\w* no\b[^.;:]*$|\bunclear\b[^.;:]*$",
    re.IGNORECASE,
)
TURNED: Final = re.compile(
    r"\b(saying|claiming|insisting|arguing|adding|while (blaming|accusing)|and (says?|said|blam\w+|accus\w+))\b[^.;:]*$",
    re.IGNORECASE,
)
TRIED: Final = re.compile(
    r"\b(attempt\w*|efforts?|try|tries|trying|tried|seek\w*|sought|bid)\b[^.;:]{0,30}\bto (deny|refute|dismiss)\b[^.;:]*$",
    re.IGNORECASE,
)
EARLIER: Final = re.compile(
    r"\b(previous|past|earlier)\s+(accusations?|allegations?|claims?|charges?|reports?)\b[^.;:]*$", re.IGNORECASE
)
FORETOLD: Final = re.compile(
    r"\b(will|would|won't|going to|may(?! \d)|might|could|if)\s+(\w+\s+){0,2}(deny|dismiss|refute|reject)\b[^.;:]*$",
    re.IGNORECASE,
)
OTHERS: Final = re.compile(r"\W+(all\s+|any\s+)?(previous|past|earlier|similar|other|such)\b", re.IGNORECASE)
# "She denied that she had met him": what is denied is told by a clause, and has a claim of its own if it is a deed.
CLAUSE_DENIED: Final = re.compile(
    r"\s+(that (?!claim|report|accus|alleg|charge)\w+|(he|she|they|we|I|there) \w+|it (had|has|was|is|did|would|\w+ed)\b|(having|ever|being)\b)",
    re.IGNORECASE,
)
# A negation of all that was up to a day, or of both sides.
SO_FAR: Final = re.compile(
    r"\b(so far|yet|to date|since|until (now|then)|in the past|in that (area|place|region|town)|at that time)\b|\b(before|previously|again|anymore)\W*$",
    re.IGNORECASE,
)
VOWED: Final = re.compile(
    r"\b(vow|pledg|promis|swor|swear|agree|urg|order|warn|advis|decid)\w*\b[^.;:]{0,40}\b(not|never)\b[^.;:]*$",
    re.IGNORECASE,
)
TWICE: Final = re.compile(
    r"\b(nothing|nobody|no one|none|no|not|never)\b[^.;:]{0,60}\b(that|which|who)\b[^.;:]{0,30}\b(not|never)\b[^.;:]*$",
    re.IGNORECASE,
)
# The word by which it is denied, as factuality tells it.
BY: Final = re.compile(r"denied: under (\w+)")
# "Described the reports as untrue": no word of denial is the holder's cue.
UNTRUE: Final = "as untrue"
DENYING: Final = re.compile(
    r"(\w+\W+)*(den(y|ie|ial)|dismiss|refut|reject|disput|rebut|disclaim|disavow|repudiat|contradict)", re.IGNORECASE
)
# A verb right behind the word by which it is denied, whose doer is who denies.
GERUND: Final = re.compile(r"\s+(\w+ly\s+)?(ever\s+|having\s+)?\w+ing\b", re.IGNORECASE)
BOTH: Final = re.compile(r"\b(neither|nor)\b", re.IGNORECASE)
# Words around one that are all of a headline, which is no part of the article.
HEADLINE: Final = 60
HEADED: Final = re.compile(r"\b[^\W\d_]{4,}\b")
LEAST_HEADED: Final = 6
# "Moscow denied that its jets were involved in the incident": told of what is denied, unless somebody says more.
DENIED_BEFORE: Final = re.compile(
    r"\b(denied|denies|deny|denying)\b(?![^.;]*\b(said|says|saying|but|while|although|and|after|blam\w+|accus\w+)\b)[^.;]*$",
    re.IGNORECASE,
)
SENTENCE: Final = 160
# Characters before a word in which a verb that looks ahead stands.
REACH: Final = 40
CLAUSE: Final = 80
# "There was no meeting": the thing itself, with nothing that narrows it down ("no perfect agreement", "no limits on it").
FLAT_BEFORE: Final = re.compile(r"\bthere (is|was|are|were|has been|have been|had been|s) no $", re.IGNORECASE)
FLAT_AFTER: Final = re.compile(r"\s*([.,;:!\"\u201d]|and\b|or\b|at all\b|between\b|with\b|$)", re.IGNORECASE)


def is_flat_denial(event: Event, text: str) -> bool:
    """Does it say that there was no such thing at all?"""
    before, after = text[: event.trigger.start], text[event.trigger.end :]
    denied = event.factuality == "denied"
    return denied and FLAT_BEFORE.search(before[-40:]) is not None and FLAT_AFTER.match(after[:20]) is not None


def is_no_denial(event: Event, text: str, cues: Sequence[Span] = ()) -> bool:
    """Does a claim that looks like a denial tell something else than its holder's denial? cues: of its attribution and those around it."""
    dismissal = (event.type, event.mode) == ("REJECT", "deny")
    if dismissal and OTHERS.match(text[event.trigger.end : event.trigger.end + REACH]):
        return True
    if dismissal and CLAUSE_DENIED.match(text[event.trigger.end : event.trigger.end + REACH]):
        return True
    if (dismissal or event.factuality == "denied") and _stands_in_a_headline(event, text):
        return True
    if event.factuality != "denied":
        return False
    if ENDED.search(event.because) or any(count is not None and count.high == 0 for count in counts_of(event)):
        return True
    said, denied = " ".join(cue.words(text).lower() for cue in cues), BY.findall(event.because.lower())
    by_its_holder = UNTRUE in event.because or not said or any(word in said for word in denied)
    if denied and not (any(map(DENYING.match, denied)) and by_its_holder):
        return True
    if event.because.startswith("negation") and (BOTH.search(event.because) or SO_FAR.search(_clause(event, text))):
        return True
    before = text[max(0, event.trigger.start - CLAUSE) : event.trigger.start]
    if any(told.search(before) for told in (SILENT, TRIED, EARLIER, FORETOLD, VOWED, TWICE)):
        return True
    if "den" in event.because and TURNED.search(before):
        return True
    return any(AHEAD.search(text[max(0, span.start - REACH) : span.start]) for span in (event.trigger, *cues))


def _stands_in_a_headline(event: Event, text: str) -> bool:
    """Are all the longer words around it written with a capital ("Related: Army Denies Shelling Market")?"""
    start, end = max(0, event.trigger.start - HEADLINE), event.trigger.end + HEADLINE
    words = HEADED.findall(text[start:end].partition(" ")[2].rpartition(" ")[0])
    return len(words) >= LEAST_HEADED and all(word[0].isupper() and not word.isupper() for word in words)


def is_untold(event: Event, text: str) -> bool:
    """Does the text say that nobody knows or says so ("others are not known to have used them"), or that somebody denies it?"""
    before = text[max(0, event.trigger.start - SENTENCE) : event.trigger.start]
    if event.factuality == "denied":
        return False
    return SILENT.search(before[-REACH:]) is not None or DENIED_BEFORE.search(before) is not None


def denies_doing(event: Event, cues: Sequence[Span], text: str) -> bool:
    """Is a deed denied by a verb without a doer of its own ("denied carrying out the attack"), so that who denies it means itself?"""
    return event.factuality == "denied" and any(
        DENYING.match(cue.words(text)) and GERUND.match(text[cue.end : event.trigger.end])
        for cue in cues
        if cue.end <= event.trigger.start
    )


def denies(cues: Sequence[Span], text: str) -> bool:
    """Is a content attributed by a word that denies it ("denied", "dismissed")?"""
    return any(DENYING.match(cue.words(text)) for cue in cues)


def _clause(event: Event, text: str) -> str:
    """The words before and after an event's own, to the next stop."""
    before = re.split(r"[.;:]", text[max(0, event.trigger.start - CLAUSE) : event.trigger.start])[-1]
    return before + re.split(r"[.;:,]| but ", text[event.trigger.start : event.trigger.end + CLAUSE])[0]


def counts_of(event: Event) -> tuple[Count | None, ...]:
    """The numbers of an event's toll."""
    toll = event.toll
    return toll.killed, toll.injured, toll.detained, toll.displaced
