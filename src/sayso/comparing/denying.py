"""Who denies what another reports: the rules of denial between two claims.

A denial answers a deed that the other's own words lay at a doer's door. It is held by somebody whom the text names: the article's
own voice denies nothing that others say, and a denial of a share in a deed does not deny the deed.
"""

from typing import Final

from sayso.comparing.footing import (
    NEAR_SENTENCES,
    OTHER_TEXT,
    at_large,
    by_one_word,
    compatible,
    factuality,
    guessed,
    hits_its_own_side,
    may_be_of_one_time_and_place,
    of_one_side,
    own_deed,
    quoted,
    surely_of_one_time_and_place,
)
from sayso.comparing.joint import denies_jointly, is_among
from sayso.comparing.view import Finding, View

DONE: Final = frozenset({"happened", "ongoing"})
# What a denial answers: a deed, not that something goes on.
ANSWERED: Final = frozenset({"happened", "possible"})
# Modes that tell by which means; a denial of one says nothing of a deed by another, and a denial of such weapons at large
# nothing of a deed without them.
MEANS: Final = frozenset(
    {"aerial", "heavy_weapons", "firearms", "explosives", "suicide_attack", "abduct", "torture", "sexual", "capture"}
)
WEAPONS: Final = "unconventional"
# Words that say that something was done, and not what.
DOING: Final = (
    "carr",
    "conduct",
    "commit",
    "launch",
    "stag",
    "perform",
    "do",
    "mak",
    "happen",
    "occur",
    "tak",
    "act",
    "respons",
    "behind",
    "incident",
    "involv",
)
# A deed of more days than these is a campaign.
LONGEST_DEED: Final = 31
# Whose denial is no denial that the words were said: "denied the allegations".
SAYING: Final = frozenset({"ACCUSE", "REJECT"})
# What shows a deed, and says nothing of its doer.
PICTURES: Final = ("video", "footage", "imag", "picture", "photo")
# What the marks of factuality say, and by which words it is told, where a share in a deed is denied, and not the deed.
SHARE: Final = "a share in it"
SHARES: Final = frozenset({"involvement", "responsibility", "role", "part", "complicity", "hand"})


def is_dismissal(view: View) -> bool:
    """Does it tell that somebody denied or dismissed something?"""
    event = view.claim.event
    return (event.type, event.mode) == ("REJECT", "deny") and event.factuality in DONE


def denies(view: View) -> bool:
    """Does it tell a denial: a deed that its holder denies, or that somebody denied something?"""
    return factuality(view) == "denied" or is_dismissal(view)


def answers(denier: View, reporter: View) -> bool:
    """Can it be the claim that a denial of its doer's answers: a deed of that doer's, told by the holder's own words?

    Not the accusation that a denial names itself ("denied charges that it used gas"), and not what a film or picture shows.
    """
    if guessed(reporter) or at_large(reporter) or factuality(reporter) not in ANSWERED:
        return False
    if reporter.another and not (is_dismissal(denier) and _stands_right_before(reporter, denier)):
        return False
    if any(word.startswith(PICTURES) for word in reporter.source) or _tells_of_itself(reporter):
        return False
    if (
        _is_campaign(reporter)
        or (_is_of_no_day(reporter) and not is_dismissal(denier))
        or not _by_one_means(denier, reporter)
    ):
        return False
    # the article's own voice tells of many deeds of a side
    if not quoted(reporter) and NEAR_SENTENCES < abs(denier.sentence - reporter.sentence) < OTHER_TEXT:
        return False
    if (reporter.nameless and reporter.sentence == denier.sentence) or reporter.disowned or hits_its_own_side(reporter):
        return False
    return of_one_side(denier, reporter)


def _tells_of_itself(view: View) -> bool:
    """Is its doer told by the words of who says so ("Putin and Erdogan discussed the attack")? Then it is no accusation, or misread."""
    return bool(view.agent_words) and view.agent_words <= view.source


def _stands_right_before(reporter: View, denier: View) -> bool:
    """Is it told in the sentence of a denial, before it ("accused rebels of earlier attacks, which they denied")?"""
    return reporter.sentence == denier.sentence and reporter.claim.event.trigger < denier.claim.event.trigger


def _is_campaign(view: View) -> bool:
    """Does it tell what went on for months, or has since?"""
    return view.days is not None and (view.days.length is None or view.days.length > LONGEST_DEED)


def _is_of_no_day(view: View) -> bool:
    """Are it several deeds of no day ("strikes have battered the province since the truce"), by means that are not rare?"""
    return view.several and view.days is None and view.claim.event.mode in MEANS


def _by_one_means(denier: View, reporter: View) -> bool:
    """May the deed that is denied be the one reported, by the means that both tell?"""
    denied, told = denier.claim.event.mode, reporter.claim.event.mode
    if "capture" in (denied, told):  # who denies an attack says nothing of a road that is held
        return denied == told
    if denied == WEAPONS or (told == WEAPONS and denied in MEANS):
        return told == denied or (told is None and reporter.lemma.startswith(DOING) and _are_gathered(denier, reporter))
    return denied == told or not (denied in MEANS and told in MEANS)


