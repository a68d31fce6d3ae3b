"""Is sayso right as often as it says? Bins of confidence, their error, and a picture of them."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

BINS: Final = 10
SIDE: Final = 320
EDGE: Final = 56
FONT: Final = 'font-family="sans-serif" font-size="13" fill="#333"'


class Bin(Struct, frozen=True):
    """Events of about the same confidence: how sure sayso is on average, how often it is right, how many they are."""

    confidence: float
    right: float
    count: int


def bins(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The (confidence, right) pairs in BINS stretches of confidence of the same width, the empty ones left out."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for pair in pairs:
        held.setdefault(min(int(pair[0] * BINS), BINS - 1), []).append(pair)
    return [
        Bin(sum(one for one, _ in some) / len(some), sum(right for _, right in some) / len(some), len(some))
        for _, some in sorted(held.items())
    ]


def expected_error(table: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance of confidence and share of right ones, by the events of each bin."""
    events = sum(one.count for one in table)
    return sum(one.count * abs(one.confidence - one.right) for one in table) / events if events else 0.0


def picture(table: Sequence[Bin]) -> str:
    """A reliability diagram as SVG: the diagonal is perfect, the area of a dot tells how many events it stands for."""
    most = max((one.count for one in table), default=1)
    whole = SIDE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" {FONT}>',
        "<title>Reliability: how often an event is right, by its confidence</title>",
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<path d="M{EDGE} {EDGE}V{EDGE + SIDE}H{EDGE + SIDE}" fill="none" stroke="#888"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#bbb" stroke-dasharray="5 5"/>',
    ]
    for tick in (0.0, 0.5, 1.0):
        parts.append(f'<text x="{_x(tick)}" y="{EDGE + SIDE + 20}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{EDGE - 10}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    middle = EDGE + SIDE / 2
    parts.append(f'<text x="{middle}" y="{EDGE + SIDE + 42}" text-anchor="middle">confidence</text>')
    parts.append(
        f'<text transform="translate(16 {middle}) rotate(-90)" text-anchor="middle">share that is right</text>'
    )
    line = "L".join(f"{_x(one.confidence)} {_y(one.right)}" for one in table)
    parts.append(f'<path d="M{line}" fill="none" stroke="#1b6ca8" stroke-width="2"/>' if table else "")
    for one in table:
        radius = round(3 + 9 * (one.count / most) ** 0.5, 1)
        told = f"<title>{one.count} events: confidence {one.confidence:.2f}, right {one.right:.2f}</title>"
        parts.append(
            f'<circle cx="{_x(one.confidence)}" cy="{_y(one.right)}" r="{radius}" fill="#1b6ca8" fill-opacity=".75">{told}</circle>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _x(share: float) -> float:
    return round(EDGE + share * SIDE, 1)


def _y(share: float) -> float:
    return round(EDGE + (1 - share) * SIDE, 1)
