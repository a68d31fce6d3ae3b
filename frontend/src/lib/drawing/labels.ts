/** Which words of a drawing have room: the weightiest first, none upon another, none upon what must stay free. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A label that would like to be drawn in its box. */
export interface Label extends Box {
  id: string;
  weight: number;
}

/** Size of a cell of the grid that spares comparing every two boxes, in pixels. */
const CELL = 64;

/** The ids of the labels that are drawn. */
export function roomFor(labels: readonly Label[], taken: readonly Box[] = [], most = Infinity): Set<string> {
  const grid = new Map<string, Box[]>();
  for (const box of taken) occupy(grid, box);
  const chosen = new Set<string>();
  for (const label of [...labels].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))) {
    if (chosen.size >= most) break;
    if (cellsOf(label).some((cell) => grid.get(cell)?.some((other) => meet(label, other)))) continue;
    occupy(grid, label);
    chosen.add(label.id);
  }
  return chosen;
}

/** About how wide words are, in pixels, at the size in which drawings are labelled. */
export function widthOf(words: string): number {
  return words.length * 6.4;
}

/** The first whole words of a text, at most `most` characters of them, with a sign that more follow; a longer word is cut. */
export function firstWords(text: string, most = 30): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, end > 0 ? end : most - 1)}…`;
}

function occupy(grid: Map<string, Box[]>, box: Box): void {
  for (const cell of cellsOf(box)) {
    const there = grid.get(cell);
    if (there) there.push(box);
    else grid.set(cell, [box]);
  }
}

function cellsOf({ left, top, width, height }: Box): string[] {
  const found: string[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y += 1) found.push(`${x} ${y}`);
  }
  return found;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
