import { expect, test } from "vitest";
import { count, country, edtf, eventType, range } from "../src/lib/format";

test.each([
  ["2015-10-02", "2 Oct 2015"],
  ["2015-10", "Oct 2015"],
  ["2015", "2015"],
  ["201X", "2010s"],
  ["2015-21", "spring 2015"],
  ["2015-10-01/2015-10-03", "1 Oct 2015 – 3 Oct 2015"],
  ["../2015-10", "… – Oct 2015"],
  ["[2009-10-02,2015-10-02]", "2 Oct 2009 or 2 Oct 2015"],
  ["2015-10~", "about Oct 2015"],
  ["2015-10-02T14:30", "2 Oct 2015, 14:30"],
  ["Y-170000", "Y-170000"],
  [null, ""],
])("the date %s reads %s", (value, words) => {
  expect(edtf(value)).toBe(words);
});

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
