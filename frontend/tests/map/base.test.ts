import { expect, test } from "vitest";
import { tilesFor } from "../../src/lib/map/base/base";
import { depthOf, heightOf, latitudeOf, longitudeOf, Plane, tilesIn } from "../../src/lib/map/base/grid";
import { groundOf, nameOf, own } from "../../src/lib/map/base/styles";
import { type Tiles, wordsOf } from "../../src/lib/map/base/tiles";
import { projectionOf, type View, WORLD } from "../../src/lib/map/view";

const size = { width: 1000, height: 560 };
const VIEWS: View[] = [WORLD, { lon: 170, lat: -40, zoom: 3 }, { lon: 37.1, lat: 36.2, zoom: 300 }];

test("a plane draws a place where the projection draws it", () => {
  for (const view of VIEWS) {
    const [plane, projection] = [new Plane(view, size), projectionOf(view, size)];
    for (const [east, north] of [
      [0, 0],
      [25, 50],
      [-100 / view.zoom, -60 / view.zoom],
    ] as [number, number][]) {
      const [lon, lat] = [view.lon + east, Math.max(-89, view.lat + north)];
      const parallel = plane.parallel(lat);
      const [x, y] = projection([lon, lat]) ?? [];
      expect(plane.x(lon, parallel)).toBeCloseTo(x ?? NaN, 6);
      expect(parallel.y).toBeCloseTo(y ?? NaN, 6);
      expect(plane.latitude(parallel.y)).toBeCloseTo(lat, 6);
    }
  }
});

test("heights in the square of tiles and latitudes are each other's inverse", () => {
  for (const latitude of [-85, -33.4, 0, 12.5, 84.9]) expect(latitudeOf(heightOf(latitude))).toBeCloseTo(latitude, 9);
  expect(heightOf(90)).toBeCloseTo(0, 4);
  expect([longitudeOf(0, 3), longitudeOf(4, 3), longitudeOf(8, 3)]).toEqual([-180, 0, 180]);
});

test("the tiles of a view hold its middle, and at the edge of the globe the same tile stands on both sides", () => {
  for (const view of VIEWS) {
    for (const z of [0, 3, 9]) {
      const many = 2 ** z;
      if (view.zoom < 10 && z > 5) continue;
      const found = tilesIn(view, size, z).map(({ x, y }) => `${x} ${y}`);
      expect(found).toContain(
        `${Math.floor(((view.lon + 180) / 360) * many)} ${Math.floor(heightOf(view.lat) * many)}`,
      );
    }
  }
  const columns = new Set(tilesIn({ lon: 100, lat: 0, zoom: 1 }, size, 2).map(({ x }) => x));
  expect([...columns]).toEqual([1, 2, 3, 4, 5]);
});

test("a closer view looks deeper, and a tile is drawn about as wide as it was made to be", () => {
  const view = { lon: 37, lat: 36, zoom: 200 };
  const z = depthOf(view, size, 256);
  expect(z).toBeGreaterThan(depthOf(WORLD, size, 256));
  const plane = new Plane(view, size);
  const wide = (360 / 2 ** z) * plane.parallel(view.lat).across;
  expect(wide).toBeGreaterThan(256 / 1.5);
  expect(wide).toBeLessThan(256 * 1.5);
});

test("a map that has nothing so shallow is not drawn, and one that has nothing so deep is drawn from its deepest tiles", () => {
  const tiles = (shallowest: number, deepest: number): Tiles => ({
    layers: null,
    shallowest,
    deepest,
    credit: "",
    tile: () => Promise.resolve(null),
  });
  const wanted = { view: { lon: 37, lat: 36, zoom: 200 }, size, ratio: 1, inks: {} as never, strength: 1, taken: [] };
  expect(tilesFor(tiles(12, 15), wanted)).toEqual([]);
  expect(new Set(tilesFor(tiles(0, 5), wanted).map(({ z }) => z))).toEqual(new Set([5]));
});

test("under shapes lies water or land as their layers need it, and nothing under somebody's own", () => {
  expect(groundOf(new Set(["earth", "water", "roads"]))).toBe("water");
  expect(groundOf(new Set(["water", "transportation"]))).toBe("land");
  expect(groundOf(new Set(["checkpoints"]))).toBeNull();
  expect(own("checkpoints").map(({ form }) => form)).toEqual(["areas", "areas", "lines", "points"]);
  expect([...own("roads"), ...own("water_name"), ...own("poi"), ...own("places")]).toEqual([]);
});

test("a settlement is named in English where it has an English name, the larger first", () => {
  const named = (told: Record<string, string | number>) => nameOf({ form: "points", lines: [], told });
  expect(named({ name: "حلب", "name:en": "Aleppo", population_rank: 12 })).toEqual({ name: "Aleppo", weight: 12 });
  expect(named({ name: "Ostrava Ford", rank: 4 })?.weight).toBeGreaterThan(
    named({ name: "Weir", rank: 9 })?.weight ?? 0,
  );
  expect(named({ kind: "locality" })).toBeNull();
});

test("whose data a map is made of is told in words", () => {
  expect(wordsOf('<a href="https://elsewhere.example">&copy; Mappers</a> &amp; others&#8230;')).toBe(
    "© Mappers & others…",
  );
  expect(wordsOf("&unheard; of")).toBe("&unheard; of");
  expect(wordsOf(undefined)).toBe("");
});
