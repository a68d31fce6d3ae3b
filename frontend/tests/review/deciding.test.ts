import { beforeEach, expect, test, vi } from "vitest";
import { send, takeBack } from "../../src/lib/review/deciding";
import type { IncidentRecord, NewJudgement, NewLabel, ReviewItem } from "../../src/lib/types";

const asked: [string, unknown][] = [];
vi.mock("../../src/lib/api", () => ({
  api: {
    label: (labels: NewLabel[]) => {
      asked.push(["label", labels]);
      return Promise.resolve(labels.map((_, index) => ({ id: `label ${index}` })));
    },
    judge: (judgement: NewJudgement) => {
      asked.push(["judge", judgement]);
      return Promise.resolve({ id: "judgement" });
    },
    undo: (id: string) => {
      asked.push(["undo", id]);
      return Promise.resolve({ id: `undoing ${id}` });
    },
    judgements: () =>
      Promise.resolve({ items: [{ id: "rule 1", judgement: { incident: "north", other: "south" } }], next: null }),
  },
}));

const low = (id: string) => ({ id, kind: "low", field: "claim", claim: { id } }) as ReviewItem;
const dispute = { id: "d", kind: "dispute", claim: { id: "c" }, dispute: { id: "d" } } as ReviewItem;
const merge = (merged: boolean): ReviewItem => {
  const [a, b] = ["north", merged ? "north" : "south"].map((id) => ({ id }) as IncidentRecord);
  if (!a || !b) throw new Error("no incidents");
  return { id: "m", kind: "merge", merge: { judgement: "rule 1", merged, a, b, score: 0.6, because: "", claims: [] } };
};

beforeEach(() => {
  asked.length = 0;
});

test("labels on many items go in one request, and each is known by its own id", async () => {
  const made = await send([low("x"), dispute, low("y")], "accept");
  expect(asked).toEqual([
    [
      "label",
      [
        { claim: "x", field: "claim", verdict: "accept" },
        { claim: "c", field: "dispute", verdict: "accept", value: "d" },
        { claim: "y", field: "claim", verdict: "accept" },
      ],
    ],
  ]);
  expect(made).toEqual(
    new Map([
      ["x", ["label 0"]],
      ["d", ["label 1"]],
      ["y", ["label 2"]],
    ]),
  );
});

test("what is skipped asks for nothing", async () => {
  expect(await send([low("x"), merge(true)], "skip")).toEqual(new Map());
  expect(asked).toEqual([]);
});

test.each([
  [true, "accept", ["judge", { action: "note", incident: "north", other: "south", verdict: "same" }], "judgement"],
  [true, "reject", ["undo", "rule 1"], "undoing rule 1"],
  [false, "accept", ["judge", { action: "merge", incident: "north", other: "south", verdict: "same" }], "judgement"],
  [
    false,
    "reject",
    ["judge", { action: "note", incident: "north", other: "south", verdict: "different" }],
    "judgement",
  ],
] as const)("a merge (carried out: %s) that is met with %s asks for %o", async (merged, decision, asks, id) => {
  expect(await send([merge(merged)], decision)).toEqual(new Map([["m", [id]]]));
  expect(asked).toEqual([asks]);
});

test("all that was recorded is taken back", async () => {
  await takeBack(["one", "two"]);
  expect(asked).toEqual([
    ["undo", "one"],
    ["undo", "two"],
  ]);
});
