/** What an incident is called: what, where and when most of its claims put it. */
import { country, eventType } from "../format";
import { strings } from "../strings";
import { dateWords } from "../time/words";
import type { IncidentAnswer } from "../types";

export interface Heading {
  what: string;
  where: string;
  when: string;
  title: string;
}

export function headingOf(answer: IncidentAnswer): Heading {
  const what = eventType(answer.incident.type);
  const most = answer.places[0]?.place.place;
  const where = most
    ? [most.name, most.kind === "country" ? "" : country(most.country)].filter(Boolean).join(", ")
    : country(answer.incident.country);
  const when = dateWords(mostTold(answer.chronology.map((one) => one.happened)) ?? answer.incident.day);
  return {
    what,
    where,
    when,
    title: [where ? strings.incident.in(what, where) : what, when].filter(Boolean).join(", "),
  };
}

/** The value that stands most often in a list, the first of equal ones; null where it has none. */
export function mostTold(values: (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
