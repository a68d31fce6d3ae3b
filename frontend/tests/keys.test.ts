import { expect, test } from "vitest";
import { begins, bind, find, keyName, KEYS } from "../src/lib/keys";

const event = {} as KeyboardEvent;

test("what was bound last answers first, and what it does not bind falls to those before", () => {
  const told: string[] = [];
  const far = bind("everywhere", { search: () => told.push("search"), incidents: () => told.push("incidents") });
  const near = bind("article", { incident: () => told.push("incident of the claim") });
  find("/")?.(event);
  find("i")?.(event);
  near();
  expect(find("i")).toBeNull();
  far();
  expect(find("/")).toBeNull();
  expect(told).toEqual(["search", "incident of the claim"]);
});

test("two keys in a row go before one alone", () => {
  const told: string[] = [];
  const far = bind("everywhere", { incidents: () => told.push("incidents") });
  const near = bind("article", { incident: () => told.push("incident of the claim"), next: () => told.push("next") });
  expect(begins("g")).toBe(true);
  find("i", "g")?.(event);
  find("j", "g")?.(event);
  near();
  far();
  expect(told).toEqual(["incidents", "next"]);
});

test("letters with shift are written so, signs as they are", () => {
  expect(keyName({ key: "D", shiftKey: true })).toBe("Shift+D");
  expect(keyName({ key: "?", shiftKey: true })).toBe("?");
  expect(keyName({ key: "j", shiftKey: false })).toBe("j");
});

test("no key means two things on one page", () => {
  for (const scope of Object.values(KEYS)) {
    const keys = Object.values(scope.keys).flatMap((one) => one.keys as readonly string[]);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
