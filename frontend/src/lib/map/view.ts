/** Where a map looks: pure functions from one view to the next, and the projection of each. */

import { geoDistance, geoEqualEarth, type GeoProjection } from "d3-geo";

/**
 * What a map shows. lon, lat: the middle, in degrees (WGS 84). zoom: 1 shows the whole world across, 2 half of it.
 */
export interface View {
  lon: number;
  lat: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const WORLD: View = { lon: 15, lat: 12, zoom: 1 };
export const CLOSEST = 400;
/** Width of the whole world under a scale of 1: Equal Earth is some 5.4 radii wide. */
const WORLD_WIDTH = 5.41;
const EARTH_KM = 6371;

/** Equal Earth (equal in area), turned so that the middle of the view lies on its straight meridian. */
export function projectionOf(view: View, size: Size): GeoProjection {
  const whole = Math.min(size.width, size.height * 2.05);
  const projection = geoEqualEarth()
    .scale((whole / WORLD_WIDTH) * view.zoom)
    .rotate([-view.lon, 0])
    .translate([0, 0]);
  const [, y] = projection([view.lon, view.lat]) ?? [0, 0];
  return projection
    .translate([size.width / 2, size.height / 2 - y])
    .precision(0.7)
    .clipExtent([
      [-40, -40],
      [size.width + 40, size.height + 40],
    ]);
}

/** The view made `factor` times closer; the place under the pixel (x, y) keeps its place. */
export function zoomed(
  view: View,
  size: Size,
  factor: number,
  x = size.width / 2,
  y = size.height / 2,
  closest = CLOSEST,
): View {
  const zoom = Math.min(closest, Math.max(1, view.zoom * factor));
  const under = projectionOf(view, size).invert?.([x, y]);
  if (!under || !under.every(Number.isFinite)) return { ...view, zoom };
  const next = { ...view, zoom };
  const [nx, ny] = projectionOf(next, size)(under as [number, number]) ?? [x, y];
  return moved(next, size, x - nx, y - ny);
}

/** The view with its map moved by pixels, to the right and downward. */
export function moved(view: View, size: Size, dx: number, dy: number): View {
  const middle = projectionOf(view, size).invert?.([size.width / 2 - dx, size.height / 2 - dy]);
  if (!middle || !middle.every(Number.isFinite)) return view;
  const [lon, lat] = middle as [number, number];
  return filled({ lon: turn(lon), lat: Math.max(-84, Math.min(84, lat)), zoom: view.zoom }, size);
}

/** The view moved north or south so that no room is left empty beyond a pole; a globe that fits whole stands in the middle. */
export function filled(view: View, size: Size): View {
  const projection = projectionOf(view, size).clipExtent(null);
  const [top, foot] = [projection([view.lon, 90])?.[1] ?? 0, projection([view.lon, -90])?.[1] ?? size.height];
  if (foot - top <= size.height) return { ...view, lat: 0 };
  const by = top > 0 ? top : foot < size.height ? foot - size.height : 0;
  const middle = by === 0 ? null : projection.invert?.([size.width / 2, size.height / 2 + by]);
  return middle ? { ...view, lat: middle[1] } : view;
}

/** The closest view that shows all of the points with room around them; the world where there are none. */
export function fitting(points: [lon: number, lat: number][], size: Size, closest = 40): View {
  if (points.length === 0) return WORLD;
  const lats = points.map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, span] = arc(points.map(([lon]) => lon));
  const view = { lon: turn(west + span / 2), lat: (south + north) / 2, zoom: closest };
  const inside = (zoom: number): boolean => {
    const projection = projectionOf({ ...view, zoom }, size);
    return points.every((point) => {
      const [x, y] = projection(point) ?? [-1, -1];
      return x > size.width * 0.08 && x < size.width * 0.92 && y > size.height * 0.1 && y < size.height * 0.9;
    });
  };
  let zoom = closest;
  while (zoom > 1 && !inside(zoom)) zoom = Math.max(1, zoom / 1.3);
  return filled({ ...view, zoom }, size);
}

/** The shortest arc that holds all longitudes: its western end and its length, in degrees. */
function arc(lons: number[]): [west: number, length: number] {
  const sorted = [...lons].sort((a, b) => a - b);
  let [west, gap] = [sorted[0] ?? 0, -1];
  for (const [index, lon] of sorted.entries()) {
    const before = index === 0 ? (sorted[sorted.length - 1] ?? lon) - 360 : (sorted[index - 1] ?? lon);
    if (lon - before > gap) [west, gap] = [lon, lon - before];
  }
  return [west, 360 - gap];
}

/** Kilometres that a pixel stands for, from west to east in the middle of the view. */
export function kilometresPerPixel(view: View, size: Size): number {
  const projection = projectionOf(view, size);
  const [x, y] = [size.width / 2, size.height / 2];
  const [west, east] = [projection.invert?.([x - 20, y]), projection.invert?.([x + 20, y])];
  return west && east ? (geoDistance(west, east) * EARTH_KM) / 40 : EARTH_KM / projection.scale();
}

/** A round number of kilometres for a scale bar of at most `most` pixels, and its width. */
export function scaleBar(view: View, size: Size, most = 110): { kilometres: number; width: number } {
  const per = kilometresPerPixel(view, size);
  const power = 10 ** Math.floor(Math.log10(per * most));
  const kilometres = ([5, 2, 1].find((one) => one * power <= per * most) ?? 1) * power;
  return { kilometres, width: kilometres / per };
}

/** How far the view reaches from its middle, in degrees of longitude and latitude, on either side. */
export function reach(view: View, size: Size): { lon: number; lat: [south: number, north: number] } {
  const projection = projectionOf(view, size);
  const { width, height } = size;
  let [lon, south, north] = [0, 90, -90];
  for (const corner of [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
    [0, height / 2],
    [width, height / 2],
    [width / 2, 0],
    [width / 2, height],
  ] as [number, number][]) {
    const found = projection.invert?.(corner);
    const back = found ? projection(found) : null;
    // outside of the globe's outline an inverse is a place that is drawn elsewhere
    if (!found || !back || Math.hypot(back[0] - corner[0], back[1] - corner[1]) > 1)
      return { lon: 180, lat: [-90, 90] };
    lon = Math.max(lon, Math.abs(turn(found[0] - view.lon)));
    south = Math.min(south, found[1]);
    north = Math.max(north, found[1]);
  }
  return { lon, lat: [south, north] };
}

/** A difference of longitudes between -180 and 180. */
export function turn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
