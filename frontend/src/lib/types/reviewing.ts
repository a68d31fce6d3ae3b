/** What is reviewed, decided and compared. */
import type {
  ClaimRecord,
  DisputeRecord,
  IncidentRecord,
  Judgement,
  LabelField,
  LabelRecord,
  LabelVerdict,
} from "./records";

export interface NewLabel {
  claim: string;
  field: LabelField;
  verdict: LabelVerdict;
  value?: string;
  reason?: string;
}

/* ---- answers that are made by the API itself ---- */

/** Two incidents that a rule or model holds for one happening, or is unsure of. a, b: as they are now. */
export interface Proposal {
  judgement: string;
  merged: boolean;
  a: IncidentRecord;
  b: IncidentRecord;
  score: number | null;
  because: string;
  claims: ClaimRecord[];
}
/** low: a claim of little confidence; dispute: between `claim` and `other`; merge: of two incidents. */
export interface ReviewItem {
  id: string;
  kind: "low" | "dispute" | "merge";
  field?: "claim" | "dispute" | null;
  claim?: ClaimRecord | null;
  other?: ClaimRecord | null;
  dispute?: DisputeRecord | null;
  merge?: Proposal | null;
}

export interface NewJudgement {
  action: Exclude<Judgement["action"], "undo">;
  incident: string;
  other?: string;
  claims?: string[];
  verdict?: Judgement["verdict"];
  reason?: string;
}

/** Somebody who labelled, and how many of their labels count. */
export interface LabelAuthor {
  name: string;
  labels: number;
}

/** same: on how many items both decided alike. */
export interface Agreement {
  a: string;
  b: string;
  same: number;
  alpha: number | null;
  items: number;
  fields: Record<string, { alpha: number | null; items: number }>;
  /** What they decided differently, the latest first; not more than a hundred. */
  conflicts: { a: LabelRecord; b: LabelRecord }[];
}
