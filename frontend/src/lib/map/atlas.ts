/** The atlas, which comes from this server like everything else: coarse for the world, finer for a closer look. */
import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";
import { type Atlas, countriesOf, type Country } from "./countries";

export type Detail = "coarse" | "fine";

const ADDRESSES: Record<Detail, string> = { coarse, fine };
const asked = new Map<Detail, Promise<Country[]>>();

export function atlas(detail: Detail): Promise<Country[]> {
  let found = asked.get(detail);
  if (!found) {
    found = fetch(ADDRESSES[detail])
      .then((response) => response.json() as Promise<Atlas>)
      .then(countriesOf);
    found.catch(() => asked.delete(detail));
    asked.set(detail, found);
  }
  return found;
}
