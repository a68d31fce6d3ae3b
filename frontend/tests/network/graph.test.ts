import { expect, test } from "vitest";
import {
  arrows,
  boxOf,
  type Edge,
  Layout,
  neighbour,
  type Node,
  type Placed,
  relations,
} from "../../src/lib/network/graph";

const node = (id: string, claims = 3): Node => ({ id, name: id.toUpperCase(), kind: "state", country: null, claims });
const edge = (from: string, to: string, kind = "accuses", claims = 1): Edge => ({
  from,
  to,
  kind,
  claims,
  sample: "c1",
});
const placed = (id: string, x: number, y: number): Placed => ({ ...node(id), x, y, radius: 8 });

function settled(nodes: Node[], edges: Edge[]): Placed[] {
  const layout = new Layout(nodes, edges);
  while (!layout.step(50));
  return layout.placed();
}

const NODES = ["a", "b", "c", "d", "e", "f"].map((id) => node(id));
const EDGES = [
  edge("a", "b"),
  edge("b", "a", "denies"),
  edge("c", "b"),
  edge("d", "e"),
  edge("x", "a"),
  edge("a", "a"),
];

test("the same network is laid out the same way", () => {
  expect(settled(NODES, EDGES)).toEqual(settled(NODES, EDGES));
});

test("no two nodes lie upon each other", () => {
  const found = settled(NODES, EDGES);
  for (const one of found) {
    for (const other of found) {
      if (one !== other)
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
    }
  }
});

test("edges between the same two nodes are drawn apart, and both directions too", () => {
  const nodes = new Map([placed("a", 0, 0), placed("b", 200, 0)].map((one) => [one.id, one]));
  const drawn = arrows(nodes, [edge("a", "b"), edge("a", "b", "attacks"), edge("b", "a", "denies")]);
  expect(new Set(drawn.map((one) => Math.round(one.y))).size).toBe(3);
});

test("an edge to somebody who is not shown is not drawn, one to oneself is a loop", () => {
  const nodes = new Map([placed("a", 0, 0)].map((one) => [one.id, one]));
  const drawn = arrows(nodes, [edge("a", "z"), edge("a", "a")]);
  expect(drawn.map((one) => one.edge.to)).toEqual(["a"]);
  expect(drawn[0]?.path).not.toContain("NaN");
});

test("arrow keys lead to the nearest node that way", () => {
  const nodes = [placed("a", 0, 0), placed("b", 100, 10), placed("c", 40, 200), placed("d", -50, 0)];
  const [from] = nodes;
  if (!from) throw new Error("no node");
  expect(neighbour(nodes, from, 1, 0)?.id).toBe("b");
  expect(neighbour(nodes, from, 0, 1)?.id).toBe("c");
  expect(neighbour(nodes, from, -1, 0)?.id).toBe("d");
  expect(neighbour(nodes, from, 0, -1)).toBeNull();
});

test("the box holds every node", () => {
  const box = boxOf([placed("a", -10, 5), placed("b", 90, 50)], 10);
  expect(box).toEqual({ x: -28, y: -13, width: 136, height: 81 });
});

test("the table tells names and the most told first", () => {
  const rows = relations({ nodes: NODES, edges: [edge("a", "b"), edge("c", "b", "attacks", 7)] });
  expect(rows.map((row) => `${row.fromName} ${row.kind} ${row.toName}`)).toEqual(["C attacks B", "A accuses B"]);
});
