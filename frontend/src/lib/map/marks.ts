/**
 * What is drawn for a place, so that nothing looks more precise than it is told.
 *
 * | precision | drawn |
 * | --- | --- |
 * | country | the country shaded |
 * | region | a circle of 300 km |
 * | province | a circle of 100 km |
 * | district | a circle of 25 km |
 * | town | a dot |
 * | exact | a dot with a ring |
 *
 * Of provinces, districts and regions a representative point is known and no border: the circle says "around here", its
 * radius how far off that may be.
 */

import { type Box, type Label, roomFor, widthOf } from "../drawing/labels";
import type { MapAnswer, Place } from "../types";

export type Counted = MapAnswer["places"][number];

export const RADIUS_KM: Partial<Record<Place["precision"], number>> = { region: 300, province: 100, district: 25 };

/** Radius of the area that a place stands for, in kilometres; 0 for a town or finer, null for a country. */
export function radiusOf(place: Place): number | null {
  return place.precision === "country" ? null : (RADIUS_KM[place.precision] ?? 0);
}

/** Has the place a point that may be drawn? Latitude and longitude 0 of a place that has none never come from the ledger. */
export function hasPoint(place: Place): place is Place & { lat: number; lon: number } {
  return place.lat !== null && place.lon !== null;
}

/** Radius of a dot, in pixels: its area goes with the number of claims. */
export function dotRadius(claims: number): number {
  return Math.min(26, 4 + Math.sqrt(claims) * 1.1);
}

/** A place on the screen. area: it stands for an area, though one too small here to be drawn as one. */
export interface Mark {
  counted: Counted;
  x: number;
  y: number;
  area: boolean;
}

/** Marks that lie too close together to be told apart. */
export interface Cluster {
  x: number;
  y: number;
  claims: number;
  marks: Mark[];
}

/** A place drawn as an area: an ellipse, as the projection makes of a circle on the globe. */
export interface Area extends Mark {
  rx: number;
  ry: number;
}

/** All that a view draws of places. countries: of country precision, by the point where their name stands. */
export interface Drawn {
  countries: Mark[];
  areas: Area[];
  clusters: Cluster[];
}

type Projection = (point: [number, number]) => [number, number] | null;
const KM_PER_DEGREE = 111.2;
/** An area narrower than this, in pixels, is a ring among the dots. */
const SMALLEST_AREA = 11;

/** How far from the middle places are laid out, in sizes of the drawing: a little beyond its edges, to be moved in. */
const MARGIN = 0.75;

/** What to draw for places under a projection, within a drawing of that size. */
export function drawn(places: Counted[], project: Projection, size: { width: number; height: number }): Drawn {
  const found: Drawn = { countries: [], areas: [], clusters: [] };
  const marks: Mark[] = [];
  for (const counted of places) {
    const { place } = counted.place;
    if (!hasPoint(place)) continue;
    const at = project([place.lon, place.lat]);
    if (!at || Math.abs(at[0] / size.width - 0.5) > MARGIN || Math.abs(at[1] / size.height - 0.5) > MARGIN) continue;
    const [x, y] = at;
    const radius = radiusOf(place);
    if (radius === null) {
      found.countries.push({ counted, x, y, area: true });
      continue;
    }
    const [rx, ry] = radius > 0 ? ellipse(project, place, radius, x, y) : [0, 0];
    if (Math.min(rx, ry) >= SMALLEST_AREA) found.areas.push({ counted, x, y, area: true, rx, ry });
    else marks.push({ counted, x, y, area: radius > 0 });
  }
  found.clusters = clusters(marks);
  return found;
}

function ellipse(
  project: Projection,
  place: { lat: number; lon: number },
  km: number,
  x: number,
  y: number,
): [number, number] {
  const degrees = km / KM_PER_DEGREE;
  const east = project([place.lon + degrees / Math.max(0.1, Math.cos((place.lat * Math.PI) / 180)), place.lat]);
  const north = project([place.lon, place.lat + degrees]);
  return [east ? Math.hypot(east[0] - x, east[1] - y) : 0, north ? Math.hypot(north[0] - x, north[1] - y) : 0];
}

/** On which side of its dot a name stands; in the middle of an area or country. */
export type Side = "after" | "before";

/**
 * The places whose name has room, by id, and on which side; a cluster goes by its first place. No name lies upon a dot or
 * another name; one that finds no room after its dot may stand before it.
 */
export function named(found: Drawn, most = 60): Map<string, Side> {
  const [dots, after] = [dotsOf(found), labelsOf(found, "after")];
  const first = roomFor(after, dots, most);
  const taken = [...dots, ...after.filter((one) => first.has(one.id))];
  const left = labelsOf(found, "before").filter((one) => !first.has(one.id));
  const second = roomFor(left, taken, most - first.size);
  return new Map([
    ...[...first].map((id) => [id, "after"] as const),
    ...[...second].map((id) => [id, "before"] as const),
  ]);
}

