/**
 * How the layers of a vector map are drawn: quietly, beneath what the ledger tells. Layers go by the names of Protomaps'
 * basemap and of OpenMapTiles; one that neither knows is somebody's own, and is outlined.
 */
import type { Form, Shape } from "./shapes";

/** Colours of a map, as the page's theme has them. */
export interface BaseInks {
  water: string;
  land: string;
  border: string;
  green: string;
  built: string;
  road: string;
  own: string;
  words: string;
  halo: string;
}

/** One coat of paint. width: of its lines, in pixels. alpha: how strong. from: the least depth of tiles at which it is drawn. */
export interface Style {
  layers: readonly string[];
  form: Form;
  ink: keyof BaseInks;
  width?: number;
  alpha?: number;
  dash?: readonly number[];
  from?: number;
  only?: (told: Shape["told"]) => boolean;
}

const GREEN = /wood|forest|grass|park|garden|nature|meadow|scrub|farm|orchard|wetland|cemetery|golf|national|protected/;
const GREAT = /highway|motorway|trunk|primary|major/;
const kindOf = (told: Shape["told"]): string => String(told["kind"] ?? told["class"] ?? "");
const levelOf = (told: Shape["told"]): number => Number(told["kind_detail"] ?? told["admin_level"] ?? NaN);
const isGreen = (told: Shape["told"]): boolean => GREEN.test(kindOf(told));
const isGreat = (told: Shape["told"]): boolean => GREAT.test(kindOf(told));
const isState = (told: Shape["told"]): boolean => kindOf(told) === "country" || levelOf(told) <= 2;
const isBelowState = (told: Shape["told"]): boolean => !isState(told) && !(levelOf(told) > 4);
const WATER = ["water", "ocean"];
const ROADS = ["roads", "transportation"];
const BORDERS = ["boundaries", "boundary"];

export const STYLES: readonly Style[] = [
  { layers: ["earth", "land"], form: "areas", ink: "land" },
  { layers: ["landcover", "landuse", "park", "natural"], form: "areas", ink: "green", only: isGreen },
  { layers: WATER, form: "areas", ink: "water" },
  { layers: ["waterway", ...WATER], form: "lines", ink: "water", width: 1.25, from: 8 },
  { layers: ["buildings", "building"], form: "areas", ink: "built", from: 13 },
  { layers: ROADS, form: "lines", ink: "road", width: 0.75, from: 12, only: (told) => !isGreat(told) },
  { layers: ROADS, form: "lines", ink: "road", width: 1.5, from: 6, only: isGreat },
  { layers: BORDERS, form: "lines", ink: "border", width: 0.75, dash: [3, 3], from: 4, only: isBelowState },
  { layers: BORDERS, form: "lines", ink: "border", width: 1, only: isState },
];

/** Layers that name things: settlements are named, the rest is too much for a map of claims. */
export const NAMED: readonly string[] = ["places", "place"];
const UNDRAWN = /^(pois?|transit|housenumbers?|aeroways?|aerodrome_label|mountain_peak|.*_(name|label)s?)$/;

const KNOWN = new Set([...STYLES.flatMap((one) => one.layers), ...NAMED]);

/** The styles of a layer that is somebody's own; none of one that is known. */
export function own(layer: string): Style[] {
  if (KNOWN.has(layer) || UNDRAWN.test(layer)) return [];
  return [
    { layers: [layer], form: "areas", ink: "own", alpha: 0.12 },
    { layers: [layer], form: "areas", ink: "own", width: 1 },
    { layers: [layer], form: "lines", ink: "own", width: 1.25 },
    { layers: [layer], form: "points", ink: "own", width: 2.5 },
  ];
}

/** What lies under the shapes of a tile: water where land is a layer, land where only water is; nothing under somebody's own layers. */
export function groundOf(layers: ReadonlySet<string>): keyof BaseInks | null {
  if (layers.has("earth") || layers.has("land")) return "water";
  return WATER.some((one) => layers.has(one)) ? "land" : null;
}

/** The name of a settlement, and how weighty it is; null of what has no name. */
export function nameOf({ told }: Shape): { name: string; weight: number } | null {
  const name = told["name:en"] ?? told["name_en"] ?? told["name"];
  if (typeof name !== "string" || name.trim() === "") return null;
  const rank = Number(told["population_rank"] ?? NaN);
  return { name, weight: Number.isFinite(rank) ? rank : -Number(told["rank"] ?? 20) };
}
