/** How kinds of relations are drawn: hostile, friendly or neither by colour, each kind by its own line, never by colour alone. */

export type Tone = "plain" | "bad" | "good";
export interface Line {
  tone: Tone;
  /** As SVG's stroke-dasharray. */
  dash: string;
  /** Does it lead from one to the other, rather than hold between both? */
  directed: boolean;
}

const LINES: Record<string, [Tone, string]> = {
  attacks: ["bad", "none"],
  coerces: ["bad", "12 3"],
  accuses: ["bad", "7 4"],
  threatens: ["bad", "2 4"],
  sanctions: ["bad", "10 3 2 3"],
  rejects: ["bad", "4 2 1 2"],
  denies: ["bad", "1 3"],
  contradicts: ["bad", "1 5"],
  "protests against": ["bad", "3 3"],
  "mobilises against": ["bad", "14 4 4 4"],
  supports: ["good", "none"],
  aids: ["good", "12 3"],
  "agrees with": ["good", "7 4"],
  "cooperates with": ["good", "10 3 2 3"],
  "yields to": ["good", "3 3"],
  corroborates: ["good", "1 3"],
  meets: ["plain", "none"],
};
const MUTUAL = new Set(["contradicts", "corroborates"]);

export function lineOf(kind: string): Line {
  const [tone, dash] = LINES[kind] ?? ["plain", "5 3"];
  return { tone, dash, directed: !MUTUAL.has(kind) };
}
