/** What need not stand at once: it is drawn when the screen has been painted, a piece at a time, so that no key waits for long. */

const waiting: (() => void)[] = [];
let going = false;

/** Safari has no idle callbacks. */
const whenIdle = (work: () => void): void => {
  if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work);
};

/** Does some work after the next paint, and after all that waits already. Returns what calls it off. */
export function later(work: () => void): () => void {
  waiting.push(work);
  if (!going) next();
  return () => {
    const index = waiting.indexOf(work);
    if (index >= 0) waiting.splice(index, 1);
  };
}

function next(): void {
  going = true;
  // a frame is painted after its callbacks; then keys, clicks and answers come first, for half a second at most
  requestAnimationFrame(() =>
    whenIdle(() => {
      waiting.shift()?.();
      if (waiting.length > 0) next();
      else going = false;
    }),
  );
}

/** The beginning of a long list, which grows to its end by itself. Call it where effects may be made. */
export function growing<Item>(list: () => readonly Item[], first: number, more: number): Growing<Item> {
  const grown = new Growing(list, first);
  $effect(() => {
    const length = grown.length;
    return grown.whole ? undefined : later(() => (grown.length = length + more));
  });
  return grown;
}

export class Growing<Item> {
  length = $state(0);
  readonly #list: () => readonly Item[];
  readonly shown: readonly Item[] = $derived.by(() => this.#list().slice(0, this.length));
  readonly whole: boolean = $derived.by(() => this.#list().length <= this.length);

  constructor(list: () => readonly Item[], first: number) {
    this.#list = list;
    this.length = first;
  }
}
