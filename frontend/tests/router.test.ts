import { expect, test } from "vitest";
import { href, match, queryString } from "../src/router";

test("paths name pages", () => {
  expect(match("/")).toEqual({ page: "overview", id: "" });
  expect(match("/claims/")).toEqual({ page: "claims", id: "" });
  expect(match("/documents/ab%20c")).toEqual({ page: "article", id: "ab c" });
  expect(match("/nowhere")).toBeNull();
  expect(match("/documents/a/b")).toBeNull();
});

test("a page's address leads back to it", () => {
  const id = "a/b?c#d é";
  expect(match(href("incident", id))).toEqual({ page: "incident", id });
});

test("a query leaves out what is empty and repeats what is several", () => {
  expect(queryString({ who: ["RUS", "USA"], words: "", since: null, killed: 0, disputed: false })).toBe(
    "?who=RUS&who=USA&killed=0&disputed=false",
  );
});
