import { expect, test } from "vitest";
import { paragraphs, segments, type Layer } from "../src/lib/layers";
import { Text } from "../src/lib/text";

const layer = (start: number, end: number, of: string): Layer => ({ start, end, kind: "content", of });
const shape = (layers: Layer[], from: number, to: number): [number, number, string][] =>
  segments(layers, from, to).map((one) => [one.start, one.end, one.layers.map((l) => l.of).join("")]);

test("overlapping layers are cut into pieces that each know all that lies on them", () => {
  expect(shape([layer(2, 8, "a"), layer(5, 12, "b"), layer(6, 7, "c")], 0, 14)).toEqual([
    [0, 2, ""],
    [2, 5, "a"],
    [5, 6, "ab"],
    [6, 7, "abc"],
    [7, 8, "ab"],
    [8, 12, "b"],
    [12, 14, ""],
  ]);
});

test("layers that reach over the edge are cut at it, empty ones and those outside are left aside", () => {
  expect(shape([layer(0, 20, "a"), layer(7, 7, "b"), layer(30, 40, "c")], 5, 10)).toEqual([[5, 10, "a"]]);
});

test("any layers: the pieces cover the text once, and each layer is the sum of its pieces", () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 200; round++) {
    const layers = Array.from({ length: random(12) }, (_, i) => {
      const start = random(50);
      return layer(start, start + random(20), String(i));
    });
    const found = segments(layers, 0, 60);
    expect(found[0]?.start).toBe(0);
    expect(found.at(-1)?.end).toBe(60);
    found.slice(1).forEach((one, i) => expect(one.start).toBe(found[i]?.end));
    for (const one of layers.filter((l) => l.end > l.start)) {
      const on = found.filter((piece) => piece.layers.includes(one));
      expect(on.reduce((sum, piece) => sum + piece.end - piece.start, 0)).toBe(Math.min(60, one.end) - one.start);
    }
  }
});

test("paragraphs stand between blank lines", () => {
  const text = new Text("One.\nstill one.\n\n \nTwo 😀.\n\n");
  expect(paragraphs(text).map(([start, end]) => text.slice(start, end))).toEqual(["One.\nstill one.", "Two 😀."]);
});
