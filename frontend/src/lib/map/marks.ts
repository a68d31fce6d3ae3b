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

/** A place on the screen. */
export interface Mark {
  counted: Counted;
  x: number;
  y: number;
}

/** Marks that lie too close together to be told apart. */
export interface Cluster {
  x: number;
  y: number;
  claims: number;
  marks: Mark[];
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
