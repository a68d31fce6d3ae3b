"""The options that name an aggregation policy."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.linking.policies import PolicyName

PolicyOption = Annotated[
    PolicyName | None,
    typer.Option(
        "--policy",
        metavar="NAME",
        help="Boil accounts down under this policy: conservative (or lowest), informative, representative (or majority), highest, ranking.",
    ),
]
RankingOption = Annotated[
    Path | None,
    typer.Option(
        "--ranking",
        metavar="FILE",
        help="Sources in the order in which they are believed, one a line; for --policy ranking.",
    ),
]
