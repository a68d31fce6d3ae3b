import { expect, test } from "vitest";
import { DISPUTE_FILTERS, orderOf, valuesOf } from "../src/lib/listQuery";

test("a list is asked for what its address holds under its own names, and nothing else", () => {
  const query = new URLSearchParams("field=toll&field=place&since=2019-09-01&claim=c1");
  expect(valuesOf(query, DISPUTE_FILTERS)).toEqual({
    field: ["toll", "place"],
    country: [],
    since: ["2019-09-01"],
    until: [],
  });
});

test("a list runs downwards by its usual order unless the address says otherwise", () => {
  expect(orderOf(new URLSearchParams(), "day")).toEqual({ order: "day", descending: true });
  expect(orderOf(new URLSearchParams("order=killed&descending=false"), "day")).toEqual({
    order: "killed",
    descending: false,
  });
});
