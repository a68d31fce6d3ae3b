/** Paints the land of a map on a canvas: countries, those of claims shaded by how many. */
import { geoGraticule, geoPath, type GeoProjection } from "d3-geo";
import type { Country, Piece } from "./countries";
import { reach, type Size, turn, type View } from "./view";

export interface Inks {
  water: string;
  land: string;
  border: string;
  line: string;
  shade: string;
}

const GRATICULE = geoGraticule().step([30, 30]).precision(10)();

/** shades: depth of the shade of a country (alpha-2), 0 to 1. chosen: countries with a strong border. */
export function paint(
  context: CanvasRenderingContext2D,
  countries: Country[],
  projection: GeoProjection,
  view: View,
  size: Size,
  inks: Inks,
  shades: ReadonlyMap<string, number>,
  chosen: ReadonlySet<string>,
): void {
  const path = geoPath(projection, context);
  const fill = (): void => {
    context.beginPath();
  };
  context.clearRect(0, 0, size.width, size.height);
  fill();
  path({ type: "Sphere" });
  context.fillStyle = inks.water;
  context.fill();
  fill();
  path(GRATICULE);
  context.strokeStyle = inks.line;
  context.lineWidth = 0.5;
  context.stroke();

  const inSight = visible(view, size);
  const shaded: [Piece[], number][] = [];
  const strong: Piece[] = [];
  fill();
  for (const country of countries) {
    const pieces = country.pieces.filter(inSight);
    for (const piece of pieces) path(piece.polygon);
    const shade = country.code === null ? 0 : (shades.get(country.code) ?? 0);
    if (shade > 0 && pieces.length > 0) shaded.push([pieces, shade]);
    if (country.code !== null && chosen.has(country.code)) strong.push(...pieces);
  }
  context.fillStyle = inks.land;
  context.fill();
  context.strokeStyle = inks.border;
  context.lineWidth = 0.75;
  context.stroke();

  for (const [pieces, shade] of shaded) {
    fill();
    for (const piece of pieces) path(piece.polygon);
    context.globalAlpha = shade * 0.5;
    context.fillStyle = inks.shade;
    context.fill();
    context.globalAlpha = 1;
  }
  if (strong.length === 0) return;
  fill();
  for (const piece of strong) path(piece.polygon);
  context.strokeStyle = inks.shade;
  context.lineWidth = 1.75;
  context.stroke();
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
