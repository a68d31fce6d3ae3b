"""The command `sayso`: its commands, and how errors reach the user."""

import io
import os
import sys
from typing import Annotated

import typer

from sayso.cli import (
    actors,
    add,
    annotate,
    bundle,
    changes,
    claims,
    code,
    compare,
    diff,
    disputes,
    documents,
    export,
    forget,
    incident,
    incidents,
    judge,
    label,
    link,
    mcp,
    merge,
    migrate,
    places,
    problems,
    read,
    recover,
    review,
    runs,
    search,
    serve,
    users,
    verify,
    when,
)
from sayso.errors import SaysoError
from sayso.resources.opening import ONE_THREAD

app = typer.Typer(
    name="sayso",
    help="sayso reads news and keeps the ledger of what is reported to have happened, and on whose say-so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # the plain help loads in half the time
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", no_args_is_help=True)(read.read)
app.command("add")(add.add)
app.command("annotate")(annotate.annotate)
app.command("code", no_args_is_help=True)(code.code)
app.command("places")(places.places)
app.command("export", no_args_is_help=True)(export.export)
app.command("when", no_args_is_help=True)(when.when)
app.command("claims")(claims.claims)
app.command("incidents")(incidents.incidents)
app.command("incident", no_args_is_help=True)(incident.incident)
app.command("disputes")(disputes.disputes)
app.command("judge", no_args_is_help=True)(judge.judge)
app.command("label", no_args_is_help=True)(label.label)
app.command("labels")(label.labels)
app.command("undo", no_args_is_help=True)(label.undo)
app.command("review")(review.review)
app.command("agreement", no_args_is_help=True)(review.agreement)
app.command("link")(link.link)
app.command("actors")(actors.actors)
app.command("documents")(documents.documents)
app.command("search", no_args_is_help=True)(search.search)
app.command("problems")(problems.problems)
app.command("runs")(runs.runs)
app.command("diff", no_args_is_help=True)(diff.diff)
app.command("changes", no_args_is_help=True)(changes.changes)
app.command("merge", no_args_is_help=True)(merge.merge)
app.command("compare", no_args_is_help=True)(compare.compare)
app.command("forget", no_args_is_help=True)(forget.forget)
app.command("mcp")(mcp.mcp)
app.command("serve")(serve.serve)
app.add_typer(users.app, name="users")
app.command("verify")(verify.verify)
app.command("bundle", no_args_is_help=True)(bundle.bundle)
app.command("recover", no_args_is_help=True)(recover.recover)
app.command("migrate")(migrate.migrate)

FAILED = 1
INTERRUPTED = 130


def _version(*, asked: bool) -> None:
    if asked:
        from sayso import __version__  # noqa: PLC0415  # only when asked

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda asked: _version(asked=asked), is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Sayso reads news and keeps the ledger of what is reported to have happened, and on whose say-so."""
    del version


def main() -> None:
    """Run the command; an error of sayso is one line on standard error and exit code 1, wrong usage is 2."""
    for name, number in ONE_THREAD.items():
        os.environ.setdefault(name, number)  # before any of them is loaded; who sets another number means it
    if isinstance(sys.stdout, io.TextIOWrapper):
        # a text may have characters that an old encoding has not; they must not end the command
        sys.stdout.reconfigure(errors="replace")
    try:
        app()
    except SaysoError as error:
        _complain(str(error))
        sys.exit(FAILED)
    except BrokenPipeError:
        # Whoever was reading has had enough (`| head`); nothing more must be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _complain(message: str) -> None:
    words = "".join(one if one.isprintable() else " " for one in message)
    sys.stderr.write(f"sayso: {' '.join(words.split())}\n")
