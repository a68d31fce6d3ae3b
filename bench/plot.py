"""Lines of measured points as SVG: on two logarithmic axes with their exponents, or on plain ones."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 60, 230, 36, 44
COLOURS: Final = ("#1f5f8b", "#b3541e", "#3c7a3c", "#7a4b94", "#8a7a1f", "#555")
Points = Sequence[tuple[float, float]]


def exponent(points: Points) -> float:
    """The slope of the line of least squares through the points' logarithms: 1 is linear growth."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    middle = sum(xs) / len(xs)
    return sum((x - middle) * y for x, y in zip(xs, ys, strict=True)) / sum((x - middle) ** 2 for x in xs)


def draw(path: Path, title: str, across: str, lines: Mapping[str, Points], *, logarithmic: bool = True) -> None:
    """Write the lines to an SVG file; each is named at its end, on logarithmic axes with its exponent."""
    points = [point for line in lines.values() for point in line]
    ticks = _decades if logarithmic else _rounds
    xs, ys = ticks([x for x, _ in points]), ticks([y for _, y in points])

    def along(value: float, marks: Sequence[float]) -> float:
        """Where between the first and the last mark a value lies, 0 to 1."""
        low, high, at = marks[0], marks[-1], value
        if logarithmic:
            low, high, at = math.log(low), math.log(high), math.log(value)
        return (at - low) / (high - low)

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            LEFT + along(x, xs) * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - along(y, ys) * (HEIGHT - TOP - BOTTOM),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="11" fill="#333">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-size="13" font-weight="bold">{title}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{across}</text>',
    ]
    for mark in xs:
        x, y = place(mark, ys[0])
        parts.append(f'<path d="M{x:.0f} {TOP}V{y:.0f}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.0f}" y="{y + 16:.0f}" text-anchor="middle">{_told(mark)}</text>')
    for mark in ys:
        x, y = place(xs[0], mark)
        parts.append(f'<path d="M{x:.0f} {y:.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{_told(mark)}</text>')
    for colour, (name, line) in zip(COLOURS, lines.items(), strict=False):
        places = [place(x, y) for x, y in line]
        path_ = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        parts.append(f'<path d="{path_}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        told = f"{name} (n^{exponent(line):.2f})" if logarithmic and len(line) > 1 else name
        parts.append(f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" fill="{colour}">{told}</text>')
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _decades(values: Sequence[float]) -> list[float]:
    """The powers of ten around the values."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return [10.0**power for power in range(low, max(high, low + 1) + 1)]


def _rounds(values: Sequence[float]) -> list[float]:
    """Round numbers from zero to beyond the values."""
    step = 10.0 ** math.floor(math.log10(max(*values, 1e-9)))
    step = step / 5 if max(values) < 2 * step else step / 2 if max(values) < 5 * step else step
    return [step * number for number in range(math.ceil(max(values) / step) + 1)]


def _told(mark: float) -> str:
    return f"{mark:,.0f}" if mark >= 1 else f"{mark:g}"
