/** The filters of claims as they stand in the address: the same names as in the API. */
import type { Query } from "../router";
import type { FacetName } from "./types";

const SEVERAL = [
  "who",
  "whom",
  "holder",
  "type",
  "mode",
  "factuality",
  "country",
  "place",
  "publisher",
  "document",
  "incident",
] as const;
const ONE = [
  "voice",
  "near",
  "since",
  "until",
  "published_since",
  "published_until",
  "killed",
  "confidence",
  "disputed",
  "words",
] as const;
export type FilterName = (typeof SEVERAL)[number] | (typeof ONE)[number];

/** The filters that an address holds; whatever else stands in it is left aside. */
export function filtersOf(query: URLSearchParams): Query {
  const found: Query = {};
  for (const name of SEVERAL) if (query.has(name)) found[name] = query.getAll(name);
  for (const name of ONE) if (query.get(name)) found[name] = query.get(name);
  return found;
}

/** The filters one by one, as [name, value]. */
export function filterList(filters: Query): [FilterName, string][] {
  return Object.entries(filters).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as string[]) : [String(value)]).map((one): [FilterName, string] => [
      name as FilterName,
      one,
    ]),
  );
}

/** What a facet's chosen values are in an address; a year is told by its first and last day. */
export function chosenOf(facet: FacetName, query: URLSearchParams): string[] {
  if (facet !== "year") return query.getAll(facet);
  const [since, until] = [query.get("since"), query.get("until")];
  const year = since?.endsWith("-01-01") ? since.slice(0, 4) : "";
  return year && until === `${year}-12-31` ? [year] : [];
}

/** What changes in the address when the values of a facet are chosen. Of years, the last one chosen holds. */
export function choice(facet: FacetName, values: readonly string[]): Query {
  if (facet !== "year") return { [facet]: [...values] };
  const year = values.at(-1);
  return year ? { since: `${year}-01-01`, until: `${year}-12-31` } : { since: null, until: null };
}
