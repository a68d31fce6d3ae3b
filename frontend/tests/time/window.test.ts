import { expect, test } from "vitest";
import { DAY, HOUR, instant, stretchOf } from "../../src/lib/time/edtf";
import { barsOf, inRows, SLIM } from "../../src/lib/time/shapes";
import {
  across,
  around,
  instantAt,
  moved,
  NARROWEST,
  scaleOf,
  ticks,
  zoomed,
  type Window,
} from "../../src/lib/time/window";

const YEAR = 365.25 * DAY;
const year: Window = { from: instant(2015), to: instant(2016) };
const stretch = (edtf: string) => {
  const found = stretchOf(edtf);
  if (found === null) throw new Error(`${edtf} is no EDTF`);
  return found;
};

test("zooming keeps the instant under the pointer in its place", () => {
  const at = instant(2015, 3, 9);
  const closer = zoomed(year, 7, at);
  expect(across(closer, 800, at)).toBeCloseTo(across(year, 800, at), 6);
  expect(closer.to - closer.from).toBeCloseTo((year.to - year.from) / 7, 0);
});

test("zooming ends at hours and at ages", () => {
  const closest = zoomed(year, 1e9, instant(2015, 5));
  expect(closest.to - closest.from).toBeCloseTo(NARROWEST, 0);
  const widest = zoomed(year, 1e-9, instant(2015, 5));
  expect(ticks(widest, 1000).length).toBeGreaterThan(2);
});

test("moving there and back ends where it began", () => {
  const back = moved(moved(year, 0.5), -0.5);
  expect(back.from).toBeCloseTo(year.from, 0);
});

test("an instant is found where it is drawn", () => {
  expect(instantAt(year, 640, across(year, 640, instant(2015, 6)))).toBeCloseTo(instant(2015, 6), 0);
});

test.each([
  [6 * HOUR, 4],
  [3 * DAY, 4],
  [90 * DAY, 4],
  [2 * YEAR, 4],
  [40 * YEAR, 4],
  [900 * YEAR, 2],
])("a ruler over %d ms has readable lines", (length, least) => {
  const window = { from: instant(2015, 4, 3), to: instant(2015, 4, 3) + length };
  const lines = ticks(window, 1000);
  expect(lines.length).toBeGreaterThanOrEqual(least);
  expect(lines.length).toBeLessThanOrEqual(14);
  for (const [index, line] of lines.slice(1).entries()) {
    expect(across(window, 1000, line.at) - across(window, 1000, lines[index]?.at ?? 0)).toBeGreaterThan(55);
  }
});

test("claims are counted by the finest unit that leaves bars to be seen", () => {
  const long = (length: number) => scaleOf({ from: 0, to: length }, 1000);
  expect([DAY, 90 * DAY, 10 * YEAR, 100 * YEAR, 900 * YEAR].map(long)).toEqual([
    "hour",
    "day",
    "month",
    "year",
    "decade",
  ]);
});

test("a window around a day alone is a week", () => {
  const found = around([instant(2015, 9, 2)]);
  expect(found && found.to - found.from).toBeCloseTo(7 * DAY, 0);
  expect(around([])).toBeNull();
});

test("a day has hard edges and full ink, a year thin ink, an estimate fading edges", () => {
  const [day] = barsOf(stretch("2015-10-02"), year, 3650);
  expect(day).toMatchObject({ fadeLeft: 0, fadeRight: 0, ink: 1 });
  const [whole] = barsOf(stretch("2015"), year, 3650);
  expect(whole).toMatchObject({ left: 0, right: 3650, fadeLeft: 0 });
  expect(whole?.ink).toBeLessThan(0.5);
  const [about] = barsOf(stretch("2015-06~"), year, 3650);
  expect(about?.fadeLeft).toBeGreaterThan(0);
});

test("an open end fades out on its side alone", () => {
  const [open] = barsOf(stretch("2015-03/.."), year, 1200);
  expect(open?.fadeLeft).toBe(0);
  expect(open?.fadeRight).toBeGreaterThan(20);
});

test("each date of a set is drawn, what lies outside is not", () => {
  expect(barsOf(stretch("[2015-02-03,2015-08-04]"), year, 1000)).toHaveLength(2);
  expect(barsOf(stretch("[2009-02-03,2015-08-04]"), year, 1000)).toHaveLength(1);
  expect(barsOf(stretch("2009-02-03"), year, 1000)).toHaveLength(0);
});

test("a moment keeps a width that can be seen", () => {
  const [bar] = barsOf(stretch("2015-10-02T08"), year, 800);
  expect((bar?.right ?? 0) - (bar?.left ?? 0)).toBeCloseTo(SLIM, 6);
});

test("no two things of a row overlap, and what finds no room is counted", () => {
  const items = Array.from({ length: 40 }, (_, index) => ({
    item: index,
    stretch: stretch(`2015-${String((index % 12) + 1).padStart(2, "0")}-0${(index % 9) + 1}`),
    label: 120,
  }));
  const { laid, hidden } = inRows(items, year, 900, 5);
  expect(laid.length + hidden).toBe(40);
  expect(hidden).toBeGreaterThan(0);
  for (const one of laid) {
    for (const other of laid) {
      if (one === other || one.row !== other.row) continue;
      const [a, b] = [one.bars[0]?.left ?? 0, other.bars[0]?.left ?? 0];
      expect(Math.abs(a - b)).toBeGreaterThan(120);
    }
  }
});
