"""Aggregation policies: how several accounts of one incident are boiled down to one value. Pure functions.

| policy         | numbers                                              | places, times, actors, modes                  |
| -------------- | ---------------------------------------------------- | --------------------------------------------- |
| conservative   | the lowest that anyone gives                         | the least specific that anyone gives          |
| informative    | the narrowest range that anyone gives; of equally narrow ones that of most independent origins | the most specific that anyone gives |
| representative | the one of most independent origins; of equal ones the lower | the one of most independent origins; of equal ones the one told first |
| ranking        | that of the first source in the user's ranking that tells it; without one, the representative | the same |
| highest        | the highest that anyone gives                        | the most specific that anyone gives           |

"lowest" is another name of conservative, "majority" of representative.

sayso never picks a policy: the user names one, and its name goes into whatever was boiled down under it. Who is silent has no
say. A value that no account gives is never made up: there is no averaging.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Final, Generic, Literal, TypeVar, get_args

from msgspec import Struct

from sayso.model import Count

V = TypeVar("V", bound=Hashable)

PolicyName = Literal["conservative", "informative", "representative", "ranking", "highest", "lowest", "majority"]
POLICY_NAMES: tuple[str, ...] = get_args(PolicyName)
OTHER_NAMES: Final[dict[PolicyName, PolicyName]] = {"lowest": "conservative", "majority": "representative"}


class Policy(Struct, frozen=True):
    """A named policy. ranking: under "ranking", the sources in the order in which they are believed, case ignored."""

    name: PolicyName
    ranking: tuple[str, ...] = ()

    @property
    def kind(self) -> PolicyName:
        """The policy's first name: "conservative" for one that was named "lowest"."""
        return OTHER_NAMES.get(self.name, self.name)

    @property
    def words(self) -> str:
        """The policy as it stands in an export: its name, and the ranking where there is one."""
        return f"{self.name}: {' > '.join(self.ranking)}" if self.ranking else self.name


class Told(Struct, Generic[V], frozen=True):
    """One account's value of a field.

    origin: accounts of one origin are one source. sources: the names under which a ranking may list it (holder's id and name,
    outlet). at: what accounts are put in order by, such as the day of publication and then the claim's id.
    """

    value: V
    origin: str
    sources: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


class Tolls(Struct, frozen=True):
    """Low, best and high of a number: the lowest and the highest that anyone gives, and the policy's choice."""

    low: int | None
    best: int | None
    high: int | None
    chosen: Count | None


def origins(told: Sequence[Told[V]]) -> int:
    """How many of the accounts are independent."""
    return len({one.origin for one in told})


def choose(told: Sequence[Told[V]], policy: Policy, specific: Callable[[V], float]) -> V | None:
    """The value of a field that is no number; None where nobody tells it.

    specific: how specific a value is; more is more specific. Equally specific ones are decided by the majority.
    """
    if not told:
        return None
    if policy.kind == "conservative":
        return _majority(_extreme(told, lambda value: -specific(value)))
    if policy.kind in ("informative", "highest"):
        return _majority(_extreme(told, specific))
    return _majority(_ranked(told, policy))


def choose_count(told: Sequence[Told[Count]], policy: Policy) -> Tolls | None:
    """A number of people, of accounts that each give one; None where nobody gives one."""
    if not told:
        return None
    chosen = _chosen_count(told, policy)
    best = upper_end(chosen) if policy.kind == "highest" else lower_end(chosen)
    lows = [one.value.low for one in told if one.value.low is not None]
    return Tolls(
        low=min(*lows, best) if lows else None,  # "up to three" beside "at least seven" leaves three possible
        best=best,
        high=max((upper_end(one.value) for one in told), default=None),
        chosen=chosen,
    )


def lower_end(count: Count) -> int:
    """The number that is certain, of "at least five" and "five to nine" five; of "up to five" five, there is no other."""
    return count.low if count.low is not None else count.high or 0


def upper_end(count: Count) -> int:
    """The highest number that is told: of "five to nine" nine, of "at least five" five, there is no other."""
    return count.high if count.high is not None else count.low or 0


def _chosen_count(told: Sequence[Told[Count]], policy: Policy) -> Count:
    if policy.kind == "conservative":
        return min((one.value for one in told), key=_from_below)
    if policy.kind == "highest":
        return max((one.value for one in told), key=_from_above)
    ranked = _extreme(told, _narrowness) if policy.kind == "informative" else _ranked(told, policy)
    support = _support(ranked)
    return min(support, key=lambda count: (-support[count], *_from_below(count)))


def _narrowness(count: Count) -> float:
    """How much a number tells: an exact one most, "at least five" and "up to five" least."""
    return float("-inf") if count.low is None or count.high is None else count.low - count.high


def _from_below(count: Count) -> tuple[int, int, bool, bool]:
    """What puts numbers in order by their lower ends; an open end, told alike, comes last."""
    return lower_end(count), upper_end(count), count.low is None, count.high is None


def _from_above(count: Count) -> tuple[int, int, bool, bool]:
    return upper_end(count), lower_end(count), count.low is not None, count.high is not None


def _ranked(told: Sequence[Told[V]], policy: Policy) -> Sequence[Told[V]]:
    """The accounts of the first source of the ranking that tells; all of them where none of the ranking does."""
    for source in policy.ranking:
        found = [one for one in told if source.casefold() in {name.casefold() for name in one.sources}]
        if found:
            return found
    return told


def _extreme(told: Sequence[Told[V]], rank: Callable[[V], float]) -> Sequence[Told[V]]:
    most = max(rank(one.value) for one in told)
    return [one for one in told if rank(one.value) == most]


def _majority(told: Sequence[Told[V]]) -> V:
    """The value of most origins; of equal ones the one told first."""
    support = _support(told)
    first = {one.value: one.at for one in sorted(told, key=lambda one: one.at, reverse=True)}
    return min(support, key=lambda value: (-support[value], first[value]))


def _support(told: Sequence[Told[V]]) -> dict[V, int]:
    """How many independent origins give each value."""
    behind: dict[V, set[str]] = {}
    for one in told:
        behind.setdefault(one.value, set()).add(one.origin)
    return {value: len(sources) for value, sources in behind.items()}