/** The boxes of all dots, and of the names that are drawn. */
export function occupied(found: Drawn, names: ReadonlyMap<string, Side>): Box[] {
  const sides = (["after", "before"] as const).flatMap((side) =>
    labelsOf(found, side).filter((one) => names.get(one.id) === side),
  );
  return [...dotsOf(found), ...sides];
}

function dotsOf({ clusters: dots }: Drawn): Box[] {
  return dots.map(({ x, y, claims }) => {
    const radius = dotRadius(claims);
    return { left: x - radius, top: y - radius, width: radius * 2, height: radius * 2 };
  });
}

function labelsOf({ countries, areas, clusters: dots }: Drawn, side: Side): Label[] {
  const middle = ({ counted, x, y }: Mark, weight: number): Label => {
    const width = widthOf(`${counted.place.place.name} ${counted.claims}`);
    return { id: counted.place.id, left: x - width / 2, top: y - 8, width, height: 16, weight };
  };
  return [
    ...countries.map((one) => middle(one, one.counted.claims)),
    ...areas.map((one) => middle(one, one.counted.claims / 2)), // where both have room the town says more
    ...dots.map((one) => {
      const width = widthOf(nameOf(one)) + 4;
      const aside = dotRadius(one.claims) + 2;
      return {
        id: one.marks[0]?.counted.place.id ?? "",
        left: side === "after" ? one.x + aside : one.x - aside - width,
        top: one.y - 8,
        width,
        height: 16,
        weight: one.claims,
      };
    }),
  ];
}

/** The name of a cluster: its place of most claims, and how many more there are. */
export function nameOf(cluster: Cluster): string {
  const [first] = cluster.marks;
  const name = first?.counted.place.place.name ?? "";
  return cluster.marks.length > 1 ? `${name} +${cluster.marks.length - 1}` : name;
}

/** Joins marks nearer than `apart` pixels to the one of most claims among them, the largest first. */
export function clusters(marks: Mark[], apart = 26): Cluster[] {
  const cells = new Map<string, Cluster[]>();
  const found: Cluster[] = [];
  const cellOf = (x: number, y: number): [number, number] => [Math.floor(x / apart), Math.floor(y / apart)];
  const order = [...marks].sort((a, b) => b.counted.claims - a.counted.claims || idOrder(a, b));
  for (const mark of order) {
    const [column, row] = cellOf(mark.x, mark.y);
    const near = nearest(mark, cells, column, row, apart);
    if (near !== null) {
      near.marks.push(mark);
      near.claims += mark.counted.claims;
      continue;
    }
    const cluster = { x: mark.x, y: mark.y, claims: mark.counted.claims, marks: [mark] };
    found.push(cluster);
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), cluster]);
  }
  return found;
}

function idOrder(a: Mark, b: Mark): number {
  return a.counted.place.id < b.counted.place.id ? -1 : 1;
}

function nearest(
  mark: Mark,
  cells: Map<string, Cluster[]>,
  column: number,
  row: number,
  apart: number,
): Cluster | null {
  let best: Cluster | null = null;
  let distance = apart;
  for (let x = column - 1; x <= column + 1; x += 1) {
    for (let y = row - 1; y <= row + 1; y += 1) {
      for (const cluster of cells.get(`${x} ${y}`) ?? []) {
        const between = Math.hypot(cluster.x - mark.x, cluster.y - mark.y);
        if (between < distance) [best, distance] = [cluster, between];
      }
    }
  }
  return best;
}

/** Depth of a country's shade, 0 to 1, by the logarithm of its claims. */
export function shadeOf(claims: number, most: number): number {
  return claims <= 0 ? 0 : 0.15 + 0.85 * (Math.log1p(claims) / Math.log1p(Math.max(most, claims)));
}

/** The points of the places that most claims are about, towns and provinces where there are any: a view begins where most is told. */
export function core(places: readonly Counted[]): [lon: number, lat: number][] {
  const drawable = places.filter((one) => hasPoint(one.place.place));
  const near = drawable.filter((one) => radiusOf(one.place.place) !== null);
  const sorted = (near.length > 0 ? near : drawable).sort((a, b) => b.claims - a.claims);
  const enough = sorted.reduce((sum, one) => sum + one.claims, 0) * 0.66;
  let sum = 0;
  return sorted
    .filter((one, index) => {
      const within = sum < enough || index < 3;
      sum += one.claims;
      return within;
    })
    .map((one) => [one.place.place.lon ?? 0, one.place.place.lat ?? 0]);
}
