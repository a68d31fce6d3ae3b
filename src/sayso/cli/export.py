"""`sayso export`: claims of a ledger in a format that other tools read."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from sayso.cli.filtering import Countries, Publishers, Since, Until, codes, several
from sayso.cli.many import many
from sayso.cli.options import LedgerPath, SettingsFile, settings_from
from sayso.cli.policies import PolicyOption, RankingOption

if TYPE_CHECKING:
    from sayso.exporting import Delivered
    from sayso.ledger import Store
    from sayso.linking.policies import Policy

Name = Literal[
    "csv", "parquet", "eventreport", "acled", "ucdp", "plover", "geojson", "graphml", "annotations", "rdf", "ftm", "html"
]  # fmt: skip
FormatName = Annotated[Name, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(get_args(Name))}.")]
Several = list[str] | None


def export(
    format: FormatName,  # noqa: A002  # the word of the command
    ledger: LedgerPath = None,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="The file to write, or the folder (with a slash at its end, or one that exists); standard output without it.",
        ),
    ] = None,
    policy: PolicyOption = None,
    ranking: RankingOption = None,
    embargo: Annotated[
        str | None, typer.Option(metavar="72h", help="Withhold what was published less than so long ago (h, d, w).")
    ] = None,
    coarsen: Annotated[
        str | None,
        typer.Option(metavar="0.1deg|admin1", help="Make places no finer, and take their names out of quotations."),
    ] = None,
    pseudonym_key: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where the key of pseudonyms is kept; by default beside the ledger."),
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to tell what was changed; by default beside --out.")
    ] = None,
    incident: Annotated[
        Several, typer.Option(metavar="ID", help="Only claims about this incident; may be given again.")
    ] = None,
    document: Annotated[
        Several, typer.Option(metavar="ID", help="Only claims of this document; may be given again.")
    ] = None,
    type: Annotated[Several, typer.Option(metavar="TYPE", help="Only events of this type; may be given again.")] = None,  # noqa: A002  # the same
    factuality: Annotated[
        Several,
        typer.Option(metavar="HOW", help="Only claims presented so (happened, denied, ...); may be given again."),
    ] = None,
    country: Countries = None,
    publisher: Publishers = None,
    since: Since = None,
    until: Until = None,
    settings: SettingsFile = None,
    *,
    pseudonymise: Annotated[bool, typer.Option("--pseudonymise", help="Give private persons pseudonyms.")] = False,
    texts: Annotated[
        bool, typer.Option("--texts", help="Let the whole texts go along; without it, short quotations alone.")
    ] = False,
) -> None:
    """Write claims of a ledger in a format that other tools read.

    Every row is one claim of one holder; incidents are boiled down only under a policy that you name, and its name is
    written into the file. What is exported is noted in the ledger's custody log.
    """
    from sayso.exporting import (  # noqa: PLC0415  # loads the ledger and the formats
        FORMATS,
        Asked,
        Coarsening,
        Embargo,
        Export,
        Grain,
        Pseudonyms,
        deliver,
        name_in,
        note_in_log,
        pour,
    )
    from sayso.ledger import ClaimFilter, Store  # noqa: PLC0415  # the same
    from sayso.resources.actors import Registry  # noqa: PLC0415  # the same

    registry = Registry.open([Path(file) for file in settings_from(settings).actors])
    with Store.open(ledger) as store:
        chosen = ClaimFilter(
            incidents=tuple(store.incident(one).id for one in several(incident)),
            documents=tuple(store.document(one).id for one in several(document)),
            type=codes(type), factuality=several(factuality), country=codes(country), publisher=several(publisher),
            since=since, until=until,
        )  # fmt: skip
        key = pseudonym_key if pseudonym_key is not None else _key_beside(store)
        now = datetime.now(UTC).replace(microsecond=0)
        asked = Asked(
            format=FORMATS[format],
            chosen=chosen,
            made=now.isoformat().replace("+00:00", "Z"),
            policy=_policy(policy, ranking),
            texts=texts,
            embargo=None if embargo is None else Embargo.of(embargo, now),
            coarsening=None if coarsen is None else Coarsening(Grain.of(coarsen)),
            pseudonyms=Pseudonyms.open(key, registry) if pseudonymise else None,
        )
        made = Export(store, asked, name_in(registry))
        delivered = pour(made, sys.stdout.buffer, manifest) if out is None else deliver(made, out, manifest)
        _tell(delivered, note_in_log(made, delivered))


def _policy(name: str | None, ranking: Path | None) -> "Policy | None":
    """The policy of the options; raises BadExport where the two do not go together."""
    from sayso.exporting import policy_of  # noqa: PLC0415  # loads the ledger and the formats

    return policy_of(name, ranking)


def _key_beside(store: "Store") -> Path:
    """Where the key of pseudonyms is kept by default: beside the ledger's file, or in the current folder."""
    path = store.path
    return Path("sayso.pseudonyms.json") if path is None else path.with_name(f"{path.name}.pseudonyms.json")


def _tell(delivered: "Delivered", not_logged: str | None) -> None:
    """What was done, on standard error."""
    parts = [many(delivered.rows, "row")]
    if delivered.left_out:
        parts.append(f"{delivered.left_out:,} have no place in this format")
    if delivered.withheld:
        parts.append(f"{many(delivered.withheld, 'claim')} withheld")
    if delivered.files:
        parts.append(f"written to {', '.join(str(file) for file in delivered.files)}")
    sys.stderr.write(f"sayso: {'; '.join(parts)}\n")
    if not_logged is not None:
        sys.stderr.write(f"sayso: the export is not in the custody log: {not_logged}\n")
