/** Paints tiles on a canvas, under a view. Everything is in pixels of the screen; the canvas is scaled by its owner. */
import { firstWords, type Box, roomFor, widthOf } from "../../drawing/labels";
import { latitudeOf, longitudeOf, heightOf, type Parallel, type Plane, type TileAt } from "./grid";
import type { Shape, Shapes } from "./shapes";
import { type BaseInks, groundOf, NAMED, nameOf, own, type Style, STYLES } from "./styles";

export interface Placed<T> {
  at: TileAt;
  what: T;
}

type Canvas = CanvasRenderingContext2D;
const MOST_NAMES = 50;

/** A picture, row by row; ratio: pixels of the canvas a pixel of the screen. */
export function paintPicture(
  context: Canvas,
  plane: Plane,
  { at, what }: Placed<ImageBitmap>,
  height: number,
  ratio: number,
): void {
  const many = 2 ** at.z;
  const [west, east] = [longitudeOf(at.x, at.z), longitudeOf(at.x + 1, at.z)];
  const [top, foot] = [at.y / many, (at.y + 1) / many].map((one) => plane.parallel(latitudeOf(one)).y);
  const last = Math.min(height * ratio, Math.round((foot ?? 0) * ratio));
  for (let row = Math.max(0, Math.round((top ?? 0) * ratio)); row < last; row += 1) {
    const latitude = plane.latitude((row + 0.5) / ratio);
    if (!Number.isFinite(latitude)) continue;
    const line = plane.parallel(latitude);
    const from = (heightOf(latitude) * many - at.y) * what.height;
    const [left, right] = [west, east].map((one) => Math.round(plane.x(one, line) * ratio));
    if (left === undefined || right === undefined || right <= left) continue;
    const source = Math.max(0, Math.min(what.height - 1, from - 0.5));
    context.drawImage(what, 0, source, what.width, 1, left / ratio, row / ratio, (right - left) / ratio, 1 / ratio);
  }
}

