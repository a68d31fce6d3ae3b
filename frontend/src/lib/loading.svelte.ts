import { ApiError } from "./api";

/**
 * What is asked for and what became of it: `value` stays while the next answer is on its way, so that a page never blinks.
 * Call it with a function that reads its inputs; it asks again when one of them changes, and gives up what it no longer needs.
 */
export function loading<Value>(ask: (signal: AbortSignal) => Promise<Value> | null): Loading<Value> {
  const state = new Loading<Value>();
  $effect(() => {
    void state.tries;
    const stop = new AbortController();
    const asked = ask(stop.signal);
    if (!asked) return;
    state.busy = true;
    asked.then(
      (value) => {
        if (stop.signal.aborted) return;
        state.value = value;
        state.error = null;
        state.busy = false;
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        state.error = error;
        state.busy = false;
      },
    );
    return () => stop.abort();
  });
  return state;
}

export class Loading<Value> {
  value = $state.raw<Value | null>(null);
  error = $state.raw<ApiError | null>(null);
  busy = $state(false);
  tries = $state(0);

  again(): void {
    this.tries += 1;
  }
}
