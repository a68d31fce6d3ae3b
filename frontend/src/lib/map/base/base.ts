/**
 * The picture of a user's own map under a view: painted once all its tiles are there, kept, and moved with the map until it
 * rests again.
 */
import { geoPath } from "d3-geo";
import type { Box } from "../../drawing/labels";
import { projectionOf, type Size, type View } from "../view";
import { paintNames, paintPicture, type Placed, paintShapes } from "./coats";
import { depthOf, Plane, type TileAt, tilesIn } from "./grid";
import type { BaseInks } from "./styles";
import type { Shapes } from "./shapes";
import type { Tile, Tiles } from "./tiles";

/** What a picture is made for. Two are the same when all of it is. */
export interface Wanted {
  view: View;
  size: Size;
  ratio: number;
  inks: BaseInks;
  /** How strongly pictures are painted; less over a dark page. */
  strength: number;
  /** Boxes that names must keep free. */
  taken: Box[];
}

const PICTURE = 256;
const VECTORS = 512;
const MOST_TILES = 100;

/** A painted picture, and what it was made for. */
export interface Painted {
  wanted: Wanted;
  canvas: HTMLCanvasElement;
  /** How many tiles could not be read. */
  unread: number;
}

/** The tiles that show a view; none where the map has nothing so shallow. */
export function tilesFor(tiles: Tiles, { view, size, ratio }: Wanted): TileAt[] {
  const depth = tiles.layers ? depthOf(view, size, VECTORS) : depthOf(view, size, PICTURE / Math.min(2, ratio));
  const z = Math.min(tiles.deepest, depth);
  const found = z < tiles.shallowest ? [] : tilesIn(view, size, z);
  return found.length > MOST_TILES ? [] : found;
}

/** Paints a view. */
export async function painted(tiles: Tiles, wanted: Wanted): Promise<Painted> {
  const places = tilesFor(tiles, wanted);
  let unread = 0;
  const read = async (at: TileAt): Promise<Placed<Tile | null>> => {
    try {
      return { at, what: await tiles.tile(at) };
    } catch {
      unread += 1;
      return { at, what: null };
    }
  };
  const found = await Promise.all(places.map(read));
  const { view, size, ratio, inks } = wanted;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.scale(ratio, ratio);
  context.beginPath();
  geoPath(projectionOf(view, size), context)({ type: "Sphere" });
  context.clip();
  const plane = new Plane(view, size);
  if (tiles.layers) {
    const shapes = found.flatMap(({ at, what }): Placed<Shapes>[] =>
      has(what, "shapes") ? [{ at, what: what.shapes }] : [],
    );
    paintShapes(context, plane, shapes, tiles.layers, inks);
    paintNames(context, plane, shapes, wanted.taken, inks);
  } else {
    context.globalAlpha = wanted.strength;
    for (const { at, what } of found) {
      if (has(what, "picture")) paintPicture(context, plane, { at, what: what.picture }, size.height, ratio);
    }
  }
  return { wanted, canvas, unread };
}

function has<K extends "picture" | "shapes">(tile: Tile | null, key: K): tile is Extract<Tile, Record<K, unknown>> {
  return tile !== null && key in tile;
}

/** Lays a picture upon a canvas, moved and stretched to where the map is now. */
export function lay(context: CanvasRenderingContext2D, { wanted, canvas }: Painted, view: View, size: Size): void {
  const factor = view.zoom / wanted.view.zoom;
  const [x, y] = projectionOf(view, size)([wanted.view.lon, wanted.view.lat]) ?? [size.width / 2, size.height / 2];
  const { width, height } = wanted.size;
  context.drawImage(canvas, x - (width / 2) * factor, y - (height / 2) * factor, width * factor, height * factor);
}
