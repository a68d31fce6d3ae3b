/** What the API answers, beside records. */
import type { Actor, Count, Factuality, Mention, Span, TimeExpression, Toponym } from "./model";
import type {
  ActorRecord,
  AttributionRecord,
  ClaimRecord,
  DisputeRecord,
  DocumentRecord,
  IncidentRecord,
  LabelRecord,
  PlaceRecord,
} from "./records";

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

/** words: how one of its claims tells it. */
export type IncidentItem = IncidentRecord & { origins: number; contested: string[]; words: string };

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
  /** Of a claim: how it is told, and by whom; voice: by the article itself. */
  factuality?: Factuality | null;
  voice?: boolean;
  holder?: string | null;
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
