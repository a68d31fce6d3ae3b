"""Below the claims: the actors, the disputes, and what was left out."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.text import Text

from sayso.cli.view.frame import columns, heading, mark, plain_marks
from sayso.cli.view.phrases import excerpt, holder_words, name_of, says, shortened, squeezed, who_to_whom
from sayso.model import Actor, Claim, Dispute, Ledger

NAME = 28
WHY = 20
HOW = {"contradicts": "contradict each other", "denies": "one denies the other", "differs": "tell it differently"}
WIDE = 100


def actors_of(ledger: Ledger, console: Console) -> Iterator[RenderableType]:
    """Everyone who acts, speaks or is acted on: what they are, how else they are called, who belongs to whom.

    Those who do so most often come first; who is only named is counted.
    """
    uses = _uses(ledger)
    shown = sorted((one for one in ledger.cast.actors if uses[one.id]), key=lambda one: -uses[one.id])
    rest = len(ledger.cast.actors) - len(shown)
    if not ledger.cast.actors:
        return
    others = f"and {rest} others who are only named" if rest != 1 else "and 1 other who is only named"
    yield heading("Actors", console, others if rest else "")
    table = columns(NAME if console.width < WIDE else NAME + 10, None)
    for actor in shown:
        table.add_row(Text(name_of(actor.id, ledger), style="name"), _about(actor, ledger))
    yield table


def _uses(ledger: Ledger) -> Counter[str]:
    """How often each actor acts, is acted on or speaks; a member of one who does counts for once."""
    uses: Counter[str] = Counter()
    for claim in ledger.claims:
        uses.update({*claim.agent_actor, *claim.patient_actor})
    uses.update(one.source_actor for one in ledger.attributions if one.source_actor is not None)
    members = {member for actor in ledger.cast.actors if uses[actor.id] for member in actor.members}
    for member in members:
        uses[member] = max(1, uses[member])
    return uses


def _about(actor: Actor, ledger: Ledger) -> Text:
    kind = actor.kind.replace("_", " ")
    found = Text(kind if not actor.country else f"{kind}, {actor.country}")
    if others := _other_names(actor):
        found.append(f" · also {', '.join(others)}")
    if actor.members:
        found.append(f" · members: {', '.join(name_of(one, ledger) for one in actor.members)}")
    if actor.part_of:
        found.append(f" · of {name_of(actor.part_of, ledger)}", style="quiet")
    return found


def _other_names(actor: Actor) -> list[str]:
    """Names that tell more than the first: not its parts, nor the same in other capitals."""
    told = [squeezed(name) for name in actor.names[:1]]
    for name in map(squeezed, actor.names[1:]):
        if not any(says(one, name) for one in told):
            told.append(name)
    return told[1:]


def disputes_of(ledger: Ledger, console: Console) -> Iterator[RenderableType]:
    """Where two holders pull apart, side by side."""
    if not ledger.disputes:
        return
    yield heading("Disputes", console, "inside this article")
    claims = {claim.id: claim for claim in ledger.claims}
    table = columns(WHY + 4, None)
    for number, dispute in enumerate(ledger.disputes):
        if number:
            table.add_row()
        sides = [_side(claims[one], ledger, console) for one in (dispute.a, dispute.b) if one in claims]
        table.add_row(_over(dispute), Group(*sides))
    yield table


def _over(dispute: Dispute) -> RenderableType:
    over = Text(dispute.field, style="type")
    lines: list[RenderableType] = [over, Text(HOW[dispute.how], style="quiet")]
    return Group(*lines)


def _side(claim: Claim, ledger: Ledger, console: Console) -> RenderableType:
    who = holder_words(claim.holder, ledger, console)
    fact = claim.event.factuality
    line = Text.assemble(
        (f"{claim.id} ", "quiet"), who, (" · ", "quiet"), (f"{mark(fact, console)} {fact}", fact), (" · ", "quiet"),
        who_to_whom(claim, ledger, "->" if plain_marks(console) else "→"),
    )  # fmt: skip
    return Group(line, excerpt(claim.event.trigger, ledger.document, console, most=160))


def left_out_of(ledger: Ledger, console: Console) -> Iterator[RenderableType]:
    """What of the text was taken for no part of the report."""
    left_out = ledger.document.left_out
    if not left_out:
        return
    yield heading("Left out", console, "no part of the report")
    table = columns(WHY, None)
    for left in left_out:
        words = shortened(left.span.words(ledger.document.text), 2 * (console.width - WHY - 4))
        table.add_row(Text(left.why, style="quiet"), Text(words, style="quiet"))
    yield table
