"""A claim that something did not happen is not always its holder's denial."""

import pytest

from sayso.comparing.denials import denies_doing, is_flat_denial, is_no_denial, is_untold
from sayso.model import Event, Factuality, Span


def told(text: str, word: str, because: str, factuality: Factuality = "denied") -> tuple[Event, str]:
    start = text.index(word)
    return Event(Span(start, start + len(word)), "ASSAULT", factuality=factuality, because=because), text


@pytest.mark.parametrize(
    ("text", "word", "because", "expected"),
    [
        ("The army denied shelling the town.", "shelling", "denied: under denied", False),
        ("We did not shell the town, he said.", "shell", "negation: not", False),
        ("The army shelled it on May 3 but denied raids on it.", "raids", "denied: under denied", False),
        (
            "The ministry called reports that it shelled the town untrue.",
            "shelled",
            "denied: under dismiss, as untrue",
            False,
        ),
        ("The army failed to take the town.", "take", "denied: under failed", True),
        ("Police prevented an attack on the square.", "attack", "denied: under prevented", True),
        ("The town will not be besieged, he said.", "besieged", "negation: not", True),
        ("It would not have been shelled, he said.", "shelled", "negation: not", True),
        ("The ministry did not say what agent was used.", "used", "negation: not", True),
        ("It denied the charge, saying rebels shelled the town.", "shelled", "denied: under denied", True),
        ("It is a desperate attempt to deny its part in the massacre.", "massacre", "denied: a share in it", True),
        ("It will deny the evidence of its responsibility for this massacre.", "massacre", "denied: under deny", True),
        ("The gas had never been used before.", "used", "negation: never", True),
        ("There have been no strikes so far, he said.", "strikes", "negation: no", True),
        ("Never had the army been deployed so late in the past, he said.", "deployed", "negation: never", True),
        ("There were no strikes before the truce, he said.", "strikes", "negation: no", False),
        ("We flew no strikes in that area at that time.", "strikes", "negation: no", True),
        ("He cannot be released from jail, she said.", "released", "negation: not", True),
        ("The court ruled against the siege of the camp.", "siege", "denied: under ruled", True),
        ("The mayor vowed never to meet the general.", "meet", "negation: never", True),
        ("I did nothing that was not ordered by the mayor.", "ordered", "negation: not", True),
        ("Neither side fired on the other.", "fired", "negation: neither", True),
        ("The report mentioned no deaths.", "deaths", "negation: no", True),
        ("The mayor will speak. The army did not shell it.", "shell", "negation: not", False),
        (
            "Read Also: Army Units Deny Shelling Market Dead Buried In Northern Town",
            "Shelling",
            "denied: under Deny",
            True,
        ),
        ("THE ARMY UNITS DENY SHELLING THE MARKET IN THE TOWN.", "SHELLING", "denied: under DENY", False),
    ],
)
def test_what_failed_or_will_not_happen_is_not_denied(text: str, word: str, because: str, expected: bool) -> None:
    event, whole = told(text, word, because)
    assert expected == is_no_denial(event, whole)


def test_a_denial_that_another_foretells_is_none_yet() -> None:
    text = "The regime will deny its part in the massacre, the senator said."
    event, whole = told(text, "massacre", "denied: under deny")
    cue = Span(text.index("deny"), text.index("deny") + 4)
    assert is_no_denial(event, whole, [cue])


def test_a_denial_by_a_word_that_is_not_the_holder_s_is_another_s() -> None:
    text = "The army denies the raid but its own data says otherwise."
    event, whole = told(text, "raid", "denied: under denies")
    denies, says = (Span(text.index(word), text.index(word) + len(word)) for word in ("denies", "says"))
    assert is_no_denial(event, whole, [says])
    assert not is_no_denial(event, whole, [says, denies])


def test_what_happened_is_no_matter_of_denial() -> None:
    event, whole = told("They will shell the town.", "shell", "", "planned")
    assert not is_no_denial(event, whole)


def test_who_denies_earlier_accusations_says_nothing_of_this_one() -> None:
    text = "The army has denied previous accusations."
    start = text.index("denied")
    assert is_no_denial(Event(Span(start, start + 6), "REJECT", "deny"), text)
    text = "The army has denied that it shelled the town."
    assert is_no_denial(Event(Span(start, start + 6), "REJECT", "deny"), text)
    text = "The army has denied it on Monday."
    assert not is_no_denial(Event(Span(start, start + 6), "REJECT", "deny"), text)
    text = "The army has denied. He left."
    assert not is_no_denial(Event(Span(start, start + 6), "REJECT", "deny"), text)
    text = "The army has denied the accusation."
    assert not is_no_denial(Event(Span(start, start + 6), "REJECT", "deny"), text)


@pytest.mark.parametrize(
    ("text", "word", "flat"),
    [
        ('"There was no meeting and there is no pact," he said.', "meeting", True),
        ('"There was no meeting and there is no pact," he said.', "pact", True),
        ("There is no perfect pact, he said.", "pact", False),
        ("There were no limits on trade, he said.", "limits", False),
        ("He said no meeting had been planned.", "meeting", False),
    ],
)
def test_a_flat_denial_says_that_there_was_no_such_thing_at_all(text: str, word: str, flat: bool) -> None:
    assert flat == is_flat_denial(*told(text, word, "negation: no"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army denied carrying out the attack.", True),
        ("The army flatly denied ever ordering the attack.", True),
        ("The army denied that rebels made the attack.", False),
        ("The army welcomed planning the attack.", False),
    ],
)
def test_who_denies_doing_it_means_itself(text: str, *, expected: bool) -> None:
    event, whole = told(text, "attack", "denied: under denied")
    cue = next(text.index(word) for word in ("denied", "welcomed") if word in text)
    assert expected == denies_doing(event, [Span(cue, text.index(" ", cue))], whole)


def test_what_nobody_is_known_to_have_done_is_not_told() -> None:
    event, whole = told("Other groups are not known to have used such bombs.", "used", "", "happened")
    assert is_untold(event, whole)
    event, whole = told("The army used such bombs.", "used", "", "happened")
    assert not is_untold(event, whole)


def test_a_denial_since_some_day_is_of_other_days() -> None:
    event, whole = told("It has not bombed the town since May.", "bombed", "negation: not")
    assert is_no_denial(event, whole)
