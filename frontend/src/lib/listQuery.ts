/** The filters and the order of lists as they stand in the address: the same names as in the API. */
import type { Query } from "../router";

export const INCIDENT_FILTERS = ["type", "country", "since", "until", "documents", "killed", "disputed"] as const;
export const DISPUTE_FILTERS = ["field", "country", "since", "until"] as const;

/** What an address holds under each of the names. */
export function valuesOf(query: URLSearchParams, names: readonly string[]): Query {
  return Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
}

/** What a list is ordered by, `usual` where the address does not say; downwards unless it says otherwise. */
export function orderOf(query: URLSearchParams, usual: string): { order: string; descending: boolean } {
  return { order: query.get("order") ?? usual, descending: query.get("descending") !== "false" };
}
