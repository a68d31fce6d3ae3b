/**
 * The grid of web map tiles (Mercator), and where it lies under this map's own projection (Equal Earth).
 *
 * Under Equal Earth every parallel is a straight level line, along which longitudes lie at even distances. So each row of
 * pixels of a tile is one row on the screen, only stretched; nothing else is needed to draw tiles of the one in the other.
 */
import { geoEqualEarthRaw } from "d3-geo";
import { projectionOf, reach, type Size, type View } from "../view";

/** A tile. x may lie outside of 0 to 2 ** z: the same tile, once more around the globe. */
export interface TileAt {
  z: number;
  x: number;
  y: number;
}

/** A level line of the screen on which a parallel is drawn. y: where. across: pixels that a degree of longitude is wide. */
export interface Parallel {
  y: number;
  across: number;
}

const DEGREE = Math.PI / 180;
/** Closer to the poles than this there are no tiles. */
const FARTHEST = 85.0511;

/** Latitude of a height in the Mercator square, 0 in the north to 1 in the south. */
export function latitudeOf(height: number): number {
  return Math.atan(Math.sinh(Math.PI * (1 - 2 * height))) / DEGREE;
}

/** Height of a latitude in the Mercator square, 0 in the north to 1 in the south. */
export function heightOf(latitude: number): number {
  const lat = Math.max(-FARTHEST, Math.min(FARTHEST, latitude)) * DEGREE;
  return (1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2;
}

/** Longitude of a tile's western edge. */
export function longitudeOf(x: number, z: number): number {
  return (x / 2 ** z) * 360 - 180;
}

/** Where a view draws parallels and meridians: `projectionOf` in two parts. */
export class Plane {
  readonly #view: View;
  readonly #scale: number;
  readonly #middle: [x: number, y: number];

  constructor(view: View, size: Size) {
    const projection = projectionOf(view, size);
    this.#view = view;
    this.#scale = projection.scale();
    this.#middle = projection.translate();
  }

  parallel(latitude: number): Parallel {
    const [across, up] = geoEqualEarthRaw(1, latitude * DEGREE);
    return { y: this.#middle[1] - up * this.#scale, across: across * this.#scale * DEGREE };
  }

  /** Latitude of the parallel that is drawn on a level line; not a number beyond the poles. */
  latitude(y: number): number {
    const found = geoEqualEarthRaw.invert?.(0, (this.#middle[1] - y) / this.#scale);
    return found ? found[1] / DEGREE : NaN;
  }

  /** Where a meridian meets a parallel. */
  x(longitude: number, { across }: Parallel): number {
    return this.#middle[0] + (longitude - this.#view.lon) * across;
  }
}

/** How deep into tiles a view looks, so that a tile is drawn about as wide as it was made to be, in pixels. */
export function depthOf(view: View, size: Size, width: number): number {
  const { across } = new Plane(view, size).parallel(view.lat);
  return Math.max(0, Math.round(Math.log2((across * 360) / width)));
}

/** The tiles that a view shows at a depth; all longitudes once, and those at the edge of the globe twice. */
export function tilesIn(view: View, size: Size, z: number): TileAt[] {
  const { lon, lat } = reach(view, size);
  const many = 2 ** z;
  const columnOf = (longitude: number): number => Math.floor(((longitude + 180) / 360) * many);
  const rowOf = (latitude: number): number => Math.min(many - 1, Math.floor(heightOf(latitude) * many));
  const found: TileAt[] = [];
  for (let y = rowOf(lat[1]); y <= rowOf(lat[0]); y += 1) {
    for (let x = columnOf(view.lon - lon); x <= columnOf(view.lon + lon); x += 1) found.push({ z, x, y });
  }
  return found;
}
