/** Natural Earth's countries, by the codes that the ledger gives. */

import codes from "i18n-iso-countries/codes.json";
import type { Feature, FeatureCollection, Geometry, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** ISO 3166 numeric code, as world-atlas has it, to alpha-2, as the ledger has it. */
const ALPHA2 = new Map(codes.map(([alpha2, , numeric]) => [numeric, alpha2]));
/** Territories to which Natural Earth gives borders and ISO no numeric code. */
const UNCODED: Record<string, string> = { Kosovo: "XK" };

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;
export type Country = Feature<Geometry, { name: string; code: string | null }>;

/** borders: lines that two countries share, each drawn once. */
export interface World {
  land: FeatureCollection | Feature;
  borders: MultiLineString;
  countries: Country[];
}

/** The countries of an atlas. code: ISO 3166 alpha-2; null for a territory that has none. */
export function worldOf(atlas: Atlas): World {
  const { countries, land } = atlas.objects;
  return {
    land: feature(atlas, land),
    borders: mesh(atlas, countries, (a, b) => a !== b),
    countries: feature(atlas, countries).features.map((one) => ({
      ...one,
      properties: { name: one.properties.name, code: codeOf(one.id, one.properties.name) },
    })),
  };
}

function codeOf(id: string | number | undefined, name: string): string | null {
  return UNCODED[name] ?? (id === undefined ? null : (ALPHA2.get(String(id).padStart(3, "0")) ?? null));
}
