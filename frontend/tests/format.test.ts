import { expect, test } from "vitest";
import { count, country, eventType, range, extent } from "../src/lib/format";

test("numbers of people keep what is open about them", () => {
  expect(count([5, 5])).toBe("5");
  expect(count([5, null])).toBe("at least 5");
  expect(count([null, 12])).toBe("up to 12");
  expect(count([10, 1200])).toBe("10–1,200");
  expect(count(null)).toBeNull();
  expect(range(3, 9)).toBe("3–9");
  expect(range(3, 3)).toBe("3");
  expect(range(null, null)).toBeNull();
});

test("codes are told in words", () => {
  expect(country("SY")).toBe("Syria");
  expect(country("not a code")).toBe("not a code");
  expect(eventType("ASSAULT", "suicide_attack")).toBe("Assault · suicide attack");
});

test.each([
  ["2021-01-01", "2021-12-31", "2021"],
  ["2020-02-01", "2020-02-29", "2020-02"],
  ["2021-02-01", "2021-02-27", "2021-02-01/2021-02-27"],
  ["2021-02-03", "9999-12-31", "2021-02-03/.."],
  ["2021-02-03", "2021-02-03", "2021-02-03"],
  [null, null, null],
])("days from %s to %s are %s", (day, to, words) => {
  expect(extent(day, to)).toBe(words);
});
