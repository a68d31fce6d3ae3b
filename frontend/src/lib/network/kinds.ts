/** How the kinds of relations are drawn: hostile, friendly or neither by colour, each kind by its own line, never by colour alone. */

export type Tone = "plain" | "bad" | "good";
export interface Line {
  tone: Tone;
  /** As SVG's stroke-dasharray. */
  dash: string;
}

const LINES: Record<string, Line> = {
  attacks: { tone: "bad", dash: "none" },
  coerces: { tone: "bad", dash: "12 3" },
  accuses: { tone: "bad", dash: "7 4" },
  threatens: { tone: "bad", dash: "2 4" },
  sanctions: { tone: "bad", dash: "10 3 2 3" },
  rejects: { tone: "bad", dash: "4 2 1 2" },
  denies: { tone: "bad", dash: "1 3" },
  protests: { tone: "bad", dash: "3 3" },
  mobilizes: { tone: "bad", dash: "14 4 4 4" },
  supports: { tone: "good", dash: "none" },
  aids: { tone: "good", dash: "12 3" },
  agrees: { tone: "good", dash: "7 4" },
  cooperates: { tone: "good", dash: "10 3 2 3" },
  concedes: { tone: "good", dash: "3 3" },
  corroborates: { tone: "good", dash: "1 3" },
};

export function lineOf(kind: string): Line {
  return LINES[kind] ?? { tone: "plain", dash: kind === "meets" ? "none" : "5 3" };
}