def _are_gathered(one: View, other: View) -> bool:
    return one.claim.incident is not None and one.claim.incident == other.claim.incident


def denied_responsibility(denier: View, reporter: View) -> Finding | None:
    """One side denies a deed that another holder reports of it."""
    if factuality(denier) != "denied" or not own_deed(denier) or not answers(denier, reporter):
        return None
    if denier.claim.event.type in SAYING or denier.claim.event.type != reporter.claim.event.type:
        return None
    if is_among(reporter, denier):
        return None
    if not quoted(reporter) and not told_alike(denier, reporter):
        return None
    if may_be_of_one_time_and_place(denier, reporter) and of_one_target(denier, reporter):
        return "responsibility", "denies", "the side that is said to have done it denies it"
    return None


def denied_nearby(denier: View, reporter: View) -> Finding | None:
    """The same, of claims that were not judged to be one happening: only close by."""
    if abs(denier.sentence - reporter.sentence) <= NEAR_SENTENCES:
        return denied_responsibility(denier, reporter)
    return None


def denied_occurrence(denier: View, reporter: View) -> Finding | None:
    """One denies what the other reports."""
    if factuality(denier) != "denied" or factuality(reporter) != "happened" or not _names_its_holder(denier):
        return None
    if denier.claim.event.type in SAYING or at_large(reporter) or reporter.disowned or not _share(denier, reporter):
        return None
    if SHARE in denier.claim.event.because or denier.lemma in SHARES or denies_jointly(denier):
        return None
    if not may_be_of_one_time_and_place(denier, reporter) or not _of_one_doer(denier, reporter):
        return None
    if not _of_one_deed(denier, reporter) or not told_alike(denier, reporter):
        return None
    return ("occurrence", "denies", "one denies that it happened") if of_one_target(denier, reporter) else None


def _of_one_deed(denier: View, reporter: View) -> bool:
    """Is it told beside the denial, by its word close to it or of the same people, or of the same place and days by words of their own?"""
    apart = abs(denier.sentence - reporter.sentence)
    people = denier.patients & reporter.patients or (denier.agents & reporter.agents and not guessed(denier))
    again = by_one_word(denier, reporter) and (apart <= NEAR_SENTENCES or bool(people))
    if denier.claim.event.because.startswith("negation") and not (people or _put_in_one_place(denier, reporter)):
        # "there is no perfect agreement", "no limits had been put on it": there are other agreements and limits
        return again and (denier.flat_denial or (denier.claim.event.type == "ASSAULT" and apart <= 1))
    return apart <= 1 or again or surely_of_one_time_and_place(denier, reporter)


def told_alike(denier: View, reporter: View) -> bool:
    """Do the two tell a deed by one word or mode, or does one say only that something was done?"""
    mode = denier.claim.event.mode
    if by_one_word(denier, reporter) or (mode is not None and mode == reporter.claim.event.mode):
        return True
    return any(view.lemma.startswith(DOING) for view in (denier, reporter))


def _put_in_one_place(denier: View, reporter: View) -> bool:
    """Do both tell the same place by words of their own?"""
    told = not any("place" in view.claim.inferred for view in (denier, reporter))
    return told and denier.place is not None and reporter.place is not None and denier.place.name == reporter.place.name


def _names_its_holder(denier: View) -> bool:
    return quoted(denier) and not denier.nameless and not denier.doubtful_speaker


def _of_one_doer(denier: View, reporter: View) -> bool:
    """Does the denial speak of the doer of the report?

    That these did not do it does not say that nobody did; a side that denies a deed without naming its doer ("denied the use of
    gas") speaks of itself, but where it says that there was none; who tells of a deed, where that is not told, may be the denier ("and has accused the rebels of it"); and the
    article's own voice tells a deed by naming who did it.
    """
    if not quoted(reporter) and guessed(reporter):
        return False
    if reporter.nameless and not reporter.agents & (denier.agents | denier.speaker):
        return False
    if denier.agents and not guessed(denier):
        return answers(denier, reporter)
    if not denier.speaker or (denier.speaker & reporter.agents and not guessed(reporter)):
        return True
    return bool(denier.patients & reporter.patients) or denier.claim.event.because.startswith("negation")


def of_one_target(denier: View, reporter: View) -> bool:
    """May both be done to the same? In another text people told by kind alone are others, whoever they are."""
    if abs(denier.sentence - reporter.sentence) >= OTHER_TEXT:
        return compatible(denier.parties, reporter.parties)
    return compatible(denier.patients, reporter.patients)


def _share(one: View, other: View) -> bool:
    """Have they a doer, a target or their very word in common? Being gathered with another is not enough to deny it."""
    return bool(one.agents & other.agents or one.patients & other.patients or one.lemma == other.lemma)
