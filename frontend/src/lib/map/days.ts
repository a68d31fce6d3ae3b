/** Claims by day, gathered into bars, and the stretch of days that is brushed. */

import { DAY, instant } from "../time/edtf";

export interface DayCount {
  day: string;
  claims: number;
}

/** A bar: its first day and the day after its last, in milliseconds. */
export interface Bar {
  from: number;
  to: number;
  claims: number;
}

/** A stretch of whole days, both ends included, as YYYY-MM-DD. */
export interface Brushed {
  since: string;
  until: string;
}

/** Milliseconds of a day's start; null for one that is not written YYYY-MM-DD. */
export function startOf(day: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match === null ? null : instant(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

/** The day in which an instant lies. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * The days between which all but a few claims lie (at most one in a hundred is left out on either side), where that saves
 * a good part of the stretch; and how many claims lie outside. A date that was misread by centuries hides no others so.
 */
export function trimmed(days: readonly DayCount[]): { days: DayCount[]; outside: number } {
  const sorted = days.filter((one) => startOf(one.day) !== null).sort((a, b) => (a.day < b.day ? -1 : 1));
  const total = sorted.reduce((sum, one) => sum + one.claims, 0);
  const spare = total / 100;
  let [first, last, outside] = [0, sorted.length - 1, 0];
  for (let left = 0; first < last && (left += sorted[first]?.claims ?? 0) <= spare; first += 1)
    outside += sorted[first]?.claims ?? 0;
  for (let left = 0; last > first && (left += sorted[last]?.claims ?? 0) <= spare; last -= 1)
    outside += sorted[last]?.claims ?? 0;
  const length = (from: number, to: number): number =>
    (startOf(sorted[to]?.day ?? "") ?? 0) - (startOf(sorted[from]?.day ?? "") ?? 0) + DAY;
  if (sorted.length === 0 || length(first, last) > 0.6 * length(0, sorted.length - 1))
    return { days: sorted, outside: 0 };
  return { days: sorted.slice(first, last + 1), outside };
}

/** At most `most` bars of equal numbers of days over all days that have claims. */
export function barsOf(days: DayCount[], most: number): Bar[] {
  const known = days
    .map((one) => ({ at: startOf(one.day), claims: one.claims }))
    .filter((one): one is { at: number; claims: number } => one.at !== null);
  if (known.length === 0) return [];
  let [first, last] = [Infinity, -Infinity];
  for (const { at } of known) [first, last] = [Math.min(first, at), Math.max(last, at)];
  const size = Math.max(1, Math.ceil(((last - first) / DAY + 1) / most)) * DAY;
  const bars: Bar[] = [];
  for (let from = first; from <= last; from += size) bars.push({ from, to: from + size, claims: 0 });
  for (const { at, claims } of known) {
    const bar = bars[Math.floor((at - first) / size)];
    if (bar) bar.claims += claims;
  }
  return bars;
}

/** The days between two bars (indices in either order), both included. */
export function brushed(bars: Bar[], a: number, b: number): Brushed | null {
  const first = bars[Math.max(0, Math.min(a, b))];
  const last = bars[Math.min(bars.length - 1, Math.max(a, b))];
  return first && last ? { since: dayOf(first.from), until: dayOf(last.to - DAY) } : null;
}

/** Indices of the first and last bar that days touch; all of them where an end is open. */
export function barsWithin(bars: Bar[], since: string | null, until: string | null): [number, number] | null {
  const from = since === null ? -Infinity : (startOf(since) ?? -Infinity);
  const to = until === null ? Infinity : (startOf(until) ?? Infinity);
  const first = bars.findIndex((bar) => bar.to > from);
  const last = bars.findLastIndex((bar) => bar.from <= to);
  return first < 0 || last < first ? null : [first, last];
}