/** Shapes of all tiles of a view, coat by coat, so that no tile covers what its neighbour has drawn. */
export function paintShapes(
  context: Canvas,
  plane: Plane,
  tiles: Placed<Shapes>[],
  layers: ReadonlySet<string>,
  inks: BaseInks,
): void {
  const grids = tiles.map(({ at, what }) => ({ shapes: what, grid: new Grid(plane, at) }));
  const depth = tiles[0]?.at.z ?? 0;
  const ground = groundOf(layers);
  if (ground) {
    context.fillStyle = inks[ground];
    context.beginPath();
    for (const { grid } of grids) trace(context, grid, grid.edge, true);
    context.fill();
  }
  const present = new Set(tiles.flatMap(({ what }) => [...what.keys()]));
  for (const style of [...STYLES, ...[...present].flatMap(own)]) {
    if (depth < (style.from ?? 0)) continue;
    context.beginPath();
    for (const { shapes, grid } of grids) {
      for (const layer of style.layers) coat(context, grid, shapes.get(layer) ?? [], style);
    }
    context.globalAlpha = style.alpha ?? 1;
    context.fillStyle = context.strokeStyle = inks[style.ink];
    context.lineWidth = style.width ?? 1;
    context.setLineDash([...(style.dash ?? [])]);
    if (style.form !== "points" && style.width) context.stroke();
    else context.fill();
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function coat(context: Canvas, grid: Grid, shapes: readonly Shape[], style: Style): void {
  for (const { form, lines, told } of shapes) {
    if (form !== style.form || style.only?.(told) === false) continue;
    for (const line of lines) {
      if (form === "points") dots(context, grid, line, style.width ?? 2);
      else trace(context, grid, line, form === "areas", style.width !== undefined);
    }
  }
}

function dots(context: Canvas, grid: Grid, line: Float64Array, radius: number): void {
  for (let index = 0; index + 1 < line.length; index += 2) {
    const [x, y] = grid.point(line[index] ?? 0, line[index + 1] ?? 0);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, Math.PI * 2);
  }
}

/** A line; open: the edge by which a tile cuts a shape off is not drawn. */
function trace(context: Canvas, grid: Grid, line: Float64Array, closed: boolean, open = false): void {
  let cut = true;
  const many = line.length / 2;
  for (let nth = 0; nth < (closed ? many + 1 : many); nth += 1) {
    const [u, v] = [line[(nth % many) * 2] ?? 0, line[(nth % many) * 2 + 1] ?? 0];
    const [x, y] = grid.point(u, v);
    if (cut) context.moveTo(x, y);
    else context.lineTo(x, y);
    cut = open && (u <= 0 || v <= 0 || u >= 1 || v >= 1);
  }
}

/** Names of settlements where there is room, none upon what is taken. */
export function paintNames(context: Canvas, plane: Plane, tiles: Placed<Shapes>[], taken: Box[], inks: BaseInks): void {
  const found = new Map<string, { name: string; x: number; y: number; weight: number }>();
  for (const { at, what } of tiles) {
    const grid = new Grid(plane, at);
    for (const shape of NAMED.flatMap((layer) => what.get(layer) ?? [])) {
      const named = shape.form === "points" ? nameOf(shape) : null;
      const [u, v] = shape.lines[0] ?? [];
      if (!named || u === undefined || v === undefined || Math.min(u, v) < 0 || Math.max(u, v) >= 1) continue;
      const [x, y] = grid.point(u, v);
      found.set(`${named.name} ${x.toFixed(0)} ${y.toFixed(0)}`, { ...named, name: firstWords(named.name), x, y });
    }
  }
  const labels = [...found].map(([id, { name, x, y, weight }]) => {
    const width = widthOf(name);
    return { id, left: x - width / 2, top: y - 8, width, height: 16, weight };
  });
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = inks.halo;
  context.fillStyle = inks.words;
  for (const id of roomFor(labels, taken, MOST_NAMES)) {
    const one = found.get(id);
    if (!one) continue;
    context.strokeText(one.name, one.x, one.y);
    context.fillText(one.name, one.x, one.y);
  }
}

const STEPS = 256;

/** Where the points of one tile lie on the screen: its parallels are worked out once, and those between are taken from their neighbours. */
class Grid {
  readonly edge = edgeOf();
  readonly #lines: Parallel[];
  readonly #plane: Plane;
  readonly #at: TileAt;

  constructor(plane: Plane, at: TileAt) {
    this.#plane = plane;
    this.#at = at;
    // a tile holds a little more than itself: half a tile beyond each edge is more than any has
    this.#lines = Array.from({ length: STEPS * 2 + 1 }, (_, nth) =>
      plane.parallel(latitudeOf((at.y + nth / STEPS - 0.5) / 2 ** at.z)),
    );
  }

  point(u: number, v: number): [x: number, y: number] {
    const exact = Math.max(0, Math.min(STEPS * 2, (v + 0.5) * STEPS));
    const [above, below] = [this.#lines[Math.floor(exact)], this.#lines[Math.ceil(exact)]];
    if (!above || !below) return [0, 0];
    const part = exact % 1;
    const line = {
      y: above.y + (below.y - above.y) * part,
      across: above.across + (below.across - above.across) * part,
    };
    return [this.#plane.x(longitudeOf(this.#at.x + u, this.#at.z), line), line.y];
  }
}

/** The edge of a tile, in steps small enough for the bent meridians of a tile that is half the world. */
function edgeOf(): Float64Array {
  const side = Array.from({ length: 32 }, (_, nth) => nth / 32);
  return Float64Array.from([
    ...side.flatMap((one) => [one, 0]),
    ...side.flatMap((one) => [1, one]),
    ...side.flatMap((one) => [1 - one, 1]),
    ...side.flatMap((one) => [0, 1 - one]),
  ]);
}
