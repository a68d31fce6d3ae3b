"""Growth as a picture: lines of measured points on two logarithmic axes, as SVG, and the exponents of the lines."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 400, 60, 150, 36, 44
COLOURS: Final = ("#1f5f8b", "#b3541e", "#3c7a3c", "#7a4b94", "#8a7a1f")
Points = Sequence[tuple[float, float]]


def exponent(points: Points) -> float:
    """The slope of the line of least squares through the points' logarithms: 1 is linear growth."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    middle = sum(xs) / len(xs)
    return sum((x - middle) * y for x, y in zip(xs, ys, strict=True)) / sum((x - middle) ** 2 for x in xs)


def draw(path: Path, title: str, across: str, lines: Mapping[str, Points]) -> None:
    """Write the lines to an SVG file; each is named at its end, with its exponent."""
    points = [point for line in lines.values() for point in line]
    x0, x1 = _decades([x for x, _ in points])
    y0, y1 = _decades([y for _, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            LEFT + (math.log10(x) - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - (math.log10(y) - y0) / (y1 - y0) * (HEIGHT - TOP - BOTTOM),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="11" fill="#333">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-size="13" font-weight="bold">{title}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{across}</text>',
    ]
    for power in range(x0, x1 + 1):
        x, y = place(10.0**power, 10.0**y0)
        parts.append(f'<path d="M{x:.0f} {TOP}V{y:.0f}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.0f}" y="{y + 16:.0f}" text-anchor="middle">{_number(power)}</text>')
    for power in range(y0, y1 + 1):
        x, y = place(10.0**x0, 10.0**power)
        parts.append(f'<path d="M{x:.0f} {y:.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{_number(power)}</text>')
    for colour, (name, line) in zip(COLOURS, lines.items(), strict=False):
        places = [place(x, y) for x, y in line]
        path_ = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        parts.append(f'<path d="{path_}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        parts.append(f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" fill="{colour}">{name} (n^{exponent(line):.2f})</text>')
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _number(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"
