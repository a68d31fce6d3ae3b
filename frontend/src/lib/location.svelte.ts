/** The address bar as state: reading it in a component makes the component follow it. */
import { match, queryString, type Match, type Query } from "../router";

class Location {
  path = $state(window.location.pathname);
  search = $state(window.location.search);
  readonly query: URLSearchParams = $derived(new URLSearchParams(this.search));
  readonly match: Match | null = $derived(match(this.path));

  constructor() {
    window.addEventListener("popstate", () => this.#read());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** Goes to an address of these pages. replace: without a new entry in the history. */
  go(to: string, { replace = false } = {}): void {
    const before = this.path;
    window.history[replace ? "replaceState" : "pushState"](null, "", to);
    this.#read();
    if (!replace && this.path !== before) window.scrollTo(0, 0);
  }

  /** Sets query parameters of this page (null takes one away) and keeps the others. */
  set(changes: Query, { replace = false } = {}): void {
    const query: Record<string, string[]> = {};
    for (const name of new Set(this.query.keys())) query[name] = this.query.getAll(name);
    this.go(this.path + queryString({ ...query, ...changes }), { replace });
  }

  #read(): void {
    this.path = window.location.pathname;
    this.search = window.location.search;
  }

  #follow(event: MouseEvent): void {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return;
    if (link.pathname.startsWith("/api/") || (link.hash && link.pathname === this.path)) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const location = new Location();
