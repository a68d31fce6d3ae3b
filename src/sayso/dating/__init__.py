"""When: time expressions -> TIMEX3 value and EDTF, anchored to the publication date or to the day of speech."""

from sayso.dating.expression import when
from sayso.dating.finding import find_times
from sayso.dating.publication import infer_publication
from sayso.dating.speech import anchor_speech

__all__ = ["anchor_speech", "find_times", "infer_publication", "when"]
