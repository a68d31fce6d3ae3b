/** A user's own map, if the server has one: opened once, shown on every map or on none; kept in this browser. */
import { strings } from "../../strings";
import type { Tiles } from "./tiles";

const ADDRESS = "/api/v1/maps.pmtiles";
const KEY = "sayso-base-map";

class BaseState {
  tiles = $state.raw<Tiles | null>(null);
  /** Why it cannot be shown. */
  failure = $state("");
  on = $state(localStorage.getItem(KEY) !== "off");
  #asked = false;

  /** Opens the server's map file, the first time; what reads it is only then fetched. */
  async open(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const { openTiles } = await import("./tiles");
      this.tiles = await openTiles(ADDRESS);
    } catch (error) {
      this.failure = strings.map.base.failed(error instanceof Error ? error.message : String(error));
    }
  }

  toggle(): void {
    this.on = !this.on;
    localStorage.setItem(KEY, this.on ? "on" : "off");
  }
}

export const base = new BaseState();
