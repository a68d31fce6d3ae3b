import { readFileSync } from "node:fs";
import { geoPath } from "d3-geo";
import { expect, test } from "vitest";
import { type Atlas, countriesOf } from "../../src/lib/map/countries";
import { barsOf, barsWithin, brushed, trimmed } from "../../src/lib/map/days";
import { clusters, dotRadius, drawn, type Mark, named, radiusOf, shadeOf } from "../../src/lib/map/marks";
import { filled, fitting, moved, projectionOf, reach, scaleBar, WORLD, zoomed } from "../../src/lib/map/view";
import type { Place } from "../../src/lib/types";

const size = { width: 1000, height: 560 };
const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-110m.json", "utf8")) as Atlas;
const place = (precision: Place["precision"]): Place => ({
  name: "Ostrava Ford",
  kind: "city",
  precision,
  geonameid: 1,
  lat: 10,
  lon: 20,
  country: "XX",
  admin1: null,
  population: 0,
});
const mark = (id: string, x: number, y: number, claims: number): Mark => ({
  x,
  y,
  area: false,
  counted: { place: { id, place: place("town"), documents: 1, claims }, claims, killed: null, types: {} },
});

test("countries are known by the ledger's codes", () => {
  const codes = countriesOf(atlas).map((one) => one.code);
  expect(codes).toEqual(expect.arrayContaining(["SY", "UA", "XK", "SS", "PS"]));
});

test("the whole world fits", () => {
  const [[left, top], [right, bottom]] = geoPath(projectionOf(WORLD, size).clipExtent(null)).bounds({ type: "Sphere" });
  expect(right - left).toBeLessThanOrEqual(size.width + 1);
  expect(right - left).toBeGreaterThan(size.width * 0.9);
  expect(bottom - top).toBeLessThan(size.height * 1.01);
});

test("what is under the pointer stays there while zooming", () => {
  const view = { lon: 38, lat: 35, zoom: 6 };
  const under = projectionOf(view, size).invert?.([300, 200]) as [number, number];
  const closer = projectionOf(zoomed(view, size, 1.4, 300, 200), size)(under);
  expect(closer?.[0]).toBeCloseTo(300, -1);
  expect(closer?.[1]).toBeCloseTo(200, -1);
});

test("moving the map east and back ends where it began", () => {
  const back = moved(moved({ lon: 10, lat: 0, zoom: 4 }, size, 50, 0), size, -50, 0);
  expect(back.lon).toBeCloseTo(10, 5);
});

