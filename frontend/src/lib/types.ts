/** What the API gives: mirrors of src/sayso/model and src/sayso/ledger/records.py, field by field. */

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
}

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
  action: "link" | "cut" | "merge" | "split" | "note";
  by: string;
  at: string;
  incident: string | null;
  other: string | null;
  claims: string[];
  verdict: "same" | "different" | "unsure";
  author: "rule" | "model" | "person";
  score: number | null;
  reason: string;
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

export interface NewLabel {
  claim: string;
  field: LabelField;
  verdict: LabelVerdict;
  value?: string;
  reason?: string;
}

/* ---- answers that are made by the API itself ---- */

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export type Role = "reader" | "reviewer" | "admin";

export interface About {
  version: string;
  ledger: string;
  counts: {
    documents: number;
    claims: number;
    incidents: number;
    disputed: number;
    actors: number;
    places: number;
    problems: number;
  };
  user: { name: string; role: Role; named: boolean };
  /** May the ledger be written at all? Was a map file given? */
  writable: boolean;
  maps: boolean;
  codebook: { types: string[]; modes: Record<string, string[]>; factualities: string[]; dispute_fields: string[] };
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}
export const FACETS = ["who", "whom", "holder", "type", "factuality", "country", "year", "publisher"] as const;
export type FacetName = (typeof FACETS)[number];
export interface FacetsAnswer {
  total: number;
  exact?: boolean;
  facets: Partial<Record<FacetName, FacetValue[]>>;
}

export interface Context {
  before: string;
  words: string;
  after: string;
}

export interface ClaimAnswer {
  claim: ClaimRecord;
  /** Null where the text was forgotten. */
  context: Context | null;
  labels: LabelRecord[];
  disputes: DisputeRecord[];
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

export interface ReadingAnswer {
  document: DocumentRecord;
  text: string | null;
  left_out: { start: number; end: number; why: "boilerplate" | "credit" | "navigation" | "headline" }[];
  dateline: { span: Span; place: Span | null; date: Span | null; agency: Span | null } | null;
  attributions: AttributionRecord[];
  claims: ClaimRecord[];
  actors: Actor[];
  mentions: Mention[];
  places: Toponym[];
  times: TimeExpression[];
  disputes: DisputeRecord[];
  labels: LabelRecord[];
}

export type IncidentItem = IncidentRecord & { origins: number; contested: string[] };

export type CellReading =
  "only" | "agrees" | "less precise" | "differs" | "contradicts" | "denies" | "updates" | "silent";
/** claims: all that tell it, the one whose words stand here first. before: what the same holder said earlier. */
export interface MatrixCell {
  value: string | null;
  reading: CellReading;
  claim: string | null;
  document: string | null;
  quote: string;
  start: number | null;
  end: number | null;
  claims: string[];
  before: string | null;
}
/** holder: null for the article's own voice. */
export interface MatrixAccount {
  id: string;
  holder: string | null;
  documents: string[];
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
/** summary: null where no policy was asked for. */
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
  claims: ClaimRecord[];
}

export type DisputeItem = DisputeRecord & { claim_a: ClaimRecord; claim_b: ClaimRecord; incident: string | null };

export interface ActorAnswer {
  actor: ActorRecord;
  members: ActorRecord[];
  part_of: ActorRecord | null;
  acts: number;
  suffers: number;
  says: number;
  aliases: string[];
  near: ActorRecord[];
}

export interface NetworkAnswer {
  /** Relations beyond the limit. */
  edges_left?: number;
  nodes: { id: string; name: string; kind: string; country: string | null; claims: number }[];
  /** query: the filters under which /claims lists the claims of the edge. */
  edges: {
    from: string;
    to: string;
    kind: string;
    claims: number;
    sample: string;
    query?: Record<string, string> | null;
  }[];
}

export interface MapAnswer {
  places: { place: PlaceRecord; claims: number; killed: Count | null; types: Record<string, number> }[];
  days: { day: string; claims: number }[];
  unplaced: number;
  /** Places beyond the limit. */
  places_left?: number;
}

export type Scale = "decade" | "year" | "month" | "day" | "hour";
/** from, to: days, or an hour (YYYY-MM-DDTHH) twice. vague: claims that may lie in it. */
export interface Bucket {
  from: string;
  to: string;
  claims: number;
  disputed: number;
  vague: number;
  by: Record<string, number>;
}
export interface TimelineAnswer {
  /** by: claims of each value of the field that lanes are made of. */
  buckets: Bucket[];
  total: number;
  undated: number;
  /** Are the counts exact? Of very many claims they are estimates. */
  exact: boolean;
}

export interface SearchHit {
  kind: "claim" | "document" | "actor" | "incident";
  id: string;
  document?: string | null;
  title?: string | null;
  before?: string;
  words?: string;
  after?: string;
}

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
  action: Judgement["action"];
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
}

/** An addition. left: seconds that it will still take, where that can be told. cause: why it failed. */
export interface Job {
  id: string;
  by: string;
  at: string;
  sources: string[];
  done: boolean;
  progress: {
    state: "waiting" | "reading" | "linking" | "done" | "failed";
    documents: number;
    read: number;
    known: number;
    unread: number;
    claims: number;
    words_per_second: number;
    problems: number;
    left: number | null;
    linked: number | null;
    cause: string | null;
  };
}
