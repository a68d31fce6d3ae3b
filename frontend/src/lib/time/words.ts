/** Dates in words, in English, as precise as they are told and no more. */

import { strings } from "../strings";
import { DAY, stretchOf, type Stretch } from "./edtf";

const words = strings.dates;
const MONTHS = words.months;

/** An EDTF date in words: "2–5 Oct 2015", "about 2014", "from May 2011 on"; as it stands where it is not understood. */
export function dateWords(edtf: string | null | undefined): string {
  if (!edtf) return "";
  const stretch = stretchOf(edtf);
  return stretch === null ? edtf : stretchWords(stretch);
}

/** A stretch of time in words. */
export function stretchWords(stretch: Stretch): string {
  const marked = stretch.approximate ? words.about(bare(stretch)) : bare(stretch);
  return stretch.uncertain ? words.uncertain(marked) : marked;
}

function bare(stretch: Stretch): string {
  if (stretch.choices.length > 0) return stretch.choices.map(stretchWords).join(strings.or);
  const { from, to } = stretch;
  if (from === null) return to === null ? words.unknown : words.until(point(stretch, to - 1));
  if (to === null) return words.from(point(stretch, from));
  if (isOneUnit(stretch)) return point(stretch, from);
  return range(stretch, from, to - 1);
}

function isOneUnit(stretch: Stretch): boolean {
  return (
    stretch.from !== null && stretch.to !== null && point(stretch, stretch.from) === point(stretch, stretch.to - 1)
  );
}

function range(stretch: Stretch, from: number, last: number): string {
  const [a, b] = [new Date(from), new Date(last)];
  const sameYear = a.getUTCFullYear() === b.getUTCFullYear();
  if (stretch.unit === "day" && sameYear) {
    const head =
      a.getUTCMonth() === b.getUTCMonth() ? `${a.getUTCDate()}` : `${a.getUTCDate()} ${MONTHS[a.getUTCMonth()]}`;
    return `${head}–${point(stretch, last)}`;
  }
  if ((stretch.unit === "month" || stretch.unit === "season") && sameYear) {
    return `${MONTHS[a.getUTCMonth()]}–${MONTHS[b.getUTCMonth()]} ${yearWords(b)}`;
  }
  if (
    (stretch.unit === "hour" || stretch.unit === "minute") &&
    last - from < DAY &&
    a.getUTCDate() === b.getUTCDate()
  ) {
    return `${clock(a)}–${clock(new Date(last + 1))}, ${dayWords(a)}`;
  }
  return `${point(stretch, from)} – ${point(stretch, last)}`;
}

function point(stretch: Stretch, at: number): string {
  const date = new Date(at);
  switch (stretch.unit) {
    case "millennium":
    case "century":
    case "decade": {
      const size = { millennium: 1000, century: 100, decade: 10 }[stretch.unit];
      return words.decade(Math.floor(date.getUTCFullYear() / size) * size);
    }
    case "year":
      return yearWords(date);
    case "season":
      return seasonWords(stretch, date);
    case "month":
      return `${MONTHS[date.getUTCMonth()]} ${yearWords(date)}`;
    case "day":
      return dayWords(date);
    case "hour":
    case "minute":
      return `${clock(date)}, ${dayWords(date)}`;
  }
}

/** EDTF's seasons are of no hemisphere: "spring" stays the text's own word. Quarters and halves are told by their months. */
function seasonWords({ from, to }: Stretch, date: Date): string {
  const [first, end] = [new Date(from ?? date), new Date(to ?? date)];
  const months = (end.getUTCFullYear() - first.getUTCFullYear()) * 12 + end.getUTCMonth() - first.getUTCMonth();
  const named = words.seasons[first.getUTCMonth()];
  if (months === 3 && named) return `${named} ${yearWords(first)}`;
  const last = new Date(end.getTime() - 1);
  return `${MONTHS[first.getUTCMonth()]}–${MONTHS[last.getUTCMonth()]} ${yearWords(last)}`;
}

function dayWords(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${yearWords(date)}`;
}

function yearWords(date: Date): string {
  const year = date.getUTCFullYear();
  return year > 0 ? `${year}` : words.before(1 - year);
}

function clock(date: Date): string {
  return `${String(date.getUTCHours()).padStart(2, "0")}:${String(date.getUTCMinutes()).padStart(2, "0")}`;
}
