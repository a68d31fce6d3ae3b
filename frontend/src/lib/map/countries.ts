/** Natural Earth's countries, by the codes that the ledger gives. */
import type { Geometry, Polygon, Position } from "geojson";
import codes from "i18n-iso-countries/codes.json";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** ISO 3166 numeric code, as world-atlas has it, to alpha-2, as the ledger has it. */
const ALPHA2 = new Map(codes.map(([alpha2, , numeric]) => [numeric, alpha2]));
/** Territories to which Natural Earth gives borders and ISO no numeric code. */
const UNCODED: Record<string, string> = { Kosovo: "XK" };

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** One piece of land. lon, lat: the middle of the box around it; half: half of that box's width and height, in degrees. */
export interface Piece {
  polygon: Polygon;
  lon: number;
  lat: number;
  half: [lon: number, lat: number];
}

/** code: ISO 3166 alpha-2; null for a territory that has none. */
export interface Country {
  name: string;
  code: string | null;
  pieces: Piece[];
}

/** The countries of an atlas. */
export function countriesOf(atlas: Atlas): Country[] {
  return feature(atlas, atlas.objects.countries).features.map(({ id, properties, geometry }) => ({
    name: properties.name,
    code: codeOf(id, properties.name),
    pieces: polygonsOf(geometry).map(pieceOf),
  }));
}

function codeOf(id: string | number | undefined, name: string): string | null {
  return UNCODED[name] ?? (id === undefined ? null : (ALPHA2.get(String(id).padStart(3, "0")) ?? null));
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}

function pieceOf(coordinates: Position[][]): Piece {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of coordinates[0] ?? []) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return {
    polygon: { type: "Polygon", coordinates },
    lon: (west + east) / 2,
    lat: (south + north) / 2,
    half: [(east - west) / 2, (north - south) / 2],
  };
}
