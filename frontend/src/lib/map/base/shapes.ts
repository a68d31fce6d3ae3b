/** The shapes of a vector tile, by layer, in the tile's own units. */
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

export type Form = "points" | "lines" | "areas";
type Value = string | number | boolean;

/** lines: the points of each line or ring, x and y by turns, each 0 to 1 within the tile and a little beyond. */
export interface Shape {
  form: Form;
  lines: Float64Array[];
  told: Readonly<Record<string, Value>>;
}

export type Shapes = ReadonlyMap<string, readonly Shape[]>;

const FORMS: (Form | null)[] = [null, "points", "lines", "areas"];

/** Reads a tile. Throws where the bytes are no tile. */
export function shapesOf(bytes: ArrayBuffer): Shapes {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return new Map(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => layer.feature(index)).flatMap((feature): Shape[] => {
        const form = FORMS[feature.type];
        if (!form) return [];
        const lines = feature
          .loadGeometry()
          .map((line) => Float64Array.from(line.flatMap(({ x, y }) => [x / feature.extent, y / feature.extent])));
        return [{ form, lines, told: feature.properties }];
      }),
    ]),
  );
}
