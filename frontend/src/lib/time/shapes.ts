/**
 * How a fuzzy date is drawn, so that nothing looks surer than it is told.
 *
 * | told | drawn |
 * | --- | --- |
 * | a day or finer | full ink, hard edges |
 * | a longer stretch within which it lies | thin ink, hard edges: the longer, the thinner |
 * | about (~) | the edges fade |
 * | an open end | fades out towards that side |
 * | one of several | each of them, joined by a line |
 */

import { DAY, type Stretch } from "./edtf";
import { across, type Window } from "./window";

/**
 * A bar of a timeline, in pixels. left, right: its ends, cut to what is shown.
 * fadeLeft, fadeRight: width of the fading end. ink: 0.25 to 1.
 */
export interface Bar {
  left: number;
  right: number;
  fadeLeft: number;
  fadeRight: number;
  ink: number;
}

/** The least width of a bar, so that a moment stays to be seen and hit. */
export const SLIM = 5;
const OPEN_FADE = 72;

/** The bars of a stretch in a window; none where it lies outside. */
export function barsOf(stretch: Stretch, window: Window, width: number): Bar[] {
  if (stretch.choices.length > 0) return stretch.choices.flatMap((one) => barsOf(one, window, width));
  const from = stretch.from === null ? null : across(window, width, stretch.from);
  const to = stretch.to === null ? null : across(window, width, stretch.to);
  const [left, right] = ends(from, to);
  if (right < 0 || left > width) return [];
  const shown = { left: Math.max(left, -OPEN_FADE), right: Math.min(right, width + OPEN_FADE) };
  const blur = stretch.approximate ? Math.min(18, Math.max(4, (shown.right - shown.left) / 3)) : 0;
  return [
    {
      ...shown,
      fadeLeft: from === null ? shown.right - shown.left : blur,
      fadeRight: to === null ? shown.right - shown.left : blur,
      ink: inkOf(stretch),
    },
  ];
}

function ends(from: number | null, to: number | null): [number, number] {
  if (from === null) return to === null ? [0, 0] : [to - OPEN_FADE, to];
  if (to === null) return [from, from + OPEN_FADE];
  if (to - from >= SLIM) return [from, to];
  const middle = (from + to) / 2;
  return [middle - SLIM / 2, middle + SLIM / 2];
}

function inkOf(stretch: Stretch): number {
  if (stretch.from === null || stretch.to === null) return 0.6;
  const days = (stretch.to - stretch.from) / DAY;
  if (days <= 1.01) return 1;
  return Math.max(0.25, 0.9 - 0.22 * Math.log10(days));
}

/** One thing to lay out in rows. */
export interface Laid<T> {
  item: T;
  row: number;
  bars: Bar[];
}

/**
 * Puts things into rows so that no two of a row overlap, each in the first row that is free.
 *
 * label: pixels that its words need to the right of where its bar begins. rows: how many there are; hidden: how many found no room.
 */
export function inRows<T>(
  items: { item: T; stretch: Stretch; label: number }[],
  window: Window,
  width: number,
  rows: number,
): { laid: Laid<T>[]; hidden: number; used: number } {
  const drawn = items
    .map(({ item, stretch, label }) => ({ item, label, bars: barsOf(stretch, window, width) }))
    .filter((one) => one.bars.length > 0)
    .map((one) => ({
      ...one,
      left: Math.min(...one.bars.map((bar) => bar.left)),
      right: Math.max(...one.bars.map((bar) => bar.right)),
    }))
    .sort((a, b) => a.left - b.left || b.right - a.right);
  const free: number[] = [];
  const laid: Laid<T>[] = [];
  let hidden = 0;
  for (const { item, bars, left, right, label } of drawn) {
    let row = free.findIndex((end) => end <= left);
    if (row < 0) row = free.length;
    if (row >= rows) {
      hidden += 1;
      continue;
    }
    free[row] = Math.max(right, Math.max(left, 0) + label) + 6;
    laid.push({ item, row, bars });
  }
  return { laid, hidden, used: free.length };
}
