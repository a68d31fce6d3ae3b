import { expect, test } from "vitest";
import { Text } from "../src/lib/text";

test("offsets count code points, as the ledger does", () => {
  const text = new Text("a 😀 fire in 𐐷town");
  expect(text.length).toBe(17);
  expect(text.slice(2, 3)).toBe("😀");
  expect(text.words([4, 8])).toBe("fire");
  expect(text.slice(12, 99)).toBe("𐐷town");
});

test("a text of the basic plane is cut as it stands", () => {
  const text = new Text("naïve “quote”");
  expect(text.length).toBe(13);
  expect(text.words([6, 13])).toBe("“quote”");
});
