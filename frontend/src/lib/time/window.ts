/** The stretch of time that a timeline shows, and how it is moved, zoomed and ruled. */

import { utcDay, utcHour, utcMinute, utcMonth, utcYear, type TimeInterval } from "d3-time";
import { strings } from "../strings";
import { DAY, HOUR } from "./edtf";

/** What is shown: from its first to its last instant, in milliseconds. */
export interface Window {
  from: number;
  to: number;
}

export type Scale = "decade" | "year" | "month" | "day" | "hour";

const YEAR = 365.25 * DAY;
export const NARROWEST = 2 * HOUR;
export const WIDEST = 4000 * YEAR;
/** Where no date can be drawn: JavaScript's dates end there. */
const FURTHEST = 8.0e15;

/** Horizontal place of an instant, in pixels from the window's left edge. */
export function across(window: Window, width: number, at: number): number {
  return ((at - window.from) / (window.to - window.from)) * width;
}

/** The instant at a horizontal place. */
export function instantAt(window: Window, width: number, x: number): number {
  return window.from + (x / width) * (window.to - window.from);
}

/** The window made `factor` times closer around the instant `around`, which keeps its place on the screen. */
export function zoomed(window: Window, factor: number, around: number): Window {
  const length = Math.min(WIDEST, Math.max(NARROWEST, (window.to - window.from) / factor));
  const share = (around - window.from) / (window.to - window.from);
  return within({ from: around - share * length, to: around + (1 - share) * length });
}

/** The window moved by a share of its own length; 0.5 is half a window later. */
export function moved(window: Window, share: number): Window {
  const by = (window.to - window.from) * share;
  return within({ from: window.from + by, to: window.to + by });
}

function within(window: Window): Window {
  const length = window.to - window.from;
  const from = Math.max(-FURTHEST, Math.min(FURTHEST - length, window.from));
  return { from, to: from + length };
}

/** The window that shows all of the instants, with a margin on both sides; at least `shortest` long. */
export function around(instants: number[], shortest: number = 7 * DAY): Window | null {
  if (instants.length === 0) return null;
  let from = Infinity;
  let to = -Infinity;
  for (const one of instants) {
    if (one < from) from = one;
    if (one > to) to = one;
  }
  const margin = Math.max((to - from) * 0.04, (shortest - (to - from)) / 2, 0);
  return { from: from - margin, to: to + margin };
}

/** The unit by which the claims of a window are best counted: as fine as leaves some eight pixels to a bar. */
export function scaleOf(window: Window, width: number): Scale {
  const bars = Math.max(1, width / 8);
  const length = window.to - window.from;
  if (length / HOUR <= bars) return "hour";
  if (length / DAY <= bars) return "day";
  if (length / (YEAR / 12) <= bars) return "month";
  return length / YEAR <= bars ? "year" : "decade";
}

/** A line of the ruler. label: empty for a line between labelled ones. strong: a new year, month or day begins. */
export interface Tick {
  at: number;
  label: string;
  strong: boolean;
}

interface Rule {
  every: TimeInterval;
  length: number;
  label: (date: Date) => string;
  strong: (date: Date) => boolean;
}

const MONTHS = strings.dates.months;
const monthLabel = (date: Date): string =>
  date.getUTCMonth() === 0 ? yearLabel(date) : (MONTHS[date.getUTCMonth()] ?? "");
const dayLabel = (date: Date): string =>
  date.getUTCDate() === 1
    ? `${MONTHS[date.getUTCMonth()]} ${yearLabel(date)}`
    : `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
const clockLabel = (date: Date): string =>
  date.getUTCHours() + date.getUTCMinutes() === 0
    ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
    : `${String(date.getUTCHours()).padStart(2, "0")}:${String(date.getUTCMinutes()).padStart(2, "0")}`;

function yearLabel(date: Date): string {
  const year = date.getUTCFullYear();
  return year > 0 ? `${year}` : strings.dates.before(1 - year);
}

function years(step: number): Rule {
  const every = utcYear.every(step);
  if (every === null) throw new RangeError(`a ruler cannot go by ${step} years`);
  return { every, length: step * YEAR, label: yearLabel, strong: (date) => date.getUTCFullYear() % (step * 10) === 0 };
}

function every(interval: TimeInterval | null): TimeInterval {
  if (interval === null) throw new RangeError("a ruler needs whole steps");
  return interval;
}

const newYear = (date: Date): boolean => date.getUTCMonth() === 0 && date.getUTCDate() === 1;
const newMonth = (date: Date): boolean => date.getUTCDate() === 1;
const midnight = (date: Date): boolean => date.getUTCHours() === 0;

const RULES: Rule[] = [
  { every: every(utcMinute.every(5)), length: HOUR / 12, label: clockLabel, strong: midnight },
  { every: every(utcMinute.every(15)), length: HOUR / 4, label: clockLabel, strong: midnight },
  { every: utcHour, length: HOUR, label: clockLabel, strong: midnight },
  { every: every(utcHour.every(3)), length: 3 * HOUR, label: clockLabel, strong: midnight },
  { every: every(utcHour.every(6)), length: 6 * HOUR, label: clockLabel, strong: midnight },
  { every: utcDay, length: DAY, label: dayLabel, strong: newMonth },
  {
    every: every(utcDay.filter((date) => [1, 8, 15, 22].includes(date.getUTCDate()))),
    length: 7.5 * DAY,
    label: dayLabel,
    strong: newMonth,
  },
  { every: utcMonth, length: YEAR / 12, label: monthLabel, strong: newYear },
  { every: every(utcMonth.every(3)), length: YEAR / 4, label: monthLabel, strong: newYear },
  ...[1, 2, 5, 10, 25, 50, 100, 250, 500, 1000].map(years),
];

/** The lines of a ruler over the window, `apart` pixels from one to the next at the least. */
export function ticks(window: Window, width: number, apart = 72): Tick[] {
  const perPixel = (window.to - window.from) / Math.max(1, width);
  const rule = RULES.find((one) => one.length / perPixel >= apart) ?? RULES[RULES.length - 1];
  if (rule === undefined) return [];
  return rule.every
    .range(rule.every.ceil(new Date(window.from)), new Date(window.to + 1))
    .map((date) => ({ at: date.getTime(), label: rule.label(date), strong: rule.strong(date) }));
}

/**
 * The window that shows what lies together, and leaves out the few instants that lie far from all others, such as a
 * date that was misread by centuries.
 */
export function mostOf(instants: number[], shortest: number = 7 * DAY): Window | null {
  const sorted = [...instants].sort((a, b) => a - b);
  const quarter = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const reach = Math.max(3 * (quarter(0.75) - quarter(0.25)), shortest);
  return around(
    sorted.filter((one) => one >= quarter(0.25) - reach && one <= quarter(0.75) + reach),
    shortest,
  );
}
