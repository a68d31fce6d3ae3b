import type { ActorRecord, ClaimRecord, Count, Factuality } from "./types";
import { strings } from "./strings";
import { dateWords } from "./time/words";

const numbers = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const stamps = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

export const number = (value: number): string => numbers.format(value);
export const short = (value: number): string => (value < 10_000 ? numbers.format(value) : compact.format(value));

export const edtf = dateWords;

/** A stretch of days as an incident has it, as EDTF: a whole year or month is told as one. No last day: "9999-12-31". */
export function extent(day: string | null, to: string | null): string | null {
  if (!day || !to || day === to) return day;
  if (to === "9999-12-31") return `${day}/..`;
  if (day.slice(0, 4) === to.slice(0, 4) && day.endsWith("-01-01") && to.endsWith("-12-31")) return day.slice(0, 4);
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const last = `${day.slice(0, 8)}${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
  return day.endsWith("-01") && to === last ? day.slice(0, 7) : `${day}/${to}`;
}

/** An instant (ISO 8601, UTC) in words. */
export function stamp(value: string | null | undefined): string {
  if (!value) return "";
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : stamps.format(date);
}

/** A number of people: "5", "at least 5", "up to 12", "10–12"; null where none is told. */
export function count(value: Count | null | undefined): string | null {
  if (!value) return null;
  const [low, high] = value;
  if (low === null && high === null) return null;
  if (low === null) return strings.upTo(number(high as number));
  if (high === null) return strings.atLeast(number(low));
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** The lowest and highest number of killed of an incident; null where no claim gives one. */
export function range(low: number | null, high: number | null): string | null {
  if (low === null && high === null) return null;
  return low === high || high === null || low === null
    ? number((low ?? high) as number)
    : `${number(low)}–${number(high)}`;
}

const regions = new Intl.DisplayNames(["en"], { type: "region" });
/** The name of a country by its ISO 3166 alpha-2 code. */
export function country(code: string | null | undefined): string {
  if (!code) return "";
  try {
    return regions.of(code) ?? code;
  } catch {
    return code; // not a code of two letters: shown as it is
  }
}

/** What a field of a claim or of a matrix is called. */
export const fieldName = (name: string): string => strings.fields[name] ?? name;

export const names = (actors: readonly ActorRecord[]): string => actors.map((one) => one.name).join(", ");

/** What a claim tells of a field. inferred: the field, where it was not read from the event's own words; else null. */
export interface ToldField {
  value: string;
  inferred: string | null;
}

const toldField = ({ claim }: ClaimRecord, field: string, value: string | null | undefined): ToldField | null =>
  value ? { value, inferred: claim.inferred.includes(field) ? field : null } : null;

/** Who does it and to whom; null of whom nobody is named. */
export function partiesOf(claim: ClaimRecord): { who: ToldField | null; whom: ToldField | null } {
  return {
    who: toldField(claim, "agent", names(claim.agents)),
    whom: toldField(claim, "patient", names(claim.patients)),
  };
}

/** Where and when, and how many were harmed, as far as it is told. */
export function factsOf(claim: ClaimRecord): ToldField[] {
  const { toll } = claim.claim.event;
  const harmed = (["killed", "injured", "detained", "displaced"] as const).map((one) => {
    const told = count(toll[one]);
    return toldField(claim, one, told && `${told} ${strings[one]}`);
  });
  return [whereOf(claim), whenOf(claim), ...harmed].filter((one) => one !== null);
}

export const whereOf = (claim: ClaimRecord): ToldField | null => toldField(claim, "place", claim.place?.place.name);
export const whenOf = (claim: ClaimRecord): ToldField | null => toldField(claim, "time", edtf(claim.claim.time?.edtf));

/** The same in words: "A → B", or "→ B" where only the second is named. */
export function partiesWords(claim: ClaimRecord): string {
  const { who, whom } = partiesOf(claim);
  return [who?.value, whom && `→ ${whom.value}`].filter(Boolean).join(" ");
}

/** Who holds the claim, in a few words. */
export function holder(claim: ClaimRecord): string {
  if (!claim.holder) return strings.articleVoice;
  return claim.holder.speaker?.name ?? strings.unnamedHolder;
}

/** An event type as words: "ASSAULT" and mode "aerial" are "Assault · aerial". */
export function eventType(type: string, mode?: string | null): string {
  const word = type.charAt(0) + type.slice(1).toLowerCase();
  return mode ? `${word} · ${mode.replaceAll("_", " ")}` : word;
}

/** A mark beside the word, so that a factuality is told without its colour. */
export const factualityMark: Record<Factuality, string> = {
  happened: "●",
  ongoing: "◐",
  denied: "⊘",
  planned: "◇",
  possible: "?",
  demanded: "!",
  hypothetical: "∴",
};
