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
      ["x", [{ undo: "label 0" }]],
      ["d", [{ undo: "label 1" }]],
      ["y", [{ undo: "label 2" }]],
    ]),
  );
});

test("what is skipped asks for nothing", async () => {
  expect(await send([low("x"), merge(true)], "skip")).toEqual(new Map());
  expect(asked).toEqual([]);
});

const sides = { incident: "north", other: "south" };
const noted = { undo: "judgement" };
test.each([
  [true, "accept", ["judge", { action: "note", ...sides, verdict: "same" }], noted],
  [true, "reject", ["undo", "rule 1"], { anew: { action: "merge", ...sides, verdict: "same" } }],
  [false, "accept", ["judge", { action: "merge", ...sides, verdict: "same" }], noted],
  [false, "reject", ["judge", { action: "note", ...sides, verdict: "different" }], noted],
] as const)("a merge (carried out: %s) that is met with %s asks for %o", async (merged, decision, asks, back) => {
  expect(await send([merge(merged)], decision)).toEqual(new Map([["m", [back]]]));
  expect(asked).toEqual([asks]);
});

test("all that was recorded is taken back, and what took something back is judged anew", async () => {
  const again = { action: "merge", ...sides, verdict: "same" } as const;
  await takeBack([{ undo: "one" }, { anew: again }]);
  expect(asked).toEqual([
    ["undo", "one"],
    ["judge", again],
  ]);
});
