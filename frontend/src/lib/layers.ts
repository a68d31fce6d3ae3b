/** Text under layers that may overlap in any way: cut at every boundary, so that each piece knows all that lies on it. */

export interface Layer<Kind extends string = string> {
  start: number;
  end: number;
  kind: Kind;
  /** What the layer belongs to: the id of a claim or an attribution. */
  of: string;
}

export interface Segment<Kind extends string = string> {
  start: number;
  end: number;
  layers: Layer<Kind>[];
}

/**
 * Segments that cover [from, to) without gap or overlap, in order; each with the layers that cover it whole. Layers that are
 * empty or lie outside are left aside.
 */
export function segments<Kind extends string>(
  layers: readonly Layer<Kind>[],
  from: number,
  to: number,
): Segment<Kind>[] {
  if (to <= from) return [];
  const inside = layers.filter((one) => one.start < one.end && one.start < to && one.end > from);
  const cuts = new Set([from, to]);
  for (const one of inside) {
    cuts.add(Math.max(from, one.start));
    cuts.add(Math.min(to, one.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const starting = [...inside].sort((a, b) => a.start - b.start);
  const found: Segment<Kind>[] = [];
  let open: Layer<Kind>[] = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i] as number;
    open = open.filter((one) => one.end > start);
    for (; next < starting.length && (starting[next] as Layer).start <= start; next++)
      open.push(starting[next] as Layer<Kind>);
    found.push({ start, end: edges[i + 1] as number, layers: [...open] });
  }
  return found;
}

/** Ranges [start, end) of the paragraphs of a text of code points: stretches between blank lines, none empty. */
export function paragraphs(text: { slice(start: number, end: number): string; length: number }): [number, number][] {
  const all = Array.from(text.slice(0, text.length));
  const found: [number, number][] = [];
  let start = 0;
  for (let at = 0; at < all.length; at++) {
    if (all[at] !== "\n") continue;
    let end = at + 1;
    let blank = false;
    while (end < all.length && /\s/.test(all[end] as string)) {
      if (all[end] === "\n") blank = true;
      end++;
    }
    if (!blank && end < all.length) continue;
    if (at > start) found.push([start, at]);
    start = end;
    at = end - 1;
  }
  if (start < all.length) found.push([start, all.length]);
  return found;
}
