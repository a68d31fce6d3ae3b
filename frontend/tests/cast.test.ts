import { expect, test } from "vitest";
import { castOf, choicesOf, kept, nameOf, readable } from "../src/lib/cast";
import type { ReadingAnswer } from "../src/lib/types";

const actor = (id: string, ...names: string[]) => ({ id, names, kind: "group", country: null });
const reading = {
  actors: [actor("VALLEY_TRADERS", "the valley\n traders,"), actor("COAST_GUARD"), actor("REB", "rebels")],
  claims: [{ claim: { agent_actor: ["REB"], patient_actor: [] }, agents: [{ id: "7", code: "REB" }], patients: [] }],
  attributions: [{ attribution: { source_actor: "REB" }, speaker: null }],
} as unknown as ReadingAnswer;

test("those who act, suffer or speak come before those who are only named", () => {
  expect(castOf(reading).map(({ id, uses }) => [id, uses])).toEqual([
    ["REB", 2],
    ["VALLEY_TRADERS", 0],
    ["COAST_GUARD", 0],
  ]);
  expect(castOf(reading)[0]?.record?.id).toBe("7");
});

test("a name is what the text calls someone, never an id with underscores", () => {
  expect(reading.actors.map(nameOf)).toEqual(["the valley traders", "COAST GUARD", "rebels"]);
});

test("a choice is read by its name and kept by its id, also of two who bear one name", () => {
  const choices = choicesOf(castOf({ ...reading, actors: [...reading.actors, ...reading.actors.slice(2)] }));
  expect(readable("VALLEY_TRADERS; nobody", choices)).toBe("the valley traders; nobody");
  expect(kept("the valley traders", choices)).toBe("VALLEY_TRADERS");
  expect(kept("someone else", choices)).toBe("someone else");
  expect(choices.map((one) => one.name)).toContain("rebels (REB)");
});
