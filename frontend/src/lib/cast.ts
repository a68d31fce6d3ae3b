/** Who is named in an article: those whom a claim or an attribution is about before those who are only named. Pure. */
import type { Actor, ActorRecord, ReadingAnswer } from "./types";

export interface Named {
  id: string;
  name: string;
  kind: Actor["kind"];
  country: string | null;
  /** In how many claims and attributions they act, suffer or speak. */
  uses: number;
  /** The ledger's record of them, where a claim has it. */
  record: ActorRecord | null;
}

/** What the text first calls someone; an id without underscores where it has no name for them. */
export function nameOf({ id, names }: Pick<Actor, "id" | "names">): string {
  const first = (names[0] ?? "").replace(/\s+/g, " ").replace(/[,;]+$/, "");
  return first || id.replaceAll("_", " ");
}

/** Everyone in an article, those first who act, suffer and speak most, then those who are only named in the order of the text. */
export function castOf({
  actors,
  claims,
  attributions,
}: Pick<ReadingAnswer, "actors" | "claims" | "attributions">): Named[] {
  const uses = new Map<string, number>();
  const count = (ids: readonly (string | null)[]): void => {
    for (const id of ids) if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1);
  };
  for (const { claim } of claims) count([...claim.agent_actor, ...claim.patient_actor]);
  count(attributions.map((one) => one.attribution.source_actor));
  const speakers = attributions.flatMap((one) => one.speaker ?? []);
  const records = new Map(
    [...claims.flatMap((one) => [...one.agents, ...one.patients]), ...speakers].map((one) => [one.code, one]),
  );
  return actors
    .map((one) => ({
      id: one.id,
      name: nameOf(one),
      kind: one.kind,
      country: one.country,
      uses: uses.get(one.id) ?? 0,
      record: records.get(one.id) ?? null,
    }))
    .sort((a, b) => b.uses - a.uses);
}

/** Something that may be chosen: what is kept, and what is read. */
export interface Choice {
  value: string;
  name: string;
}

/** The actors of an article to choose from; of several who bear one name, each with the id that tells them apart. */
export function choicesOf(cast: readonly Named[]): Choice[] {
  const bearers = new Map<string, number>();
  for (const { name } of cast) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return cast.map(({ id, name }) => ({
    value: id,
    name: (bearers.get(name) ?? 0) > 1 ? `${name} (${id.replaceAll("_", " ")})` : name,
  }));
}

/** What is read for a value: the name of its choice; several joined by semicolons are each looked up. */
export function readable(value: string, choices: readonly Choice[]): string {
  const names = new Map(choices.map((one) => [one.value, one.name]));
  return value
    .split("; ")
    .map((one) => names.get(one) ?? one)
    .join("; ");
}

/** What is kept for what was typed: the value of the choice that reads so, else the words themselves. */
export function kept(typed: string, choices: readonly Choice[]): string {
  return choices.find((one) => one.name === typed)?.value ?? typed;
}
