"""The actor that reads: it opens the models once, reads the pieces that Ray hands it, and writes them into the lake."""

from typing import Any, Final

from sayso.errors import SaysoError
from sayso.model import Problem
from sayso.running.cluster.answering import Answer, answer_piece, decode_answer, problem_answer
from sayso.running.cluster.lake import Lake
from sayso.running.cluster.pieces import decode_piece
from sayso.running.crew import Crew
from sayso.running.lines import decode_problem
from sayso.running.one import Opener
from sayso.running.order import shared
from sayso.settings import Settings

TOGETHER: Final = 8
AHEAD: Final = 2


class Reader:
    """Reads in a process of its own, so that a document that kills it takes no actor with it.

    Ray gives a lost actor's batch to another; a document that kills every actor would go round for ever. Here it is read once
    more, alone, and is a problem if it kills again.
    """

    def __init__(self, lake: str, settings: Settings, opener: Opener) -> None:
        self._lake = Lake(lake)
        self._crew = Crew(1, settings, opener, answer_piece)

    def __call__(self, batch: Any) -> Any:
        """Read the pieces of a batch (a pyarrow Table with the column `piece`), write them, and tell what was written.

        Whatever would make every other batch fail as well is told in the column `failure`; no error of ours would come back
        from another machine as what it is.
        """
        import pyarrow as pa  # noqa: PLC0415  # takes half a second to load

        answers: list[Answer] = []
        failure = None
        try:
            answers = self._answers([one.as_py() for one in batch["piece"]])
            self._lake.write(answers)
        except SaysoError as error:
            failure = str(error)
        failed = [one for one in answers if one.problem is not None]
        return pa.table(
            {
                "documents": pa.array([len(answers)], pa.int64()),
                "claims": pa.array([sum(one.count for one in answers)], pa.int64()),
                "words": pa.array([sum(one.words for one in answers)], pa.int64()),
                "problems": pa.array([len(failed)], pa.int64()),
                "failure": pa.array([failure], pa.string()),
            }
        )

    def _answers(self, pieces: list[bytes]) -> list[Answer]:
        numbered = list(enumerate(pieces))
        chunks = (tuple(numbered[start : start + TOGETHER]) for start in range(0, len(numbered), TOGETHER))
        lines = shared(chunks, self._crew, AHEAD)
        return [_answer(piece, line) for piece, line in zip(pieces, lines, strict=True)]


def _answer(piece: bytes, line: bytes) -> Answer:
    """The answer to a piece; for one that killed its reader twice the crew itself answers, with a line of JSON.

    Its cause is the crew's; the crew cannot tell the document's name and place, which stand inside of the piece.
    """
    if not line.startswith(b'{"'):
        return decode_answer(line)
    placed = decode_piece(piece)
    return problem_answer(placed, Problem(placed.doc, decode_problem(line), placed.where))
