/** The nouns of one text: mirrors of src/sayso/model, field by field. */

/** Half-open range of characters (Unicode code points, as Python counts) of one text. */
export type Span = [start: number, end: number];
/** A number of people: exactly five [5, 5], at least five [5, null], up to twelve [null, 12]. */
export type Count = [low: number | null, high: number | null];

export const FACTUALITIES = [
  "happened",
  "ongoing",
  "denied",
  "planned",
  "possible",
  "demanded",
  "hypothetical",
] as const;
export type Factuality = (typeof FACTUALITIES)[number];
export type DisputeField =
  "occurrence" | "responsibility" | "target" | "victims" | "toll" | "place" | "time" | "intent" | "means" | "other";
export type DisputeHow = "contradicts" | "denies" | "differs";

export interface Toll {
  killed: Count | null;
  injured: Count | null;
  detained: Count | null;
  displaced: Count | null;
  of: string | null;
  evidence: Span[];
}

export interface Event {
  trigger: Span;
  type: string;
  mode: string | null;
  context: string[];
  codes: { cameo: string | null; acled: string | null; ucdp: string | null };
  agent: Span[];
  patient: Span[];
  instrument: Span[];
  toll: Toll;
  factuality: Factuality;
  because: string;
  confidence: number;
}

export interface ClaimPlace {
  span: Span | null;
  place: string;
}

export interface ClaimTime {
  span: Span | null;
  edtf: string | null;
}

export interface Claim {
  id: string;
  event: Event;
  holder: string | null;
  agent_actor: string[];
  patient_actor: string[];
  place: ClaimPlace | null;
  places: ClaimPlace[];
  time: ClaimTime | null;
  incident: string | null;
  inferred: string[];
}

export interface Attribution {
  id: string;
  kind: "direct" | "indirect" | "mixed";
  source: Span[];
  cue: Span[];
  content: Span[];
  source_actor: string | null;
  cue_class: string | null;
  said: { edtf: string | null; place: string | null } | null;
  parent: string | null;
  confidence: number;
  commitment: { holder: string; article: string } | null;
}

export interface Place {
  name: string;
  kind: "city" | "admin1" | "admin2" | "country" | "region" | "facility" | "water" | "other";
  precision: "exact" | "town" | "district" | "province" | "country" | "region";
  geonameid: number | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
  admin1: string | null;
  population: number;
}

export interface Toponym {
  id: string;
  span: Span;
  name: string;
  place: Place | null;
  candidates: { place: Place; score: number; because: string }[];
  demonym: boolean;
  part: Place | null;
}

export interface TimeExpression {
  span: Span;
  type: "DATE" | "TIME" | "DURATION" | "SET";
  value: string;
  edtf: string | null;
  anchor: "published" | "speech" | "narrative" | "none";
  anchored_on: string | null;
  mod?: string | null;
  quant?: string | null;
  freq?: string | null;
}

/** Someone in one document, by the id that is local to its reading. */
export interface Actor {
  id: string;
  kind: string;
  names: string[];
  country: string | null;
  sector: string | null;
  members: string[];
  part_of: string | null;
  registry: string | null;
  active: [number | null, number | null] | null;
  evidence: Span[];
}

export interface Mention {
  span: Span;
  head: Span;
  kind: "name" | "demonym" | "nominal" | "pronoun";
  actor: string;
  because: string;
}
