import { expect, test } from "vitest";
import {
  alphaWords,
  atHand,
  broughtForward,
  decided,
  EMPTY,
  joined,
  tally,
  toggled,
  undone,
} from "../../src/lib/review/queue";
import type { ReviewItem } from "../../src/lib/types";

const item = (id: string): ReviewItem => ({ id, kind: "low" });
const queue = joined(EMPTY, ["a", "b", "c", "d"].map(item));
const ids = (items: ReviewItem[]) => items.map((one) => one.id);

test("the first item is at hand, a decision brings the next", () => {
  expect(ids(atHand(queue))).toEqual(["a"]);
  const next = decided(queue, atHand(queue), "accept", new Map([["a", [{ undo: "l1" }]]]));
  expect(ids(atHand(next))).toEqual(["b"]);
  expect(next.done).toEqual([{ item: item("a"), decision: "accept", made: [{ undo: "l1" }] }]);
});

test("undo brings back what was decided last, with what was recorded for it", () => {
  const next = decided(queue, atHand(queue), "reject", new Map([["a", [{ undo: "l1" }]]]));
  expect(undone(next)).toEqual(queue);
  expect(undone(queue)).toBe(queue);
});

test("chosen items are acted on together, and no longer chosen after", () => {
  const chosen = toggled(toggled(queue, "b"), "d");
  expect(ids(atHand(chosen))).toEqual(["b", "d"]);
  const next = decided(chosen, atHand(chosen), "accept", new Map());
  expect(ids(next.items)).toEqual(["a", "c"]);
  expect(next.chosen.size).toBe(0);
  expect(toggled(chosen, "b").chosen.has("b")).toBe(false);
});

test("an item that was decided does not come back with the next page", () => {
  const next = decided(queue, atHand(queue), "skip", new Map());
  expect(ids(joined(next, ["a", "c", "e"].map(item)).items)).toEqual(["b", "c", "d", "e"]);
});

test("an item can be brought forward", () => {
  expect(ids(broughtForward(queue, "c").items)).toEqual(["c", "a", "b", "d"]);
  expect(broughtForward(queue, "z")).toBe(queue);
});

test("decisions are counted", () => {
  const next = decided(decided(queue, [item("a")], "accept", new Map()), [item("b")], "skip", new Map());
  expect(tally(next)).toEqual({ accept: 1, reject: 0, skip: 1 });
});

test("alpha is told with Krippendorff's own bounds", () => {
  expect([0.81, 0.7, 0.2, null].map(alphaWords)).toEqual([
    "reliable",
    "for tentative conclusions alone",
    "too low to rely on",
    "too few common items to tell",
  ]);
});
