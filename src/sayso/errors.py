"""Every error that a user of sayso can meet, each saying what happened and what to do about it.

A failure of one document among many is not raised to the user but kept as a `sayso.model.Problem`;
the errors here are what stages raise and what the front doors (command line, library) show.
"""


class SaysoError(Exception):
    """Base of all errors of sayso; its text is fit to be shown to a user."""


class BadSpan(SaysoError, ValueError):
    """A span that ends before it starts, or lies outside its text."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(f"not a span: [{start}, {end}) must have 0 <= start < end")


class PlacedError(SaysoError):
    """Something that is wrong at a place which the user can look at.

    where: the file, line, address or ledger. cause: what is wrong there. advice: what to do about it, where that is known.
    """

    def __init__(self, where: str, cause: str, advice: str = "") -> None:
        super().__init__(f"{where}: {cause}" + (f"; {advice}" if advice else ""))
        self.where = where
        self.cause = cause
        self.advice = advice


class UnreadableSource(PlacedError):
    """A file, address or pipe that could not be turned into a text."""


class BadLine(PlacedError):
    """A line of JSON Lines that is not a document in the line format."""


class TextTooLong(SaysoError):
    """A text longer than the settings allow one document to be."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            f"the text has {length:,} characters and the limit is {limit:,}; "
            "split it into articles, or raise max_characters in the settings"
        )


class BadSettings(SaysoError):
    """A settings file, environment variable or option that cannot be used."""


class BadResource(PlacedError):
    """A data file (codebook, lexicon, registry, gazetteer) that is missing or malformed."""


class MissingResource(BadResource):
    """A data file or model that should be installed with sayso and is not there."""


class BadDate(SaysoError, ValueError):
    """A publication date that is no day of the calendar in the form YYYY-MM-DD."""

    def __init__(self, given: str) -> None:
        super().__init__(f'{given!r} is no publication date; write it as YYYY-MM-DD, such as "2015-10-02"')
        self.given = given


class WorkersFailed(SaysoError):
    """Worker processes that could not be started, whatever document they would have been given."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"the pipeline could not be opened in the worker processes: {cause}")
        self.cause = cause


class NoCluster(SaysoError):
    """No Ray cluster where one was looked for."""

    def __init__(self, address: str, cause: str) -> None:
        advice = "a cluster that asks for a token needs RAY_AUTH_MODE=token here, and its token in RAY_AUTH_TOKEN or ~/.ray/auth_token"
        super().__init__(f"no Ray cluster answers at {address} ({cause}); {advice}")


class ClusterFailed(SaysoError):
    """A run on a cluster that came to an end before all was read; what was read is kept."""

    def __init__(self, cause: str) -> None:
        super().__init__(f"the cluster gave the run up: {cause}; the same command goes on from what is in the lake")
        self.cause = cause


class LedgerError(PlacedError):
    """Something about a ledger that the user can do something about."""


class NoLedger(LedgerError):
    """There is no ledger at that path or address."""


class LedgerBusy(LedgerError):
    """Another process is writing to the ledger, and did not finish in time."""


class LedgerReadOnly(LedgerError):
    """The ledger cannot be written: its file, its folder or its database does not allow it."""


class LedgerFull(LedgerError):
    """The disk on which the ledger lies is full."""


class LedgerDamaged(LedgerError):
    """The file is no ledger, or part of it is missing or overwritten."""


class LedgerVersion(LedgerError):
    """The ledger was made by an older or newer sayso than this one."""


class NotInLedger(LedgerError):
    """The ledger has nothing with that id or name."""


class BadQuery(SaysoError, ValueError):
    """A filter, sort or search that cannot be understood."""


class BadExport(SaysoError):
    """An export that cannot be made as asked: an option that does not fit the format, a file that cannot be used."""


class MissingExtra(SaysoError):
    """A format that needs a library of an extra which is not installed."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(f'{what} needs the library {library}; install it with: pip install "sayso[{extra}]"')
        self.library = library
        self.extra = extra


def in_words(error: Exception) -> str:
    """What is wrong with a file, in words, without numbers and names of Python's."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, UnicodeDecodeError):
        return "it is not written in UTF-8"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error)


def cause_of(error: Exception, where: str = "") -> str:
    """What went wrong, in words: our own errors speak for themselves, others are named by their class."""
    if isinstance(error, SaysoError):
        return str(error).removeprefix(f"{where}: ")
    message = str(error)
    return f"{type(error).__name__}: {message}" if message else type(error).__name__
