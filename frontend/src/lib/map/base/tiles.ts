/** A user's own map: a PMTiles file that this server gives out, opened and read tile by tile. */
import { strings } from "../../strings";
import { PMTiles, TileType } from "pmtiles";
import { shapesOf, type Shapes } from "./shapes";
import type { TileAt } from "./grid";

/** What a tile holds: a picture, or shapes by their layer. */
export type Tile = { picture: ImageBitmap } | { shapes: Shapes };

/** An opened file. layers: names of the layers of its shapes; null where tiles are pictures. */
export interface Tiles {
  readonly layers: ReadonlySet<string> | null;
  readonly shallowest: number;
  readonly deepest: number;
  /** Whose data it is, in words. */
  readonly credit: string;
  /** A tile; null where the file has none. */
  tile: (at: TileAt) => Promise<Tile | null>;
}

const KEPT = 200;
const PICTURES: Partial<Record<TileType, string>> = {
  [TileType.Png]: "image/png",
  [TileType.Jpeg]: "image/jpeg",
  [TileType.Webp]: "image/webp",
  [TileType.Avif]: "image/avif",
};

/** Opens the file at an address. Rejects where it is no PMTiles file, or where its tiles are of a kind that nobody here can draw. */
export async function openTiles(address: string): Promise<Tiles> {
  const file = new PMTiles(address);
  const header = await file.getHeader();
  const told = (await file.getMetadata()) as { attribution?: unknown; vector_layers?: { id?: unknown }[] };
  const media = PICTURES[header.tileType];
  if (media === undefined && header.tileType !== TileType.Mvt)
    throw new Error(strings.map.base.kind(String(header.tileType)));

  async function read({ z, x, y }: TileAt): Promise<Tile | null> {
    const found = await file.getZxy(z, x, y);
    if (!found) return null;
    if (media === undefined) return { shapes: shapesOf(found.data) };
    return { picture: await createImageBitmap(new Blob([found.data], { type: media })) };
  }

  const kept = new Map<string, Promise<Tile | null>>();
  return {
    layers: media === undefined ? new Set((told.vector_layers ?? []).map((one) => String(one.id))) : null,
    shallowest: header.minZoom,
    deepest: header.maxZoom,
    credit: wordsOf(told.attribution),
    tile: ({ z, x, y }) => {
      const at = { z, x: ((x % 2 ** z) + 2 ** z) % 2 ** z, y };
      const key = `${at.z}/${at.x}/${at.y}`;
      const found = kept.get(key) ?? read(at);
      kept.delete(key);
      kept.set(key, found);
      found.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return found;
    },
  };
}

const ENTITIES: Record<string, string> = { amp: "&", copy: "©", gt: ">", lt: "<", nbsp: " ", quot: '"', reg: "®" };

/** The words of an attribution, which by custom is HTML. They are shown as words, so that nothing in them needs to be trusted. */
export function wordsOf(html: unknown): string {
  if (typeof html !== "string") return "";
  return html
    .slice(0, 2000)
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}
