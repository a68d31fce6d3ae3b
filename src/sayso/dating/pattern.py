"""Patterns over classes of words, compiled to regular expressions over the lexer's characters."""

import functools
import re

from msgspec import Struct

from sayso.dating.lexer import FORM_CHARS, NOTHING, UNIONS, Lexed, Lexer
from sayso.errors import BadResource
from sayso.resources.times import Patterns, load_patterns, load_words

PIECE = re.compile(
    r"\((?P<name>[a-z]+\d?)=|<(?P<cls>\w+)>|(?P<open>\((?!\?))|(?P<look>\(\?[!=])|(?P<word>[a-z_]+)|(?P<space>\s+)|(?P<other>.)"
)
MACRO = re.compile(r"@([A-Z]+)")


class Rule(Struct, frozen=True):
    """A compiled pattern."""

    order: int
    build: str
    kind: str
    regex: re.Pattern[str]
    groups: dict[str, tuple[int, ...]]


class Found(Struct, frozen=True):
    """A match of a rule: tokens [first, last) of the lexed text."""

    rule: Rule
    match: re.Match[str]
    lexed: Lexed
    first: int
    last: int

    def has(self, name: str) -> bool:
        """Did the pattern capture that part?"""
        return self._group(name) > 0

    def words(self, name: str) -> list[str]:
        """The lower-case words of a captured part; empty when it is not there."""
        group = self._group(name)
        return self.lexed.words[self.match.start(group) : self.match.end(group)] if group else []

    def word(self, name: str) -> str:
        """The captured part as words joined by spaces; "" when it is not there."""
        return " ".join(self.words(name))

    def extent(self, name: str) -> tuple[int, int]:
        """The tokens [first, last) of a captured part that is there."""
        return self.match.span(self._group(name))

    def _group(self, name: str) -> int:
        """The number of the group of that name that took part in the match, 0 for none."""
        for group in self.rule.groups.get(name, ()):
            if self.match.start(group) >= 0:
                return group
        return 0


class Grammar(Struct, frozen=True):
    """The lexer, the compiled rules and the classes of words."""

    lexer: Lexer
    rules: tuple[Rule, ...]
    classes: dict[str, dict[str, str]]

    def matches(self, lexed: Lexed) -> list[Found]:
        """All matches of all rules, by first token, longest first, then in the order of the rules."""
        found = []
        for rule in self.rules:
            for match in rule.regex.finditer(lexed.chars):
                first, last = match.span()
                if last > first:
                    found.append(Found(rule, match, lexed, first, last))
        found.sort(key=lambda one: (one.first, -one.last, one.rule.order))
        return found


@functools.cache
def grammar() -> Grammar:
    """The grammar of the shipped resources, compiled once."""
    classes = load_words()
    patterns = load_patterns()
    sources = [_expanded(rule.pattern, patterns) for rule in patterns.rule]
    vocabulary = {word for members in classes.values() for word in members}
    for source in sources:
        vocabulary.update(piece.group() for piece in PIECE.finditer(source) if piece.lastgroup == "word")
    lexer = Lexer(frozenset(vocabulary))
    rules = tuple(
        Rule(order, rule.build, rule.kind, *_compiled(source, classes, lexer))
        for order, (rule, source) in enumerate(zip(patterns.rule, sources, strict=True))
    )
    return Grammar(lexer, rules, classes)


def _expanded(pattern: str, patterns: Patterns) -> str:
    for _ in range(6):
        if "@" not in pattern:
            return pattern
        try:
            pattern = MACRO.sub(lambda match: f"({patterns.macros[match.group(1)]})", pattern)
        except KeyError as error:
            raise BadResource("resources/times/patterns.toml", f"no macro is named {error}") from error
    raise BadResource("resources/times/patterns.toml", "macros are nested too deeply")


def _compiled(
    source: str, classes: dict[str, dict[str, str]], lexer: Lexer
) -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """The regular expression of a pattern, and the numbers of its groups of each name (a name may occur several times)."""
    out: list[str] = []
    groups: dict[str, tuple[int, ...]] = {}
    number = 0
    for piece in PIECE.finditer(source):
        kind, text = piece.lastgroup, piece.group()
        if kind == "name":
            number += 1
            groups[piece.group("name")] = (*groups.get(piece.group("name"), ()), number)
            out.append("(")
        elif kind == "cls":
            out.append(_class(piece.group("cls"), classes, lexer))
        elif kind == "open":
            out.append("(?:")
        elif kind == "word":
            out.append(lexer.char_of[text])
        elif kind in ("look", "other"):
            out.append(text)
    try:
        return re.compile("".join(out)), groups
    except re.error as error:
        raise BadResource("resources/times/patterns.toml", f"{source}: {error}") from error


def _class(name: str, classes: dict[str, dict[str, str]], lexer: Lexer) -> str:
    if name == "any":
        return NOTHING
    if name in FORM_CHARS:
        return FORM_CHARS[name]
    if name in UNIONS:
        return f"[{''.join(FORM_CHARS[form] for form in UNIONS[name])}]"
    if name not in classes:
        raise BadResource("resources/times/patterns.toml", f"no class is named {name}")
    return f"[{''.join(lexer.char_of[word] for word in classes[name])}]"
