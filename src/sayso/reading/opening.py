"""The opening of a text: what stands above and before the report's first own word."""

import re
from functools import cache
from typing import Final

from msgspec import Struct

from sayso.model import Dateline, LeftOut, Span
from sayso.reading.datelines import Opening, dateline_at, inline_dateline
from sayso.reading.dates import FULL_DATE, MONTH, TIME, WEEKDAY
from sayso.reading.lines import line_at, line_rule
from sayso.resources.wire import conventions

# Headline, byline, date, credit, sharing buttons, caption: more pieces than this stand above no report.
MOST_PIECES: Final = 14
HEADLINE_LONGEST: Final = 160
TITLE_SHORTEST: Final = 12
PARAGRAPH: Final = 150
SEPARATORS: Final = re.compile(r" (?:\||-|–|—|::|»|ï¿½_) ")
LABEL: Final = r"(?i:date of publication|this (?:story|article|report) is from|(?:last |first )?(?:published|posted|updated|modified|issued)(?: on| at)?|publication date)"
BYLINE: Final = re.compile(r"\s+[Bb]y (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+(?: English)?)")
# A sentence may go on like this where a headline stops: "Rebels shell the port Monday, ...".
DAY_FIRST: Final = re.compile(rf"(?:{WEEKDAY}|{MONTH})(?!\w)")
NAMES: Final = re.compile(r"(?:[A-Z][\w’'-]+ ){1,5}[A-Z][\w’'-]+\.(?= [A-Z])")


class Front(Struct, frozen=True):
    """What was found above and before the report.

    start: where the report's own words start. left_out: the pieces before it. author: the name in the byline.
    """

    start: int
    dateline: Dateline | None
    left_out: tuple[LeftOut, ...]
    author: str | None


class _Stamp(Struct, frozen=True):
    """A printed date of publication, alone, labelled, or after an agency."""

    span: Span
    date: Span
    agency: Span | None
    author: str | None = None


@cache
def _stamps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    late = rf"(?: ?\((?i:updated) (?:\d{{4}} )?{FULL_DATE}{TIME}\))?\)?"
    labelled = rf"{LABEL}\s*[:|–-]?\s*(?P<date>{FULL_DATE}){TIME}{late}"
    agency = conventions().agency
    bare = (
        rf"(?:(?:(?P<agency>{agency})\s?[,|-]?\s?)(?P<late>{FULL_DATE}){TIME}{late}(?= )"
        rf"|(?P<date>{FULL_DATE}){TIME}{late}(?:\s*\n|\s*\Z|(?= [^\Wa-z_])|(?= [“\"‘(])|(?=Get short URL)))"
    )
    return re.compile(labelled), re.compile(bare)


@cache
def _glued_stamp() -> re.Pattern[str]:
    """A headline before an agency and a full date with its weekday, after which a sentence begins."""
    stamp = rf"(?:{conventions().agency}) {WEEKDAY} {FULL_DATE}{TIME}"
    return re.compile(rf"(?P<headline>[^\n.!?“”\"]{{12,{HEADLINE_LONGEST}}}?) (?={stamp} [A-Z])")


