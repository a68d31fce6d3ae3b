"""Finding attributions: the rules on the parse, or the tagger's where it speaks, finished alike."""

from collections.abc import Sequence

from sayso.attributing.citing import relayed
from sayso.attributing.draft import Draft
from sayso.attributing.finishing import finish
from sayso.attributing.merging import drafts_from, merged
from sayso.attributing.rules import drafts
from sayso.attributing.speakers import claimed_by_nobody
from sayso.model import Attribution, Document, Parse, Tags
from sayso.resources.cues import CueLexicon


def find_attributions(
    document: Document,
    parse: Parse,
    cues: CueLexicon,
    tags: Tags | None = None,
    tagged: Sequence[Attribution] = (),
) -> tuple[Attribution, ...]:
    """Who says what in a document, outermost and nested, in the order of the text.

    tags: the trained tagger's labels, where there are any: a cue that it marks is surer, one that it does not less sure.
    tagged: attributions that the tagger's linker found; they are then the outermost ones, and the rules add those inside.
    """
    ruled: Sequence[Draft] = drafts(document, parse, cues, tags)
    found = merged(parse, *relayed(parse, drafts_from(parse, tagged), ruled)) if tagged else ruled
    return finish(document, parse, cues, [one for one in found if not claimed_by_nobody(document.text, one)])
