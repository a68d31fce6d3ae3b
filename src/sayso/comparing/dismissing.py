"""Who is told to deny or dismiss an accusation, and which claims of a text that answers."""

from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.comparing.denying import DONE, SAYING, answers, is_dismissal
from sayso.comparing.footing import NEAR_SENTENCES, doers, factuality, guessed, own_deed, quoted
from sayso.comparing.joint import is_among
from sayso.comparing.view import Finding, View

# Beginnings of the words by which somebody lays a deed at another's door; who condemns or criticises does not.
BLAME: Final = ("accus", "blam", "alleg", "charg", "point", "implicat")
# What is denied, where no words tell it, as lemmas or stems.
ALLEGED: Final = frozenset({"allegation", "alleg", "accusation", "accus", "claim", "charge", "charg"})


class Dismissals:
    """What is told of denials and dismissals ("the ministry dismissed the report"), and which claims of a text they answer.

    A dismissal answers what was told last: the nearest report of the deed before it, and after it where there is none; where the
    words that it dismisses have a claim of their own ("denied accusations that it shelled the town"), all reports of that. One whose
    denied deed is claimed in the denier's name ("denied that its planes hit the market") answers nothing beside that. Where no deed is
    told, but who accuses whom, it is the nearest accusation that is denied.
    """

    def __init__(self, views: Sequence[View]) -> None:
        self._answered: dict[str, frozenset[str]] = {}
        self._charges: dict[str, frozenset[str]] = {}
        denials = [
            _as_the_accused(view, views)
            for view in views
            if not view.no_denial and (is_dismissal(view) or _denies_own_deed(view))
        ]
        denied = [
            view for view in views if denials and factuality(view) == "denied" and view.claim.event.type not in SAYING
        ]
        for view in denials:
            answered = frozenset[str]()
            if is_dismissal(view):
                if view.doubtful_doer or any(doers(one) and _spells_out(one, view) for one in denied):
                    continue
                answered = _answered(view, views, [one for one in denied if _stands_in(one, view)])
            self._answered[view.claim.id] = answered
            self._charges[view.claim.id] = frozenset() if answered else _charges(view, views)

    def dismissed_accusation(self, denier: View, reporter: View) -> Finding | None:
        """A side is told to have denied or dismissed an accusation, close to another holder's report of its deed."""
        # "the police control room" speaks for the police
        own = is_among(reporter, denier) or (denier.agent_words and denier.agent_words <= reporter.source)
        if reporter.claim.id in self._answered.get(denier.claim.id, ()) and not own:
            return "responsibility", "denies", "the side that is said to have done it is told to deny it"
        return None

    def dismissed_beside(self, denier: View, reporter: View) -> Finding | None:
        """The same, where the article, or who accuses, tells both: "Moscow's jets hit the town. Moscow denied it."."""
        if not 0 <= denier.sentence - reporter.sentence <= 1:
            return None
        return self.dismissed_accusation(denier, reporter)

    def denied_charge(self, denier: View, accuser: View) -> Finding | None:
        """A side denies what another is told to have accused it of."""
        if accuser.claim.id in self._charges.get(denier.claim.id, ()):
            return "responsibility", "denies", "the side that is accused of it denies it"
        return None


def _as_the_accused(view: View, views: Sequence[View]) -> View:
    """A dismissal by nobody known ("blamed the army for it, though it denied it") is that of who is accused right before in its sentence."""
    if view.agents or not view.claim.event.agent or not is_dismissal(view):
        return view
    charges = [one for one in views if one.patients and _stands_beside(one, view)]
    accused = max(charges, key=lambda one: one.claim.event.trigger, default=None)
    return view if accused is None else msgspec.structs.replace(view, agents=accused.patients)


def _denies_own_deed(view: View) -> bool:
    return factuality(view) == "denied" and own_deed(view) and view.claim.event.type not in SAYING


def _spells_out(denied: View, dismissal: View) -> bool:
    return abs(denied.sentence - dismissal.sentence) <= 1 and bool(denied.speaker & dismissal.agents)


def _stands_in(denied: View, dismissal: View) -> bool:
    """Is it the deed that a dismissal is of, told without the denier's name ("denied accusations it carried out the attack")?"""
    return denied.nameless and denied.sentence == dismissal.sentence and bool(denied.agents & dismissal.agents)


