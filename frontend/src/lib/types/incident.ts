/** One incident laid out: mirrors of src/sayso/running/incident.py and linking. */
import type { Count, Factuality } from "./model";
import type { DisputeRecord, IncidentRecord, JudgementRecord, PlaceRecord } from "./records";

export type CellReading =
  "only" | "agrees" | "less precise" | "differs" | "contradicts" | "denies" | "updates" | "silent";
/** claims: ids of all that tell it, the one that is shown first. before: what the same holder said earlier. */
export interface MatrixCell {
  value: string | null;
  reading: CellReading;
  /** Where the words begin that it was read from; null where it was inferred. */
  start: number | null;
  claims: string[];
  before: string | null;
}
/** holder: null for the article's own voice. */
export interface MatrixAccount {
  id: string;
  holder: string | null;
  documents: string[];
  /** Without the fields on which it is silent. */
  cells: Record<string, MatrixCell>;
}
/** publishers: the outlets that print or quote it. */
export interface MatrixOrigin {
  id: string;
  label: string;
  documents: number;
  publishers: string[];
  accounts: MatrixAccount[];
}
export const POLICIES = ["conservative", "informative", "representative"] as const;
export type Policy = (typeof POLICIES)[number];
/** Of a number: the lowest and highest that anyone gives, and the policy's choice. */
export interface Tolls {
  low: number | null;
  best: number | null;
  high: number | null;
  chosen: Count | null;
}
/** One value a field under a policy; null where nobody who says that it happened tells it. */
export interface IncidentSummary {
  policy: string;
  fields: Record<string, string | null>;
  tolls: Record<string, Tolls>;
}
export interface ChronologyLine {
  claim: string;
  happened: string | null;
  said: string | null;
  holder: string;
  factuality: Factuality;
  words: string;
  document: string;
}
/** What the API answers where a brief answer is asked for: without claims in full. summary: null where no policy was asked for. */
export interface IncidentAnswer {
  incident: IncidentRecord;
  matrix: { fields: string[]; origins: MatrixOrigin[] };
  origins: number;
  contested: string[];
  summary: IncidentSummary | null;
  grading: { grade: string; reasons: string[]; claims: string[] };
  chronology: ChronologyLine[];
  places: { place: PlaceRecord; claims: number }[];
  disputes: DisputeRecord[];
  judgements: JudgementRecord[];
}
