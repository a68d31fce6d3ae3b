import { ApiError } from "./api";
import type { Page } from "./types";

type Ask<Row> = (cursor: string | null, signal: AbortSignal) => Promise<Page<Row>>;

/**
 * A list that grows as it is read. `asked` reads its inputs and gives the function that fetches a part of the list; when an
 * input changes the list begins anew, and the rows that are there stay until the new ones have come.
 */
export function paged<Row>(asked: () => Ask<Row>): Paged<Row> {
  const list = new Paged<Row>();
  $effect(() => {
    void list.tries;
    return list.begin(asked());
  });
  return list;
}

export class Paged<Row> {
  rows = $state.raw<Row[]>([]);
  error = $state.raw<ApiError | null>(null);
  busy = $state(true);
  tries = $state(0);
  /** Has anything come yet? */
  ready = $state(false);
  #next = $state<string | null>(null);
  #ask: Ask<Row> | null = null;
  #stop = new AbortController();

  readonly done: boolean = $derived(this.ready && this.#next === null);

  begin(ask: Ask<Row>): () => void {
    this.#stop = new AbortController();
    this.#ask = ask;
    void this.#fetch(null, true);
    return () => this.#stop.abort();
  }

  more(): void {
    if (!this.busy && this.#next !== null) void this.#fetch(this.#next, false);
  }

  again(): void {
    this.tries += 1;
  }

  async #fetch(cursor: string | null, anew: boolean): Promise<void> {
    const { signal } = this.#stop;
    this.busy = true;
    try {
      const page = await (this.#ask as Ask<Row>)(cursor, signal);
      if (signal.aborted) return;
      this.rows = anew ? page.items : [...this.rows, ...page.items];
      this.#next = page.next;
      this.error = null;
      this.ready = true;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      this.error = error;
      if (anew) this.rows = [];
    }
    this.busy = false;
  }
}