def _answered(denier: View, views: Sequence[View], denied: Sequence[View]) -> frozenset[str]:
    """Ids of the reports that a dismissal answers. denied: the claims of what it dismisses."""
    # who is told to deny is the doer of his denial; a deed that has its doer by those very words was misread
    subjects = {span for view in views if is_dismissal(view) for span in view.claim.event.agent}
    deeds = [
        view
        for view in views
        if view.claim.event.type == "ASSAULT"
        and answers(denier, view)
        and not (_is_of_its_content(view, denier) or subjects.intersection(view.claim.event.agent))
    ]
    told = {view.claim.incident for view in denied}
    again = [view for view in deeds if view.claim.incident in told]
    if again:
        return frozenset(view.claim.id for view in again)
    deeds = [view for view in deeds if _near(view, denier)] or _alleged_right_before(denier, views)
    charges = [view for view in views if _is_charge(view, denier) or _stands_beside(view, denier)]
    if not deeds:
        return frozenset()
    nearest = min(_distance(view, denier) for view in (*deeds, *charges))
    last = [view for view in deeds if _distance(view, denier) == nearest]
    by = frozenset[str]().union(*(view.agents for view in charges if _distance(view, denier) == nearest))
    return frozenset(view.claim.id for view in (last or [view for view in deeds if view.speaker & by]))


def _alleged_right_before(denier: View, views: Sequence[View]) -> list[View]:
    """Deeds that somebody lays at a door without a name ("its opponents") right before a denial of "the allegation"."""
    if not denier.patient_words & ALLEGED:
        return []
    return [
        view
        for view in views
        if denier.sentence - view.sentence == 1
        and view.claim.event.type == "ASSAULT"
        and factuality(view) in DONE
        and quoted(view)
        and not (guessed(view) or view.nameless or view.disowned or view.another)
        and view.vague
        and not view.speaker & denier.agents
    ]


def _is_of_its_content(view: View, denier: View) -> bool:
    """Is it told behind a denial in its sentence, by the denier or the article: what is denied, and not what somebody reports?"""
    behind = view.sentence == denier.sentence and view.claim.event.trigger > denier.claim.event.trigger
    return behind and (not quoted(view) or bool(view.speaker & denier.agents))


def accusers(view: View) -> frozenset[str]:
    """Who accuses: the doer of an accusation, or who tells it ("reiterating accusations that ...")."""
    return view.agents or (view.speaker if quoted(view) and not view.disowned else frozenset())


def _charges(denier: View, views: Sequence[View]) -> frozenset[str]:
    """Ids of the accusations that a denial answers: the nearest ones before it, by somebody who is told, and of whom no report is."""
    reports = [view for view in views if _near(view, denier) and answers(denier, view)]
    told = frozenset[str]().union(*(view.speaker for view in reports))
    spelled_out = {view.sentence for view in reports if quoted(view)}
    charges = [
        view
        for view in views
        if _is_charge(view, denier) and view.sentence <= denier.sentence and view.sentence not in spelled_out
    ]
    nearest = max((view.sentence for view in charges), default=0)
    last = [view for view in charges if view.sentence == nearest and not guessed(view)]
    return frozenset(view.claim.id for view in last if accusers(view) and not accusers(view) & (doers(denier) | told))


def _is_charge(view: View, denier: View) -> bool:
    """Is a side told, close to its denial, to be accused of something?"""
    accused = view.claim.event.type == "ACCUSE" and view.lemma.startswith(BLAME) and factuality(view) in DONE
    return accused and _near(view, denier) and bool(view.patients & doers(denier)) and not view.speaker & doers(denier)


def _stands_beside(view: View, denier: View) -> bool:
    """Does an accusation, whoever makes it, stand before a dismissal in its sentence? It is of that, and not of what was told before."""
    before = view.sentence == denier.sentence and view.claim.event.trigger < denier.claim.event.trigger
    return before and view.claim.event.type == "ACCUSE" and view.lemma.startswith(BLAME)


def _near(view: View, denier: View) -> bool:
    return abs(view.sentence - denier.sentence) <= NEAR_SENTENCES


def _distance(view: View, denier: View) -> tuple[int, bool]:
    return abs(view.sentence - denier.sentence), view.sentence > denier.sentence
