"""The clean copy: the text as the stages read it, where the one at hand is hard to read.

Old wire copy in capitals and transcripts in small letters are given their case back, lines broken by hand are joined, marks that an
encoding broke are made whole, and what the monitors of broadcasts remark in square brackets is put out of the way. The copy is as long as the text, character for character, so that every span that is
found in it is one of the text; what comes out has the text's own words. An ordinary text is its own clean copy.
"""

from sayso.reading.clean_copy.copying import clean, clean_text
from sayso.reading.clean_copy.written import as_written, toponyms_as_written

__all__ = ["as_written", "clean", "clean_text", "toponyms_as_written"]
