import { expect, test } from "vitest";
import { choice, chosenOf, filterList, filtersOf } from "../src/lib/claimQuery";

test("an address's filters are read, and nothing else of it", () => {
  const filters = filtersOf(new URLSearchParams("who=RUS&who=USA&words=fire&order=day&disputed=true&since="));
  expect(filters).toEqual({ who: ["RUS", "USA"], words: "fire", disputed: "true" });
  expect(filterList(filters)).toEqual([
    ["who", "RUS"],
    ["who", "USA"],
    ["disputed", "true"],
    ["words", "fire"],
  ]);
});

test("a year is chosen by its first and last day", () => {
  expect(choice("year", ["2015"])).toEqual({ since: "2015-01-01", until: "2015-12-31" });
  expect(choice("year", [])).toEqual({ since: null, until: null });
  expect(chosenOf("year", new URLSearchParams("since=2015-01-01&until=2015-12-31"))).toEqual(["2015"]);
  expect(chosenOf("year", new URLSearchParams("since=2015-01-01"))).toEqual([]);
  expect(chosenOf("who", new URLSearchParams("who=RUS&who=USA"))).toEqual(["RUS", "USA"]);
});
