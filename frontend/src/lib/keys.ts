/**
 * The registry of keys: every shortcut is declared here, pages only say what it does, and Help prints this very list.
 * A shortcut is one key ("j", "/", "Escape", "Shift+A") or two in a row ("g c").
 */
export interface Shortcut {
  keys: readonly string[];
  does: string;
}

export const KEYS = {
  everywhere: {
    title: "Everywhere",
    keys: {
      search: { keys: ["/"], does: "Search the ledger" },
      help: { keys: ["?"], does: "Show the keys" },
      overview: { keys: ["g o"], does: "Go to the overview" },
      claims: { keys: ["g c"], does: "Go to claims" },
      documents: { keys: ["g d"], does: "Go to documents" },
      incidents: { keys: ["g i"], does: "Go to incidents" },
      disputes: { keys: ["g x"], does: "Go to disputes" },
      map: { keys: ["g m"], does: "Go to the map" },
      timeline: { keys: ["g t"], does: "Go to the timeline" },
      actors: { keys: ["g a"], does: "Go to actors" },
      network: { keys: ["g n"], does: "Go to the network" },
      review: { keys: ["g r"], does: "Go to the review queue" },
      add: { keys: ["g +"], does: "Go to adding" },
      theme: { keys: ["Shift+D"], does: "Switch the theme" },
    },
  },
  table: {
    title: "In a table",
    keys: {
      next: { keys: ["j", "ArrowDown"], does: "Next row" },
      previous: { keys: ["k", "ArrowUp"], does: "Previous row" },
      open: { keys: ["Enter", "o"], does: "Open the row" },
      first: { keys: ["Home"], does: "First row" },
      last: { keys: ["End"], does: "Last row that is loaded" },
    },
  },
  list: {
    title: "In a list of hits or disputes",
    keys: {
      next: { keys: ["j", "ArrowDown"], does: "Next entry" },
      previous: { keys: ["k", "ArrowUp"], does: "Previous entry" },
    },
  },
  article: {
    title: "On an article",
    keys: {
      next: { keys: ["j"], does: "Next claim" },
      previous: { keys: ["k"], does: "Previous claim" },
      accept: { keys: ["a"], does: "Accept the claim" },
      reject: { keys: ["x"], does: "Reject the claim" },
      correct: { keys: ["c"], does: "Correct its first field" },
      undo: { keys: ["u"], does: "Take back your last judgement" },
      incident: { keys: ["i"], does: "Open the incident of the claim" },
    },
  },
  incident: {
    title: "On an incident",
    keys: {
      policy: { keys: ["p"], does: "Boil down by the next policy" },
      merge: { keys: ["m"], does: "Merge another incident into this one" },
      split: { keys: ["s"], does: "Split off the chosen claims" },
      move: { keys: ["v"], does: "Move the chosen claims to another incident" },
      cut: { keys: ["x"], does: "Take the chosen claims out" },
      note: { keys: ["n"], does: "Note an opinion" },
      undo: { keys: ["u"], does: "Take back your last judgement" },
    },
  },
  review: {
    title: "In the review queue",
    keys: {
      accept: { keys: ["a"], does: "Accept" },
      reject: { keys: ["r", "x"], does: "Reject" },
      skip: { keys: ["s"], does: "Skip" },
      undo: { keys: ["u"], does: "Undo" },
      next: { keys: ["j", "ArrowDown"], does: "Next in the list" },
      previous: { keys: ["k", "ArrowUp"], does: "Previous in the list" },
      choose: { keys: [" "], does: "Choose for a common decision" },
      all: { keys: ["Shift+A"], does: "Choose all that are shown" },
    },
  },
} as const satisfies Record<string, { title: string; keys: Record<string, Shortcut> }>;

export type Scope = keyof typeof KEYS;
export type KeyName<S extends Scope> = keyof (typeof KEYS)[S]["keys"] & string;
export type Handlers<S extends Scope> = Partial<Record<KeyName<S>, (event: KeyboardEvent) => void>>;

const active: Map<string, (event: KeyboardEvent) => void>[] = [];
let waiting = "";
let waitingUntil = 0;

/**
 * Lets a page answer the keys of a scope until the returned function is called (so it can be returned from $effect). What
 * was bound last answers first.
 */
export function bind<S extends Scope>(scope: S, handlers: Handlers<S>): () => void {
  const bound = new Map<string, (event: KeyboardEvent) => void>();
  const shortcuts = KEYS[scope].keys as Record<string, Shortcut>;
  for (const [name, run] of Object.entries(handlers) as [string, (event: KeyboardEvent) => void][]) {
    for (const key of shortcuts[name]?.keys ?? []) bound.set(key, run);
  }
  active.unshift(bound);
  return () => {
    const at = active.indexOf(bound);
    if (at >= 0) active.splice(at, 1);
  };
}

/** The name of a pressed key as the registry writes it. */
export function keyName(event: Pick<KeyboardEvent, "key" | "shiftKey">): string {
  return event.shiftKey && /^[a-z]$/i.test(event.key) ? `Shift+${event.key.toUpperCase()}` : event.key;
}

/**
 * What a key does now. before: the key pressed just before it, or "". Two keys in a row go before one alone, whichever was
 * bound last: "g i" goes to incidents, also where "i" alone means something.
 */
export function find(key: string, before = ""): ((event: KeyboardEvent) => void) | null {
  for (const wanted of before ? [`${before} ${key}`, key] : [key]) {
    const bound = active.find((one) => one.has(wanted));
    if (bound) return bound.get(wanted) ?? null;
  }
  return null;
}

/** Does a key begin a shortcut of two? */
export function begins(key: string): boolean {
  return active.some((bound) => [...bound.keys()].some((one) => one.startsWith(`${key} `)));
}

/**
 * Answers a pressed key; installed once by the shell. Typing in a field, whatever is done in a dialogue, and keys with Ctrl,
 * Alt or Meta stay the browser's; so do Enter and space on what they press.
 */
export function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const key = keyName(event);
  if (typing(event.target, key) || document.querySelector("dialog[open]")) return;
  const before = event.timeStamp < waitingUntil ? waiting : "";
  waiting = "";
  waitingUntil = 0;
  const run = find(key, before);
  if (run) {
    if ((key === "Enter" || key === " ") && onControl(event.target)) return;
    event.preventDefault();
    run(event);
  } else if (!before && begins(key)) {
    waiting = key;
    waitingUntil = event.timeStamp + 1500;
  }
}

function typing(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  // arrows and the space bar choose among radio buttons, letters do not
  if (target instanceof HTMLInputElement && target.type === "radio") return key === " " || key.startsWith("Arrow");
  if (target instanceof HTMLInputElement) return !/^(checkbox|button|submit|reset)$/.test(target.type);
  return /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

function onControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("a, button, summary, input, [role=button], [role=menuitem]") !== null
  );
}
