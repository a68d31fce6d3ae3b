/** What the ledger keeps: mirrors of src/sayso/ledger/records.py, field by field. */
import type { Attribution, Claim, DisputeField, DisputeHow, Place, Span } from "./model";

export interface ActorRecord {
  id: string;
  code: string;
  kind: string;
  name: string;
  country: string | null;
  sector: string | null;
  registry: string | null;
  documents: number;
  claims: number;
  names: string[];
}

export interface PlaceRecord {
  id: string;
  place: Place;
  documents: number;
  claims: number;
}

export interface AttributionRecord {
  id: string;
  document: string;
  reading: string;
  attribution: Attribution;
  speaker: ActorRecord | null;
  parent: string | null;
}

export interface ClaimRecord {
  id: string;
  document: string;
  reading: string;
  run: string;
  current: boolean;
  doc: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published: string | null;
  language: string | null;
  claim: Claim;
  words: string;
  holder: AttributionRecord | null;
  chain: AttributionRecord[];
  agents: ActorRecord[];
  patients: ActorRecord[];
  place: PlaceRecord | null;
  places: (PlaceRecord | null)[];
  incident: string | null;
  disputed: boolean;
}

export interface Run {
  sayso: string;
  model: string;
  settings: string;
}

export interface ReadingRecord {
  id: string;
  document: string;
  run: Run;
  run_id: string;
  current: boolean;
  digest: string;
  claims: number;
}

export interface Appearance {
  doc: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published: string | null;
  bytes_hash: string | null;
  licence: string | null;
  credit: string | null;
  evidence: Span[];
  source: string | null;
  media_type: string | null;
}

export interface Relation {
  document: string;
  other: string;
  kind: "copy" | "version";
  score: number;
  because: string;
  credit: string | null;
  evidence: Span[];
}

export interface DocumentRecord {
  id: string;
  doc: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published: string | null;
  language: string | null;
  characters: number;
  claims: number;
  forgotten: string | null;
  because: string | null;
  origin: string;
  appearances: Appearance[];
  relations: Relation[];
  readings: ReadingRecord[];
}

export interface Judgement {
  action: "link" | "cut" | "merge" | "split" | "note" | "undo";
  by: string;
  at: string;
  incident: string | null;
  other: string | null;
  claims: string[];
  verdict: "same" | "different" | "unsure";
  author: "rule" | "model" | "person";
  score: number | null;
  reason: string;
  /** The id of the judgement that it takes back. */
  undoes: string | null;
}

export interface JudgementRecord {
  id: string;
  judgement: Judgement;
}

export interface IncidentRecord {
  id: string;
  opened: string;
  claims: number;
  documents: number;
  day: string | null;
  day_to: string | null;
  type: string;
  country: string | null;
  killed_low: number | null;
  killed_high: number | null;
  disputed: boolean;
  forward: string | null;
  claim_ids: string[];
  history: Judgement[];
}

export interface DisputeRecord {
  id: string;
  field: DisputeField;
  how: DisputeHow;
  a: string;
  b: string;
  note: string;
  reading: string | null;
}

export interface ProblemRecord {
  id: string;
  doc: string | null;
  cause: string;
  where: string;
  source: string | null;
  at: string;
  tries: number;
  solved: string | null;
}

export interface RunRecord {
  id: string;
  run: Run;
  at: string;
  readings: number;
  current: number;
}

/** What a person may decide on; "claim" is the claim as a whole. */
export type LabelField =
  | "claim"
  | "trigger"
  | "type"
  | "mode"
  | "context"
  | "factuality"
  | "holder"
  | "agent"
  | "patient"
  | "place"
  | "time"
  | "killed"
  | "injured"
  | "detained"
  | "displaced"
  | "dispute";
export type LabelVerdict = "accept" | "correct" | "reject";
/** A decision on one field of a claim, kept by where the words stand. stands: neither taken back nor followed by a later one. */
export interface LabelRecord {
  id: string;
  document: string;
  start: number;
  end: number;
  holder_start?: number | null;
  holder_end?: number | null;
  type: string;
  field: LabelField;
  verdict: LabelVerdict | "undo";
  was: string | null;
  value: string | null;
  by: string;
  at: string;
  reason: string;
  claim: string | null;
  undone: boolean;
  stands: boolean;
  undoes: string | null;
}
