"""What is added is kept whole, once."""

import msgspec

from made.arbin import TEXT, arbin_ledger
from sayso.ledger import ClaimFilter, Store
from sayso.model import Document


def article(text: str = TEXT) -> Document:
    return msgspec.structs.replace(arbin_ledger().document, text=text)


def test_an_article_comes_back_as_it_was_added(store: Store) -> None:
    ledger = arbin_ledger()
    added = store.add(ledger)
    assert (added.new_document, added.new_reading) == (True, True)
    assert ledger == store.ledger(ledger.document.id)


def test_adding_again_adds_nothing(store: Store) -> None:
    store.add(arbin_ledger())
    before = list(store.log())
    added = store.add(arbin_ledger())
    assert (added.new_document, added.new_reading, added.new_appearance) == (False, False, False)
    assert before == list(store.log())
    assert store.is_read(arbin_ledger().document, arbin_ledger().run)


def test_characters_that_no_database_takes_are_kept_to_the_letter(store: Store) -> None:
    ledger = arbin_ledger()
    odd = TEXT + "\0 and half \ud83d a pair"
    ledger = msgspec.structs.replace(
        ledger, document=msgspec.structs.replace(ledger.document, text=odd, doc="\udc80\0")
    )
    store.add(ledger)
    assert ledger == store.ledger(ledger.document.id)


def test_claims_are_found_with_their_holders_actors_and_places(store: Store) -> None:
    store.add(arbin_ledger())
    claim = next(store.claims(ClaimFilter(who=("government jets",), killed=10)))
    assert claim.holder is not None
    assert claim.holder.speaker is not None
    assert claim.place is not None
    assert ("Rebel commanders", "SYR_MIL", "Arbin") == (
        claim.holder.speaker.name,
        claim.agents[0].code,
        claim.place.place.name,
    )


def test_a_saying_that_stands_in_one_that_comes_later_in_the_text_is_kept(store: Store) -> None:
    ledger = arbin_ledger()
    first, *others = ledger.attributions
    turned = (msgspec.structs.replace(first, parent=others[-1].id), *others)
    ledger = msgspec.structs.replace(ledger, attributions=turned)
    store.add(ledger)
    assert ledger == store.ledger(ledger.document.id)
    assert list(store.verify()) == []
