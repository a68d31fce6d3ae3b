/** The network of actors: who does or says what to whom, laid out and told in words. */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type Simulation } from "d3-force";
import type { NetworkAnswer } from "../types";

export type Node = NetworkAnswer["nodes"][number];
export type Edge = NetworkAnswer["edges"][number];

/** A node in its place, in units of the drawing. */
export interface Placed extends Node {
  x: number;
  y: number;
  radius: number;
}

interface Moving extends Node {
  index?: number;
  x?: number;
  y?: number;
  radius: number;
}

/** Radius of a node: its area goes with the number of its claims. */
export function nodeRadius(claims: number): number {
  return Math.min(30, 5 + Math.sqrt(claims) * 1.6);
}

/**
 * Lays the network out in steps, the same way each time for the same input.
 *
 * step() works for some milliseconds and tells whether it is done, so that a page stays quick while it settles.
 */
export class Layout {
  readonly #nodes: Moving[];
  readonly #simulation: Simulation<Moving, undefined>;
  #left = 300;

  constructor(nodes: Node[], edges: Edge[]) {
    const known = new Set(nodes.map((node) => node.id));
    this.#nodes = nodes.map((node) => ({ ...node, radius: nodeRadius(node.claims) }));
    const links = pairs(
      edges.filter((edge) => known.has(edge.from) && known.has(edge.to) && edge.from !== edge.to),
    ).map(({ a, b, claims }) => ({ source: a, target: b, claims }));
    this.#simulation = forceSimulation(this.#nodes)
      .force(
        "link",
        forceLink<Moving, (typeof links)[number]>(links)
          .id((node) => node.id)
          .distance(110)
          .strength((link) => Math.min(0.6, 0.12 + 0.05 * Math.log1p(link.claims))),
      )
      .force(
        "charge",
        forceManyBody<Moving>().strength((node) => -180 - node.radius * 14),
      )
      .force(
        "apart",
        forceCollide<Moving>((node) => node.radius + 16),
      )
      .force("x", forceX(0).strength(0.08))
      .force("y", forceY(0).strength(0.13))
      .stop();
  }

  /** Works for about so many milliseconds; true when the layout has settled. */
  step(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    while (this.#left > 0 && performance.now() < end) {
      this.#simulation.tick();
      this.#left -= 1;
    }
    return this.#left === 0;
  }

  /** Where the nodes stand now. */
  placed(): Placed[] {
    return this.#nodes.map((node) => ({
      id: node.id,
      name: node.name,
      kind: node.kind,
      country: node.country,
      claims: node.claims,
      radius: node.radius,
      x: node.x ?? 0,
      y: node.y ?? 0,
    }));
  }
}

/** Pairs of nodes that any edge joins, in either direction, with all claims between them. */
function pairs(edges: Edge[]): { a: string; b: string; claims: number }[] {
  const found = new Map<string, { a: string; b: string; claims: number }>();
  for (const edge of edges) {
    const [a, b] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    const key = `${a}\n${b}`;
    const known = found.get(key);
    if (known) known.claims += edge.claims;
    else found.set(key, { a, b, claims: edge.claims });
  }
  return [...found.values()];
}

/** An edge as drawn: a path with an arrow's head at its end. width: by the number of claims. */
export interface Arrow {
  edge: Edge;
  path: string;
  /** Where a label stands. */
  x: number;
  y: number;
  width: number;
}

/** The edges as curves. Edges that join the same two nodes are bent apart, so that each is seen; one to itself is a loop. */
export function arrows(nodes: Map<string, Placed>, edges: Edge[]): Arrow[] {
  const seen = new Map<string, number>();
  const drawn: Arrow[] = [];
  for (const edge of edges) {
    const [a, b] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!a || !b) continue;
    const key = `${edge.from}\n${edge.to}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const width = Math.min(7, 1 + Math.log2(edge.claims + 1) * 0.7);
    drawn.push({ edge, width, ...(a === b ? loop(a, nth) : curve(a, b, nth)) });
  }
  return drawn;
}

function curve(a: Placed, b: Placed, nth: number): { path: string; x: number; y: number } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = 0.1 + nth * 0.13;
  const [cx, cy] = [(a.x + b.x) / 2 - dy * bend, (a.y + b.y) / 2 + dx * bend];
  const start = towards(a, cx, cy, a.radius);
  const end = towards(b, cx, cy, b.radius + 7);
  if (length < a.radius + b.radius + 8) return { path: `M${point(a.x, a.y)}L${point(b.x, b.y)}`, x: cx, y: cy };
  return {
    path: `M${point(...start)}Q${point(cx, cy)} ${point(...end)}`,
    x: (start[0] + 2 * cx + end[0]) / 4,
    y: (start[1] + 2 * cy + end[1]) / 4,
  };
}

function loop(a: Placed, nth: number): { path: string; x: number; y: number } {
  const reach = a.radius + 18 + nth * 12;
  const top = a.y - a.radius;
  return {
    path: `M${point(a.x - 5, top + 1)}C${point(a.x - reach, top - reach)} ${point(a.x + reach, top - reach)} ${point(a.x + 5, top - 5)}`,
    x: a.x,
    y: top - reach * 0.75,
  };
}

function towards(from: Placed, x: number, y: number, distance: number): [number, number] {
  const length = Math.hypot(x - from.x, y - from.y) || 1;
  return [from.x + ((x - from.x) / length) * distance, from.y + ((y - from.y) / length) * distance];
}

function point(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

/** The box that holds all nodes and their names, for an SVG's viewBox. */
export function boxOf(nodes: Placed[], margin = 60): { x: number; y: number; width: number; height: number } {
  if (nodes.length === 0) return { x: -100, y: -100, width: 200, height: 200 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, radius } of nodes) {
    left = Math.min(left, x - radius);
    right = Math.max(right, x + radius);
    top = Math.min(top, y - radius);
    bottom = Math.max(bottom, y + radius);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

/** What stands somewhere on a drawing and can be focused. */
interface Standing {
  id: string;
  x: number;
  y: number;
}

/** What an arrow key leads to: the nearest one that lies more in that direction than beside it; null where none does. */
export function neighbour<One extends Standing>(
  all: readonly One[],
  from: Standing,
  dx: number,
  dy: number,
): One | null {
  let best: One | null = null;
  let least = Infinity;
  for (const one of all) {
    if (one.id === from.id) continue;
    const [x, y] = [one.x - from.x, one.y - from.y];
    const along = x * dx + y * dy;
    const beside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || along < beside) continue;
    const cost = along + beside * 2;
    if (cost < least) [best, least] = [one, cost];
  }
  return best;
}

/** One row of the table that tells the network in words. */
export interface Relation extends Edge {
  fromName: string;
  toName: string;
}

/** The edges as rows, those of most claims first; names stand for ids. */
export function relations(answer: NetworkAnswer): Relation[] {
  const names = new Map(answer.nodes.map((node) => [node.id, node.name]));
  return answer.edges
    .map((edge) => ({ ...edge, fromName: names.get(edge.from) ?? edge.from, toName: names.get(edge.to) ?? edge.to }))
    .sort((a, b) => b.claims - a.claims || a.fromName.localeCompare(b.fromName));
}
