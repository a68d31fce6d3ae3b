/** Which page a path names. Pure; the state of the address bar stands in lib/location.svelte.ts. */
import type { Component } from "svelte";

export interface PageProps {
  /** The last part of the path: the id in /documents/ID. Empty where the page has none. */
  id: string;
}
/** Pages without an id take no properties at all, hence the wide type; `load` narrows it again. */
type Load = () => Promise<{ default: unknown }>;

/** One lazy chunk a page. */
export const PAGES = {
  overview: { path: "/", load: () => import("./pages/Overview.svelte") },
  claims: { path: "/claims", load: () => import("./pages/Claims.svelte") },
  documents: { path: "/documents", load: () => import("./pages/Documents.svelte") },
  article: { path: "/documents/:id", load: () => import("./pages/Article.svelte") },
  incidents: { path: "/incidents", load: () => import("./pages/Incidents.svelte") },
  incident: { path: "/incidents/:id", load: () => import("./pages/Incident.svelte") },
  disputes: { path: "/disputes", load: () => import("./pages/Disputes.svelte") },
  map: { path: "/map", load: () => import("./pages/Map.svelte") },
  timeline: { path: "/timeline", load: () => import("./pages/Timeline.svelte") },
  actors: { path: "/actors", load: () => import("./pages/Actors.svelte") },
  actor: { path: "/actors/:id", load: () => import("./pages/Actor.svelte") },
  network: { path: "/network", load: () => import("./pages/Network.svelte") },
  review: { path: "/review", load: () => import("./pages/Review.svelte") },
  add: { path: "/add", load: () => import("./pages/Add.svelte") },
  search: { path: "/search", load: () => import("./pages/Search.svelte") },
  help: { path: "/help", load: () => import("./pages/Help.svelte") },
  login: { path: "/login", load: () => import("./pages/Login.svelte") },
} as const satisfies Record<string, { path: string; load: Load }>;

/** The component of a page, fetched when it is first asked for. */
export async function load(page: PageName): Promise<Component<PageProps>> {
  return (await PAGES[page].load()).default as Component<PageProps>;
}

export type PageName = keyof typeof PAGES;
export interface Match {
  page: PageName;
  id: string;
}

/** The page that a path names, or null. */
export function match(path: string): Match | null {
  const parts = path.replace(/\/+$/, "").split("/").slice(1);
  for (const page of Object.keys(PAGES) as PageName[]) {
    const wanted = PAGES[page].path.split("/").slice(1).filter(Boolean);
    if (wanted.length !== parts.length) continue;
    let id = "";
    const fits = wanted.every((part, i) => {
      if (part !== ":id") return part === parts[i];
      id = decode(parts[i] ?? "");
      return id !== "";
    });
    if (fits) return { page, id };
  }
  return null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % sign: no page can have that id, and the API says so
  }
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** The query part of an address: "?a=1&a=2", or "". Empty values are left out. */
export function queryString(query: Query): string {
  const found = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as string[]) : [value as string | null | undefined]) {
      if (one !== null && one !== undefined && one !== "") found.append(name, String(one));
    }
  }
  const text = found.toString();
  return text ? `?${text}` : "";
}

/** The address of a page: href("article", "abc", { claim: "x" }) is "/documents/abc?claim=x". */
export function href(page: PageName, id = "", query: Query = {}): string {
  return PAGES[page].path.replace(":id", encodeURIComponent(id)) + queryString(query);
}
