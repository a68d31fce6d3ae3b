"""Masking: names replaced in every wording that a row carries."""

import hashlib
import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from sayso.exporting.rows import Paper, Party, Row, Voice, When, Where, Who, Words

LETTERS = 12
# What the id of an actor whom one text alone knows looks like.
OF_ONE_TEXT = re.compile(r"[0-9a-f]{16}-")
NOT_LETTERS = re.compile(r"[\W_]+")


class Mask:
    """Replaces names in wordings, and counts what it replaced.

    names: what stands for each name; the longest name that fits is replaced. They are found as whole words, in whatever
    capitals when `loose`, else as they are written.
    blind: what makes an id of an actor that the text alone knows opaque, for such ids are made from names.
    """

    def __init__(self, names: Mapping[str, str], blind: Callable[[str], str], *, loose: bool = False) -> None:
        self.names = {name.casefold(): other for name, other in names.items()} if loose else dict(names)
        self.blind = blind
        self.loose = loose
        self.replaced = 0
        longest = sorted((name for name in names if name), key=len, reverse=True)
        pattern = "|".join(re.escape(name) for name in longest)
        flags = re.IGNORECASE if loose else 0
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags) if pattern else None
        self._slugs = {slug for name in longest if (slug := _slug(name))}

    def text(self, words: str) -> str:
        """The words with the names replaced."""
        if self._pattern is None:
            return words
        found, count = self._pattern.subn(self._other, words)
        self.replaced += count
        return found

    def _other(self, match: re.Match[str]) -> str:
        return self.names[match[0].casefold() if self.loose else match[0]]

    def address(self, words: str | None) -> str | None:
        """A web address or the name of a file; None where a name stands in it ("/2020/abu-khaled-says")."""
        slug = "" if words is None else _slug(words)
        return None if any(name in slug for name in self._slugs) else words

    def row(self, row: Row) -> Row:
        """The row with all its wordings masked."""
        return replace(
            row,
            paper=self._paper(row.paper),
            trigger=self.words(row.trigger) if row.trigger else None,
            sentence=self.words(row.sentence) if row.sentence else None,
            agent=self._party(row.agent),
            patient=self._party(row.patient),
            instrument=self._party(row.instrument),
            where=self._where(row.where) if row.where else None,
            others=tuple(self._where(one) for one in row.others),
            when=When(row.when.edtf, self.words(row.when.words) if row.when.words else None) if row.when else None,
            toll=replace(row.toll, of=self.text(row.toll.of)) if row.toll.of else row.toll,
            voices=tuple(self._voice(one) for one in row.voices),
            origin=self.blind(row.origin),
        )

    def words(self, words: Words) -> Words:
        """Words without their surroundings; marked as altered where anything in them or around them was a name."""
        text, tail, before, after = (
            None if one is None else self.text(one) for one in (words.text, words.tail, words.before, words.after)
        )
        if (text, tail, before, after) == (words.text, words.tail, words.before, words.after):
            return words
        return Words(words.span, text, tail, None, None, altered=True)

    def _party(self, party: Party) -> Party:
        return Party(tuple(self.words(one) for one in party.words), tuple(self._who(one) for one in party.who))

    def _who(self, who: Who) -> Who:
        return replace(
            who,
            id=who.id if who.registry is not None else self.blind(who.id),
            name=who.name if who.registry is not None or who.pseudonym else self.text(who.name),
            names=() if who.pseudonym else tuple(dict.fromkeys(self.text(name) for name in who.names)),
            members=tuple(self._member(one) for one in who.members),
            part_of=None if who.part_of is None else self._member(who.part_of),
        )

    def _member(self, actor: str) -> str:
        return self.blind(actor) if OF_ONE_TEXT.match(actor) else actor

    def _where(self, where: Where) -> Where:
        return replace(
            where, name=self.text(where.name), words=self.words(where.words) if where.words else None
        )  # fmt: skip

    def _voice(self, voice: Voice) -> Voice:
        return replace(
            voice,
            source=tuple(self.words(one) for one in voice.source),
            cue=tuple(self.words(one) for one in voice.cue),
            content=tuple(self.words(one) for one in voice.content),
            who=None if voice.who is None else self._who(voice.who),
        )

    def _paper(self, paper: Paper) -> Paper:
        return replace(
            paper,
            name=self.address(paper.name),
            title=None if paper.title is None else self.text(paper.title),
            url=self.address(paper.url),
        )


def opaque(name: str, key: bytes = b"") -> str:
    """A short name that tells nothing of the one it stands for; with a key, nobody without it can try names out."""
    return hashlib.blake2b(name.encode(), key=key, digest_size=LETTERS // 2).hexdigest()


def _slug(words: str) -> str:
    return NOT_LETTERS.sub("-", words.casefold()).strip("-")
