/** Paints the land of a map on a canvas: countries, those of claims shaded by how many. */
import { geoGraticule, geoPath, type GeoProjection } from "d3-geo";
import type { Country, Piece } from "./countries";
import { reach, type Size, turn, type View } from "./view";

/** The colours of a map, each by the name of the class that gives it. */
export const INKS = [
  "water",
  "land",
  "border",
  "line",
  "shade",
  "green",
  "built",
  "road",
  "own",
  "words",
  "halo",
] as const;
export type Inks = Record<(typeof INKS)[number], string>;

/** Land, and the view that shows it. */
export interface Land {
  countries: Country[];
  projection: GeoProjection;
  view: View;
  size: Size;
}

const GRATICULE = geoGraticule().step([30, 30]).precision(10)();

/** Water, land and borders. */
export function paintLand(context: CanvasRenderingContext2D, land: Land, inks: Inks): void {
  const path = geoPath(land.projection, context);
  context.clearRect(0, 0, land.size.width, land.size.height);
  context.beginPath();
  path({ type: "Sphere" });
  context.fillStyle = inks.water;
  context.fill();
  context.beginPath();
  path(GRATICULE);
  context.strokeStyle = inks.line;
  context.lineWidth = 0.5;
  context.stroke();

  const inSight = visible(land.view, land.size);
  context.beginPath();
  for (const { pieces } of land.countries) {
    for (const piece of pieces) if (inSight(piece)) path(piece.polygon);
  }
  context.fillStyle = inks.land;
  context.fill();
  context.strokeStyle = inks.border;
  context.lineWidth = 0.75;
  context.stroke();
}

/** Countries, shaded. shades: depth of the shade of a country (alpha-2), 0 to 1. chosen: countries with a strong border. */
export function paintShades(
  context: CanvasRenderingContext2D,
  land: Land,
  inks: Inks,
  shades: ReadonlyMap<string, number>,
  chosen: ReadonlySet<string>,
): void {
  const path = geoPath(land.projection, context);
  const inSight = visible(land.view, land.size);
  const traced = (one: Country): boolean => {
    context.beginPath();
    const pieces = one.pieces.filter(inSight);
    for (const piece of pieces) path(piece.polygon);
    return pieces.length > 0;
  };
  context.fillStyle = context.strokeStyle = inks.shade;
  for (const country of land.countries) {
    const shade = country.code === null ? 0 : (shades.get(country.code) ?? 0);
    if (shade === 0 || !traced(country)) continue;
    context.globalAlpha = shade * 0.5;
    context.fill();
  }
  context.globalAlpha = 1;
  context.lineWidth = 1.75;
  for (const country of land.countries) {
    if (country.code !== null && chosen.has(country.code) && traced(country)) context.stroke();
  }
}

/** Which pieces of land a view can show; the rest need not be projected. */
export function visible(view: View, size: Size): (piece: Piece) => boolean {
  const { lon, lat } = reach(view, size);
  if (lon >= 180) return () => true;
  return (piece) =>
    Math.abs(turn(piece.lon - view.lon)) <= lon + piece.half[0] + 1 &&
    piece.lat - piece.half[1] <= lat[1] + 1 &&
    piece.lat + piece.half[1] >= lat[0] - 1;
}
