/** EDTF dates, as the ledger keeps them, read into stretches of time that can be drawn and told. */

export type Unit = "millennium" | "century" | "decade" | "year" | "season" | "month" | "day" | "hour" | "minute";

/**
 * A stretch of time.
 *
 * from, to: its first instant and the instant after its last, in milliseconds from 1970 (UTC); null is an open end.
 * unit: the finest unit that is told; what lies within it is not known.
 * approximate: marked with ~ or %; uncertain: marked with ? or %.
 * choices: the stretches of a set of which one ("[…]") or each ("{…}") is meant; empty otherwise.
 */
export interface Stretch {
  from: number | null;
  to: number | null;
  unit: Unit;
  approximate: boolean;
  uncertain: boolean;
  choices: Stretch[];
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const POINT =
  /^(?:Y(-?\d{5,9})|(-?[\dX]{4}))(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T(\d{2})(?::(\d{2}))?(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const FINENESS: Unit[] = ["millennium", "century", "decade", "year", "season", "month", "day", "hour", "minute"];
/** First month (0 is January) and number of months of EDTF's codes of parts of a year. */
const PARTS: Record<number, [number, number]> = {
  21: [2, 3],
  22: [5, 3],
  23: [8, 3],
  24: [11, 3],
  25: [2, 3],
  26: [5, 3],
  27: [8, 3],
  28: [11, 3],
  29: [8, 3],
  30: [11, 3],
  31: [2, 3],
  32: [5, 3],
  33: [0, 3],
  34: [3, 3],
  35: [6, 3],
  36: [9, 3],
  37: [0, 4],
  38: [4, 4],
  39: [8, 4],
  40: [0, 6],
  41: [6, 6],
};

/** Midnight (UTC) of a day of the proleptic Gregorian calendar; month 0 is January, overflows carry. */
export function instant(year: number, month = 0, day = 1, hour = 0, minute = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute);
  return date.getTime();
}

/** The stretch that an EDTF date, interval or set tells; null where there is none, or it is not understood. */
export function stretchOf(edtf: string | null | undefined): Stretch | null {
  const text = edtf?.trim();
  if (!text || text === "..") return null;
  if (/^[[{].*[\]}]$/.test(text)) return setOf(text.slice(1, -1));
  const slash = text.indexOf("/");
  return slash < 0 ? pointOf(text) : intervalOf(text.slice(0, slash), text.slice(slash + 1));
}

function setOf(inside: string): Stretch | null {
  const choices: Stretch[] = [];
  for (const part of inside.split(",").map((one) => one.trim())) {
    const range = part.indexOf("..");
    const found = range < 0 ? pointOf(part) : intervalOf(part.slice(0, range), part.slice(range + 2));
    if (found === null) return null;
    choices.push(found);
  }
  const [first] = choices;
  if (first === undefined) return null;
  return {
    from: least(choices.map((one) => one.from)),
    to: greatest(choices.map((one) => one.to)),
    unit: coarsest(choices),
    approximate: choices.some((one) => one.approximate),
    uncertain: choices.some((one) => one.uncertain),
    choices: choices.length > 1 ? choices : [],
  };
}

function intervalOf(start: string, end: string): Stretch | null {
  const open = (part: string): boolean => part === "" || part === "..";
  const first = open(start) ? null : pointOf(start);
  const last = open(end) ? null : pointOf(end);
  if ((first === null && !open(start)) || (last === null && !open(end))) return null;
  const told = [first, last].filter((one) => one !== null);
  if (told.length === 0) return null;
  return {
    from: first?.from ?? null,
    to: last?.to ?? null,
    unit: coarsest(told),
    approximate: told.some((one) => one.approximate),
    uncertain: told.some((one) => one.uncertain),
    choices: [],
  };
}

function pointOf(text: string): Stretch | null {
  const match = POINT.exec(text.replace(/[~?%]/g, ""));
  if (match === null) return null;
  const [, far, near = "", month, day, hour, minute, , zone] = match;
  const marks = { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text), choices: [] };
  if (far !== undefined) return { from: instant(Number(far)), to: instant(Number(far) + 1), unit: "year", ...marks };
  const blanks = (/X*$/.exec(near) ?? [""])[0].length;
  if (near.slice(0, near.length - blanks).includes("X") || blanks > 3) return null;
  if (blanks > 0) {
    const low = Number(near.replaceAll("X", "0"));
    const size = 10 ** blanks;
    const unit = (["decade", "century", "millennium"] as const)[blanks - 1] ?? "millennium";
    return { from: instant(low), to: instant(low + size), unit, ...marks };
  }
  const year = Number(near);
  if (month === undefined || month.includes("X")) {
    return { from: instant(year), to: instant(year + 1), unit: "year", ...marks };
  }
  const part = PARTS[Number(month)];
  if (part !== undefined) {
    return { from: instant(year, part[0]), to: instant(year, part[0] + part[1]), unit: "season", ...marks };
  }
  const index = Number(month) - 1;
  if (index < 0 || index > 11) return null;
  if (day === undefined || day.includes("X")) {
    return { from: instant(year, index), to: instant(year, index + 1), unit: "month", ...marks };
  }
  const date = Number(day);
  if (date < 1 || new Date(instant(year, index, date)).getUTCMonth() !== index) return null;
  if (hour === undefined) {
    const from = instant(year, index, date);
    return { from, to: from + DAY, unit: "day", ...marks };
  }
  if (Number(hour) > 24 || Number(minute ?? 0) > 59) return null;
  const from = instant(year, index, date, Number(hour), Number(minute ?? 0)) - offset(zone);
  return minute === undefined
    ? { from, to: from + HOUR, unit: "hour", ...marks }
    : { from, to: from + 60_000, unit: "minute", ...marks };
}

function offset(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return sign * (Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * 60_000);
}

function coarsest(stretches: Stretch[]): Unit {
  return FINENESS[Math.min(...stretches.map((one) => FINENESS.indexOf(one.unit)))] ?? "day";
}

function least(ends: (number | null)[]): number | null {
  const known = ends.filter((end) => end !== null);
  return known.length < ends.length ? null : Math.min(...known);
}

function greatest(ends: (number | null)[]): number | null {
  const known = ends.filter((end) => end !== null);
  return known.length < ends.length ? null : Math.max(...known);
}
