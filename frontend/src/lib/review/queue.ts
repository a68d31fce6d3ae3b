/**
 * The review queue: what is at hand, what was decided, and the way back. Pure; the page sends what was decided.
 */

import { strings } from "../strings";
import type { ReviewItem } from "../types";
import type { Back, Made } from "./deciding";

export type Decision = "accept" | "reject" | "skip";

/** One decision on one item. made: the ways back from what the API recorded for it; none for a skip. */
export interface Step {
  item: ReviewItem;
  decision: Decision;
  made: Back[];
}

/** items: still to do, the one at hand first. done: in the order of the decisions. chosen: ids picked for a bulk action. */
export interface Queue {
  items: ReviewItem[];
  done: Step[];
  chosen: ReadonlySet<string>;
}

export const EMPTY: Queue = { items: [], done: [], chosen: new Set() };

/** The queue with more items at its end; those it has already, or has seen decided, come in only once. */
export function joined(queue: Queue, more: ReviewItem[]): Queue {
  const known = new Set([...queue.items, ...queue.done.map((step) => step.item)].map((item) => item.id));
  return { ...queue, items: [...queue.items, ...more.filter((item) => !known.has(item.id))] };
}

/** The items that an action is about: those chosen, else the one at hand. */
export function atHand(queue: Queue): ReviewItem[] {
  const picked = queue.items.filter((item) => queue.chosen.has(item.id));
  return picked.length > 0 ? picked : queue.items.slice(0, 1);
}

/** The queue after a decision on some items. */
export function decided(queue: Queue, items: ReviewItem[], decision: Decision, made: Made): Queue {
  const gone = new Set(items.map((item) => item.id));
  return {
    items: queue.items.filter((item) => !gone.has(item.id)),
    done: [...queue.done, ...items.map((item) => ({ item, decision, made: made.get(item.id) ?? [] }))],
    chosen: new Set([...queue.chosen].filter((id) => !gone.has(id))),
  };
}

/** The queue with its last decision taken back, its item at hand again. */
export function undone(queue: Queue): Queue {
  const last = queue.done[queue.done.length - 1];
  return last === undefined ? queue : { ...queue, items: [last.item, ...queue.items], done: queue.done.slice(0, -1) };
}

/** The queue with an item chosen, or no longer. */
export function toggled(queue: Queue, id: string): Queue {
  const chosen = new Set(queue.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { ...queue, chosen };
}

/** The queue with another item at hand, which keeps the order of the rest. */
export function broughtForward(queue: Queue, id: string): Queue {
  const item = queue.items.find((one) => one.id === id);
  return item === undefined ? queue : { ...queue, items: [item, ...queue.items.filter((one) => one !== item)] };
}

/** How many of each decision. */
export function tally(queue: Queue): Record<Decision, number> {
  const count = (decision: Decision): number => queue.done.filter((step) => step.decision === decision).length;
  return { accept: count("accept"), reject: count("reject"), skip: count("skip") };
}

/** Krippendorff's alpha in words, after the bounds that Krippendorff himself gives. */
export function alphaWords(alpha: number | null): string {
  const words = strings.review.alpha;
  if (alpha === null) return words.none;
  if (alpha >= 0.8) return words.reliable;
  return alpha >= 0.667 ? words.tentative : words.low;
}