test("a view that fits holds all points, also across the date line", () => {
  const points: [number, number][] = [
    [178, -17],
    [-172, -13],
    [175, -40],
  ];
  const view = fitting(points, size);
  expect(view.zoom).toBeGreaterThan(3);
  for (const point of points) {
    const [x, y] = projectionOf(view, size)(point) ?? [-1, -1];
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(size.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(size.height);
  }
});

test("the bar of the scale is round and no wider than asked", () => {
  const { kilometres, width } = scaleBar({ lon: 38, lat: 35, zoom: 20 }, size);
  expect(String(kilometres)).toMatch(/^[125]0*$/);
  expect(width).toBeLessThanOrEqual(110);
});

test("no area is drawn as a dot, no town as an area", () => {
  expect(
    (["country", "region", "province", "district", "town", "exact"] as const).map((one) => radiusOf(place(one))),
  ).toEqual([null, 300, 100, 25, 0, 0]);
});

test("marks that touch become one cluster, and no claim is lost", () => {
  const marks = [mark("a", 10, 10, 5), mark("b", 14, 12, 9), mark("c", 300, 10, 1)];
  const found = clusters(marks);
  expect(found.map((one) => one.marks.map((two) => two.counted.place.id))).toEqual([["b", "a"], ["c"]]);
  expect(found.map((one) => one.claims)).toEqual([14, 1]);
});

test("clusters do not hang on the order of the marks", () => {
  const marks = Array.from({ length: 300 }, (_, index) =>
    mark(`p${index}`, (index * 37) % 400, (index * 91) % 300, (index % 7) + 1),
  );
  const shape = (list: Mark[]) => clusters(list).map((one) => `${one.x},${one.y},${one.claims}`);
  expect(shape([...marks].reverse())).toEqual(shape(marks));
  expect(clusters(marks).reduce((sum, one) => sum + one.claims, 0)).toBe(
    marks.reduce((sum, one) => sum + one.counted.claims, 0),
  );
});

test("more claims are a larger dot and a deeper shade, within bounds", () => {
  expect(dotRadius(1)).toBeLessThan(dotRadius(100));
  expect(dotRadius(1e6)).toBeLessThanOrEqual(26);
  expect(shadeOf(0, 10)).toBe(0);
  expect(shadeOf(1, 10)).toBeLessThan(shadeOf(10, 10));
  expect(shadeOf(10, 10)).toBeCloseTo(1);
});

test("days become bars that keep every claim", () => {
  const days = Array.from({ length: 400 }, (_, index) => ({
    day: new Date(Date.UTC(2015, 0, 1 + index)).toISOString().slice(0, 10),
    claims: index % 5,
  }));
  const bars = barsOf(days, 100);
  expect(bars.length).toBeLessThanOrEqual(100);
  expect(bars.reduce((sum, bar) => sum + bar.claims, 0)).toBe(days.reduce((sum, one) => sum + one.claims, 0));
});

test("a brush gives whole days, in either direction", () => {
  const bars = barsOf(
    [
      { day: "2015-01-01", claims: 1 },
      { day: "2015-01-10", claims: 2 },
    ],
    100,
  );
  expect(brushed(bars, 3, 1)).toEqual({ since: "2015-01-02", until: "2015-01-04" });
  expect(barsWithin(bars, "2015-01-02", "2015-01-04")).toEqual([1, 3]);
  expect(barsWithin(bars, null, null)).toEqual([0, 9]);
});

test("a province is an ellipse where there is room, and a ring among the dots where there is not", () => {
  const province = {
    place: { id: "p", place: place("province"), documents: 1, claims: 2 },
    claims: 2,
    killed: null,
    types: {},
  };
  const near = { lon: 20, lat: 10, zoom: 30 };
  const close = drawn([province], projectionOf(near, size), size);
  expect(close.areas).toHaveLength(1);
  expect((close.areas[0]?.rx ?? 0) / (close.areas[0]?.ry ?? 1)).toBeGreaterThan(0.6);
  const far = drawn([province], projectionOf(WORLD, size), size);
  expect(far.areas).toHaveLength(0);
  expect(far.clusters[0]?.marks[0]?.area).toBe(true);
});

test("a place without a point, and one out of sight, is not drawn", () => {
  const lost = {
    place: { id: "p", place: { ...place("region"), lat: null, lon: null }, documents: 1, claims: 2 },
    claims: 2,
    killed: null,
    types: {},
  };
  const found = drawn([lost], projectionOf(WORLD, size), size);
  expect([found.countries, found.areas, found.clusters]).toEqual([[], [], []]);
  expect(
    drawn([mark("a", 0, 0, 1).counted], projectionOf({ lon: -100, lat: 40, zoom: 20 }, size), size).clusters,
  ).toEqual([]);
});

test("names never lie upon dots or other names", () => {
  const found = clusters([mark("a", 100, 100, 50), mark("b", 150, 102, 5), mark("c", 400, 100, 3)]);
  const names = named({ countries: [], areas: [], clusters: found });
  expect(Object.fromEntries(names)).toEqual({ b: "after", c: "after", a: "before" });
  const crowd = clusters([mark("a", 100, 100, 50), mark("b", 150, 102, 5), mark("c", 60, 98, 9)]);
  expect(named({ countries: [], areas: [], clusters: crowd }).has("a")).toBe(false);
});

test("a close view reaches a few degrees, the world all of them", () => {
  expect(reach({ lon: 38, lat: 35, zoom: 40 }, size).lon).toBeLessThan(8);
  expect(reach(WORLD, size).lon).toBe(180);
});

test("a map never shows empty room beyond a pole", () => {
  for (const lat of [80, 40, -40, -80]) {
    for (const zoom of [1, 1.4, 3]) {
      const view = filled({ lon: 10, lat, zoom }, size);
      const projection = projectionOf(view, size).clipExtent(null);
      const [top, foot] = [projection([10, 90])?.[1] ?? 0, projection([10, -90])?.[1] ?? 0];
      if (foot - top > size.height) {
        expect(top).toBeLessThan(0.5);
        expect(foot).toBeGreaterThan(size.height - 0.5);
      }
    }
  }
});

test("a few far days do not squeeze all others together", () => {
  const days = Array.from({ length: 300 }, (_, index) => ({
    day: `2015-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
    claims: 4,
  }));
  const { days: near, outside } = trimmed([{ day: "1429-01-01", claims: 2 }, ...days]);
  expect(outside).toBeGreaterThanOrEqual(2);
  expect(near.every((one) => one.day > "2014")).toBe(true);
  expect(trimmed([{ day: "2015-01-01", claims: 1 }]).days).toHaveLength(1);
  expect(trimmed([]).days).toEqual([]);
});