class _Reader:
    """Walks over the pieces before the report, one after the other."""

    def __init__(self, text: str, title: str | None) -> None:
        self.text = text
        self.titles = tuple(_variants(title)) if title else ()
        self.at = 0
        self.left_out: list[LeftOut] = []
        self.stamp: _Stamp | None = None
        self.headline = False
        self.author: str | None = None

    def read(self) -> Front:
        for _ in range(MOST_PIECES):
            self._skip_space()
            opening = dateline_at(self.text, self.at)
            if opening is not None:
                return self._front(opening)
            if not (
                self._title()
                or self._date()
                or self._button()
                or self._line()
                or self._names()
                or self._first_line()
                or self._glued()
            ):
                break
        return self._front(None)

    def _front(self, opening: Opening | None) -> Front:
        if opening is None and self.stamp is not None:
            opening = self._inline()
        stamp = self.stamp
        dateline: Dateline | None
        if opening is not None:
            dateline = opening.dateline
            if stamp is not None and dateline.date is None:
                dateline = Dateline(dateline.span, dateline.place, stamp.date, dateline.agency)
            start = max(self.at, opening.end)
        else:
            dateline = None if stamp is None else Dateline(stamp.span, None, stamp.date, stamp.agency)
            start = self.at
        return Front(start, dateline, tuple(self.left_out), self.author)

    def _inline(self) -> Opening | None:
        found = inline_dateline(self.text)
        return None if found is None else Opening(found.dateline, self.at)

    def _skip_space(self) -> None:
        while self.at < len(self.text) and (self.text[self.at].isspace() or self.text[self.at] == "\ufeff"):
            self.at += 1

    def _leave(self, start: int, end: int, why: str) -> bool:
        assert why in ("boilerplate", "credit", "navigation", "headline")
        words = self.text[start:end]
        self.left_out.append(LeftOut(Span(start, start + len(words.rstrip())), why))  # type: ignore[arg-type]  # checked above
        self.at = end
        return True

    def _title(self) -> bool:
        """The headline, repeated as the caller gave it."""
        if self.headline:
            return False
        at = self.at + len("title: ") if self.text.startswith("title: ", self.at) else self.at
        for letters in self.titles:
            end = _end_of(letters, self.text, at)
            if end is not None and self._headline_ends(end):
                self.headline = True
                closing = re.compile(r"\s?[.|]?").match(self.text, end)
                return self._leave(self.at, end if closing is None else closing.end(), "headline")
        return False

    def _headline_ends(self, end: int) -> bool:
        """Whether words like the headline's are the headline, and not the first words of the report."""
        rest = self.text[end : end + 120]
        if not rest.strip():
            return False
        if re.match(r"\s*\n|\s?[.|] ", rest):
            return True
        if not re.match(r" [^\Wa-z_]| [“\"‘(]", rest):
            return False
        return DAY_FIRST.match(rest.lstrip()) is None or _stamps()[1].match(rest.lstrip()) is not None

    def _date(self) -> bool:
        """A printed date of publication."""
        labelled, bare = _stamps()
        match = labelled.match(self.text, self.at) or bare.match(self.text, self.at)
        if match is None or self.stamp is not None:
            return False
        end = self.at + len(match.group(0).rstrip())
        if match.re is bare and match["agency"]:
            self.stamp = _Stamp(Span(self.at, end), Span(*match.span("late")), Span(*match.span("agency")))
        else:
            self.stamp = _Stamp(Span(self.at, end), Span(*match.span("date")), None)
        byline = BYLINE.match(self.text, end) if match.re is labelled else None
        if byline is not None:
            end = self._end_of_name(byline)
            self.author = self.text[byline.start("name") : end].strip()
        if match.re is labelled or byline is not None:
            return self._leave(self.at, end, "boilerplate")
        self.at = end
        return True

    def _glued(self) -> bool:
        """A headline that runs into an agency's stamp: "Rebels take the ford AFP Monday 18 Aug 2014 Rebels took ..."."""
        match = _glued_stamp().match(self.text, self.at)
        if self.headline or self.stamp is not None or match is None:
            return False
        self.headline = True
        return self._leave(self.at, match.end("headline"), "headline")

    def _end_of_name(self, byline: re.Match[str]) -> int:
        """Where the author's name ends: before the headline, where that follows on the same line."""
        for word in re.compile(r" (?=[A-Z\d])").finditer(self.text, byline.start("name"), byline.start("name") + 60):
            if any(_end_of(letters, self.text, word.end()) is not None for letters in self.titles):
                return word.start()
        return byline.end("name")

    def _button(self) -> bool:
        for rule in conventions().furniture["start"]:
            match = rule.pattern.match(self.text, self.at)
            if match is not None and match.end() > self.at:
                return self._leave(self.at, match.end(), rule.why)
        return False

    def _line(self) -> bool:
        line = line_at(self.text, self.at)
        if line.last:
            return False
        rule = line_rule(line.words)
        if rule is None:
            return False
        if rule.why == "credit" and line.words[:3].casefold() == "by ":
            self.author = line.words[3:].strip()
        return self._leave(line.start, line.end, rule.why)

    def _names(self) -> bool:
        """The authors' names, as a sentence of their own after the headline."""
        if not self.left_out or self.left_out[-1].why != "headline" or self.text[self.at - 2 : self.at] != ". ":
            return False
        match = NAMES.match(self.text, self.at)
        return match is not None and self._leave(self.at, match.end(), "credit")

    def _first_line(self) -> bool:
        """A headline that the caller did not give: a first line that is no sentence, above paragraphs that are."""
        line = line_at(self.text, self.at)
        if self.headline or line.last or not len(line.words.split()) >= 3 or len(line.words) > HEADLINE_LONGEST:
            return False
        if re.search(r"[.!?:;,”\"’')…-]$", line.words) or line.words[0].islower():
            return False
        below = re.compile(r"\s*\S").match(self.text, line.end)
        if below is None:
            return False
        after = line_at(self.text, below.end() - 1)
        apart = self.text.count("\n", line.end, below.end()) > 1
        if not (apart or len(after.words) > max(PARAGRAPH, len(line.words))) or len(after.words) < len(line.words):
            return False
        self.headline = True
        return self._leave(line.start, line.end, "headline")


def front_of(text: str, title: str | None) -> Front:
    """What stands above and before the report: headline, byline, date, buttons, dateline."""
    return _Reader(text, title).read()


def _letters(words: str) -> str:
    return "".join(one for one in words.casefold() if one.isalnum())


def _variants(title: str) -> list[str]:
    """The letters of a title, whole and without the names of sites and sections beside it, longest first."""
    cuts = [match.span() for match in SEPARATORS.finditer(title)]
    edges = [(0, 0), *cuts, (len(title), len(title))]
    parts = [title[first[1] : last[0]] for i, first in enumerate(edges) for last in edges[i + 1 :]]
    letters = {_letters(part): None for part in parts if len(part.split()) >= 3}
    return sorted((one for one in letters if len(one) >= TITLE_SHORTEST), key=lambda one: (-len(one), one))


def _end_of(letters: str, text: str, start: int) -> int | None:
    """Where words with these letters and digits end in the text, whatever stands between them; None if they differ."""
    done, at = 0, start
    while done < len(letters):
        if at >= len(text) or at - start > 4 * len(letters):
            return None
        for one in text[at].casefold():
            if one.isalnum():
                if done >= len(letters) or one != letters[done]:
                    return None
                done += 1
        if text[at] == "\n" and done == 0:
            return None
        at += 1
    return at if at >= len(text) or not text[at].isalnum() else None


__all__ = ["Front", "front_of"]
