import { expect, test } from "vitest";
import { firstWords, type Label, roomFor } from "../../src/lib/drawing/labels";

const label = (id: string, left: number, top: number, weight: number): Label => ({
  id,
  left,
  top,
  width: 60,
  height: 14,
  weight,
});

test("of two labels that overlap the weightier is drawn", () => {
  expect([...roomFor([label("light", 0, 0, 1), label("heavy", 30, 5, 9)])]).toEqual(["heavy"]);
});

test("labels that only touch are both drawn", () => {
  expect(roomFor([label("a", 0, 0, 1), label("b", 60, 0, 2)]).size).toBe(2);
});

test("nothing is drawn upon what is taken, however long it is", () => {
  const taken = [{ left: -500, top: 0, width: 1000, height: 10 }];
  expect(roomFor([label("a", 200, 5, 1), label("b", 200, 40, 1)], taken)).toEqual(new Set(["b"]));
});

test("no two of many labels overlap, whatever order they come in", () => {
  const many = Array.from({ length: 200 }, (_, i) => label(`l${i}`, (i * 37) % 700, (i * 53) % 300, i % 9));
  const drawn = roomFor(many);
  expect(roomFor([...many].reverse())).toEqual(drawn);
  const boxes = many.filter((one) => drawn.has(one.id));
  for (const a of boxes) {
    for (const b of boxes) {
      if (a === b) continue;
      expect(Math.abs(a.left - b.left) >= 60 || Math.abs(a.top - b.top) >= 14).toBe(true);
    }
  }
});

test("at most so many are drawn", () => {
  expect(roomFor([label("a", 0, 0, 1), label("b", 0, 50, 2), label("c", 0, 100, 3)], [], 2)).toEqual(
    new Set(["b", "c"]),
  );
});

test("words are not cut in their middle, but for one that is too long by itself", () => {
  expect(firstWords("seven people were killed", 12)).toBe("seven…");
  expect(firstWords("seven people", 12)).toBe("seven people");
  expect(firstWords("Donaudampfschiffahrt", 8)).toBe("Donauda…");
});
