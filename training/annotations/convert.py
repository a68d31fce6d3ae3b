"""Compiled annotations, with their articles' words beside them, to files of offsets and labels alone.

usage: python -m training.annotations.convert FOLDER DOC [DOC ...] --into training/annotations/worldwide [--names]
With --names, the names of actors and places are kept too, as the offsets at which each stands in the text first.
FOLDER holds DOC.json (an annotation with names and offsets) and DOC.txt (the text that the offsets count in).
"""

import argparse
import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

# The labels that are kept of each item, in the order of the files. Names, notes and whatever else quotes a text stay behind.
ACTOR = ("id", "kind", "part_of", "members")
PLACE = ("id", "country", "kind", "lat", "lon")
ATTRIBUTION = ("id", "kind", "sentence", "source", "source_actor", "cue", "content", "parent")
EVENT = (
    *("id", "sentence", "trigger", "type", "subtype", "agent", "agent_actor", "patient", "patient_actor"),
    *("place", "place_id", "time", "time_value", "factuality", "killed", "injured", "holder", "incident"),
)
DISPUTE = ("incident", "field", "a", "b")
KEPT = {"actors": ACTOR, "places": PLACE, "attributions": ATTRIBUTION, "events": EVENT, "disputes": DISPUTE}


def span_of(words: str | None, text: str) -> list[int] | None:
    """Half-open offsets of the first place where the words stand in the text; None for no words.

    Raises ValueError when the text does not hold them.
    """
    if words is None:
        return None
    start = text.index(words)
    return [start, start + len(words)]


def without_words(notes: dict[str, Any], text: str) -> dict[str, Any]:
    """A compiled annotation as offsets and labels, with what tells its text from others.

    Raises ValueError when a holder's content does not contain the trigger that it is said to hold.
    """
    contents = {one["id"]: one["content"] for one in notes["attributions"]}
    for event in notes["events"]:
        start, end = event["trigger"]
        if event["holder"] and not any(low <= start and end <= high for low, high in contents[event["holder"]]):
            raise ValueError(f"{notes['doc']}: {event['id']} is outside the content of {event['holder']}")
    dateline = notes["dateline"] or {}
    return {
        "doc": notes["doc"],
        "sha256": sha256(text.encode()).hexdigest(),
        "characters": len(text),
        "dateline": {
            "place": span_of(dateline.get("place"), text),
            "date": dateline.get("date"),
            "agency": span_of(dateline.get("agency"), text),
        },
        **{name: [{key: one[key] for key in keys} for one in notes[name]] for name, keys in KEPT.items()},
    }


def names_in(notes: dict[str, Any], kept: dict[str, Any], text: str) -> dict[str, Any]:
    """Kept annotations with the names of actors and places as offsets; names that the text does not hold are left out."""
    with_names = {
        name: [
            {**one, "names": [span_of(words, text) for words in told["names"] if words in text]}
            for one, told in zip(kept[name], notes[name], strict=True)
        ]
        for name in ("actors", "places")
    }
    return {**kept, **with_names}


def laid_out(annotation: dict[str, Any]) -> str:
    """The annotation as JSON with one actor, place, attribution, event or dispute a line."""
    fields = []
    for name, value in annotation.items():
        items = ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in value) if isinstance(value, list) else ""
        written = f"[\n  {items}\n ]" if items else json.dumps(value, ensure_ascii=False)
        fields.append(f' "{name}": {written}')
    return "{\n" + ",\n".join(fields) + "\n}\n"


def convert(folder: Path, docs: Iterable[str], into: Path, *, names: bool = False) -> None:
    """Write INTO/DOC.json of every annotation DOC in the folder, with the offsets of names if asked for."""
    into.mkdir(parents=True, exist_ok=True)
    for doc in docs:
        notes = json.loads((folder / f"{doc}.json").read_text(encoding="utf-8"))
        text = (folder / f"{doc}.txt").read_text(encoding="utf-8")
        kept = without_words(notes, text)
        kept = names_in(notes, kept, text) if names else kept
        (into / f"{doc}.json").write_text(laid_out(kept), encoding="utf-8")


def main() -> None:
    """Read the command line and convert what it names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("docs", nargs="+")
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--names", action="store_true", help="keep where the names of actors and places stand")
    options = parser.parse_args()
    convert(options.folder, options.docs, options.into, names=options.names)


if __name__ == "__main__":
    main()
