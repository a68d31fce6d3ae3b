"""Exporting: one file for each format; claims chosen from a ledger, guarded, aggregated under a named policy, delivered."""

from sayso.exporting.aggregating import aggregate, policy_of
from sayso.exporting.coarsening import Coarsening, Grain
from sayso.exporting.delivering import Delivered, deliver, log_export, note_in_log, pour
from sayso.exporting.embargo import Embargo
from sayso.exporting.export import Asked, Export, Manifest
from sayso.exporting.formats import FORMATS, Format
from sayso.exporting.gathering import Gathering, NameOf, name_in
from sayso.exporting.pseudonyms import Pseudonyms

__all__ = [
    "FORMATS", "Asked", "Coarsening", "Delivered", "Embargo", "Export", "Format", "Gathering", "Grain", "Manifest", "NameOf",
    "Pseudonyms", "aggregate", "deliver", "log_export", "name_in", "note_in_log", "policy_of", "pour",
]  # fmt: skip
