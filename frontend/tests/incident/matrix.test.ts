import { expect, test } from "vitest";
import { cellLabel, rowsOf, steadied, toldFields, walk } from "../../src/lib/incident/matrix";
import type { MatrixCell, MatrixOrigin } from "../../src/lib/types";

const cell = (value: string | null, reading: MatrixCell["reading"]): MatrixCell => ({
  value,
  reading,
  start: 4,
  claims: ["c1"],
  before: null,
});
const origins: MatrixOrigin[] = [
  {
    id: "o1",
    label: "North Wire",
    documents: 3,
    publishers: [],
    accounts: [
      {
        id: "a1",
        holder: "the mayor",
        documents: ["d1"],
        cells: { toll: cell("7 killed", "agrees"), place: cell(null, "silent") },
      },
      { id: "a2", holder: "the ministry", documents: ["d1"], cells: { toll: cell("0 killed", "denies") } },
    ],
  },
  {
    id: "o2",
    label: "Coast Radio",
    documents: 1,
    publishers: [],
    accounts: [
      { id: "a3", holder: "the article", documents: ["d2"], cells: { toll: cell("7–9 killed", "less precise") } },
    ],
  },
];

test("rows stand by origin, and the first of each is known", () => {
  expect(rowsOf(origins).map((one) => [one.account.id, one.first])).toEqual([
    ["a1", true],
    ["a2", false],
    ["a3", true],
  ]);
});

test("a field that nobody tells gets no column", () => {
  expect(toldFields(["toll", "place", "means"], rowsOf(origins))).toEqual({
    told: ["toll"],
    untold: ["place", "means"],
  });
});

test("a cell tells its field, holder, value and reading aloud", () => {
  const [first] = rowsOf(origins);
  if (!first) throw new Error("no row");
  expect(cellLabel("toll", first, first.account.cells["toll"])).toBe(
    "toll, the mayor: 7 killed; agrees. Opens the quotation",
  );
  expect(cellLabel("place", first, first.account.cells["place"])).toBe("place, the mayor: silent");
  expect(cellLabel("means", first, undefined)).toBe("means, the mayor: silent");
});

test.each([
  ["ArrowRight", [1, 2]],
  ["ArrowLeft", [1, 0]],
  ["ArrowDown", [2, 1]],
  ["ArrowUp", [0, 1]],
  ["Home", [1, 0]],
  ["End", [1, 2]],
  ["x", null],
])("%s leads from the middle to %o", (key, to) => {
  expect(walk(key, 1, 1, 3, 3)).toEqual(to);
});

test("keys stop at the edges", () => {
  expect(walk("ArrowRight", 0, 2, 3, 3)).toEqual([0, 2]);
  expect(walk("ArrowUp", 0, 2, 3, 3)).toEqual([0, 2]);
});

test("columns are no narrower than told, and the wide ones make room", () => {
  expect(steadied([50, 250, 150], 100)).toEqual([100, 212.5, 137.5]);
  expect(steadied([150, 120], 100)).toEqual([150, 120]);
  expect(steadied([10, 20], 100)).toEqual([100, 100]);
});
