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
