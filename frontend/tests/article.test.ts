import { expect, test } from "vitest";
import { voiceOf, voicesOf, type Holder } from "../src/lib/article";

const holder = (key: string, claims: number): Holder => ({ key, name: key, colour: 1, claims });

test("all who are not named are one voice, and who tells most comes first", () => {
  const all = [holder("unnamed a1", 2), holder("actor RUS", 3), holder("unnamed a2", 2), holder("actor SYR", 0)];
  expect(voicesOf(all).map(({ key, claims }) => [key, claims])).toEqual([
    ["unnamed", 4],
    ["actor RUS", 3],
  ]);
  expect(all.map((one) => one.claims)).toEqual([2, 3, 2, 0]);
});

test("the key of a voice is the holder's own where it is named", () => {
  expect(voiceOf("actor RUS")).toBe("actor RUS");
  expect(voiceOf("unnamed a1")).toBe("unnamed");
});
